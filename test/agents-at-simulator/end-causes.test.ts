import { expect } from '@jest/globals';
import type { AnswerScript } from '../../adapters/simulator/index.js';
import { THIRD, type Seat } from '../support/guarded-floor.js';
import { talkWithCustomer } from '../support/guarded-scenes.js';
import { playScenarios, type Scenario, type Stage } from '../support/scenario-suite.js';

/** How a called phone behaves, and what a page is to say of it where the service does. */
const CALLED: readonly (readonly [AnswerScript, string])[] = [
  ['busy', 'busy'],
  ['noAnswer', 'noAnswer'],
  ['reject', 'declined'],
  ['unknown', 'noSuchNumber'],
];

const TOLD = ['hangupCause', 'earlyDetectCause'] as const;

function reasonsOf({ agent }: Seat): string[] {
  const reasons: string[] = [];
  agent.on('switchhook:callEnded', ({ reason }) => reasons.push(reason));
  return reasons;
}

/** Everybody's phone has done what it does by itself. */
async function wait(stage: Stage): Promise<void> {
  await stage.pass(61_000);
}

playScenarios(
  'the reasons of ends',
  TOLD.flatMap((endCause): Scenario[] => [
    ...CALLED.map(([script, reason]): Scenario => ({
      name: `a call out that ends as ${reason}, told by ${endCause}`,
      behaviours: ['destinationBusy'],
      given: { endCause },
      play: async (stage) => {
        const seat = await stage.signIn('1001');
        const reasons = reasonsOf(seat);
        stage.customer.script(script);
        await seat.does('makeCall', { otherDN: stage.customer.number });
        await wait(stage);
        expect(reasons).toEqual([reason]);
      },
    })),
    ...CALLED.map(([script, reason]): Scenario => ({
      name: `a consult that ends as ${reason}, told by ${endCause}`,
      behaviours: ['destinationBusy', 'consultCallID'],
      given: { endCause },
      play: async (stage) => {
        const seat = await talkWithCustomer(stage);
        const reasons = reasonsOf(seat);
        stage.centre.customer(THIRD).script(script);
        await seat.does('initiateConsult', { targetType: '1', target: THIRD });
        await wait(stage);
        expect(reasons).toEqual([reason]);
        await seat.does('retrieveCall');
      },
    })),
    {
      name: `a call that comes in and is declined at the phone, told by ${endCause}`,
      given: { endCause },
      play: async (stage) => {
        const seat = await stage.signIn('1001', { phoneType: 'sip' });
        const reasons = reasonsOf(seat);
        stage.customer.dial('1001');
        await stage.rest();
        stage.centre.device('8001').reject();
        await stage.rest();
        expect(reasons).toEqual(['declined']);
      },
    },
    {
      name: `a call whose caller gives up, with ${endCause}`,
      behaviours: ['abandonEvent'],
      given: { endCause },
      play: async (stage) => {
        const seat = await stage.signIn('1001');
        const reasons = reasonsOf(seat);
        stage.customer.dial('1001');
        await stage.rest();
        stage.customer.hangup();
        await stage.rest();
        expect(reasons).toEqual(['missed']);
      },
    },
    {
      name: `a talk that either side ends, with ${endCause}`,
      given: { endCause },
      play: async (stage) => {
        const seat = await talkWithCustomer(stage);
        const reasons = reasonsOf(seat);
        stage.customer.hangup();
        await stage.rest();
        expect(reasons).toEqual(['otherSide']);
      },
    },
  ]),
);

playScenarios('the reasons of ends that the service does not tell', [
  {
    name: 'a call out that nobody answers',
    play: async (stage) => {
      const seat = await stage.signIn('1001');
      const reasons = reasonsOf(seat);
      await seat.does('makeCall', { otherDN: stage.customer.number });
      await wait(stage);
      expect(reasons).toEqual(['notReached']);
    },
  },
]);
