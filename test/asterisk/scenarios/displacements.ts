import { expect } from '@jest/globals';
import { CUSTOMER, QUEUE_NUMBER } from '../stage/floor.js';
import type { Seat } from '../stage/seat.js';
import type { Stage } from '../stage/stage.js';
import type { Scenario } from './scenario.js';
import { confer, consult, ringColleague, talk } from './scenes.js';

/** A login on another page is refused in those calls only that the vendor's list names. */
const floor = { behaviour: { loginInCall: 'refusedWhereNamed' } } as const;

const LOGIN = { phoneType: 'sip', bindExt: '', agentState: '1' } as const;

/** Agent 1001 signs in elsewhere, so that this page is displaced; then here again: the page is told of the call. */
async function displace(stage: Stage, seat: Seat): Promise<void> {
  const { work, call } = seat.state;
  await stage.displace('1001');
  expect(seat.state).toMatchObject({ connection: 'displaced', login: 'offline', work: 'idle', call: null });
  await seat.does('login', LOGIN);
  expect(seat.state).toMatchObject({ connection: 'connected', login: 'online', work, call: { callID: call?.callID } });
}

/** An agent who is displaced in a call: the call goes on, and belongs to the page that has signed in last. */
export const displacements: readonly Scenario[] = [
  {
    name: 'an agent who is displaced while a call rings: the page that is back answers it',
    floor,
    play: async (stage) => {
      const seat = await stage.signIn('1001');
      await stage.customer.calls('1001');
      await displace(stage, seat);
      await seat.does('answer');
      expect(seat.state).toMatchObject({ work: 'talking', call: { otherDN: CUSTOMER } });
      expect(stage.customer.hears).toEqual([seat.phone.dn]);
      await seat.does('hangup');
      expect(seat.state.work).toBe('acw');
    },
  },
  {
    name: 'an agent who is displaced while a call of the queue rings: the phone itself takes it',
    floor,
    play: async (stage) => {
      const seat = await stage.signIn('1001');
      await stage.customer.calls(QUEUE_NUMBER);
      await displace(stage, seat);
      await seat.phone.does('answer');
      expect(seat.state.work).toBe('talking');
      await stage.customer.does('hangup');
      expect(seat.state.work).toBe('acw');
    },
  },
  {
    name: 'an agent who is displaced while the colleague rings: the page that is back cancels the consult',
    floor,
    play: async (stage) => {
      const { seat, other } = await ringColleague(stage);
      await displace(stage, seat);
      await seat.does('cancelConsult');
      expect(seat.state.work).toBe('talking');
      expect(other.state.work).toBe('idle');
      expect(stage.customer.hears).toEqual([seat.phone.dn]);
    },
  },
  ...(['retrieveConsult', 'consultConference'] as const).map((command): Scenario => ({
    name: `an agent who is displaced while he consults: the page that is back ends it with ${command}`,
    floor,
    play: async (stage) => {
      const { seat } = await consult(stage);
      await displace(stage, seat);
      await seat.does(command);
      expect(seat.state.work).toBe({ retrieveConsult: 'talking', consultConference: 'conferencing' }[command]);
    },
  })),
  {
    name: 'an agent who is displaced in a conference: the page that is back leaves it',
    floor,
    play: async (stage) => {
      const { seat, other } = await confer(stage);
      await displace(stage, seat);
      expect(stage.customer.hears).toEqual(['8001', '8002']);
      await seat.does('hangup');
      expect(seat.state.work).toBe('acw');
      expect(other.state.work).toBe('talking');
    },
  },
  {
    name: 'an agent who is displaced in a conference, after which the customer hangs up',
    floor,
    play: async (stage) => {
      const { seat, other } = await confer(stage);
      await displace(stage, seat);
      await stage.customer.does('hangup');
      expect(seat.state.work).toBe('talking');
      expect(other.state.work).toBe('talking');
    },
  },
  {
    name: 'an agent who is displaced while he consults, and whose call ends before he is back',
    floor,
    play: async (stage) => {
      const { seat, other } = await consult(stage);
      await stage.displace('1001');
      await stage.customer.does('hangup');
      await other.does('hangup');
      expect(seat.phone.state).toBe('idle');
      expect(seat.state).toMatchObject({ connection: 'displaced', work: 'idle' });
    },
  },
  {
    name: 'a page that is opened beside another during a talk is told of it, and either can end it',
    play: async (stage) => {
      const seat = await talk(stage);
      const next = await stage.open('1001');
      expect(next.state).toMatchObject({ connection: 'connected', work: 'talking', call: { otherDN: CUSTOMER } });
      await next.does('holdCall');
      expect(seat.state.work).toBe('holding');
      expect(stage.customer.hears).toEqual([]);
      await seat.does('retrieveCall');
      await next.does('hangup');
      expect(seat.state.work).toBe('acw');
    },
  },
];
