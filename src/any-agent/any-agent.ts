import type { CommandName } from '../../machines/index.js';
import type { Refusal } from '../errors/refusal.js';
import type { AgentState } from '../agent/agent-state.js';
import type { Listener } from '../agent/notifier.js';
import { REPORT_TYPES, type AgentReport } from '../agent/report.js';

/** The information that every agent gives about itself. */
export interface WatchableAgent {
  getSnapshot(): AgentState;
  subscribe(listener: Listener<AgentState>): () => void;
  whyNot(command: CommandName): Refusal | null;
  dispose(): void;
}

/** An agent of `createAgent`: commands and reports go through one method each. */
interface PlainAgent extends WatchableAgent {
  execute(command: CommandName, parameters?: unknown): Promise<unknown>;
  onReport(listener: (report: AgentReport) => void): () => void;
}

/** An agent in place of a vendor's SDK object: each command is a method, and each report an event. */
type DropInAgent = WatchableAgent & {
  readonly [Name in CommandName]: (parameters: never) => Promise<unknown>;
} & {
  on(eventName: `switchhook:${AgentReport['type']}`, handler: (report: AgentReport) => void): unknown;
  off(eventName: `switchhook:${AgentReport['type']}`, handler: (report: AgentReport) => void): unknown;
};

/** An agent that a framework takes: that of `createAgent`, or one in the shape of an SDK object. */
export type AnyAgent = PlainAgent | DropInAgent;

/** Sends a command by its name; the promise is the agent's own. */
export function executeOn(agent: AnyAgent, command: CommandName, parameters: unknown): Promise<unknown> {
  // A drop-in may pass on a member of the SDK's that happens to be called `execute`.
  return command in agent ? (agent as DropInAgent)[command](parameters as never) : (agent as PlainAgent).execute(command, parameters);
}

/** Listens to the reports of an agent until the returned function is called. */
export function onReportOf(agent: AnyAgent, listener: (report: AgentReport) => void): () => void {
  if (!('on' in agent)) return agent.onReport(listener);
  // A function of its own: the same listener may be there twice.
  const handler = (report: AgentReport) => {
    listener(report);
  };
  for (const type of REPORT_TYPES) agent.on(`switchhook:${type}`, handler);
  return () => {
    for (const type of REPORT_TYPES) agent.off(`switchhook:${type}`, handler);
  };
}
