import { expect } from '@jest/globals';
import { CUSTOMER } from '../support/guarded-floor.js';
import { talkWithCustomer } from '../support/guarded-scenes.js';
import { playScenarios, type Scenario } from '../support/scenario-suite.js';

playScenarios('a supervisor', [
  ...(['hangup', 'resetLogout'] as const).map((command): Scenario => ({
    name: `who barges in, and leaves with ${command}`,
    behaviours: ['acwAnnounced', 'resetLogoutRelease'],
    play: async (stage) => {
      const seat = await talkWithCustomer(stage, {}, '1002');
      const supervisor = await stage.signIn('1001');
      stage.centre.bargeIn('1002', '1001');
      await stage.rest();
      await supervisor.does('answer');
      expect(seat.agent.getSnapshot().work).toBe('conferencing');
      await supervisor.does(command);
      expect(seat.agent.getSnapshot().work).toBe('talking');
      await seat.does('hangup');
    },
  })),
  {
    name: 'who barges into a call that went out',
    play: async (stage) => {
      const seat = await stage.signIn('1002');
      const supervisor = await stage.signIn('1001');
      await seat.does('makeCall', { otherDN: CUSTOMER });
      stage.customer.answer();
      await stage.rest();
      stage.centre.bargeIn('1002', '1001');
      await stage.rest();
      expect(supervisor.agent.getSnapshot().work).toBe('ringing');
      await supervisor.does('answer');
      await supervisor.does('hangup');
    },
  },
  {
    name: 'who intercepts a call',
    behaviours: ['acwAnnounced'],
    play: async (stage) => {
      const seat = await talkWithCustomer(stage, {}, '1002');
      const supervisor = await stage.signIn('1001');
      stage.centre.intercept('1002', '1001');
      await stage.rest();
      await supervisor.does('answer');
      expect(seat.agent.getSnapshot().work).toBe('acw');
      expect(supervisor.agent.getSnapshot().work).toBe('talking');
      stage.customer.hangup();
      await stage.rest();
    },
  },
  ...(
    [
      ['forceBusy', 'dnd'],
      ['forceReady', 'online'],
      ['forceLogout', 'offline'],
    ] as const
  ).map(([command, login]): Scenario => ({
    name: `${command} of an agent in a break`,
    behaviours: ['logoutEvent'],
    play: async (stage) => {
      const supervisor = await stage.signIn('1001');
      const seat = await stage.signIn('1002');
      await seat.does('notReady', { reasonCode: 11 });
      await supervisor.does(command, { targetAgentID: '1002' });
      expect(seat.agent.getSnapshot().login).toBe(login);
    },
  })),
]);
