import { describe, expect, test } from '@jest/globals';
import * as guards from '../../../machines/guards/consult-guards.js';
import { isAcwDue } from '../../../machines/guards/acw-guards.js';
import type { AgentContext } from '../../../machines/index.js';
import { question } from '../../support/guard-question.js';
import { callsOf, consult, contextOf, CUSTOMER, lanesOf, pendingOf, STRANGER, talk, THIRD } from '../../support/machine-context.js';

type Guard = (input: ReturnType<typeof question>) => boolean;
const asks = (guard: Guard, event: object, context: Partial<AgentContext>) => guard(question(event, context));
const consulting = callsOf({ call: talk, third: consult });
const released = (leg: object, more: object = {}) => ({ type: 'call.released', leg, ...more });
const answered = { ...consult, work: 'talking', establishedAt: 5 } as const;

test('a third party is reached when it has answered', () => {
  const reached = (third: typeof talk | null) => asks(guards.isThirdReached, { type: 'agent.ready' }, callsOf({ call: talk, third }));
  expect([reached(answered), reached(consult), reached(null)]).toEqual([true, false, false]);
});

describe('the agent is out of the call', () => {
  test('because it is handed over, where the server says so or the third party has been brought in before', () => {
    expect(asks(guards.isHandedOver, released(CUSTOMER, { isHandedOver: true }), consulting)).toBe(true);
    expect(asks(guards.isHandedOver, released(CUSTOMER), consulting)).toBe(false);
    expect(asks(guards.isHandedOver, released(CUSTOMER), callsOf({ call: talk, third: { ...consult, legs: [] } }))).toBe(true);
    expect(asks(guards.isHandedOver, released(CUSTOMER), callsOf({ call: talk }))).toBe(false);
    expect(asks(guards.isHandedOver, released(THIRD, { isHandedOver: true }), consulting)).toBe(false);
    expect(asks(guards.isHandedOver, { ...released(CUSTOMER, { isHandedOver: true }), type: 'call.held' }, consulting)).toBe(false);
  });

  test('for a reason that nobody has said', () => {
    expect(asks(guards.isEndUnclear, released(CUSTOMER), consulting)).toBe(true);
    expect(asks(guards.isEndUnclear, released(CUSTOMER, { isHandedOver: true }), consulting)).toBe(false);
    expect(asks(guards.isEndUnclear, released(THIRD), consulting)).toBe(false);
    expect(asks(guards.isEndUnclear, released(STRANGER), consulting)).toBe(false);
  });
});

describe('a transfer that counts as done', () => {
  const transfer = { deadline: 100, third: answered, isThirdHeld: false, isDone: true };
  const done = contextOf({ transfer });
  const error = (more: object = {}) => ({ type: 'call.error', ...more });

  test('is refused by a code that can refuse it, while no other command could be meant', () => {
    expect(asks(guards.refusesTransfer, error(), done)).toBe(true);
    expect(asks(guards.refusesTransfer, error({ refuses: ['holdCall', 'consultTransfer'] }), done)).toBe(true);
    expect(asks(guards.refusesTransfer, error({ refuses: ['holdCall'] }), done)).toBe(false);
    expect(asks(guards.refusesTransfer, error(), contextOf({ transfer, ...lanesOf(pendingOf('completeACW')) }))).toBe(false);
    expect(asks(guards.refusesTransfer, error(), contextOf({ transfer: { ...transfer, isDone: false } }))).toBe(false);
    expect(asks(guards.refusesTransfer, error(), contextOf())).toBe(false);
    expect(asks(guards.refusesTransfer, { type: 'agent.ready' }, done)).toBe(false);
  });

  test('leaves the agent with a third party who waits, or does not', () => {
    expect(asks(guards.isThirdHeld, error(), contextOf({ transfer: { ...transfer, isThirdHeld: true } }))).toBe(true);
    expect(asks(guards.isThirdHeld, error(), done)).toBe(false);
    expect(asks(guards.isThirdHeld, error(), contextOf())).toBe(false);
  });

  test('was done when the third party’s leg has ended, too', () => {
    const ignored = (leg: object, type = 'call.released') => ({ type: 'fact.ignored', rule: 'over', fact: { type, leg, at: 1 } });
    expect(asks(guards.isEndOfTransfer, ignored(THIRD), done)).toBe(true);
    expect(asks(guards.isEndOfTransfer, ignored({ callID: THIRD.callID, callType: THIRD.callType }), done)).toBe(true);
    expect(asks(guards.isEndOfTransfer, ignored(STRANGER), done)).toBe(false);
    expect(asks(guards.isEndOfTransfer, ignored(THIRD, 'call.held'), done)).toBe(false);
    expect(asks(guards.isEndOfTransfer, ignored(THIRD), contextOf())).toBe(false);
    expect(asks(guards.isEndOfTransfer, { type: 'fact.ignored', rule: 'over' }, done)).toBe(false);
    expect(asks(guards.isEndOfTransfer, { ...ignored(THIRD), type: 'call.released', leg: THIRD }, done)).toBe(false);
  });

  test('is settled at its deadline, and one that may be refused yet is due then', () => {
    const due = { type: 'deadline.reached', keys: ['3', 'transfer'] };
    expect(asks(guards.isTransferDue, due, done)).toBe(true);
    expect(asks(guards.isTransferDue, { ...due, keys: ['acw'] }, done)).toBe(false);
    expect(asks(guards.isTransferDue, { type: 'agent.ready', keys: ['transfer'] }, done)).toBe(false);
    expect(asks(guards.isTransferSettled, due, done)).toBe(true);
    expect(asks(guards.isTransferSettled, due, contextOf({ transfer: { ...transfer, isDone: false } }))).toBe(false);
    expect(asks(guards.isTransferSettled, { ...due, keys: ['acw'] }, done)).toBe(false);
    expect(asks(guards.isTransferSettled, due, contextOf())).toBe(false);
  });
});

test('after-call work is due at its own deadline', () => {
  const isDue = (event: object) => isAcwDue(question(event));
  expect([
    isDue({ type: 'deadline.reached', keys: ['acw'] }),
    isDue({ type: 'deadline.reached', keys: ['transfer'] }),
    isDue({ type: 'agent.ready', keys: ['acw'] }),
  ]).toEqual([true, false, false]);
});
