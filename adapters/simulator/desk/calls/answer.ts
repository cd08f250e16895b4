import type { Agent } from '../agent.js';
import type { Desk } from '../context.js';
import type { ErrorCode } from '../errors.js';
import type { Request } from '../request.js';
import { beginOperation, settleOperation } from './operation.js';

/** Why no call rings at the agent that could be answered or rejected: it is over, or he is in another one, or in this. */
export function notOffered({ main }: Agent): ErrorCode | null {
  if (main === null || main.state === 'offered') return '330303';
  return main.state === 'ringing' ? null : '330035';
}

export function answer(desk: Desk, request: Request): void {
  const { agent } = request;
  const { main, session } = agent;
  const isBeingAnswered = agent.operation !== null || main?.leg?.answered === true;
  const code = notOffered(agent) ?? (isBeingAnswered ? '330007' : null);
  if (code !== null || main?.leg == null) {
    request.fail(code ?? '330303');
    return;
  }
  const atDeviceOnly = session?.phoneType === 'sip' && desk.floor.behaviour.sipAnswer === 'deviceOnly';
  if (session?.phoneType === 'pstn' || atDeviceOnly) {
    request.fail('330121');
    return;
  }
  const operation = beginOperation(desk, request);
  desk.exchange.answer(main.leg.id, (error) => {
    settleOperation(operation, error);
  });
}
