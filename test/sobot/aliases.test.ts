import { describe, expect, test } from '@jest/globals';
import { canonicalName, EVENT_ALIASES } from '../../adapters/sobot/events/aliases.js';

const canonicalNames = Object.keys(EVENT_ALIASES);
const table = Object.entries<readonly string[]>(EVENT_ALIASES);
const aliases = table.flatMap(([canonical, names]) => names.map((alias) => [alias, canonical] as const));

describe('the canonical name of an event', () => {
  test.each(canonicalNames)('%s stands for itself', (name) => {
    expect(canonicalName(name)).toBe(name);
  });

  test.each([
    ['EventHeld', 'EventAgentHoldCall'],
    ['EventRetrieved', 'EventAgentRetrieveCall'],
    ['EventMuteOn', 'EventAgentMute'],
    ['EventMuteOff', 'EventAgentUnmute'],
    ['RequestAgentLogout', 'EventAgentLogout'],
    ['EventAbandoned', 'EventReleased'],
    ['EventHangup', 'EventReleased'],
    ['EventPartyCallDeleted', 'EventReleased'],
    ['EventPartyError', 'EventError'],
  ])('%s is %s', (alias, canonical) => {
    expect(canonicalName(alias)).toBe(canonical);
  });

  test.each([
    ['Established', 'EventEstablished'],
    ['Released', 'EventReleased'],
    ['Hangup', 'EventReleased'],
    ['PartyCallDeleted', 'EventReleased'],
    ['PartyAdded', 'EventPartyAdded'],
    ['PartyChanged', 'EventPartyChanged'],
    ['PartyDeleted', 'EventPartyDeleted'],
    ['Held', 'EventAgentHoldCall'],
    ['AgentHoldCall', 'EventAgentHoldCall'],
    ['Error', 'EventError'],
    ['PartyError', 'EventError'],
    ['Online', 'EventOnline'],
    ['TierAdded', 'EventTierAdded'],
    ['WebSocketSession', 'EventWebSocketSession'],
  ])('%s, as a mobile SDK has it, is %s', (bare, canonical) => {
    expect(canonicalName(bare)).toBe(canonical);
  });

  test.each(['EventDestinationBusy', 'EventUnreachable', 'EventUnregistered', 'EventDNOutOfService'])(
    '%s, which ends no call by itself, is not taken for a release',
    (name) => {
      expect(canonicalName(name)).toBe(name);
    },
  );

  test('a party that leaves a conference does not end the call of the others', () => {
    expect(canonicalName('EventPartyDeleted')).toBe('EventPartyDeleted');
  });

  test('blanks around a name do not matter', () => {
    expect(canonicalName(' EventHeld\n')).toBe('EventAgentHoldCall');
  });

  test.each([
    'EventOfTomorrow',
    'eventheld',
    'EventEventHeld',
    'Event',
    '',
    'EventAgentAll',
    '__proto__',
    'constructor',
    'toString',
    'hasOwnProperty',
    'EventAgentReady,EventAgentNotReady',
  ])('%p is not known and stays as it is', (name) => {
    expect(canonicalName(name)).toBe(name);
  });

  test('a huge name is not known and stays as it is', () => {
    const name = 'EventHeld'.repeat(100_000);
    expect(canonicalName(name)).toBe(name);
  });
});

describe('the alias table', () => {
  test('has every name once', () => {
    const names = [...canonicalNames, ...aliases.map(([alias]) => alias)];
    expect(new Set(names).size).toBe(names.length);
  });

  test('has no bare form that is another name of the table', () => {
    const names = new Set([...canonicalNames, ...aliases.map(([alias]) => alias)]);
    const clashes = [...names].filter((name) => name.startsWith('Event') && names.has(name.slice('Event'.length)));
    expect(clashes).toEqual([]);
  });

  test.each(aliases)('%s leads to %s', (alias, canonical) => {
    expect(canonicalName(alias)).toBe(canonical);
  });
});
