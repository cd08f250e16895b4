import type { Desk } from '../context.js';
import type { Request } from '../request.js';
import { beginOperation, failOperation, finishOperation } from './operation.js';

export function answer(desk: Desk, request: Request): void {
  const { agent } = request;
  const { main, session } = agent;
  if (agent.operation !== null) {
    request.fail('330007');
    return;
  }
  if (main?.state !== 'ringing' || main.leg === null || main.leg.answered) {
    request.fail('330039');
    return;
  }
  const atDeviceOnly = session?.phoneType === 'sip' && desk.floor.behaviour.sipAnswer === 'deviceOnly';
  if (session?.phoneType === 'pstn' || atDeviceOnly) {
    request.fail('330121');
    return;
  }
  const operation = beginOperation(desk, request);
  desk.exchange.answer(main.leg.id, (error) => {
    if (error === undefined) finishOperation(operation);
    else failOperation(operation, '330303');
  });
}
