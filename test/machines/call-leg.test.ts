import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { identify, isSameTalk, remember, roleOf, type KnownLegs, type Leg, type LegRef } from '../../machines/call-leg.js';
import { NOTHING } from '../../machines/index.js';

const leg = (callID: string | null, partyID: string | null, callType: string | null): Leg => ({
  callID, partyID, callType, establishedAt: null, details: NOTHING,
});
const known = (call: Leg | null, consult: Leg | null = null, ended: readonly LegRef[] = []): KnownLegs => ({ call, consult, ended });

const CUSTOMER = leg('c', 'p1', 'Inbound');
const THIRD = leg('c', 'p2', 'Consult');

describe('which leg a reference means', () => {
  test.each<readonly [string, KnownLegs, LegRef, string]>([
    ['nobody is known', known(null), { callID: 'c', partyID: 'p1' }, 'unknown'],
    ['its partyID is the call\'s', known(CUSTOMER, THIRD), { partyID: 'p1' }, 'call'],
    ['its partyID is the consult\'s', known(CUSTOMER, THIRD), { partyID: 'p2' }, 'consult'],
    ['its partyID is the call\'s, though callID and callType are not', known(CUSTOMER, THIRD), { partyID: 'p1', callID: 'x', callType: 'Consult' }, 'call'],
    ['its partyID is nobody\'s, though the callID is the call\'s', known(CUSTOMER), { partyID: 'p9', callID: 'c' }, 'unknown'],
    ['its callID is shared, its callType the call\'s', known(CUSTOMER, THIRD), { callID: 'c', callType: 'Inbound' }, 'call'],
    ['its callID is shared, its callType the consult\'s', known(CUSTOMER, THIRD), { callID: 'c', callType: 'Consult' }, 'consult'],
    ['its callID is shared, its callType nobody\'s', known(CUSTOMER, THIRD), { callID: 'c', callType: 'Internal' }, 'unknown'],
    ['its callID is the call\'s alone', known(CUSTOMER, leg('d', 'p2', 'Consult')), { callID: 'c' }, 'call'],
    ['its callID is the consult\'s alone', known(CUSTOMER, leg('d', 'p2', 'Consult')), { callID: 'd' }, 'consult'],
    ['its callID is another', known(CUSTOMER, THIRD), { callID: 'd' }, 'unknown'],
    ['the call has no ids yet', known(leg(null, null, null)), { callID: 'c', partyID: 'p1' }, 'call'],
    ['the call has no ids yet, but it is a leg that is over', known(leg(null, null, null), null, [{ callID: 'c', partyID: 'p1' }]), { callID: 'c', partyID: 'p1' }, 'ended'],
    ['the consult has no ids yet and it says Consult', known(CUSTOMER, leg(null, null, 'Consult')), { callID: 'd', partyID: 'p7', callType: 'Consult' }, 'consult'],
    ['the consult has no ids yet, but the call has these', known(CUSTOMER, leg(null, null, 'Consult')), { callID: 'c', partyID: 'p1' }, 'call'],
    ['it is over by partyID', known(null, null, [{ callID: 'c', partyID: 'p1' }]), { partyID: 'p1' }, 'ended'],
    ['it is over by callID and callType', known(CUSTOMER, null, [{ callID: 'c', callType: 'Consult' }]), { callID: 'c', callType: 'Consult' }, 'ended'],
    ['another party of the same call is over', known(null, null, [{ callID: 'c', partyID: 'p1' }]), { callID: 'c', partyID: 'p2' }, 'unknown'],
    ['it has no ids at all and there is a call', known(CUSTOMER), {}, 'call'],
  ])('when %s', (_, legs, ref, role) => {
    expect(roleOf(legs, ref)).toBe(role);
  });

  test('a certain partyID comes before a callID that both share', () => {
    const legs = known(CUSTOMER, leg('c', null, 'Consult'));
    expect(roleOf(legs, { callID: 'c', partyID: 'p1' }, 'consult')).toBe('call');
  });

  test('a certain partyID of a leg that is over comes before a callID of one that is not', () => {
    const legs = known(leg('c', null, 'Consult'), null, [{ callID: 'c', partyID: 'p1', callType: 'Inbound' }]);
    expect(roleOf(legs, { callID: 'c', partyID: 'p1' })).toBe('ended');
  });

  test.each(['call', 'consult'] as const)('a shared callID alone is as the caller prefers: %s', (preferred) => {
    expect(roleOf(known(CUSTOMER, THIRD), { callID: 'c' }, preferred)).toBe(preferred);
  });

  test('is always one of four, whatever the ids', () => {
    const id = fc.constantFrom(null, 'a', 'b');
    const legs = fc.option(fc.tuple(id, id, fc.constantFrom(null, 'Inbound', 'Consult')).map((ids) => leg(...ids)));
    const ref = fc.record({
      callID: fc.constantFrom(undefined, 'a', 'b'),
      partyID: fc.constantFrom(undefined, 'a', 'b'),
      callType: fc.constantFrom(undefined, 'Inbound', 'Consult'),
    });
    fc.assert(
      fc.property(legs, legs, fc.array(ref, { maxLength: 3 }), ref, (call, consult, ended, wanted) => {
        const role = roleOf({ call, consult, ended }, wanted);
        expect(['call', 'consult', 'ended', 'unknown']).toContain(role);
        if (call === null) expect(role).not.toBe('call');
        if (consult === null) expect(role).not.toBe('consult');
        if (ended.length === 0) expect(role).not.toBe('ended');
      }),
    );
  });

  test('of two legs with different partyIDs, each is found by its own', () => {
    const type = fc.constantFrom(null, 'Inbound', 'Consult');
    fc.assert(
      fc.property(fc.constantFrom('a', 'b', null), fc.constantFrom('a', 'b', null), type, type, (c1, c2, t1, t2) => {
        const legs = known(leg(c1, 'p1', t1), leg(c2, 'p2', t2));
        expect(roleOf(legs, { partyID: 'p1', callID: c1 ?? undefined, callType: t1 ?? undefined })).toBe('call');
        expect(roleOf(legs, { partyID: 'p2', callID: c2 ?? undefined, callType: t2 ?? undefined })).toBe('consult');
      }),
    );
  });
});

