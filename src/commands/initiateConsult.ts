import { declareCommand } from './declaration.js';
import { Confidential } from '../../machines/index.js';
import { target } from './target.js';

/** Calls a third party while the customer waits. */
export const initiateConsult = declareCommand({
  name: 'initiateConsult',
  lane: 'call',
  needs: 'call',
  parameters: target(),
  answeredBy: 'event',
  confirmedBy: [
    { fact: 'call.dialing', leg: 'consult' },
    { fact: 'call.established', leg: 'consult' },
  ],
  deadline: 15_000,
  intent: (asked) => ({ details: new Confidential(asked) }),
});
