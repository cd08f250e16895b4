import { workOf, type Agent } from '../agent.js';
import { agentByNumber, type Desk } from '../context.js';
import type { ErrorCode } from '../errors.js';
import { isMasked, isPhoneNumber } from '../numbers.js';
import type { Request } from '../request.js';
import { shownNumber } from '../routes.js';
import { agentTarget, extTarget, type Target } from '../targets.js';
import { phoneOf } from './establish.js';

/** The phone to call, and the number that it shows. */
export interface Outbound {
  readonly target: Target;
  readonly display: string;
  readonly internal: boolean;
}

/** Why the agent cannot call anybody now, or null. */
function obstacle(desk: Desk, agent: Agent): ErrorCode | null {
  if (agent.operation?.request.command === 'makeCall') return '330058';
  if (agent.main?.state === 'ringing' || agent.main?.state === 'offered') return '391043';
  if (agent.main !== null) return '330035';
  if (workOf(agent) === 'acw') return '330013';
  if (agent.login === 'locked') return '330042';
  if (agent.login === 'break' && desk.floor.behaviour.dialOutInBreak === 'refused') return '330081';
  const phone = phoneOf(agent);
  return phone !== null && desk.exchange.reachable(phone) === 'available' ? null : '330195';
}

/** The number to call: as given, or the one behind the encrypted one. */
function numberOf(desk: Desk, { params }: Request): { readonly number: string } | ErrorCode {
  const shown = params.text('otherDN');
  const encrypted = params.text('privacyNumber');
  if (shown === '' && encrypted === '') return '330132';
  const number = encrypted === '' ? shown : desk.floor.privacyNumbers.get(encrypted);
  return number === undefined || isMasked(number) ? '330133' : { number };
}

/** Why the number to show cannot be shown, or null. */
function displayObstacle(desk: Desk, { params }: Request): ErrorCode | null {
  const { numbers, plans } = desk.floor;
  const ani = params.text('ANI');
  const plan = params.text('outboundPlanCode');
  if (ani !== '' && plan !== '') return '330148';
  if (ani !== '' && numbers.length > 0 && !numbers.includes(ani)) return '330146';
  return plan !== '' && !plans.some(({ code }) => code === plan) ? '330147' : null;
}

function internalTarget(desk: Desk, agent: Agent, number: string): Target | ErrorCode | null {
  const isExt = desk.floor.extensions.includes(number);
  const colleague = isExt ? null : agentByNumber(desk, number);
  if (!isExt && colleague === null) return null;
  if (agent.session?.phoneType === 'pstn') return '330083';
  return colleague === null ? extTarget(desk, agent, number, 'internal') : agentTarget(desk, agent, colleague, 'internal');
}

/**
 * The call that `makeCall` is to make, or why it cannot: an extension is an internal call, and so is a work
 * number that is nobody's extension; everything else is a number outside.
 */
export function outboundTargetOf(desk: Desk, request: Request): Outbound | ErrorCode {
  const { agent } = request;
  const code = obstacle(desk, agent) ?? displayObstacle(desk, request);
  if (code !== null) return code;
  const found = numberOf(desk, request);
  if (typeof found === 'string') return found;
  const { number } = found;
  const internal = internalTarget(desk, agent, number);
  if (typeof internal === 'string') return internal;
  if (internal !== null) {
    const phone = phoneOf(agent);
    return { target: internal, display: phone?.kind === 'ext' ? phone.ext : '', internal: true };
  }
  if (!isPhoneNumber(number)) return '330133';
  if (number === agent.session?.mobile) return '330086';
  if (desk.floor.customers.some((customer) => customer.number === number && customer.blacklisted === true)) {
    return '330082';
  }
  const target: Target = { address: { kind: 'number', number }, agent: null, dn: number };
  return { target, display: shownNumber(desk, request), internal: false };
}
