import { describe, expect, test } from '@jest/globals';
import type { Fault, Faults } from '../../adapters/simulator/index.js';
import { createSobotAgent } from '../../adapters/sobot/index.js';
import type { MakeSdk } from '../../adapters/testing/index.js';
import { Does } from '../support/kit/does.js';
import { first, peacefulSteps, play } from '../support/kit/long-run.js';
import { throughTroubles } from '../support/kit/troubles.js';

const EVENTS = [
  'EventAgentLogin',
  'EventAgentReady',
  'EventAgentNotReady',
  'EventAgentLogout',
  'EventAgentConnectionChanged',
  'EventDialing',
  'EventRinging',
  'EventEstablished',
  'EventReleased',
  'EventAgentHoldCall',
  'EventAgentRetrieveCall',
  'EventAgentMute',
  'EventAgentUnmute',
  'EventPartyAdded',
  'EventPartyChanged',
  'EventPartyDeleted',
  'EventDelayCallAfterWork',
  'EventDtmfSent',
  'EventError',
  '*',
] as const;

const KINDS = ['drop', 'duplicate', 'delay', 'reorder'] as const;
const guarded: MakeSdk = (sdk, { clock, storage }) => createSobotAgent(sdk, { clock, storage });

/** A day with a fault, after which all pages are loaded anew. @returns the fault */
async function survive(seed: number, arrange: (faults: Faults) => Fault): Promise<Fault> {
  const arranged: Fault[] = [];
  const steps = throughTroubles({
    seed,
    arrange: (faults) => {
      arranged.push(arrange(faults));
      return arranged;
    },
    least: 80,
    most: 4000,
    strikes: 1,
  });
  await play({ makeSdk: guarded, steps, seed });
  return arranged[0]!;
}

const ROWS = KINDS.flatMap((kind) => EVENTS.map((event) => [kind, event] as const));

describe('agents agree with the centre again after a reload', () => {
  test.each(ROWS.map((row, seed) => [...row, seed] as const))(
    '%s: %s',
    async (kind, event, seed) => {
      const fault = await survive(seed, (faults) => faults[kind](event, { probability: 0.7 }));
      expect(fault.struck).toBeGreaterThan(0);
    },
    60_000,
  );

  test('callbacks that never come', async () => {
    const fault = await survive(ROWS.length, (faults) => faults.loseCallbacks('*', { probability: 0.7 }));
    expect(fault.struck).toBeGreaterThan(0);
  });
});

test('an event that comes twice changes nothing the second time', async () => {
  const faults: Fault[] = [];
  function* steps() {
    yield new Does('every message comes twice', ({ centre }) => {
      // Nobody is told that there is a fault: all pages must show the truth all the while.
      faults.push(centre.faults.duplicate('*', { ms: 5 }));
    });
    yield* first(400, peacefulSteps(7));
  }
  const tally = await play({ makeSdk: guarded, steps: steps(), seed: 7 });
  expect(faults[0]?.struck).toBeGreaterThan(100);
  expect(tally.compared).toBeGreaterThan(400);
});
