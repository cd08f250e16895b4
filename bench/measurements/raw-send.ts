import { createActor } from 'xstate';
import type { Measurement } from '../frame/measurement.js';
import { timed } from '../frame/cpu-time.js';
import { eachOf } from '../frame/each-of.js';
import { alternate } from '../frame/rounds.js';
import { RawActor } from '../scene/raw-actor.js';
import { record } from '../scene/recording.js';
import { twoStates } from '../scene/two-states.js';

export const rawSend: Measurement = {
  name: 'The chart itself',
  meaning:
    "Raw `actor.send` of this chart's held and retrieved against that of a machine of two states that never changes: " +
    'a chart that gets slower shows here, and only here, because the lines above have it on both sides.',
  async measure(ms) {
    const raw = new RawActor(await record());
    const small = createActor(twoStates);
    small.start();
    const rounds = await alternate(
      {
        chart: eachOf(
          (times) => raw.facts(times),
          (fact) => raw.actor.send(fact),
        ),
        small: (times) =>
          timed(() => {
            for (let done = 0; done < times; done += 1) small.send({ type: 'toggle' });
          }),
      },
      ms,
    );
    return [
      { what: 'raw send of the chart, against two states', value: rounds.ratio('chart', 'small'), unit: '×' },
      { what: 'raw send of the chart', value: rounds.median('chart'), unit: 'µs' },
      { what: 'raw send of two states', value: rounds.median('small'), unit: 'µs' },
    ];
  },
};
