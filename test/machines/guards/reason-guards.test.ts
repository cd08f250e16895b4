import { describe, expect, test } from '@jest/globals';
import * as guards from '../../../machines/guards/reason-guards.js';
import type { AgentContext, NamedReason, Reason } from '../../../machines/index.js';
import { question } from '../../support/guard-question.js';
import { contextOf, lanesOf, pendingOf } from '../../support/machine-context.js';

/** DND, and one of the breaks. */
const [DND, MEETING] = ['dnd', 'meeting'] as const;
const acw = { since: 1, deadline: null };
const notReady = (reason?: NamedReason | 'none') => ({ type: 'agent.notReady', ...(reason === undefined ? {} : { reason }) });
/** The reason that the fact leads to; undefined: it does not say. */
function leadsTo(event: object, context: Partial<AgentContext> = {}): Reason | null | undefined {
  const input = question(event, context);
  if (guards.isReasonUnknown(input)) return undefined;
  return ([null, DND, MEETING, 'general', 'training', 'custom2'] as const).find((reason) => guards.reasonIs(input, { reason }));
}

describe('a fact about the agent leads', () => {
  const asked = (command: 'notReady' | 'login' | 'ready', reason?: Reason) =>
    lanesOf(pendingOf(command, reason === undefined ? {} : { reason }));
  test.each<[string, object, Partial<AgentContext>, Reason | null | undefined]>([
    ['ready: online', { type: 'agent.ready' }, {}, null],
    ['a not-ready with a reason: there', notReady(MEETING), {}, MEETING],
    ['a not-ready without one: to DND', notReady(), {}, DND],
    ['a not-ready without one, that was asked for with one: there', notReady(), asked('notReady', MEETING), MEETING],
    ['a not-ready without one, that was asked for without: to DND', notReady(), asked('notReady'), DND],
    ['a not-ready without one, while something else was asked for: to DND', notReady(), asked('login', MEETING), DND],
    ['a not-ready that says there is none: nowhere', notReady('none'), {}, undefined],
    ['a not-ready that says there is none, that was asked for: there', notReady('none'), asked('notReady', MEETING), MEETING],
    ['a not-ready without one in after-call work: nowhere', notReady(), { acw }, undefined],
    ['a not-ready without one in after-call work, asked for: nowhere', notReady(), { acw, ...asked('notReady', MEETING) }, undefined],
    ['a not-ready without one, completeACWToBusy pending: to DND', notReady(), { acw, ...lanesOf(pendingOf('completeACWToBusy')) }, DND],
    ['a not-ready without one, completeACW pending: to DND', notReady('none'), { acw, ...lanesOf(pendingOf('completeACW')) }, DND],
    ['a not-ready of no reason that there is: to DND', notReady('other'), {}, DND],
    ['a login with a reason: there', { type: 'agent.loggedIn', reason: MEETING }, {}, MEETING],
    ['a login with none: online', { type: 'agent.loggedIn', reason: null }, {}, null],
    ['a login that does not say, asked for with a reason: there', { type: 'agent.loggedIn' }, asked('login', MEETING), MEETING],
    ['a login that does not say, asked for without: online', { type: 'agent.loggedIn' }, asked('login'), null],
    ['a login that does not say, unasked: nowhere', { type: 'agent.loggedIn' }, {}, undefined],
    ['a login that does not say, while ready was asked for: nowhere', { type: 'agent.loggedIn' }, asked('ready'), undefined],
    ['a regain with a reason: there', { type: 'connection.regained', leg: null, reason: MEETING }, {}, MEETING],
    ['a regain with none: online', { type: 'connection.regained', leg: null, reason: null }, {}, null],
    ['a regain that does not say: nowhere', { type: 'connection.regained', leg: null }, {}, undefined],
    ['a regain of no reason that there is: nowhere', { type: 'connection.regained', leg: null, reason: 'other' }, {}, undefined],
    [
      'a regain that is outdated: nowhere',
      { type: 'connection.regained', leg: null, reason: MEETING, isLoginOutdated: true },
      {},
      undefined,
    ],
    ['anything else: nowhere', { type: 'agent.loggedOut', reason: MEETING }, {}, undefined],
  ])('%s', (_name, event, context, code) => {
    expect(leadsTo(event, context)).toBe(code);
  });
});

describe('after-call work is ended', () => {
  const ends = (event: object, context: Partial<AgentContext> = {}) => guards.endsAcw(question(event, { acw, ...context }));
  test('by ready, a not-ready with a reason, or what was asked for to end it', () => {
    expect([ends({ type: 'agent.ready' }), ends(notReady(MEETING)), ends(notReady()), ends(notReady('none'))]).toEqual([
      true,
      true,
      false,
      false,
    ]);
    for (const command of ['completeACW', 'completeACWToBusy'] as const) expect(ends(notReady(), lanesOf(pendingOf(command)))).toBe(true);
    expect(ends(notReady(), lanesOf(pendingOf('delayACW')))).toBe(false);
  });

  test('by nothing that was said before it, nor by another fact', () => {
    expect([
      ends({ type: 'agent.ready', predatesAcw: true }),
      ends({ ...notReady(MEETING), predatesAcw: true }),
      ends({ type: 'agent.loggedIn', reason: MEETING }),
    ]).toEqual([false, false, false]);
  });
});

test('a not-ready without a reason may announce after-call work', () => {
  const isOne = (event: object) => guards.isWithoutReason(question(event));
  expect([
    isOne(notReady()),
    isOne(notReady('none')),
    isOne(notReady('other')),
    isOne(notReady(MEETING)),
    isOne({ type: 'agent.ready' }),
  ]).toEqual([true, true, true, false, false]);
});

test('a regain may be older than what is known of the login state', () => {
  const isOne = (event: object) => guards.isLoginOutdated(question(event));
  expect([
    isOne({ type: 'connection.regained', isLoginOutdated: true }),
    isOne({ type: 'connection.regained' }),
    isOne({ type: 'agent.ready', isLoginOutdated: true }),
  ]).toEqual([true, false, false]);
});

test('a logout is told once where its success has said it before', () => {
  const presence = (echo: AgentContext['presence']['echo']) => contextOf({ presence: { ...contextOf().presence, echo } });
  const isEcho = (type: string, context: Partial<AgentContext>) => guards.isLogoutEcho(question({ type }, context));
  expect(isEcho('agent.loggedOut', presence('agent.loggedOut'))).toBe(true);
  expect(isEcho('agent.loggedOut', presence('agent.ready'))).toBe(false);
  expect(isEcho('agent.loggedOut', presence(null))).toBe(false);
  expect(isEcho('agent.ready', presence('agent.loggedOut'))).toBe(false);
});
