import { Confidential } from '../../../machines/index.js';
import type { Fact } from '../../../src/index.js';
import { loginReason } from './agent-facts.js';
import { attributesOf, idIn, type Wire } from './attributes.js';
import { detailsIn, legIn } from './leg-facts.js';
import { workStatusNamed } from './work-status.js';

/** Whether the message says that the agent is on a call: without `workStatusInfo`, or with an empty one, not. */
function callIn(wire: Wire): Wire | null {
  const { workStatusInfo } = wire;
  if (workStatusInfo === undefined || workStatusInfo === null) return null;
  const info = attributesOf(workStatusInfo, 'workStatusInfo');
  return Object.keys(info).length === 0 ? null : info;
}

/** The message's data about the call. */
function callFacts(info: Wire) {
  const leg = legIn(info);
  const third = idIn(info, 'thirdDN');
  return {
    leg,
    details: detailsIn(info, leg),
    ...(third === undefined ? {} : { consultDetails: new Confidential({ otherDN: third }) }),
  };
}

/** Where the agent stands, as the service says after a connection was regained. */
export function regainFact(wire: Wire, agent: Wire): Fact {
  const reason = loginReason(agent);
  const info = callIn(wire);
  const call = info === null ? { leg: null } : callFacts(info);
  const status = workStatusNamed(idIn(agent, 'workStatus'));
  // Only now, when all of it has been read: a message malformed in one place is not believed in another.
  if (idIn(agent, 'agentState') === '0') return { type: 'agent.loggedOut' };
  return {
    type: 'connection.regained',
    status,
    statusIsNews: false,
    ...call,
    ...(reason === undefined ? {} : { reason }),
  };
}