describe('the talk of a reference', () => {
  test.each<readonly [string, LegRef, boolean]>([
    ['a party of it', { partyID: 'p2' }, true],
    ['another party of the same callID', { callID: 'c', partyID: 'p9' }, true],
    ['another callID', { callID: 'x', partyID: 'p9' }, false],
    ['a party unheard of, without a callID', { partyID: 'p9' }, false],
  ])('is the agent\'s, named by %s: %j', (_, ref, isSame) => {
    expect(isSameTalk(known(CUSTOMER, THIRD), ref)).toBe(isSame);
  });

  test('is not the agent\'s when there is no call', () => {
    expect(isSameTalk(known(null, null, [{ callID: 'c', partyID: 'p1' }]), { callID: 'c', partyID: 'p1' })).toBe(false);
  });
});

describe('what a leg is known by', () => {
  test('is filled in where it was missing', () => {
    expect(identify(leg(null, null, null), { callID: 'c', partyID: 'p', callType: 'Inbound' })).toMatchObject({ callID: 'c', partyID: 'p', callType: 'Inbound' });
  });

  test('is not lost by a reference that says less', () => {
    expect(identify(CUSTOMER, {})).toMatchObject({ callID: 'c', partyID: 'p1', callType: 'Inbound' });
  });
});

describe('the legs that are over', () => {
  test('come newest first, and those never named are left out', () => {
    const ended = remember(remember([], CUSTOMER, null), leg(null, null, 'Outbound'), THIRD);
    expect(ended.map(({ partyID }) => partyID)).toEqual(['p2', 'p1']);
  });

  test('are not meant by what only might mean them', () => {
    expect(roleOf({ call: null, consult: null, ended: [{ callID: 'c1' }] }, { partyID: 'p9' })).toBe('unknown');
    expect(roleOf({ call: null, consult: null, ended: [{ callID: 'c1' }] }, { callID: 'c1' })).toBe('ended');
  });

  test('are remembered by whichever id they have', () => {
    expect(remember([], leg(null, 'p1', null), leg('c1', null, null))).toHaveLength(2);
  });

  test('are not remembered for ever', () => {
    const ended = Array.from({ length: 100 }).reduce<readonly LegRef[]>((list, _, index) => remember(list, leg(`c${index}`, null, null)), []);
    expect(ended.length).toBeGreaterThan(8);
    expect(ended.length).toBeLessThan(100);
    expect(ended[0]?.callID).toBe('c99');
  });

  test('stay the same list when nothing is added', () => {
    const ended = remember([], CUSTOMER);
    expect(remember(ended, null, leg(null, null, null))).toBe(ended);
  });
});
