import { describe, expect, test } from '@jest/globals';
import { established, isUnnamed, legsAfterEnd, newCall, partyOf, updated, type Call } from '../../../machines/calls/call.js';
import { Confidential, NOTHING, revealed } from '../../../machines/index.js';
import { callOf, CUSTOMER, talk } from '../../support/machine-context.js';

const leg = (partyID: string | null, isEstablished = false) => ({ partyID, isEstablished });
const withLegs = (...legs: readonly (readonly [string | null, boolean?])[]): Call => ({
  ...callOf({ ...CUSTOMER }),
  legs: legs.map(([partyID, isEstablished]) => leg(partyID, isEstablished)),
});
const of = (attributes: object) => new Confidential<Readonly<Record<string, unknown>>>({ ...attributes });
const parties = ({ legs }: Call) => legs.map(({ partyID }) => partyID);

test('of a new call nothing is known', () => {
  expect(newCall(4, 'dialing', 7)).toEqual({
    number: 4,
    callID: null,
    callType: null,
    legs: [leg(null)],
    isLegOpen: false,
    work: 'dialing',
    since: 7,
    isOffered: false,
    isFromRegain: false,
    establishedAt: null,
    cause: null,
    details: NOTHING,
  });
});

describe('the party that a call is known by', () => {
  test.each<readonly [string, Call, string | null]>([
    ['is its own', withLegs(['a']), 'a'],
    ['is the first that is left, unanswered', withLegs(['a'], ['b']), 'a'],
    ['is the one established last', withLegs(['a', true], ['b', true]), 'b'],
    ['is not known where no party is', withLegs([null]), null],
    ['is none where no leg is left', withLegs(), null],
  ])('%s', (_, call, party) => {
    expect(partyOf(call)).toBe(party);
  });
});

describe('a call has a channel that is not named', () => {
  test.each<readonly [string, Call, boolean]>([
    ['where its only leg has no party', withLegs([null]), true],
    ['where none of its legs has', withLegs([null], [null]), true],
    ['not where its leg has one', withLegs(['a']), false],
    ['not where one of its legs has', withLegs([null], ['a']), false],
    ['where a regain has named the call', { ...withLegs(['a']), isLegOpen: true }, true],
  ])('%s', (_, call, answer) => {
    expect(isUnnamed(call)).toBe(answer);
  });
});

describe('a call that is heard of again', () => {
  const call: Call = { ...talk, details: of({ a: 1 }) };

  test('moves on to another call with its party', () => {
    expect(updated(call, 'call.held', { leg: { callID: 'call-2', partyID: 'party-1', callType: 'Internal' } })).toMatchObject({
      callID: 'call-2',
      callType: 'Internal',
      legs: talk.legs,
    });
    expect(updated(call, 'call.held', { leg: { partyID: 'party-1' } })).toBe(call);
  });

  test('keeps what it is known by where its party is not named', () => {
    expect(updated(call, 'call.held', { leg: { callID: 'call-2', callType: 'Internal' } })).toBe(call);
  });

  test('gets the ids that were not known', () => {
    expect(updated(callOf({}), 'call.held', { leg: CUSTOMER })).toMatchObject({
      callID: 'call-1',
      callType: 'Inbound',
      legs: [leg('party-1')],
    });
    expect(updated(callOf({ callID: 'call-1' }), 'call.held', { leg: { callType: 'Inbound' } })).toMatchObject({
      callID: 'call-1',
      callType: 'Inbound',
    });
  });

  test('gets a further leg by what begins one, and by nothing else', () => {
    const other = { leg: { ...CUSTOMER, partyID: 'party-9' } };
    for (const type of ['call.ringing', 'call.dialing', 'call.established'])
      expect(parties(updated(call, type, other))).toEqual(['party-9', 'party-1']);
    for (const type of ['call.held', 'call.released', 'microphone.muted']) expect(updated(call, type, other)).toBe(call);
  });

  test('has its leg named where it was not, and stays answered', () => {
    expect(updated(withLegs([null, true]), 'call.held', { leg: CUSTOMER }).legs).toEqual([leg('party-1', true)]);
    expect(updated(withLegs(['x'], [null, true]), 'call.held', { leg: CUSTOMER }).legs).toEqual([leg('x'), leg('party-1', true)]);
  });

  test('has its leg named by the first event with a party after a regain, and only by that', () => {
    const open = { ...call, isLegOpen: true };
    const named = updated(open, 'call.held', { leg: { ...CUSTOMER, partyID: 'party-9' } });
    expect(named).toMatchObject({ legs: [leg('party-9', true)], isLegOpen: false });
    expect(updated(open, 'call.held', { leg: { callID: 'call-1' } })).toBe(open);
    expect(updated({ ...open, legs: [leg('party-1', false)] }, 'call.held', { leg: { ...CUSTOMER, partyID: 'party-9' } })).toMatchObject({
      legs: [leg('party-9', false)],
    });
    expect(updated({ ...open, legs: [leg('party-1', false)] }, 'call.held', { leg: CUSTOMER })).toMatchObject({
      legs: [leg('party-1', false)],
      isLegOpen: false,
    });
  });

  test('keeps its attributes, and gets new ones', () => {
    expect(revealed(updated(call, 'call.held', { leg: CUSTOMER, details: of({ b: 2 }) }).details)).toEqual({ a: 1, b: 2 });
    expect(updated(call, 'call.held', { leg: CUSTOMER, details: of({ a: 1 }) })).toBe(call);
  });
});

