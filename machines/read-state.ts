import type { SnapshotFrom, StateValue } from 'xstate';
import type { AgentMachine } from './agent-machine.js';
import type { Reason } from './reasons.js';
import type { ConsultPhase, WorkStatus } from './work-status.js';

export type AgentSnapshot = SnapshotFrom<AgentMachine>;

export type ConnectionStatus = 'uninitialized' | 'initializing' | 'connected' | 'interrupted' | 'displaced' | 'failed';

export type LoginStatus = 'offline' | 'loggingIn' | 'online' | 'dnd' | 'break' | 'locked' | 'loggingOut';

/** The party that waits. */
export type OnHold = 'customer' | 'thirdParty' | 'conference';

export type DeviceStatus = 'unknown' | 'registered' | 'lost';

/** Where the chart stands, in the words of the contract. */
export interface ChartPosition {
  readonly connection: ConnectionStatus;
  readonly login: LoginStatus;
  /** Why the agent is not ready; null if the agent is, or is not signed in. */
  readonly reason: Reason | null;
  readonly work: WorkStatus;
  /** Only while consulting. */
  readonly consultPhase: ConsultPhase | null;
  readonly onHold: OnHold | null;
  readonly muted: boolean;
  readonly device: DeviceStatus;
}

type Nested = string | { readonly [state: string]: Nested | undefined };
type Below = { readonly [state: string]: Nested | undefined };

/** The states in which the wanted words of the contract are buried. */
const GROUPS = new Set(['down', 'settled', 'loggedIn', 'live', 'established']);

/** The word that a region is in, and what lies below it. */
function wordIn(value: Nested | undefined): readonly [word: string | undefined, below?: Nested | undefined] {
  let below = value;
  while (typeof below === 'object') {
    const [name] = Object.keys(below) as [string];
    if (!GROUPS.has(name)) return [name, below[name]];
    below = below[name];
  }
  return [below];
}

/** The contract's name for each state of the third party: the chart tells more of them apart. */
const PHASES: Readonly<Record<string, ConsultPhase>> = { dialing: 'dialing', talking: 'talking', unknown: 'unknown', gone: 'talking' };

function consultIn(part: Nested | undefined): Pick<ChartPosition, 'consultPhase' | 'onHold'> {
  const { third, held } = (part ?? {}) as Below;
  return {
    consultPhase: PHASES[third as string] ?? 'talking',
    onHold: held === 'customer' || held === 'thirdParty' ? held : null,
  };
}

function holdIn(work: string | undefined, part: Nested | undefined): Pick<ChartPosition, 'consultPhase' | 'onHold'> {
  if (work === 'consulting') return consultIn(part);
  // Of the others, only a conference has such a part.
  const onHold = work === 'holding' ? 'customer' : part === 'held' ? 'conference' : null;
  return { consultPhase: work === 'completing' ? 'talking' : null, onHold };
}

/** Reads where the chart stands from the states alone. */
export function readState(snapshot: { readonly value: StateValue }): ChartPosition {
  const value = snapshot.value as Readonly<Record<string, Nested>>;
  const [connection] = wordIn(value['connection']);
  const [login, within] = wordIn(value['login']);
  const [work, part] = wordIn(value['work']);
  return {
    connection: connection as ConnectionStatus,
    login: login as LoginStatus,
    reason: login === 'break' ? (within as Reason) : login === 'dnd' || login === 'locked' ? login : null,
    // A transfer that is being completed is a consult still.
    work: (work === 'completing' ? 'consulting' : work) as WorkStatus,
    ...holdIn(work, part),
    muted: value['microphone'] === 'muted',
    device: value['device'] as DeviceStatus,
  };
}
