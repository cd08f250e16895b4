import type { Day } from '../day.js';
import { CUSTOMER, signsIn, THIRD } from './beginnings.js';

/** The agent's leg when the customer has left the conference: the third party is the other side. */
const LEFT_WITH_THIRD = { ...CUSTOMER, otherDN: '13511110002', thirdDN: '13511110001', thirdDNRole: 'DeletedParty' };
const MUTE = { service: 'EventAgentMute', stamp: 5_993, attributes: { ...CUSTOMER, referenceID: 32 } };

/*
 * The network delivers one message twice, 40 s apart. Meanwhile the customer has left the conference.
 */
export const muteToldTwice: Day = {
  name: 'a message told twice does not bring back the party who has left the conference since',
  from: 'random sequence 1,1,60,f52,767,:',
  moments: [
    ...signsIn(),
    { at: 2_913, agent: 'makeCall', parameters: { otherDN: '13511110001' } },
    { at: 3_052, service: 'EventDialing', stamp: 3_003, attributes: { ...CUSTOMER, referenceID: 20 } },
    { at: 3_607, service: 'EventEstablished', stamp: 3_556, attributes: { ...CUSTOMER, referenceID: 23 } },
    { at: 4_107, agent: 'initiateConsult', parameters: { targetType: '1', target: '13511110002' } },
    { at: 4_227, service: 'EventAgentHoldCall', stamp: 4_176, attributes: { ...CUSTOMER, referenceID: 25 } },
    { at: 4_265, service: 'EventDialing', stamp: 4_186, attributes: { ...THIRD, referenceID: 26 } },
    { at: 4_854, service: 'EventEstablished', stamp: 4_781, attributes: { ...THIRD, referenceID: 28 } },
    { at: 5_354, agent: 'consultConference' },
    { at: 5_453, service: 'EventAgentRetrieveCall', stamp: 5_410, attributes: { ...CUSTOMER, referenceID: 30 } },
    { at: 5_468, service: 'EventReleased', stamp: 5_413, attributes: { ...THIRD, referenceID: 30 } },
    {
      at: 5_468,
      service: 'EventPartyAdded',
      stamp: 5_417,
      attributes: { ...CUSTOMER, referenceID: 30, thirdDN: '13511110002', thirdDNRole: 'NewParty' },
    },
    { at: 5_468, shows: { state: { work: 'conferencing' }, ended: { consultConference: 'done' } }, because: 'three are together' },
    { at: 5_968, agent: 'muteCall' },
    { at: 6_041, ...MUTE },
    { at: 6_088, shows: { state: { work: 'conferencing', muted: true }, ended: { muteCall: 'done' } }, because: 'the service says so' },
    { at: 6_148, service: 'EventPartyDeleted', stamp: 6_097, attributes: { ...LEFT_WITH_THIRD, referenceID: 33 } },
    { at: 6_148, shows: { state: { work: 'talking', muted: true, call: { otherDN: '13511110002' } } }, because: 'the customer has left' },
    { at: 46_041, ...MUTE },
    {
      at: 46_041,
      shows: { state: { work: 'talking', muted: true, call: { otherDN: '13511110002' } } },
      because: 'the same message, with the same stamp and referenceID, changes nothing the second time',
    },
  ],
};
