import { expect } from '@jest/globals';
import { talkWithCustomer } from '../support/guarded-scenes.js';
import { playScenarios, type Scenario, type Stage } from '../support/scenario-suite.js';

/** The page shows what is true of the phone. */
function expectDevice({ centre, seats }: Stage, device: 'registered' | 'lost'): void {
  for (const { agent, agentID } of seats) {
    expect({ shown: agent.getSnapshot().device, true: centre.truth(agentID).device }).toEqual({ shown: device, true: device });
  }
}

async function loseAndRegain(stage: Stage): Promise<void> {
  stage.centre.device('8001').unregister();
  await stage.rest();
  expectDevice(stage, 'lost');
  stage.centre.device('8001').register();
  await stage.rest();
  expectDevice(stage, 'registered');
}

playScenarios(
  'a phone that loses its registration and regains it',
  (['sip', 'webrtc'] as const).flatMap((phoneType): Scenario[] => [
    {
      name: `with ${phoneType}, while its agent is ready`,
      given: { registrationTold: 'ofWebPhonesToo' },
      behaviours: ['phoneLost'],
      play: async (stage) => {
        await stage.signIn('1001', { phoneType });
        await loseAndRegain(stage);
      },
    },
    {
      name: `with ${phoneType}, while its agent talks`,
      given: { registrationTold: 'ofWebPhonesToo' },
      behaviours: ['phoneLost'],
      play: async (stage) => {
        const seat = await talkWithCustomer(stage, { phoneType });
        await loseAndRegain(stage);
        expect(seat.agent.getSnapshot().work).toBe('talking');
      },
    },
  ]),
);
