import { refusalOf, type AgentSnapshot, type CommandName } from '../../machines/index.js';
import type { ErrorState } from './command-error.js';
import type { RefusalCode } from './error-code.js';

/** Why a command is not allowed now. */
export interface Refusal {
  readonly code: RefusalCode;
  readonly command: string;
  readonly state: ErrorState;
  /** Why, as a stable key: for translation. */
  readonly reason: string;
  /** For the agent's eyes: one sentence that says what to do. */
  readonly advice: string;
  /** For developers: one sentence with the states and the guard. */
  readonly message: string;
  /** The way to put it right. */
  readonly remedy?: string;
  /** `NOT_ALLOWED`: the states of the chart in which the command exists, as `region.state`. */
  readonly allowedIn?: readonly string[];
  /** `NOT_ALLOWED` and `IN_FLIGHT`: the guard of the chart that said no; null: no active state knows the command. */
  readonly guard?: string | null;
  /** `IN_FLIGHT`: the commands that must end first. */
  readonly waitsFor?: readonly string[];
}

/** States of the chart that only group others, and say nothing to a reader. */
const GROUPS = /\b(down|settled|loggedIn|live|established)\./g;

function inWords(states: readonly string[]): string {
  return states.map((state) => state.replace(GROUPS, '')).join(', ');
}

function where({ connection, login, work }: ErrorState): string {
  return `connection ${connection}, login ${login}, work ${work}`;
}

function why(reason: string, guard: string | null, because: string | null): string {
  return guard === null || because === null ? `: ${reason}` : `, because ${because} (guard ${guard})`;
}

/** The chart's refusal of a command, in words; null if it takes it. */
export function chartRefusal(snapshot: AgentSnapshot, command: CommandName, state: ErrorState): Refusal | null {
  const refusal = refusalOf(snapshot, command);
  if (refusal === null) return null;
  const { code, guard, reason, advice, because, allowedIn, waitsFor } = refusal;
  if (code === 'IN_FLIGHT') {
    return {
      code,
      command,
      state,
      reason,
      advice,
      guard,
      waitsFor,
      message: `${command} must wait: the outcome of ${waitsFor.join(' and ')} is not known yet.`,
      remedy: 'Try again when the pending command is settled; it has a deadline.',
    };
  }
  return {
    code,
    command,
    state,
    reason,
    advice,
    guard,
    allowedIn,
    message: `${command} is not allowed now${why(reason, guard, because)} (${where(state)}); it exists in ${inWords(allowedIn)}.`,
    remedy: advice,
  };
}

const FLAT = {
  DISPOSED: {
    reason: 'disposed',
    because: 'the agent object was disposed of',
    advice: 'Load the page anew.',
    remedy: 'Create a new agent.',
  },
  NOT_SUPPORTED: {
    reason: 'notSupported',
    because: 'this SDK object has no such method',
    advice: 'This telephone system cannot do that.',
    remedy: 'Use a version of the SDK that has it.',
  },
} as const;

/** The refusal of a command that is possible in no state of the agent. */
export function flatRefusal(code: keyof typeof FLAT, command: CommandName, state: ErrorState): Refusal {
  const { reason, because, advice, remedy } = FLAT[code];
  return { code, command, state, reason, advice, message: `${command} is not possible: ${because}.`, remedy };
}

/** The refusal of an allowed command for its parameters. */
export function parameterRefusal(command: CommandName, state: ErrorState, problem: string): Refusal {
  return {
    code: 'INVALID_PARAMETER',
    command,
    state,
    reason: 'invalidParameter',
    advice: 'Correct the input.',
    message: `${command}: ${problem}.`,
  };
}
