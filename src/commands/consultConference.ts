import { declareCommand } from './declaration.js';
import { noParameters } from './schemas.js';

/** Brings the consulted party into the talk with the customer. */
export const consultConference = declareCommand({
  name: 'consultConference',
  lane: 'call',
  needs: 'call',
  parameters: noParameters(),
  answeredBy: 'event',
  confirmedBy: [{ fact: 'conference.formed', leg: 'either' }],
  deadline: 20_000,
});
