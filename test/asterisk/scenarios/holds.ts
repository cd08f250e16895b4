import { expect } from '@jest/globals';
import { CUSTOMER } from '../stage/floor.js';
import type { Scenario } from './scenario.js';
import { confer, consult, ringColleague, talk } from './scenes.js';

const inTalk: readonly Scenario[] = [
  {
    name: 'a talk that the phone holds, and the page retrieves',
    play: async (stage) => {
      const seat = await talk(stage);
      await seat.phone.does('hold');
      expect(seat.state).toMatchObject({ work: 'holding', onHold: 'customer' });
      expect(stage.customer.hears).toEqual([]);
      await seat.does('retrieveCall');
      expect(seat.state).toMatchObject({ work: 'talking', onHold: null });
      expect(stage.customer.hears).toEqual([seat.phone.dn]);
      expect(seat.phone.hears).toEqual([CUSTOMER]);
    },
  },
  {
    name: 'a talk that the phone holds, during which the customer hangs up',
    play: async (stage) => {
      const seat = await talk(stage);
      await seat.phone.does('hold');
      await stage.customer.does('hangup');
      expect(seat.state).toMatchObject({ work: 'acw', onHold: null });
      expect(seat.phone.state).toBe('idle');
    },
  },
  ...(['in the page', 'at the phone'] as const).map((where): Scenario => ({
    name: `a talk that the phone holds, during which the agent hangs up ${where}`,
    play: async (stage) => {
      const seat = await talk(stage);
      await seat.phone.does('hold');
      if (where === 'in the page') await seat.does('hangup');
      else await seat.phone.does('hangup');
      expect(seat.state.work).toBe('acw');
      expect(stage.customer.state).toBe('idle');
    },
  })),
  {
    name: 'a talk between colleagues that both phones hold, and one after the other takes back',
    play: async (stage) => {
      const caller = await stage.signIn('1001');
      const called = await stage.signIn('1002');
      await caller.does('makeCall', { otherDN: '8002' });
      await called.does('answer');
      await called.phone.does('hold');
      await caller.phone.does('hold');
      expect(caller.state.work).toBe('holding');
      expect(called.state.work).toBe('holding');
      await called.phone.does('retrieve');
      expect(called.state.work).toBe('talking');
      expect(called.phone.hears).toEqual([]);
      await caller.phone.does('retrieve');
      expect(called.phone.hears).toEqual(['8001']);
    },
  },
  {
    name: 'a muted talk that the phone holds stays muted',
    play: async (stage) => {
      const seat = await talk(stage);
      await seat.does('muteCall');
      await seat.phone.does('hold');
      await seat.phone.does('retrieve');
      expect(seat.state).toMatchObject({ work: 'talking', muted: true });
      expect(stage.customer.hears).toEqual([]);
    },
  },
];

const inConsult: readonly Scenario[] = [
  {
    name: 'a consult in which the phone holds the colleague, and takes him back',
    play: async (stage) => {
      const { seat, other } = await consult(stage);
      await seat.phone.does('hold');
      expect(seat.state).toMatchObject({ work: 'consulting', onHold: 'thirdParty' });
      expect(other.phone.hears).toEqual([]);
      expect(stage.customer.hears).toEqual([]);
      await seat.phone.does('retrieve');
      expect(seat.state).toMatchObject({ work: 'consulting', onHold: 'customer' });
      expect(other.phone.hears).toEqual([seat.phone.dn]);
    },
  },
  {
    name: 'a consult in which the colleague’s phone holds the agent, and takes him back',
    play: async (stage) => {
      const { seat, other } = await consult(stage);
      await other.phone.does('hold');
      expect(other.state).toMatchObject({ work: 'holding', onHold: 'customer' });
      expect(seat.state).toMatchObject({ work: 'consulting', onHold: 'customer' });
      await other.phone.does('retrieve');
      expect(other.state.work).toBe('talking');
    },
  },
  {
    name: 'a consult in which the phone holds the colleague, and the customer hangs up',
    play: async (stage) => {
      const { seat, other } = await consult(stage);
      await seat.phone.does('hold');
      await stage.customer.does('hangup');
      expect(seat.state).toMatchObject({ work: 'holding', consult: null });
      await seat.phone.does('retrieve');
      expect(seat.state.work).toBe('talking');
      expect(seat.phone.hears).toEqual([other.phone.dn]);
    },
  },
  ...(['retrieveConsult', 'consultConference', 'consultTransfer'] as const).map((command): Scenario => ({
    name: `a consult in which the phone holds the colleague, and the page asks for ${command}`,
    play: async (stage) => {
      const { seat } = await consult(stage);
      await seat.phone.does('hold');
      await seat.does(command);
      expect(seat.state.work).toBe({ retrieveConsult: 'talking', consultConference: 'conferencing', consultTransfer: 'acw' }[command]);
    },
  })),
  {
    name: 'a talk that is back from a cancelled consult, and that the phone holds',
    play: async (stage) => {
      const { seat, other } = await ringColleague(stage);
      await seat.does('cancelConsult');
      await seat.phone.does('hold');
      expect(seat.state).toMatchObject({ work: 'holding', onHold: 'customer' });
      expect(other.state.work).toBe('idle');
    },
  },
];

const inConference: readonly Scenario[] = [
  ...(['at the phone', 'in the page'] as const).map((where): Scenario => ({
    name: `a conference that the phone holds, retrieved ${where}`,
    play: async (stage) => {
      const { seat, other } = await confer(stage);
      await seat.phone.does('hold');
      expect(seat.state).toMatchObject({ work: 'conferencing', onHold: 'conference' });
      expect(other.state).toMatchObject({ work: 'conferencing', onHold: null });
      expect(stage.customer.hears).toEqual([other.phone.dn]);
      if (where === 'at the phone') await seat.phone.does('retrieve');
      else await seat.does('retrieveCall');
      expect(seat.state).toMatchObject({ work: 'conferencing', onHold: null });
      expect(stage.customer.hears).toEqual(['8001', '8002']);
    },
  })),
  {
    name: 'a conference that the phone holds is a held talk when the colleague leaves',
    play: async (stage) => {
      const { seat, other } = await confer(stage);
      await seat.phone.does('hold');
      await other.does('hangup');
      expect(seat.state).toMatchObject({ work: 'holding', onHold: 'customer' });
      await seat.does('retrieveCall');
      expect(seat.state.work).toBe('talking');
      expect(stage.customer.hears).toEqual([seat.phone.dn]);
    },
  },
  {
    name: 'a conference that the phone holds, and leaves',
    play: async (stage) => {
      const { seat, other } = await confer(stage);
      await seat.phone.does('hold');
      await seat.phone.does('hangup');
      expect(seat.state.work).toBe('acw');
      expect(other.state.work).toBe('talking');
      expect(stage.customer.hears).toEqual([other.phone.dn]);
    },
  },
];

/** Hold by the phone's own button: in a talk, a consult, a conference. */
export const holds: readonly Scenario[] = [...inTalk, ...inConsult, ...inConference];
