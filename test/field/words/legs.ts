import type { Attributes } from '../day.js';

/** The agent's leg to a customer who calls. */
function inbound(callID: string, partyID: string, otherDN: string): Attributes {
  return {
    callID,
    partyID,
    callType: 'Inbound',
    partyRole: 'Agent',
    ANI: otherDN,
    DNIS: '4008001000',
    agentID: '1001',
    thisDN: '8001',
    thisDNRole: 'Destination',
    otherDN,
    otherDNRole: 'Origination',
  };
}

/** The agent's leg to a customer who is called. */
export const OWN: Attributes = {
  ...inbound('talk-1', 'party-1', '13511110001'),
  callType: 'Outbound',
  ANI: '',
  DNIS: '13511110001',
  thisDNRole: 'Origination',
  otherDNRole: 'Destination',
};

/** Customers who call, each with a call of their own. */
export const ONE = inbound('talk-1', 'party-1', '13511110001');
export const TWO = inbound('talk-2', 'party-2', '13511110002');
export const THREE = inbound('talk-3', 'party-3', '13511110003');

/** Another leg of the first call: another phone of the agent's, or the same call offered again. */
export const ONE_ELSEWHERE: Attributes = { ...ONE, partyID: 'party-1b' };

/** A call that the service dials and then offers: predictive, preview, or called back. */
export const DIALED: Attributes = { ...ONE, callType: 'Outbound', ANI: '', DNIS: '13511110001' };

/** The leg to a third party who is consulted, in the first call. */
export const CONSULTED: Attributes = {
  ...OWN,
  partyID: 'party-c',
  callType: 'Consult',
  DNIS: '',
  otherDN: '8002',
};

/** A consult's leg that nobody has heard of. */
export const STRANGER: Attributes = { ...CONSULTED, partyID: 'party-d', otherDN: '8004' };
