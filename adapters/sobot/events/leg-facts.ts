import { Confidential, type LegRef } from '../../../machines/index.js';
import { idIn, Malformed, type Wire } from './attributes.js';
import { normaliseRole } from './roles.js';

/** Attributes of the message rather than of the leg. */
const ENVELOPE = new Set(['messageID', 'creationTime', 'referenceID', 'companyId', 'callID', 'partyID', 'callType']);

const CALL_TYPES = ['Inbound', 'Outbound', 'Internal', 'Consult'];

function callTypeIn(wire: Wire): string | undefined {
  const given = idIn(wire, 'callType');
  if (given === undefined || CALL_TYPES.includes(given)) return given;
  return CALL_TYPES.find((known) => known.toLowerCase() === given.toLowerCase()) ?? given;
}

/** The ids of the leg that a message is about; one of `callID` and `partyID` must be there. */
export function legIn(wire: Wire): LegRef {
  const callID = idIn(wire, 'callID');
  const partyID = idIn(wire, 'partyID');
  if (callID === undefined && partyID === undefined) {
    throw new Malformed('callID and partyID are both missing');
  }
  const { otherDN } = wire;
  const other = typeof otherDN === 'string' && otherDN !== '' ? { other: new Confidential(otherDN) } : {};
  return { callID, partyID, callType: callTypeIn(wire), ...other };
}

/** The other side's number: named so by newer services, by direction by older ones. */
function otherDN(wire: Wire, callType: string | undefined): string | undefined {
  const named = idIn(wire, 'otherDN');
  if (named !== undefined) return named;
  if (callType === 'Inbound') return idIn(wire, 'ANI');
  return callType === 'Outbound' ? idIn(wire, 'DNIS') : undefined;
}

/** The data of a message about a leg beyond its ids, roles by name, unknown attributes untouched. */
export function detailsIn(wire: Wire, leg: LegRef): Confidential<Record<string, unknown>> {
  const details: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(wire)) {
    if (ENVELOPE.has(name)) continue;
    details[name] = name.endsWith('DNRole') ? (normaliseRole(value) ?? value) : value;
  }
  const other = otherDN(wire, leg.callType);
  if (other !== undefined) details['otherDN'] = other;
  return new Confidential(details);
}

/** Whether the agent's side has started the leg, as far as the message says. */
export function isOwnCall(wire: Wire, leg: LegRef): boolean {
  // An outgoing call of somebody else's that is handed over, or joined, comes in here.
  if (isTransfer(wire)) return false;
  const role = normaliseRole(wire['thisDNRole']);
  // A call out that the service has placed (predictive, preview, callback) is offered to the agent, as Destination.
  const isUnsaid = role === undefined || role === 'Unknown';
  return role === 'Origination' || (isUnsaid && leg.callType === 'Outbound');
}

/** Parts that say nothing of who has called whom, and that of who calls. */
const NOT_CALLED: readonly unknown[] = [undefined, 'Unknown', 'Origination'];

/** Whether the message says that the agent is the one called, to whatever end: a supervisor is called to break in. */
export function isCalled(wire: Wire): boolean {
  return !NOT_CALLED.includes(normaliseRole(wire['thisDNRole']));
}

/** Whether the agent is called into a call of somebody else's: to break in, to observe, to take it over. The Destination of a call is its agent. */
export function isBroughtIn(wire: Wire): boolean {
  return isCalled(wire) && normaliseRole(wire['thisDNRole']) !== 'Destination';
}

/** Whether the message says that a third party has taken the call over. */
export function isTakenOver(wire: Wire): boolean {
  return normaliseRole(wire['thirdDNRole']) === 'TransferTo';
}

/** Roles of the two who replace one another: in a transfer, and where a supervisor takes a call over. */
const REPLACING: ReadonlySet<unknown> = new Set(['TransferBy', 'TransferTo', 'InterceptBy', 'InterceptTo']);

/** Whether the message tells that the other side has been replaced. */
export function isTransfer(wire: Wire): boolean {
  return ['thirdDNRole', 'otherDNRole', 'thisDNRole'].some((name) => REPLACING.has(normaliseRole(wire[name])));
}
