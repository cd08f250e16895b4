import { describe, expect, test } from '@jest/globals';
import * as guards from '../../machines/guards/consult-guards.js';
import type { AgentContext } from '../../machines/index.js';
import { question, waiting } from '../support/guard-question.js';
import { callLeg, consultLeg } from '../support/machine-context.js';

const CUSTOMER = { callID: 'talk-1', partyID: 'party-1', callType: 'Inbound' };
const THIRD = { callID: 'talk-1', partyID: 'party-2', callType: 'Consult' };
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
    ['consultTransfer', ['isHandedOver', 'isHandedOverIntoAcw'], ['isConsultLeftToMerge']],
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
  expect(yes(CUSTOMER, { ...waiting('call', 'consultTransfer'), hasTalked: false })).toEqual(['isHandedOver']);
});
