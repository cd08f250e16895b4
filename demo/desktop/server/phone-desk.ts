import type { IncomingMessage, ServerResponse } from 'node:http';
import { PhoneError } from '../../phones/index.js';
import type { SipHandset } from '../../phones/handset/sip-handset.js';
import { giveJson, refuse, refuseMethod } from './answers.js';
import { BadOrder, perform, readOrder } from './phone-orders.js';

type Phones = ReadonlyMap<string, SipHandset>;

/** Longest order, in characters. */
const LONGEST_ORDER = 4096;

async function bodyOf(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const part of request.setEncoding('utf8') as AsyncIterable<string>) {
    text += part;
    if (text.length > LONGEST_ORDER) throw new BadOrder(`An order has at most ${LONGEST_ORDER} characters.`);
  }
  return text;
}

function sightOf(dn: string, { state, peers, lastRelease }: SipHandset): object {
  return { dn, state, peers, lastRelease };
}

async function carryOut(request: IncomingMessage, response: ServerResponse, phones: Phones): Promise<void> {
  try {
    const order = readOrder(await bodyOf(request));
    const phone = phones.get(order.dn);
    if (phone === undefined) throw new BadOrder(`dn must be one of ${[...phones.keys()].join(', ')}.`);
    await perform(phone, order);
    giveJson(response, sightOf(order.dn, phone));
  } catch (error) {
    if (error instanceof BadOrder) refuse(response, 400, error.message);
    else if (error instanceof PhoneError) refuse(response, 409, error.message);
    else throw error;
  }
}

/** The SIP phones that the server holds: what they are at, and orders to them. `phones`: null on a simulated switch. */
export async function answerForPhones(request: IncomingMessage, response: ServerResponse, phones: Phones | null): Promise<void> {
  if (phones === null) {
    refuse(response, 404, 'There are no SIP phones on the simulated switch: the remote control at /centre moves its phones.');
  } else if (request.method === 'POST') await carryOut(request, response, phones);
  else if (request.method === 'GET')
    giveJson(
      response,
      [...phones].map(([dn, phone]) => sightOf(dn, phone)),
    );
  else refuseMethod(response, '/phones', 'GET', 'POST');
}
