import type { Desk } from './context.js';
import type { Request } from './request.js';

/** Calls back and tells the events of a command, in the order of choice. */
export function answerThen(desk: Desk, request: Request, result: Readonly<Record<string, unknown>>, tell: () => void): void {
  const callbackFirst = desk.floor.behaviour.answerOrder === 'callbackFirst';
  if (callbackFirst) request.succeed(result);
  tell();
  if (!callbackFirst) request.succeed(result);
}
