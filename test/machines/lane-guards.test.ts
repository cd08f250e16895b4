import { describe, expect, test } from '@jest/globals';
import * as acwGuards from '../../machines/guards/acw-guards.js';
import * as laneGuards from '../../machines/guards/lane-guards.js';
import * as networkGuards from '../../machines/guards/network-guards.js';
import * as regainGuards from '../../machines/guards/regain-guards.js';
import type { AgentContext, SingleLane } from '../../machines/index.js';
import { question, waiting } from '../support/guard-question.js';
import { callLeg, consultLeg } from '../support/machine-context.js';

const EVERYTHING = ['loginLaneIsBusy', 'resetLaneIsBusy', 'callLaneIsBusy', 'hangupLaneIsBusy', 'cancelConsultMustWait', 'isNotInitiatingConsult'];

/** Which of the lanes' guards say yes. */
const yes = (context: Partial<AgentContext>): readonly string[] =>
  EVERYTHING.filter((name) => laneGuards[name as keyof typeof laneGuards](question({}, context)));

describe('a command that waits in a lane', () => {
  test.each<readonly [SingleLane, string, readonly string[]]>([
    ['login', 'login', ['loginLaneIsBusy', 'isNotInitiatingConsult']],
    ['reset', 'resetLogout', ['loginLaneIsBusy', 'resetLaneIsBusy', 'isNotInitiatingConsult']],
    ['call', 'holdCall', ['callLaneIsBusy', 'cancelConsultMustWait', 'isNotInitiatingConsult']],
    ['call', 'initiateConsult', ['callLaneIsBusy']],
    ['cancelConsult', 'cancelConsult', ['callLaneIsBusy', 'cancelConsultMustWait', 'isNotInitiatingConsult']],
    ['hangup', 'hangup', ['callLaneIsBusy', 'hangupLaneIsBusy', 'cancelConsultMustWait', 'isNotInitiatingConsult']],
  ])('%s, where %s waits, makes others wait: %j', (lane, command, expected) => {
    expect(yes(waiting(lane, command))).toEqual(expected);
  });

  test('makes nobody wait where there is none', () => {
    expect(yes({})).toEqual(['isNotInitiatingConsult']);
  });
});

describe('after-call work is due', () => {
  test.each([[9, true], [10, true], [11, false], [null, false]])('at 10, if its deadline is %p: %p', (deadline, isDue) => {
    const context = { acw: { since: 1, deadline } };
    expect(acwGuards.isAcwDue(question({ type: 'deadline.reached' }, context))).toBe(isDue);
    expect(acwGuards.isAcwDue(question({ type: 'acw.extended' }, context))).toBe(false);
  });

  test('only where there is some', () => {
    expect(acwGuards.isAcwDue(question({ type: 'deadline.reached' }))).toBe(false);
  });
});

test('a measurement has the quality it says', () => {
  const measured = { type: 'network.measured', reading: { quality: 'e' } };
  expect(networkGuards.qualityIs(question(measured), { quality: 'e' })).toBe(true);
  expect(networkGuards.qualityIs(question(measured), { quality: 'a' })).toBe(false);
  expect(networkGuards.qualityIs(question({ ...measured, type: 'agent.ready' }), { quality: 'e' })).toBe(false);
});

describe('what is remembered of a call', () => {
  const call = { callID: 'call-1', work: 'consulting' as const, phase: 'dialing' as const, muted: true, leg: callLeg, consult: consultLeg };
  const remembered = (more: Partial<typeof call> | { phase: 'talking' } = {}) => ({ remembered: { call: { ...call, ...more }, acw: null } });
  const regained = (leg: object | null = { callID: 'call-1' }) => ({ type: 'connection.regained', leg, status: null, statusIsNews: false });

  test.each<readonly [string, object, Partial<AgentContext>, boolean]>([
    ['of this very call', regained(), remembered(), true],
    ['but not of another call', regained({ callID: 'call-9' }), remembered(), false],
    ['but not if the third party had answered', regained(), remembered({ phase: 'talking' }), false],
    ['but not if the call is known live', regained(), { ...remembered(), call: callLeg }, false],
    ['but not if nothing is remembered', regained(), {}, false],
    ['but not by another event', { ...regained(), type: 'agent.ready' }, remembered(), false],
    ['but not of a consult in a call not remembered', { ...regained({ callID: 'call-9' }), status: 'consulting' }, remembered(), false],
  ])('is that a third party had not answered, %s', (_, event, context, answer) => {
    expect(regainGuards.regainsUnansweredConsult(question(event, context))).toBe(answer);
  });

  test.each<readonly [string, object, Partial<AgentContext>, boolean]>([
    ['of this very call', regained(), remembered(), true],
    ['but not of another call', regained({ callID: 'call-9' }), remembered(), false],
    ['but not without a call', regained(null), remembered(), false],
    ['but not if it was not muted', regained(), { remembered: { call: { ...call, muted: false }, acw: null } }, false],
    ['but not if nothing is remembered', regained(), {}, false],
    ['but not by another event', { ...regained(), type: 'call.established' }, remembered(), false],
  ])('is that it was muted, %s', (_, event, context, answer) => {
    expect(regainGuards.regainsMuted(question(event, context))).toBe(answer);
  });

  test.each<readonly [object, Partial<AgentContext>, boolean]>([
    [regained(), { call: callLeg }, false],
    [regained({ callID: 'call-9' }), { call: callLeg }, true],
    [regained(null), { call: callLeg }, true],
    [regained(), {}, true],
    [regained(null), {}, false],
    [{ type: 'call.held', leg: { callID: 'call-9' } }, { call: callLeg }, false],
  ])('another call than the known one is regained: %#', (event, context, answer) => {
    expect(regainGuards.regainsOtherCall(question(event, context))).toBe(answer);
  });

  test('leads back to the work it was at', () => {
    expect(regainGuards.regainsAs(question(regained(), remembered()), { status: 'consulting' })).toBe(true);
    expect(regainGuards.regainsAs(question(regained(), remembered()), { status: 'talking' })).toBe(false);
  });
});
