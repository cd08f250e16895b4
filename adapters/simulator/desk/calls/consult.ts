import type { Operation } from '../agent.js';
import type { Desk } from '../context.js';
import { tellParty } from '../messages.js';
import type { Request } from '../request.js';
import { targetOf, type Target } from '../targets.js';
import type { Call, Party } from './call.js';
import { releaseLeg } from './ending.js';
import { displayOfAgent, establish, introduce, ring } from './establish.js';
import { consultOf, extensibleTalkOf, noConsult, type Talk } from './guards.js';
import { retrieveMain } from './hold.js';
import { addParty, dialLeg, newCall } from './new.js';
import { beginOperation, failOperation, finishOperation, isCurrent, settleOperation } from './operation.js';

export function initiateConsult(desk: Desk, request: Request): void {
  const { agent } = request;
  const talk = extensibleTalkOf(agent);
  if (typeof talk === 'string') {
    request.fail(talk);
    return;
  }
  const target = targetOf(desk, request, 'consult');
  if (typeof target === 'string') {
    request.fail(target);
    return;
  }
  const operation = beginOperation(desk, request);
  operation.onHeld = () => {
    if (desk.floor.behaviour.consultHold === 'sent') tellParty(desk, talk, 'EventAgentHoldCall');
  };
  desk.exchange.hold(talk.call.conversation, talk.leg.id, (error) => {
    if (!isCurrent(operation)) {
      takeBackIfCancelled(desk, talk);
      return;
    }
    // Held already, at the phone itself, is as good.
    if (error !== undefined && error.cause !== 'wrongState') settleOperation(operation, error);
    else if (!talk.leg.releasing) callThirdParty(desk, operation, talk);
  });
}

/** The consult was cancelled before the third party was called. */
function takeBackIfCancelled(desk: Desk, talk: Talk): void {
  const operation = talk.agent?.operation;
  if (operation?.request.command !== 'cancelConsult') return;
  if (talk.held) retrieveMain(desk, operation.request);
  else failOperation(operation, '330303');
}

function callThirdParty(desk: Desk, operation: Operation, talk: Talk): void {
  const { request } = operation;
  // Meanwhile the target may have got another call.
  const target = targetOf(desk, request, 'consult');
  if (typeof target === 'string') {
    talk.afterConsult = true;
    failOperation(operation, target);
    const { consultFailed, consultHold } = desk.floor.behaviour;
    // Of a hold that nobody was told of, nothing stays.
    if (consultFailed === 'autoRetrieve' || consultHold === 'omitted') retrieveMain(desk, request);
    return;
  }
  const { call, own, third } = newConsult(desk, request, talk, target);
  dialLeg(desk, third, {
    to: target.address,
    display: displayOfAgent(request.agent),
    ringFor: desk.floor.dialMs,
    plan: {
      dialing: () => {
        if (own.state !== 'dialing') return;
        tellParty(desk, own, 'EventDialing');
        finishOperation(operation);
      },
      alerting: () => {
        ring(desk, third);
      },
      answered: () => {
        // The agent has taken the customer back at the phone itself, and goes to the third party now.
        if (!talk.held) desk.exchange.hold(talk.call.conversation, talk.leg.id, () => undefined);
        desk.exchange.connect(call.conversation, [talk.leg.id, third.leg?.id ?? ''], (error) => {
          if (error === undefined) establish(desk, call);
        });
      },
      failed: (cause) => {
        if (cause !== 'busy' || desk.floor.behaviour.destinationBusy === 'releasedOnly') return;
        if (own.state === 'dialing') tellParty(desk, own, 'EventDestinationBusy');
      },
    },
  });
}

function newConsult(desk: Desk, { agent, params }: Request, talk: Talk, target: Target): { call: Call; own: Party; third: Party } {
  const shared = desk.floor.behaviour.consultCallID === 'shared';
  const call = newCall(desk, {
    type: 'Consult',
    DNIS: target.address.kind === 'number' ? target.dn : '',
    attachedData: talk.call.attachedData,
    ...(shared ? { callID: talk.call.callID } : {}),
  });
  const own = addParty(desk, call, { dn: talk.dn, role: 'Origination', state: 'dialing', agent });
  const third = addParty(desk, call, { dn: target.dn, role: 'Destination', state: 'offered', agent: target.agent });
  own.leg = talk.leg;
  talk.leg.parties.add(own);
  introduce(own, third);
  // For the third party, the call is about the customer, and comes from who consults.
  third.third = { dn: talk.dn, role: 'ConsultBy' };
  agent.consult = own;
  agent.thirdWaits = false;
  if (target.agent !== null) target.agent.main = third;
  call.target = params.text('target');
  call.onOver = () => {
    consultIsOver(desk, talk, call);
  };
  return { call, own, third };
}

/** The third party is gone, and the customer, if still there, is on hold, or with the agent already. */
function consultIsOver(desk: Desk, talk: Talk, consult: Call): void {
  const { agent } = talk;
  if (agent?.main !== talk || talk.leg.releasing) return;
  talk.afterConsult = talk.held;
  const { operation } = agent;
  const command = operation?.request.command;
  if (operation !== null && (command === 'cancelConsult' || command === 'retrieveConsult')) {
    if (talk.held) retrieveMain(desk, operation.request);
    else finishOperation(operation);
    return;
  }
  // It has ended before anything was heard of it.
  if (operation !== null && command === 'initiateConsult') failOperation(operation, '330303');
  if (!talk.held || consult.established || desk.floor.behaviour.consultFailed === 'stayHeld') return;
  retrieveByItself(desk, talk);
}

/** The service takes the customer back without having been asked. */
function retrieveByItself(desk: Desk, talk: Talk): void {
  desk.exchange.retrieve(talk.call.conversation, talk.leg.id, () => undefined);
}

export function cancelConsult(desk: Desk, request: Request): void {
  const { agent } = request;
  const { consult, operation } = agent;
  const third = consult?.other ?? null;
  if (consult === null && operation?.request.command === 'initiateConsult') {
    beginOperation(desk, request);
    return;
  }
  if (operation !== null && operation.request.command !== 'initiateConsult') request.fail('330007');
  else if (consult === null || third?.leg == null) request.fail(noConsult(agent));
  else if (consult.state === 'talking') request.fail('391038');
  else {
    beginOperation(desk, request);
    releaseLeg(desk, third.leg, 'cancelled');
  }
}

export function retrieveConsult(desk: Desk, request: Request): void {
  const { agent } = request;
  if (agent.operation === null && agent.consult === null && agent.main?.afterConsult === true) {
    retrieveMain(desk, request);
    return;
  }
  const consult = consultOf(agent);
  if (typeof consult === 'string') {
    request.fail(consult);
    return;
  }
  beginOperation(desk, request);
  releaseLeg(desk, consult.third.leg, 'normal');
}
