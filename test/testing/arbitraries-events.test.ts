import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { canonicalName, DN_ROLES, EVENT_ALIASES } from '../../adapters/sobot/index.js';
import { hostileEvent, malformedEvent, messageOf, serverEvent, wellFormedEvent } from '../../adapters/testing/arbitraries/index.js';
import { record } from '../../adapters/testing/history/recorder.js';
import { InvariantWatch } from '../../adapters/testing/invariants/watch.js';
import { type Bench, benchAt, PLACES, turns } from '../support/bench/index.js';

const RUNS = { seed: Number(process.env['FC_SEED'] ?? 640), numRuns: Number(process.env['FC_RUNS'] ?? 100) };

const places = fc.constantFrom(...PLACES.map(({ name }) => name));
const sample = (arbitrary: fc.Arbitrary<unknown>, numRuns: number) => fc.sample(arbitrary, { seed: 640, numRuns });

/** Everything that is wrong after these messages, with the invariants watched all the while. */
function watchOver(bench: Bench, deliver: () => void): readonly object[] {
  const watch = new InvariantWatch();
  const recorder = record(bench.agent, bench.clock, watch);
  recorder.look();
  deliver();
  recorder.look();
  watch.finish(recorder.history, bench.state(), false);
  return watch.violations;
}

describe('a well-formed event', () => {
  const events = fc.sample(wellFormedEvent(), { seed: 640, numRuns: 6_000 });

  test('comes under every name that the package knows', () => {
    const seen = new Set(events.map(({ messageID }) => messageID));
    const known = Object.entries<readonly string[]>(EVENT_ALIASES).flatMap(([name, aliases]) => [name, ...aliases]);
    expect(known.filter((name) => !seen.has(name))).toEqual([]);
    const bare = known.filter((name) => name.startsWith('Event')).map((name) => name.slice(5));
    expect(bare.filter((name) => !seen.has(name))).toEqual([]);
  });

  test('has every role by name and by number, and regains with every work status', () => {
    const roles = new Set(events.map(({ attributes }) => attributes['thisDNRole']));
    expect(DN_ROLES.filter((role) => !roles.has(role))).toEqual([]);
    expect(DN_ROLES.map((_, number) => number).filter((number) => !roles.has(number))).toEqual([]);
    const regains = events.filter(({ messageID }) => canonicalName(messageID) === 'EventAgentRegainStatus');
    const statuses = new Set(regains.map(({ attributes }) => (attributes['agentStateInfo'] as Record<string, unknown>)['workStatus']));
    expect(statuses.size).toBeGreaterThan(12);
    expect(regains.some(({ attributes }) => 'workStatusInfo' in attributes)).toBe(true);
    expect(regains.some(({ attributes }) => !('workStatusInfo' in attributes))).toBe(true);
  });

  test('can be late, and can have no time', () => {
    const ages = events.map(({ age }) => age);
    expect(ages).toContain(null);
    expect(ages).toContain(0);
    expect(ages.some((age) => age !== null && age > 1_000)).toBe(true);
  });

  test('is never taken for malformed', () => {
    fc.assert(
      fc.property(places, wellFormedEvent(), (place, event) => {
        const bench = benchAt(place);
        const reports: unknown[] = [];
        bench.agent.on('switchhook:malformed', (report) => reports.push(report));
        bench.sdk.emitRaw(messageOf(event, bench.state(), bench.clock.now()));
        expect(reports).toEqual([]);
      }),
      RUNS,
    );
  });

  test('keeps every invariant, one after the other', () => {
    fc.assert(
      fc.property(places, fc.array(wellFormedEvent(), { maxLength: 12 }), (place, list) => {
        const bench = benchAt(place);
        expect(
          watchOver(bench, () => {
            for (const event of list) {
              bench.clock.increment(10);
              bench.sdk.emitRaw(messageOf(event, bench.state(), bench.clock.now()));
            }
          }),
        ).toEqual([]);
      }),
      RUNS,
    );
  });
});

describe('a malformed event', () => {
  test('changes nothing, and is reported once', () => {
    fc.assert(
      fc.property(places, malformedEvent(), (place, event) => {
        const bench = benchAt(place);
        const reports: unknown[] = [];
        bench.agent.on('switchhook:malformed', (report) => reports.push(report));
        const before = bench.state();
        bench.sdk.emitRaw(messageOf(event, before, bench.clock.now()));
        expect({ words: event.words, reports: reports.length }).toEqual({ words: event.words, reports: 1 });
        expect(bench.state()).toBe(before);
      }),
      RUNS,
    );
  });
});

describe('a hostile event', () => {
  test('throws nothing, pollutes nothing, and keeps every invariant', async () => {
    fc.assert(
      fc.property(places, fc.array(hostileEvent(), { minLength: 1, maxLength: 4 }), (place, list) => {
        const bench = benchAt(place);
        expect(
          watchOver(bench, () => {
            for (const event of list) bench.sdk.emitRaw(messageOf(event, bench.state(), bench.clock.now()));
          }),
        ).toEqual([]);
        expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
      }),
      RUNS,
    );
    // An error thrown in a handler is thrown again in a turn of its own, which would fail the run.
    await turns();
  });

  test('is of many kinds, among them what is no object', () => {
    const messages = fc.sample(hostileEvent(), { seed: 640, numRuns: 1_000 }).map((event) => messageOf(event, null, 0));
    expect(new Set(messages.map((message) => (message === null ? 'null' : typeof message)))).toEqual(
      new Set(['null', 'undefined', 'string', 'number', 'boolean', 'symbol', 'bigint', 'function', 'object']),
    );
    expect(messages.some((message) => typeof message === 'object' && message !== null && Object.isFrozen(message))).toBe(true);
  });
});

describe('every server event', () => {
  test('is data, says what it is in words, and is the same for the same seed', () => {
    for (const event of fc.sample(serverEvent(), { seed: 1, numRuns: 500 })) {
      expect(JSON.parse(JSON.stringify(event))).toEqual(event);
      expect(event.words).toMatch(/^\w/);
      expect(event.words.length).toBeLessThan(200);
    }
    expect(sample(serverEvent(), 50)).toEqual(sample(serverEvent(), 50));
  });

  test('is about the legs that are there when it comes', () => {
    const state = benchAt('consulting, connected').state();
    const of = (leg: string) =>
      fc.sample(
        wellFormedEvent().filter(
          (event) => event.leg === leg && event.naming === 'callID and partyID' && !('agentStateInfo' in event.attributes),
        ),
        { seed: 1, numRuns: 20 },
      );
    for (const event of of('customer'))
      expect(messageOf(event, state, 0)).toMatchObject({ callID: 'call-1', partyID: 'party-1', callType: 'Inbound' });
    for (const event of of('consult'))
      expect(messageOf(event, state, 0)).toMatchObject({ callID: 'call-1', partyID: 'party-2', callType: 'Consult' });
    for (const event of of('stranger')) expect(messageOf(event, state, 0)).not.toMatchObject({ callID: 'call-1' });
  });

  test('shrinks to its plainest form', () => {
    const failure = fc.check(
      fc.property(wellFormedEvent(), () => false),
      { seed: 3, numRuns: 1 },
    );
    expect(failure.counterexample).toEqual([
      expect.objectContaining({
        messageID: 'EventRinging',
        leg: 'customer',
        naming: 'callID and partyID',
        number: 1,
        age: 0,
        attributes: {},
        twist: null,
      }),
    ]);
  });
});
