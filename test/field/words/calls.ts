import type { Attributes, Moment } from '../day.js';
import { CONSULTED, ONE } from './legs.js';
import { ONLINE, does } from './people.js';
import { dialing, established, held, released, retrieved, ringing, says } from './service.js';

/** The agent is online and talks on a call since the fifth second. */
export const talking = (leg: Attributes = ONE): readonly Moment[] => [...ONLINE, ringing(1_000, leg), established(5_000, leg)];

/** In a talk, the agent consults a third party, who is called since the eleventh second. */
export const CONSULT_DIALING: readonly Moment[] = [
  ...talking(),
  does(10_000, 'initiateConsult'),
  held(10_100, ONE),
  dialing(10_500, CONSULTED),
];

/** The third party has answered, in the fifteenth second. */
export const CONSULT_TALKING: readonly Moment[] = [...CONSULT_DIALING, established(15_000, CONSULTED)];

const JOINED = { thirdDN: '8002', thirdDNRole: 'NewParty' };

/** Agent, customer and third party are together since the twenty-first second. */
export const CONFERENCE: readonly Moment[] = [
  ...CONSULT_TALKING,
  does(20_000, 'consultConference'),
  retrieved(20_200, ONE),
  released(20_210, CONSULTED),
  says('EventPartyAdded', 20_220, undefined, { ...ONE, ...JOINED }),
];
