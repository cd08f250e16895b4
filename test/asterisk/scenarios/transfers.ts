import { expect } from '@jest/globals';
import { CUSTOMER, EXTENSIONS, NUMBERS, THIRD } from '../stage/floor.js';
import type { Scenario } from './scenario.js';
import { talk, TO_AGENT } from './scenes.js';

/** Numbers and phones that cannot be reached, and when that is known. */
const UNREACHED = [
  ['a number that is engaged', { targetType: '1', target: NUMBERS.busy }],
  ['a number that rejects it', { targetType: '1', target: NUMBERS.rejecting }],
  ['a number that does not exist', { targetType: '1', target: NUMBERS.unknown }],
  ['a number that does not answer', { targetType: '1', target: NUMBERS.silent }],
  ['an extension that does not exist', { targetType: '2', target: EXTENSIONS.unknown }],
  ['a phone that is not there', { targetType: '2', target: EXTENSIONS.offline }],
] as const;

/** Single transfers: the target is called, and gets the customer when it answers. */
export const transfers: readonly Scenario[] = [
  {
    name: 'a single transfer to a colleague, who answers',
    play: async (stage) => {
      const seat = await talk(stage);
      const other = await stage.signIn('1002');
      const outcome = seat.send('singleTransfer', TO_AGENT);
      await stage.rest();
      expect(other.state.work).toBe('ringing');
      expect(seat.state.work).toBe('talking');
      await other.does('answer');
      expect(outcome()).toBe('done');
      expect(seat.state.work).toBe('acw');
      expect(other.state).toMatchObject({ work: 'talking', call: { otherDN: CUSTOMER } });
      await stage.customer.does('hangup');
      expect(other.state.work).toBe('acw');
    },
  },
  {
    name: 'a single transfer to a colleague, who rejects it: the talk goes on',
    play: async (stage) => {
      const seat = await talk(stage);
      const other = await stage.signIn('1002');
      const outcome = seat.send('singleTransfer', TO_AGENT);
      await stage.rest();
      await other.does('rejectCall');
      expect(outcome()).toBe('REJECTED');
      expect(seat.state.work).toBe('talking');
    },
  },
  {
    name: 'a single transfer to a number outside, which answers, leaves customer and number talking',
    play: async (stage) => {
      const seat = await talk(stage);
      const outcome = seat.send('singleTransfer', { targetType: '1', target: THIRD });
      await stage.rest();
      expect(stage.third.state).toBe('ringing');
      await stage.third.does('answer');
      expect(outcome()).toBe('done');
      expect(seat.state.work).toBe('acw');
      expect(stage.third.hears).toEqual([CUSTOMER]);
      await stage.third.does('hangup');
      expect(stage.customer.state).toBe('idle');
    },
  },
  ...UNREACHED.map(([where, target]): Scenario => ({
    name: `a single transfer to ${where} fails, and the talk goes on`,
    play: async (stage) => {
      const seat = await talk(stage);
      const outcome = seat.send('singleTransfer', target);
      await stage.until('the transfer has failed', () => outcome() !== 'pending');
      expect(outcome()).toBe('REJECTED');
      expect(seat.state.work).toBe('talking');
    },
  })),
  {
    name: 'a customer who hangs up while the target of a single transfer rings',
    play: async (stage) => {
      const seat = await talk(stage);
      const other = await stage.signIn('1002');
      const outcome = seat.send('singleTransfer', TO_AGENT);
      await stage.rest();
      await stage.customer.does('hangup');
      expect(outcome()).toBe('done');
      expect(seat.state.work).toBe('acw');
      expect(other.state.work).toBe('idle');
    },
  },
  {
    name: 'an agent who hangs up while the target of his single transfer rings',
    play: async (stage) => {
      const seat = await talk(stage);
      const other = await stage.signIn('1002');
      seat.send('singleTransfer', TO_AGENT);
      await stage.rest();
      await seat.does('hangup');
      expect(seat.state.work).toBe('acw');
      expect(['idle', 'ringing']).toContain(other.state.work);
    },
  },
];
