import type { Attributes, Day, Moment } from '../day.js';
import { CONSULT_TALKING, talking } from '../words/calls.js';
import { CONSULTED, ONE, ONE_ELSEWHERE, STRANGER } from '../words/legs.js';
import { accepted, CONNECTED, does, ONLINE, sees } from '../words/people.js';
import { displaced, established, held, loggedOut, regain, released, retrieved, ringing } from '../words/service.js';

/** The leg to the agent who is consulted: its type and its call are those of the leg that this agent consults on. */
const WAS_CONSULTED: Attributes = { ...ONE, callType: 'Consult' };

/** Known again, the call goes on: everything the service says of it counts. */
const GOES_ON: readonly Moment[] = [
  sees(30_000, 'the regain names the call', {
    state: { connection: 'connected', login: 'online', work: 'talking', call: { callID: 'talk-1' } },
    can: ['hangup', 'holdCall'],
  }),
  held(40_000, ONE),
  sees(40_000, 'held is believed', { state: { work: 'holding', onHold: 'customer' } }),
  retrieved(50_000, ONE),
  sees(50_000, 'so is retrieved', { state: { work: 'talking', onHold: null } }),
  does(55_000, 'hangup'),
  released(55_100, ONE),
  sees(55_100, 'and the release, which confirms hangup', { state: { work: 'acw', call: null }, ended: { hangup: 'done' } }),
];

