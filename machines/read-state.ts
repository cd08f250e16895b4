import type { SnapshotFrom, StateValue } from 'xstate';
import type { AgentMachine } from './agent-machine.js';
import { BREAK_REASONS, DND_REASON, type BreakName } from './reason-codes.js';
import type { ConsultPhase, WorkStatus } from './work-status.js';

export type AgentSnapshot = SnapshotFrom<AgentMachine>;

export type ConnectionStatus = 'uninitialized' | 'initializing' | 'connected' | 'displaced' | 'failed';

export type LoginStatus =
  | 'offline'
  | 'loggingIn'
  | 'online'
  | 'dnd'
  | 'break'
  | 'locked'
  | 'loggingOut';

/** Where the chart stands, in the words of the contract. */
export interface ChartPosition {
  readonly connection: ConnectionStatus;
  readonly login: LoginStatus;
  /** `2` in DND, `11` to `18` in a break, else null. */
  readonly reasonCode: number | null;
  readonly work: WorkStatus;
  /** Only while consulting. */
  readonly consultPhase: ConsultPhase | null;
  readonly muted: boolean;
}

type Nested = string | { readonly [state: string]: Nested | undefined };

/** The states in which the wanted words of the contract are buried. */
const GROUPS = new Set(['down', 'settled', 'loggedIn', 'live', 'established']);

/** The names of the active states below a region, outermost first, groups left out. */
function wordsOf(value: Nested | undefined, words: string[] = []): readonly string[] {
  if (value === undefined) return words;
  if (typeof value === 'string') {
    if (!GROUPS.has(value)) words.push(value);
    return words;
  }
  for (const name of Object.keys(value)) {
    if (!GROUPS.has(name)) words.push(name);
    wordsOf(value[name], words);
  }
  return words;
}

function positionIn(value: Readonly<Record<string, Nested>>): ChartPosition {
  const [login, reason] = wordsOf(value['login']) as [LoginStatus, BreakName | undefined];
  const [work, phase] = wordsOf(value['work']) as [WorkStatus, string | undefined];
  return Object.freeze({
    connection: wordsOf(value['connection'])[0] as ConnectionStatus,
    login,
    reasonCode: reason !== undefined ? BREAK_REASONS[reason] : login === 'dnd' ? DND_REASON : null,
    work,
    consultPhase: work !== 'consulting' ? null : phase === 'dialing' ? 'dialing' : 'talking',
    muted: value['microphone'] === 'muted',
  });
}

/** What was read already: at every event, the same snapshot is asked several times. */
const positions = new WeakMap<object, ChartPosition>();

/** Reads where the chart stands from the states alone. */
export function readState(snapshot: { readonly value: StateValue }): ChartPosition {
  const known = positions.get(snapshot);
  if (known !== undefined) return known;
  const position = positionIn(snapshot.value as Readonly<Record<string, Nested>>);
  positions.set(snapshot, position);
  return position;
}
