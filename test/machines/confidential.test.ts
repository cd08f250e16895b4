import { describe, expect, test } from '@jest/globals';
import { identify, updated } from '../../machines/call-leg.js';
import { merge } from '../../machines/confidential.js';
import { nextDeadline, requestsInFlight } from '../../machines/deadlines.js';
import { Confidential, NOTHING, revealed, type Leg } from '../../machines/index.js';
import { isSameReading } from '../../machines/network-reading.js';
import { waiting } from '../support/guard-question.js';
import { callLeg, contextOf } from '../support/machine-context.js';

const of = (attributes: Record<string, unknown>, isOpen = false) => new Confidential<Readonly<Record<string, unknown>>>(attributes, isOpen);

describe('a confidential value', () => {
  test('is masked when it is serialised, unless it is opened', () => {
    expect(JSON.stringify(of({ a: 1 }))).toBe('"[confidential]"');
    expect(JSON.stringify(of({ a: 1 }).opened())).toBe('{"a":1}');
    expect([of({}).isOpen, of({}).opened().isOpen, of({}, true).isOpen]).toEqual([false, true, true]);
    expect(of({ a: 1 }).reveal()).toEqual({ a: 1 });
  });

  test('that was restored from JSON is what was shown of it', () => {
    const restored = (value: unknown) => revealed(value as Confidential<Record<string, unknown>>);
    expect(restored('[confidential]')).toEqual({});
    expect(restored({ a: 1 })).toEqual({ a: 1 });
    expect(restored(null)).toEqual({});
  });
});

describe('two sets of attributes together', () => {
  const merged = (earlier: Record<string, unknown>, later: Record<string, unknown>) => merge(of(earlier), of(later)).reveal();

  test('have all of both, the later one where both have one', () => {
    expect(merged({ a: 1, b: 1 }, { b: 2, c: 3 })).toEqual({ a: 1, b: 2, c: 3 });
    expect(merged({ a: { x: 1 } }, { a: { x: 2 } })).toEqual({ a: { x: 2 } });
    expect(merged({ a: 'x' }, { a: { toJSON: () => 'x' } })).toMatchObject({ a: {} });
    expect(merged({ a: { toJSON: () => 'x' } }, { a: 'x' })).toEqual({ a: 'x' });
  });

  test.each([undefined, null, ''])('keep what the later one has as %p', (blank) => {
    expect(merged({ a: 1 }, { a: blank })).toEqual({ a: 1 });
  });

  test('are the same object as the earlier one, if the later one says nothing new', () => {
    const earlier = of({ a: 1, b: { x: [1] }, c: Number.NaN });
    expect(merge(earlier, undefined)).toBe(earlier);
    expect(merge(earlier, NOTHING)).toBe(earlier);
    expect(merge(earlier, of({}))).toBe(earlier);
    expect(merge(earlier, of({ a: 1, b: { x: [1] }, c: Number.NaN }))).toBe(earlier);
  });

  test('take what cannot be compared as new', () => {
    const circular: Record<string, unknown> = {};
    circular['self'] = circular;
    const earlier = of({ a: {} });
    expect(merge(earlier, of({ a: circular })).reveal()['a']).toBe(circular);
  });

  test.each([[false, false, false], [true, false, true], [false, true, true], [true, true, true]])('are open if one of them is: %p, %p', (earlier, later, both) => {
    expect(merge(of({ a: 1 }, earlier), of({ b: 1 }, later)).isOpen).toBe(both);
  });
});

describe('a leg that is heard of again', () => {
  const leg: Leg = { ...callLeg, details: of({ a: 1 }) };

  test('moves on to another talk with its party', () => {
    expect(identify(leg, { callID: 'call-2', partyID: 'party-1', callType: 'Internal' })).toMatchObject({ callID: 'call-2', partyID: 'party-1', callType: 'Internal' });
    expect(identify(leg, { partyID: 'party-1' })).toMatchObject({ callID: 'call-1', callType: 'Inbound' });
  });

  test('keeps what it is known by, if its party is not named', () => {
    expect(identify(leg, { callID: 'call-2', callType: 'Internal' })).toMatchObject({ callID: 'call-1', partyID: 'party-1', callType: 'Inbound' });
    expect(identify({ ...leg, partyID: null, callType: null }, { callID: 'call-2', partyID: 'p', callType: 'Internal' })).toMatchObject({ callID: 'call-1', partyID: 'p', callType: 'Internal' });
  });

  test.each([{ callID: 'call-2', partyID: 'party-1' }, { partyID: 'party-1', callType: 'Internal' }])('is another object if it has moved: %j', (ref) => {
    expect(updated(leg, { leg: ref })).toMatchObject(ref);
    expect(updated(leg, { leg: ref }).details).toBe(leg.details);
  });

  test('is another object if its party or details are new', () => {
    expect(updated({ ...leg, partyID: null }, { leg: { partyID: 'p' } }).partyID).toBe('p');
    expect(revealed(updated(leg, { leg: {}, details: of({ b: 2 }) }).details)).toEqual({ a: 1, b: 2 });
  });

  test('is the same object if nothing is new', () => {
    expect(updated(leg, { leg: { callID: 'call-1' }, details: of({ a: 1 }) })).toBe(leg);
  });
});

describe('the commands in flight', () => {
  const request = (id: number, since: number, deadline: number) => waiting('call', 'x', { id, since, deadline }).requests.call!;
  const { requests } = contextOf({});
  const context = contextOf({
    requests: { ...requests, login: request(3, 20, 90), hangup: request(2, 10, 80) },
    queries: [request(1, 20, 70), request(4, 5, 100)],
  });

  test('come in the order of their sending', () => {
    expect(requestsInFlight(context).map(({ id }) => id)).toEqual([4, 2, 1, 3]);
  });

  test('wait until the first deadline, that of after-call work included', () => {
    expect(nextDeadline(context)).toBe(70);
    expect(nextDeadline({ ...context, acw: { since: 1, deadline: 60 } })).toBe(60);
    expect(nextDeadline({ ...context, acw: { since: 1, deadline: null } })).toBe(70);
    expect(nextDeadline(contextOf({ acw: { since: 1, deadline: 60 } }))).toBe(60);
    expect(nextDeadline(contextOf({ acw: { since: 1, deadline: null } }))).toBeNull();
    expect(nextDeadline(contextOf({}))).toBeNull();
  });
});

test('two measurements say the same if all of their values are', () => {
  const reading = { ping: 1, jitter: 2, loss: '3', quality: 'e' } as const;
  expect(isSameReading(reading, { ...reading })).toBe(true);
  expect(isSameReading(null, reading)).toBe(false);
  for (const other of [{ ping: 9 }, { jitter: 9 }, { loss: '9' }, { quality: 'a' as const }]) {
    expect(isSameReading(reading, { ...reading, ...other })).toBe(false);
  }
});
