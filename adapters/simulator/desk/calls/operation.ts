import type { ExchangeError } from '../../../exchange/index.js';
import type { Agent, Operation } from '../agent.js';
import type { Desk } from '../context.js';
import type { ErrorCode } from '../errors.js';
import type { Request } from '../request.js';

/** How long the switch may take for an operation, in ms. */
const PATIENCE = 15_000;

function newOperation(desk: Desk, request: Request): Operation {
  const operation: Operation = {
    request,
    onHeld: null,
    onRetrieved: null,
    deadline: desk.agenda.after(PATIENCE, 'timer', () => {
      desk.reference = request.reference;
      failOperation(operation, '330002');
    }),
  };
  return operation;
}

/** The request becomes what the agent's phone is in the middle of, in place of what it was before. */
export function beginOperation(desk: Desk, request: Request): Operation {
  const { agent } = request;
  agent.operation?.deadline.cancel();
  agent.operation = newOperation(desk, request);
  return agent.operation;
}

/** The request goes on beside whatever the agent's phone is in the middle of. */
export function beginAside(desk: Desk, request: Request): Operation {
  const operation = newOperation(desk, request);
  request.agent.asides.add(operation);
  return operation;
}

/** Nothing has come between: neither the end of the call nor another command of its lane. */
export function isCurrent(operation: Operation): boolean {
  const { agent } = operation.request;
  return agent.operation === operation || agent.asides.has(operation);
}

export function finishOperation(operation: Operation): void {
  if (!isCurrent(operation)) return;
  const { agent } = operation.request;
  operation.deadline.cancel();
  if (!agent.asides.delete(operation)) agent.operation = null;
}

/** The agent's operations are over with their call; `butAnswer`: an answer may be to another one. */
export function dropOperations({ operation, asides }: Agent, { butAnswer }: { readonly butAnswer: boolean }): void {
  const isKept = butAnswer && operation?.request.command === 'answer';
  for (const each of [isKept ? null : operation, ...asides]) if (each !== null) finishOperation(each);
}

export function failOperation(operation: Operation, code: ErrorCode): void {
  if (!isCurrent(operation)) return;
  finishOperation(operation);
  operation.request.fail(code);
}

/** The code for what the switch could not do. */
const FAILURES: Readonly<Record<Exclude<ExchangeError['cause'], 'wrongState'>, ErrorCode>> = {
  gone: '330303',
  unreachable: '330002',
  failed: '330000',
};

/** The switch has answered. `wrongState` counts as done: somebody was faster at the phone itself. */
export function settleOperation(operation: Operation, error: ExchangeError | undefined): void {
  if (error === undefined || error.cause === 'wrongState') finishOperation(operation);
  else failOperation(operation, FAILURES[error.cause]);
}
