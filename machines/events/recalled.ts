import type { Call } from '../calls/call.js';
import type { Acw } from '../context.js';
import type { OnHold } from '../read-state.js';

/** The call and after-call work known before the page was loaded anew; used when the server regains the agent. */
export interface Remembered {
  readonly call: {
    readonly call: Call;
    readonly third: Call | null;
    /** The third party's phase was known. */
    readonly work: Call['work'];
    readonly isThirdAnswered: boolean;
    readonly muted: boolean;
    /** The party that was on hold. */
    readonly onHold: OnHold | null;
  } | null;
  readonly acw: Acw | null;
}

/** The agent is known by initAgent, and what was stored of this agent is at hand. */
export interface RecalledEvent {
  readonly type: 'memory.recalled';
  readonly at: number;
  readonly remembered: Remembered | null;
}
