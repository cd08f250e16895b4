import { expect } from '@jest/globals';
import type { GuardedFloor, Seat } from '../support/guarded-floor.js';
import { conferWithColleague, consultColleague, ringAgent, ringColleague } from '../support/guarded-scenes.js';
import { playScenarios, type Scenario } from '../support/scenario-suite.js';

const LOGIN = { phoneType: 'webrtc', bindExt: '', agentState: '1' };

/** Agent 1001 in the work statuses in which the vendor's page does not refuse a login. */
const LEFT_OUT: readonly (readonly [string, (floor: GuardedFloor) => Promise<Seat>])[] = [
  ['ringing', ringAgent],
  ['consulting somebody who rings', async (floor) => (await ringColleague(floor)).seat],
  ['consulting', async (floor) => (await consultColleague(floor)).seat],
  ['conferencing', async (floor) => (await conferWithColleague(floor)).seat],
];

const displacedInCall = LEFT_OUT.map(([work, arrange]): Scenario => ({
  name: `a page that is displaced while ${work}, and takes the agent back`,
  behaviours: ['consultCallID'],
  given: { loginInCall: 'refusedWhereNamed' },
  // The regain tells the page of a call that it has lost.
  reportsItself: true,
  play: async (stage) => {
    const seat = await arrange(stage);
    const { work, call } = seat.agent.getSnapshot();
    stage.centre.faults.secondEnd('1001');
    await stage.rest();
    expect(seat.agent.getSnapshot()).toMatchObject({ connection: 'displaced', login: 'offline', work: 'idle', call: null });
    expect(stage.centre.truth('1001')).toMatchObject({ work, login: 'online' });
    await seat.does('login', LOGIN);
    expect(seat.agent.getSnapshot()).toMatchObject({
      connection: 'connected',
      login: 'online',
      work,
      call: { callID: call?.callID },
    });
    await seat.does('hangup');
    expect(seat.agent.getSnapshot().call).toBeNull();
  },
}));

playScenarios('two ends of one agent', [
  ...displacedInCall,
  {
    name: 'two pages sign in at once, and this one loses the first round only',
    play: async (stage) => {
      const seat = await stage.open('1001');
      stage.centre.faults.rivalLogin('1001');
      await seat.does('login', LOGIN);
      expect(seat.agent.getSnapshot()).toMatchObject({ connection: 'connected', login: 'online' });
      stage.customer.dial('1001');
      await stage.rest();
      expect(seat.agent.getSnapshot().work).toBe('ringing');
      await seat.does('answer');
    },
  },
  {
    name: 'two pages sign in at once, and this one wins the first round only',
    play: async (stage) => {
      const seat = await stage.open('1001');
      stage.centre.faults.rivalLogin('1001', { order: 'rivalLast' });
      seat.send('login', LOGIN);
      await stage.rest();
      expect(seat.agent.getSnapshot()).toMatchObject({ connection: 'displaced', login: 'offline' });
      stage.customer.dial('1001');
      await stage.rest();
      expect(seat.agent.getSnapshot()).toMatchObject({ work: 'idle', call: null });
    },
  },
]);
