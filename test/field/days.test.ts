import { describe, expect, test } from '@jest/globals';
import type { Day } from './day.js';
import { DAYS, type DayName } from './days/index.js';
import { KNOWN_FAILURES, type KnownFailure } from './known-failures.js';
import { play, type Departure } from './play.js';

const listed = KNOWN_FAILURES as Readonly<Record<string, KnownFailure | undefined>>;
const days = Object.entries<Day>(DAYS).map(([name, day]) => ({ name, day, known: listed[name] }));

/** A day that is listed must fail as the list says. */
function expectToFailAsKnown(name: string, departures: readonly Departure[], { shown }: KnownFailure): void {
  const [first] = departures;
  if (first === undefined) throw new Error(`${name} no longer fails: take it off the list in test/field/known-failures.ts.`);
  expect(first.shown).toEqual(shown);
}

describe('a day in the field', () => {
  test.each(days.filter(({ known }) => known === undefined))('$day.name', async ({ day }) => {
    expect(await play(day)).toEqual([]);
  });
});

describe('a day that fails, as is known', () => {
  test.each(days.filter(({ known }) => known !== undefined))('$day.name', async ({ name, day, known }) => {
    expectToFailAsKnown(name, await play(day), known!);
  });
});

describe('the list of known failures', () => {
  const [name, known] = ['muteToldTwice' as DayName, KNOWN_FAILURES.muteToldTwice!];

  test('fails where a day no longer does', () => {
    expect(() => expectToFailAsKnown(name, [], known)).toThrow('muteToldTwice no longer fails: take it off the list');
  });

  test('fails where a day fails otherwise', () => {
    const otherwise = [{ at: 1, because: '', expected: {}, shown: { state: { work: 'idle' } } }] as const;
    expect(() => expectToFailAsKnown(name, otherwise, known)).toThrow();
  });
});

describe('a day that is played', () => {
  const RING = { callID: 'talk-1', partyID: 'party-1', callType: 'Inbound' };
  const played = (...moments: Day['moments']) => play({ name: '', from: '', moments });

  test('tells everything that is not as it must be', async () => {
    const departures = await played(
      { at: 10, service: 'EventRinging', stamp: null, attributes: RING },
      { at: 20, agent: 'answer' },
      { at: 20, shows: { state: { work: 'talking', call: { callID: 'talk-1', callType: 'Outbound' } }, can: ['hangup', 'holdCall'], cannot: ['hangup'], ended: { answer: 'done', login: 'done' } }, because: 'no reason' },
      { at: 30, shows: { state: { work: 'ringing' }, cannot: ['holdCall'], ended: { answer: 'pending' } }, because: 'it rings' },
    );
    expect(departures.map(({ at, shown }) => ({ at, shown }))).toEqual([
      {
        at: 20,
        shown: { state: { work: 'ringing', call: { callID: 'talk-1', callType: 'Inbound' } }, can: ['hangup'], cannot: [], ended: { answer: 'pending', login: 'never sent' } },
      },
    ]);
  });

  test('lets time pass: what is not answered ends by its deadline', async () => {
    const departures = await played(
      { at: 10, service: 'EventRinging', stamp: null, attributes: RING },
      { at: 20, agent: 'answer' },
      { at: 15_020, shows: { ended: { answer: 'TIMEOUT' } }, because: 'answer has 15 s' },
    );
    expect(departures).toEqual([]);
  });

  test.each([['storage kept', true], ['storage lost', false]] as const)('loads the page anew, with its %s', async (reload, isMuted) => {
    const departures = await played(
      { at: 10, service: 'EventRinging', stamp: 5, attributes: RING },
      { at: 20, service: 'EventEstablished', stamp: 15, attributes: RING },
      { at: 30, service: 'EventAgentMute', stamp: 25, attributes: RING },
      { at: 40, reload },
      { at: 40, shows: { state: { connection: 'uninitialized', work: 'idle' } }, because: 'nothing is known yet' },
      {
        at: 50,
        service: 'EventAgentRegainStatus',
        stamp: 45,
        attributes: { agentStateInfo: { agentState: '1', workStatus: 'talking', workStatusTimestamp: 15 }, workStatusInfo: { callID: 'talk-1', callType: 'Inbound' } },
      },
      { at: 50, shows: { state: { work: 'talking', muted: isMuted } }, because: 'what was known is in the storage' },
    );
    expect(departures).toEqual([]);
  });
});
