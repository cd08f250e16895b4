import { asks } from '../../../asks.js';

const callCommand = asks('callLaneIsBusy');

/** The commands of a consult whose third party has answered, or may have. */
export const asksOfReached = {
  retrieveConsult: callCommand,
  consultTransfer: callCommand,
  consultConference: callCommand,
  sendDtmf: asks(),
} as const;
