import type { Day } from '../day.js';
import { CUSTOMER, signsIn } from './beginnings.js';

/*
 * The service announces after-call work by a not-ready without a reason, as some do. It crosses the agent's wish for
 * a break, which the service then refuses.
 */
export const notReadyOfAcw: Day = {
  name: 'a not-ready without a reason, which announces after-call work, does not grant the break that was just asked for',
  from: 'random sequence 1,2,60,f52,64,:',
  moments: [
    ...signsIn({ agentState: '2', reasonCode: 2 }),
    { at: 1_304, agent: 'makeCall', parameters: { otherDN: '13511110001' } },
    { at: 1_396, service: 'EventDialing', stamp: 1_375, attributes: { ...CUSTOMER, referenceID: 7 } },
    { at: 1_517, agent: 'notReady', parameters: { reasonCode: 12 } },
    { at: 1_518, service: 'EventEstablished', stamp: 1_483, attributes: { ...CUSTOMER, referenceID: 9 } },
    { at: 1_556, service: 'EventReleased', stamp: 1_531, attributes: { ...CUSTOMER, referenceID: 15 } },
    { at: 1_556, shows: { state: { work: 'acw', login: 'dnd' } }, because: 'a talk is over' },
    {
      at: 1_575,
      service: 'EventAgentNotReady',
      stamp: 1_531,
      attributes: { referenceID: 15, agentID: '1001', thisDN: '8001', agentState: '2', reasonCode: 0 },
    },
    {
      at: 1_575,
      shows: { state: { work: 'acw', login: 'dnd', reasonCode: 2 }, ended: { notReady: 'pending' } },
      because: 'a not-ready without a reason neither ends after-call work nor says that the agent is on the break asked for',
    },
    { at: 1_645, refuses: 'notReady', failure: { errorCode: '330013', errorMessage: 'The agent is in after-call work.' } },
    {
      at: 1_645,
      shows: { state: { work: 'acw', login: 'dnd', reasonCode: 2 }, ended: { notReady: 'REJECTED' } },
      because: 'a refused command leaves what the server said last',
    },
  ],
};
