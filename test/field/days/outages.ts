import type { Day, Moment, Sight } from '../day.js';
import { CONSULT_DIALING, talking } from '../words/calls.js';
import { ONE } from '../words/legs.js';
import { accepted, CONNECTED, does, sees, signedIn } from '../words/people.js';
import { displaced, onPage, regain, released, ringing } from '../words/service.js';

const HOUR = 3_600_000;
const IDLE: Sight = { state: { login: 'online', work: 'idle', call: null, acw: null }, can: ['makeCall', 'logout'] };

/** One agent leaves a tab in after-call work, and hours later another comes. */
const ANOTHER_TAKES_THE_TAB: readonly Moment[] = [
  ...talking(),
  released(20_000, ONE),
  sees(20_000, 'a talk is over', { state: { work: 'acw' } }),
  { at: 3 * HOUR, reload: 'storage kept' },
  does(3 * HOUR, 'initAgent', { token: 'another-token', companyId: 'company-1', agent: '1002' }),
  accepted(3 * HOUR + 100, 'initAgent'),
];

/** Outages, other ends, and other agents at the same one. */
export const outages = {
  pickedUpDuringAnOutage: {
    name: 'a call known by a regain only is picked up on the phone during an outage',
    from: 'reports of other phones, G22',
    moments: [
      ...CONNECTED,
      regain(0, { call: ONE, workStatus: 'ringing', workStatusTimestamp: -2_000 }),
      sees(0, 'it rings', { state: { work: 'ringing', call: { callID: 'talk-1' } }, can: ['answer'] }),
      regain(20_000, { call: ONE, workStatus: 'talking', workStatusTimestamp: 10_000 }),
      sees(20_000, 'it was answered', {
        state: { work: 'talking', call: { callID: 'talk-1' } },
        can: ['hangup', 'holdCall'],
        ago: { since: 10_000 },
      }),
    ],
  },
  pickedUpWithoutATime: {
    name: 'a call known by a regain only is picked up during an outage, and the regain does not say when',
    from: 'reports of other phones, G22, without a time',
    moments: [
      ...CONNECTED,
      regain(0, { call: ONE, workStatus: 'ringing' }),
      sees(0, 'it rings', { state: { work: 'ringing' } }),
      regain(20_000, { call: ONE, workStatus: 'talking' }),
      sees(20_000, 'what was learnt from a regain does not outweigh a later one', {
        state: { work: 'talking', call: { callID: 'talk-1' } },
        can: ['hangup', 'holdCall'],
      }),
    ],
  },
  thirdPartyAnswersDuringAnOutage: {
    name: 'a third party may have answered during an outage, and the service decides what can be done',
    from: 'reports of other phones, G23',
    moments: [
      ...CONSULT_DIALING,
      sees(11_000, 'the third party is called', {
        state: { work: 'consulting', consult: { phase: 'dialing' } },
        can: ['cancelConsult'],
        cannot: ['consultTransfer'],
      }),
      regain(30_000, { call: ONE }),
      sees(30_000, 'the wire does not say in which phase the consult is', {
        state: { work: 'consulting', consult: { phase: 'unknown' } },
        can: ['cancelConsult', 'retrieveConsult', 'consultTransfer', 'consultConference'],
      }),
    ],
  },
  twoPagesAtOnce: {
    name: 'two pages sign in at once, and the one whose login succeeds last is signed in',
    from: 'reports of other phones, G24',
    moments: [
      ...CONNECTED.flatMap((moment) => [moment, ...onPage('second', moment)]),
      does(1_000, 'login'),
      ...onPage('second', does(1_010, 'login'), signedIn(1_070)),
      displaced(1_075, 1_030),
      sees(1_075, 'its own login is not answered', { state: { login: 'loggingIn' }, ended: { login: 'pending' } }),
      ...onPage('second', displaced(1_090, 1_050)),
      signedIn(1_095),
      sees(1_095, 'success after the displacement: this page has won', {
        state: { connection: 'connected', login: 'online' },
        ended: { login: 'done' },
      }),
      ...onPage(
        'second',
        sees(1_095, 'the other has lost', { state: { connection: 'displaced', login: 'offline' }, ended: { login: 'done' } }),
      ),
      ringing(5_000, ONE),
      sees(5_000, 'the service rings the page that is signed in', {
        state: { work: 'ringing', call: { callID: 'talk-1' } },
        can: ['answer'],
      }),
    ],
  },
  anotherAgentAtTheTab: {
    name: 'an agent signs in at a tab where another agent was in after-call work, and is idle',
    from: 'reports of other phones, G25',
    moments: [
      ...ANOTHER_TAKES_THE_TAB,
      does(3 * HOUR + 1_000, 'login', { phoneType: 'webrtc', bindExt: '8002', agentState: '1' }),
      signedIn(3 * HOUR + 1_100),
      sees(3 * HOUR + 1_100, 'that was the work of another', IDLE),
      regain(3 * HOUR + 60_000, { agent: '1002' }),
      sees(3 * HOUR + 60_000, 'and a regain that names no call brings nothing back', IDLE),
    ],
  },
  anotherAgentRegains: {
    name: 'an agent who is signed in comes to a tab where another agent was in after-call work, and is idle',
    from: 'reports of other phones, G25, by a regain',
    moments: [
      ...ANOTHER_TAKES_THE_TAB,
      regain(3 * HOUR + 200, { agent: '1002' }),
      sees(3 * HOUR + 200, 'that was the work of another', IDLE),
    ],
  },
} as const satisfies Readonly<Record<string, Day>>;
