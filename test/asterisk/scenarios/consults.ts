import { expect } from '@jest/globals';
import { CUSTOMER, EXTENSIONS, NUMBERS, THIRD } from '../stage/floor.js';
import type { Scenario } from './scenario.js';
import { consult, ringColleague, talk, TO_AGENT } from './scenes.js';

const TO_THIRD = { targetType: '1', target: THIRD } as const;

const unreached = (
  [
    ['is engaged', NUMBERS.busy],
    ['rejects it', NUMBERS.rejecting],
    ['does not exist', NUMBERS.unknown],
    ['does not answer', NUMBERS.silent],
  ] as const
).map(([how, target]): Scenario => ({
  name: `a consult with a number that ${how}: the customer is held until he is retrieved`,
  play: async (stage) => {
    const seat = await talk(stage);
    const outcome = seat.send('initiateConsult', { targetType: '1', target });
    await stage.until('the consult has failed', () => outcome() !== 'pending' && seat.state.consult === null);
    expect(outcome()).toBe('done');
    expect(seat.state.work).toBe('holding');
    await seat.does('retrieveCall');
    expect(seat.state.work).toBe('talking');
  },
}));

const refused = (
  [
    ['an extension that does not exist', EXTENSIONS.unknown],
    ['a phone that is not there', EXTENSIONS.offline],
  ] as const
).map(([whom, target]): Scenario => ({
  name: `a consult with ${whom} is refused, and the talk goes on`,
  play: async (stage) => {
    const seat = await talk(stage);
    expect(await seat.tries('initiateConsult', { targetType: '2', target })).toBe('REJECTED');
    expect(seat.state.work).toBe('talking');
  },
}));

/** Consults: the customer is held while the agent talks with a third party. */
export const consults: readonly Scenario[] = [
  {
    name: 'a consult with a colleague, and back to the customer',
    play: async (stage) => {
      const { seat, other } = await consult(stage);
      expect(seat.phone.hears).toEqual([other.phone.dn]);
      expect(stage.customer.hears).toEqual([]);
      await seat.does('sendDtmf', { dtmfDigits: '5' });
      await stage.until('the colleague has heard the key', () => other.phone.keys === '5');
      await seat.does('retrieveConsult');
      expect(seat.state.work).toBe('talking');
      expect(other.state.work).toBe('acw');
    },
  },
  {
    name: 'a consult with a number outside, and back to the customer',
    play: async (stage) => {
      const seat = await talk(stage);
      await seat.does('initiateConsult', TO_THIRD);
      await stage.third.does('answer');
      expect(stage.third.hears).toEqual([seat.phone.dn]);
      await seat.does('retrieveConsult');
      expect(seat.state.work).toBe('talking');
      expect(stage.third.state).toBe('idle');
    },
  },
  ...unreached,
  ...refused,
  {
    name: 'a consult that the colleague rejects: the customer is held until he is retrieved',
    play: async (stage) => {
      const { seat, other } = await ringColleague(stage);
      await other.does('rejectCall');
      expect(seat.state.work).toBe('holding');
      await seat.does('retrieveConsult');
      expect(seat.state.work).toBe('talking');
    },
  },
  {
    name: 'a consult with an agent who is on a call is refused',
    play: async (stage) => {
      const seat = await talk(stage);
      const other = await stage.signIn('1002');
      await stage.third.calls('1002');
      await other.does('answer');
      expect(await seat.tries('initiateConsult', TO_AGENT)).toBe('REJECTED');
      expect(seat.state.work).toBe('talking');
    },
  },
  {
    name: 'a consult that is cancelled while the colleague rings',
    play: async (stage) => {
      const { seat, other } = await ringColleague(stage);
      await seat.does('cancelConsult');
      expect(seat.state.work).toBe('talking');
      expect(other.state.work).toBe('idle');
    },
  },
  {
    name: 'a consult that is cancelled at once',
    race: 'the colleague is being called or not when it is cancelled',
    play: async (stage) => {
      const seat = await talk(stage);
      const other = await stage.signIn('1002');
      const outcome = seat.send('initiateConsult', TO_AGENT);
      await seat.does('cancelConsult');
      expect(outcome()).not.toBe('pending');
      expect(seat.state.work).toBe('talking');
      expect(other.state.work).toBe('idle');
    },
  },
  ...(['in the page', 'at the phone'] as const).map((where): Scenario => ({
    name: `a consult that the colleague ends ${where}: the customer is held until he is retrieved`,
    play: async (stage) => {
      const { seat, other } = await consult(stage);
      if (where === 'in the page') await other.does('hangup');
      else await other.phone.does('hangup');
      expect(seat.state.work).toBe('holding');
      await seat.does('retrieveCall');
      expect(seat.state.work).toBe('talking');
    },
  })),
  {
    name: 'a consult after which the colleague gets the customer',
    play: async (stage) => {
      const { seat, other } = await consult(stage);
      await seat.does('consultTransfer');
      expect(seat.state.work).toBe('acw');
      expect(seat.phone.state).toBe('idle');
      expect(other.state).toMatchObject({ work: 'talking', call: { otherDN: CUSTOMER } });
      await other.does('holdCall');
      await other.does('retrieveCall');
      await stage.customer.does('hangup');
      expect(other.state.work).toBe('acw');
    },
  },
  {
    name: 'a consult after which a number outside gets the customer',
    play: async (stage) => {
      const seat = await talk(stage);
      await seat.does('initiateConsult', TO_THIRD);
      await stage.third.does('answer');
      await seat.does('consultTransfer');
      expect(seat.state.work).toBe('acw');
      expect(stage.third.hears).toEqual([CUSTOMER]);
      await stage.customer.does('hangup');
      expect(stage.third.state).toBe('idle');
    },
  },
  ...(['in the page', 'at the phone'] as const).map((where): Scenario => ({
    name: `a consult in which the agent hangs up ${where}, which ends everything`,
    play: async (stage) => {
      const { seat, other } = await consult(stage);
      if (where === 'in the page') await seat.does('hangup');
      else await seat.phone.does('hangup');
      expect(seat.state.work).toBe('acw');
      expect(other.state.work).toBe('acw');
      expect(stage.customer.state).toBe('idle');
    },
  })),
  {
    name: 'a consult in which the agent hangs up while the colleague rings',
    play: async (stage) => {
      const { seat, other } = await ringColleague(stage);
      await seat.does('hangup');
      expect(seat.state.work).toBe('acw');
      expect(other.state.work).toBe('idle');
    },
  },
  {
    name: 'a consult during which the customer hangs up: agent and colleague go on talking',
    play: async (stage) => {
      const { seat, other } = await consult(stage);
      await stage.customer.does('hangup');
      expect(seat.state).toMatchObject({ work: 'talking', call: { callType: 'Consult' } });
      expect(seat.phone.hears).toEqual([other.phone.dn]);
      await other.does('hangup');
      expect(seat.state.work).toBe('acw');
    },
  },
  ...(['answer', 'rejectCall'] as const).map((reaction): Scenario => ({
    name: `a consult during which the customer hangs up before the colleague's ${reaction}`,
    play: async (stage) => {
      const { seat, other } = await ringColleague(stage);
      await stage.customer.does('hangup');
      expect(seat.state.work).toBe('dialing');
      await other.does(reaction);
      expect(seat.state.work).toBe(reaction === 'answer' ? 'talking' : 'acw');
      if (reaction === 'answer') await seat.does('hangup');
    },
  })),
];
