import type { CommandName } from '../../../adapters/sobot/index.js';
import type { Day } from '../day.js';
import { talking } from '../words/calls.js';
import { ONE } from '../words/legs.js';
import { does, ONLINE, sees } from '../words/people.js';
import { refused, released, ringing } from '../words/service.js';

/** The end of a call that rings is lost, and a command tells. */
function ringsNoMore(command: CommandName): Day {
  return {
    name: `${command} is refused because the call is over, and the page believes it`,
    from: 'reports of other phones, C7',
    moments: [
      ...ONLINE,
      ringing(1_000, ONE),
      sees(1_000, 'a call', { state: { work: 'ringing' } }),
      does(60_000, command),
      refused(60_200, '330303'),
      sees(60_200, '330303 says that the call is over', {
        state: { work: 'idle', call: null, acw: null, login: 'online' },
        ended: { [command]: 'REJECTED' },
        can: ['makeCall', 'logout'],
      }),
    ],
  };
}

/** A refusal that states a truth is believed. */
export const trueRefusals = {
  answerTooLate: ringsNoMore('answer'),
  rejectTooLate: ringsNoMore('rejectCall'),
  hangupTooLate: ringsNoMore('hangup'),
  hangupOfALostTalk: {
    name: 'hangup of a talk whose end was lost is refused, and after-call work begins',
    from: 'reports of other phones, C7, in a talk',
    moments: [
      ...talking(),
      does(60_000, 'hangup'),
      refused(60_200, '330039'),
      sees(60_200, '330039 says that there is no talk any more', { state: { work: 'acw', call: null }, ended: { hangup: 'REJECTED' } }),
    ],
  },
  refusedAsDisplaced: {
    name: 'a command is refused because the agent has signed in elsewhere, and the page believes it',
    from: 'reports of other phones, C7, 330049',
    moments: [
      ...talking(),
      does(60_000, 'holdCall'),
      refused(60_200, '330049'),
      sees(60_200, '330049 says: signed in elsewhere', {
        state: { connection: 'displaced', login: 'offline', work: 'idle', call: null },
        ended: { holdCall: 'REJECTED' },
        can: ['login', 'initAgent'],
      }),
    ],
  },
  refusedAsDisplacedByItsCallback: {
    name: 'a login command is refused because the agent has signed in elsewhere, and the page believes it',
    from: 'reports of other phones, C7, 330049 in a callback',
    moments: [
      ...talking(),
      does(60_000, 'notReady', { reasonCode: 11 }),
      { at: 60_200, refuses: 'notReady', failure: { errorCode: '330049', errorMessage: 'Signed in elsewhere.' } },
      sees(60_200, '330049 says: signed in elsewhere', {
        state: { connection: 'displaced', login: 'offline', work: 'idle', call: null },
        ended: { notReady: 'REJECTED' },
      }),
    ],
  },
  acwIsOver: {
    name: 'completeACW is refused because after-call work is over, and the page believes it',
    from: 'reports of other phones, C8',
    moments: [
      ...talking(),
      released(20_000, ONE),
      sees(20_000, 'a talk is over', { state: { work: 'acw' } }),
      does(60_000, 'completeACW'),
      refused(60_200, '330102'),
      sees(60_200, '330102 says that there is no after-call work', {
        state: { work: 'idle', acw: null, login: 'online' },
        ended: { completeACW: 'REJECTED' },
        can: ['makeCall', 'logout'],
      }),
    ],
  },
} as const satisfies Readonly<Record<string, Day>>;
