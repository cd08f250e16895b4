import { declareCommand } from './declaration.js';

/** Calls a customer. */
export const makeCall = declareCommand({
  name: 'makeCall',
  lane: 'makeCall',
  needs: 'call',
  answeredBy: 'event',
  confirmedBy: [
    { fact: 'call.dialing', leg: 'call' },
    { fact: 'call.established', leg: 'call' },
    // The agent's own phone.
    { fact: 'call.ringing', leg: 'call' },
  ],
  deadline: 30_000,
});
