import { isWithThirdParty, offeredTo, type Agent, type Operation } from '../agent.js';
import type { Desk } from '../context.js';
import type { ErrorCode } from '../errors.js';
import type { Request } from '../request.js';
import type { DeskLeg } from './call.js';
import { phonesAt } from './lines.js';
import { beginOperation, settleOperation } from './operation.js';

/** Why no call rings at the agent that could be answered or rejected: it is over, or he is in another one, or in this. */
export function notOffered(agent: Agent): ErrorCode | null {
  if (offeredTo(agent) !== null) return null;
  return agent.main === null || agent.main.state === 'offered' ? '330303' : '330035';
}

/** Why a call beside the one that the agent is in cannot be taken, or null: the code that does not say that it is over. */
function besideObstacle(agent: Agent): ErrorCode | null {
  return isWithThirdParty(agent) ? '330035' : null;
}

/** Why this phone can be answered only by hand, or null. */
function phoneObstacle(desk: Desk, { session }: Agent): ErrorCode | null {
  const atDeviceOnly = session?.phoneType === 'sip' && desk.floor.behaviour.sipAnswer === 'deviceOnly';
  return session?.phoneType === 'pstn' || atDeviceOnly ? '330121' : null;
}

/** The call that was asked for may have been overtaken by the one to be answered. */
function isInTheMiddle({ operation }: Agent): boolean {
  return operation !== null && operation.request.command !== 'makeCall';
}

export function answer(desk: Desk, request: Request): void {
  const { agent } = request;
  const notThere = notOffered(agent);
  if (notThere !== null) {
    request.fail(notThere);
    return;
  }
  const offered = offeredTo(agent);
  const leg = offered === null ? null : (phonesAt(offered).find(({ state }) => state === 'ringing')?.leg ?? null);
  if (isInTheMiddle(agent) || leg === null || leg.answered) {
    request.fail('330007');
    return;
  }
  const code = (offered === agent.main ? null : besideObstacle(agent)) ?? phoneObstacle(desk, agent);
  if (code === null) putAside(desk, beginOperation(desk, request), leg);
  else request.fail(code);
}

/** The agent's talk is put on hold before he takes the other call. */
function putAside(desk: Desk, operation: Operation, leg: DeskLeg): void {
  const { main } = operation.request.agent;
  if (main?.leg == null || main.state !== 'talking' || main.held) {
    take(desk, operation, leg);
    return;
  }
  // He may have gone meanwhile: the other call is taken all the same.
  desk.exchange.hold(main.call.conversation, main.leg.id, () => {
    take(desk, operation, leg);
  });
}

function take(desk: Desk, operation: Operation, leg: DeskLeg): void {
  desk.exchange.answer(leg.id, (error) => {
    settleOperation(operation, error);
  });
}
