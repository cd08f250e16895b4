import { expect } from '@jest/globals';
import { CUSTOMER, settled, type GuardedFloor, type Seat } from '../support/guarded-floor.js';
import { consultColleague, takeCall } from '../support/guarded-scenes.js';
import { playScenarios, type Scenario, type Stage } from '../support/scenario-suite.js';

const SITUATIONS: readonly (readonly [string, (floor: GuardedFloor) => Promise<Seat>])[] = [
  ['idle', (floor) => floor.signIn('1001')],
  [
    'talking',
    async (floor) => {
      const seat = await floor.signIn('1001');
      await takeCall(floor, seat);
      return seat;
    },
  ],
  [
    'holding',
    async (floor) => {
      const seat = await floor.signIn('1001');
      await takeCall(floor, seat);
      await seat.does('holdCall');
      return seat;
    },
  ],
  ['consulting', async (floor) => (await consultColleague(floor)).seat],
];

/** Page and centre agree on the page's link. */
function expectLink({ centre }: Stage, { agent, agentID }: Seat, link: 'connected' | 'interrupted' | 'displaced'): void {
  expect(agent.getSnapshot().connection).toBe(link);
  expect(centre.truth(agentID).links['end-1']).toBe(link);
}

const interrupted = SITUATIONS.map(([work, arrange]): Scenario => ({
  name: `interrupted while ${work}, and back`,
  behaviours: ['interruptedCode'],
  play: async (stage) => {
    const seat = await arrange(stage);
    const before = seat.agent.getSnapshot();
    stage.centre.faults.interrupt(seat.sdk);
    await stage.rest();
    expectLink(stage, seat, 'interrupted');
    expect(seat.agent.getSnapshot()).toMatchObject({ login: before.login, work: before.work, allowed: ['initAgent', 'on', 'off'] });
    // The way back in is refused, too, and the page goes on knowing that its link is down.
    expect(await seat.tries('initAgent', { token: 'any', companyId: 'any', agent: '1001' })).toBe('REJECTED');
    expectLink(stage, seat, 'interrupted');
    stage.centre.faults.reconnect(seat.sdk);
    await stage.rest();
    expectLink(stage, seat, 'connected');
    const after = seat.agent.getSnapshot();
    expect(after).toMatchObject({ login: before.login, work: before.work });
    await seat.does('resetLogout');
  },
}));

playScenarios('a link within the service', [
  ...interrupted,
  {
    name: 'interrupted in silence, until a command is refused',
    behaviours: ['interruptedCode'],
    play: async (stage) => {
      const seat = await stage.signIn('1001');
      // Its refusal is all that the page needs to hear.
      const outcome = seat.send('makeCall', { otherDN: CUSTOMER });
      stage.centre.faults.failNext('makeCall', stage.behaviour.interruptedCode);
      await stage.rest();
      expect(outcome()).toBe('REJECTED');
      expect(seat.agent.getSnapshot().connection).toBe('interrupted');
      stage.centre.faults.interrupt(seat.sdk, { ms: 500 });
      await stage.pass(1000);
      expectLink(stage, seat, 'connected');
    },
  },
  {
    name: 'interrupted while another page signs in',
    play: async (stage) => {
      const seat = await stage.signIn('1001');
      stage.centre.faults.interrupt(seat.sdk);
      stage.centre.faults.secondEnd('1001');
      stage.clock.increment(1000);
      await settled();
      expect(seat.agent.getSnapshot().connection).toBe('interrupted');
      stage.centre.faults.reconnect(seat.sdk);
      await stage.rest();
      expectLink(stage, seat, 'displaced');
    },
  },
]);
