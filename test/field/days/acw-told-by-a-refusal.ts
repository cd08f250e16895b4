import type { Day } from '../day.js';
import { CUSTOMER, signsIn, THIRD } from './beginnings.js';

/*
 * The page is loaded anew while the customer, unseen, hangs up in a consult that still rings. To the new page the
 * consult's leg is a call that was never answered; to the service the agent has talked, and after-call work follows.
 * The only word of it is a not-ready without a reason, until the service refuses the next call.
 */
export const acwToldByARefusal: Day = {
  name: 'a makeCall refused because of after-call work tells a page of after-call work that it has not seen begin',
  from: 'random sequence 1,7,60,f52,5,:',
  moments: [
    ...signsIn(),
    { at: 1_320, agent: 'makeCall', parameters: { otherDN: '13511110001' } },
    { at: 1_458, service: 'EventDialing', stamp: 1_395, attributes: { ...CUSTOMER, referenceID: 10 } },
    { at: 2_011, service: 'EventEstablished', stamp: 1_969, attributes: { ...CUSTOMER, referenceID: 13 } },
    { at: 2_511, agent: 'initiateConsult', parameters: { targetType: '1', target: '13511110002' } },
    { at: 2_601, service: 'EventHeld', stamp: 2_551, attributes: { ...CUSTOMER, referenceID: 15 } },
    { at: 2_614, service: 'EventDialing', stamp: 2_559, attributes: { ...THIRD, referenceID: 16 } },
    { at: 2_614, shows: { state: { work: 'consulting' } }, because: 'the third party is called' },
    // The connection is lost, and with it the release of the customer's leg, stamped 4118.
    { at: 6_436, reload: 'storage lost' },
    { at: 6_436, agent: 'initAgent', parameters: { token: 'a-token', companyId: 'company-1', agent: '1001' } },
    { at: 6_527, accepts: 'initAgent' },
    {
      at: 6_529,
      service: 'EventAgentRegainStatus',
      stamp: 6_475,
      attributes: {
        referenceID: 29,
        agentStateInfo: {
          agent: '1001',
          agentType: '0',
          phoneType: 'webrtc',
          thisDN: '8001',
          agentState: '1',
          agentStateTimestamp: 660,
          workStatus: 'dialing',
          workStatusTimestamp: 4_118,
        },
        workStatusInfo: {
          callID: 'talk-1',
          callType: 'Consult',
          thisDN: '8001',
          thisDNRole: 'Origination',
          otherDN: '13511110002',
          otherDNRole: 'Destination',
        },
      },
    },
    { at: 6_529, shows: { state: { work: 'dialing', login: 'online' } }, because: 'the regain says so' },
    { at: 7_029, agent: 'hangup' },
    { at: 7_125, service: 'EventReleased', stamp: 7_078, attributes: { ...THIRD, referenceID: 31 } },
    {
      at: 7_130,
      service: 'EventAgentNotReady',
      stamp: 7_078,
      attributes: { referenceID: 31, agentID: '1001', thisDN: '8001', agentState: '2', reasonCode: 0 },
    },
    {
      at: 7_130,
      shows: { state: { login: 'online' }, ended: { hangup: 'done' } },
      because: 'a not-ready without a reason does not change the login state',
    },
    { at: 8_130, agent: 'makeCall', parameters: { otherDN: '13511110001' } },
    {
      at: 8_267,
      service: 'EventError',
      stamp: 8_204,
      attributes: { referenceID: 33, errorCode: '330013', errorMessage: 'The agent is in after-call work.' },
    },
    {
      at: 8_267,
      shows: { state: { work: 'acw', login: 'online', call: null, acw: { deadline: null } }, ended: { makeCall: 'REJECTED' } },
      because: '330013 to makeCall says that after-call work is on, its length unknown',
    },
  ],
};
