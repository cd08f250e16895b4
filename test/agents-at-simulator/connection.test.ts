import { expect } from '@jest/globals';
import { CUSTOMER, type GuardedFloor, type Seat } from '../support/guarded-floor.js';
import { takeCall, TO_AGENT } from '../support/guarded-scenes.js';
import { PageStorage } from '../support/bench/index.js';
import { playScenarios, type Scenario } from '../support/scenario-suite.js';

type Arrange = (floor: GuardedFloor, seat: Seat) => Promise<void>;

async function consult(floor: GuardedFloor, seat: Seat): Promise<Seat> {
  await takeCall(floor, seat);
  const other = await floor.signIn('1002');
  await seat.does('initiateConsult', TO_AGENT);
  return other;
}

/** How agent 1001, signed in, gets into every work status. */
const SITUATIONS: readonly (readonly [string, Arrange])[] = [
  ['idle', async () => {}],
  ['in a break', (_floor, seat) => seat.does('notReady', { reasonCode: 15 })],
  ['dialing', (_floor, seat) => seat.does('makeCall', { otherDN: CUSTOMER })],
  [
    'ringing',
    async (floor) => {
      floor.customer.dial('1001');
      await floor.rest();
    },
  ],
  ['talking', takeCall],
  [
    'talking, muted',
    async (floor, seat) => {
      await takeCall(floor, seat);
      await seat.does('muteCall');
    },
  ],
  [
    'holding',
    async (floor, seat) => {
      await takeCall(floor, seat);
      await seat.does('holdCall');
    },
  ],
  [
    'consulting somebody who rings',
    async (floor, seat) => {
      await consult(floor, seat);
    },
  ],
  ['consulting', async (floor, seat) => (await consult(floor, seat)).does('answer')],
  [
    'conferencing',
    async (floor, seat) => {
      await (await consult(floor, seat)).does('answer');
      await seat.does('consultConference');
    },
  ],
  [
    'in after-call work',
    async (floor, seat) => {
      await takeCall(floor, seat);
      await seat.does('hangup');
    },
  ],
];

const REGAIN = ['regainWorkStatus', 'consultCallID', 'consultHold'] as const;

const reloads = SITUATIONS.map(([status, arrange]): Scenario => ({
  name: `a page that is loaded anew while ${status}`,
  behaviours: REGAIN,
  play: async (stage) => {
    const options = { storage: new PageStorage(), revealPersonalData: true };
    const seat = await stage.signIn('1001', {}, options);
    await arrange(stage, seat);
    const before = seat.agent.getSnapshot();
    stage.leave(seat);
    await stage.pass(300);
    const again = await stage.open('1001', options);
    expect(again.agent.getSnapshot()).toMatchObject({ login: before.login, work: before.work, muted: before.muted });
    await again.does('resetLogout');
  },
}));

const losses = SITUATIONS.map(([status, arrange]): Scenario => ({
  name: `a connection that is lost and regained while ${status}`,
  behaviours: REGAIN,
  play: async (stage) => {
    const seat = await stage.signIn('1001');
    await arrange(stage, seat);
    const before = seat.agent.getSnapshot();
    stage.centre.faults.disconnect(seat.sdk);
    await stage.rest();
    stage.centre.faults.reconnect(seat.sdk);
    await stage.rest();
    const { since, ...rest } = seat.agent.getSnapshot();
    expect(rest).toMatchObject({ login: before.login, work: before.work, muted: before.muted });
    expect(since).toBe(before.since);
    await seat.does('resetLogout');
  },
}));

playScenarios('the connection', [
  ...reloads,
  ...losses,
  {
    name: 'a call that ends while the connection is lost',
    play: async (stage) => {
      const seat = await stage.signIn('1001', {});
      await takeCall(stage, seat);
      stage.centre.faults.disconnect(seat.sdk);
      stage.customer.hangup();
      // Longer than after-call work.
      stage.clock.increment(60_000);
      stage.centre.faults.reconnect(seat.sdk);
      await stage.rest();
      expect(seat.agent.getSnapshot()).toMatchObject({ work: 'idle', call: null });
    },
  },
  {
    name: 'a supervisor who signs the agent out while the connection is lost',
    play: async (stage) => {
      const supervisor = await stage.signIn('1001');
      const seat = await stage.signIn('1002');
      stage.centre.faults.disconnect(seat.sdk);
      void supervisor.agent.forceLogout({ targetAgentID: '1002' });
      stage.clock.increment(1000);
      stage.centre.faults.reconnect(seat.sdk);
      await stage.rest();
      expect(seat.agent.getSnapshot().login).toBe('offline');
    },
  },
  {
    name: 'commands that are sent without a connection',
    behaviours: ['whileDisconnected'],
    play: async (stage) => {
      const seat = await stage.signIn('1001');
      stage.centre.faults.disconnect(seat.sdk);
      const outcome = seat.send('makeCall', { otherDN: CUSTOMER });
      await stage.pass(120_000);
      expect(outcome()).toBe(stage.behaviour.whileDisconnected === 'silent' ? 'TIMEOUT' : 'REJECTED');
      expect(seat.agent.getSnapshot().work).toBe('idle');
      stage.centre.faults.reconnect(seat.sdk);
      await stage.rest();
      await seat.does('makeCall', { otherDN: CUSTOMER });
    },
  },
  {
    name: 'another end that signs in while the agent is idle',
    play: async (stage) => {
      const seat = await stage.signIn('1001');
      const outcome = seat.send('makeCall', { otherDN: CUSTOMER });
      stage.centre.faults.secondEnd('1001');
      await stage.rest();
      expect(outcome()).not.toBe('pending');
    },
  },
]);
