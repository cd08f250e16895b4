import { describe, expect, test } from '@jest/globals';
import type { GuardInput } from '../../machines/guards/guard-input.js';
import { endsAcw, isLogoutBelieved, isLogoutEcho, isReasonUnknown, isWithoutReason, reasonIs } from '../../machines/guards/reason-guards.js';
import { LOCKED_REASON, REASON_CODES, type AgentContext } from '../../machines/index.js';
import { contextOf, requestFor } from '../support/machine-context.js';

const CODES: readonly (number | null)[] = [null, ...REASON_CODES, LOCKED_REASON];
const inAcw = { acw: { since: 1, deadline: null } };

/** The code to which a fact leads: null is online, undefined is no change. */
function reasonAfter(fact: object, differences: Partial<AgentContext> = {}): number | null | undefined {
  const input = { context: contextOf(differences), event: { at: 1, ...fact } } as unknown as GuardInput;
  const codes = CODES.filter((code) => reasonIs(input, { code }));
  expect(codes.length).toBeLessThanOrEqual(1);
  expect(isReasonUnknown(input)).toBe(codes.length === 0);
  return codes[0];
}
const notReady = (reasonCode?: number) => ({ type: 'agent.notReady', ...(reasonCode === undefined ? {} : { reasonCode }) });

describe('the reason that a fact leads to', () => {
  test.each<readonly [string, object, Partial<AgentContext>, number | null | undefined]>([
    ['ready is online', { type: 'agent.ready' }, {}, null],
    ['a not-ready without a reason is DND', notReady(), {}, 2],
    ['a not-ready with an unknown reason is DND', notReady(99), {}, 2],
    ['a not-ready with reason 0 is no change', notReady(0), {}, undefined],
    ['a not-ready without a reason is no change in after-call work', notReady(), inAcw, undefined],
    ['a not-ready with a reason is that reason in after-call work', notReady(12), inAcw, 12],
    ['a not-ready without a reason is what was asked for', notReady(), { requests: requestFor('notReady', { reasonCode: 14 }) }, 14],
    ['a not-ready with a reason is that one, whatever was asked for', notReady(12), { requests: requestFor('notReady', { reasonCode: 14 }) }, 12],
    ['a not-ready that answers completeACWToBusy is DND', notReady(), { ...inAcw, requests: requestFor('completeACWToBusy') }, 2],
    ['a not-ready that answers completeACW is DND', notReady(), { ...inAcw, requests: requestFor('completeACW') }, 2],
    ['a not-ready is DND where no reason was asked for but completeACWToBusy was', notReady(), { ...inAcw, requests: { ...requestFor('completeACWToBusy'), login: requestFor('notReady').login } }, 2],
    ['a login that says nothing is what was asked for', { type: 'agent.loggedIn' }, { requests: requestFor('login', { reasonCode: null }) }, null],
    ['a login that says nothing, asked for as DND, is DND', { type: 'agent.loggedIn' }, { requests: requestFor('login', { reasonCode: 2 }) }, 2],
    ['a login that nobody asked for and that says nothing is not known', { type: 'agent.loggedIn' }, {}, undefined],
    ['a login with reason 0 is online', { type: 'agent.loggedIn', reasonCode: 0 }, {}, null],
    ['a regain that says nothing is no change', { type: 'connection.regained', leg: null, status: null }, {}, undefined],
    ['a regain that says online is online', { type: 'connection.regained', reasonCode: null, leg: null, status: null }, {}, null],
    ['a regain of a locked agent is locked', { type: 'connection.regained', reasonCode: 98, leg: null, status: null }, {}, 98],
    ['a call says nothing of it', { type: 'call.ringing', leg: {} }, {}, undefined],
  ])('%s', (_, fact, differences, expected) => {
    expect(reasonAfter(fact, differences)).toBe(expected);
  });

  test.each([...REASON_CODES, LOCKED_REASON])('a not-ready with reason %i is that reason', (code) => {
    expect(reasonAfter(notReady(code))).toBe(code);
    expect(reasonAfter({ type: 'agent.loggedIn', reasonCode: code })).toBe(code);
  });
});

describe('after-call work', () => {
  const ends = (fact: object, differences: Partial<AgentContext> = {}) =>
    endsAcw({ context: contextOf({ ...inAcw, ...differences }), event: { at: 1, ...fact } } as unknown as GuardInput);

  test.each([...REASON_CODES, LOCKED_REASON])('ends by a not-ready with reason %i', (code) => {
    expect(ends(notReady(code))).toBe(true);
  });

  test.each([undefined, 0, 1, 10, 19, 97, 99, -2, Number.NaN])('does not end by a not-ready with reason %p', (code) => {
    expect(ends(notReady(code))).toBe(false);
  });

  test.each(['completeACW', 'completeACWToBusy'] as const)('ends by any not-ready while %s is in flight', (command) => {
    expect(ends(notReady(), { requests: requestFor(command) })).toBe(true);
    expect(ends(notReady(0), { requests: requestFor(command) })).toBe(true);
  });

  test.each(['call.ringing', 'agent.loggedIn', 'acw.extended'])('does not end by %s, whatever is in flight', (type) => {
    expect(ends({ type, reasonCode: 2 }, { requests: requestFor('completeACW') })).toBe(false);
  });

  test.each([true, undefined])('does not end by what the server said before it began: %p', (predatesAcw) => {
    expect(ends({ type: 'agent.ready', predatesAcw })).toBe(predatesAcw !== true);
    expect(ends({ ...notReady(2), predatesAcw })).toBe(predatesAcw !== true);
  });

  test('does not end by a not-ready while another command is in flight', () => {
    expect(ends(notReady(), { requests: requestFor('makeCall') })).toBe(false);
  });
});

describe('a not-ready without a reason', () => {
  test.each<readonly [object, Partial<AgentContext>, boolean]>([
    [notReady(), {}, true],
    [notReady(99), {}, true],
    [notReady(0), {}, true],
    [notReady(12), {}, false],
    [notReady(), { requests: requestFor('notReady', { reasonCode: 12 }) }, false],
    [{ type: 'agent.ready' }, {}, false],
  ])('is one: %j', (fact, differences, expected) => {
    expect(isWithoutReason({ context: contextOf(differences), event: { at: 1, ...fact } } as unknown as GuardInput)).toBe(expected);
  });
});

test('the answer to a logout is believed by that fact alone', () => {
  const believed = (event: object) => isLogoutBelieved({ context: contextOf({}), event: { at: 1, ...event } } as unknown as GuardInput);
  expect(believed({ type: 'request.believed', fact: 'agent.loggedOut' })).toBe(true);
  expect(believed({ type: 'request.believed', fact: 'agent.ready' })).toBe(false);
  expect(believed({ type: 'request.done', fact: 'agent.loggedOut' })).toBe(false);
});

test('a logout is an echo while one is owed', () => {
  const isEcho = (type: string, isLogoutEchoOwed: boolean) =>
    isLogoutEcho({ context: contextOf({ isLogoutEchoOwed }), event: { type, at: 1 } } as unknown as GuardInput);
  expect(isEcho('agent.loggedOut', true)).toBe(true);
  expect(isEcho('agent.loggedOut', false)).toBe(false);
  expect(isEcho('agent.ready', true)).toBe(false);
});
