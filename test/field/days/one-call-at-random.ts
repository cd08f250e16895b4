import type { Day } from '../day.js';
import { CONFERENCE, CONSULT_DIALING } from '../words/calls.js';
import { ONE } from '../words/legs.js';
import { accepted, CONNECTED, does, ONLINE, sees, signedIn } from '../words/people.js';
import { displaced, established, held, loggedOut, ready, refused, regain, released, retrieved, ringing, says } from '../words/service.js';

const FROM = 'random days of an independent world, call';
const LEFT = { otherDN: '8002', thirdDN: '13511110001', thirdDNRole: 'DeletedParty' };

/** Random days with one call at most. */
export const oneCallAtRandom = {
  hangupWhileItRings: {
    name: 'hangup of a call that rings is refused, which says nothing, and rejectCall tells that it is over',
    from: `${FROM} 4`,
    moments: [
      ...ONLINE,
      ringing(1_000, ONE),
      does(10_000, 'hangup'),
      refused(10_100, '330039'),
      sees(10_100, 'not in a talk: merely true', {
        state: { work: 'ringing', call: { callID: 'talk-1' } },
        can: ['answer', 'rejectCall'],
        ended: { hangup: 'REJECTED' },
        remedy: { hangup: 'rejectCall' },
      }),
      does(12_000, 'rejectCall'),
      refused(12_100, '330303'),
      sees(12_100, 'the call is over', { state: { work: 'idle', call: null, acw: null }, ended: { rejectCall: 'REJECTED' } }),
    ],
  },
  guessedTalk: {
    name: 'a regain names a call without a status, and the call turns out to ring',
    from: `${FROM} 5`,
    moments: [
      ...CONNECTED,
      regain(0, { call: ONE }),
      sees(0, 'talking is a guess', {
        state: { work: 'talking', call: { callID: 'talk-1' } },
        can: ['answer', 'rejectCall', 'retrieveCall', 'hangup', 'holdCall'],
      }),
      ringing(1_000, ONE),
      sees(1_000, 'the first ringing corrects it', {
        state: { work: 'ringing', call: { callID: 'talk-1' } },
        can: ['answer', 'rejectCall'],
        cannot: ['holdCall', 'retrieveCall'],
      }),
    ],
  },
  releaseOvertakesEstablished: {
    name: 'a release overtakes the established before it, and after-call work follows',
    from: `${FROM} 6`,
    moments: [
      ...ONLINE,
      ringing(3_000, ONE),
      does(9_100, 'answer'),
      released(9_332, ONE, 9_292),
      established(9_441, ONE, 9_199),
      sees(9_441, 'somebody has talked', { state: { work: 'acw', call: null } }),
    ],
  },
  takesThePageBack: {
    name: 'a displaced page signs in again, and a call rings before the answer',
    from: `${FROM} 7`,
    moments: [
      ...ONLINE,
      displaced(1_000),
      sees(1_000, 'signed in elsewhere', { state: { connection: 'displaced', login: 'offline' }, can: ['login'] }),
      does(10_000, 'login'),
      ready(10_100),
      ringing(10_200, ONE),
      signedIn(10_300),
      sees(10_300, 'what comes while an own login is in flight counts', {
        state: { connection: 'connected', login: 'online', work: 'ringing', call: { callID: 'talk-1' } },
        can: ['answer'],
        ended: { login: 'done' },
      }),
    ],
  },
  logoutOvertakesEstablished: {
    name: 'a logout overtakes the established before it, and no call is left',
    from: `${FROM} 9`,
    moments: [
      ...ONLINE,
      ringing(3_000, ONE),
      does(6_600, 'answer'),
      loggedOut(6_778, 6_738),
      established(6_898, ONE, 6_687),
      sees(6_898, 'a logout ends its calls', { state: { login: 'offline', work: 'idle', call: null, acw: null } }),
    ],
  },
  releaseOfTheOfferBefore: {
    name: 'the release of an offer comes after the same leg has been offered again',
    from: `${FROM} 12`,
    moments: [
      ...ONLINE,
      ringing(4_443, ONE, 4_443),
      ringing(7_045, ONE, 7_005),
      released(7_718, ONE, 5_451),
      sees(7_718, 'the release was of the offer before', {
        state: { work: 'ringing', call: { callID: 'talk-1' } },
        can: ['answer', 'rejectCall'],
        reported: { 'switchhook:ignored': [{ messageID: 'EventReleased' }] },
      }),
    ],
  },
  lateRefusal: {
    name: 'a makeCall from before the login is refused after it, which says nothing of now',
    from: `${FROM} 14`,
    moments: [
      ...ONLINE,
      does(1_000, 'resetLogout'),
      does(1_050, 'makeCall'),
      sees(1_050, 'both are in flight', { ended: { resetLogout: 'pending', makeCall: 'pending' } }),
      accepted(1_100, 'resetLogout'),
      sees(1_100, 'signed out', { state: { login: 'offline', work: 'idle' }, ended: { resetLogout: 'done' } }),
      does(2_000, 'login'),
      signedIn(2_100),
      refused(2_200, '330005'),
      sees(2_200, 'not signed in: that was then', { state: { connection: 'connected', login: 'online' }, ended: { login: 'done' } }),
    ],
  },
  leftAHeldConference: {
    name: 'a party leaves a held conference, and the other is held',
    from: `${FROM} 16`,
    moments: [
      ...CONFERENCE,
      held(30_000, ONE),
      says('EventPartyDeleted', 40_000, undefined, { ...ONE, ...LEFT }),
      sees(40_000, 'a talk of two, held', {
        state: { work: 'holding', call: { callID: 'talk-1', otherDN: '8002' }, consult: null },
        can: ['retrieveCall', 'hangup'],
      }),
    ],
  },
  acwUnknownToThePage: {
    name: 'makeCall is refused because of after-call work that the page does not know of',
    from: `${FROM} 17`,
    options: { acw: { seconds: 30 } },
    moments: [
      ...ONLINE,
      does(1_000, 'makeCall'),
      refused(1_100, '330013'),
      sees(1_100, 'its length is unknown', {
        state: { work: 'acw', call: null, acw: { deadline: null } },
        can: ['completeACW'],
        ended: { makeCall: 'REJECTED' },
      }),
    ],
  },
  cancelledUnseen: {
    name: 'the end of a cancelled consult is lost, and a regain says that the agent talks',
    from: `${FROM} 18`,
    moments: [
      ...CONSULT_DIALING,
      does(12_000, 'cancelConsult'),
      retrieved(12_200, ONE, 12_160),
      regain(20_000, { call: ONE, workStatus: 'talking', workStatusTimestamp: 12_160 }),
      sees(20_000, 'its status is not older than all that was known', {
        state: { work: 'talking', call: { callID: 'talk-1' }, consult: null },
      }),
    ],
  },
  lastLoginDecides: {
    name: 'the success of resetLogout comes after that of a login that was sent later',
    from: `${FROM} 19`,
    moments: [
      ...ONLINE,
      does(1_000, 'resetLogout'),
      does(1_050, 'login'),
      signedIn(1_100),
      sees(1_100, 'signed in', { state: { login: 'online' }, ended: { login: 'done', resetLogout: 'pending' } }),
      accepted(1_200, 'resetLogout'),
      sees(1_200, 'the one sent last decides', { state: { login: 'online' }, ended: { login: 'done', resetLogout: 'done' } }),
    ],
  },
} as const satisfies Readonly<Record<string, Day>>;
