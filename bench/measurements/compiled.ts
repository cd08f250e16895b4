import { initialTransition, transition } from 'xstate';
import { agentMachine, COMMANDS, type AgentEvent, type AgentSnapshot } from '../../machines/index.js';
import { eachOf } from '../frame/each-of.js';
import { atLeast, atMost, type Figure, type Measurement } from '../frame/measurement.js';
import { alternate, type Contestant } from '../frame/rounds.js';
import { compileOf, type CompiledEngine } from '../scene/compiled-engine.js';
import { RawActor } from '../scene/raw-actor.js';
import { copyOf, record, type Recording } from '../scene/recording.js';
import { weigh } from '../scene/weigh.js';

const NAMES = [...COMMANDS, 'on', 'off'] as const;
const MANY = 1_000;

/** One snapshot after the other, each from the one before. */
class Course<Snapshot> {
  #snapshot: Snapshot;
  readonly #next: (snapshot: Snapshot, event: AgentEvent) => Snapshot;

  constructor(start: Snapshot, next: (snapshot: Snapshot, event: AgentEvent) => Snapshot) {
    this.#snapshot = start;
    this.#next = next;
  }

  play(event: AgentEvent): Snapshot {
    this.#snapshot = this.#next(this.#snapshot, event);
    return this.#snapshot;
  }
}

/** Plays events; that is what is timed. */
function moving<Snapshot>(course: Course<Snapshot>, facts: RawActor): Contestant {
  return eachOf(
    (times) => facts.facts(times),
    (event) => course.play(event),
  );
}

/** Asks about new snapshots; only the asking is timed. */
function asking<Snapshot>(course: Course<Snapshot>, facts: RawActor, ask: (snapshot: Snapshot) => void): Contestant {
  return eachOf((times) => facts.facts(times).map((fact) => course.play(fact)), ask);
}

const allowedBy = (snapshot: AgentSnapshot): readonly string[] => NAMES.filter((type) => snapshot.can({ type }));

/** An engine that does something else would be quick for nothing. */
function expectSame(fact: AgentEvent, mine: readonly string[], xstates: readonly string[]): void {
  const words = (names: readonly string[]): string => [...names].sort().join(', ');
  if (words(mine) !== words(xstates)) {
    throw new Error(`After ${fact.type} the compiled engine allows ${words(mine)}; XState allows ${words(xstates)}.`);
  }
}

/** The engine's snapshot of an agent in the recorded talk, with texts of its own. */
function talkOf(engine: CompiledEngine, { input, toTalk }: Recording): unknown {
  return toTalk.reduce((snapshot, event) => engine.transition(snapshot, copyOf(event)).snapshot, engine.initial(input));
}

/** Compares an engine with XState's pure functions, in the same talk. */
export async function timesOf(engine: CompiledEngine, recording: Recording, ms: number): Promise<readonly Figure[]> {
  const facts = new RawActor(recording);
  const compiled = new Course(talkOf(engine, recording), (snapshot, event) => engine.transition(snapshot, event).snapshot);
  const [initial] = initialTransition(agentMachine, recording.input);
  const xstate = new Course(initial, (snapshot, event) => transition(agentMachine, snapshot, event)[0]);
  for (const event of recording.toTalk) xstate.play(event);
  for (const fact of facts.facts(2)) expectSame(fact, engine.allowed(compiled.play(fact)), allowedBy(xstate.play(fact)));
  const moves = await alternate({ compiled: moving(compiled, facts), xstate: moving(xstate, facts) }, ms / 2);
  let yes = 0;
  const answers = await alternate(
    {
      compiled: asking(compiled, facts, (snapshot) => {
        yes += engine.allowed(snapshot).length;
      }),
      xstate: asking(xstate, facts, (snapshot) => {
        yes += allowedBy(snapshot).length;
      }),
    },
    ms / 2,
  );
  if (yes === 0) throw new Error('Nothing was allowed.');
  return [
    {
      what: "XState's `transition()`, against the compiled engine's",
      value: moves.ratio('xstate', 'compiled'),
      unit: '×',
      goal: atLeast(8),
    },
    { what: "the compiled engine's `transition`", value: moves.median('compiled'), unit: 'µs' },
    { what: "XState's `transition()`", value: moves.median('xstate'), unit: 'µs' },
    { what: "XState's `can` of 37 names, against the engine's `allowed`", value: answers.ratio('xstate', 'compiled'), unit: '×' },
    { what: "the compiled engine's `allowed`", value: answers.median('compiled'), unit: 'µs' },
  ];
}

export const compiled: Measurement = {
  name: 'The compiled engine',
  meaning:
    "The chart as `compile` makes tables of it, against XState's pure `transition()` and `can`, both on held and retrieved in turn; " +
    'and what the snapshot of one agent in a talk keeps of the heap.',
  isChecked: true,
  async measure(ms) {
    const compile = compileOf();
    // An older commit has none: nothing is measured.
    if (compile === null) return [];
    const engine = compile(agentMachine);
    const recording = await record();
    return [
      ...(await timesOf(engine, recording, ms)),
      {
        what: 'compiled agent in a talk, of 1,000',
        value: await weigh(
          MANY,
          () => null,
          () => talkOf(engine, recording),
        ),
        unit: 'kB',
        goal: atMost(2),
      },
    ];
  },
};
