import type { Exchange } from '../../exchange/index.js';
import type { Floor } from '../options/resolve.js';
import type { Agenda } from '../time/agenda.js';
import type { Random } from '../time/random.js';
import type { Agent } from './agent.js';
import type { Call, DeskLeg } from './calls/call.js';
import type { ServiceNodes } from './nodes.js';
import type { Queue } from './queue.js';

/** The data that everything at the desk works on. */
export interface Desk {
  readonly floor: Floor;
  readonly agenda: Agenda;
  readonly exchange: Exchange;
  readonly random: Random;
  /** By whose clocks messages are stamped. */
  readonly nodes: ServiceNodes;
  readonly agents: readonly Agent[];
  readonly calls: Set<Call>;
  readonly legs: Map<string, DeskLeg>;
  readonly queues: ReadonlyMap<string, Queue>;
  /** The number of the request, or of the occurrence, that everything now comes from. */
  reference: number;
  references: number;
}

export function agentByNumber(desk: Desk, agentID: string): Agent | null {
  return desk.agents.find((agent) => agent.agentID === agentID) ?? null;
}

/** By work number or by id, whichever the asking page has said it uses. */
export function agentBy(desk: Desk, agentType: '0' | '1', name: string): Agent | null {
  return desk.agents.find((agent) => (agentType === '1' ? agent.agentUUID : agent.agentID) === name) ?? null;
}

/** The agent who is signed in with this extension, or in whose settings it stands. */
export function agentByExt(desk: Desk, ext: string): Agent | null {
  return (
    desk.agents.find(({ session }) => session?.ext === ext) ??
    desk.agents.find((agent) => agent.session === null && agent.ext === ext) ??
    null
  );
}
