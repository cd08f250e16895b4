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
    'The SDK pushes held and retrieved, in turn, to an agent with a recorder whose memory is full, and to one without; what ' +
    'the first takes longer is what recording costs. Against raw `actor.send` of the same fact.',
  isChecked: true,
  async measure(ms) {
    if (recordAgent === undefined) return [{ ...COST, value: null }];
    const [recorded, plain] = [await openTalk(), await openTalk()];
    const recorder = recordAgent(recorded.agent, { limit: LIMIT });
    const raw = new RawActor(await record());
    const side = ({ sdk, messages }: typeof plain) => eachOf((times) => messages.holds(times), (message) => sdk.emit(message));
    const rounds = await alternate(
      { recorded: side(recorded), plain: side(plain), raw: eachOf((times) => raw.facts(times), (fact) => raw.actor.send(fact)) },
      ms,
    );
    if (recorder.first === 0) throw new Error('The recorder of the bench should have had to drop entries.');
    const entries = recorder.last - recorder.first + 1;
    recorded.agent.dispose();
    plain.agent.dispose();
    return [
      { ...COST, value: rounds.surplus('recorded', 'plain', 'raw') },
      { what: 'event, recorded', value: rounds.median('recorded'), unit: 'µs' },
      { what: 'event, not recorded', value: rounds.median('plain'), unit: 'µs' },
      { what: 'a recorded event', value: LIMIT / entries / 1000, unit: 'kB' },
    ];
  },
};
