import { describe, expect, test } from '@jest/globals';
import {
  agentMachine,
  allowedCommands,
  ALWAYS_ALLOWED,
  ASKABLE,
  COMMANDS,
  refusalOf,
  takes,
  type AgentEvent,
} from '../../machines/index.js';
import { candidateOf } from '../../machines/engine/candidate.js';
import type { Chart, ChartState } from '../../machines/engine/chart.js';
import { createRandom } from '../../adapters/simulator/time/random.js';
import { bothAfter, bothInitially, compiled, type Both } from './engine/both-engines.js';
import { RandomEvents } from './engine/random-events.js';

/** Places that a machine comes through on a random day. */
function randomPlaces(count: number): readonly Both[] {
  const events = new RandomEvents(createRandom('places'));
  const places: Both[] = [bothInitially({ now: 1000, acw: { seconds: 30 } })];
  while (places.length < count) {
    const last = places.at(-1)!;
    places.push(bothAfter(last, events.next(last.ofTables.context, compiled.allowed(last.ofTables))).after);
  }
  return places;
}

const PLACES = randomPlaces(400);

/** Every state of the chart. */
function statesBelow(state: ChartState): readonly ChartState[] {
  return [state, ...Object.values(state.states).flatMap(statesBelow)];
}

const chart = agentMachine as unknown as Chart;
const STATES = statesBelow(chart.root);
const names = new Set<string>(ASKABLE);

/** An event of which nothing can be read. */
const unreadable = new Proxy(
  {},
  {
    get: (_, name) => {
      throw new Error(`read ${String(name)}`);
    },
    has: () => {
      throw new Error('looked for something');
    },
  },
) as AgentEvent;

describe('the list of allowed commands', () => {
  test('is what XState says of each', () => {
    for (const { ofXState } of PLACES) {
      expect(allowedCommands(ofXState)).toEqual(ASKABLE.filter((type) => ofXState.can({ type })));
    }
  });

  test('says the same as the question about one command, and as its refusal', () => {
    for (const { ofXState } of PLACES) {
      const allowed = new Set(allowedCommands(ofXState));
      for (const command of ASKABLE) expect([command, takes(ofXState, command)]).toEqual([command, allowed.has(command)]);
      for (const command of COMMANDS) expect([command, refusalOf(ofXState, command) === null]).toEqual([command, allowed.has(command)]);
    }
  });

  test('is the same on the compiled chart', () => {
    for (const { ofXState, ofTables } of PLACES) expect(compiled.allowed(ofTables)).toEqual(allowedCommands(ofXState));
  });

  test('always has on and off', () => {
    for (const { ofXState } of PLACES) expect(allowedCommands(ofXState)).toEqual(expect.arrayContaining([...ALWAYS_ALLOWED]));
  });
});

// The list asks about all commands at once, and remembers which transitions there are.
describe('what the list rests on', () => {
  const guarded = STATES.flatMap((state) =>
    [...state.transitions]
      .filter(([descriptor]) => names.has(descriptor))
      .flatMap(([descriptor, transitions]) =>
        transitions.map((transition) => [`${descriptor} in ${state.path.join('.')}`, transition] as const),
      ),
  );

  test('there are commands in the chart, and guards on them', () => {
    expect(guarded.length).toBeGreaterThan(60);
    expect(guarded.filter(([, { guard }]) => guard !== undefined).length).toBeGreaterThan(30);
  });

  test.each(guarded)('the guard of a command does not read the event: %s', (_, transition) => {
    const { passes } = candidateOf(chart, transition);
    for (const { ofTables } of PLACES) {
      const answer = passes?.(ofTables._nodes, { context: ofTables.context, event: unreadable }) ?? true;
      expect(typeof answer).toBe('boolean');
    }
  });

  test('no wildcard of the chart means a command', () => {
    const wildcards = STATES.flatMap(({ transitions }) => [...transitions.keys()]).filter((descriptor) => descriptor.includes('*'));
    expect(wildcards.filter((descriptor) => descriptor === '*')).toEqual([]);
    for (const wildcard of wildcards) expect(COMMANDS.filter((command) => command.startsWith(wildcard.slice(0, -2)))).toEqual([]);
  });

  test('the chart does not change while it is used', () => {
    const portrait = () =>
      STATES.map(({ id, transitions, always, entry, exit }) => [
        id,
        [...transitions].map(([descriptor, list]) => [
          descriptor,
          list.map(({ guard, target, actions }) => [guard, target?.map((each) => each.id), actions]),
        ]),
        always?.length ?? 0,
        entry,
        exit,
      ]);
    const implementations = { ...chart.implementations.guards, ...chart.implementations.actions };
    const before = portrait();
    randomPlaces(300);
    expect(portrait()).toEqual(before);
    for (const [name, made] of Object.entries(implementations)) {
      expect((chart.implementations.guards[name] ?? chart.implementations.actions[name]) === made).toBe(true);
    }
  });
});
