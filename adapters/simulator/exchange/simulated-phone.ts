import type { AnswerScript } from '../options/floor-options.js';
import { dnOf, type Address } from './address.js';
import type { ReleaseCause } from './cause.js';
import type { PhoneState } from './customer.js';
import type { SimulatedLeg } from './simulated-leg.js';

/** What the simulated exchange knows of one phone. A phone has one line: on a call, it is busy. */
export interface SimulatedPhone {
  readonly address: Address;
  /** Whether the device itself is registered; always so for a number outside. */
  ownRegistered: boolean;
  /** A page that has taken the extension over as a web phone, or null; `lost`: it is there, but not registered. */
  webPhone: 'up' | 'lost' | 'down' | null;
  script: AnswerScript;
  leg: SimulatedLeg | null;
  lastRelease: ReleaseCause | null;
  keys: string;
}

/** Whether calls can reach it. */
export function isRegistered({ ownRegistered, webPhone }: SimulatedPhone): boolean {
  return webPhone === null ? ownRegistered : webPhone === 'up';
}

/** What the user of the phone hears and sees. */
export function phoneState({ leg }: SimulatedPhone): PhoneState {
  if (leg === null) return 'idle';
  if (leg.state === 'alerting') return 'ringing';
  // Connected to the switch, but to nobody yet: the ringing tone is heard.
  if (leg.state !== 'up' || leg.conversation === null) return 'dialing';
  return [...leg.conversation.holders].some((holder) => holder !== leg) ? 'held' : 'talking';
}

/** Extensions and numbers of those it hears. */
export function peersOf(phone: SimulatedPhone): readonly string[] {
  const { leg } = phone;
  if (phoneState(phone) !== 'talking' || !leg?.conversation || leg.conversation.holders.has(leg)) return [];
  return [...leg.conversation.legs].filter((other) => other !== leg).map((other) => dnOf(other.phone.address));
}

/** A phone that does not exist, for the leg of a call to it. */
export function nowhere(address: Address): SimulatedPhone {
  const state = { ownRegistered: false, webPhone: null, leg: null, lastRelease: null, keys: '' };
  return { address, script: 'unknown', ...state };
}

/** Why a call does not even make the phone ring, or null. */
export function refusalOf(phone: SimulatedPhone): ReleaseCause | null {
  if (phone.script === 'unknown') return 'unknown';
  if (!isRegistered(phone)) return 'unavailable';
  return phone.leg !== null || phone.script === 'busy' ? 'busy' : null;
}

/** For messages: which phone is meant, without its number. */
export function nameOf({ address }: SimulatedPhone): string {
  return address.kind === 'ext' ? `The phone with extension ${dnOf(address)}` : 'This phone';
}
