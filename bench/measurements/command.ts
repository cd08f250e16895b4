import { atMost, type Measurement } from '../frame/measurement.js';
import { timedUntilEnd } from '../frame/cpu-time.js';
import { eachOf } from '../frame/each-of.js';
import { alternate } from '../frame/rounds.js';
import { RawActor } from '../scene/raw-actor.js';
import { record } from '../scene/recording.js';
import { openTalk } from '../scene/talk.js';

export const command: Measurement = {
  name: 'A command',
  meaning:
    'holdCall, or retrieveCall, in turn: from the call, through the method of the SDK and the event that confirms it, until ' +
    'the promise has resolved; a subscriber reads `allowed`. Against raw sends of its two events: the command, and the fact that confirms it.',
  isChecked: true,
  async measure(ms) {
    const { agent } = await openTalk();
    const raw = new RawActor(await record());
    let read = 0;
    agent.subscribe(({ allowed }) => {
      read += allowed.length;
    });
    const rounds = await alternate(
      {
        agent: (times) =>
          timedUntilEnd(async () => {
            for (let done = 0; done < times; done += 2) {
              await agent.holdCall();
              await agent.retrieveCall();
            }
          }),
        raw: eachOf(
          (times) => raw.commands(times),
          (event) => raw.actor.send(event),
        ),
      },
      ms,
    );
    if (read === 0) throw new Error('The subscriber was told nothing.');
    agent.dispose();
    return [
      { what: 'command to resolved, against raw sends', value: rounds.ratio('agent', 'raw'), unit: '×', goal: atMost(1.7, 2.6) },
      { what: 'command to resolved', value: rounds.median('agent'), unit: 'µs' },
      { what: 'raw sends', value: rounds.median('raw'), unit: 'µs' },
    ];
  },
};
