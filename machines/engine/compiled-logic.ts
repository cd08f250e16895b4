import type { ActorScope, AnyMachineSnapshot, AnyStateMachine, ContextFrom, EventFrom, InputFrom, Snapshot, SnapshotFrom } from 'xstate';
import { compile, type CompiledChart } from './compile.js';
import { CompiledSnapshot } from './compiled-snapshot.js';

type Scope = ActorScope<Snapshot<unknown>, { readonly type: string }>;

/** A place of the chart that can be asked all that a snapshot of XState's can. */
class RunningSnapshot extends CompiledSnapshot {
  readonly children = {};
  readonly tags = new Set<string>();
  readonly output = undefined;
  readonly error = undefined;
  readonly #toXState: (snapshot: CompiledSnapshot) => AnyMachineSnapshot;

  constructor(at: CompiledSnapshot, toXState: (snapshot: CompiledSnapshot) => AnyMachineSnapshot, status?: 'stopped') {
    super(at._nodes, at.context, at.historyValue, status);
    this.#toXState = toXState;
  }

  get machine(): unknown {
    return this.#toXState(this).machine;
  }

  matches(value: never): boolean {
    return this.#toXState(this).matches(value);
  }

  can(event: never): boolean {
    return this.#toXState(this).can(event);
  }

  hasTag(): boolean {
    return false;
  }

  getMeta(): unknown {
    return this.#toXState(this).getMeta();
  }
}

/**
 * The compiled chart in the shape of logic for XState's actor, which goes on
 * doing the rest: mailbox, observers, stopping. Its microsteps cannot be
 * watched, so it is for test runs, and not for a page.
 */
export function compiledLogic<Machine extends AnyStateMachine>(machine: Machine): Machine {
  const chart: CompiledChart<Machine> = compile(machine);
  type At = CompiledSnapshot<ContextFrom<Machine>>;
  const toXState = (snapshot: CompiledSnapshot): AnyMachineSnapshot => chart.toXState(snapshot as At) as AnyMachineSnapshot;
  const running = (at: CompiledSnapshot, status?: 'stopped') => new RunningSnapshot(at, toXState, status);
  const logic = {
    getInitialSnapshot: (_: Scope, input: InputFrom<Machine>) => running(chart.initial(input)),
    transition: (snapshot: At, event: EventFrom<Machine>, scope: Scope) => {
      if ((event as { readonly type: string }).type === 'xstate.stop') return running(snapshot, 'stopped');
      const { snapshot: next, emitted } = chart.transition(snapshot, event);
      // As XState does: listeners find the new snapshot.
      for (const one of emitted) scope.defer(() => scope.emit(one as never));
      return next === snapshot ? snapshot : running(next);
    },
    getPersistedSnapshot: (snapshot: CompiledSnapshot) => machine.getPersistedSnapshot(toXState(snapshot) as never),
    restoreSnapshot: (persisted: Snapshot<unknown>, scope: Scope) =>
      running(chart.fromXState(machine.restoreSnapshot(persisted, scope as never) as SnapshotFrom<Machine>)),
  };
  return logic as unknown as Machine;
}
