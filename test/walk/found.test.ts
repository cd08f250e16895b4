import { describe, expect, test } from '@jest/globals';
import { pendingCommands, readState, type AgentEvent } from '../../machines/index.js';
import { canonical, DEADLINE, initialSnapshot, LEGS, next, type Configuration } from './chart.js';
import { contradictionsIn, deadEndsIn } from './checks.js';
import { commandEvent, RECALLED } from './events.js';

/*
 * Defects that a walk has found and that are mended: `npm test` need not walk for minutes to find them again.
 */

const MAKING_A_CALL: readonly AgentEvent[] = [
  { type: 'connection.established', at: 0 },
  { type: 'agent.ready', at: 0 },
  commandEvent('makeCall'),
];
const OWN_LEG = LEGS.freshOutbound;
const LATE_DIALING: AgentEvent = { type: 'fact.ignored', at: 0, rule: 'late', fact: { type: 'call.dialing', at: 0, leg: OWN_LEG } };

function after(...events: readonly AgentEvent[]): Configuration {
  return events.reduce(next, initialSnapshot());
}

function isInOrder(snapshot: Configuration): void {
  expect(contradictionsIn(snapshot)).toEqual([]);
  expect(deadEndsIn(snapshot)).toEqual([]);
}

describe('a call that was asked for', () => {
  test('and that a late word confirms is under way, and not asked for for ever', () => {
    const snapshot = after(...MAKING_A_CALL, { type: 'call.partyChanged', at: 0, leg: OWN_LEG }, LATE_DIALING);
    expect(readState(snapshot).work).toBe('dialing');
    expect(pendingCommands(snapshot.context)).toEqual([]);
    isInOrder(snapshot);
  });

  test('and that a late word confirms while the own phone rings is no offered call any more', () => {
    const snapshot = after(...MAKING_A_CALL, { type: 'call.ringing', at: 0, leg: OWN_LEG, isIncoming: true }, LATE_DIALING);
    expect(readState(snapshot).work).toBe('dialing');
    expect(pendingCommands(snapshot.context)).toEqual([]);
    isInOrder(snapshot);
  });

  test('is awaited on while an offered leg rings again, in fewer words', () => {
    const snapshot = after(
      ...MAKING_A_CALL,
      { type: 'call.ringing', at: 0, leg: OWN_LEG, isIncoming: true },
      { type: 'call.ringing', at: DEADLINE, leg: { callID: OWN_LEG.callID } },
    );
    expect(pendingCommands(snapshot.context).map(({ command }) => command)).toEqual(['makeCall']);
    isInOrder(snapshot);
  });
});

const regained = (more: Partial<Extract<AgentEvent, { type: 'connection.regained' }>>): AgentEvent => ({
  type: 'connection.regained',
  at: 0,
  status: null,
  statusIsNews: false,
  leg: null,
  ...more,
});

describe('a transfer that counts as done', () => {
  test('cannot be refused any more when a regain has named a call', () => {
    const consulting = after(RECALLED[3]!, regained({ leg: LEGS.call, reason: null }));
    const snapshot = [
      commandEvent('consultTransfer'),
      { type: 'call.released' as const, at: 0, leg: LEGS.call, isAcwOver: true },
      { type: 'deadline.reached' as const, at: DEADLINE, keys: ['transfer'] },
      regained({ status: 'consulting', statusIsNews: true, leg: LEGS.fresh }),
    ].reduce(next, consulting);
    expect([readState(snapshot).work, snapshot.context.transfer]).toEqual(['consulting', null]);
    isInOrder(canonical(snapshot));
  });
});

describe('a consult', () => {
  test.each(['call.held', 'call.retrieved'] as const)('goes on when %s is said of a leg of it that nobody has heard of', (type) => {
    const consulting = canonical(
      after(
        { type: 'agent.ready', at: 0 },
        regained({ status: 'consulting', statusIsNews: true, leg: LEGS.call }),
        commandEvent('consultTransfer'),
      ),
    );
    const snapshot = [
      { type: 'call.released' as const, at: 0, leg: LEGS.fresh },
      { type, at: 0, leg: LEGS.freshConsult },
    ].reduce(next, consulting);
    expect(readState(snapshot).work).toBe('consulting');
    isInOrder(snapshot);
  });

  test('whose transfer is refused when it counts as done is a talk with the third party, though nobody heard that it answered', () => {
    const inConsult = after(RECALLED[2]!, regained({ leg: LEGS.call, reason: null }));
    expect(readState(inConsult).work).toBe('consulting');
    const snapshot = [
      commandEvent('consultTransfer'),
      { type: 'call.released' as const, at: 0, leg: LEGS.call, isAcwOver: true },
      { type: 'deadline.reached' as const, at: DEADLINE, keys: ['transfer'] },
      { type: 'call.error' as const, at: DEADLINE },
    ].reduce(next, inConsult);
    expect(readState(snapshot).work).toBe('talking');
    isInOrder(snapshot);
  });
});
