import { expect } from '@jest/globals';
import { talkWithCustomer } from '../support/guarded-scenes.js';
import { playScenarios, type Scenario } from '../support/scenario-suite.js';

playScenarios('calls that come in', [
  {
    name: 'a call that is answered, and ended by the customer',
    behaviours: ['attachedDataFormat', 'acwAnnounced', 'acwEnd'],
    play: async (stage) => {
      const seat = await stage.signIn('1001');
      stage.customer.dial('1001', { attachedData: { orderID: '42' } });
      await stage.rest();
      await seat.does('answer');
      const asText = stage.behaviour.attachedDataFormat === 'string';
      expect(seat.agent.getSnapshot().call?.attachedData).toEqual(asText ? '{"orderID":"42"}' : { orderID: '42' });
      stage.customer.hangup();
      await stage.rest();
      expect(seat.agent.getSnapshot().work).toBe('acw');
      await stage.pass(40_000);
      expect(seat.agent.getSnapshot()).toMatchObject({
        work: 'idle',
        login: stage.behaviour.acwEnd === 'dnd' ? 'dnd' : 'online',
      });
    },
  },
  {
    name: 'a call with a SIP phone, answered from the page or at the phone',
    behaviours: ['sipAnswer'],
    play: async (stage) => {
      const seat = await stage.signIn('1001', { phoneType: 'sip' });
      stage.customer.dial('1001');
      await stage.rest();
      const atDevice = stage.behaviour.sipAnswer === 'deviceOnly';
      expect(await seat.tries('answer')).toBe(atDevice ? 'REJECTED' : 'done');
      if (atDevice) stage.centre.device('8001').answer();
      await stage.rest();
      expect(seat.agent.getSnapshot().work).toBe('talking');
    },
  },
  {
    name: 'a call at the agent’s telephone, answered there',
    options: { handset: 'manual' },
    play: async (stage) => {
      const seat = await stage.signIn('1001', { phoneType: 'pstn', bindMobile: '13900000001' });
      stage.customer.dial('1001');
      await stage.rest();
      expect(await seat.tries('answer')).toBe('REJECTED');
      stage.centre.customer('13900000001').answer();
      await stage.rest();
      expect(seat.agent.getSnapshot().work).toBe('talking');
    },
  },
  ...(['rejectCall', 'hangup'] as const).map((command): Scenario => ({
    name: `a call that is refused with ${command}`,
    behaviours: ['missedCalls', 'acwAfterAbandon'],
    play: async (stage) => {
      const seat = await stage.signIn('1001');
      stage.customer.dial('1001');
      await stage.rest();
      await seat.does(command);
      expect(seat.agent.getSnapshot()).toMatchObject({ work: 'idle', login: 'online' });
    },
  })),
  {
    name: 'a call that nobody answers',
    behaviours: ['missedCalls'],
    play: async (stage) => {
      const seat = await stage.signIn('1001');
      stage.customer.dial('1001');
      await stage.rest();
      expect(seat.agent.getSnapshot().work).toBe('ringing');
      await stage.pass(25_000);
      expect(seat.agent.getSnapshot().work).toBe('idle');
    },
  },
  {
    name: 'a customer who gives up',
    behaviours: ['abandonEvent', 'acwAnnounced'],
    play: async (stage) => {
      const seat = await stage.signIn('1001');
      stage.customer.dial('1001');
      await stage.rest();
      stage.customer.hangup();
      await stage.rest();
      expect(seat.agent.getSnapshot().work).toBe('idle');
    },
  },
  {
    // Without an announcement nothing tells that after-call work has begun.
    name: 'a customer who gives up, with after-call work that is announced',
    behaviours: ['abandonEvent'],
    given: { acwAfterAbandon: 'acw', acwAnnounced: 'EventAgentAfterCallWork' },
    play: async (stage) => {
      const seat = await stage.signIn('1001');
      stage.customer.dial('1001');
      await stage.rest();
      stage.customer.hangup();
      await stage.rest();
      expect(seat.agent.getSnapshot().work).toBe('acw');
      await seat.does('completeACW');
    },
  },
  {
    name: 'a queue that passes a call on',
    behaviours: ['missedCalls', 'abandonEvent'],
    play: async (stage) => {
      const first = await stage.signIn('1001');
      const second = await stage.signIn('1002');
      stage.customer.dial('support');
      await stage.rest();
      expect(first.agent.getSnapshot().work).toBe('ringing');
      await first.does('rejectCall');
      expect(second.agent.getSnapshot().work).toBe('ringing');
      await stage.pass(21_000);
      expect(first.agent.getSnapshot().work).toBe('ringing');
      await first.does('answer');
      await first.does('hangup');
    },
  },
  {
    // That the agent is locked can be known only if the service says so: `lockAnnounced` keeps its default.
    name: 'missed calls until the system locks the agent',
    behaviours: ['missedCalls'],
    options: { lockAfterMissed: 2, ringSeconds: 5 },
    play: async (stage) => {
      const seat = await stage.signIn('1001');
      for (let call = 0; call < 2; call += 1) {
        stage.customer.dial('1001');
        await stage.rest();
        await stage.pass(6000);
      }
      expect(seat.agent.getSnapshot()).toMatchObject({ login: 'locked', reasonCode: null });
      expect(await seat.tries('makeCall', { otherDN: '13800000000' })).toBe('NOT_ALLOWED');
      await seat.does('ready');
      expect(seat.agent.getSnapshot().login).toBe('online');
    },
  },
  {
    name: 'signing out while locked',
    options: { lockAfterMissed: 1, ringSeconds: 5 },
    play: async (stage) => {
      const seat = await stage.signIn('1001');
      stage.customer.dial('1001');
      await stage.pass(7000);
      expect(seat.agent.getSnapshot().login).toBe('locked');
      await seat.does('logout');
    },
  },
  {
    name: 'network quality during a talk',
    options: { latencyReportSeconds: 5 },
    play: async (stage) => {
      const seat = await talkWithCustomer(stage);
      await stage.pass(20_000);
      expect(seat.agent.getSnapshot().network).not.toBeNull();
    },
  },
]);
