import { createActor } from 'xstate';
import { createSobotAgent, type SobotAgent } from '../../adapters/sobot/index.js';
import { agentMachine } from '../../machines/index.js';
import type { Measurement } from '../frame/measurement.js';
import { timed } from '../frame/cpu-time.js';
import { alternate } from '../frame/rounds.js';
import { FakeSdk } from '../scene/fake-sdk.js';
import { record } from '../scene/recording.js';

export const construction: Measurement = {
  name: 'Construction',
  meaning: '`createSobotAgent` on an SDK that is there already, against a plain XState actor of the machine, created and started.',
  async measure(ms) {
    const { input } = await record();
    const rounds = await alternate(
      {
        agent: (times) => {
          const sdks = Array.from({ length: times }, () => new FakeSdk());
          const agents: SobotAgent[] = [];
          const took = timed(() => {
            for (const sdk of sdks) agents.push(createSobotAgent(sdk));
          });
          for (const agent of agents) agent.dispose();
          return took;
        },
        raw: (times) => {
          const actors: { stop(): unknown }[] = [];
          const took = timed(() => {
            for (let done = 0; done < times; done += 1) actors.push(createActor(agentMachine, { input }).start());
          });
          for (const actor of actors) actor.stop();
          return took;
        },
      },
      ms,
    );
    return [
      { what: 'construction, against a raw actor', value: rounds.ratio('agent', 'raw'), unit: '×' },
      { what: 'construction of an agent', value: rounds.median('agent'), unit: 'µs' },
      { what: 'construction of a raw actor', value: rounds.median('raw'), unit: 'µs' },
    ];
  },
};
