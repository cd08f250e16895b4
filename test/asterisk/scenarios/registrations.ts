import { expect } from '@jest/globals';
import { CUSTOMER, QUEUE_NUMBER } from '../stage/floor.js';
import type { Scenario } from './scenario.js';
import { consult, ringColleague, takeCall, talk, TO_AGENT } from './scenes.js';

/** Registrations of agents' phones that are lost, and come back. Calls go on meanwhile. */
export const registrations: readonly Scenario[] = [
  {
    name: 'a registration that is lost and back is told to the agent, each time',
    play: async (stage) => {
      const seat = await stage.signIn('1001');
      for (let turn = 0; turn < 2; turn += 1) {
        await seat.phone.does('unregister');
        expect(seat.state).toMatchObject({ login: 'online', work: 'idle', device: 'lost' });
        await seat.phone.does('register');
        expect(seat.state.device).toBe('registered');
      }
      await takeCall(stage, seat);
    },
  },
  {
    name: 'a registration that is renewed is no news',
    play: async (stage) => {
      const seat = await stage.signIn('1001');
      const before = seat.state.device;
      await seat.phone.does('register');
      expect(seat.state.device).toBe(before);
    },
  },
  {
    name: 'a registration that is lost in a talk: it goes on, and nobody can call afterwards',
    play: async (stage) => {
      const seat = await talk(stage);
      await seat.phone.does('unregister');
      expect(seat.state).toMatchObject({ work: 'talking', device: 'lost' });
      expect(stage.customer.hears).toEqual([seat.phone.dn]);
      await seat.does('holdCall');
      await seat.does('retrieveCall');
      expect(seat.phone.hears).toEqual([CUSTOMER]);
      await seat.does('hangup');
      await seat.does('completeACW');
      await stage.customer.calls('1001');
      expect(stage.customer).toMatchObject({ state: 'idle', lastRelease: 'unavailable' });
      await seat.phone.does('register');
      await takeCall(stage, seat);
    },
  },
  {
    name: 'a registration that is lost and back within a talk',
    play: async (stage) => {
      const seat = await talk(stage);
      await seat.phone.does('unregister');
      await seat.phone.does('register');
      expect(seat.state).toMatchObject({ work: 'talking', device: 'registered' });
      await stage.customer.does('hangup');
      expect(seat.state.work).toBe('acw');
    },
  },
  ...(['in the page', 'at the phone'] as const).map((where): Scenario => ({
    name: `a registration that is lost while it rings: the call is answered ${where}`,
    play: async (stage) => {
      const seat = await stage.signIn('1001');
      await stage.customer.calls('1001');
      await seat.phone.does('unregister');
      expect(seat.state).toMatchObject({ work: 'ringing', device: 'lost' });
      if (where === 'in the page') await seat.does('answer');
      else await seat.phone.does('answer');
      expect(seat.state.work).toBe('talking');
      await stage.customer.does('hangup');
      expect(seat.state).toMatchObject({ work: 'acw', device: 'lost' });
    },
  })),
  {
    name: 'a registration that is lost in a consult, which goes on to its transfer',
    play: async (stage) => {
      const { seat, other } = await consult(stage);
      await seat.phone.does('unregister');
      expect(seat.state).toMatchObject({ work: 'consulting', device: 'lost' });
      await seat.does('consultTransfer');
      expect(seat.state).toMatchObject({ work: 'acw', device: 'lost' });
      expect(stage.customer.hears).toEqual([other.phone.dn]);
    },
  },
  {
    name: 'a registration that the colleague loses while he rings: he answers nevertheless',
    play: async (stage) => {
      const { seat, other } = await ringColleague(stage);
      await other.phone.does('unregister');
      expect(seat.state.device).not.toBe('lost');
      await other.does('answer');
      expect(seat.state).toMatchObject({ work: 'consulting', consult: { phase: 'talking' } });
    },
  },
  {
    name: 'a colleague whose registration is lost cannot be consulted until it is back',
    play: async (stage) => {
      const seat = await talk(stage);
      const other = await stage.signIn('1002');
      await other.phone.does('unregister');
      expect(await seat.tries('initiateConsult', TO_AGENT)).toBe('REJECTED');
      expect(seat.state.work).toBe('talking');
      await other.phone.does('register');
      await seat.does('initiateConsult', TO_AGENT);
      expect(other.state.work).toBe('ringing');
    },
  },
  {
    name: 'an agent whose registration is lost cannot call out until it is back',
    play: async (stage) => {
      const seat = await stage.signIn('1001');
      await seat.phone.does('unregister');
      expect(await seat.tries('makeCall', { otherDN: CUSTOMER })).toBe('REJECTED');
      await seat.phone.does('register');
      await seat.does('makeCall', { otherDN: CUSTOMER });
      expect(seat.state.work).toBe('dialing');
    },
  },
  {
    name: 'a queue passes over an agent whose registration is lost',
    play: async (stage) => {
      const first = await stage.signIn('1001');
      const second = await stage.signIn('1002');
      await first.phone.does('unregister');
      await stage.customer.calls(QUEUE_NUMBER);
      expect(first.state.work).toBe('idle');
      expect(second.state.work).toBe('ringing');
    },
  },
  {
    name: 'a registration of the page’s own phone that is lost is not told, unless the service tells it',
    play: async (stage) => {
      const seat = await stage.signIn('1001', { phoneType: 'webrtc' });
      await takeCall(stage, seat);
      await seat.phone.does('unregister');
      expect(seat.state).toMatchObject({ work: 'talking' });
      await seat.does('hangup');
    },
  },
  {
    name: 'a registration of the page’s own phone is told where the service tells it',
    floor: { behaviour: { registrationTold: 'ofWebPhonesToo', phoneLost: 'EventDNOutOfService' } },
    play: async (stage) => {
      const seat = await stage.signIn('1001', { phoneType: 'webrtc' });
      await seat.phone.does('unregister');
      expect(seat.state.device).toBe('lost');
      await seat.phone.does('register');
      expect(seat.state.device).toBe('registered');
    },
  },
];
