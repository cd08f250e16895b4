import { dnOf, type Address } from '../../../exchange/index.js';
import type { Agent } from '../agent.js';
import { agentByExt, agentByNumber, type Desk } from '../context.js';
import { isPhoneNumber } from '../numbers.js';
import { enqueue, type Queue } from '../queue.js';
import type { Call, Party } from './call.js';
import type { DialerOptions } from './dialer-kinds.js';
import { establish, establishParty, freePhoneOf, introduce, ring } from './establish.js';
import { offerToAgent } from './inbound.js';
import { giveTo } from './lines.js';
import { addParty, dialLeg, newCall } from './new.js';
import { countMissed } from './offer.js';

interface Campaign {
  readonly call: Call;
  readonly customer: Party;
  readonly number: string;
  readonly display: string;
}

/** The dialer calls a number for an agent (work number, extension), or predictively for a queue (name, number). */
export function dialFor(desk: Desk, target: string, number: string, options: DialerOptions = {}): void {
  const { kind = 'predictive', attachedData = null } = options;
  const queue = desk.queues.get(desk.floor.queueNumbers.get(target) ?? target);
  const agent = agentByNumber(desk, target) ?? agentByExt(desk, target);
  if (!isPhoneNumber(number)) throw new Error('The number to call is malformed: 3 to 16 digits.');
  if (agent === null && queue === undefined) throw new Error(`There is no agent and no queue ${target}.`);
  if (agent === null && kind !== 'predictive') throw new Error(`A ${kind} call is for one agent, not for a queue.`);
  const phone = agent === null ? null : freePhoneOf(desk, agent);
  if (kind !== 'predictive' && phone === null) throw new Error(`Agent ${target} cannot take a call now.`);
  const display = desk.floor.numbers[0] ?? '';
  const call = newCall(desk, { type: 'Outbound', ANI: display, DNIS: number, attachedData });
  const customer = addParty(desk, call, { dn: number, role: 'Origination', state: 'offered', agent: null });
  const campaign = { call, customer, number, display };
  if (kind === 'predictive') predict(desk, campaign, { agent, queue });
  else if (agent !== null && phone !== null) preview(desk, campaign, agent, phone);
}

/** Has the switch call the customer. */
function dialCustomer(desk: Desk, { customer, number, display }: Campaign, answered: () => void): void {
  dialLeg(desk, customer, { to: { kind: 'number', number }, display, ringFor: desk.floor.dialMs, plan: { answered } });
}

function predict(
  desk: Desk,
  campaign: Campaign,
  { agent, queue }: { readonly agent: Agent | null; readonly queue: Queue | undefined },
): void {
  const { call, customer } = campaign;
  dialCustomer(desk, campaign, () => {
    // From now on he waits for an agent, as a caller does.
    customer.state = 'dialing';
    call.waiting = true;
    if (agent !== null) offerToAgent(desk, { call, caller: customer }, agent);
    else if (queue !== undefined) enqueue(desk, { call, caller: customer }, queue);
  });
}

function preview(desk: Desk, campaign: Campaign, agent: Agent, phone: Address): void {
  const { call, customer } = campaign;
  const own = addParty(desk, call, { dn: dnOf(phone), role: 'Destination', state: 'offered', agent });
  introduce(own, customer);
  giveTo(agent, own);
  dialLeg(desk, own, {
    to: phone,
    display: customer.dn,
    ringFor: desk.floor.ringMs,
    plan: {
      alerting: () => {
        ring(desk, own);
      },
      answered: () => {
        if (own.leg === null) return;
        // He is alone in his talk until the customer has come.
        desk.exchange.connect(call.conversation, [own.leg.id], (error) => {
          if (error !== undefined) return;
          establishParty(desk, own);
          callCustomer(desk, campaign, own);
        });
      },
      failed: (cause) => {
        countMissed(desk, agent, cause);
      },
    },
  });
}

/** The agent has taken the call, and hears how the customer's phone rings. */
function callCustomer(desk: Desk, campaign: Campaign, own: Party): void {
  if (own.leg === null || own.leg.releasing) return;
  const { call, customer } = campaign;
  dialCustomer(desk, campaign, () => {
    if (customer.leg === null) return;
    desk.exchange.connect(call.conversation, [customer.leg.id], (error) => {
      if (error === undefined) establish(desk, call);
    });
  });
}
