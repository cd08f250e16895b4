import type { StateNode } from 'xstate';
import { agentMachine } from './agent-machine.js';
import { answersTo, type Standing } from './allowed.js';
import type { CommandEvent } from './events/index.js';

/** Guards by which a command that the state allows is told to wait for another. */
const LANE_GUARDS = {
  loginLaneIsBusy: ['login', 'reset'],
  resetLaneIsBusy: ['reset'],
  callLaneIsBusy: ['call', 'cancelConsult', 'hangup'],
  hangupLaneIsBusy: ['hangup'],
  cancelConsultMustWait: ['call', 'cancelConsult', 'hangup'],
} as const;

type LaneGuard = keyof typeof LANE_GUARDS;

/** What the guards of other regions say no to, as a sentence. */
const REASONS: Readonly<Record<string, string>> = {
  isUnreachable: 'there is no connection to the service',
  isNotLoggedIn: 'the agent is not logged in',
  isLocked: 'the agent is locked by the system',
  workIsNotIdle: 'a call or after-call work is under way',
  noCallIsEstablished: 'no call is established',
  isNotInitiatingConsult: 'no consult is under way',
};

/** Why the chart does not take a command now. */
export interface ChartRefusal {
  readonly code: 'NOT_ALLOWED' | 'IN_FLIGHT';
  /** The guard that said no; null: no active state knows the command. */
  readonly guard: string | null;
  /** What the guard says no to, or null. */
  readonly reason: string | null;
  /** The states in which the command exists, as `region.state`. */
  readonly allowedIn: readonly string[];
  /** The commands in flight that must end first. */
  readonly waitsFor: readonly string[];
}

function statesWith(node: StateNode, command: string): readonly string[] {
  const own = node.config.on !== undefined && command in node.config.on ? [node.path.join('.')] : [];
  return [...own, ...Object.values(node.states).flatMap((child) => statesWith(child, command))];
}

/** What was found already: the chart does not change, and a page asks for every button at every change. */
const found = new Map<CommandEvent['type'], readonly string[]>();

/** The states of the chart in which a command exists, as `region.state`. */
export function statesThatKnow(command: CommandEvent['type']): readonly string[] {
  const states = found.get(command) ?? Object.freeze(statesWith(agentMachine.root as unknown as StateNode, command));
  found.set(command, states);
  return states;
}

/**
 * Why the chart refuses a command, or null if it takes it. It is read off the
 * chart: a refusal is a transition that leads nowhere, and its guard says why.
 */
export function refusalOf(standing: Standing, command: CommandEvent['type']): ChartRefusal | null {
  const answers = answersTo(standing, command);
  if (answers.some(({ isRefusal }) => !isRefusal)) return null;
  const named = answers[0]?.transition.guard;
  const guard = typeof named === 'string' ? named : null;
  const lanes = guard !== null && guard in LANE_GUARDS ? LANE_GUARDS[guard as LaneGuard] : [];
  return {
    code: lanes.length > 0 ? 'IN_FLIGHT' : 'NOT_ALLOWED',
    guard,
    reason: guard === null ? null : (REASONS[guard] ?? null),
    allowedIn: statesThatKnow(command),
    waitsFor: lanes.flatMap((lane) => standing.context.requests[lane]?.command ?? []),
  };
}
