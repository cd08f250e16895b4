import { describe, expect, test } from '@jest/globals';
import { regainCall } from '../../machines/actions/regain-changes.js';
import { Confidential, revealed, type AgentContext } from '../../machines/index.js';
import { question } from '../support/guard-question.js';
import { callLeg, consultLeg } from '../support/machine-context.js';

const CUSTOMER = { callID: 'call-1', partyID: 'party-1', callType: 'Inbound' };
const THIRD = { callID: 'call-1', partyID: 'party-2', callType: 'Consult' };
const details = (attributes: Record<string, unknown>) => new Confidential<Record<string, unknown>>(attributes);
const acw = (deadline: number | null) => ({ since: 1, deadline });
const remembered = {
  call: { callID: 'call-1', work: 'holding' as const, phase: null, muted: false, leg: callLeg, consult: consultLeg },
  acw: null,
};
const rememberedAs = (more: object) => ({ remembered: { ...remembered, call: { ...remembered.call, ...more } } });

const regain = (told: object, context: Partial<AgentContext> = {}) =>
  regainCall(question({ type: 'connection.regained', leg: null, status: null, statusIsNews: false, ...told }, context));

describe('regained without a call', () => {
  test('what was known of one is over', () => {
    expect(regain({}, { call: callLeg, consult: consultLeg, hasTalked: true, remembered })).toEqual({
      ended: [CUSTOMER, THIRD], call: null, consult: null, hasTalked: false, acw: null, remembered: null,
    });
  });

  test.each<readonly [string, object, Partial<AgentContext>, object | null]>([
    ['goes on, where it is under way', {}, { acw: acw(99) }, acw(99)],
    ['is over, where it is due', {}, { acw: acw(10) }, null],
    ['is over, where the server says so', { status: 'idle' }, { acw: acw(99) }, null],
    ['goes on as remembered', {}, { remembered: { call: null, acw: acw(99) } }, acw(99)],
    ['goes on as remembered, without an end', {}, { remembered: { call: null, acw: acw(null) } }, acw(null)],
    ['is over, where what is remembered is due', {}, { remembered: { call: null, acw: acw(10) } }, null],
    ['is still to begin, where the server says so and what is remembered is due', { status: 'acw' }, { remembered: { call: null, acw: acw(10) } }, null],
    ['is still to begin, where the server says so', { status: 'acw' }, {}, null],
    ['is the one under way, not the one remembered', { status: 'acw' }, { acw: acw(99), remembered: { call: null, acw: acw(77) } }, acw(99)],
  ])('after-call work %s', (_, told, context, expected) => {
    expect(regain(told, context).acw).toEqual(expected);
  });
});

describe('regained with the leg of the third party: the customer has gone', () => {
  const told = { leg: { callID: 'call-1', callType: 'Consult' } };

  test('it is the call from now on, and the customer\'s leg is over', () => {
    const third = { ...consultLeg, establishedAt: 5 };
    const change = regain(told, { call: callLeg, consult: third, hasTalked: true, callNumber: 4 });
    expect(change).toEqual({ ended: [CUSTOMER], call: third, consult: null, acw: null, hasTalked: true, callNumber: 5, remembered: null });
    expect(change.call).toBe(third);
  });

  test('who has not answered is still waited for, and after-call work will follow', () => {
    const change = regain(told, { call: callLeg, consult: consultLeg, hasTalked: true, callNumber: 4 });
    expect(change).toMatchObject({ call: { ...THIRD, establishedAt: null }, consult: null, hasTalked: true });
  });

  test('as remembered from before the page was loaded anew', () => {
    const was = (phase: 'dialing' | 'talking') => regain(told, rememberedAs({ work: 'consulting', phase }));
    expect(was('dialing')).toMatchObject({ call: { ...THIRD, establishedAt: null }, consult: null, hasTalked: true, callNumber: 1, remembered: null });
    expect(was('talking').call?.establishedAt).not.toBeNull();
    const neverTalked = rememberedAs({ work: 'consulting', phase: 'dialing', leg: { ...callLeg, establishedAt: null } });
    expect(regain(told, neverTalked).hasTalked).toBe(false);
  });
});

