import { describe, expect, test } from '@jest/globals';
import { pendingCommands, readState, type AgentEvent } from '../../machines/index.js';
import { DEADLINE, initialSnapshot, LEGS, next, type Configuration } from './chart.js';
import { contradictionsIn, deadEndsIn } from './checks.js';
import { commandEvent } from './events.js';

/*
 * What a walk has found wrong and is mended: `npm test` need not walk for minutes to find it again.
 */

const MAKING_A_CALL: readonly AgentEvent[] = [{ type: 'connection.established', at: 0 }, { type: 'agent.ready', at: 0 }, commandEvent('makeCall')];
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
