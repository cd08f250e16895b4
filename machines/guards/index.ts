import {
  isAcwDue,
} from './acw-guards.js';
import {
  isHandedOver,
  isThirdHeld,
  isTransferDue,
  refusesTransfer,
  isEndOfTransfer,
  isTransferSettled,
} from './consult-guards.js';
import {
  isErrorUnasked,
} from './error-guards.js';
import {
  loginLaneIsBusy,
  isLoginPending,
  resetLaneIsBusy,
  callLaneIsBusy,
  answerMustWait,
  hangupLaneIsBusy,
  microphoneLaneIsBusy,
  cancelConsultMustWait,
  isNotInitiatingConsult,
  noWaitingCallRings,
  isCancellingConsult,
} from './lane-guards.js';
import {
  isLateRejection,
  isLateSuccess,
} from './late-guards.js';
import {
  isCall,
  isThird,
  isWaiting,
  startsThird,
  isNewCall,
  isFirstCall,
  isThisCall,
  isStrangers,
  isIncoming,
  mayBeOwnPhone,
  endsCall,
  endsThird,
  isCallStatedOver,
  isWaitingStatedOver,
  wasAnsweredAfterAll,
  isOwnAnswer,
} from './leg-guards.js';
import {
  qualityIs,
} from './network-guards.js';
import {
  isLaneFree,
  isSent,
  decidesCommands,
  isAnySettled,
  hasFailed,
  wasRejected,
  wasConfirmed,
  isOwnLegAtLast,
} from './pending-guards.js';
import {
  isWithoutReason,
  reasonIs,
  isReasonUnknown,
  isLoginOutdated,
  endsAcw,
  isLogoutEcho,
} from './reason-guards.js';
import {
  regainsAs,
  changesCall,
  regainsMuted,
  regainsOtherCall,
} from './regain-guards.js';
import {
  isTalkingElsewhere,
  continuesAs,
  isAcwNext,
} from './waiting-guards.js';

/**
 * The guards of the chart that read context and event. They are named one by one, not spread from their modules: a module
 * taken as an object keeps every name a second time, and a bundler's helper, which is one more file for a page to load.
 */
export const guards = {
  isAcwDue,
  isHandedOver,
  isThirdHeld,
  isTransferDue,
  refusesTransfer,
  isEndOfTransfer,
  isTransferSettled,
  isErrorUnasked,
  loginLaneIsBusy,
  isLoginPending,
  resetLaneIsBusy,
  callLaneIsBusy,
  answerMustWait,
  hangupLaneIsBusy,
  microphoneLaneIsBusy,
  cancelConsultMustWait,
  isNotInitiatingConsult,
  noWaitingCallRings,
  isCancellingConsult,
  isLateRejection,
  isLateSuccess,
  isCall,
  isThird,
  isWaiting,
  startsThird,
  isNewCall,
  isFirstCall,
  isThisCall,
  isStrangers,
  isIncoming,
  mayBeOwnPhone,
  endsCall,
  endsThird,
  isCallStatedOver,
  isWaitingStatedOver,
  wasAnsweredAfterAll,
  isOwnAnswer,
  qualityIs,
  isLaneFree,
  isSent,
  decidesCommands,
  isAnySettled,
  hasFailed,
  wasRejected,
  wasConfirmed,
  isOwnLegAtLast,
  isWithoutReason,
  reasonIs,
  isReasonUnknown,
  isLoginOutdated,
  endsAcw,
  isLogoutEcho,
  regainsAs,
  changesCall,
  regainsMuted,
  regainsOtherCall,
  isTalkingElsewhere,
  continuesAs,
  isAcwNext,
};
