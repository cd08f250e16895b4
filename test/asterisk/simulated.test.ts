import { describe, test } from '@jest/globals';
import * as themes from './scenarios/index.js';
import { openSimulatedStage } from './stage/simulated-stage.js';

describe.each(Object.entries(themes))('on the simulated exchange, %s:', (_theme, scenarios) => {
  test.each(scenarios)('$name', async ({ floor = {}, play }) => {
    const stage = openSimulatedStage(floor);
    await play(stage);
    await stage.close();
  });
});
