import type { Day } from '../day.js';
import { talking } from '../words/calls.js';
import { CONSULTED, DIALED, ONE, OWN, THREE, TWO } from '../words/legs.js';
import { accepted, does, ONLINE, sees } from '../words/people.js';
import { dialing, established, held, refused, regain, released, ringing } from '../words/service.js';

const FROM = 'random days of an independent world, call';
const SIX = { ...ONE, callID: 'talk-6', partyID: 'party-6' };

/** Random days with more than one call, or more than one leg. */
export const severalCallsAtRandom = {
  regainNamesTheFirst: {
    name: 'a regain names the first of two calls that ring, and the other waits',
    from: `${FROM} 1`,
    moments: [
      ...ONLINE,
      ringing(1_000, ONE),
      ringing(2_000, THREE),
      does(10_000, 'initAgent'),
      accepted(10_100, 'initAgent'),
      sees(10_100, 'a fresh token: nothing is lost', {
        state: { work: 'ringing', call: { callID: 'talk-1' }, waiting: [{ callID: 'talk-3', work: 'ringing' }] },
      }),
      regain(10_200, { call: ONE }),
      sees(10_200, 'a regain that names one call says nothing of the others', {
        state: { work: 'ringing', call: { callID: 'talk-1' }, waiting: [{ callID: 'talk-3', work: 'ringing' }] },
      }),
      released(20_000, ONE),
      sees(20_000, 'the one that waits becomes the call', { state: { work: 'ringing', call: { callID: 'talk-3' }, waiting: [] } }),
    ],
  },
  regainNamesTheHeld: {
    name: 'a regain names the held one of two calls, and the one that was talked on waits as held',
    from: `${FROM} 2`,
    moments: [
      ...talking(),
      ringing(10_000, THREE),
      held(12_000, ONE),
      established(14_000, THREE),
      sees(14_000, 'the one that is talked on is the call', {
        state: { work: 'talking', call: { callID: 'talk-3' }, waiting: [{ callID: 'talk-1', work: 'holding' }] },
      }),
      regain(20_000, { call: ONE }),
      sees(20_000, 'the regain names the other', {
        state: { work: 'holding', call: { callID: 'talk-1' }, waiting: [{ callID: 'talk-3', work: 'holding' }] },
      }),
    ],
  },
  answersBesideItsOwnCall: {
    name: 'a call is answered and hung up while an own call is dialed, and the own call goes on',
    from: `${FROM} 3`,
    moments: [
      ...ONLINE,
      does(1_000, 'makeCall'),
      dialing(1_200, OWN),
      ringing(2_000, THREE),
      sees(2_000, 'a waiting call that rings can be answered', {
        state: { work: 'dialing', call: { callID: 'talk-1' }, waiting: [{ callID: 'talk-3', work: 'ringing' }] },
        can: ['answer', 'hangup'],
      }),
      does(3_000, 'answer'),
      does(3_050, 'hangup'),
      established(3_200, THREE),
      sees(3_200, 'an own answer makes it the call', {
        state: { work: 'talking', call: { callID: 'talk-3' }, waiting: [{ callID: 'talk-1', work: 'dialing' }] },
        ended: { answer: 'done', hangup: 'pending' },
      }),
      released(3_300, THREE),
      sees(3_300, 'the release of a call that was known when hangup was sent confirms it', {
        state: { work: 'dialing', call: { callID: 'talk-1' }, waiting: [], acw: null },
        ended: { answer: 'done', hangup: 'done' },
      }),
    ],
  },
  dialedCallCrossesMakeCall: {
    name: 'a call that the service has dialed crosses makeCall, which is refused for it',
    from: `${FROM} 8`,
    moments: [
      ...ONLINE,
      does(1_000, 'makeCall'),
      ringing(1_200, DIALED),
      sees(1_200, 'it may be the own call', {
        state: { work: 'dialing', call: { callID: 'talk-1' } },
        can: ['answer', 'rejectCall'],
        ended: { makeCall: 'pending' },
      }),
      refused(1_400, '391043'),
      sees(1_400, 'it is an offered call', {
        state: { work: 'ringing', call: { callID: 'talk-1' } },
        can: ['answer', 'rejectCall'],
        ended: { makeCall: 'REJECTED' },
      }),
    ],
  },
  waitedBeforeTheEnd: {
    name: 'a call that began before the end of the talk, and is heard of after it, does not cost the after-call work',
    from: `${FROM} 10`,
    moments: [
      ...talking(),
      released(8_784, ONE, 8_744),
      sees(8_784, 'a talk is over', { state: { work: 'acw' } }),
      ringing(8_907, TWO, 8_647),
      sees(8_907, 'another call rings, and was waiting', { state: { work: 'ringing', call: { callID: 'talk-2' } } }),
      released(15_000, TWO),
      sees(15_000, 'after-call work comes after the last', { state: { work: 'acw', call: null } }),
    ],
  },
  begunInAcw: {
    name: 'a call that begins in after-call work ends it',
    from: `${FROM} 11`,
    moments: [
      ...talking(),
      released(8_784, ONE, 8_744),
      ringing(12_000, TWO),
      sees(12_000, 'another call rings', { state: { work: 'ringing', call: { callID: 'talk-2' }, acw: null } }),
      released(20_000, TWO),
      sees(20_000, 'nobody has talked since', { state: { work: 'idle', call: null, acw: null } }),
    ],
  },
  refusalOfTheWaiting: {
    name: 'an error that names the waiting call is no refusal of hangup in a talk on another',
    from: `${FROM} 13`,
    moments: [
      ...talking(),
      ringing(10_000, THREE),
      does(12_000, 'hangup'),
      refused(12_100, '330039', THREE),
      sees(12_100, 'hangup is about the live call', {
        state: { work: 'talking', call: { callID: 'talk-1' }, waiting: [{ callID: 'talk-3', work: 'ringing' }] },
        ended: { hangup: 'pending' },
      }),
    ],
  },
  consultHeardOfTooLate: {
    name: 'the customer leaves before the consult is heard of, and the third party is the call',
    from: `${FROM} 15`,
    moments: [
      ...talking(SIX),
      does(12_700, 'initiateConsult'),
      released(12_924, SIX, 12_802),
      dialing(13_399, { ...CONSULTED, callID: 'talk-6' }, 12_750),
      sees(13_399, 'agent and third party are left', {
        state: { work: 'dialing', call: { partyID: 'party-c' }, consult: null, acw: null },
        can: ['hangup'],
      }),
    ],
  },
} as const satisfies Readonly<Record<string, Day>>;
