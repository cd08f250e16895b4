import { expect } from '@jest/globals';
import type { Seat } from '../support/guarded-floor.js';
import { playScenarios, type Stage } from '../support/scenario-suite.js';

const TWO_PHONES = {
  agents: [
    { agentID: '1001', ext: '8001', secondPhone: '8101', queues: ['support'] },
    { agentID: '1002', ext: '8002', queues: ['support'] },
  ],
} as const;
const ALL = { queues: [{ name: 'support', rings: 'all' }] } as const;

function reasonsOf({ agent }: Seat): string[] {
  const reasons: string[] = [];
  agent.on('switchhook:callEnded', ({ reason }) => reasons.push(reason));
  return reasons;
}

async function bothRing(stage: Stage): Promise<Seat> {
  const seat = await stage.signIn('1001', { phoneType: 'sip' });
  stage.customer.dial('1001');
  await stage.rest();
  expect(seat.agent.getSnapshot().work).toBe('ringing');
  return seat;
}

playScenarios('a call at two phones of one agent', [
  {
    name: 'left by one phone after the other',
    options: TWO_PHONES,
    behaviours: ['endCause'],
    play: async (stage) => {
      const seat = await bothRing(stage);
      stage.centre.device('8101').reject();
      await stage.rest();
      expect(seat.agent.getSnapshot().work).toBe('ringing');
      stage.centre.device('8001').reject();
      await stage.rest();
      expect(seat.agent.getSnapshot().work).toBe('idle');
    },
  },
  {
    name: 'answered from the page',
    options: TWO_PHONES,
    behaviours: ['endCause'],
    play: async (stage) => {
      const seat = await bothRing(stage);
      await seat.does('answer');
      await seat.does('holdCall');
      await seat.does('retrieveCall');
      stage.customer.hangup();
      await stage.rest();
      expect(seat.agent.getSnapshot().work).toBe('acw');
    },
  },
  ...['8001', '8101'].map((ext) => ({
    name: `answered at phone ${ext}`,
    options: TWO_PHONES,
    play: async (stage: Stage) => {
      const seat = await bothRing(stage);
      stage.centre.device(ext).answer();
      await stage.rest();
      expect(seat.agent.getSnapshot().work).toBe('talking');
      await seat.does('hangup');
    },
  })),
  {
    name: 'rejected at both',
    options: TWO_PHONES,
    play: async (stage) => {
      const seat = await bothRing(stage);
      await seat.does('rejectCall');
      expect(seat.agent.getSnapshot().work).toBe('idle');
    },
  },
  {
    name: 'given up by the caller',
    options: TWO_PHONES,
    behaviours: ['abandonEvent', 'endCause'],
    play: async (stage) => {
      const seat = await bothRing(stage);
      const reasons = reasonsOf(seat);
      stage.customer.hangup();
      await stage.rest();
      expect(reasons).toEqual(['missed']);
    },
  },
]);

playScenarios('offers of queues', [
  ...(['hangupCause', 'earlyDetectCause'] as const).map((endCause) => ({
    name: `a call that a colleague has answered, told by ${endCause}`,
    options: ALL,
    given: { endCause },
    play: async (stage: Stage) => {
      const seat = await stage.signIn('1001');
      const other = await stage.signIn('1002');
      const reasons = reasonsOf(seat);
      stage.customer.dial('support');
      await stage.rest();
      expect(seat.agent.getSnapshot().work).toBe('ringing');
      await other.does('answer');
      expect(reasons).toEqual(['answeredElsewhere']);
    },
  })),
  {
    name: 'a call that is offered to the same agent again',
    behaviours: ['reofferPartyID', 'endCause'],
    play: async (stage) => {
      const seat = await stage.signIn('1001');
      stage.customer.dial('support');
      await stage.rest();
      await seat.does('rejectCall');
      await stage.pass(6000);
      expect(seat.agent.getSnapshot().work).toBe('ringing');
      await seat.does('answer');
      await seat.does('hangup');
      expect(seat.agent.getSnapshot().work).toBe('acw');
    },
  },
  {
    name: 'a call that is offered again while the page is cut off, and given up',
    behaviours: ['reofferPartyID'],
    play: async (stage) => {
      const seat = await stage.signIn('1001');
      stage.customer.dial('support');
      await stage.rest();
      await seat.does('rejectCall');
      stage.centre.faults.disconnect(seat.sdk);
      stage.clock.increment(7000);
      stage.centre.faults.reconnect(seat.sdk);
      await stage.pass(100);
      expect(seat.agent.getSnapshot().work).toBe('ringing');
      stage.customer.hangup();
      await stage.rest();
      expect(seat.agent.getSnapshot().work).toBe('idle');
    },
  },
]);
