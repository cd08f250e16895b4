import type { Sight } from './day.js';
import type { DayName } from './days/index.js';

/** A day on which the page shows something wrong, as is known. */
export interface KnownFailure {
  /** What of the day's expectations is not met first, as it is shown instead. */
  readonly shown: Sight;
  /** Which rule is not kept. */
  readonly why: string;
}

/**
 * Days that fail today. The list can only shrink: one that no longer fails, or fails otherwise, fails the tests until
 * it is taken off.
 */
export const KNOWN_FAILURES: { readonly [Name in DayName]?: KnownFailure } = {
  acwToldByARefusal: {
    shown: { state: { work: 'idle', login: 'online', call: null, acw: null }, ended: { makeCall: 'REJECTED' } },
    why: 'A refusal that states a truth is believed: 330013 to makeCall says that after-call work is on. So far it only rejects the command.',
  },
  consultDuringRegain: {
    shown: { can: [], ended: { initiateConsult: 'pending' } },
    why: 'cancelConsult is allowed while initiateConsult is in flight. The chart knows it only in a talk, and the regain has led out of it.',
  },
  muteToldTwice: {
    shown: { state: { work: 'talking', muted: true, call: { otherDN: '13511110001' } } },
    why: 'A message that comes twice changes nothing the second time. Only its state is not taken twice; what it says of the leg is.',
  },
  notReadyOfAcw: {
    shown: { state: { work: 'idle', login: 'break', reasonCode: 12 }, ended: { notReady: 'pending' } },
    why: 'A not-ready without a real reason ends no after-call work and says nothing of the login state. With notReady in flight, it is taken for its confirmation.',
  },
};
