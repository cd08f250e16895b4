import { describe, expect, test } from '@jest/globals';
import type { Day } from './day.js';
import { DAYS } from './days/index.js';
import { KNOWN_FAILURES, type KnownFailure } from './known-failures.js';
import { play, type Departure } from './play.js';

const listed = KNOWN_FAILURES as Readonly<Record<string, KnownFailure | undefined>>;
const days = Object.entries<Day>(DAYS).map(([name, day]) => {
  const known = listed[name];
  return { name, day, known, title: known === undefined ? day.name : `fails, as is known: ${day.name}` };
});

/** A day that is listed must fail as the list says. */
function expectToFailAsKnown(name: string, departures: readonly Departure[], { shown }: KnownFailure): void {
  const [first] = departures;
  if (first === undefined) throw new Error(`${name} no longer fails: take it off the list in test/field/known-failures.ts.`);
  expect(first.shown).toEqual(shown);
}

describe('a day in the field', () => {
  test.each(days)('$title', async ({ name, day, known }) => {
    const departures = await play(day);
    if (known === undefined) expect(departures).toEqual([]);
    else expectToFailAsKnown(name, departures, known);
  });
});

test('no two days have the same name', () => {
  expect(new Set(days.map(({ day }) => day.name)).size).toBe(days.length);
});

describe('the list of known failures', () => {
  const known = { shown: { state: { work: 'talking' } }, why: 'a sample' };

  test('fails where a day no longer does', () => {
    expect(() => expectToFailAsKnown('aDay', [], known)).toThrow('aDay no longer fails: take it off the list');
  });

  test('fails where a day fails otherwise', () => {
    const otherwise = [{ at: 1, because: '', expected: {}, shown: { state: { work: 'idle' } } }];
    expect(() => expectToFailAsKnown('aDay', otherwise, known)).toThrow();
  });

  test('does not fail where a day fails as it says', () => {
    const asKnown = [{ at: 1, because: '', expected: {}, shown: known.shown }];
    expect(() => expectToFailAsKnown('aDay', asKnown, known)).not.toThrow();
  });
});

