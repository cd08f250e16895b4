import { expect } from '@jest/globals';
import type { CommandError } from '../../src/index.js';
import { CUSTOMER, settled, type GuardedFloor, type Seat } from '../support/guarded-floor.js';
import {
  conferWithColleague,
  consultColleague,
  ringAgent,
  ringColleague,
  takeCall,
  talkWithCustomer,
  wrapUp,
} from '../support/guarded-scenes.js';
import { playScenarios, type Scenario } from '../support/scenario-suite.js';

/** Agent 1001 in every work status. */
const SITUATIONS: readonly (readonly [string, (floor: GuardedFloor) => Promise<Seat>])[] = [
  ['idle', (floor) => floor.signIn('1001')],
  [
    'dialing',
    async (floor) => {
      const seat = await floor.signIn('1001');
      await seat.does('makeCall', { otherDN: CUSTOMER });
      return seat;
    },
  ],
  ['ringing', ringAgent],
  ['talking', (floor) => talkWithCustomer(floor)],
  [
    'holding',
    async (floor) => {
      const seat = await talkWithCustomer(floor);
      await seat.does('holdCall');
      return seat;
    },
  ],
  ['consulting somebody who rings', async (floor) => (await ringColleague(floor)).seat],
  ['consulting', async (floor) => (await consultColleague(floor)).seat],
  ['conferencing', async (floor) => (await conferWithColleague(floor)).seat],
  ['in after-call work', (floor) => wrapUp(floor)],
];

const CALL_ENDS = ['resetLogoutRelease', 'logoutEvent', 'abandonEvent', 'acwAnnounced'] as const;

const resets = SITUATIONS.map(([status, arrange]): Scenario => ({
  name: `resetLogout while ${status}`,
  behaviours: CALL_ENDS,
  play: async (stage) => {
    const seat = await arrange(stage);
    await seat.does('resetLogout');
    expect(seat.agent.getSnapshot()).toMatchObject({ login: 'offline', work: 'idle', call: null, muted: false });
    await seat.does('login', { phoneType: 'webrtc', bindExt: '', agentState: '1' });
    expect(seat.agent.getSnapshot()).toMatchObject({ login: 'online', work: 'idle' });
  },
}));

const forced = SITUATIONS.map(([status, arrange]): Scenario => ({
  name: `a supervisor forces the agent who is ${status}`,
  behaviours: ['forceLogoutInCall', 'statusDuringCall', 'statusDuringSorting', 'logoutEvent', 'resetLogoutRelease'],
  play: async (stage) => {
    const seat = await arrange(stage);
    for (const command of ['forceBusy', 'forceReady', 'forceLogout'] as const) {
      // The service may accept or refuse it; agent and centre agree on the outcome.
      expect(await seat.tries(command, { targetAgentID: '1001' })).toMatch(/^(done|REJECTED)$/);
    }
  },
}));

const displaced = SITUATIONS.map(([status, arrange]): Scenario => ({
  name: `a second page of an agent who is ${status}`,
  play: async (stage) => {
    const seat = await arrange(stage);
    const second = await stage.open('1001');
    const isIdle = status === 'idle';
    const login = { phoneType: 'webrtc', bindExt: '', agentState: '1' };
    expect(await second.tries('login', login)).toBe(isIdle ? 'done' : 'NOT_ALLOWED');
    if (!isIdle) return;
    expect(seat.agent.getSnapshot()).toMatchObject({ connection: 'displaced', login: 'offline', call: null });
    expect(await seat.tries('ready')).toBe('NOT_ALLOWED');
    await takeCall(stage, second);
    expect(seat.agent.getSnapshot().work).toBe('idle');
    await second.does('hangup');
    await second.does('completeACW');
    await seat.does('login', login);
    expect(second.agent.getSnapshot().connection).toBe('displaced');
    expect(seat.agent.getSnapshot()).toMatchObject({ connection: 'connected', login: 'online' });
  },
}));

playScenarios('signing in and out', [
  ...([{ agentState: '1' }, { agentState: '2' }, { agentState: '' }] as const).map(({ agentState }): Scenario => ({
    name: `login with agentState ${agentState || 'blank'}, all login statuses, logout`,
    behaviours: ['logoutEvent'],
    play: async (stage) => {
      const seat = await stage.open('1001');
      await seat.does('login', { phoneType: 'webrtc', bindExt: '', ...(agentState === '' ? {} : { agentState }) });
      expect(seat.agent.getSnapshot().login).toBe(agentState === '1' ? 'online' : 'dnd');
      for (let reasonCode = 11; reasonCode <= 18; reasonCode += 1) {
        await seat.does('notReady', { reasonCode });
        expect(seat.agent.getSnapshot()).toMatchObject({ login: 'break', reasonCode });
      }
      await seat.does('notReady', { reasonCode: 2 });
      await seat.does('ready');
      await seat.does('logout');
      expect(seat.agent.getSnapshot().login).toBe('offline');
    },
  })),
  {
    name: 'a login that the service refuses',
    play: async (stage) => {
      const seat = await stage.open('1001');
      expect(await seat.tries('login', { phoneType: 'webrtc', bindExt: '9999', agentState: '1' })).toBe('REJECTED');
      expect(seat.agent.getSnapshot().login).toBe('offline');
    },
  },
  {
    name: 'a login at the moment at which a logout is answered',
    behaviours: ['logoutEvent'],
    // The event of the logout comes a while after its answer.
    options: { latency: [20, 80] },
    play: async (stage) => {
      for (let turn = 0; turn < 8; turn += 1) {
        const seat = await stage.signIn('1001');
        const again = seat.agent
          .logout()
          .then(() => seat.agent.login({ phoneType: 'webrtc', bindExt: '', agentState: '1' }))
          .then(
            () => 'done',
            (error: unknown) => (error as CommandError).code,
          );
        for (let step = 0; step < 400; step += 1) {
          stage.clock.increment(1);
          await settled();
        }
        expect(await again).toBe('done');
        expect(seat.agent.getSnapshot().login).toBe('online');
        expect(seat.reports).toEqual([]);
        await seat.does('logout');
        stage.leave(seat);
      }
    },
  },
  {
    name: 'status changes during a talk',
    behaviours: ['statusDuringCall'],
    play: async (stage) => {
      const seat = await talkWithCustomer(stage);
      const ending = stage.behaviour.statusDuringCall === 'refused' ? 'REJECTED' : 'done';
      expect(await seat.tries('notReady', { reasonCode: 11 })).toBe(ending);
      expect(seat.agent.getSnapshot().work).toBe('talking');
    },
  },
  ...resets,
  ...forced,
  ...displaced,
]);
