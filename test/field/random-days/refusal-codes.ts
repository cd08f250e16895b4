// The vendor's codes by which the service refuses.

/** Signed in at another end. */
export const ELSEWHERE = '330049';
/** Not signed in. */
export const SIGNED_OUT = '330005';
/** In after-call work. */
export const IN_AFTER_CALL_WORK = '330013';
/** In a call. */
export const IN_A_CALL = '330035';
/** Not in a talk. */
export const NOT_IN_TALK = '330039';
/** In a call, of which nothing of the sort can be done: a code that states nothing. */
export const NOT_NOW = '330044';
/** Not possible with this target: it talks already, or nobody is consulted. */
export const TARGET_IN_TALK = '330075';
/** After-call work is over. */
export const NO_AFTER_CALL_WORK = '330102';
/** The target of a transfer is offline. */
export const TARGET_OFFLINE = '330109';
/** The call has ended. */
export const CALL_ENDED = '330303';
/** A call is offered: no dialing now. */
export const CALL_OFFERED = '391043';
