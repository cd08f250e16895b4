import { expect } from '@jest/globals';
import { CUSTOMER, EXTENSIONS, mobileOf, NUMBERS } from '../stage/floor.js';
import type { Scenario } from './scenario.js';

const TO_CUSTOMER = { otherDN: CUSTOMER } as const;
const PSTN = { phoneType: 'pstn', bindMobile: mobileOf('1001') } as const;

const unanswered = (
  [
    ['is engaged', NUMBERS.busy],
    ['rejects it', NUMBERS.rejecting],
    ['does not exist', NUMBERS.unknown],
    ['does not answer', NUMBERS.silent],
  ] as const
).map(([how, otherDN]): Scenario => ({
  name: `a call out to a number that ${how} leaves the agent idle`,
  play: async (stage) => {
    const seat = await stage.signIn('1001');
    const outcome = seat.send('makeCall', { otherDN });
    await stage.until('the call is over', () => outcome() !== 'pending' && seat.state.work === 'idle');
    expect(outcome()).toBe('done');
    expect(seat.phone.state).toBe('idle');
  },
}));

/** Calls that agents make. */
export const outbound: readonly Scenario[] = [
  ...(['customer', 'agent'] as const).map((who): Scenario => ({
    name: `a call out that the ${who} ends`,
    play: async (stage) => {
      const seat = await stage.signIn('1001');
      await seat.does('makeCall', TO_CUSTOMER);
      expect(seat.state.work).toBe('dialing');
      expect(stage.customer.state).toBe('ringing');
      await stage.customer.does('answer');
      expect(seat.state.work).toBe('talking');
      if (who === 'agent') await seat.does('hangup');
      else await stage.customer.does('hangup');
      expect(seat.state.work).toBe('acw');
    },
  })),
  ...unanswered,
  {
    name: 'a call out that is rejected by the customer leaves the agent idle',
    play: async (stage) => {
      const seat = await stage.signIn('1001');
      await seat.does('makeCall', TO_CUSTOMER);
      await stage.customer.does('reject');
      expect(seat.state.work).toBe('idle');
    },
  },
  {
    name: 'a call out that is given up while it rings stops ringing',
    play: async (stage) => {
      const seat = await stage.signIn('1001');
      await seat.does('makeCall', TO_CUSTOMER);
      await seat.does('hangup');
      expect(seat.state.work).toBe('idle');
      expect(stage.customer.state).toBe('idle');
    },
  },
  {
    name: 'a call out that is given up at once',
    race: 'the hang-up meets the own phone’s leg at any point of its setting up',
    play: async (stage) => {
      const seat = await stage.signIn('1001');
      const outcome = seat.send('makeCall', TO_CUSTOMER);
      await seat.does('hangup');
      expect(outcome()).not.toBe('pending');
      expect(seat.state.work).toBe('idle');
    },
  },
  {
    name: 'a phone without a connection cannot call out, and can when it is back',
    play: async (stage) => {
      const seat = await stage.signIn('1001');
      await seat.phone.does('loseConnection');
      expect(await seat.tries('makeCall', TO_CUSTOMER)).toBe('REJECTED');
      expect(seat.state.work).toBe('idle');
      await seat.phone.does('register');
      await seat.does('makeCall', TO_CUSTOMER);
      await stage.customer.does('answer');
      expect(seat.state.work).toBe('talking');
    },
  },
  {
    name: 'a call to a colleague, whose hold is heard by the caller',
    play: async (stage) => {
      const caller = await stage.signIn('1001');
      const called = await stage.signIn('1002');
      await caller.does('makeCall', { otherDN: '8002' });
      expect(called.state.work).toBe('ringing');
      await called.does('answer');
      await called.does('holdCall');
      expect(caller.phone.hears).toEqual([]);
      await called.does('retrieveCall');
      expect(caller.phone.hears).toEqual(['8002']);
      await caller.does('hangup');
      expect(called.state.work).toBe('acw');
    },
  },
  {
    name: 'a call to a colleague who rejects it',
    play: async (stage) => {
      const caller = await stage.signIn('1001');
      const called = await stage.signIn('1002');
      await caller.does('makeCall', { otherDN: '1002' });
      await called.does('rejectCall');
      expect(caller.state.work).toBe('idle');
      expect(called.state.work).toBe('idle');
    },
  },
  {
    name: 'a call to a phone on the floor that nobody is signed in with',
    play: async (stage) => {
      const seat = await stage.signIn('1001');
      const { free } = EXTENSIONS;
      await seat.does('makeCall', { otherDN: free });
      await stage.phone(free).does('answer');
      expect(seat.state.work).toBe('talking');
      await stage.phone(free).does('hangup');
      expect(seat.state.work).toBe('acw');
    },
  },
  {
    name: 'a call to a phone on the floor that is not there is refused',
    play: async (stage) => {
      const seat = await stage.signIn('1001');
      expect(await seat.tries('makeCall', { otherDN: EXTENSIONS.offline })).toBe('REJECTED');
    },
  },
  {
    name: 'a telephone outside is called first, and the customer when it was taken',
    play: async (stage) => {
      const seat = await stage.signIn('1001', PSTN);
      await seat.does('makeCall', TO_CUSTOMER);
      expect(seat.phone.state).toBe('ringing');
      expect(stage.customer.state).toBe('idle');
      await seat.phone.does('answer');
      expect(stage.customer.state).toBe('ringing');
      await stage.customer.does('answer');
      expect(seat.state.work).toBe('talking');
      expect(stage.customer.hears).toEqual([PSTN.bindMobile]);
      await seat.does('holdCall');
      await seat.does('retrieveCall');
      await stage.customer.does('hangup');
      expect(seat.state.work).toBe('acw');
    },
  },
  {
    name: 'a telephone outside that its agent does not take calls nobody',
    play: async (stage) => {
      const seat = await stage.signIn('1001', PSTN);
      await seat.does('makeCall', TO_CUSTOMER);
      await seat.phone.does('reject');
      expect(seat.state.work).toBe('idle');
      expect(stage.customer.state).toBe('idle');
    },
  },
  {
    name: 'a customer reaches an agent on his telephone outside',
    play: async (stage) => {
      const seat = await stage.signIn('1001', PSTN);
      await stage.customer.calls('1001');
      expect(seat.state.work).toBe('ringing');
      await seat.phone.does('answer');
      expect(seat.state.work).toBe('talking');
      await seat.does('hangup');
      expect(stage.customer.state).toBe('idle');
    },
  },
];
