import type { Roster } from '../calls/roster.js';
import { arrivalOf, timeOf, type ActionInput, type Change } from './action-input.js';

/** No after-call work is owed any more. */
function withoutTalk(roster: Roster): Roster {
  return roster.hasTalked ? { ...roster, hasTalked: false } : roster;
}

/** After-call work begins; its length, where it is known, counts from the arrival of what began it. */
export function beginAcw(input: ActionInput): Change {
  const { acw, acwPolicy, roster } = input.context;
  // After-call work that only a refusal tells of may have been on for any time.
  const seconds = input.event.type === 'acw.isOn' ? null : acwPolicy.seconds;
  const deadline = seconds === null ? null : arrivalOf(input) + seconds * 1000;
  return {
    acw: acw ?? Object.freeze({ since: timeOf(input), deadline }),
    roster: withoutTalk(roster),
  };
}

/** After-call work will follow the call that is left of a talk. */
export function noteTalk({ context: { roster } }: ActionInput): Change {
  return { roster: { ...roster, hasTalked: true } };
}

/** After-call work takes longer: by what the server says, else by what the agent asked for. */
export function extendAcw({ context, event }: ActionInput): Change {
  const { acw, pending } = context;
  if (event.type !== 'acw.extended' || acw === null || acw.deadline === null) return {};
  const seconds = event.seconds ?? pending.call?.seconds ?? 0;
  return { acw: Object.freeze({ ...acw, deadline: acw.deadline + seconds * 1000 }) };
}

/** Nothing is left of the last call. */
export function becomeIdle({ context }: ActionInput): Change {
  return { acw: null, roster: withoutTalk(context.roster) };
}