/** A leg that is wrongly filed as over makes the page deaf. */
export const legsWronglyOver = {
  namedAgain: {
    name: 'a call that one regain does not mention goes on when the next one names it',
    from: 'reports of other phones, A1',
    moments: [
      ...talking(),
      regain(20_000),
      sees(20_000, 'without workStatusInfo there is no call', { state: { work: 'idle', call: null, acw: null } }),
      regain(30_000, { call: ONE }),
      ...GOES_ON,
    ],
  },
  takenBackInTalk: {
    name: 'a call that was lost by displacement goes on when the page is taken back',
    from: 'reports of other phones, A1, in a talk',
    moments: [
      ...talking(),
      displaced(20_000),
      sees(20_000, 'signed in elsewhere', {
        state: { connection: 'displaced', login: 'offline', work: 'idle', call: null },
        reported: { 'switchhook:callEnded': [{ leg: 'call', reason: 'displaced', callID: 'talk-1' }] },
      }),
      does(29_000, 'initAgent'),
      accepted(29_100, 'initAgent'),
      regain(30_000, { call: ONE }),
      ...GOES_ON,
    ],
  },
  takenBackRinging: {
    name: 'a call that rings when the page is displaced can be answered when it is taken back',
    from: 'reports of other phones, A1, while it rings',
    moments: [
      ...ONLINE,
      ringing(1_000, ONE),
      displaced(3_000),
      sees(3_000, 'signed in elsewhere', { state: { connection: 'displaced', work: 'idle', call: null } }),
      does(9_000, 'initAgent'),
      accepted(9_100, 'initAgent'),
      regain(10_000, { call: ONE, workStatus: 'ringing', workStatusTimestamp: 960 }),
      sees(10_000, 'it still rings', {
        state: { connection: 'connected', login: 'online', work: 'ringing', call: { callID: 'talk-1' } },
        can: ['answer', 'rejectCall'],
      }),
      does(11_000, 'answer'),
      established(11_200, ONE),
      sees(11_200, 'it is answered', { state: { work: 'talking' }, ended: { answer: 'done' } }),
      released(30_000, ONE),
      sees(30_000, 'and over', { state: { work: 'acw', call: null } }),
    ],
  },
  loggedOutAndBack: {
    name: 'a call that a logout has ended goes on when a regain names it',
    from: 'reports of other phones, A1, a logout',
    moments: [
      ...talking(),
      loggedOut(20_000),
      sees(20_000, 'a logout ends its calls', { state: { login: 'offline', work: 'idle', call: null, acw: null } }),
      regain(30_000, { call: ONE }),
      ...GOES_ON,
    ],
  },
  offeredAgain: {
    name: 'a rejected call that is offered again during an outage ends when its new leg does',
    from: 'reports of other phones, A2',
    moments: [
      ...ONLINE,
      ringing(1_000, ONE),
      does(3_000, 'rejectCall'),
      released(3_200, ONE),
      sees(3_200, 'rejected', {
        state: { work: 'idle' },
        reported: { 'switchhook:callEnded': [{ reason: 'rejected', partyID: 'party-1' }] },
      }),
      regain(30_000, { call: ONE, workStatus: 'ringing', workStatusTimestamp: 25_000 }),
      sees(30_000, 'the queue has offered it again', { state: { work: 'ringing', call: { callID: 'talk-1' } }, can: ['answer'] }),
      released(40_000, ONE_ELSEWHERE),
      sees(40_000, 'after a regain, the first event of the call that has a party names the leg', {
        state: { work: 'idle', call: null, acw: null },
        reported: { 'switchhook:callEnded': [{ reason: 'missed', callID: 'talk-1' }] },
      }),
    ],
  },
  offeredAgainUnseen: {
    name: 'a call is rejected when an outage begins and is offered again in it, and ends when its new leg does',
    from: 'reports of other phones, A2, the first release lost',
    moments: [
      ...ONLINE,
      ringing(1_000, ONE),
      does(3_000, 'rejectCall'),
      regain(30_000, { call: ONE, workStatus: 'ringing', workStatusTimestamp: 25_000 }),
      sees(30_000, 'the queue has offered it again', { state: { work: 'ringing', call: { callID: 'talk-1' } }, can: ['answer'] }),
      released(40_000, ONE_ELSEWHERE),
      sees(40_000, 'the party known before is open again', { state: { work: 'idle', call: null, acw: null } }),
    ],
  },
  swappedTwice: {
    name: 'a consult is swapped and swapped back, and the customer leaves agent and third party talking',
    from: 'reports of other phones, A3',
    moments: [
      ...CONSULT_TALKING,
      held(20_000, CONSULTED),
      sees(20_000, 'a swap begins', { state: { work: 'consulting', consult: { phase: 'talking' } } }),
      retrieved(20_100, ONE),
      sees(20_100, 'the third party waits', {
        state: { work: 'consulting', consult: { phase: 'talking' }, onHold: 'thirdParty' },
        can: ['consultTransfer', 'consultConference', 'retrieveConsult'],
      }),
      held(30_000, ONE),
      sees(30_000, 'a swap back begins', { state: { work: 'consulting', consult: { phase: 'talking' } } }),
      retrieved(30_100, CONSULTED),
      sees(30_100, 'the customer waits', {
        state: { work: 'consulting', consult: { phase: 'talking' }, onHold: 'customer' },
        can: ['consultTransfer', 'consultConference', 'retrieveConsult'],
      }),
      released(40_000, ONE),
      sees(40_000, 'agent and third party talk', {
        state: { work: 'talking', call: { partyID: 'party-c' }, consult: null, acw: null },
        can: ['hangup'],
      }),
    ],
  },
  strangerReleased: {
    name: 'the release of a leg that nobody knows does not end a consult',
    from: 'reports of other phones, A4',
    moments: [
      ...CONSULT_TALKING,
      sees(19_000, 'a consult', { state: { work: 'consulting', consult: { phase: 'talking' } } }),
      does(20_000, 'retrieveConsult'),
      released(20_100, STRANGER),
      sees(20_100, 'the third party still talks', {
        state: { work: 'consulting', consult: { phase: 'talking' } },
        ended: { retrieveConsult: 'pending' },
        reported: { 'switchhook:ignored': [{ messageID: 'EventReleased' }] },
      }),
      released(20_300, CONSULTED),
      sees(20_300, 'now the third party has gone', { state: { consult: null }, ended: { retrieveConsult: 'done' } }),
      retrieved(20_400, ONE),
      sees(20_400, 'and the customer is back', { state: { work: 'talking', call: { callID: 'talk-1' } } }),
    ],
  },
  consultOnAConsult: {
    name: 'an agent who was consulted consults on, the page is loaded anew, and the agent hangs up: both legs are over',
    from: 'random sequence 2,15,60,f52,644,:',
    moments: [
      ...CONNECTED,
      regain(0, { call: WAS_CONSULTED, workStatus: 'consulting', workStatusTimestamp: -5_000 }),
      sees(0, 'the regain names the call, and not who is consulted', {
        state: { work: 'consulting', call: { callID: 'talk-1' } },
        can: ['hangup'],
      }),
      does(1_000, 'hangup'),
      released(1_200, CONSULTED),
      released(1_210, WAS_CONSULTED),
      sees(1_210, 'the service has ended both', { state: { work: 'acw', call: null, consult: null }, ended: { hangup: 'done' } }),
    ],
  },
} as const satisfies Readonly<Record<string, Day>>;
