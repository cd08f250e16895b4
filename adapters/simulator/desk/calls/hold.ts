import { workOf } from '../agent.js';
import type { Desk } from '../context.js';
import { tellParty } from '../messages.js';
import type { Request } from '../request.js';
import type { DeskLeg, Party } from './call.js';
import { isChangedByOther, isEngaged, talkOf } from './guards.js';
import { beginOperation, failOperation, settleOperation } from './operation.js';

export function holdCall(desk: Desk, request: Request): void {
  const talk = talkOf(request.agent);
  if (typeof talk === 'string') {
    request.fail(talk);
    return;
  }
  // While a transfer or a conference is on its way, the talk must stay as it is.
  if (isEngaged(talk.call) === '330007' || isChangedByOther(talk)) {
    request.fail('330007');
    return;
  }
  const operation = beginOperation(desk, request);
  desk.exchange.hold(talk.call.conversation, talk.leg.id, (error) => {
    settleOperation(operation, error);
  });
}

/** Takes the customer back from hold, for whatever request. */
export function retrieveMain(desk: Desk, request: Request): void {
  const operation = beginOperation(desk, request);
  const { main } = request.agent;
  if (main?.leg == null) {
    failOperation(operation, '330303');
    return;
  }
  desk.exchange.retrieve(main.call.conversation, main.leg.id, (error) => {
    settleOperation(operation, error);
  });
}

export function retrieveCall(desk: Desk, request: Request): void {
  const { agent } = request;
  if (agent.operation !== null) request.fail('330007');
  else if (workOf(agent) === 'consulting') request.fail('391038');
  else if (agent.main?.held !== true) request.fail(agent.main?.state === 'talking' ? '330007' : '330039');
  else retrieveMain(desk, request);
}

function partyAt(leg: DeskLeg, conversation: string): Party | undefined {
  return [...leg.parties].find(({ call, state }) => call.conversation === conversation && state === 'talking');
}

/** In a consult, hold and retrieve of either leg swap customer and third party: the last one decides. */
function noteSwap({ agent, call }: Party, held: boolean): void {
  if (agent?.consult == null) return;
  agent.thirdWaits = (agent.consult.call === call) === held;
}

/** The switch says that a leg has put its conversation on hold, asked or not. */
export function legHeld(desk: Desk, leg: DeskLeg, conversation: string): void {
  const party = partyAt(leg, conversation);
  // A switch may tell it twice.
  if (party === undefined || party.held) return;
  party.held = true;
  noteSwap(party, true);
  const operation = party === party.agent?.main ? party.agent.operation : null;
  if (operation?.onHeld) operation.onHeld();
  else tellParty(desk, party, 'EventAgentHoldCall');
}

export function legRetrieved(desk: Desk, leg: DeskLeg, conversation: string): void {
  const party = partyAt(leg, conversation);
  if (!party?.held) return;
  party.held = false;
  party.afterConsult = false;
  noteSwap(party, false);
  const operation = party === party.agent?.main ? party.agent.operation : null;
  if (operation?.onRetrieved) operation.onRetrieved();
  else tellParty(desk, party, 'EventAgentRetrieveCall');
}
