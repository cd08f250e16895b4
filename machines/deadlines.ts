import type { AgentContext } from './context.js';
import type { PendingCommand, SingleLane } from './events/index.js';

/** Whether the outcome of any command is awaited. */
export function hasPending({ pending, side }: AgentContext): boolean {
  if (side.length > 0) return true;
  for (const lane in pending) if (pending[lane as SingleLane] !== null) return true;
  return false;
}

/** Every command whose outcome is awaited, the one sent first at the head. */
export function pendingCommands({ pending, side }: AgentContext): readonly PendingCommand[] {
  const all = [...side];
  for (const command of Object.values(pending)) if (command !== null) all.push(command);
  return all.length < 2 ? all : all.sort((a, b) => a.id - b.id);
}

/** A deadline that `deadline.reached` is to tell by its key. */
export interface Deadline {
  readonly key: string;
  /** Epoch ms. */
  readonly deadline: number;
  /** It waits for the outcome of the command that may move it. */
  readonly paused?: boolean;
}

/** Keys of the deadlines that are no command's. */
export const ACW_KEY = 'acw';
export const TRANSFER_KEY = 'transfer';

/** All deadlines under way. */
export function deadlinesOf(context: AgentContext): readonly Deadline[] {
  const { acw, transfer, pending } = context;
  const all: Deadline[] = pendingCommands(context).map(({ id, deadline }) => ({ key: String(id), deadline }));
  if (transfer !== null) all.push({ key: TRANSFER_KEY, deadline: transfer.deadline });
  const deadline = acw?.deadline ?? null;
  if (deadline !== null) all.push({ key: ACW_KEY, deadline, paused: pending.call?.command === 'delayACW' });
  return all;
}

/** Whether `deadline.reached` tells this one. */
export function isReached(event: { readonly type: string; readonly keys?: unknown }, key: string): boolean {
  return event.type === 'deadline.reached' && Array.isArray(event.keys) && event.keys.includes(key);
}
