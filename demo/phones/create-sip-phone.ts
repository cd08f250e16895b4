import type { SipPhoneOptions } from './options.js';
import type { SipPhone } from './phone.js';
import { SoftPhone } from './soft-phone.js';

/**
 * A SIP phone that runs in Node: a customer's, a third party's or an agent's. Nothing is sent before
 * `register` or `dial`.
 *
 * @throws RangeError if the tone plan has no tone left
 *
 * @example
 * const tones = createTonePlan();
 * const agent = createSipPhone({ ext: '1001', password, server: 'ws://127.0.0.1:8088/ws', tones });
 * const customer = createSipPhone({ ext: '2001', password, server: 'ws://127.0.0.1:8088/ws', tones });
 * await agent.register();
 * await customer.dial('1001');
 * await agent.until('ringing');
 * await agent.answer();
 * await customer.until(() => customer.hears().includes('1001'));
 */
export function createSipPhone(options: SipPhoneOptions): SipPhone {
  return new SoftPhone(options);
}
