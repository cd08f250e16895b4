import { declareCommand } from './declaration.js';

/** Calls a third party while the customer waits. */
export const initiateConsult = declareCommand({
  name: 'initiateConsult',
  lane: 'call',
  needs: 'call',
  answeredBy: 'event',
  confirmedBy: [
    { fact: 'call.dialing', leg: 'consult' },
    { fact: 'call.established', leg: 'consult' },
  ],
  deadline: 15_000,
});
