import { describe, expect, test } from '@jest/globals';
import * as lanes from '../../../machines/guards/lane-guards.js';
import type { CommandName } from '../../../machines/index.js';
import { question } from '../../support/guard-question.js';
import { callsOf, lanesOf, offered, pendingOf, talk } from '../../support/machine-context.js';

type Guard = (input: ReturnType<typeof question>) => boolean;
/** Whether the guard answers yes while these commands are pending, one after the other. */
const each = (guard: Guard, ...commands: readonly (CommandName | null)[]) =>
  commands.map((command) => guard(question({ type: 'agent.ready' }, command === null ? {} : lanesOf(pendingOf(command)))));

describe('a command waits for the one that is pending', () => {
  test.each<[string, Guard, readonly (CommandName | null)[], readonly boolean[]]>([
    ['in the login lane', lanes.loginLaneIsBusy, ['login', 'ready', 'holdCall', null], [true, true, false, false]],
    ['if that is a login', lanes.isLoginPending, ['login', 'ready', null], [true, false, false]],
    ['if that is a reset', lanes.resetLaneIsBusy, ['resetLogout', 'login', null], [true, false, false]],
    ['about calls', lanes.callLaneIsBusy, ['holdCall', 'makeCall', 'hangup', 'cancelConsult', null], [true, true, false, false, false]],
    [
      'to answer, but not for the call that is made',
      lanes.answerMustWait,
      ['holdCall', 'makeCall', 'hangup', null],
      [true, false, false, false],
    ],
    ['to hang up', lanes.hangupLaneIsBusy, ['hangup', 'holdCall', null], [true, false, false]],
    ['for the microphone', lanes.microphoneLaneIsBusy, ['muteCall', 'unmute', 'holdCall', null], [true, true, false, false]],
    [
      'to cancel a consult, but not for the consult',
      lanes.cancelConsultMustWait,
      ['holdCall', 'initiateConsult', 'cancelConsult', 'makeCall', null],
      [true, false, true, false, false],
    ],
  ])('%s', (_name, guard, commands, answers) => {
    expect(each(guard, ...commands)).toEqual(answers);
  });

  test('and a consult is being initiated, or cancelled', () => {
    expect(each(lanes.isNotInitiatingConsult, 'initiateConsult', 'holdCall', null)).toEqual([false, true, true]);
    expect(each(lanes.isCancellingConsult, 'cancelConsult', 'initiateConsult', null)).toEqual([true, false, false]);
  });
});

test('a waiting call may ring', () => {
  const none = (...waiting: (typeof talk)[]) =>
    lanes.noWaitingCallRings(question({ type: 'agent.ready' }, callsOf({ call: talk, waiting })));
  expect([none(), none({ ...offered, work: 'holding' }), none({ ...offered, work: 'holding' }, offered)]).toEqual([true, true, false]);
});
