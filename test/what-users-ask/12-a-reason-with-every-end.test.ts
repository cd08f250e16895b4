import { describe, expect, test } from '@jest/globals';
import { classifyError, ERROR_CLASSES, type CommandError } from '../../adapters/sobot/index.js';
import { ERROR_TEXTS } from '../../adapters/simulator/index.js';
import { CUSTOMER, openGuardedFloor, type GuardedFloor, type Seat } from '../support/guarded-floor.js';
import { conferWithColleague, consultColleague, ringColleague, takeCall, talkWithCustomer } from '../support/guarded-scenes.js';

/** The ends of legs that an agent is told from now on, in short. */
function endsOf({ agent }: Seat): string[] {
  const ends: string[] = [];
  agent.on('switchhook:callEnded', ({ leg, reason }) => ends.push(`${leg} ${reason}`));
  return ends;
}

async function ringing(floor: GuardedFloor): Promise<Seat> {
  const seat = await floor.signIn('1001');
  floor.customer.dial('1001');
  await floor.rest();
  return seat;
}

/** Each story, and the ends that agent 1001 is told in it. */
const STORIES: readonly (readonly [string, readonly string[], (floor: GuardedFloor) => Promise<{ ends: string[] }>])[] = [
  [
    'the caller gives up',
    ['call missed'],
    async (floor) => {
      const ends = endsOf(await ringing(floor));
      floor.customer.hangup();
      return { ends };
    },
  ],
  [
    'it rings in vain',
    ['call missed'],
    async (floor) => {
      const ends = endsOf(await ringing(floor));
      await floor.pass(25_000);
      return { ends };
    },
  ],
  [
    'the agent rejects',
    ['call rejected'],
    async (floor) => {
      const seat = await ringing(floor);
      const ends = endsOf(seat);
      await seat.does('rejectCall');
      return { ends };
    },
  ],
  [
    'the agent hangs up',
    ['call hungUp'],
    async (floor) => {
      const seat = await talkWithCustomer(floor);
      const ends = endsOf(seat);
      await seat.does('hangup');
      return { ends };
    },
  ],
  [
    'the customer hangs up',
    ['call otherSide'],
    async (floor) => {
      const ends = endsOf(await talkWithCustomer(floor));
      floor.customer.hangup();
      return { ends };
    },
  ],
  [
    'the called customer does not answer',
    ['call notReached'],
    async (floor) => {
      const seat = await floor.signIn('1001');
      const ends = endsOf(seat);
      await seat.does('makeCall', { otherDN: CUSTOMER });
      floor.customer.reject();
      return { ends };
    },
  ],
  [
    'the service refuses the call out',
    ['call notMade'],
    async (floor) => {
      const seat = await floor.signIn('1001');
      const ends = endsOf(seat);
      floor.centre.faults.failNext('makeCall', '330082');
      expect(await seat.tries('makeCall', { otherDN: CUSTOMER })).toBe('REJECTED');
      return { ends };
    },
  ],
  [
    'the agent transfers',
    ['call transferred'],
    async (floor) => {
      const seat = await talkWithCustomer(floor);
      const other = await floor.signIn('1002');
      const ends = endsOf(seat);
      seat.send('singleTransfer', { targetType: '0', target: '1002' });
      await floor.rest();
      await other.does('answer');
      return { ends };
    },
  ],
  [
    'the consulted colleague does not take it',
    ['consult notReached'],
    async (floor) => {
      const { seat, other } = await ringColleague(floor);
      const ends = endsOf(seat);
      await other.does('rejectCall');
      return { ends };
    },
  ],
  [
    'the agent cancels the consult',
    ['consult hungUp'],
    async (floor) => {
      const { seat } = await ringColleague(floor);
      const ends = endsOf(seat);
      await seat.does('cancelConsult');
      return { ends };
    },
  ],
  [
    'the consulted colleague goes',
    ['consult otherSide'],
    async (floor) => {
      const { seat, other } = await consultColleague(floor);
      const ends = endsOf(seat);
      await other.does('hangup');
      return { ends };
    },
  ],
  [
    'a conference forms',
    ['consult joined'],
    async (floor) => {
      const { seat } = await consultColleague(floor);
      const ends = endsOf(seat);
      await seat.does('consultConference');
      return { ends };
    },
  ],
  [
    'the agent leaves the conference',
    ['call hungUp'],
    async (floor) => {
      const { seat } = await conferWithColleague(floor);
      const ends = endsOf(seat);
      await seat.does('hangup');
      return { ends };
    },
  ],
  [
    'a supervisor signs the agent out',
    ['call signedOut'],
    async (floor) => {
      const supervisor = await floor.signIn('1002');
      const seat = await talkWithCustomer(floor);
      const ends = endsOf(seat);
      // The service releases the call first, or says nothing of it.
      floor.centre.faults.drop('EventReleased', { agentID: '1001' });
      expect(supervisor.agent.can('forceLogout')).toBe(true);
      await seat.does('forceLogout', { targetAgentID: '1001' });
      return { ends };
    },
  ],
  [
    'the call ends while the connection is lost',
    ['call unseen'],
    async (floor) => {
      const seat = await talkWithCustomer(floor);
      const ends = endsOf(seat);
      floor.centre.faults.disconnect(seat.sdk);
      floor.customer.hangup();
      floor.clock.increment(60_000);
      floor.centre.faults.reconnect(seat.sdk);
      return { ends };
    },
  ],
];

