import type { AnswerScript } from '../options/floor-options.js';
import { dnOf, type Address, type ReleaseCause } from '../../exchange/index.js';
import type { PhoneState } from './customer.js';
import type { SimulatedLeg } from './simulated-leg.js';

/** A phone as the simulated exchange knows it. */
export interface SimulatedPhone {
  readonly address: Address;
  /** Whether the device itself is registered; always so for a number outside. */
  ownRegistered: boolean;
  /** A page that has taken the extension over as a web phone, or null; `lost`: it is there, but not registered. */
  webPhone: 'up' | 'lost' | 'down' | null;
  script: AnswerScript;
  /** Its calls, the one in hand first; the others knock, or were put aside. */
  readonly lines: SimulatedLeg[];
  lastRelease: ReleaseCause | null;
  keys: string;
}

/** Whether calls can reach it. */
export function isRegistered({ ownRegistered, webPhone }: SimulatedPhone): boolean {
  return webPhone === null ? ownRegistered : webPhone === 'up';
}

/** The call in hand, or null. */
export function lineInHand({ lines }: SimulatedPhone): SimulatedLeg | null {
  return lines[0] ?? null;
}

/** The line comes to hand; the one in hand before is put aside. */
export function takeInHand(line: SimulatedLeg): void {
  const { lines } = line.phone;
  lines.splice(lines.indexOf(line), 1);
  lines.unshift(line);
}

/** The leg has put its conversation on hold. */
export function holds(leg: SimulatedLeg): boolean {
  return leg.conversation?.holders.has(leg) ?? false;
}

/** The state of one of the phone's calls, as its user hears and sees it. */
export function lineState(leg: SimulatedLeg): Exclude<PhoneState, 'idle'> {
  if (leg.state === 'alerting') return 'ringing';
  // Connected to the switch, but to nobody yet: the ringing tone is heard.
  if (leg.state !== 'up' || leg.conversation === null) return 'dialing';
  const { legs, holders } = leg.conversation;
  const isHeld = [...holders].some((holder) => holder !== leg);
  // Of three, two talk on while one holds.
  const isAlone = ![...legs].some((other) => other !== leg && !holders.has(other));
  return isHeld && isAlone ? 'held' : 'talking';
}

/** The state of the phone, as its user hears and sees it. */
export function phoneState(phone: SimulatedPhone): PhoneState {
  const leg = lineInHand(phone);
  return leg === null ? 'idle' : lineState(leg);
}

/** Extensions and numbers of those it hears. */
export function peersOf(phone: SimulatedPhone): readonly string[] {
  const leg = lineInHand(phone);
  if (!leg?.conversation || lineState(leg) !== 'talking' || holds(leg)) return [];
  const { legs, holders } = leg.conversation;
  return [...legs].filter((other) => other !== leg && !holders.has(other)).map((other) => dnOf(other.phone.address));
}

/** A phone that does not exist, for the leg of a call to it. */
export function nowhere(address: Address): SimulatedPhone {
  const state = { ownRegistered: false, webPhone: null, lines: [], lastRelease: null, keys: '' };
  return { address, script: 'unknown', ...state };
}

/** Why a call does not even make the phone ring, or null. */
export function refusalOf(phone: SimulatedPhone, knocks: boolean): ReleaseCause | null {
  if (phone.script === 'unknown') return 'unknown';
  if (!isRegistered(phone)) return 'unavailable';
  return (phone.lines.length > 0 && !knocks) || phone.script === 'busy' ? 'busy' : null;
}

/** For messages: which phone is meant, without its number. */
export function nameOf({ address }: SimulatedPhone): string {
  return address.kind === 'ext' ? `The phone with extension ${dnOf(address)}` : 'This phone';
}
