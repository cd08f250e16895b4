import { expect } from '@jest/globals';
import { CUSTOMER, type Seat } from '../support/guarded-floor.js';
import { playScenarios, type Scenario, type Stage } from '../support/scenario-suite.js';

const KINDS = ['predictive', 'preview', 'callback'] as const;
type Kind = (typeof KINDS)[number];

async function ringsAt(stage: Stage, kind: Kind): Promise<Seat> {
  const seat = await stage.signIn('1001');
  stage.centre.dialFor('1001', CUSTOMER, { kind });
  await stage.rest();
  if (kind === 'predictive') stage.customer.answer();
  await stage.rest();
  expect(seat.agent.getSnapshot().work).toBe('ringing');
  expect(seat.agent.can('answer') && seat.agent.can('rejectCall')).toBe(true);
  return seat;
}

playScenarios(
  'calls of the dialer',
  KINDS.flatMap((kind): Scenario[] => [
    {
      name: `a ${kind} call that is answered`,
      play: async (stage) => {
        const seat = await ringsAt(stage, kind);
        await seat.does('answer');
        if (kind !== 'predictive') stage.customer.answer();
        await stage.rest();
        expect(seat.agent.getSnapshot().work).toBe('talking');
        await seat.does('holdCall');
        await seat.does('retrieveCall');
        stage.customer.hangup();
        await stage.rest();
        expect(seat.agent.getSnapshot().work).toBe('acw');
      },
    },
    {
      name: `a ${kind} call that is rejected`,
      behaviours: ['missedCalls'],
      play: async (stage) => {
        const seat = await ringsAt(stage, kind);
        await seat.does('rejectCall');
        expect(seat.agent.getSnapshot().work).toBe('idle');
      },
    },
    {
      name: `a ${kind} call that nobody takes`,
      play: async (stage) => {
        const seat = await ringsAt(stage, kind);
        const reasons: string[] = [];
        seat.agent.on('switchhook:callEnded', ({ reason }) => reasons.push(reason));
        await stage.pass(25_000);
        expect(seat.agent.getSnapshot().work).toBe('idle');
        expect(reasons).toEqual(['missed']);
      },
    },
  ]),
);

playScenarios('a preview call beside another', [
  {
    name: 'another call is taken before the customer has been reached',
    options: { callWaiting: 1 },
    play: async (stage) => {
      const seat = await ringsAt(stage, 'preview');
      stage.centre.customer('13800000000').dial('1001');
      await stage.rest();
      await seat.does('answer');
      await seat.does('answer');
      expect(seat.agent.getSnapshot()).toMatchObject({ work: 'talking', call: { otherDN: '13800000000' } });
      stage.customer.answer();
      await stage.rest();
      expect(stage.customer.state).toBe('held');
      expect(seat.agent.getSnapshot().waiting).toMatchObject([{ work: 'holding' }]);
    },
  },
]);
