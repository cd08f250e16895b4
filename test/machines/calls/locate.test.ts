import { describe, expect, test } from '@jest/globals';
import { Match, matchOf } from '../../../machines/calls/call.js';
import { agrees, type LegRef } from '../../../machines/calls/leg-ref.js';
import { locate, rather } from '../../../machines/calls/locate.js';
import { remember } from '../../../machines/calls/roster.js';
import { Confidential } from '../../../machines/confidential.js';
import { callOf, consult, CUSTOMER, offered, rosterOf, STRANGER, talk, THIRD } from '../../support/machine-context.js';

const unnamed = callOf({}, { work: 'calling' });
const open = { ...talk, isLegOpen: true };
const withoutParty = callOf({ callID: 'call-1', callType: 'Inbound' });

describe('ids agree', () => {
  test.each<readonly [string | null | undefined, string | null | undefined, boolean]>([
    ['a', 'a', true],
    ['a', 'b', false],
    ['a', undefined, true],
    [null, 'b', true],
    ['', 'b', true],
    ['a', '', true],
  ])('%p and %p: %p', (a, b, answer) => {
    expect(agrees(a, b)).toBe(answer);
  });
});

describe('how surely a reference means a call', () => {
  test.each<readonly [string, typeof talk | null, LegRef, number]>([
    ['no call', null, CUSTOMER, Match.none],
    ['its party', talk, CUSTOMER, Match.byParty],
    ['its party, in whichever call', talk, { callID: 'call-7', partyID: 'party-1', callType: 'Internal' }, Match.byParty],
    ['its party alone', talk, { partyID: 'party-1' }, Match.byParty],
    ['another party of the call', talk, { ...CUSTOMER, partyID: 'party-9' }, Match.otherLeg],
    ['the call without a party', talk, { callID: 'call-1', callType: 'Inbound' }, Match.byCall],
    ['the call without a type', talk, { callID: 'call-1' }, Match.byCall],
    ['the call with another type', talk, { callID: 'call-1', callType: 'Consult' }, Match.none],
    [
      'another party of the call with another type, which is a leg of it',
      talk,
      { ...CUSTOMER, partyID: 'party-9', callType: 'Internal' },
      Match.otherLeg,
    ],
    ['a third party of the call', talk, { ...CUSTOMER, partyID: 'party-9', callType: 'Consult' }, Match.none],
    ['another party of the call that a third party is in', consult, { ...THIRD, partyID: 'party-9', callType: 'Internal' }, Match.none],
    [
      'another party with another type, where only one of two parties is known',
      { ...talk, legs: [...withoutParty.legs, ...talk.legs] },
      { ...CUSTOMER, partyID: 'party-9', callType: 'Internal' },
      Match.none,
    ],
    [
      'another party, where only one of two is known',
      { ...talk, legs: [...withoutParty.legs, ...talk.legs] },
      { ...CUSTOMER, partyID: 'party-9' },
      Match.byCall,
    ],
    [
      'another party with another type, where none is known',
      withoutParty,
      { ...CUSTOMER, partyID: 'party-9', callType: 'Internal' },
      Match.none,
    ],
    ['another party with another type, in another call', talk, { callID: 'call-2', partyID: 'party-9', callType: 'Internal' }, Match.none],
    ['another party with another type, in no call', talk, { partyID: 'party-9', callType: 'Internal' }, Match.none],
    ['another call', talk, { callID: 'call-2', callType: 'Inbound' }, Match.none],
    ['nothing at all', talk, {}, Match.possible],
    ['its type alone', talk, { callType: 'Inbound' }, Match.possible],
    ['another party without a call', talk, { partyID: 'party-9' }, Match.none],
    ['a party of a call whose party is not known', withoutParty, { ...CUSTOMER }, Match.byCall],
    ['a party alone, where none is known', withoutParty, { partyID: 'party-9' }, Match.possible],
    ['another party of a call that a regain has named', open, { ...CUSTOMER, partyID: 'party-9' }, Match.byCall],
    ['the party that was known before a regain has named the call', open, CUSTOMER, Match.byParty],
    ['a party of another call than a regain has named', open, { callID: 'call-2', partyID: 'party-1' }, Match.none],
    ['an outgoing leg, where a call was asked for', unnamed, { callID: 'x', partyID: 'y', callType: 'Outbound' }, Match.possible],
    ['a leg without a type, where a call was asked for', unnamed, { callID: 'x' }, Match.possible],
    ['a call that comes in, where one was asked for', unnamed, STRANGER, Match.none],
    ['a consult that comes in, where a call was asked for', unnamed, { callID: 'x', callType: 'Consult' }, Match.none],
    ['a call that comes in, where one without ids is talked in', callOf({}), STRANGER, Match.possible],
  ])('%s', (_, call, ref, match) => {
    expect(matchOf(call, ref)).toBe(match);
  });
});

