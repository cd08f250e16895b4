import type { AgentState, WaitingCall } from '../../src/agent/agent-state.js';
import type { Translate } from './texts.js';
import { between } from '../../src/any-agent/timers.js';

/** A call that waits, as an entry of a list. */
export interface WaitingItem {
  /** Stable as long as the call waits, for lists. */
  readonly key: string;
  /** How far it is, in words. */
  readonly label: string;
  /** Ms since which it is so; null if the time is not known. */
  readonly elapsed: number | null;
  /** The call itself; it holds personal data. */
  readonly call: WaitingCall;
}

/** The calls that wait, in the order of the state. */
export function waitingItems({ waiting }: AgentState, now: number | null, translate: Translate): readonly WaitingItem[] {
  return waiting.map((call, index) => ({
    key: call.callID ?? call.partyID ?? `${index}`,
    label: translate(`work.${call.work}`),
    elapsed: between(call.since, now),
    call,
  }));
}
