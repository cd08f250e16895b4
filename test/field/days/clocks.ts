import type { Day, Moment } from '../day.js';
import { talking } from '../words/calls.js';
import { ONE } from '../words/legs.js';
import { CONNECTED, does, ONLINE, sees } from '../words/people.js';
import { displaced, loggedOut, notReady, ready, regain, released, ringing, says } from '../words/service.js';

const HOUR = 3_600_000;
const YEARS = 20 * 365 * 24 * HOUR;

/** A message of another kind is stamped in the far future; regains are believed all the same. */
function farFuture(name: string, from: string, message: Moment): Day {
  return {
    name,
    from,
    moments: [
      ...talking(),
      message,
      sees(10_000, 'it says nothing of the call', { state: { work: 'talking' } }),
      regain(20_000),
      sees(20_000, 'the service is the authority: no call', { state: { work: 'idle', call: null } }),
      regain(30_000, { call: ONE, workStatus: 'holding', workStatusTimestamp: 25_000 }),
      sees(30_000, 'and now a call, which is held', { state: { work: 'holding', call: { callID: 'talk-1' } } }),
    ],
  };
}

const BACK = { clock: 'set', by: -3 * HOUR } as const;

/** Clocks that are wrong or set. */
export const clocks = {
  anHourAhead: {
    name: 'one message stamped an hour ahead makes the page deaf to nothing that follows',
    from: 'reports of other phones, E12',
    moments: [
      ...ONLINE,
      ready(10_000, 10_000 + HOUR),
      notReady(20_000, 2),
      sees(20_000, 'forced busy', { state: { login: 'dnd', reasonCode: 2 } }),
      loggedOut(30_000),
      sees(30_000, 'forced out', { state: { login: 'offline' } }),
      displaced(40_000),
      sees(40_000, 'signed in elsewhere', { state: { connection: 'displaced', login: 'offline' } }),
      regain(50_000, { call: ONE, workStatus: 'talking', workStatusTimestamp: 45_000 }),
      sees(50_000, 'taken back', { state: { connection: 'connected', login: 'online', work: 'talking', call: { callID: 'talk-1' } } }),
    ],
  },
  callAnHourAhead: {
    name: 'a call that begins with a stamp an hour ahead ends with the regain that does not name it',
    from: 'reports of other phones, E12, a call',
    moments: [
      ...ONLINE,
      ringing(10_000, ONE, 10_000 + HOUR),
      sees(10_000, 'a call', { state: { work: 'ringing' } }),
      notReady(20_000, 2),
      sees(20_000, 'forced busy', { state: { login: 'dnd', work: 'ringing' } }),
      regain(30_000),
      sees(30_000, 'no call', { state: { login: 'online', work: 'idle', call: null } }),
      displaced(40_000),
      sees(40_000, 'signed in elsewhere', { state: { connection: 'displaced', login: 'offline' } }),
    ],
  },
  latencyOfTheFarFuture: farFuture(
    'a reading of the network stamped in the far future makes the page deaf to no regain',
    'reports of other phones, E13',
    says('EventJanusLatency', 10_000, 10_000 + YEARS, { ping: 30, jitter: 2, loss: '0', quality: 'e' }),
  ),
  errorOfTheFarFuture: farFuture(
    'an error stamped in the far future makes the page deaf to no regain',
    'reports of other phones, E13, an error',
    says('EventError', 10_000, 10_000 + YEARS, { errorCode: '330007', errorMessage: 'Too frequent.' }),
  ),
  setBackDuringACommand: {
    name: 'a command ends by its deadline although the clock of the computer is set back three hours',
    from: 'reports of other phones, E14',
    options: { timeouts: { holdCall: 10_000 } },
    moments: [
      ...talking(),
      does(20_000, 'holdCall'),
      { at: 22_000, ...BACK },
      sees(29_900, 'not yet', { ended: { holdCall: 'pending' } }),
      sees(30_100, 'ten seconds have passed', {
        state: { work: 'talking', pending: [] },
        ended: { holdCall: 'TIMEOUT' },
        can: ['holdCall'],
      }),
    ],
  },
  setBackDuringAcw: {
    name: 'after-call work of 30 s ends in time although the clock of the computer is set back three hours',
    from: 'reports of other phones, E14, after-call work',
    options: { acw: { seconds: 30 } },
    moments: [
      ...talking(),
      released(20_000, ONE),
      { at: 25_000, ...BACK },
      sees(49_800, 'not yet', { state: { work: 'acw' } }),
      sees(50_200, 'thirty seconds have passed', { state: { work: 'idle', acw: null } }),
    ],
  },
  oldTalk: {
    name: 'a page that is loaded in a talk of ten minutes shows ten minutes',
    from: 'reports of other phones, E15',
    moments: [
      ...CONNECTED,
      regain(0, { call: ONE, workStatus: 'talking', workStatusTimestamp: -600_000 }),
      sees(0, 'its work status says since when', { state: { work: 'talking' }, ago: { since: 600_000, establishedAt: 600_000 } }),
    ],
  },
} as const satisfies Readonly<Record<string, Day>>;
