import type { Day } from '../day.js';
import { signsIn } from './beginnings.js';

/** The leg of a colleague's call that rings here. */
const COLLEAGUE = {
  callID: 'talk-7',
  partyID: 'party-7',
  callType: 'Internal',
  partyRole: 'Agent',
  ANI: '',
  DNIS: '',
  agentID: '1001',
  thisDN: '8001',
  thisDNRole: '2',
  otherDN: '8003',
  otherDNRole: '1',
};

/*
 * A colleague's call rings for 45 s, until the service gives it up; the agent answers in the same moment.
 */
export const answeredTooLate: Day = {
  name: 'an answer that crosses the end of the ringing is superseded, and its refusal says nothing new',
  from: "random sequence 1,11,60,f52,453,:, where the page is right: the kit's model counts the call as answered",
  moments: [
    ...signsIn(),
    { at: 1_355, service: 'EventRinging', stamp: 1_330, attributes: { ...COLLEAGUE, referenceID: 11 } },
    {
      at: 1_355,
      shows: { state: { work: 'ringing', call: { callID: 'talk-7', otherDN: '8003' } }, can: ['answer', 'rejectCall'] },
      because: 'a colleague calls',
    },
    { at: 46_294, agent: 'answer' },
    { at: 46_375, service: 'EventReleased', stamp: 46_340, attributes: { ...COLLEAGUE, referenceID: 29 } },
    {
      at: 46_375,
      shows: { state: { work: 'idle', login: 'online', call: null, acw: null }, ended: { answer: 'SUPERSEDED' } },
      because: 'the call is over, and nobody has talked',
    },
    {
      at: 46_400,
      service: 'EventError',
      stamp: 46_355,
      attributes: { referenceID: 31, errorCode: '330039', errorMessage: 'The agent is not in a talk that allows this.' },
    },
    {
      at: 46_400,
      shows: { state: { work: 'idle', login: 'online', call: null, pending: [] }, ended: { answer: 'SUPERSEDED' } },
      because: 'that there is no talk is so already',
    },
  ],
};
