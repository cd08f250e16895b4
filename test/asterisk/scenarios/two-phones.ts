import { expect } from '@jest/globals';
import { AGENTS, CUSTOMER, EXTENSIONS, QUEUE_NUMBER } from '../stage/floor.js';
import type { Seat } from '../stage/seat.js';
import type { Stage } from '../stage/stage.js';
import type { Scenario } from './scenario.js';
import { TO_AGENT } from './scenes.js';

const SECOND = EXTENSIONS.free;

/** Agent 1001 has a second phone, at which calls ring, too. */
const floor = {
  agents: AGENTS.map((agent) => (agent.agentID === '1001' ? { ...agent, secondPhone: SECOND } : agent)),
  extensions: [EXTENSIONS.offline],
  ringSeconds: 2,
};

/** The one that rings first has the first id. */
const race = 'which of the two phones rings first is the switch’s business';

/** A customer's call rings at both phones of agent 1001. */
async function bothRing(stage: Stage): Promise<Seat> {
  const seat = await stage.signIn('1001');
  await stage.customer.calls('1001');
  expect(seat.state).toMatchObject({ work: 'ringing', waiting: [] });
  expect([seat.phone.state, stage.phone(SECOND).state]).toEqual(['ringing', 'ringing']);
  return seat;
}

/** Two phones of one agent: both ring, and one takes the call. */
export const twoPhones: readonly Scenario[] = [
  {
    name: 'two phones ring, and the one of the login takes the call: the other is silent',
    floor,
    race,
    play: async (stage) => {
      const seat = await bothRing(stage);
      await seat.phone.does('answer');
      expect(seat.state.work).toBe('talking');
      expect(stage.phone(SECOND).state).toBe('idle');
      expect(seat.phone.hears).toEqual([CUSTOMER]);
      await seat.does('hangup');
      expect(seat.state.work).toBe('acw');
    },
  },
  {
    name: 'two phones ring, and the second takes the call, holds it and ends it',
    floor,
    race,
    play: async (stage) => {
      const seat = await bothRing(stage);
      const second = stage.phone(SECOND);
      await second.does('answer');
      expect(seat.state.work).toBe('talking');
      expect(seat.phone.state).toBe('idle');
      expect(second.hears).toEqual([CUSTOMER]);
      await second.does('hold');
      expect(seat.state.work).toBe('holding');
      await seat.does('retrieveCall');
      expect(stage.customer.hears).toEqual([SECOND]);
      await second.does('hangup');
      expect(seat.state.work).toBe('acw');
    },
  },
  {
    name: 'two phones ring, and one declines: the other rings on, and is answered in the page',
    floor,
    race,
    play: async (stage) => {
      const seat = await bothRing(stage);
      await stage.phone(SECOND).does('reject');
      expect(seat.state.work).toBe('ringing');
      await seat.does('answer');
      expect(seat.state.work).toBe('talking');
      await stage.customer.does('hangup');
    },
  },
  {
    name: 'two phones ring, and both decline: the customer is told so',
    floor,
    race,
    play: async (stage) => {
      const seat = await bothRing(stage);
      await seat.phone.does('reject');
      await stage.phone(SECOND).does('reject');
      expect(seat.state.work).toBe('idle');
      expect(stage.customer.lastRelease).toBe('rejected');
    },
  },
  {
    name: 'two phones ring, and the customer gives up: both are silent',
    floor,
    race,
    play: async (stage) => {
      const seat = await bothRing(stage);
      await stage.customer.does('hangup');
      expect([seat.phone.state, stage.phone(SECOND).state]).toEqual(['idle', 'idle']);
      expect(seat.state.work).toBe('idle');
    },
  },
  {
    name: 'two phones ring for the queue, and nobody takes the call: the next agent rings',
    floor,
    race,
    play: async (stage) => {
      const seat = await stage.signIn('1001');
      const next = await stage.signIn('1002');
      await stage.customer.calls(QUEUE_NUMBER);
      expect(stage.phone(SECOND).state).toBe('ringing');
      await stage.until('the next agent rings', () => next.state.work === 'ringing');
      expect(seat.state.work).toBe('idle');
    },
  },
  {
    name: 'two phones, of which the second talks and consults a colleague',
    floor,
    race,
    play: async (stage) => {
      const seat = await bothRing(stage);
      await stage.phone(SECOND).does('answer');
      const other = await stage.signIn('1002');
      await seat.does('initiateConsult', TO_AGENT);
      await other.does('answer');
      expect(stage.phone(SECOND).hears).toEqual([other.phone.dn]);
      await seat.does('retrieveConsult');
      expect(stage.phone(SECOND).hears).toEqual([CUSTOMER]);
    },
  },
];
