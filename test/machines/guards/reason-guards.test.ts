import { describe, expect, test } from '@jest/globals';
import * as guards from '../../../machines/guards/reason-guards.js';
import type { AgentContext } from '../../../machines/index.js';
import { question } from '../../support/guard-question.js';
import { contextOf, lanesOf, pendingOf } from '../../support/machine-context.js';

/** DND, and one of the breaks. */
const [DND, MEETING] = [2, 13];
const acw = { since: 1, deadline: null };
const notReady = (reasonCode?: number) => ({ type: 'agent.notReady', ...(reasonCode === undefined ? {} : { reasonCode }) });
/** The reason code that the fact leads to; undefined: it does not say. */
function leadsTo(event: object, context: Partial<AgentContext> = {}): number | null | undefined {
  const input = question(event, context);
  if (guards.isReasonUnknown(input)) return undefined;
  return [null, DND, MEETING, 11, 12, 17].find((code) => guards.reasonIs(input, { code }));
}

describe('a fact about the agent leads', () => {
  const asked = (command: 'notReady' | 'login' | 'ready', reasonCode?: number) => lanesOf(pendingOf(command, reasonCode === undefined ? {} : { reasonCode }));
  test.each<[string, object, Partial<AgentContext>, number | null | undefined]>([
    ['ready: online', { type: 'agent.ready' }, {}, null],
    ['a not-ready with a reason: there', notReady(MEETING), {}, MEETING],
    ['a not-ready without one: to DND', notReady(), {}, DND],
    ['a not-ready without one, that was asked for with one: there', notReady(), asked('notReady', MEETING), MEETING],
    ['a not-ready without one, that was asked for without: to DND', notReady(), asked('notReady'), DND],
    ['a not-ready without one, while something else was asked for: to DND', notReady(), asked('login', MEETING), DND],
    ['a not-ready of reason 0: nowhere', notReady(0), {}, undefined],
    ['a not-ready of reason 0, that was asked for: there', notReady(0), asked('notReady', MEETING), MEETING],
    ['a not-ready without one in after-call work: nowhere', notReady(), { acw }, undefined],
    ['a not-ready without one in after-call work, asked for: nowhere', notReady(), { acw, ...asked('notReady', MEETING) }, undefined],
    ['a not-ready without one, completeACWToBusy pending: to DND', notReady(), { acw, ...lanesOf(pendingOf('completeACWToBusy')) }, DND],
    ['a not-ready without one, completeACW pending: to DND', notReady(0), { acw, ...lanesOf(pendingOf('completeACW')) }, DND],
    ['a not-ready of no reason that there is: to DND', notReady(99), {}, DND],
    ['a login with a reason: there', { type: 'agent.loggedIn', reasonCode: MEETING }, {}, MEETING],
    ['a login with none: online', { type: 'agent.loggedIn', reasonCode: null }, {}, null],
    ['a login of reason 0: online', { type: 'agent.loggedIn', reasonCode: 0 }, {}, null],
    ['a login that does not say, asked for with a reason: there', { type: 'agent.loggedIn' }, asked('login', MEETING), MEETING],
    ['a login that does not say, asked for without: online', { type: 'agent.loggedIn' }, asked('login'), null],
    ['a login that does not say, unasked: nowhere', { type: 'agent.loggedIn' }, {}, undefined],
    ['a login that does not say, while ready was asked for: nowhere', { type: 'agent.loggedIn' }, asked('ready'), undefined],
    ['a regain with a reason: there', { type: 'connection.regained', leg: null, reasonCode: MEETING }, {}, MEETING],
    ['a regain with none: online', { type: 'connection.regained', leg: null, reasonCode: null }, {}, null],
    ['a regain of reason 0: online', { type: 'connection.regained', leg: null, reasonCode: 0 }, {}, null],
    ['a regain that does not say: nowhere', { type: 'connection.regained', leg: null }, {}, undefined],
    ['a regain of no reason that there is: nowhere', { type: 'connection.regained', leg: null, reasonCode: 99 }, {}, undefined],
    ['a regain that is outdated: nowhere', { type: 'connection.regained', leg: null, reasonCode: MEETING, isLoginOutdated: true }, {}, undefined],
    ['anything else: nowhere', { type: 'agent.loggedOut', reasonCode: MEETING }, {}, undefined],
  ])('%s', (_name, event, context, code) => {
    expect(leadsTo(event, context)).toBe(code);
  });
});

describe('after-call work is ended', () => {
  const ends = (event: object, context: Partial<AgentContext> = {}) => guards.endsAcw(question(event, { acw, ...context }));
  test('by ready, a not-ready with a reason, or what was asked for to end it', () => {
    expect([ends({ type: 'agent.ready' }), ends(notReady(MEETING)), ends(notReady()), ends(notReady(0))]).toEqual([true, true, false, false]);
    for (const command of ['completeACW', 'completeACWToBusy'] as const) expect(ends(notReady(), lanesOf(pendingOf(command)))).toBe(true);
    expect(ends(notReady(), lanesOf(pendingOf('delayACW')))).toBe(false);
  });

  test('by nothing that was said before it, nor by another fact', () => {
    expect([ends({ type: 'agent.ready', predatesAcw: true }), ends({ ...notReady(MEETING), predatesAcw: true }), ends({ type: 'agent.loggedIn', reasonCode: MEETING })]).toEqual([false, false, false]);
  });
});

test('a not-ready without a reason may announce after-call work', () => {
  const isOne = (event: object) => guards.isWithoutReason(question(event));
  expect([isOne(notReady()), isOne(notReady(0)), isOne(notReady(99)), isOne(notReady(MEETING)), isOne({ type: 'agent.ready' })]).toEqual([true, true, true, false, false]);
});

test('a regain may be older than what is known of the login state', () => {
  const isOne = (event: object) => guards.isLoginOutdated(question(event));
  expect([isOne({ type: 'connection.regained', isLoginOutdated: true }), isOne({ type: 'connection.regained' }), isOne({ type: 'agent.ready', isLoginOutdated: true })]).toEqual([true, false, false]);
});

test('a logout is told once where its success has said it before', () => {
  const presence = (echo: AgentContext['presence']['echo']) => contextOf({ presence: { ...contextOf().presence, echo } });
  const isEcho = (type: string, context: Partial<AgentContext>) => guards.isLogoutEcho(question({ type }, context));
  expect(isEcho('agent.loggedOut', presence('agent.loggedOut'))).toBe(true);
  expect(isEcho('agent.loggedOut', presence('agent.ready'))).toBe(false);
  expect(isEcho('agent.loggedOut', presence(null))).toBe(false);
  expect(isEcho('agent.ready', presence('agent.loggedOut'))).toBe(false);
});
