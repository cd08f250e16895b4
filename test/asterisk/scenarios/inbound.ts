import { expect } from '@jest/globals';
import { EXTENSIONS, QUEUE_NUMBER } from '../stage/floor.js';
import type { Scenario } from './scenario.js';
import { takeCall } from './scenes.js';

/** Calls that come in. */
export const inbound: readonly Scenario[] = [
  {
    name: 'a call through the queue, answered in the page, ends when the customer hangs up',
    play: async (stage) => {
      const seat = await stage.signIn('1001');
      await stage.customer.calls(QUEUE_NUMBER);
      expect(seat.state.work).toBe('ringing');
      await seat.does('answer');
      expect(seat.state.work).toBe('talking');
      await stage.customer.does('hangup');
      expect(seat.state.work).toBe('acw');
      await seat.does('completeACW');
      expect(seat.state.work).toBe('idle');
    },
  },
  {
    name: 'a call through the queue ends when the agent hangs up',
    play: async (stage) => {
      const seat = await stage.signIn('1001');
      await stage.customer.calls(QUEUE_NUMBER);
      await seat.does('answer');
      await seat.does('hangup');
      expect(seat.state.work).toBe('acw');
      expect(stage.customer).toMatchObject({ state: 'idle', lastRelease: 'normal' });
    },
  },
  {
    name: 'a call is answered and ended at the phone itself',
    play: async (stage) => {
      const seat = await stage.signIn('1001');
      await stage.customer.calls('1001');
      await seat.phone.does('answer');
      expect(seat.state.work).toBe('talking');
      await seat.phone.does('hangup');
      expect(seat.state.work).toBe('acw');
    },
  },
  {
    name: 'a call to an agent whose phone is that of his page',
    play: async (stage) => {
      const seat = await stage.signIn('1001', { phoneType: 'webrtc' });
      await takeCall(stage, seat);
      await seat.does('holdCall');
      await seat.does('retrieveCall');
      await seat.does('hangup');
      expect(stage.customer.state).toBe('idle');
    },
  },
  {
    name: 'a customer who gives up while it rings leaves the agent idle',
    play: async (stage) => {
      const seat = await stage.signIn('1001');
      await stage.customer.calls(QUEUE_NUMBER);
      await stage.customer.does('hangup');
      expect(seat.state.work).toBe('idle');
      expect(seat.phone.state).toBe('idle');
    },
  },
  {
    name: 'a customer waits in the queue until an agent is ready',
    play: async (stage) => {
      const seat = await stage.signIn('1001', { agentState: '2' });
      await stage.customer.calls(QUEUE_NUMBER);
      expect(seat.state.work).toBe('idle');
      await seat.does('ready');
      expect(seat.state.work).toBe('ringing');
      await seat.does('answer');
      expect(seat.state.work).toBe('talking');
    },
  },
  {
    name: 'a customer who gives up in the queue rings at nobody',
    play: async (stage) => {
      const seat = await stage.signIn('1001', { agentState: '2' });
      await stage.customer.calls(QUEUE_NUMBER);
      await stage.customer.does('hangup');
      await seat.does('ready');
      expect(seat.state.work).toBe('idle');
    },
  },
  ...(['in the page', 'at the phone'] as const).map((where): Scenario => ({
    name: `a call rejected ${where} goes to the next agent`,
    play: async (stage) => {
      const first = await stage.signIn('1001');
      const second = await stage.signIn('1002');
      await stage.customer.calls(QUEUE_NUMBER);
      expect(first.state.work).toBe('ringing');
      if (where === 'in the page') await first.does('rejectCall');
      else await first.phone.does('reject');
      expect(first.state.work).toBe('idle');
      expect(second.state.work).toBe('ringing');
      await second.does('answer');
      expect(second.state.work).toBe('talking');
    },
  })),
  {
    name: 'a call that the first agent does not answer goes to the next',
    play: async (stage) => {
      const first = await stage.signIn('1001');
      const second = await stage.signIn('1002');
      await stage.customer.calls(QUEUE_NUMBER);
      expect(first.state.work).toBe('ringing');
      await stage.until('the next agent rings', () => second.state.work === 'ringing');
      expect(first.state.work).toBe('idle');
      await second.does('answer');
      expect(second.state.work).toBe('talking');
    },
  },
  {
    name: 'a call to an agent who does not answer ends, and the customer is told so',
    play: async (stage) => {
      const seat = await stage.signIn('1001');
      await stage.customer.calls('1001');
      await stage.until('the customer hears the end', () => stage.customer.state === 'idle');
      expect(stage.customer.lastRelease).toBe('noAnswer');
      expect(seat.state.work).toBe('idle');
    },
  },
  {
    name: 'a second customer finds the agent busy',
    play: async (stage) => {
      const seat = await stage.signIn('1001');
      await takeCall(stage, seat);
      await stage.third.calls('1001');
      expect(stage.third).toMatchObject({ state: 'idle', lastRelease: 'busy' });
      expect(seat.state.work).toBe('talking');
    },
  },
  {
    name: 'a number that does not exist is told to be unknown',
    play: async (stage) => {
      const seat = await stage.signIn('1001');
      await stage.customer.calls(EXTENSIONS.unknown);
      expect(stage.customer).toMatchObject({ state: 'idle', lastRelease: 'unknown' });
      expect(seat.state.work).toBe('idle');
    },
  },
  {
    name: 'a phone that is not there is told to be unavailable',
    play: async (stage) => {
      await stage.customer.calls(EXTENSIONS.offline);
      expect(stage.customer).toMatchObject({ state: 'idle', lastRelease: 'unavailable' });
    },
  },
];
