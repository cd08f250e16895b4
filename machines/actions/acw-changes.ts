import { timeOf, type ActionInput, type Change } from './action-input.js';

/** After-call work begins; it has a deadline where its length is known. */
export function beginAcw(input: ActionInput): Change {
  const { acw, acwPolicy } = input.context;
  if (acw !== null) return {};
  const since = timeOf(input);
  const deadline = acwPolicy.seconds === null ? null : since + acwPolicy.seconds * 1000;
  return { acw: Object.freeze({ since, deadline }) };
}

/** After-call work takes longer: by what the server says, else by what the agent asked for. */
export function extendAcw({ context, event }: ActionInput): Change {
  const { acw, requests } = context;
  if (event.type !== 'acw.extended' || acw === null || acw.deadline === null) return {};
  const seconds = event.seconds ?? requests.call?.seconds ?? 0;
  return { acw: Object.freeze({ ...acw, deadline: acw.deadline + seconds * 1000 }) };
}

export function endAcw(): Change {
  return { acw: null };
}
