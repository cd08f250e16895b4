import { isReasonCode } from '../../machines/index.js';
import { declareCommand } from './declaration.js';
import { parameters, wholeNumber } from './schemas.js';

/** Takes the agent out of the distribution of calls: DND or a break. */
export const notReady = declareCommand({
  name: 'notReady',
  lane: 'login',
  needs: 'login',
  parameters: parameters({
    /** 2: DND; 11: break; 12: training; 13: meeting; 14: dining; 15: activity; 16 to 18: custom. */
    reasonCode: wholeNumber('must be 2 or a whole number from 11 to 18', isReasonCode),
  }),
  answeredBy: 'callback',
  confirmedBy: [{ fact: 'agent.notReady' }],
  deadline: 15_000,
  announces: ({ reasonCode }) => ({ type: 'agent.notReady', reasonCode }),
  intent: ({ reasonCode }) => ({ reasonCode }),
});
