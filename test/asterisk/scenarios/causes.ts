import { expect } from '@jest/globals';
import { CUSTOMER, EXTENSIONS, NUMBERS, QUEUE_NUMBER } from '../stage/floor.js';
import type { Scenario } from './scenario.js';
import { ringColleague, talk } from './scenes.js';

/** The end of a leg says why. */
const floor = { behaviour: { endCause: 'hangupCause' } } as const;

const UNREACHED = [
  ['is engaged', NUMBERS.busy, 'USER_BUSY'],
  ['rejects it', NUMBERS.rejecting, 'CALL_REJECTED'],
  ['does not answer', NUMBERS.silent, 'NO_ANSWER'],
  ['does not exist', NUMBERS.unknown, 'UNALLOCATED_NUMBER'],
] as const;

const callsOut = UNREACHED.map(([how, otherDN, cause]): Scenario => ({
  name: `the end of a call out to a number that ${how} says so`,
  floor,
  play: async (stage) => {
    const seat = await stage.signIn('1001');
    const outcome = seat.send('makeCall', { otherDN });
    await stage.until('the call is over', () => outcome() !== 'pending' && seat.state.work === 'idle');
    expect(stage.lastCause('1001')).toBe(cause);
  },
}));

const consulted = UNREACHED.map(([how, target, cause]): Scenario => ({
  name: `the end of a consult with a number that ${how} says so`,
  floor,
  play: async (stage) => {
    const seat = await talk(stage);
    const outcome = seat.send('initiateConsult', { targetType: '1', target });
    await stage.until('the consult has failed', () => outcome() !== 'pending' && seat.state.consult === null);
    expect(stage.lastCause('1001')).toBe(cause);
    expect(seat.state.work).toBe('holding');
  },
}));

/** Why a call is over: busy, declined, not answered, unknown, given up, gone, taken by somebody else. */
export const causes: readonly Scenario[] = [
  ...callsOut,
  ...consulted,
  {
    name: 'the end of a call out says that the customer has declined it by hand',
    floor,
    play: async (stage) => {
      const seat = await stage.signIn('1001');
      await seat.does('makeCall', { otherDN: CUSTOMER });
      await stage.customer.does('reject');
      expect(stage.lastCause('1001')).toBe('CALL_REJECTED');
    },
  },
  {
    name: 'the end of a call out to a customer who talks with somebody else says that he is engaged',
    floor,
    play: async (stage) => {
      await talk(stage, '1002');
      const seat = await stage.signIn('1001');
      const outcome = seat.send('makeCall', { otherDN: CUSTOMER });
      await stage.until('the call is over', () => outcome() !== 'pending' && seat.state.work === 'idle');
      expect(stage.lastCause('1001')).toBe('USER_BUSY');
    },
  },
  {
    name: 'the end of a call out to a customer who lets it ring says that nobody answered',
    floor,
    play: async (stage) => {
      const seat = await stage.signIn('1001');
      await seat.does('makeCall', { otherDN: CUSTOMER });
      await stage.until('the call is over', () => seat.state.work === 'idle');
      expect(stage.lastCause('1001')).toBe('NO_ANSWER');
      expect(stage.customer.state).toBe('idle');
    },
  },
  {
    name: 'the end of a call out that the agent gives up has nothing against the customer',
    floor,
    play: async (stage) => {
      const seat = await stage.signIn('1001');
      await seat.does('makeCall', { otherDN: CUSTOMER });
      await seat.does('hangup');
      expect(stage.lastCause('1001')).toBe('NORMAL_CLEARING');
    },
  },
  {
    name: 'a call to a phone that is not there has no end, as it never was one',
    floor,
    play: async (stage) => {
      const seat = await stage.signIn('1001');
      expect(await seat.tries('makeCall', { otherDN: EXTENSIONS.offline })).toBe('REJECTED');
      expect(stage.lastCause('1001')).toBeNull();
      expect(seat.phone.state).toBe('idle');
    },
  },
  {
    name: 'the end of a call that comes in says that the customer gave up',
    floor,
    play: async (stage) => {
      await stage.signIn('1001');
      await stage.customer.calls(QUEUE_NUMBER);
      await stage.customer.does('hangup');
      expect(stage.lastCause('1001')).toBe('ORIGINATOR_CANCEL');
    },
  },
  {
    name: 'the end of a call that comes in says that the agent did not answer, and the next is not blamed for it',
    floor,
    play: async (stage) => {
      await stage.signIn('1001');
      const next = await stage.signIn('1002');
      await stage.customer.calls(QUEUE_NUMBER);
      await stage.until('the next agent rings', () => next.state.work === 'ringing');
      expect(stage.lastCause('1001')).toBe('NO_ANSWER');
      await stage.customer.does('hangup');
      expect(stage.lastCause('1002')).toBe('ORIGINATOR_CANCEL');
    },
  },
  ...(['in the page', 'at the phone'] as const).map((where): Scenario => ({
    name: `the end of a call that the agent declines ${where} says so`,
    floor,
    play: async (stage) => {
      const seat = await stage.signIn('1001');
      await stage.customer.calls('1001');
      if (where === 'in the page') await seat.does('rejectCall');
      else await seat.phone.does('reject');
      expect(stage.lastCause('1001')).toBe('CALL_REJECTED');
      expect(stage.customer.lastRelease).toBe('rejected');
    },
  })),
  {
    name: 'the end of a talk is a normal one for everybody',
    floor,
    play: async (stage) => {
      await talk(stage);
      await stage.customer.does('hangup');
      expect(stage.lastCause('1001')).toBe('NORMAL_CLEARING');
    },
  },
  {
    name: 'the end of a consult says that the colleague declined it, and tells the colleague so',
    floor,
    play: async (stage) => {
      const { other } = await ringColleague(stage);
      await other.phone.does('reject');
      expect(stage.lastCause('1001')).toBe('CALL_REJECTED');
      expect(stage.lastCause('1002')).toBe('CALL_REJECTED');
    },
  },
  {
    name: 'the end of a consult that is cancelled says so to the colleague',
    floor,
    play: async (stage) => {
      const { seat } = await ringColleague(stage);
      await seat.does('cancelConsult');
      expect(stage.lastCause('1002')).toBe('ORIGINATOR_CANCEL');
    },
  },
  {
    name: 'the end of a single transfer that is not answered says so to the colleague, and the talk goes on',
    floor,
    play: async (stage) => {
      const seat = await talk(stage);
      await stage.signIn('1002');
      const outcome = seat.send('singleTransfer', { targetType: '0', target: '1002' });
      await stage.until('the transfer has failed', () => outcome() !== 'pending');
      expect(stage.lastCause('1002')).toBe('NO_ANSWER');
      expect(seat.state.work).toBe('talking');
    },
  },
  {
    name: 'the end of a call that a switch has lost says so',
    floor,
    play: async (stage) => {
      await talk(stage);
      await stage.restartSwitch('crash');
      expect(stage.lastCause('1001')).toBe('DESTINATION_OUT_OF_ORDER');
    },
  },
  {
    name: 'a second customer is told that the agent is engaged, and the agent nothing',
    floor,
    play: async (stage) => {
      const seat = await talk(stage);
      await stage.third.calls('1001');
      expect(stage.third.lastRelease).toBe('busy');
      expect(stage.lastCause('1001')).toBeNull();
      expect(seat.state).toMatchObject({ work: 'talking', call: { otherDN: CUSTOMER } });
    },
  },
];
