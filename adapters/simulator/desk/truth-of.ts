import { progressOf, workOf, type Agent } from './agent.js';
import type { Party } from './calls/call.js';
import type { Truth, TruthCall, TruthConsult, TruthWaiting } from './truth.js';

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

/** A snapshot of what the server holds true about the agent. */
export function truthOf(agent: Agent): Truth {
  const { agentID, login, reasonCode, main, consult, muted, acw, session, missed } = agent;
  const ends = [...agent.ends].filter((end) => end.up && !end.displaced).map(({ id }) => id);
  return {
    agentID,
    login,
    reasonCode,
    work: workOf(agent),
    since: agent.workSince,
    call: main === null || main.state === 'offered' ? null : callOf(main),
    consult: consult === null ? null : consultOf(consult),
    waiting: agent.waiting.flatMap(waitingOf),
    muted,
    acw: acw === null ? null : { since: acw.since, deadline: acw.deadline },
    connected: ends.length > 0,
    ends,
    phoneType: session?.phoneType ?? null,
    ext: session?.ext ?? null,
    mobile: session?.mobile ?? null,
    missed,
  };
}
