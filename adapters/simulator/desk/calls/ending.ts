import type { ReleaseCause } from '../../../exchange/index.js';
import { startAcw } from '../acw.js';
import { callsOf, type Agent } from '../agent.js';
import type { Desk } from '../context.js';
import { tellParty } from '../messages.js';
import { livePartiesOf, refreshOthers, talkingPartiesOf, type Call, type DeskLeg, type Party } from './call.js';
import { causeFields, noteFailure } from './end-cause.js';
import { phonesAt, takeNext } from './lines.js';
import { openMicrophone } from './microphone.js';
import { dropOperations } from './operation.js';

/** Asks the switch to end a leg; its parties end when the switch says so. */
export function releaseLeg(desk: Desk, leg: DeskLeg, cause: ReleaseCause): void {
  if (leg.releasing) return;
  leg.releasing = true;
  desk.exchange.release(leg.id, cause, (error) => {
    // It was over already, or the switch is gone and everything with it.
    if (error !== undefined) legReleased(desk, leg, cause);
  });
}

/** A caller for whom there is nobody, or nobody any more. */
export function turnAway(desk: Desk, { leg }: Party, cause: ReleaseCause): void {
  if (leg !== null) releaseLeg(desk, leg, cause);
}

/** The switch says that a leg is over. */
export function legReleased(desk: Desk, leg: DeskLeg, cause: ReleaseCause): void {
  if (!desk.legs.delete(leg.id)) return;
  const { plan, farewell } = leg;
  leg.plan = null;
  // The consult leg is the newer one of an agent's two.
  const parties = [...leg.parties].reverse().filter(({ state }) => state !== 'over');
  const calls = new Set(parties.map(({ call }) => call));
  for (const party of parties) noteFailure(party, cause);
  farewell?.();
  for (const party of parties) endParty(desk, party, cause);
  plan?.failed?.(cause);
  for (const call of calls) settle(desk, call);
}

/** The agent has no call any more. */
function agentIsFree(desk: Desk, agent: Agent): void {
  dropOperations(agent, { butAnswer: false });
  agent.muted = false;
  agent.idleSince = desk.agenda.now();
  const { afterCall, wrapUpOwed } = agent;
  agent.afterCall = null;
  agent.wrapUpOwed = false;
  if (afterCall !== null) afterCall();
  else if (wrapUpOwed && desk.floor.acwMs !== 0) startAcw(desk, agent);
}

/** The customer is gone: the consult becomes a plain call. */
function goOnWithThird(desk: Desk, agent: Agent, consult: Party): void {
  agent.main = consult;
  agent.consult = null;
  if (consult.state !== 'talking') openMicrophone(desk, agent, consult);
  if (desk.floor.behaviour.acwAfterLostCustomer === 'none') agent.wrapUpOwed = false;
}

/** The call is over, and so are the agent's operations, except an answer to another call. */
function goOn(desk: Desk, agent: Agent): void {
  dropOperations(agent, { butAnswer: true });
  if (!takeNext(desk, agent)) agentIsFree(desk, agent);
}

/** Takes the party out of the agent's hands. */
function forget(desk: Desk, agent: Agent, party: Party): void {
  const { consult, main } = agent;
  const elsewhere = phonesAt(party)[0];
  if (consult === party) agent.consult = null;
  else if (elsewhere !== undefined && callsOf(agent).includes(party)) replaceBy(agent, party, elsewhere);
  else if (main !== party) agent.waiting = agent.waiting.filter((other) => other !== party);
  else if (consult !== null) goOnWithThird(desk, agent, consult);
  else goOn(desk, agent);
}

/** The call goes on at another phone of the agent's. */
function replaceBy(agent: Agent, party: Party, other: Party): void {
  if (agent.main === party) agent.main = other;
  else agent.waiting = agent.waiting.map((each) => (each === party ? other : each));
}

/** Three have become two. */
function tellThoseLeft(desk: Desk, party: Party): void {
  const left = talkingPartiesOf(party.call).filter(({ leg }) => leg?.releasing === false);
  if (left.length < 2) return;
  refreshOthers(party.call);
  for (const other of left) {
    tellParty(desk, other, 'EventPartyDeleted', { third: { dn: party.dn, role: 'DeletedParty' } });
  }
}

/** The party is over. Its agent is told, and is free if it was all he had. */
export function endParty(desk: Desk, party: Party, cause: ReleaseCause): void {
  if (party.state === 'over') return;
  const { agent, state } = party;
  const { abandonEvent, acwAfterAbandon } = desk.floor.behaviour;
  const abandoned = state === 'ringing' && cause === 'cancelled';
  party.state = 'over';
  party.held = false;
  party.leg?.parties.delete(party);
  if (agent !== null) {
    if (party.announced) {
      const fields = causeFields(desk, party, cause);
      tellParty(desk, party, abandoned ? abandonEvent : 'EventReleased', { fields });
    }
    if (state === 'talking' || (abandoned && acwAfterAbandon === 'acw')) agent.wrapUpOwed = true;
    forget(desk, agent, party);
  }
  if (state === 'talking' && !party.handedOver) tellThoseLeft(desk, party);
}

/** Nobody is left to talk with: ends what there still is of the call. */
function dissolve(desk: Desk, call: Call): void {
  for (const party of livePartiesOf(call)) {
    const { leg } = party;
    const legServesAnother = leg !== null && leg.parties.size > 1;
    if (leg === null || legServesAnother) endParty(desk, party, 'normal');
    else releaseLeg(desk, leg, leg.answered ? 'normal' : 'cancelled');
  }
}

/** Whether the call can go on with the parties it has. */
function goesOn(call: Call): boolean {
  const live = livePartiesOf(call);
  if (call.waiting) return live.some(({ state }) => state === 'dialing');
  if (!call.established) return live.length >= 2;
  const talking = talkingPartiesOf(call).length;
  return talking >= 2 || (call.handedOver && talking === 1 && live.length === 2);
}

/** After something has changed: ends the call if nobody is left to talk with. */
export function settle(desk: Desk, call: Call): void {
  if (!desk.calls.has(call)) return;
  if (livePartiesOf(call).length > 0 && !goesOn(call)) dissolve(desk, call);
  if (livePartiesOf(call).length > 0) return;
  desk.calls.delete(call);
  const { onOver } = call;
  call.onOver = null;
  onOver?.();
}