describe('regained with the call that is known', () => {
  const known = { call: callLeg, hasTalked: true, callNumber: 4 };

  test('it stays the same call', () => {
    const change = regain({ leg: { callID: 'call-1' } }, known);
    expect(change).toEqual({ ended: [], call: callLeg, consult: null, acw: null, hasTalked: true, callNumber: 4, remembered: null });
    expect(change.call).toBe(callLeg);
  });

  test('more is known of it', () => {
    const change = regain({ leg: { callID: 'call-1' }, details: details({ skill: 'x' }) }, known);
    expect(revealed(change.call!.details)).toEqual({ skill: 'x' });
    expect(change.call).toMatchObject({ ...CUSTOMER, establishedAt: 2 });
  });

  test('it rings on, if it was ringing', () => {
    const ringing = { ...callLeg, establishedAt: null };
    const change = regain({ leg: { callID: 'call-1' } }, { call: ringing, callNumber: 4 });
    expect(change.call).toBe(ringing);
    expect(change.hasTalked).toBe(false);
  });

  test('was talked on before, though it does not look so', () => {
    const change = regain({ leg: { callID: 'call-1' } }, { ...known, call: { ...callLeg, establishedAt: null } });
    expect(change.hasTalked).toBe(true);
  });

  test('is answered now, if the server says so and it was ringing', () => {
    const change = regain({ leg: { callID: 'call-1' }, status: 'talking', statusIsNews: true }, { call: { ...callLeg, establishedAt: null } });
    expect(change.call?.establishedAt).toBe(10);
    expect(change.hasTalked).toBe(true);
  });

  test.each(['talking', 'holding', 'consulting', 'conferencing'])('is answered when it was, in the status %s', (status) => {
    expect(regain({ leg: { callID: 'call-1' }, status, statusIsNews: true }, known).call?.establishedAt).toBe(2);
  });

  test('is not answered, if the server says that it rings', () => {
    expect(regain({ leg: { callID: 'call-1' }, status: 'ringing', statusIsNews: true }, known).call?.establishedAt).toBeNull();
  });

  test('its consult goes on, answered or not', () => {
    const change = regain({ leg: { callID: 'call-1' } }, { ...known, consult: consultLeg });
    expect(change.consult).toBe(consultLeg);
    expect(change.ended).toEqual([]);
    const answered = { ...consultLeg, establishedAt: 5 };
    expect(regain({ leg: { callID: 'call-1' } }, { ...known, consult: answered }).consult).toBe(answered);
  });

  test('its consult is over, if the server names another status', () => {
    const change = regain({ leg: { callID: 'call-1' }, status: 'holding', statusIsNews: true }, { ...known, consult: consultLeg });
    expect(change).toMatchObject({ consult: null, ended: [THIRD] });
  });

  test('more is known of its consult', () => {
    const change = regain({ leg: { callID: 'call-1' }, consultDetails: details({ otherDN: '1002' }) }, { ...known, consult: consultLeg });
    expect(change.consult).toMatchObject({ ...THIRD, establishedAt: null });
    expect(revealed(change.consult!.details)).toEqual({ otherDN: '1002' });
  });

  test('has a consult from now on, if the server says so', () => {
    const change = regain({ leg: { callID: 'call-1' }, status: 'consulting', statusIsNews: true }, known);
    expect(change.consult).toMatchObject({ callID: null, partyID: null, callType: 'Consult', establishedAt: 10 });
  });
});

describe('regained with another call', () => {
  test('the one that was known is over, and its consult', () => {
    const change = regain({ leg: { callID: 'call-9' } }, { call: callLeg, consult: consultLeg, callNumber: 4 });
    expect(change).toMatchObject({
      ended: [CUSTOMER, THIRD], call: { callID: 'call-9', partyID: null, callType: null, establishedAt: 10 }, consult: null, hasTalked: true, callNumber: 5,
    });
  });

  test('it is not the known one for want of a callID on both sides', () => {
    const change = regain({ leg: { partyID: 'party-9' } }, { call: { ...callLeg, callID: null }, callNumber: 4 });
    expect(change).toMatchObject({ call: { partyID: 'party-9' }, callNumber: 5 });
  });

  test('its consult is not the one that was known', () => {
    const change = regain({ leg: { callID: 'call-9' }, status: 'consulting' }, { call: callLeg, consult: consultLeg });
    expect(change.consult).toMatchObject({ callID: null, partyID: null, callType: 'Consult', establishedAt: 10 });
    expect(change.ended).toEqual([CUSTOMER, THIRD]);
  });

  test('it was not talked on, if it rings', () => {
    const change = regain({ leg: { callID: 'call-9' }, status: 'ringing' }, { call: callLeg, hasTalked: true });
    expect(change.hasTalked).toBe(false);
    expect(change.call?.establishedAt).toBeNull();
  });
});

describe('regained with the call that is remembered', () => {
  test('it is the remembered one', () => {
    const change = regain({ leg: { callID: 'call-1' } }, { remembered, callNumber: 0 });
    expect(change).toMatchObject({ call: { ...CUSTOMER, establishedAt: 2 }, consult: null, callNumber: 1, hasTalked: true, remembered: null });
  });

  test('but not if another call is', () => {
    const change = regain({ leg: { callID: 'call-9' } }, { remembered });
    expect(change.call).toMatchObject({ callID: 'call-9', partyID: null, establishedAt: 10 });
  });

  test.each([['dialing', null], ['talking', 10]] as const)('its consult goes on as remembered: %s', (phase, establishedAt) => {
    const change = regain({ leg: { callID: 'call-1' } }, rememberedAs({ work: 'consulting', phase }));
    expect(change.consult).toMatchObject({ ...THIRD, establishedAt });
  });

  test('its consult was answered when it is remembered to have been', () => {
    const consult = { ...consultLeg, establishedAt: 5 };
    expect(regain({ leg: { callID: 'call-1' } }, rememberedAs({ work: 'consulting', phase: 'talking', consult })).consult).toBe(consult);
  });

  test('a call that is known comes before it', () => {
    const live = { ...callLeg, establishedAt: 7 };
    expect(regain({ leg: { callID: 'call-1' } }, { call: live, remembered }).call).toBe(live);
  });
});

test('nothing is regained by another event', () => {
  expect(regainCall(question({ type: 'agent.ready' }, { call: callLeg }))).toEqual({});
});
