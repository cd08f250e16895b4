import { expect } from '@jest/globals';
import type { Seat } from '../support/guarded-floor.js';
import { talkWithCustomer, TO_AGENT } from '../support/guarded-scenes.js';
import { playScenarios, type Stage } from '../support/scenario-suite.js';

const options = { callWaiting: 2 } as const;
const SECOND = '13800000000';

interface Shown {
  readonly callID: string | null;
  readonly partyID: string | null;
  readonly otherDN: string | null;
  readonly work: string;
}

const shown = ({ callID, partyID, otherDN, work }: Shown): Shown => ({ callID, partyID, otherDN, work });

/** The page shows the same calls beside the one that it is about. */
function sameWaiting({ centre }: Stage, { agentID, agent }: Seat): readonly Shown[] {
  const waiting = agent.getSnapshot().waiting.map((call) => shown(call as Shown));
  expect(waiting).toEqual(centre.truth(agentID).waiting.map(shown));
  return waiting;
}

/** The agent talks with the customer, and a second one calls. */
async function secondRings(stage: Stage): Promise<Seat> {
  const seat = await talkWithCustomer(stage);
  stage.centre.customer(SECOND).dial('1001');
  await stage.rest();
  expect(sameWaiting(stage, seat)).toMatchObject([{ work: 'ringing', otherDN: SECOND }]);
  return seat;
}

playScenarios('second calls', [
  {
    name: 'a second call that gives up before the first ends',
    options,
    behaviours: ['abandonEvent'],
    play: async (stage) => {
      const seat = await secondRings(stage);
      stage.centre.customer(SECOND).hangup();
      await stage.rest();
      sameWaiting(stage, seat);
      stage.customer.hangup();
      await stage.rest();
      expect(seat.agent.getSnapshot().work).toBe('acw');
    },
  },
  {
    name: 'a call that begins to ring when the talk before is over, and gives up: its beginning has ended the after-call work',
    options,
    play: async (stage) => {
      const { agentID, agent } = await talkWithCustomer(stage);
      stage.centre.customer(SECOND).dial('1001');
      stage.customer.hangup();
      await stage.rest();
      expect(agent.getSnapshot()).toMatchObject({ work: 'ringing', waiting: [] });
      stage.centre.customer(SECOND).hangup();
      await stage.rest();
      expect([agent.getSnapshot().work, stage.centre.truth(agentID).work]).toEqual(['idle', 'idle']);
    },
  },
  {
    name: 'a second call that is answered, hung up, and the first taken back',
    options,
    play: async (stage) => {
      const seat = await secondRings(stage);
      await seat.does('answer');
      expect(sameWaiting(stage, seat)).toMatchObject([{ work: 'holding' }]);
      await seat.does('hangup');
      sameWaiting(stage, seat);
      await seat.does('retrieveCall');
      await seat.does('hangup');
      expect(seat.agent.getSnapshot().work).toBe('acw');
    },
  },
  {
    name: 'a second call that is rejected',
    options,
    play: async (stage) => {
      const seat = await secondRings(stage);
      await seat.does('rejectCall');
      expect(seat.agent.getSnapshot()).toMatchObject({ work: 'talking', waiting: [] });
    },
  },
  {
    name: 'a second call that becomes the call, and is abandoned: after-call work comes after the last',
    options,
    behaviours: ['abandonEvent'],
    play: async (stage) => {
      const seat = await secondRings(stage);
      await seat.does('hangup');
      expect(seat.agent.getSnapshot().work).toBe('ringing');
      stage.centre.customer(SECOND).hangup();
      await stage.rest();
      expect(seat.agent.getSnapshot().work).toBe('acw');
    },
  },
  {
    name: 'a second call that is taken at the phone, and the two swapped there',
    options,
    play: async (stage) => {
      const seat = await talkWithCustomer(stage, { phoneType: 'sip' });
      stage.centre.customer(SECOND).dial('8001');
      await stage.rest();
      stage.centre.device('8001').answer();
      await stage.rest();
      sameWaiting(stage, seat);
      stage.centre.device('8001').retrieve();
      await stage.rest();
      expect(sameWaiting(stage, seat)).toMatchObject([{ otherDN: SECOND, work: 'holding' }]);
      stage.customer.hangup();
      await stage.rest();
      sameWaiting(stage, seat);
    },
  },
  {
    name: 'a call out while another comes in, which is answered',
    options,
    play: async (stage) => {
      const seat = await stage.signIn('1001');
      await seat.does('makeCall', { otherDN: stage.customer.number });
      stage.centre.customer(SECOND).dial('1001');
      await stage.rest();
      sameWaiting(stage, seat);
      await seat.does('answer');
      sameWaiting(stage, seat);
      stage.customer.answer();
      await stage.rest();
      expect(sameWaiting(stage, seat)).toMatchObject([{ work: 'holding', otherDN: stage.customer.number }]);
    },
  },
  {
    name: 'a second call during a consult and a transfer',
    options,
    behaviours: ['consultTransferReleases', 'consultHold', 'consultCallID'],
    play: async (stage) => {
      const seat = await talkWithCustomer(stage);
      const other = await stage.signIn('1002');
      await seat.does('initiateConsult', TO_AGENT);
      await other.does('answer');
      stage.centre.customer(SECOND).dial('1001');
      await stage.rest();
      sameWaiting(stage, seat);
      await seat.does('consultTransfer');
      expect(seat.agent.getSnapshot()).toMatchObject({ work: 'ringing', waiting: [] });
      await seat.does('answer');
    },
  },
  {
    name: 'a muted talk beside a second call',
    options,
    play: async (stage) => {
      const seat = await secondRings(stage);
      await seat.does('muteCall');
      await seat.does('answer');
      await seat.does('unmute');
      await seat.does('hangup');
    },
  },
  {
    name: 'two more calls, and every one of them ended by resetLogout',
    options,
    behaviours: ['resetLogoutRelease'],
    play: async (stage) => {
      const seat = await secondRings(stage);
      stage.centre.customer('13800000001').dial('1001');
      await stage.rest();
      expect(sameWaiting(stage, seat)).toHaveLength(2);
      await seat.does('answer');
      sameWaiting(stage, seat);
      await seat.does('resetLogout');
      expect(seat.agent.getSnapshot()).toMatchObject({ login: 'offline', work: 'idle', waiting: [] });
    },
  },
]);
