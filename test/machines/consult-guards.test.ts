import { describe, expect, test } from '@jest/globals';
import * as guards from '../../machines/guards/consult-guards.js';
import type { AgentContext } from '../../machines/index.js';
import { question, waiting } from '../support/guard-question.js';
import { callLeg, consultLeg } from '../support/machine-context.js';

const CUSTOMER = { callID: 'call-1', partyID: 'party-1', callType: 'Inbound' };
const THIRD = { callID: 'call-1', partyID: 'party-2', callType: 'Consult' };
const LANES = ['call', 'cancelConsult'] as const;

/** Which guards say yes. */
function yes(leg: object, context: Partial<AgentContext>): readonly string[] {
  const input = question({ type: 'call.released', leg }, { call: callLeg, consult: consultLeg, hasTalked: true, ...context });
  return Object.entries(guards).flatMap(([name, guard]) => (guard(input) ? [name] : []));
}

describe.each(LANES)('while a command is in flight in the lane %s', (lane) => {
  test.each<readonly [string, readonly string[], readonly string[]]>([
    ['retrieveConsult', ['isRetrievedOnRequest'], ['isConsultEndedOnRequest']],
    ['cancelConsult', ['isRetrievedOnRequest'], []],
    ['consultConference', ['isCallRetrievedToJoin'], ['isConsultLeftToMerge']],
    [
      'consultTransfer',
      ['isEndUnclear', 'isHandedOver', 'isHandedOverIntoAcw'],
      ['isConsultHandedOver', 'isConsultHandedOverIntoAcw', 'isConsultLeftToMerge', 'isProofOfTransfer'],
    ],
    ['holdCall', [], []],
  ])('%s: of the customer\'s leg %j, of the third party\'s %j', (command, ofCustomer, ofThird) => {
    expect(yes(CUSTOMER, waiting(lane, command))).toEqual(ofCustomer);
    expect(yes(THIRD, waiting(lane, command))).toEqual(ofThird);
  });
});

test('while no command is in flight, no leg ends or returns on request', () => {
  expect([...yes(CUSTOMER, {}), ...yes(THIRD, {})]).toEqual([]);
});

test('a customer who was never talked with is handed over without after-call work', () => {
  const context = { ...waiting('call', 'consultTransfer'), hasTalked: false };
  expect(yes(CUSTOMER, context)).toEqual(['isEndUnclear', 'isHandedOver']);
  expect(yes(THIRD, context)).toEqual(['isConsultHandedOver', 'isConsultLeftToMerge', 'isProofOfTransfer']);
});

describe('whether the customer was handed over or has hung up', () => {
  const context = { call: callLeg, consult: consultLeg, ...waiting('call', 'consultTransfer', { deadline: 10 }) };
  const ask = (name: 'isEndUnclear' | 'isTransferUnrefused' | 'isTransferUnrefusedIntoAcw' | 'isProofOfTransfer', event: object, more: Partial<AgentContext> = {}) =>
    guards[name](question(event, { ...context, ...more }));

  test('is clear where the release says so', () => {
    expect(ask('isEndUnclear', { type: 'call.released', leg: CUSTOMER, isHandedOver: true })).toBe(false);
    expect(ask('isEndUnclear', { type: 'call.released', leg: CUSTOMER, isHandedOver: false })).toBe(true);
    expect(ask('isEndUnclear', { type: 'call.held', leg: CUSTOMER })).toBe(false);
  });

  test('is clear when nobody has refused the transfer in time', () => {
    expect(ask('isTransferUnrefused', { type: 'deadline.reached', at: 9 })).toBe(false);
    expect(ask('isTransferUnrefused', { type: 'deadline.reached', at: 10 })).toBe(true);
    expect(ask('isTransferUnrefused', { type: 'acw.started', at: 10 })).toBe(false);
    expect(ask('isTransferUnrefused', { type: 'deadline.reached', at: 10 }, waiting('call', 'consultConference', { deadline: 10 }))).toBe(false);
    expect(ask('isTransferUnrefusedIntoAcw', { type: 'deadline.reached', at: 10 }, { hasTalked: true })).toBe(true);
    expect(ask('isTransferUnrefusedIntoAcw', { type: 'deadline.reached', at: 10 }, { hasTalked: false })).toBe(false);
    expect(ask('isTransferUnrefusedIntoAcw', { type: 'deadline.reached', at: 9 }, { hasTalked: true })).toBe(false);
  });

  test('is clear when after-call work is announced, or the third party\'s leg ends too', () => {
    expect(ask('isProofOfTransfer', { type: 'acw.started' })).toBe(true);
    expect(ask('isProofOfTransfer', { type: 'acw.extended' })).toBe(false);
    expect(ask('isProofOfTransfer', { type: 'acw.started' }, waiting('call', 'consultConference'))).toBe(false);
    expect(ask('isProofOfTransfer', { type: 'call.released', leg: THIRD })).toBe(true);
    expect(ask('isProofOfTransfer', { type: 'call.released', leg: CUSTOMER })).toBe(false);
    expect(ask('isProofOfTransfer', { type: 'deadline.reached', at: 10 })).toBe(true);
  });
});
