import type { Day } from '../day.js';
import { talking } from '../words/calls.js';
import { ONE, TWO } from '../words/legs.js';
import { does, sees } from '../words/people.js';
import { acwWord, notReady, ready, released, ringing, says } from '../words/service.js';

const RINGS_ON_TWO = { work: 'ringing', call: { callID: 'talk-2' }, acw: null };

/** After-call work and what may cross its beginning and its end. */
export const afterCallWork = {
  wordOfTheCallBefore: {
    name: 'a word of after-call work that belongs to the call before does not end the next call',
    from: 'reports of other phones, D9',
    moments: [
      ...talking(),
      released(20_000, ONE, 19_960),
      sees(20_000, 'a talk is over', { state: { work: 'acw' } }),
      ringing(20_050, TWO, 20_010),
      sees(20_050, 'a call that begins in after-call work ends it', { state: RINGS_ON_TWO }),
      acwWord(20_060, 19_961),
      sees(20_060, 'the word is of the call before', { state: RINGS_ON_TWO, can: ['answer', 'rejectCall'] }),
    ],
  },
  wordOfTheCallBeforeASecondLater: {
    name: 'a word of after-call work a second after the release does not end the next call either',
    from: 'reports of other phones, D9, a second later',
    moments: [
      ...talking(),
      released(20_000, ONE, 19_960),
      ringing(20_540, TWO, 20_500),
      acwWord(21_000, 20_960),
      sees(21_000, 'a word ends a call only if it is stamped more than a second after its last event', {
        state: RINGS_ON_TWO,
        can: ['answer', 'rejectCall'],
      }),
    ],
  },
  delayedAtTheLastMoment: {
    name: 'after-call work that is delayed at the last moment does not end before the answer',
    from: 'reports of other phones, D10',
    options: { acw: { seconds: 30 } },
    moments: [
      ...talking(),
      released(20_000, ONE),
      does(49_800, 'delayACW'),
      sees(50_100, 'the deadline waits for the outcome', { state: { work: 'acw' }, ended: { delayACW: 'pending' } }),
      says('EventDelayCallAfterWork', 50_200, undefined, { agentID: '1001', thisDN: '8001' }),
      sees(50_200, 'it is longer', { state: { work: 'acw' }, ended: { delayACW: 'done' } }),
      sees(109_000, 'by a minute', { state: { work: 'acw' } }),
      sees(111_000, 'and no more', { state: { work: 'idle', acw: null } }),
    ],
  },
  readyOvertakesTheRelease: {
    name: 'a ready that overtakes the release before it leaves no after-call work that never ends',
    from: 'reports of other phones, D11',
    moments: [
      ...talking(),
      ready(21_600, 21_560),
      sees(21_600, 'the call is not over yet', { state: { work: 'talking', login: 'online' } }),
      released(21_700, ONE, 20_000),
      sees(21_700, 'the agent was ready after it', { state: { work: 'idle', login: 'online', call: null, acw: null } }),
    ],
  },
  notReadyOvertakesTheRelease: {
    name: 'a not-ready that overtakes the release before it leaves no after-call work that never ends',
    from: 'reports of other phones, D11, not ready',
    moments: [
      ...talking(),
      notReady(21_600, 11, 21_560),
      sees(21_600, 'the call is not over yet', { state: { work: 'talking', login: 'break', reasonCode: 11 } }),
      released(21_700, ONE, 20_000),
      sees(21_700, 'the break began after it', { state: { work: 'idle', login: 'break', reasonCode: 11, call: null, acw: null } }),
    ],
  },
} as const satisfies Readonly<Record<string, Day>>;
