import type { ActorScope, AnyStateMachine, EventFrom, InputFrom, Snapshot, SnapshotFrom } from 'xstate';
import { compile } from './compile.js';
import { CompiledSnapshot } from './compiled-snapshot.js';

type Scope = ActorScope<Snapshot<unknown>, { readonly type: string }>;

/**
 * The compiled chart in the shape of logic for XState's actor, which goes on
 * doing the rest: mailbox, observers, stopping. No microsteps can be watched,
 * so it is for test runs, and not for a page.
 */
export function compiledLogic<Machine extends AnyStateMachine>(machine: Machine): Machine {
  const chart = compile(machine);
  const logic = {
    getInitialSnapshot: (_: Scope, input: InputFrom<Machine>) => chart.initial(input),
    transition: (snapshot: CompiledSnapshot<never>, event: EventFrom<Machine>, scope: Scope) => {
      if ((event as { readonly type: string }).type === 'xstate.stop') {
        return new CompiledSnapshot<object>(snapshot._nodes, snapshot.context, snapshot.historyValue, 'stopped');
      }
      const { snapshot: next, emitted } = chart.transition(snapshot, event);
      // As XState does: who hears of it finds the new snapshot.
      for (const one of emitted) scope.defer(() => scope.emit(one as never));
      return next;
    },
    getPersistedSnapshot: (snapshot: CompiledSnapshot<never>) => machine.getPersistedSnapshot(chart.toXState(snapshot)),
    restoreSnapshot: (persisted: Snapshot<unknown>, scope: Scope) =>
      chart.fromXState(machine.restoreSnapshot(persisted, scope as never) as SnapshotFrom<Machine>),
  };
  return logic as unknown as Machine;
}
