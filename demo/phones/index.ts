/** SIP phones with real audio that run in Node: for tests, and for a floor without people. */
export { createSipPhone } from './create-sip-phone.js';
export { createTonePlan } from './media/tone-plan.js';
export { PhoneError } from './phone-error.js';

export type { SipPhone } from './phone.js';
export type { SipCall } from './call/call.js';
export type { SipPhoneOptions } from './options.js';
export type { PhoneEvent } from './phone-event.js';
export type { Release } from './release.js';
