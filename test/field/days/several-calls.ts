import type { Day } from '../day.js';
import { talking } from '../words/calls.js';
import { ONE, ONE_ELSEWHERE, TWO } from '../words/legs.js';
import { ONLINE, sees } from '../words/people.js';
import { released, ringing } from '../words/service.js';

const TALKS_ON_ONE = { work: 'talking', call: { callID: 'talk-1' } };

/** More than one call, and more than one leg of a call. */
export const severalCalls = {
  secondCallInATalk: {
    name: 'a second call rings during a talk and is given up, and the talk goes on',
    from: 'reports of other phones, B5',
    moments: [
      ...talking(),
      sees(5_000, 'a talk', { state: { ...TALKS_ON_ONE, waiting: [] } }),
      ringing(20_000, TWO),
      sees(20_000, 'the other call waits', {
        state: { ...TALKS_ON_ONE, waiting: [{ callID: 'talk-2', work: 'ringing' }] },
        can: ['hangup', 'holdCall'],
        reported: { 'switchhook:divergence': [], 'switchhook:callEnded': [] },
      }),
      released(30_000, TWO),
      sees(30_000, 'it has been given up', { state: { ...TALKS_ON_ONE, waiting: [], acw: null }, can: ['hangup', 'holdCall'] }),
      released(40_000, ONE),
      sees(40_000, 'a talk is over', { state: { work: 'acw', call: null, waiting: [] } }),
    ],
  },
  twoPhonesRing: {
    name: 'two phones of one agent ring until the last of them has stopped',
    from: 'reports of other phones, B6',
    moments: [
      ...ONLINE,
      ringing(1_000, ONE),
      ringing(1_100, ONE_ELSEWHERE),
      sees(1_100, 'one call rings', { state: { work: 'ringing', call: { callID: 'talk-1' }, waiting: [] }, can: ['answer'] }),
      released(20_000, ONE_ELSEWHERE),
      sees(20_000, 'the other phone still rings', { state: { work: 'ringing', call: { callID: 'talk-1' } }, can: ['answer'] }),
      released(25_000, ONE),
      sees(25_000, 'none rings', { state: { work: 'idle', call: null, acw: null } }),
    ],
  },
} as const satisfies Readonly<Record<string, Day>>;