describe('an answer', () => {
  const ringing = callOf(CUSTOMER, { work: 'ringing' });

  test('establishes the leg, and the call as of then', () => {
    expect(established(ringing, { leg: CUSTOMER }, 7)).toMatchObject({ establishedAt: 7, legs: [leg('party-1', true)] });
    expect(established(ringing, { leg: {} }, 7)).toMatchObject({ establishedAt: 7, legs: [leg('party-1', true)] });
    expect(established(callOf({ callID: 'call-1' }), { leg: CUSTOMER }, 7)).toMatchObject({ establishedAt: 7, legs: [leg(null, true)] });
  });

  test('told again changes nothing', () => {
    const once = established(ringing, { leg: CUSTOMER }, 7);
    expect(established(once, { leg: CUSTOMER }, 9)).toBe(once);
    expect(established(once, { leg: {} }, 9)).toBe(once);
  });

  test('on a further leg makes it the last, and leaves the time', () => {
    const once = established(withLegs(['a'], ['b']), { leg: { partyID: 'a' } }, 7);
    expect(once.legs).toEqual([leg('b'), leg('a', true)]);
    const twice = established(once, { leg: { partyID: 'b' } }, 9);
    expect(twice).toMatchObject({ establishedAt: 7, legs: [leg('a', true), leg('b', true)] });
  });

  test('on a leg that nobody knows counts for the call', () => {
    expect(established(ringing, { leg: { partyID: 'x' } }, 7)).toMatchObject({ establishedAt: 7, legs: ringing.legs });
    const known = established(ringing, { leg: CUSTOMER }, 7);
    expect(established(known, { leg: { partyID: 'x' } }, 9)).toBe(known);
  });

  test('names the leg without a party only where no leg has that party', () => {
    expect(established(withLegs([null], ['b']), { leg: { partyID: 'b' } }, 7).legs).toEqual([leg(null), leg('b', true)]);
    expect(established(withLegs(['a'], ['b'], [null]), { leg: { partyID: 'b' } }, 7).legs).toEqual([leg('a'), leg(null), leg('b', true)]);
    expect(established(withLegs(['a'], [null]), { leg: { partyID: 'b' } }, 7).legs).toEqual([leg('a'), leg(null, true)]);
  });
});

describe('the legs that are left when one has ended', () => {
  test.each<readonly [string, Call, string | undefined, readonly (string | null)[]]>([
    ['of two that ring: the other', withLegs(['a'], ['b']), 'b', ['a']],
    ['of two that ring, the other way round', withLegs(['a'], ['b']), 'a', ['b']],
    ['of the only one: none', withLegs(['a']), 'a', []],
    ['without a party: none', withLegs(['a'], ['b']), undefined, []],
    ['of an answered call, the one established last: none', withLegs(['a'], ['b', true]), 'b', []],
    ['of an answered call, another: the rest', withLegs(['a', true], ['b', true]), 'a', ['b']],
    ['a leg that nobody knows: all', withLegs(['a']), 'x', ['a']],
    ['a party, where one is not known: none', withLegs([null]), 'x', []],
    ['a party, where one of several is not known: none', withLegs(['a'], [null]), 'x', []],
    ['a known party, where another is not known: that other', withLegs([null], ['b']), 'b', [null]],
    ['any party after a regain: none', { ...withLegs(['a']), isLegOpen: true }, 'x', []],
  ])('%s', (_, call, partyID, left) => {
    expect(legsAfterEnd(call, { partyID }).map((each) => each.partyID)).toEqual(left);
  });
});
