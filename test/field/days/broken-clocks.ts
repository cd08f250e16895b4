import type { Day } from '../day.js';
import { ONE } from '../words/legs.js';
import { CONNECTED, does, ONLINE, sees } from '../words/people.js';
import { acwWord, established, held, loggedOut, noise, notReady, ready, regain, released, retrieved, ringing } from '../words/service.js';

const FROM = 'broken clocks,';
const NO_ACW = { work: 'idle', call: null, acw: null, login: 'online' };
const TALK = [...ONLINE, ringing(0, ONE, 0), established(5_000, ONE, 5_000)];
const RIGHT = [noise(0, 0), noise(1_000, 1_000), noise(2_000, 2_000)];

/** The order of facts, where stamps are off or arrivals are. */
export const brokenClocks = {
  readyStampedTooEarly: {
    name: 'a ready that comes after the release ends after-call work, although it is stamped before it',
    from: `${FROM} 1`,
    moments: [...TALK, released(60_050, ONE, 60_000), ready(60_350, 59_700), sees(60_350, 'it repeats the login state', { state: NO_ACW })],
  },
  clockOfTheServiceIsSetBack: {
    name: 'the clock of the service is an hour ahead and is set back while a call rings',
    from: `${FROM} 2`,
    moments: [
      ...ONLINE,
      noise(1_000, 3_601_000),
      noise(2_000, 3_602_000),
      ringing(10_000, ONE, 3_610_000),
      ...[11_000, 12_000, 13_000].map((at) => noise(at, at)),
      established(14_000, ONE, 14_000),
      sees(14_000, 'answered', { state: { work: 'talking', call: { callID: 'talk-1' } } }),
    ],
  },
  heldUpMessages: {
    name: 'messages that were held up for minutes say nothing of the clocks',
    from: `${FROM} 3`,
    moments: [
      ...ONLINE,
      ...[1, 2, 3, 4, 5, 6, 7].map((second) => noise(second * 1_000, second * 1_000)),
      ...[20, 25, 30, 35, 40, 45, 50, 55, 60, 65].map((second) => noise(400_000, second * 1_000)),
      ringing(410_000, ONE, 410_000),
      sees(410_000, 'it rings since now', { state: { work: 'ringing' }, ago: { since: 0 } }),
      established(415_000, ONE, 415_000),
      sees(420_000, 'a talk of five seconds', { state: { work: 'talking' }, ago: { since: 5_000, establishedAt: 5_000 } }),
      ready(460_300, 460_250),
      released(460_400, ONE, 460_000),
      sees(460_400, 'the agent was ready after it', { state: NO_ACW, ago: { since: 400 } }),
    ],
  },
  heldTooLate: {
    name: 'a held that comes after the retrieved confirms holdCall, and the talk goes on',
    from: `${FROM} 4`,
    moments: [
      ...TALK,
      does(20_000, 'holdCall'),
      retrieved(22_100, ONE, 22_000),
      held(22_400, ONE, 20_100),
      sees(22_400, 'an event confirms however it is stamped', { state: { work: 'talking', onHold: null }, ended: { holdCall: 'done' } }),
    ],
  },
  regainOfJustBefore: {
    name: 'a regain from before the ringing does not end the call that rings',
    from: `${FROM} 5`,
    moments: [
      ...ONLINE,
      ...RIGHT,
      ringing(20_400, ONE, 20_350),
      regain(20_900, { stamp: 19_900 }),
      sees(20_900, 'what is stamped after a regain outranks it', {
        state: { work: 'ringing', call: { callID: 'talk-1' } },
        can: ['answer'],
      }),
    ],
  },
  wordAfterReady: {
    name: 'a word of after-call work that comes after the ready does not reopen it',
    from: `${FROM} 6`,
    moments: [
      ...TALK,
      released(20_050, ONE, 20_000),
      sees(20_050, 'a talk is over', { state: { work: 'acw' } }),
      ready(20_250, 20_200),
      sees(20_250, 'ready', { state: NO_ACW }),
      acwWord(20_400, 20_010),
      sees(20_400, 'the word is late', { state: NO_ACW }),
    ],
  },
  establishedAfterHeld: {
    name: 'an established that comes after the held of its leg changes nothing',
    from: `${FROM} 7`,
    moments: [
      ...ONLINE,
      ringing(0, ONE, 0),
      held(8_650, ONE, 8_600),
      established(8_900, ONE, 8_000),
      sees(8_900, 'one that was held counts as established', { state: { work: 'holding', call: { callID: 'talk-1' } } }),
    ],
  },
  wholeSeconds: {
    name: 'an established with a stamp in whole seconds is not late for a ringing that is stamped a second ahead',
    from: `${FROM} 8`,
    moments: [
      ...ONLINE,
      ...RIGHT,
      ringing(10_200, ONE, 11_050),
      established(10_950, ONE, 10_000),
      sees(10_950, 'the first established of a leg is never late', { state: { work: 'talking' } }),
    ],
  },
  noStamps: {
    name: 'facts without stamps take the order of their arrival',
    from: `${FROM} 9`,
    moments: [
      ...ONLINE,
      ringing(0, ONE, null),
      established(5_000, ONE, null),
      held(10_000, ONE, null),
      retrieved(20_000, ONE, null),
      sees(20_000, 'retrieved', { state: { work: 'talking' } }),
      held(30_000, ONE, null),
      sees(30_000, 'without a stamp nothing is doubled', { state: { work: 'holding' } }),
    ],
  },
  computerAhead: {
    name: 'the computer is ten minutes ahead, and a page loaded in a talk of two minutes shows two',
    from: `${FROM} 10`,
    moments: [
      { at: -4_000, clock: 'set', by: 600_000 },
      ...CONNECTED,
      regain(1_000, { call: ONE, workStatus: 'talking', workStatusTimestamp: -119_000, stamp: 1_000 }),
      sees(1_000, 'the difference between the clocks is no part of the call', {
        state: { work: 'talking' },
        ago: { since: 120_000, establishedAt: 120_000 },
      }),
    ],
  },
  computerSetAhead: {
    name: 'the clock of the computer is set ahead during a talk, and after-call work has its whole length',
    from: `${FROM} 11`,
    options: { acw: { seconds: 30 } },
    moments: [
      ...ONLINE,
      ...RIGHT,
      ringing(3_000, ONE, 3_000),
      established(5_000, ONE, 5_000),
      { at: 20_000, clock: 'set', by: 40_000 },
      released(60_000, ONE, 60_000),
      sees(60_000, 'a talk is over', { state: { work: 'acw' } }),
      sees(89_900, 'it counts from the arrival of the release', { state: { work: 'acw' } }),
      sees(90_100, 'thirty seconds have passed', { state: NO_ACW }),
    ],
  },
  logoutAfterAStampAhead: {
    name: 'a logout is believed, although a not-ready was stamped ahead of it',
    from: `${FROM} 12`,
    moments: [
      ...ONLINE,
      ...RIGHT,
      notReady(10_000, 11, 50_000),
      loggedOut(12_000, 12_000),
      sees(12_000, 'a logout is never late', { state: { login: 'offline' } }),
    ],
  },
  establishedAfterTheRelease: {
    name: 'an established that comes after the release of its leg still begins after-call work',
    from: `${FROM} 13`,
    moments: [
      ...ONLINE,
      ringing(0, ONE, 0),
      released(9_200, ONE, 9_100),
      sees(9_200, 'nobody has talked, as it seems', { state: { work: 'idle' } }),
      established(9_400, ONE, 8_000),
      sees(9_400, 'somebody has', { state: { work: 'acw', call: null } }),
    ],
  },
  offeredAgainUnstamped: {
    name: 'the same leg rings again long after its release, none of it stamped',
    from: `${FROM} 14`,
    moments: [
      ...ONLINE,
      ringing(0, ONE, null),
      released(10_000, ONE, null),
      sees(10_000, 'given up', { state: { work: 'idle' } }),
      ringing(40_000, ONE, null),
      sees(40_000, 'a new offer', { state: { work: 'ringing', call: { callID: 'talk-1' } }, can: ['answer', 'rejectCall'] }),
    ],
  },
} as const satisfies Readonly<Record<string, Day>>;
