import type { StateNode, StateValue } from 'xstate';
import { agentMachine } from './agent-machine.js';
import { answersTo, type Standing } from './allowed.js';
import type { CommandEvent } from './events/index.js';
import { readState } from './read-state.js';
import { BY_GUARD, BY_WORK, OTHERWISE, type GuardRefusal, type RefusalReason } from './refusals.js';

/** Why the chart does not take a command now. */
export interface ChartRefusal {
  readonly code: 'NOT_ALLOWED' | 'IN_FLIGHT';
  /** A stable key of the cause. */
  readonly reason: string;
  /** One sentence for the agent's eyes. */
  readonly advice: string;
  /** The condition that holds, in words for developers; null: no active state knows the command. */
  readonly because: string | null;
  /** The guard that said no; null: no active state knows the command. */
  readonly guard: string | null;
  /** The states in which the command exists, as `region.state`. */
  readonly allowedIn: readonly string[];
  /** The pending commands that must be settled first. */
  readonly waitsFor: readonly string[];
}

function statesWith(node: StateNode, command: string): readonly string[] {
  const own = node.config.on !== undefined && command in node.config.on ? [node.path.join('.')] : [];
  return [...own, ...Object.values(node.states).flatMap((child) => statesWith(child, command))];
}

/** Found already: the chart does not change, and a page asks for every button at every change. */
const found = new Map<CommandEvent['type'], readonly string[]>();

/** The states of the chart in which a command exists, as `region.state`. */
export function statesThatKnow(command: CommandEvent['type']): readonly string[] {
  const states = found.get(command) ?? Object.freeze(statesWith(agentMachine.root as unknown as StateNode, command));
  found.set(command, states);
  return states;
}

/** The refusal of a command that no active state knows: by the connection, or by where its own region stands. */
function unknownReason({ value }: { readonly value: StateValue }, allowedIn: readonly string[]): RefusalReason {
  const { connection, login, work, muted } = readState({ value });
  if (connection === 'interrupted' || connection === 'initializing' || connection === 'displaced')
    return OTHERWISE[connection] as RefusalReason;
  const [region] = (allowedIn[0] ?? '').split('.');
  switch (region) {
    case 'connection':
      return OTHERWISE['notConnected'] as RefusalReason;
    case 'login':
      return (OTHERWISE[login] ?? OTHERWISE['notOnline']) as RefusalReason;
    case 'microphone':
      return (muted ? OTHERWISE['muted'] : OTHERWISE['unmuted']) as RefusalReason;
    default:
      return BY_WORK[work];
  }
}

/**
 * Why the chart refuses a command, or null if it takes it. It is read off the
 * chart: a refusal is a transition that leads nowhere, and its guard says why.
 */
export function refusalOf(standing: Standing & { readonly value: StateValue }, command: CommandEvent['type']): ChartRefusal | null {
  const answers = answersTo(standing, command);
  if (answers.some(({ isRefusal }) => !isRefusal)) return null;
  const named = answers[0]?.transition.guard;
  const guard = typeof named === 'string' ? named : null;
  const allowedIn = statesThatKnow(command);
  const byGuard = (BY_GUARD as Readonly<Record<string, GuardRefusal | undefined>>)[guard ?? ''];
  const { reason, advice } = byGuard ?? unknownReason(standing, allowedIn);
  const waitsFor = (byGuard?.lanes ?? []).flatMap((lane) => standing.context.pending[lane]?.command ?? []);
  const code = waitsFor.length > 0 ? 'IN_FLIGHT' : 'NOT_ALLOWED';
  return { code, reason, advice, because: byGuard?.because ?? null, guard, allowedIn, waitsFor };
}
