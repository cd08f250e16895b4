import type { Agent, Operation } from '../agent.js';
import type { Desk } from '../context.js';
import type { ErrorCode } from '../errors.js';
import type { Request } from '../request.js';

/** How long the switch may take for an operation, in ms. */
const PATIENCE = 15_000;

/** The request becomes what the agent's phone is in the middle of, in place of what it was before. */
export function beginOperation(desk: Desk, request: Request): Operation {
  const { agent } = request;
  agent.operation?.deadline.cancel();
  const operation: Operation = {
    request,
    onHeld: null,
    onRetrieved: null,
    deadline: desk.agenda.after(PATIENCE, 'timer', () => {
      desk.reference = request.reference;
      failOperation(operation, '330002');
    }),
  };
  agent.operation = operation;
  return operation;
}

/** Nothing has come between: neither the end of the call nor another command. */
export function isCurrent(operation: Operation): boolean {
  return operation.request.agent.operation === operation;
}

export function finishOperation(operation: Operation): void {
  if (!isCurrent(operation)) return;
  operation.deadline.cancel();
  operation.request.agent.operation = null;
}

/** The call that it was for is over, which says enough. */
export function abandonOperation(agent: Agent): void {
  agent.operation?.deadline.cancel();
  agent.operation = null;
}

export function failOperation(operation: Operation, code: ErrorCode): void {
  if (!isCurrent(operation)) return;
  finishOperation(operation);
  operation.request.fail(code);
}
