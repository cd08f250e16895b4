import { expect } from '@jest/globals';
import { CUSTOMER, EXTENSIONS, THIRD } from '../stage/floor.js';
import type { Seat } from '../stage/seat.js';
import type { Stage } from '../stage/stage.js';
import type { Scenario } from './scenario.js';
import { talk } from './scenes.js';

/** One more call may come to an agent who is on one. */
const floor = { callWaiting: 1, ringSeconds: 3 } as const;

/** Agent 1001 talks with a customer, and another calls. */
async function secondRings(stage: Stage): Promise<Seat> {
  const seat = await talk(stage);
  await stage.third.calls('1001');
  expect(seat.state).toMatchObject({ work: 'talking', waiting: [{ work: 'ringing', otherDN: THIRD }] });
  expect(seat.phone.lines).toEqual(expect.arrayContaining(['connected', 'ringing']));
  return seat;
}

/** The second call is taken, and the first waits. */
async function secondTaken(stage: Stage, where: 'in the page' | 'at the phone'): Promise<Seat> {
  const seat = await secondRings(stage);
  if (where === 'in the page') await seat.does('answer');
  else await seat.phone.does('answer');
  expect(seat.state).toMatchObject({ work: 'talking', call: { otherDN: THIRD }, waiting: [{ work: 'holding', otherDN: CUSTOMER }] });
  expect(seat.phone.hears).toEqual([THIRD]);
  expect(stage.customer.hears).toEqual([]);
  return seat;
}

/** A second call to an agent who is on one: call waiting. */
export const secondCalls: readonly Scenario[] = [
  {
    name: 'a second call that gives up while the first goes on',
    floor,
    play: async (stage) => {
      const seat = await secondRings(stage);
      await stage.third.does('hangup');
      expect(seat.state).toMatchObject({ work: 'talking', waiting: [] });
      expect(stage.customer.hears).toEqual([seat.phone.dn]);
    },
  },
  ...(['in the page', 'at the phone'] as const).map((where): Scenario => ({
    name: `a second call that is rejected ${where}`,
    floor,
    play: async (stage) => {
      const seat = await secondRings(stage);
      if (where === 'in the page') await seat.does('rejectCall');
      else await seat.phone.does('reject');
      expect(seat.state).toMatchObject({ work: 'talking', call: { otherDN: CUSTOMER }, waiting: [] });
      expect(stage.third.lastRelease).toBe('rejected');
    },
  })),
  {
    name: 'a second call that nobody answers',
    floor,
    play: async (stage) => {
      const seat = await secondRings(stage);
      await stage.until('the second caller hears the end', () => stage.third.state === 'idle');
      expect(seat.state).toMatchObject({ work: 'talking', waiting: [] });
    },
  },
  ...(['in the page', 'at the phone'] as const).map((where): Scenario => ({
    name: `a second call that is taken ${where}, ended in the page, and the first taken back`,
    floor,
    play: async (stage) => {
      const seat = await secondTaken(stage, where);
      await seat.does('hangup');
      expect(seat.state).toMatchObject({ work: 'holding', call: { otherDN: CUSTOMER }, waiting: [] });
      await seat.does('retrieveCall');
      expect(seat.state.work).toBe('talking');
      expect(seat.phone.hears).toEqual([CUSTOMER]);
      await seat.does('hangup');
      expect(seat.state.work).toBe('acw');
    },
  })),
  ...(['in the page', 'at the phone'] as const).map((where): Scenario => ({
    name: `a second call that is taken ${where}, and swapped with the first at the phone`,
    floor,
    play: async (stage) => {
      const seat = await secondTaken(stage, where);
      await seat.phone.does('retrieve');
      expect(seat.state).toMatchObject({ work: 'talking', call: { otherDN: CUSTOMER }, waiting: [{ work: 'holding', otherDN: THIRD }] });
      expect(seat.phone.hears).toEqual([CUSTOMER]);
      expect(stage.third.hears).toEqual([]);
      await stage.customer.does('hangup');
      expect(seat.state).toMatchObject({ work: 'holding', call: { otherDN: THIRD } });
    },
  })),
  {
    name: 'a second call that is taken, during which the first gives up waiting',
    floor,
    play: async (stage) => {
      const seat = await secondTaken(stage, 'in the page');
      await stage.customer.does('hangup');
      expect(seat.state).toMatchObject({ work: 'talking', call: { otherDN: THIRD }, waiting: [] });
      await stage.third.does('hangup');
      expect(seat.state.work).toBe('acw');
    },
  },
  {
    name: 'a second call that still rings when the first ends, and is answered then',
    floor,
    play: async (stage) => {
      const seat = await secondRings(stage);
      await stage.customer.does('hangup');
      expect(seat.state).toMatchObject({ work: 'ringing', call: { otherDN: THIRD }, waiting: [] });
      await seat.does('answer');
      expect(seat.phone.hears).toEqual([THIRD]);
      await seat.does('hangup');
      expect(seat.state.work).toBe('acw');
    },
  },
  {
    name: 'a second call beside one that the page holds, taken at the phone',
    floor,
    play: async (stage) => {
      const seat = await talk(stage);
      await seat.does('holdCall');
      await stage.third.calls('1001');
      await seat.phone.does('answer');
      expect(seat.state).toMatchObject({ work: 'talking', call: { otherDN: THIRD }, waiting: [{ work: 'holding', otherDN: CUSTOMER }] });
      await stage.third.does('hangup');
      await seat.does('retrieveCall');
      expect(stage.customer.hears).toEqual([seat.phone.dn]);
    },
  },
  {
    name: 'a third call finds the agent busy, as no more than one may wait',
    floor,
    play: async (stage) => {
      const seat = await secondRings(stage);
      const colleague = await stage.signIn('1002');
      expect(await colleague.tries('initiateConsult', { targetType: '0', target: '1001' })).not.toBe('done');
      expect(seat.state.waiting).toHaveLength(1);
    },
  },
  {
    name: 'a phone without call waiting is busy for the second caller',
    play: async (stage) => {
      await stage.third.calls(EXTENSIONS.free);
      await stage.phone(EXTENSIONS.free).does('answer');
      await stage.customer.calls(EXTENSIONS.free);
      expect(stage.customer).toMatchObject({ state: 'idle', lastRelease: 'busy' });
      expect(stage.third.hears).toEqual([EXTENSIONS.free]);
    },
  },
];
