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

/** The word that a region is in, and what lies below it. */
function wordIn(value: Nested | undefined): readonly [word: string, below: Nested | undefined] | readonly [] {
  let below = value;
  while (typeof below === 'object') {
    const [name] = Object.keys(below);
    if (name === undefined) return [];
    if (!GROUPS.has(name)) return [name, below[name]];
    below = below[name];
  }
  return below === undefined ? [] : [below, undefined];
}

/** Reads where the chart stands from the states alone. */
export function readState(snapshot: { readonly value: StateValue }): ChartPosition {
  const value = snapshot.value as Readonly<Record<string, Nested>>;
  const [connection] = wordIn(value['connection']);
  const [login, within] = wordIn(value['login']);
  const [work, part] = wordIn(value['work']);
  const [reason] = wordIn(within);
  return {
    connection: connection as ConnectionStatus,
    login: login as LoginStatus,
    reasonCode: reason !== undefined ? BREAK_REASONS[reason as BreakName] : login === 'dnd' ? DND_REASON : null,
    work: work as WorkStatus,
    consultPhase: work !== 'consulting' ? null : wordIn(part)[0] === 'dialing' ? 'dialing' : 'talking',
    muted: value['microphone'] === 'muted',
  };
}
