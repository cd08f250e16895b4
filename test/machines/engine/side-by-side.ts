import { expect } from '@jest/globals';
import { createActor, type AnyActorScope, type AnyStateMachine } from 'xstate';
import { ASKABLE, compile } from '../../../machines/index.js';

interface Named {
  readonly id: string;
}

interface Snapshot {
  readonly _nodes: readonly Named[];
  readonly value: unknown;
  readonly context: unknown;
  readonly historyValue: Readonly<Record<string, readonly Named[]>>;
}

function portrait({ _nodes, value, context, historyValue }: Snapshot) {
  return {
    nodes: _nodes.map(({ id }) => id),
    value,
    context,
    history: Object.entries(historyValue).map(([id, nodes]) => [id, nodes.map((node) => node.id)]),
  };
}

/**
 * A chart on XState's interpreter and compiled, to be sent the same events. The function that comes back expects the same
 * of both after each: states in their order, value, context, history, what is emitted, what is allowed. It returns the states met.
 */
export function sideBySide(machine: AnyStateMachine): (types: readonly string[]) => ReadonlySet<string> {
  const chart = compile(machine);
  const actor = createActor(machine);
  let emitted: unknown[] = [];
  const scope = {
    self: actor,
    system: actor.system,
    defer: (run: () => void) => run(),
    emit: (event: unknown) => emitted.push(event),
    actionExecutor: ({ exec, info, params }: { exec?: (info: unknown, params: unknown) => void; info: unknown; params: unknown }) =>
      exec?.(info, params),
  } as unknown as AnyActorScope;

  return (types) => {
    let right = machine.getInitialSnapshot(scope, undefined);
    let ours = chart.initial(undefined);
    const visited = new Set<string>();
    const compare = (): void => {
      expect(portrait(ours)).toEqual(portrait(right));
      expect(chart.allowed(ours)).toEqual(ASKABLE.filter((type) => right.can({ type })));
      for (const { id } of ours._nodes) visited.add(id);
    };
    compare();
    for (const type of types) {
      expect(chart.can(ours, { type })).toBe(right.can({ type }));
      emitted = [];
      const before = { right, ours };
      right = machine.transition(right, { type }, scope);
      const step = chart.transition(ours, { type });
      ours = step.snapshot;
      expect(step.emitted).toEqual(emitted);
      expect([type, ours === before.ours]).toEqual([type, right === before.right]);
      compare();
    }
    return visited;
  };
}