describe('where a leg stands that a reference means', () => {
  const roster = rosterOf({ call: talk, third: consult, waiting: [offered] });
  const place = (ref: LegRef, calls = roster) => locate(calls, ref).place;

  test('is with the call, the third party, or a call that waits', () => {
    expect([place(CUSTOMER), place(THIRD), place(STRANGER), place({ callID: 'call-7', callType: 'Inbound' })]).toEqual([
      'call',
      'third',
      'waiting',
      'unknown',
    ]);
    expect([locate(roster, CUSTOMER).call, locate(roster, THIRD).call, locate(roster, STRANGER).call]).toEqual([talk, consult, offered]);
  });

  test("is the party's, though another call fits by its id", () => {
    expect(place({ callID: 'call-1', partyID: 'party-2' })).toBe('third');
    expect(
      place(
        { callID: 'call-1', partyID: 'party-9' },
        rosterOf({ call: talk, waiting: [{ ...offered, legs: [{ partyID: 'party-9', isEstablished: false }] }] }),
      ),
    ).toBe('waiting');
  });

  test("is the third party's that was never named, where the types of both legs are the same", () => {
    const consulted = callOf({ ...CUSTOMER, callType: 'Consult' });
    const calls = rosterOf({ call: consulted, third: callOf({ callType: 'Consult' }) });
    expect(place({ callID: 'call-1', partyID: 'party-9', callType: 'Consult' }, calls)).toBe('third');
    expect(place({ ...CUSTOMER, callType: 'Consult' }, calls)).toBe('call');
  });

  test("is with the number that it names, where no id tells the third party's leg from the customer's", () => {
    const consulted = callOf({ callID: 'call-1', callType: 'Consult' }, { details: new Confidential({ otherDN: '8001' }) });
    const third = callOf({ callType: 'Consult' });
    const leg = (otherDN: string) => ({ callID: 'call-1', partyID: 'party-9', callType: 'Consult', other: new Confidential(otherDN) });
    expect([place(leg('8002'), rosterOf({ call: consulted, third })), place(leg('8001'), rosterOf({ call: consulted, third }))]).toEqual([
      'third',
      'call',
    ]);
    const reopened = callOf({ ...CUSTOMER, callType: 'Consult' }, { details: new Confidential({ otherDN: '8001' }), isLegOpen: true });
    expect([place(leg('8002'), rosterOf({ call: reopened, third })), place(leg('8001'), rosterOf({ call: reopened, third }))]).toEqual([
      'third',
      'call',
    ]);
    const named = { ...reopened, isLegOpen: false };
    const withoutParty = (otherDN: string) => ({ ...leg(otherDN), partyID: undefined });
    expect([
      place(withoutParty('8002'), rosterOf({ call: named, third })),
      place(withoutParty('8001'), rosterOf({ call: named, third })),
    ]).toEqual(['third', 'call']);
  });

  test("is the call's whatever number it names, where there is no third party, or nothing says what the call's own number is", () => {
    const leg = { callID: 'call-1', partyID: 'party-9', callType: 'Consult', other: new Confidential('8002') };
    const known = callOf({ callID: 'call-1', callType: 'Consult' }, { details: new Confidential({ otherDN: '8001' }) });
    const unknown = callOf({ callID: 'call-1', callType: 'Consult' });
    expect(locate(rosterOf({ call: known }), leg)).toMatchObject({ place: 'call', isOtherLeg: false });
    expect(place(leg, rosterOf({ call: unknown, third: callOf({ callType: 'Consult' }) }))).toBe('call');
    expect(place({ ...leg, other: undefined }, rosterOf({ call: known, third: callOf({ callType: 'Consult' }) }))).toBe('call');
    // The customer's number may be written in two ways; the types tell the legs apart there.
    const customers = callOf({ callID: 'call-1', callType: 'Inbound' }, { details: new Confidential({ otherDN: '8001' }) });
    expect(place({ ...leg, callType: 'Inbound' }, rosterOf({ call: customers, third: callOf({}) }))).toBe('call');
  });

  test('is none known where only its call is known', () => {
    expect(locate(rosterOf({ call: talk }), { ...CUSTOMER, partyID: 'party-9' })).toMatchObject({ place: 'call', isOtherLeg: true });
    expect(locate(rosterOf({ call: talk }), CUSTOMER).isOtherLeg).toBe(false);
    expect(locate(rosterOf({ waiting: [offered] }), { ...STRANGER, partyID: 'x' })).toMatchObject({ place: 'waiting', isOtherLeg: true });
  });

  test('is over if the leg is', () => {
    const calls = rosterOf({ over: remember([], talk) });
    expect(locate(calls, CUSTOMER)).toMatchObject({ place: 'over', call: null, over: { number: 1, wasEstablished: true } });
    expect(place({ callID: 'call-1', callType: 'Inbound' }, calls)).toBe('over');
    expect(place({ callID: 'call-1' }, calls)).toBe('over');
    expect(place({ callID: 'call-1', callType: 'Consult' }, calls)).toBe('unknown');
    expect(place({ ...CUSTOMER, partyID: 'party-9' }, calls)).toBe('unknown');
    expect(place({ callType: 'Inbound' }, calls)).toBe('unknown');
    expect(place({ partyID: 'party-9', callID: 'call-1' }, rosterOf({ over: remember([], withoutParty) }))).toBe('over');
  });

  test('is over rather than with a call whose ids are not known yet', () => {
    expect(place(CUSTOMER, rosterOf({ call: callOf({}), over: remember([], talk) }))).toBe('over');
  });

  test('is with a live call rather than over, where the call is the same', () => {
    expect(place({ callID: 'call-1' }, rosterOf({ call: talk, over: remember([], talk) }))).toBe('call');
  });

  test('is the one over by its party, where the live call is the same with another party', () => {
    const again = callOf({ ...CUSTOMER, partyID: 'party-9' });
    const calls = rosterOf({ call: again, over: remember([], talk) });
    expect([place(CUSTOMER, calls), place({ ...CUSTOMER, partyID: 'party-9' }, calls)]).toEqual(['over', 'call']);
  });

  test('can be either of two, where nothing tells them apart', () => {
    const found = locate(roster, { callID: 'call-1' });
    expect(found).toMatchObject({ place: 'call', isAmbiguous: true });
    expect(rather(found, roster)).toMatchObject({ place: 'third', call: consult });
    expect(rather(locate(roster, CUSTOMER), roster)).toMatchObject({ place: 'call', call: talk });
    expect(locate(rosterOf({}), CUSTOMER).isAmbiguous).toBe(false);
  });

  test('is with the call that waits only where it fits better', () => {
    expect(place({ callType: 'Inbound' })).toBe('call');
    expect(place({ callID: 'call-9' })).toBe('waiting');
  });
});
