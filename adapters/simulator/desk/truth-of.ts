import { onHoldOf, progressOf, workOf, type Agent } from './agent.js';
import type { Party } from './calls/call.js';
import { phoneOf } from './calls/establish.js';
import type { Desk } from './context.js';
import type { DeskEnd } from './request.js';
import type { Truth, TruthCall, TruthConsult, TruthDevice, TruthLink, TruthWaiting } from './truth.js';

function callOf(party: Party): TruthCall {
  const { call, partyID, dn, other, establishedAt } = party;
  return {
    callID: call.callID,
    partyID,
    callType: call.type,
    thisDN: dn,
    otherDN: other?.dn ?? '',
    attachedData: call.attachedData,
    establishedAt,
  };
}

function consultOf(party: Party): TruthConsult {
  const call = callOf(party);
  return { ...call, phase: party.state === 'talking' ? 'talking' : 'dialing', target: party.call.target ?? call.otherDN };
}

function waitingOf(party: Party): readonly TruthWaiting[] {
  const work = progressOf(party);
  return work === null ? [] : [{ ...callOf(party), work, since: party.workSince }];
}

function deviceOf({ exchange }: Desk, agent: Agent): TruthDevice {
  const phone = phoneOf(agent);
  const reachable = phone?.kind === 'ext' ? exchange.reachable(phone) : 'unknown';
  if (reachable === 'unknown') return 'unknown';
  return reachable === 'available' ? 'registered' : 'lost';
}

function linkOf({ displaced, up }: DeskEnd): TruthLink {
  if (displaced) return 'displaced';
  return up ? 'connected' : 'interrupted';
}

/**
 * A snapshot of what the server holds true about the agent.
 *
 * @param pages all pages of his, also those that were displaced
 */
export function truthOf(desk: Desk, agent: Agent, pages: readonly DeskEnd[]): Truth {
  const { agentID, login, reasonCode, main, consult, muted, acw, session, missed } = agent;
  const links = pages.map((page) => [page.id, linkOf(page)] as const);
  const ends = links.flatMap(([id, link]) => (link === 'connected' ? [id] : []));
  return {
    agentID,
    login,
    reasonCode,
    work: workOf(agent),
    since: agent.workSince,
    call: main === null || main.state === 'offered' ? null : callOf(main),
    consult: consult === null ? null : consultOf(consult),
    onHold: onHoldOf(agent),
    waiting: agent.waiting.flatMap(waitingOf),
    muted,
    acw: acw === null ? null : { since: acw.since, deadline: acw.deadline },
    device: deviceOf(desk, agent),
    connected: ends.length > 0,
    ends,
    links: Object.fromEntries(links),
    phoneType: session?.phoneType ?? null,
    ext: session?.ext ?? null,
    mobile: session?.mobile ?? null,
    missed,
  };
}