describe('a day that is played', () => {
  const RING = { callID: 'talk-1', partyID: 'party-1', callType: 'Inbound' };
  const played = (...moments: Day['moments']) => play({ name: '', from: '', moments });

  test('tells everything that is not as it must be', async () => {
    const departures = await played(
      { at: 10, service: 'EventRinging', stamp: null, attributes: RING },
      { at: 20, agent: 'answer' },
      {
        at: 20,
        shows: {
          state: { work: 'talking', call: { callID: 'talk-1', callType: 'Outbound' } },
          can: ['hangup', 'holdCall'],
          cannot: ['hangup'],
          ended: { answer: 'done', login: 'done' },
        },
        because: 'no reason',
      },
      { at: 30, shows: { state: { work: 'ringing' }, cannot: ['holdCall'], ended: { answer: 'pending' } }, because: 'it rings' },
    );
    expect(departures.map(({ at, shown }) => ({ at, shown }))).toEqual([
      {
        at: 20,
        shown: {
          state: { work: 'ringing', call: { callID: 'talk-1', callType: 'Inbound' } },
          can: ['hangup'],
          cannot: [],
          ended: { answer: 'pending', login: 'never sent' },
        },
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

  test.each([
    ['storage kept', true],
    ['storage lost', false],
  ] as const)('loads the page anew, with its %s', async (reload, isMuted) => {
    const connects = (at: number) =>
      [
        { at, agent: 'initAgent', parameters: { token: 'token-1', companyId: 'company-1', agent: '1005' } },
        { at, accepts: 'initAgent' },
      ] as const;
    const departures = await played(
      ...connects(5),
      { at: 10, service: 'EventRinging', stamp: 5, attributes: RING },
      { at: 20, service: 'EventEstablished', stamp: 15, attributes: RING },
      { at: 30, service: 'EventAgentMute', stamp: 25, attributes: RING },
      { at: 40, reload },
      { at: 40, shows: { state: { connection: 'uninitialized', work: 'idle' } }, because: 'nothing is known yet' },
      ...connects(45),
      {
        at: 50,
        service: 'EventAgentRegainStatus',
        stamp: 45,
        attributes: {
          agentStateInfo: { agentState: '1', workStatus: 'talking', workStatusTimestamp: 15 },
          workStatusInfo: { callID: 'talk-1', callType: 'Inbound' },
        },
      },
      { at: 50, shows: { state: { work: 'talking', muted: isMuted } }, because: 'what was known is in the storage' },
    );
    expect(departures).toEqual([]);
  });

  test('sets the clock of the computer, and lets it sleep', async () => {
    const departures = await played(
      { at: 10_000, service: 'EventRinging', stamp: null, attributes: RING },
      { at: 20_000, shows: { ago: { since: 10_000 } }, because: 'ten seconds have passed' },
      { at: 20_000, computer: 'sleeps', for: 60_000 },
      { at: 80_000, shows: { ago: { since: 70_000 } }, because: 'a minute was slept' },
      { at: 80_000, clock: 'set', by: 30_000 },
      { at: 80_000, shows: { ago: { since: 5_000, establishedAt: 0 } }, because: 'neither is so' },
    );
    expect(departures.map(({ shown }) => shown)).toEqual([{ ago: { since: 100_000, establishedAt: null } }]);
  });

  test('stops the timers while the computer sleeps', async () => {
    const departures = await played(
      { at: 10, service: 'EventRinging', stamp: null, attributes: RING },
      { at: 20, agent: 'answer' },
      { at: 1_000, computer: 'sleeps', for: 10_000 },
      { at: 11_000, shows: { ended: { answer: 'pending' } }, because: 'its deadline has not passed' },
    );
    expect(departures).toEqual([]);
    await expect(played({ at: 1_000, computer: 'sleeps', for: 10_000 }, { at: 2_000, agent: 'answer' })).rejects.toThrow(
      'a day does not go back to 2000',
    );
  });

  test('tells what was sent and reported since the page was last looked at, and what a remedy names', async () => {
    const departures = await played(
      { at: -10, agent: 'initAgent', parameters: { token: 'a-token', companyId: 'company-1', agent: '1001' } },
      { at: 0, accepts: 'initAgent' },
      { at: 10, service: 'EventRinging', stamp: null, attributes: RING },
      { at: 20, agent: 'answer' },
      {
        at: 20,
        shows: { sent: [{ initAgent: { agent: '1001' } }, { answer: {} }], reported: { 'switchhook:callEnded': [] } },
        because: 'both went out',
      },
      { at: 30, service: 'EventReleased', stamp: null, attributes: RING },
      { at: 40, agent: 'hangup' },
      {
        at: 40,
        shows: {
          sent: [],
          reported: { 'switchhook:callEnded': [{ reason: 'missed', callID: 'talk-1' }] },
          remedy: { answer: '', login: 'none' },
        },
        because: 'hangup did not',
      },
      { at: 50, shows: { sent: [{ hangup: {} }], reported: { 'switchhook:callEnded': [{ reason: 'missed' }] } }, because: 'neither is so' },
    );
    expect(departures.map(({ at, shown }) => ({ at, shown }))).toEqual([
      {
        at: 40,
        shown: {
          sent: [],
          reported: { 'switchhook:callEnded': [{ reason: 'missed', callID: 'talk-1' }] },
          remedy: { answer: '', login: 'none, it is never sent' },
        },
      },
      { at: 50, shown: { sent: [], reported: { 'switchhook:callEnded': [] } } },
    ]);
  });

  test('has a second page, where one is named', async () => {
    const departures = await played(
      { at: 10, page: 'second', service: 'EventRinging', stamp: null, attributes: RING },
      { at: 20, shows: { state: { work: 'idle' } }, because: 'the first has heard nothing' },
      { at: 20, page: 'second', shows: { state: { work: 'ringing' } }, because: 'the second has' },
    );
    expect(departures).toEqual([]);
  });
});
