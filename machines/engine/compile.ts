import type { AnyStateMachine, ContextFrom, EmittedFrom, EventFrom, InputFrom, SnapshotFrom } from 'xstate';
import { ASKABLE, type Askable } from '../askable.js';
import { noEffects, unknownTo } from './actions.js';
import type { Chart, ChartState } from './chart.js';
import { CompiledSnapshot } from './compiled-snapshot.js';
import { initialStates, type History } from './entry.js';
import { planOf, statePlans } from './plan.js';
import { Selection } from './selection.js';
import { answer, settle, start, type Tables } from './steps.js';

/** The result of an event. */
export interface CompiledStep<Machine extends AnyStateMachine> {
  /** The same object as before if the event changes nothing. */
  readonly snapshot: CompiledSnapshot<ContextFrom<Machine>>;
  /** The events that the chart emits, in order. */
  readonly emitted: readonly EmittedFrom<Machine>[];
}

/** A chart as pure functions: nothing runs, nothing is kept but tables about its states. */
export interface CompiledChart<Machine extends AnyStateMachine> {
  /** Where the chart starts. */
  initial(input: InputFrom<Machine>): CompiledSnapshot<ContextFrom<Machine>>;
  /** The result of an event. Throws what a guard or an action throws. */
  transition(snapshot: CompiledSnapshot<ContextFrom<Machine>>, event: EventFrom<Machine>): CompiledStep<Machine>;
  /** Whether the chart would take the event: XState's `snapshot.can`. */
  can(snapshot: CompiledSnapshot<ContextFrom<Machine>>, event: EventFrom<Machine>): boolean;
  /** The commands that the chart takes now. */
  allowed(snapshot: CompiledSnapshot<ContextFrom<Machine>>): readonly Askable[];
  /** The same place as a snapshot of XState's. */
  toXState(snapshot: CompiledSnapshot<ContextFrom<Machine>>): SnapshotFrom<Machine>;
  /** The place where a snapshot of XState's stands. */
  fromXState(snapshot: SnapshotFrom<Machine>): CompiledSnapshot<ContextFrom<Machine>>;
}

/**
 * Turns a chart into tables once, and runs it from them many times faster than
 * XState's own interpreter, to the same result: value, context, history, and
 * what is emitted in which order. It is for runs that need millions of steps;
 * an agent's page keeps XState's actor, which inspectors can watch.
 *
 * Throws a `ChartNotSupportedError` if the chart uses a feature that the tables
 * do not know: timers, invoked actors, final states, functions without a name.
 */
export function compile<Machine extends AnyStateMachine>(machine: Machine): CompiledChart<Machine> {
  type Context = ContextFrom<Machine>;
  type Snapshot = CompiledSnapshot<Context>;
  const chart = machine as unknown as Chart;
  const tables: Tables = {
    states: statePlans(chart),
    selection: new Selection(chart.root, (transition) => planOf(chart, transition)),
  };
  const asker = tables.selection.asker(ASKABLE);
  const first = initialStates(chart.root);

  return {
    initial: (input) => start(tables, first, contextOf(chart, input), { type: 'xstate.init', input } as { type: string }) as Snapshot,
    transition: (snapshot, given) => {
      const event = given as { readonly type: string };
      const effects = noEffects();
      const answered = answer(tables, snapshot, event, effects);
      return {
        snapshot: settle(tables, answered, event, effects) as Snapshot,
        emitted: effects.emitted as EmittedFrom<Machine>[],
      };
    },
    can: ({ _nodes, context }, event) =>
      tables.selection.select(_nodes, { context, event: event as { readonly type: string } }).some(({ isRefusal }) => !isRefusal),
    allowed: ({ _nodes, context }) => asker.allTaken(_nodes, context),
    toXState: ({ value, context, historyValue, _nodes }) =>
      ({
        ...machine.resolveState({ value, context, historyValue: historyValue as never }),
        // The order of the states is a part of what XState goes by.
        _nodes,
      }) as unknown as SnapshotFrom<Machine>,
    fromXState: (snapshot) => {
      const { _nodes, context, historyValue } = snapshot as unknown as { _nodes: ChartState[]; context: Context; historyValue: History };
      return new CompiledSnapshot(_nodes, context, historyValue);
    },
  };
}

function contextOf({ root }: Chart, input: unknown): object {
  const { context = {} } = root.config;
  if (typeof context !== 'function') return context as object;
  return (context as (given: object) => object)({
    input,
    get self() {
      return unknownTo('self');
    },
    get spawn() {
      return unknownTo('spawn');
    },
  });
}
