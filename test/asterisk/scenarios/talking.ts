import { expect } from '@jest/globals';
import { CUSTOMER } from '../stage/floor.js';
import type { Scenario } from './scenario.js';
import { talk } from './scenes.js';

/** Actions within a talk. */
export const talking: readonly Scenario[] = [
  {
    name: 'hold and retrieve from the page, twice',
    play: async (stage) => {
      const seat = await talk(stage);
      for (let turn = 0; turn < 2; turn += 1) {
        await seat.does('holdCall');
        expect(stage.customer.hears).toEqual([]);
        await seat.does('retrieveCall');
        expect(stage.customer.hears).toEqual([seat.phone.dn]);
      }
    },
  },
  {
    name: 'hold and retrieve with the buttons of the phone',
    play: async (stage) => {
      const seat = await talk(stage);
      await seat.phone.does('hold');
      expect(seat.state.work).toBe('holding');
      await seat.phone.does('retrieve');
      expect(seat.state.work).toBe('talking');
    },
  },
  {
    name: 'a hold from the page, during which the agent hangs up',
    play: async (stage) => {
      const seat = await talk(stage);
      await seat.does('holdCall');
      await seat.does('hangup');
      expect(seat.state.work).toBe('acw');
      expect(stage.customer.state).toBe('idle');
    },
  },
  {
    name: 'a hold during which the customer hangs up',
    play: async (stage) => {
      const seat = await talk(stage);
      await seat.does('holdCall');
      await stage.customer.does('hangup');
      expect(seat.state.work).toBe('acw');
      expect(seat.phone.state).toBe('idle');
    },
  },
  {
    name: 'mute, in talk and on hold: nobody hears the agent',
    play: async (stage) => {
      const seat = await talk(stage);
      await seat.does('muteCall');
      expect(stage.customer.hears).toEqual([]);
      expect(seat.phone.hears).toEqual([CUSTOMER]);
      await seat.does('holdCall');
      await seat.does('retrieveCall');
      expect(seat.state).toMatchObject({ work: 'talking', muted: true });
      expect(stage.customer.hears).toEqual([]);
      await seat.does('unmute');
      expect(stage.customer.hears).toEqual([seat.phone.dn]);
    },
  },
  {
    name: 'keys sent from the page are heard by the customer',
    play: async (stage) => {
      const seat = await talk(stage);
      await seat.does('sendDtmf', { dtmfDigits: '801#*' });
      await stage.until('the customer has heard the keys', () => stage.customer.keys === '801#*');
    },
  },
  {
    name: 'keys pressed on either phone are heard at the other',
    play: async (stage) => {
      const seat = await talk(stage);
      await stage.customer.presses('42');
      await stage.until('the agent has heard the keys', () => seat.phone.keys === '42');
      await seat.phone.presses('7#');
      await stage.until('the customer has heard the keys', () => stage.customer.keys === '7#');
    },
  },
  {
    name: 'a supervisor signs the agent out in a talk, which ends it',
    play: async (stage) => {
      const seat = await talk(stage, '1002');
      const supervisor = await stage.signIn('1001');
      await supervisor.does('forceLogout', { targetAgentID: '1002' });
      expect(seat.state).toMatchObject({ login: 'offline', work: 'idle' });
      expect(stage.customer.state).toBe('idle');
    },
  },
  {
    name: 'a reset of the agent in a talk ends it',
    play: async (stage) => {
      const seat = await talk(stage);
      await seat.does('resetLogout');
      expect(seat.state).toMatchObject({ login: 'offline', work: 'idle' });
      expect(stage.customer.state).toBe('idle');
    },
  },
];
