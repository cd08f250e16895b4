import type { CommandName } from '../../../src/index.js';

/*
 * The call commands, by what an error can refuse. They have no callback, so that the code of an error event is all
 * that tells which of them it refuses. None of the lists has `sendDtmf`: only codes about keys refuse that.
 */

/** Commands that name somebody who is to be called. */
export const WITH_NUMBER: readonly CommandName[] = ['makeCall', 'initiateConsult', 'singleTransfer'];

/** Commands that bring in the third party. */
export const WITH_THIRD_PARTY: readonly CommandName[] = ['initiateConsult', 'singleTransfer', 'consultTransfer', 'consultConference'];

/** Commands that make a call of two into a held one, or one of three, and back. */
export const IN_TALK: readonly CommandName[] = [
  'holdCall',
  'retrieveCall',
  'muteCall',
  'unmute',
  ...WITH_THIRD_PARTY,
  'cancelConsult',
  'retrieveConsult',
];

/** Commands that make no sense without a call. */
export const ABOUT_A_CALL: readonly CommandName[] = ['answer', 'rejectCall', 'hangup', ...IN_TALK];

/** Commands that a call on hold is in the way of. */
export const NOT_ON_HOLD: readonly CommandName[] = ABOUT_A_CALL.filter(
  (command) => command !== 'retrieveCall' && command !== 'retrieveConsult',
);

export const OF_ACW: readonly CommandName[] = ['delayACW', 'completeACW', 'completeACWToBusy'];

/** All call commands but `sendDtmf`. */
export const ANY: readonly CommandName[] = ['makeCall', ...ABOUT_A_CALL, ...OF_ACW];
