import { describe, expect, test } from '@jest/globals';
import * as guards from '../../../machines/guards/regain-guards.js';
import * as waiting from '../../../machines/guards/waiting-guards.js';
import type { AgentContext } from '../../../machines/index.js';
import { question } from '../../support/guard-question.js';
import { callsOf, consult, contextOf, CUSTOMER, offered, STRANGER, talk } from '../../support/machine-context.js';

const regain = (more: object = {}) => ({ type: 'connection.regained', leg: null, status: null, statusIsNews: true, ...more });
const withCall = callsOf({ call: talk });

describe('a regain', () => {
  test('leads where the server says, and no other event does', () => {
    const input = question(regain({ leg: CUSTOMER, status: 'holding' }), withCall);
    expect([guards.regainsAs(input, { target: 'holding' }), guards.regainsAs(input, { target: 'talking' })]).toEqual([true, false]);
    expect(guards.regainsAs(question({ type: 'agent.ready' }, withCall), { target: 'holding' })).toBe(false);
    expect(guards.regainsAs(question({ type: 'connection.regained' }, withCall), { target: 'idle' })).toBe(false);
  });

  test('may be with another call, or with none', () => {
    const changes = (event: object, context: Partial<AgentContext> = withCall) => [
      guards.changesCall(question(event, context)),
      guards.regainsOtherCall(question(event, context)),
    ];
    expect(changes(regain({ leg: CUSTOMER, status: 'talking' }))).toEqual([false, false]);
    expect(changes(regain({ leg: STRANGER, status: 'talking' }))).toEqual([true, true]);
    expect(changes(regain())).toEqual([true, true]);
    expect(changes(regain(), contextOf())).toEqual([false, false]);
    expect(changes({ type: 'agent.ready', leg: STRANGER })).toEqual([false, false]);
    expect(changes({ type: 'connection.regained' }).at(0)).toBe(false);
    expect(changes(regain({ isCallOutdated: true })).at(1)).toBe(false);
  });

  test('is of a call that was muted before the page was loaded anew', () => {
    const remembered = (muted: boolean) =>
      contextOf({ remembered: { call: { call: talk, third: null, work: 'talking', isThirdAnswered: false, muted }, acw: null } as never });
    const isMuted = (event: object, context: Partial<AgentContext>) => guards.regainsMuted(question(event, context));
    expect(isMuted(regain({ leg: CUSTOMER }), remembered(true))).toBe(true);
    expect(isMuted(regain({ leg: CUSTOMER }), remembered(false))).toBe(false);
    expect(isMuted(regain({ leg: STRANGER }), remembered(true))).toBe(false);
    expect(isMuted(regain(), remembered(true))).toBe(false);
    expect(isMuted(regain({ leg: CUSTOMER }), contextOf())).toBe(false);
    expect(isMuted({ type: 'call.held', leg: CUSTOMER }, remembered(true))).toBe(false);
  });
});

describe('when a call ends', () => {
  test('the waiting one that has got furthest goes on', () => {
    const held = { ...offered, number: 5, work: 'holding' } as const;
    const goesOn = (work: 'ringing' | 'holding') =>
      waiting.continuesAs(question({ type: 'agent.ready' }, callsOf({ waiting: [offered, held] })), { work });
    expect([goesOn('holding'), goesOn('ringing')]).toEqual([true, false]);
    expect(waiting.continuesAs(question({ type: 'agent.ready' }), { work: 'ringing' })).toBe(false);
  });

  test('after-call work follows a talk, where there is such work, or where the server says so', () => {
    const next = (event: object, more: Partial<AgentContext>, hasTalked = true) =>
      waiting.isAcwNext(question({ type: 'call.released', ...event }, callsOf({ hasTalked }, more)));
    const on = { acwPolicy: { enabled: true, seconds: null } };
    const off = { acwPolicy: { enabled: false, seconds: null } };
    expect([next({}, on), next({}, off), next({}, on, false)]).toEqual([true, false, false]);
    expect([next({ isAcwSaid: true }, off, false), next({ isAcwSaid: false }, off)]).toEqual([true, false]);
    expect([next({ isAcwOver: true }, on), next({ isAcwOver: false }, on)]).toEqual([false, true]);
  });

  test('another in which the agent talks is in hand', () => {
    const elsewhere = (work: 'talking' | 'holding') =>
      waiting.isTalkingElsewhere(question({ type: 'agent.ready' }, callsOf({ call: consult, waiting: [offered, { ...talk, work }] })));
    expect([elsewhere('talking'), elsewhere('holding')]).toEqual([true, false]);
  });
});
