import {
  agentMachine,
  readState,
  stateValueOf,
  type AgentContext,
  type AgentSnapshot,
  type ChartState,
  type CommandName,
  type SubscriptionName,
} from '../../machines/index.js';
import { project, type AgentState } from '../agent/agent-state.js';
import type { VendorCodes } from '../agent/vendor-words.js';
import { chartRefusal, flatRefusal, type Refusal } from '../errors/refusal.js';

/** Where the chart stood after a step, as it is kept. */
export interface Kept {
  readonly nodes: readonly ChartState[];
  readonly context: AgentContext;
  /** The commands that the telephone system did not have; null: the agent was disposed of. */
  readonly unsupported: ReadonlySet<CommandName | SubscriptionName> | null;
  /** The vendor's codes for what the chart names. */
  readonly codes: VendorCodes;
}

/** Everything about one moment of the past. Holds no personal data. */
export interface Moment {
  /** The active states of the chart, as `region.state`, the outer ones before the inner ones. */
  readonly active: readonly string[];
  /** The same as XState has it. */
  readonly value: AgentSnapshot['value'];
  /** The state that a phone bar was shown, with pseudonyms for numbers. */
  readonly state: AgentState;
  /** Why the command was not allowed; null: it was. */
  whyNot(command: CommandName | SubscriptionName): Refusal | null;
}

/** The state of this copy's chart for one of whichever copy's. @throws Error if it has none of that id */
export function ownNode({ id }: Pick<ChartState, 'id'>): ChartState {
  return agentMachine.getStateNodeById(id) as unknown as ChartState;
}

/** The source of each moment, for whoever sends it elsewhere. */
const SOURCES = new WeakMap<Moment, Kept>();

/** The source of a moment. */
export function keptOf(moment: Moment): Kept {
  return SOURCES.get(moment) as Kept;
}

/** The moment that was kept. */
export function momentOf(kept: Kept): Moment {
  const { nodes, context, unsupported, codes } = kept;
  const own = nodes.map(ownNode);
  const snapshot = { _nodes: own, value: stateValueOf(own), context } as unknown as AgentSnapshot;
  const isUsable = (name: CommandName | SubscriptionName) =>
    name === 'on' || name === 'off' || (unsupported !== null && !unsupported.has(name));
  const state = project(snapshot, isUsable, null, codes).state;
  const moment: Moment = {
    active: own.filter(({ path }) => path.length > 0).map(({ path }) => path.join('.')),
    value: snapshot.value,
    state,
    whyNot: (command) => {
      if (command === 'on' || command === 'off') return null;
      const { connection, login, work } = readState(snapshot);
      const position = { connection, login, work };
      if (unsupported === null) return flatRefusal('DISPOSED', command, position);
      if (unsupported.has(command)) return flatRefusal('NOT_SUPPORTED', command, position);
      return chartRefusal(snapshot, command, position);
    },
  };
  SOURCES.set(moment, kept);
  return moment;
}
