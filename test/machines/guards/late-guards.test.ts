import { describe, expect, test } from '@jest/globals';
import { isDoneBy, isLateRejection, isLateSuccess, lateRejectionOf } from '../../../machines/guards/late-guards.js';
import type { LateRejection } from '../../../machines/context.js';
import { remember } from '../../../machines/calls/roster.js';
import type { AgentContext, CommandName, Roster } from '../../../machines/index.js';
import { question } from '../../support/guard-question.js';
import { callOf, callsOf, CUSTOMER, lanesOf, offered, pendingOf, STRANGER, talk } from '../../support/machine-context.js';

const hold: LateRejection = { command: 'holdCall', until: 100, about: [1], confirmedBy: [{ fact: 'call.held', leg: 'call' }] };
const error = (more: object = {}) => ({ type: 'call.error', at: 50, ...more });
const found = (
  event: object,
  calls: Partial<Roster> = { call: talk },
  late: readonly LateRejection[] = [hold],
  more: Partial<AgentContext> = {},
) => lateRejectionOf(question(event, callsOf(calls, { lateRejections: late, ...more })))?.command;

describe('an error is the late rejection of a command', () => {
  test('that is expected, the oldest first', () => {
    expect(found(error())).toBe('holdCall');
    expect(found(error(), {}, [{ ...hold, command: 'muteCall' }, hold])).toBe('muteCall');
    expect(found(error(), {}, [])).toBeUndefined();
    expect(found({ ...error(), type: 'call.held', leg: CUSTOMER })).toBeUndefined();
  });

  test('for a second', () => {
    expect(found(error({ at: 99 }))).toBe('holdCall');
    expect(found(error({ at: 100 }))).toBeUndefined();
    // By a clock that was set back, not before the command was sent.
    expect([found(error({ at: -900 })), found(error({ at: -901 }))]).toEqual(['holdCall', undefined]);
  });

  test('if its code can refuse that', () => {
    expect(found(error({ refuses: ['muteCall', 'holdCall'] }))).toBe('holdCall');
    expect(found(error({ refuses: ['muteCall'] }))).toBeUndefined();
  });

  test('but not if it can refuse any command, and one is pending that an error event refuses', () => {
    const one = (command: CommandName, more: object = {}) => found(error(more), { call: talk }, [hold], lanesOf(pendingOf(command)));
    expect(one('makeCall')).toBeUndefined();
    expect(one('makeCall', { refuses: ['holdCall'] })).toBe('holdCall');
    expect([one('ready'), one('sendDtmf')]).toEqual(['holdCall', 'holdCall']);
  });

  test('if the leg that it names is of a call that the command was for, live or over, or of none that is known', () => {
    expect(found(error({ leg: CUSTOMER }))).toBe('holdCall');
    expect(found(error({ leg: { callID: 'x' } }))).toBe('holdCall');
    const waiting = { call: talk, waiting: [offered] };
    expect(found(error({ leg: STRANGER }), waiting)).toBeUndefined();
    expect(found(error({ leg: STRANGER }), { ...waiting, over: remember([], { ...offered, number: 7 }) })).toBeUndefined();
  });

  test('also where another call has the name now, of the one that is over', () => {
    const over = remember([], callOf(CUSTOMER, { number: 1 }));
    const next = callOf({ ...CUSTOMER, partyID: 'party-9' }, { number: 5 });
    expect(found(error({ leg: { callID: CUSTOMER.callID } }), { call: next, over })).toBe('holdCall');
    expect(found(error({ leg: { callID: 'call-8' } }), { call: callOf({ callID: 'call-8' }, { number: 5 }), over })).toBeUndefined();
    expect(found(error({ leg: { partyID: 'party-9' } }), { call: next, over })).toBeUndefined();
    expect(found(error({ leg: { callID: CUSTOMER.callID, partyID: 'party-9' } }), { call: next, over })).toBeUndefined();
    const samePhone = callOf({ ...CUSTOMER, callID: 'call-8' }, { number: 5 });
    expect(found(error({ leg: { partyID: CUSTOMER.partyID } }), { call: samePhone, over })).toBe('holdCall');
  });

  test('and asks for an answer', () => {
    expect(isLateRejection(question(error(), callsOf({}, { lateRejections: [hold] })))).toBe(true);
    expect(isLateRejection(question(error()))).toBe(false);
  });
});

describe('a fact says that the command was done after all', () => {
  const held = { type: 'call.held', leg: CUSTOMER } as never;
  test('if it is what would have confirmed it', () => {
    expect(isDoneBy(hold, held)).toBe(true);
    expect(isDoneBy({ ...hold, confirmedBy: [{ fact: 'call.retrieved' }, { fact: 'call.held' }] }, held)).toBe(true);
    expect(isDoneBy({ ...hold, confirmedBy: [{ fact: 'call.retrieved' }] }, held)).toBe(false);
  });

  test('of any that is expected', () => {
    const other = { ...hold, confirmedBy: [{ fact: 'call.retrieved' as const }] };
    expect(isLateSuccess(question({ type: 'call.held', leg: CUSTOMER }, callsOf({}, { lateRejections: [other, hold] })))).toBe(true);
    expect(isLateSuccess(question({ type: 'call.held', leg: CUSTOMER }, callsOf({}, { lateRejections: [other] })))).toBe(false);
  });
});
