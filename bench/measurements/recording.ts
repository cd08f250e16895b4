import * as observation from '../../src/agent/observation.js';
import * as recorders from '../../src/recorder/index.js';
import { eachOf } from '../frame/each-of.js';
import { atMost, type Measurement } from '../frame/measurement.js';
import { alternate } from '../frame/rounds.js';
import { RawActor } from '../scene/raw-actor.js';
import { record } from '../scene/recording.js';
import { openTalk } from '../scene/talk.js';

/** Undefined in a commit that has none. */
const { recordAgent } = recorders as Partial<typeof recorders>;

const COST = { what: 'recording an event, against raw send', unit: '×', goal: atMost(0.33) } as const;

/** So much that a run drops old entries as well as it takes new ones. */
const LIMIT = 1_000_000;

export const recording: Measurement = {
  name: 'Recording',
  meaning:
    'A recorder whose memory is full is told of held and retrieved, in turn, as an agent tells it: masking, keeping, and ' +
    'dropping the oldest. Against raw `actor.send` of the same fact.',
  isChecked: true,
  async measure(ms) {
    if (recordAgent === undefined) return [{ ...COST, value: null }];
    const { agent, sdk, messages } = await openTalk();
    const observable = observation.observableOf(agent.actor);
    if (observable === undefined) throw new Error('The agent of the bench cannot be observed.');
    // The recorder observes through a gate, so that only its own part is timed.
    let tell: Parameters<typeof observable.observe>[0] = () => undefined;
    const gate = { ...observable, observe: (listener: typeof tell) => ((tell = listener), () => undefined) };
    const recorder = recordAgent(
      { actor: Object.create(agent.actor, { [Symbol.for('switchhook.observable')]: { value: gate } }) as unknown },
      { limit: LIMIT },
    );
    const notes: Parameters<typeof tell>[0][] = [];
    observable.observe((note) => notes.push(note));
    const told = (times: number) => {
      for (const message of messages.holds(times)) sdk.emit(message);
      return notes.splice(0);
    };
    const raw = new RawActor(await record());
    const rounds = await alternate(
      {
        recording: eachOf(told, (note) => tell(note)),
        raw: eachOf(
          (times) => raw.facts(times),
          (fact) => raw.actor.send(fact),
        ),
      },
      ms,
    );
    if (recorder.first === 0) throw new Error('The recorder of the bench should have had to drop entries.');
    const entries = recorder.last - recorder.first + 1;
    agent.dispose();
    return [
      { ...COST, value: rounds.ratio('recording', 'raw') },
      { what: 'recording an event', value: rounds.median('recording'), unit: 'µs' },
      { what: 'a recorded event', value: LIMIT / entries / 1000, unit: 'kB' },
    ];
  },
};
