import type { Truth } from '../../simulator/index.js';
import type { AgentState } from '../../sobot/index.js';

/** The belief of an agent, or the knowledge of the centre, in the same words. */
export interface View {
  readonly login: string;
  readonly reasonCode: number | null;
  readonly work: string;
  readonly call: object | null;
  /** The calls that wait, in no order. */
  readonly waiting: readonly string[];
  readonly consult: object | null;
  readonly onHold: AgentState['onHold'];
  readonly muted: boolean;
  readonly device: AgentState['device'];
  readonly acw: 'running' | null;
}

type Waiting = readonly { readonly work: string; readonly callID: string | null }[];

function waitingIn(waiting: Waiting): readonly string[] {
  return waiting.map(({ work, callID }) => `${work} ${String(callID)}`).sort();
}

export function believed({ login, reasonCode, work, call, waiting, consult, onHold, muted, device, acw }: AgentState): View {
  return {
    login,
    reasonCode,
    work,
    call: call === null ? null : { callID: call.callID, partyID: call.partyID, callType: call.callType, otherDN: call.otherDN },
    waiting: waitingIn(waiting),
    consult: consult === null ? null : { phase: consult.phase, target: consult.target },
    onHold,
    muted,
    device,
    acw: acw === null ? null : 'running',
  };
}

/**
 * The truth, as far as a page can know it: one that has regained a call, or a consult, that it had not seen
 * before was not told its `partyID`, nor whether the third party has answered; and no page that was loaded anew
 * knows by which name the third party was asked for.
 *
 * @param mayBeEitherLeg the call is there by two legs, of which the page may show either
 */
export function known(truth: Truth, page: AgentState, mayBeEitherLeg = false): View {
  const { login, reasonCode, work, call, consult, muted, device, acw } = truth;
  const isNews = page.call?.partyID === null;
  const isConsultNews = page.consult?.['partyID'] == null;
  const isEither = mayBeEitherLeg && page.call?.callID === call?.callID;
  const partyID = isNews || isEither ? (page.call?.partyID ?? null) : call?.partyID;
  const target = page.consult?.target === consult?.otherDN ? consult?.otherDN : consult?.target;
  // Every regain makes a consult unknown that was dialing, also one that nothing was lost before.
  const phase = page.consult?.phase === 'unknown' ? 'unknown' : consult?.phase;
  const third = consult === null ? null : { phase, target };
  const news = consult === null ? null : { phase: page.consult?.phase, target: consult.otherDN };
  return {
    login,
    reasonCode,
    work,
    call: call === null ? null : { callID: call.callID, partyID, callType: call.callType, otherDN: call.otherDN },
    waiting: waitingIn(truth.waiting),
    consult: isConsultNews ? news : third,
    onHold: truth.onHold,
    muted,
    // A page hears of changes only.
    device: page.device === 'unknown' ? 'unknown' : device,
    acw: acw === null ? null : 'running',
  };
}

/** How much later than the centre an agent hears of something, at most, in ms. */
export const LONGEST_WAY = 200;

/**
 * The agent's deadline of after-call work, where it has one, is the centre's, but for the way.
 *
 * @param ahead by how much the page's clock was ahead when it set the deadline, in ms
 */
export function deadlineGap(state: AgentState, truth: Truth, ahead = 0): number {
  if (state.acw?.deadline == null || truth.acw?.deadline == null) return 0;
  return Math.abs(state.acw.deadline - ahead - truth.acw.deadline);
}

/** A part of the state in which page and centre differ. */
export interface Difference {
  readonly part: keyof View | 'acw.deadline';
  /** The true value, and the one that the page shows; as text. */
  readonly truth: string;
  readonly shown: string;
}

function textOf(value: unknown): string {
  if (typeof value !== 'object' || value === null) return String(value);
  const parts = Object.entries(value).map(([name, part]) => `${name} ${part === null ? 'unknown' : String(part)}`);
  return parts.join(', ');
}

export interface Allowances {
  /** Parts that are not compared. */
  readonly except: readonly (keyof View)[];
  /** How much later than the centre the page may have heard of something, in ms. */
  readonly longestWay: number;
  /** By how much the page's clock was ahead when it set the deadline of after-call work, in ms. Default: 0. */
  readonly ahead?: number;
  /** As of `known`. Default: false. */
  readonly mayBeEitherLeg?: boolean;
}

/** In which parts the page differs from the truth. */
export function differences(
  state: AgentState,
  truth: Truth,
  { except, longestWay, ahead, mayBeEitherLeg }: Allowances,
): readonly Difference[] {
  const page = believed(state);
  const centre = known(truth, state, mayBeEitherLeg);
  const parts = (Object.keys(centre) as (keyof View)[]).filter((part) => !except.includes(part));
  const found: Difference[] = parts.flatMap((part) => {
    const [shown, true_] = [textOf(page[part]), textOf(centre[part])];
    return shown === true_ ? [] : [{ part, truth: true_, shown }];
  });
  const gap = deadlineGap(state, truth, ahead);
  if (gap <= longestWay || except.includes('acw')) return found;
  return [...found, { part: 'acw.deadline', truth: String(truth.acw?.deadline), shown: String(state.acw?.deadline) }];
}
