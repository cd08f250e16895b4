import { expect } from '@jest/globals';
import { CUSTOMER, THIRD } from '../stage/floor.js';
import type { Scenario } from './scenario.js';
import { confer, talk } from './scenes.js';

/** Three in a talk. */
export const conferences: readonly Scenario[] = [
  {
    name: 'a conference in which everybody hears everybody, left by the colleague',
    play: async (stage) => {
      const { seat, other } = await confer(stage);
      expect(stage.customer.hears).toEqual(['8001', '8002']);
      await other.does('hangup');
      expect(seat.state.work).toBe('talking');
      expect(other.state.work).toBe('acw');
    },
  },
  {
    name: 'a conference left by the agent: customer and colleague go on talking',
    play: async (stage) => {
      const { seat, other } = await confer(stage);
      await seat.does('hangup');
      expect(seat.state.work).toBe('acw');
      expect(other.state).toMatchObject({ work: 'talking', call: { otherDN: CUSTOMER } });
    },
  },
  {
    name: 'a conference left by the customer: the agents go on talking',
    play: async (stage) => {
      const { seat, other } = await confer(stage);
      await stage.customer.does('hangup');
      expect(seat.state.work).toBe('talking');
      expect(other.state.work).toBe('talking');
      await other.does('hangup');
      expect(seat.state.work).toBe('acw');
    },
  },
  {
    name: 'a conference in which one is muted and sends keys',
    play: async (stage) => {
      const { seat, other } = await confer(stage);
      await seat.does('muteCall');
      expect(stage.customer.hears).toEqual([other.phone.dn]);
      await other.does('sendDtmf', { dtmfDigits: '19' });
      await stage.until('the customer has heard the keys', () => stage.customer.keys === '19');
      await seat.does('unmute');
      expect(stage.customer.hears).toEqual(['8001', '8002']);
    },
  },
  {
    name: 'a conference with a number outside',
    play: async (stage) => {
      const seat = await talk(stage);
      await seat.does('initiateConsult', { targetType: '1', target: THIRD });
      await stage.third.does('answer');
      await seat.does('consultConference');
      expect(seat.state.work).toBe('conferencing');
      expect(stage.third.hears).toEqual([CUSTOMER, '8001'].sort());
      await stage.third.does('hangup');
      expect(seat.state.work).toBe('talking');
    },
  },
  {
    name: 'a supervisor who barges in, and leaves again',
    play: async (stage) => {
      const seat = await talk(stage, '1002');
      const supervisor = await stage.signIn('1001');
      await stage.supervise('bargeIn', '1002', '1001');
      await supervisor.does('answer');
      expect(seat.state.work).toBe('conferencing');
      expect(stage.customer.hears).toEqual(['8001', '8002']);
      await supervisor.does('hangup');
      expect(seat.state.work).toBe('talking');
    },
  },
  {
    name: 'a supervisor who takes the call over',
    play: async (stage) => {
      const seat = await talk(stage, '1002');
      const supervisor = await stage.signIn('1001');
      await stage.supervise('intercept', '1002', '1001');
      await supervisor.does('answer');
      expect(seat.state.work).toBe('acw');
      expect(supervisor.state.work).toBe('talking');
      await stage.customer.does('hangup');
      expect(supervisor.state.work).toBe('acw');
    },
  },
];
