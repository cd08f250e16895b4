import { declareCommand } from './declaration.js';

/** Brings the consulted party into the talk with the customer. */
export const consultConference = declareCommand({
  name: 'consultConference',
  lane: 'call',
  needs: 'call',
  answeredBy: 'event',
  confirmedBy: [{ fact: 'conference.formed', leg: 'either' }],
  deadline: 20_000,
});
