import type { Day } from '../day.js';
import { CUSTOMER, signsIn, THIRD } from './beginnings.js';

/*
 * A regain that says of the talk that it is still being dialed arrives while a consult is being asked for.
 */
export const consultDuringRegain: Day = {
  name: 'a consult that is being asked for can be cancelled, whatever a regain says of the call meanwhile',
  from: 'random sequence 1,12,60,f52,392,:',
  moments: [
    ...signsIn(),
    { at: 1_254, agent: 'makeCall', parameters: { otherDN: '13511110001' } },
    { at: 1_379, service: 'EventDialing', stamp: 1_303, attributes: { ...CUSTOMER, referenceID: 10 } },
    { at: 1_967, service: 'EventEstablished', stamp: 1_894, attributes: { ...CUSTOMER, referenceID: 13 } },
    { at: 2_467, agent: 'initiateConsult', parameters: { targetType: '0', target: '1002' } },
    {
      at: 2_467,
      shows: { can: ['cancelConsult'], ended: { initiateConsult: 'pending' } },
      because: 'a consult can be cancelled while it is asked for',
    },
    {
      at: 2_467,
      service: 'EventAgentRegainStatus',
      stamp: 2_467,
      attributes: {
        agentStateInfo: { agentState: '1', workStatus: 'calling', workStatusTimestamp: 2_467 },
        workStatusInfo: { callID: 'talk-1', callType: 'Outbound' },
      },
    },
    {
      at: 2_467,
      shows: { can: ['cancelConsult'], ended: { initiateConsult: 'pending' } },
      because: 'initiateConsult is still in flight, and while it is, it can be cancelled',
    },
    { at: 2_570, service: 'EventAgentHoldCall', stamp: 2_522, attributes: { ...CUSTOMER, referenceID: 15 } },
    { at: 2_606, service: 'EventDialing', stamp: 2_526, attributes: { ...THIRD, DNIS: '', otherDN: '8002', referenceID: 16 } },
    {
      at: 2_606,
      shows: { state: { work: 'consulting' }, can: ['cancelConsult'], ended: { initiateConsult: 'done' } },
      because: 'the third party is called',
    },
  ],
};