/*
 * Wish 12: a reason with every end, cancel and miss; a catalogue of errors.
 * Asked for in twilio #435, connect #658 and #551, SIP.js #944.
 */
describe('a reason with every end, cancel and miss', () => {
  test.each(STORIES)('%s: %j', async (_what, expected, play) => {
    const floor = openGuardedFloor();
    const { ends } = await play(floor);
    await floor.rest();
    expect(ends).toEqual(expected);
  });

  test('every call of a day has exactly one end, with its ids and when it was answered', async () => {
    const floor = openGuardedFloor({ acwSeconds: 0 });
    const seat = await floor.signIn('1001', {}, { acw: { enabled: false } });
    const begun: (string | null)[] = [];
    const ended: [string | null, boolean][] = [];
    seat.agent.on('EventRinging', ({ callID }) => begun.push(callID ?? null));
    seat.agent.on('switchhook:callEnded', ({ callID, establishedAt }) => ended.push([callID, establishedAt !== null]));
    for (const isTaken of [true, false, true]) {
      if (isTaken) await takeCall(floor, seat);
      else {
        floor.customer.dial('1001');
        await floor.rest();
      }
      floor.customer.hangup();
      await floor.rest();
    }
    expect(ended).toEqual([
      [begun[0], true],
      [begun[1], false],
      [begun[2], true],
    ]);
  });
});

describe('a catalogue of errors', () => {
  test('every code that the service may give has a meaning and a remedy', () => {
    for (const code of Object.keys(ERROR_TEXTS)) {
      const found = classifyError(code);
      expect([code, found?.meaning, found?.remedy]).toEqual([code, expect.stringMatching(/\w.*\.$/), expect.stringMatching(/\w.*\.$/)]);
    }
    expect(ERROR_CLASSES.length).toBeGreaterThan(10);
  });

  test('a refusal of the service comes with its code, what that means, and what to do', async () => {
    const floor = openGuardedFloor();
    const seat = await talkWithCustomer(floor);
    for (const errorCode of ['391026', '330007', '330042']) {
      floor.centre.faults.failNext('holdCall', errorCode);
      const outcome = seat.agent.holdCall().catch((error: unknown) => error);
      await floor.rest();
      const error = (await outcome) as CommandError;
      expect(error).toMatchObject({ code: 'REJECTED', vendorCode: errorCode, vendorClass: { name: classifyError(errorCode)?.name } });
      expect(error.message).toContain(errorCode);
      expect(error.remedy).toBe(error.vendorClass?.remedy);
    }
  });
});
