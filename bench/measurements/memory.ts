import { createSobotAgent } from '../../adapters/sobot/index.js';
import type { Measurement } from '../frame/measurement.js';
import { FakeSdk } from '../scene/fake-sdk.js';
import { RawActor } from '../scene/raw-actor.js';
import { record } from '../scene/recording.js';
import { openSdk, talkOn } from '../scene/talk.js';
import { weigh } from '../scene/weigh.js';

const MANY = 1_000;
const VERY_MANY = 10_000;

const talking = (count: number): Promise<number> => weigh(count, openSdk, (prepared) => talkOn(prepared));

export const memory: Measurement = {
  name: 'Memory',
  meaning:
    'What each of so many agents keeps of the heap after a collection: as constructed, and in a talk with the state read; without the SDK. ' +
    'Beside it, a plain XState actor of the machine in the same talk.',
  async measure() {
    const recording = await record();
    // Code that is compiled on first use is nobody's weight.
    await talking(100);
    return [
      {
        what: 'agent as constructed, of 1,000',
        value: await weigh(
          MANY,
          () => new FakeSdk(),
          (sdk) => createSobotAgent(sdk),
        ),
        unit: 'kB',
      },
      { what: 'agent in a talk, of 1,000', value: await talking(MANY), unit: 'kB' },
      { what: 'agent in a talk, of 10,000', value: await talking(VERY_MANY), unit: 'kB' },
      {
        what: 'raw actor in a talk, of 1,000',
        value: await weigh(
          MANY,
          () => recording,
          (one) => new RawActor(one).actor,
        ),
        unit: 'kB',
      },
    ];
  },
};
