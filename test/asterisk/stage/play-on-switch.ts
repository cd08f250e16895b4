import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { compare } from '../differences/compare.js';
import { listedDifferences, rowOf } from '../differences/listed.js';
import type { Scenario } from '../scenarios/index.js';
import { describeOnSwitch } from '../support/on-switch.js';
import type { Step } from './journal.js';
import { openRealStage } from './real-stage.js';
import { openRealSwitch, type RealSwitch } from './real-switch.js';
import { openSimulatedStage } from './simulated-stage.js';
import type { Stage } from './stage.js';

/** A play takes about a second; a restart of the switch, or a step that never comes to rest, some more. */
const LONGEST = 30_000;

async function play(scenario: Scenario, stage: Stage): Promise<readonly Step[]> {
  try {
    await scenario.play(stage);
  } catch (error) {
    await stage.close().catch(() => undefined);
    throw error;
  }
  await stage.close();
  return stage.journal.steps;
}

function rowsOf({ name }: Scenario): readonly string[] {
  return listedDifferences().filter((row) => row.startsWith(`| ${name} |`));
}

/**
 * Plays each scenario on a real PBX and on the simulated exchange. The agents are told the same on both, step by
 * step, but for the differences that docs/real-switch.md lists. `npm run test:deep` plays it once more: many
 * runs, not one that is long, meet an event that happens only now and then.
 */
export function playOnSwitch(theme: string, scenarios: readonly Scenario[]): void {
  describeOnSwitch(`on a real switch, ${theme}:`, () => {
    let pbx: RealSwitch;
    beforeAll(async () => {
      pbx = await openRealSwitch();
    }, 30_000);
    afterAll(() => pbx.stop(), 15_000);

    test.each(scenarios)(
      '$name',
      async (scenario) => {
        const { name, floor, race } = scenario;
        const simulated = await play(scenario, openSimulatedStage(floor));
        const real = await play(scenario, await openRealStage(pbx, floor)).catch(async (error: unknown) => {
          await pbx.renew();
          throw error;
        });
        if (race === undefined) expect(compare(name, simulated, real).map(rowOf)).toEqual(rowsOf(scenario));
      },
      LONGEST,
    );
  });
}
