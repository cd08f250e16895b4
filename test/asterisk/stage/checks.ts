import { expect } from '@jest/globals';
import type { CallCentre, LegView } from '../../../adapters/simulator/index.js';
import { expectAgreement } from '../../support/agreement.js';
import type { Backing } from './backing.js';
import { disagreements } from './agreement-with-switch.js';
import { expectedHearing } from './expected.js';
import { dnOf, inWords, type SwitchLeg } from './legs.js';
import type { Handset, PhoneInHand } from './stage-phone.js';
import type { Seat } from './seat.js';

const STATES = { incoming: 'calling', dialing: 'dialing', alerting: 'ringing', up: 'up' } as const;

/** The legs that fit what a phone is doing. */
const FITTING: Readonly<Record<Handset, readonly SwitchLeg['state'][]>> = {
  idle: [],
  dialing: ['calling', 'up'],
  ringing: ['ringing'],
  connected: ['up'],
};

function expectPhonesFit(phones: readonly PhoneInHand[], legs: readonly SwitchLeg[]): void {
  for (const { dn, lines } of phones) {
    const own = legs.filter((leg) => leg.dn === dn);
    const left = [...own];
    for (const line of lines) {
      const index = left.findIndex((leg) => FITTING[line].includes(leg.state));
      if (index >= 0) left.splice(index, 1);
    }
    const fits = left.length === 0 && own.length === lines.length;
    if (!fits) throw new Error(`The phone ${dn} is ${lines.join(', ') || 'idle'}, but the switch has: ${inWords(own)}.`);
  }
}

function sorted(legs: readonly SwitchLeg[]): readonly string[] {
  return legs.map(({ dn, state }) => `${dn} ${state}`).sort();
}

/** The desk knows of exactly those legs that the switch has, and none of them is only about to be. */
function expectDeskKnows(legs: readonly SwitchLeg[], known: readonly LegView[]): void {
  const believed = known.map(({ address, state }) => ({ dn: dnOf(address), state: STATES[state], talk: null }));
  expect({ desk: sorted(believed) }).toEqual({ desk: sorted(legs) });
  expect(legs.filter(({ state }) => state === 'dialing')).toEqual([]);
}

/** The phone at which the agent's call is: one of two, perhaps. */
function phoneInUse(centre: CallCentre, { agentID, phone }: Seat): string {
  return centre.truth(agentID).call?.thisDN ?? phone.dn;
}

/** Whom each phone hears. */
export type Heard = ReadonlyMap<string, readonly string[]>;

export interface Present {
  readonly backing: Backing;
  readonly seats: readonly Seat[];
  /** Phones that have lost their connection: the switch knows of their calls, they do not. */
  readonly lost: ReadonlySet<string>;
}

/**
 * Everybody agrees: each guarded agent with the desk, his snapshot with the legs that the switch itself
 * has, every phone with its leg, and each phone hears exactly those it must.
 *
 * @returns whom each phone hears
 */
export async function checkAgreement({ backing, seats, lost }: Present): Promise<Heard> {
  const { centre } = backing;
  for (const seat of seats) expectAgreement(seat, centre);
  const phones = backing.phones.filter(({ dn }) => !lost.has(dn));
  const truths = centre.agentIDs.map((agentID) => centre.truth(agentID));
  const expected = expectedHearing({ truths, legs: centre.legs(), lost });
  const heard = new Map(phones.map(({ dn, hears }) => [dn, hears]));
  expect(Object.fromEntries(heard)).toEqual(Object.fromEntries(phones.map(({ dn }) => [dn, expected.get(dn) ?? []])));
  const legs = await backing.legs();
  expectDeskKnows(legs, centre.legs());
  const holders = new Set(seats.filter(({ state }) => state.work === 'holding').map((seat) => phoneInUse(centre, seat)));
  // A page that was displaced knows of no call.
  const connected = seats.filter(({ state }) => state.connection === 'connected');
  const problems = connected.flatMap((seat) =>
    disagreements({ agentID: seat.agentID, state: seat.state, dn: phoneInUse(centre, seat) }, { legs, holders }),
  );
  if (problems.length > 0) throw new Error(`${problems.join('; ')}. The switch has: ${inWords(legs)}.`);
  expectPhonesFit(phones, legs);
  return heard;
}
