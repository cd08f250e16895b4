import { describe, expect, test } from '@jest/globals';
import { rejectedBy, saysDisplaced, saysSignedOut, saysWhatIsSoOfCalls } from '../../../machines/guards/error-guards.js';
import type { AgentContext } from '../../../machines/index.js';
import { remember } from '../../../machines/calls/roster.js';
import { question } from '../../support/guard-question.js';
import {
  callsOf,
  consult,
  contextOf,
  CUSTOMER,
  lanesOf,
  offered,
  pendingOf,
  STRANGER,
  talk,
  THIRD,
} from '../../support/machine-context.js';

const error = (more: object = {}) => ({ type: 'call.error', ...more });

describe('an error that names a leg refuses a command', () => {
  const refused = (
    leg: object,
    about: readonly number[] | undefined,
    calls = { call: talk, third: consult, waiting: [offered] } as object,
  ) => {
    const command = about === undefined ? withoutCalls() : pendingOf('holdCall', { about });
    return rejectedBy(question(error({ leg }), callsOf(calls, lanesOf(command)))) !== undefined;
  };
  function withoutCalls() {
    const { about: _none, ...command } = pendingOf('holdCall');
    return command;
  }

  test('that is for the call', () => {
    expect([refused(CUSTOMER, [1]), refused(CUSTOMER, [3]), refused(CUSTOMER, undefined)]).toEqual([true, false, false]);
    expect([refused(STRANGER, [3]), refused(STRANGER, [1])]).toEqual([true, false]);
  });

  test('that is for the customer’s call, where it names the third party', () => {
    expect([refused(THIRD, [1]), refused(THIRD, [2]), refused(THIRD, undefined)]).toEqual([true, false, false]);
    expect(refused(THIRD, [1], { call: null, third: consult })).toBe(false);
  });

  test('and none where nobody knows the leg', () => {
    expect(refused({ callID: 'x', partyID: 'y' }, [1])).toBe(false);
  });
});

describe('an error says what is so already', () => {
  const says = (statement: string, context: Partial<AgentContext>, more: object = {}) =>
    saysWhatIsSoOfCalls(question(error({ says: statement, ...more }), context));
  const over = remember([], { ...offered, number: 7 });

  test.each<[string, Partial<AgentContext>, object, boolean]>([
    ['callIsOver', callsOf({}), {}, true],
    ['callIsOver', callsOf({ call: talk }), {}, false],
    ['callIsOver', callsOf({ call: talk, over }), { leg: STRANGER }, true],
    ['callIsOver', callsOf({ call: talk, over }), { leg: CUSTOMER }, false],
    ['noTalk', callsOf({ call: { ...talk, establishedAt: null } }), {}, true],
    ['noTalk', callsOf({}), {}, true],
    ['noTalk', callsOf({ call: talk }), {}, false],
    ['acwIsOver', contextOf(), {}, true],
    ['acwIsOver', contextOf({ acw: { since: 1, deadline: null } }), {}, false],
    ['acwIsOn', contextOf({ acw: { since: 1, deadline: null } }), {}, true],
    ['acwIsOn', contextOf(), {}, false],
    ['signedOut', contextOf(), {}, false],
  ])('%s', (statement, context, more, answer) => {
    expect(says(statement, context, more)).toBe(answer);
  });

  test('and no other event does', () => {
    expect(saysWhatIsSoOfCalls(question({ type: 'agent.ready', says: 'acwIsOver' }))).toBe(false);
  });
});

test('an error says that the agent is not signed in, or is elsewhere', () => {
  const of = (event: object) => [saysSignedOut(question(event)), saysDisplaced(question(event))];
  expect(of(error({ says: 'signedOut' }))).toEqual([true, false]);
  expect(of(error({ says: 'displaced' }))).toEqual([false, true]);
  expect(of(error())).toEqual([false, false]);
  expect(of({ type: 'agent.ready', says: 'signedOut' })).toEqual([false, false]);
  expect(of({ type: 'agent.ready', says: 'displaced' })).toEqual([false, false]);
});
