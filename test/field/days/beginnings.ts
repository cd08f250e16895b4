import type { Attributes, Moment } from '../day.js';

/** The page is loaded and initialised, and the agent signs in, all within the first second. */
export function signsIn(agent: Attributes = { agentState: '1', reasonCode: 0 }): readonly Moment[] {
  const { agentState, reasonCode } = agent;
  const isReady = agentState === '1';
  return [
    { at: 59, agent: 'initAgent', parameters: { token: 'a-token', companyId: 'company-1', agent: '1001' } },
    { at: 116, accepts: 'initAgent' },
    { at: 654, agent: 'login', parameters: { phoneType: 'webrtc', bindExt: '8001', agentState } },
    { at: 720, accepts: 'login', result: { bindExt: '8001', phoneType: 'webrtc', ...agent } },
    { at: 720, service: 'EventAgentLogin', stamp: 660, attributes: { referenceID: 6, agentID: '1001', thisDN: '8001', agentState } },
    {
      at: 720,
      service: isReady ? 'EventAgentReady' : 'EventAgentNotReady',
      stamp: 660,
      attributes: { referenceID: 6, agentID: '1001', thisDN: '8001', agentState, ...(isReady ? {} : { reasonCode }) },
    },
  ];
}

/** The agent's leg to a customer who was called. */
export const CUSTOMER: Attributes = {
  callID: 'talk-1',
  partyID: 'party-1',
  callType: 'Outbound',
  partyRole: 'Agent',
  ANI: '',
  DNIS: '13511110001',
  agentID: '1001',
  thisDN: '8001',
  thisDNRole: 'Origination',
  otherDN: '13511110001',
  otherDNRole: 'Destination',
};

/** The agent's leg to a third party who is consulted. */
export const THIRD: Attributes = {
  ...CUSTOMER,
  partyID: 'party-2',
  callType: 'Consult',
  DNIS: '13511110002',
  otherDN: '13511110002',
};
