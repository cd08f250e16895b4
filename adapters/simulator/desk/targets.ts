import { dnOf, type Address } from '../../exchange/index.js';
import { isBusy, type Agent } from './agent.js';
import { phoneOf } from './calls/establish.js';
import { agentBy, agentByExt, type Desk } from './context.js';
import type { ErrorCode } from './errors.js';
import { isPhoneNumber } from './numbers.js';
import type { Request } from './request.js';

/** A phone to call, and the agent who is signed in with it. */
export interface Target {
  readonly address: Address;
  readonly agent: Agent | null;
  readonly dn: string;
}

/** The codes with which one kind of call refuses its targets. */
interface Codes {
  readonly typeMissing: ErrorCode;
  readonly targetMissing: ErrorCode;
  readonly typeUnknown: ErrorCode;
  readonly notFound: ErrorCode;
  readonly noExtension: ErrorCode;
  readonly notLoggedIn: ErrorCode;
  readonly onCall: ErrorCode;
  readonly locked: ErrorCode;
  readonly inAcw: ErrorCode;
  /** Null: not being ready is no obstacle. */
  readonly notReady: ErrorCode | null;
  readonly badNumber: ErrorCode;
}

const CONSULT: Codes = {
  typeMissing: '330134',
  targetMissing: '330135',
  typeUnknown: '330071',
  notFound: '330072',
  noExtension: '330070',
  notLoggedIn: '330074',
  onCall: '330075',
  locked: '330077',
  inAcw: '330077',
  notReady: '330077',
  badNumber: '330141',
};

const TRANSFER: Codes = {
  typeMissing: '330128',
  targetMissing: '330129',
  typeUnknown: '330103',
  notFound: '330104',
  noExtension: '330105',
  notLoggedIn: '330107',
  onCall: '330108',
  locked: '330110',
  inAcw: '330110',
  notReady: '330110',
  badNumber: '330142',
};

const INTERNAL: Codes = {
  typeMissing: '330132',
  targetMissing: '330132',
  typeUnknown: '330133',
  notFound: '330090',
  noExtension: '330087',
  notLoggedIn: '330091',
  onCall: '330092',
  locked: '330093',
  inAcw: '330094',
  notReady: null,
  badNumber: '330133',
};

export type Purpose = 'consult' | 'transfer' | 'internal';

const CODES: Readonly<Record<Purpose, Codes>> = { consult: CONSULT, transfer: TRANSFER, internal: INTERNAL };

/** Why this agent cannot get a call now, or null. */
function obstacle(desk: Desk, agent: Agent, codes: Codes): ErrorCode | null {
  if (agent.session === null) return codes.notLoggedIn;
  if (isBusy(agent) || agent.operation !== null) return codes.onCall;
  if (agent.login === 'locked') return codes.locked;
  if (agent.acw !== null) return codes.inAcw;
  const mustBeReady = desk.floor.behaviour.notReadyTarget === 'refused' && codes.notReady !== null;
  return mustBeReady && agent.login !== 'online' ? codes.notReady : null;
}

/** The agent's phone, or why it cannot be called. */
export function agentTarget(desk: Desk, asking: Agent, agent: Agent, purpose: Purpose): Target | ErrorCode {
  if (agent === asking) return '330086';
  const codes = CODES[purpose];
  const code = obstacle(desk, agent, codes);
  if (code !== null) return code;
  const address = phoneOf(agent);
  if (address === null) return codes.noExtension;
  if (desk.exchange.reachable(address) !== 'available') return '330196';
  return { address, agent, dn: dnOf(address) };
}

/** The phone with this extension, or why it cannot be called. */
export function extTarget(desk: Desk, asking: Agent, ext: string, purpose: Purpose): Target | ErrorCode {
  const agent = agentByExt(desk, ext);
  if (agent !== null) return agentTarget(desk, asking, agent, purpose);
  const address: Address = { kind: 'ext', ext };
  const reachable = desk.exchange.reachable(address);
  if (reachable === 'unknown') return CODES[purpose].notFound;
  return reachable === 'available' ? { address, agent: null, dn: ext } : '330196';
}

/** The phone that `targetType` and `target` mean, or why it cannot be called. */
export function targetOf(desk: Desk, { params, agent, end }: Request, purpose: Purpose): Target | ErrorCode {
  const codes = CODES[purpose];
  const type = params.text('targetType');
  const target = params.text('target');
  if (type === '') return codes.typeMissing;
  if (!['0', '1', '2'].includes(type)) return codes.typeUnknown;
  if (target === '') return codes.targetMissing;
  if (type === '2') return extTarget(desk, agent, target, purpose);
  if (type === '0') {
    const other = agentBy(desk, end.agentType, target);
    return other === null ? codes.notFound : agentTarget(desk, agent, other, purpose);
  }
  if (!isPhoneNumber(target)) return codes.badNumber;
  return { address: { kind: 'number', number: target }, agent: null, dn: target };
}
