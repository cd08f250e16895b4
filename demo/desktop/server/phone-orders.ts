import * as v from 'valibot';
import type { SipHandset } from '../../phones/handset/sip-handset.js';

const dn = v.string('dn must be the extension or number of a phone.');
const toDial = 'dial needs dn, the phone, and target, the number to call, such as 4001.';
const target = v.pipe(v.string(toDial), v.regex(/^[0-9*#]{1,24}$/, 'target must be a number to call: 1 to 24 of 0-9, * and #.'));
const toPress = 'press needs dn, the phone, and keys, such as 12#.';
const keys = v.pipe(v.string(toPress), v.regex(/^[0-9*#]{1,24}$/, 'keys must be 1 to 24 of 0-9, * and #.'));

const orderSchema = v.variant(
  'action',
  [
    v.object({ dn, action: v.literal('dial'), target }, toDial),
    v.object({ dn, action: v.literal('press'), keys }, toPress),
    v.object(
      { dn, action: v.picklist(['answer', 'reject', 'hangup', 'hold', 'retrieve']) },
      'answer, reject, hangup, hold and retrieve need dn, the phone.',
    ),
  ],
  'An order is a JSON object with dn, the phone, and action: dial, answer, reject, hangup, hold, retrieve or press.',
);

/** An order to a phone that the server holds. */
export type PhoneOrder = v.InferOutput<typeof orderSchema>;

/** The order makes no sense. The message says what is wrong, and what is allowed. */
export class BadOrder extends Error {
  override readonly name = 'BadOrder';
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new BadOrder('An order is JSON, such as {"dn": "8002", "action": "answer"}: this is none.');
  }
}

/** @throws BadOrder */
export function readOrder(text: string): PhoneOrder {
  const { output, issues, success } = v.safeParse(orderSchema, parsed(text), { abortEarly: true });
  if (success) return output;
  throw new BadOrder(issues[0].message);
}

/** Has the phone do it. @throws PhoneError (as rejection) if it cannot */
export async function perform(phone: SipHandset, order: PhoneOrder): Promise<void> {
  if (order.action === 'dial') await phone.dial(order.target);
  else if (order.action === 'press') await phone.press(order.keys);
  else await phone[order.action]();
}
