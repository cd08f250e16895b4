import type { TonePlan } from './media/tone-plan.js';

/**
 * Which calls a phone takes by itself.
 *
 * - `never` none
 * - `asked` those whose INVITE asks for it, as for an intercom or a call that the phone's own user has clicked
 * - `always` all
 */
export type AutoAnswer = 'never' | 'asked' | 'always';

export interface SipPhoneOptions {
  /** User part of the phone's address, and the name under which it authenticates. */
  readonly ext: string;
  readonly password: string;
  /** WebSocket address of the switch, `ws://127.0.0.1:8088/ws` say. */
  readonly server: string;
  /** Domain of the phone's address. Default: the host of `server`. */
  readonly domain?: string;
  /** The name it shows with its number. Default: none. */
  readonly displayName?: string;
  /** Phones that share a plan recognise each other by ear. Default: a plan of its own. */
  readonly tones?: TonePlan;
  /** Default: `asked`. */
  readonly autoAnswer?: AutoAnswer;
  /** Calls it takes part in at once; one more hears that it is busy (486). Default: 1. */
  readonly maxCalls?: number;
  /**
   * How long after the connection was lost it tries again, in ms, until it is registered again.
   * Default: null, it waits for `register()`.
   */
  readonly reconnectAfter?: number | null;
  /** The longest any promise of the phone waits, in ms. Default: 5000. */
  readonly deadline?: number;
  /** The own address, to which audio is bound. Default: `127.0.0.1`. */
  readonly mediaAddress?: string;
  /** Where the time of events comes from, in epoch ms. Default: `Date.now`. */
  readonly now?: () => number;
}
