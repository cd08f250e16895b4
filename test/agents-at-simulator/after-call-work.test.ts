import { expect } from '@jest/globals';
import { ACW_SECONDS } from '../support/guarded-floor.js';
import { takeCall, wrapUp } from '../support/guarded-scenes.js';
import { playScenarios, type Scenario } from '../support/scenario-suite.js';

const BEHAVIOURS = ['acwAnnounced', 'acwEnd', 'delayLimit'] as const;

const statuses = (['online', 'break'] as const).map((before): Scenario => ({
  name: `that ends by itself for an agent who was ${before}`,
  behaviours: BEHAVIOURS,
  play: async (stage) => {
    const seat = await stage.signIn('1001');
    stage.customer.dial('1001');
    await stage.rest();
    await seat.does('answer');
    if (before === 'break') await seat.does('notReady', { reasonCode: 13 });
    await seat.does('hangup');
    expect(seat.agent.getSnapshot().work).toBe('acw');
    await stage.pass(ACW_SECONDS * 1000 + 500);
    expect(seat.agent.getSnapshot()).toMatchObject({
      work: 'idle',
      login: stage.behaviour.acwEnd === 'dnd' ? 'dnd' : before,
    });
  },
}));

playScenarios('after-call work', [
  ...statuses,
  ...(['completeACW', 'completeACWToBusy'] as const).map((command): Scenario => ({
    name: `that ends with ${command}`,
    behaviours: BEHAVIOURS,
    play: async (stage) => {
      const seat = await wrapUp(stage);
      await seat.does(command);
      expect(seat.agent.getSnapshot().work).toBe('idle');
      if (seat.agent.getSnapshot().login !== 'online') await seat.does('ready');
      await takeCall(stage, seat);
    },
  })),
  ...(
    [
      ['ready', {}],
      ['notReady', { reasonCode: 12 }],
    ] as const
  ).map(([command, parameters]): Scenario => ({
    name: `during which the agent says ${command}`,
    behaviours: ['statusDuringSorting', 'acwAnnounced'],
    play: async (stage) => {
      const seat = await wrapUp(stage, { agentState: '1' });
      await seat.does('delayACW', { delayTime: 60 });
      // Ready is the agent already, until he is in a break.
      if (command === 'ready') {
        expect(await seat.tries('ready')).toBe('NOT_ALLOWED');
        return;
      }
      const isRefused = stage.behaviour.statusDuringSorting === 'refused';
      expect(await seat.tries(command, parameters)).toBe(isRefused ? 'REJECTED' : 'done');
    },
  })),
  ...([60, 900] as const).map((delayTime): Scenario => ({
    name: `that is extended by ${delayTime} s, its length known to the agent`,
    behaviours: BEHAVIOURS,
    play: async (stage) => {
      const seat = await stage.signIn('1001', {}, { acw: { seconds: ACW_SECONDS } });
      await takeCall(stage, seat);
      await seat.does('hangup');
      const isRefused = delayTime > Number(stage.behaviour.delayLimit);
      expect(await seat.tries('delayACW', { delayTime })).toBe(isRefused ? 'REJECTED' : 'done');
      await stage.pass((ACW_SECONDS + (isRefused ? 0 : delayTime)) * 1000 - 2000);
      expect(seat.agent.getSnapshot().work).toBe('acw');
      await stage.pass(4000);
      expect(seat.agent.getSnapshot().work).toBe('idle');
    },
  })),
  {
    name: 'that ends by command only',
    behaviours: BEHAVIOURS,
    options: { acwSeconds: null },
    play: async (stage) => {
      const seat = await wrapUp(stage);
      await stage.pass(3_600_000);
      expect(seat.agent.getSnapshot().work).toBe('acw');
      await seat.does('completeACW');
    },
  },
  {
    name: 'that there is none of',
    options: { acwSeconds: 0 },
    play: async (stage) => {
      const seat = await stage.signIn('1001', {}, { acw: { enabled: false } });
      await takeCall(stage, seat);
      await seat.does('hangup');
      expect(seat.agent.getSnapshot().work).toBe('idle');
    },
  },
]);
