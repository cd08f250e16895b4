import { isDeepStrictEqual } from 'node:util';
import { createActor, type ActorScope, type AnyActorScope } from 'xstate';
import {
  agentMachine,
  ASKABLE,
  compile,
  Confidential,
  type AgentContext,
  type AgentEvent,
  type AgentInput,
  type AgentSnapshot,
  type CompiledSnapshot,
} from '../../../machines/index.js';

/** The chart on XState's own interpreter, as a pure function, with what it emits. */
const emitted: unknown[] = [];
const actor = createActor(agentMachine, { input: { now: 0 } });
const scope = {
  self: actor,
  id: 'comparison',
  sessionId: 'comparison',
  system: actor.system,
  logger: () => undefined,
  defer: (run: () => void) => run(),
  stopChild: () => undefined,
  emit: (event: unknown) => emitted.push(event),
  actionExecutor: (action: { info: unknown; params: unknown; exec?: (info: unknown, params: unknown) => void }) => {
    action.exec?.(action.info, action.params);
  },
} as unknown as AnyActorScope & ActorScope<AgentSnapshot, AgentEvent>;

/** The compiled chart that is compared. */
export const compiled = compile(agentMachine);

/** One place of the chart, as each of the two has it. */
export interface Both {
  readonly ofXState: AgentSnapshot;
  readonly ofTables: CompiledSnapshot<AgentContext>;
}

/** Where both start. */
export function bothInitially(input: AgentInput): Both {
  return { ofXState: agentMachine.getInitialSnapshot(scope, input), ofTables: compiled.initial(input) };
}

/** The same place in both, from a snapshot of the compiled chart. */
export function bothAt(ofTables: CompiledSnapshot<AgentContext>): Both {
  return { ofXState: compiled.toXState(ofTables), ofTables };
}

/** The snapshots after an event in both, and their differences; empty: none. */
export function bothAfter(before: Both, event: AgentEvent): { readonly after: Both; readonly differences: readonly string[] } {
  emitted.length = 0;
  const ofXState = agentMachine.transition(before.ofXState, event, scope);
  const step = compiled.transition(before.ofTables, event);
  const after = { ofXState, ofTables: step.snapshot };
  const differences = [
    ...(isDeepStrictEqual(emitted, step.emitted) ? [] : [`emitted ${JSON.stringify(emitted)} and ${JSON.stringify(step.emitted)}`]),
    ...((ofXState === before.ofXState) === (step.snapshot === before.ofTables) ? [] : ['only one of the two is the same object as before']),
    ...differencesAt(after),
  ];
  return { after, differences };
}

/** In what two snapshots differ: states and their order, value, context, history. */
export function differencesAt({ ofXState, ofTables }: Both): readonly string[] {
  const [nodes, others] = [ofXState._nodes, ofTables._nodes] as readonly (readonly unknown[])[];
  const areSameNodes = nodes?.length === others?.length && nodes?.every((node, index) => node === others?.[index]);
  return [
    ...(areSameNodes === true ? [] : ['other states are active, or in another order']),
    ...(isDeepStrictEqual(ofXState.value, ofTables.value)
      ? []
      : [`value ${JSON.stringify(ofXState.value)} and ${JSON.stringify(ofTables.value)}`]),
    ...(isSame(ofXState.context, ofTables.context)
      ? []
      : [`context ${JSON.stringify(ofXState.context)} and ${JSON.stringify(ofTables.context)}`]),
    ...(isDeepStrictEqual(idsIn(ofXState.historyValue), idsIn(ofTables.historyValue)) ? [] : ['history']),
  ];
}

/** In what XState's `can` and the compiled chart's answers differ. */
export function disagreementsAt({ ofXState, ofTables }: Both): readonly string[] {
  const allowed = new Set(compiled.allowed(ofTables));
  return ASKABLE.flatMap((type) => {
    const says = ofXState.can({ type });
    return says === allowed.has(type) && says === compiled.can(ofTables, { type }) ? [] : [`XState's can('${type}') is ${says}`];
  });
}

function idsIn(history: Readonly<Record<string, readonly { readonly id: string }[]>>): unknown {
  return Object.entries(history).map(([id, nodes]) => [id, nodes.map((node) => node.id)]);
}

/** Equality that looks into confidential values as well. */
function isSame(one: unknown, other: unknown): boolean {
  if (Object.is(one, other)) return true;
  if (one instanceof Confidential && other instanceof Confidential) {
    return one.isOpen === other.isOpen && isSame(one.reveal(), other.reveal());
  }
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false;
  const [keys, others] = [Object.keys(one), Object.keys(other)];
  return (
    keys.length === others.length &&
    keys.every((key) => key in other && isSame((one as Record<string, unknown>)[key], (other as Record<string, unknown>)[key]))
  );
}
