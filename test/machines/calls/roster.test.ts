import { describe, expect, test } from '@jest/globals';
import { allCalls, EMPTY_ROSTER, nextCall, remember, replace, updatedAmong } from '../../../machines/calls/roster.js';
import type { Call, CallWork } from '../../../machines/index.js';
import { callOf, consult, CUSTOMER, offered, rosterOf, talk } from '../../support/machine-context.js';

test("all calls are the call, the third party's and those that wait", () => {
  expect(allCalls(rosterOf({ call: talk, third: consult, waiting: [offered] }))).toEqual([talk, consult, offered]);
  expect(allCalls(rosterOf({ call: talk }))).toEqual([talk]);
  expect(allCalls(rosterOf({ waiting: [offered] }))).toEqual([offered]);
  expect(allCalls(EMPTY_ROSTER)).toEqual([]);
});

describe('legs that are over', () => {
  test('are remembered by what the server called them', () => {
    expect(remember([], talk)).toEqual([{ callID: 'call-1', partyID: 'party-1', callType: 'Inbound', number: 1, wasEstablished: true }]);
    expect(remember([], { ...talk, establishedAt: null })).toMatchObject([{ wasEstablished: false }]);
  });

  test('are those of each call, the newest first', () => {
    const two = {
      ...talk,
      legs: [
        { partyID: 'a', isEstablished: false },
        { partyID: 'b', isEstablished: true },
      ],
    };
    expect(remember(remember([], consult), two, null, offered).map(({ partyID }) => partyID)).toEqual(['a', 'b', 'party-9', 'party-2']);
  });

  test("are a call's without a party, where none is known", () => {
    expect(remember([], callOf({ callID: 'call-1' }))).toEqual([
      { callID: 'call-1', partyID: undefined, callType: undefined, number: 1, wasEstablished: false },
    ]);
    expect(remember([], callOf({ partyID: 'p' }))).toMatchObject([{ callID: undefined, partyID: 'p' }]);
  });

  test('are not those that the server never named', () => {
    const before = remember([], talk);
    expect(remember(before, callOf({}), null)).toBe(before);
  });

  test('are the last 32', () => {
    const many = Array.from({ length: 40 }, (_, index) => callOf({ callID: `c${index}` }));
    const over = many.reduce<ReturnType<typeof remember>>((list, call) => remember(list, call), []);
    expect(over.map(({ callID }) => callID)).toEqual(Array.from({ length: 32 }, (_, index) => `c${39 - index}`));
  });
});

describe('a call is replaced wherever it stands', () => {
  const roster = rosterOf({ call: talk, third: consult, waiting: [offered, { ...offered, number: 4 }] });
  const held = (call: Call): Call => ({ ...call, work: 'holding' });
  const works = (number: number) => allCalls(replace(roster, number, held)).map(({ work }) => work);

  test.each<readonly [number, readonly string[]]>([
    [1, ['holding', 'dialing', 'ringing', 'ringing']],
    [2, ['talking', 'holding', 'ringing', 'ringing']],
    [3, ['talking', 'dialing', 'holding', 'ringing']],
    [4, ['talking', 'dialing', 'ringing', 'holding']],
    [9, ['talking', 'dialing', 'ringing', 'ringing']],
  ])('number %i', (number, expected) => {
    expect(works(number)).toEqual(expected);
  });

  test('and nothing else changes', () => {
    expect(replace(roster, 3, held)).toMatchObject({ call: talk, third: consult, count: roster.count });
    expect(replace(EMPTY_ROSTER, 1, held)).toEqual(EMPTY_ROSTER);
  });
});

describe('the waiting call that becomes the call', () => {
  const next = (...works: readonly CallWork[]) =>
    nextCall(rosterOf({ waiting: works.map((work, number) => callOf(CUSTOMER, { work, number })) }))?.number ?? null;

  test.each<readonly [readonly CallWork[], number | null]>([
    [[], null],
    [['dialing'], 0],
    [['dialing', 'ringing', 'holding', 'talking'], 3],
    [['dialing', 'ringing', 'holding'], 2],
    [['dialing', 'ringing'], 1],
    [['ringing', 'dialing'], 0],
    [['ringing', 'ringing'], 0],
    [['holding', 'talking', 'talking'], 1],
  ])('of %j is the one furthest along, the first announced of equals', (works, number) => {
    expect(next(...works)).toBe(number);
  });
});

describe('what a fact says of a call', () => {
  const roster = rosterOf({ call: talk, waiting: [offered] });
  const said = (leg: object) => updatedAmong(roster, offered, { type: 'call.partyChanged', leg });

  test('is noted with it, be it a new name', () => {
    expect(said({ partyID: offered.legs[0]?.partyID, callID: 'call-5', callType: 'Outbound' })).toMatchObject({
      callID: 'call-5',
      callType: 'Outbound',
    });
    expect(said({ callID: offered.callID, partyID: offered.legs[0]?.partyID })).toBe(offered);
  });

  test('does not make it another call that is there', () => {
    expect(said({ partyID: offered.legs[0]?.partyID, callID: talk.callID, callType: 'Inbound' })).toMatchObject({
      callID: offered.callID,
      number: 3,
    });
    expect(said({ partyID: offered.legs[0]?.partyID, callID: talk.callID })).toMatchObject({ callID: offered.callID });
  });

  test('does not make it one of the same type as another with its name, and names its leg nevertheless', () => {
    const untyped = callOf({ callID: 'call-1' }, { number: 4 });
    const now = updatedAmong(rosterOf({ call: talk, waiting: [untyped] }), untyped, {
      type: 'call.held',
      leg: { partyID: 'party-7', callType: 'Inbound' },
    });
    expect(now).toEqual({ ...untyped, legs: [{ partyID: 'party-7', isEstablished: false }] });
  });

  test('may make it a consult that shares the name', () => {
    expect(said({ partyID: offered.legs[0]?.partyID, callID: talk.callID, callType: 'Consult' })).toMatchObject({
      callID: talk.callID,
      callType: 'Consult',
    });
  });

  test('may give it a name that only its own number has', () => {
    const same = { ...talk, callID: null };
    expect(updatedAmong(rosterOf({ call: talk }), same, { type: 'call.held', leg: CUSTOMER })).toMatchObject({ callID: talk.callID });
  });
});
