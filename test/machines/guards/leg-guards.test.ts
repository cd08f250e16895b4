import { describe, expect, test } from '@jest/globals';
import * as guards from '../../../machines/guards/leg-guards.js';
import type { AgentContext } from '../../../machines/index.js';
import { remember } from '../../../machines/calls/roster.js';
import { question } from '../../support/guard-question.js';
import { callOf, callsOf, consult, CUSTOMER, lanesOf, offered, pendingOf, STRANGER, talk, THIRD } from '../../support/machine-context.js';

type Guard = (input: ReturnType<typeof question>) => boolean;
const asks = (guard: Guard, event: object, context: Partial<AgentContext> = callsOf({ call: talk })) => guard(question(event, context));
const asked = lanesOf(pendingOf('initiateConsult'));
const SECOND = { ...CUSTOMER, partyID: 'party-7' };

describe('a leg to a third party starts', () => {
  const starts = (event: object, context?: Partial<AgentContext>) => asks(guards.startsThird, event, context);

  test.each<[string, object, Partial<AgentContext> | undefined, boolean]>([
    ['where it says that it is a consult', { type: 'call.dialing', leg: THIRD }, undefined, true],
    ['established at once', { type: 'call.established', leg: THIRD }, undefined, true],
    ['and ends at once', { type: 'call.released', leg: THIRD }, undefined, true],
    ['but does not ring here', { type: 'call.ringing', leg: THIRD }, undefined, false],
    [
      'but not in a call that nobody has answered',
      { type: 'call.dialing', leg: THIRD },
      callsOf({ call: { ...talk, establishedAt: null } }),
      false,
    ],
    ['but not without a call', { type: 'call.dialing', leg: THIRD }, callsOf({}), false],
    ['but not where nobody has asked and nothing says so', { type: 'call.dialing', leg: SECOND }, undefined, false],
    ['where it was asked for, as a further leg of the call', { type: 'call.dialing', leg: SECOND }, callsOf({ call: talk }, asked), true],
    [
      'where it was asked for, as a call of its own',
      { type: 'call.dialing', leg: { callID: 'x', partyID: 'y' } },
      callsOf({ call: talk }, asked),
      true,
    ],
    ['but not as a customer who calls meanwhile', { type: 'call.dialing', leg: STRANGER }, callsOf({ call: talk }, asked), false],
    [
      'where a regain has named the call only, as what dials',
      { type: 'call.dialing', leg: CUSTOMER },
      callsOf({ call: { ...talk, isLegOpen: true } }, asked),
      true,
    ],
    [
      'but not there as what is established',
      { type: 'call.established', leg: CUSTOMER },
      callsOf({ call: { ...talk, isLegOpen: true } }, asked),
      false,
    ],
    [
      'as a further leg of the call that says so',
      { type: 'call.dialing', leg: { ...SECOND, callType: 'Consult' } },
      callsOf({ call: { ...talk, callType: null } }),
      true,
    ],
    [
      'but not where the agent was consulted',
      { type: 'call.dialing', leg: { ...SECOND, callType: 'Consult' } },
      callsOf({ call: { ...talk, callType: 'Consult' } }),
      false,
    ],
    ['but not there unasked', { type: 'call.dialing', leg: CUSTOMER }, callsOf({ call: { ...talk, isLegOpen: true } }), false],
    ['but not as what is said of no leg', { type: 'acw.started' }, undefined, false],
  ])('%s', (_name, event, context, answer) => {
    expect(starts(event, context)).toBe(answer);
  });

  test('by a name that is over only where it was asked for, by call and type alone, and does not end', () => {
    const over = remember([], callOf({ ...THIRD, partyID: null }, { number: 2 }));
    const named = { callID: THIRD.callID, callType: THIRD.callType };
    const again = callsOf({ call: talk, over }, asked);
    expect(starts({ type: 'call.dialing', leg: named }, again)).toBe(true);
    expect(starts({ type: 'call.released', leg: named }, again)).toBe(false);
    expect(starts({ type: 'call.dialing', leg: named }, callsOf({ call: talk, over }))).toBe(false);
    const whole = callsOf({ call: talk, over: remember([], consult) }, asked);
    expect(starts({ type: 'call.dialing', leg: THIRD }, whole)).toBe(false);
  });

  test('but not as what is left of the consult of a call that is over', () => {
    const over = remember([], callOf({ callID: 'x', partyID: 'p', callType: 'Inbound' }, { number: 2 }));
    const left = { callID: 'x', partyID: 'q', callType: 'Consult' };
    expect(starts({ type: 'call.dialing', leg: left }, callsOf({ call: talk, over }))).toBe(false);
    expect(starts({ type: 'call.dialing', leg: { ...left, callID: 'z' } }, callsOf({ call: talk, over }))).toBe(true);
  });
});

describe('what is said of no leg', () => {
  test.each(Object.entries(guards).filter(([, guard]) => guard.length === 1) as unknown as readonly [string, Guard][])(
    'is nothing to %s',
    (_name, guard) => {
      expect(asks(guard, { type: 'agent.ready' }, callsOf({ call: talk, third: consult, waiting: [offered] }))).toBe(false);
    },
  );
});

describe('a leg comes in', () => {
  test.each([
    [{ leg: CUSTOMER }, true],
    [{ leg: THIRD }, true],
    [{ leg: { ...CUSTOMER, callType: 'Outbound' } }, false],
    [{ leg: { ...CUSTOMER, callType: 'Outbound' }, isIncoming: true }, true],
    [{ leg: { ...CUSTOMER, callType: 'Outbound' }, isIncoming: false }, false],
  ])('%j: %s', (more, answer) => {
    expect(asks(guards.isIncoming, { type: 'call.ringing', ...more })).toBe(answer);
  });
});

describe('a leg that rings may be the phone of the agent who has called', () => {
  const context = callsOf({ call: callOf({}, { number: 1, work: 'calling' }) });
  const own = { callID: 'x', partyID: 'y', callType: 'Outbound' };
  test.each<[string, object, boolean]>([
    ['if it comes in', { leg: own, isIncoming: true }, true],
    ['but not if nothing says so', { leg: own }, false],
    ['but not if it does not', { leg: own, isIncoming: false }, false],
    ['but not between two colleagues', { leg: { ...own, callType: 'Internal' }, isIncoming: true }, false],
    ['but not if somebody is brought in', { leg: own, isIncoming: true, isBroughtIn: true }, false],
    ['if nobody is', { leg: own, isIncoming: true, isBroughtIn: false }, true],
    ['but not if the customer calls', { leg: CUSTOMER, isIncoming: true }, false],
  ])('%s', (_name, more, answer) => {
    expect(asks(guards.mayBeOwnPhone, { type: 'call.ringing', ...more }, context)).toBe(answer);
  });
});

describe('a refusal says that a call is over', () => {
  const context = callsOf({ call: talk, waiting: [offered, { ...offered, number: 4 }] });
  const says = (numbers: unknown, type = 'call.isOver') => ({ type, numbers });

  test('the one in hand', () => {
    expect(asks(guards.isCallStatedOver, says([3, 1]), context)).toBe(true);
    expect(asks(guards.isCallStatedOver, says([3]), context)).toBe(false);
    expect(asks(guards.isCallStatedOver, says([1]), callsOf({}))).toBe(false);
    expect(asks(guards.isCallStatedOver, says([1], 'call.error'), context)).toBe(false);
    expect(asks(guards.isCallStatedOver, says(undefined), context)).toBe(false);
  });

  test('one of those that wait', () => {
    expect(asks(guards.isWaitingStatedOver, says([1, 3]), context)).toBe(true);
    expect(asks(guards.isWaitingStatedOver, says([1]), context)).toBe(false);
    expect(asks(guards.isWaitingStatedOver, says([3]), callsOf({ call: talk }))).toBe(false);
    expect(asks(guards.isWaitingStatedOver, says([3], 'call.error'), context)).toBe(false);
    expect(asks(guards.isWaitingStatedOver, says(undefined), context)).toBe(false);
  });
});

describe('a leg that is over was answered after all', () => {
  const late = (more: object = {}, rule = 'over') => ({
    type: 'fact.ignored',
    rule,
    fact: { type: 'call.established', leg: CUSTOMER, at: 1, wasAnsweredUnheard: true, ...more },
  });
  const was = (event: object, enabled = true) =>
    asks(guards.wasAnsweredAfterAll, event, callsOf({}, { acwPolicy: { enabled, seconds: null } }));

  test('where nobody had heard it, and after-call work follows talks', () => {
    expect(was(late())).toBe(true);
    expect(was(late(), false)).toBe(false);
    expect(was(late({ wasAnsweredUnheard: undefined }))).toBe(false);
    expect(was(late({ type: 'call.held' }))).toBe(false);
    expect(was(late({}, 'late'))).toBe(false);
    expect(was({ ...late(), type: 'call.established' })).toBe(false);
  });
});

describe('a call that waits is answered', () => {
  const answered = { type: 'call.established', leg: STRANGER };
  const waiting = (about: readonly number[] | undefined, command: 'answer' | 'hangup' = 'answer') =>
    callsOf(
      { call: talk, waiting: [offered] },
      lanesOf({ ...pendingOf(command), ...(about === undefined ? {} : { about }), lane: 'call' }),
    );

  test('by the agent, if that was asked for', () => {
    expect(asks(guards.isOwnAnswer, answered, waiting([3]))).toBe(true);
    expect(asks(guards.isOwnAnswer, answered, waiting([1]))).toBe(false);
    expect(asks(guards.isOwnAnswer, answered, waiting([3], 'hangup'))).toBe(false);
    expect(asks(guards.isOwnAnswer, answered, callsOf({ call: talk, waiting: [offered] }))).toBe(false);
    expect(asks(guards.isOwnAnswer, { ...answered, leg: CUSTOMER }, waiting([1]))).toBe(false);
    expect(asks(guards.isOwnAnswer, { ...answered, leg: { callID: 'x', partyID: 'y' } }, waiting([3]))).toBe(false);
  });
});

describe('a conference', () => {
  test('is of the call whichever party is named, be it one whose leg is over', () => {
    const over = remember([], callOf({ ...CUSTOMER, partyID: 'gone' }, { number: 1 }));
    const context = callsOf({ call: talk, over });
    const formed = (leg: object) => ({ type: 'conference.partyDeleted', leg });
    expect(asks(guards.isOfConference, formed(CUSTOMER), context)).toBe(true);
    expect(asks(guards.isOfConference, formed({ ...CUSTOMER, partyID: 'gone' }), context)).toBe(true);
    expect(asks(guards.isOfConference, formed(STRANGER), context)).toBe(false);
    expect(asks(guards.isOfConference, { type: 'call.held', leg: CUSTOMER }, context)).toBe(false);
    expect(asks(guards.isThisCall, { type: 'call.held', leg: { ...CUSTOMER, partyID: 'gone' } }, context)).toBe(false);
  });
});

describe('a call is new', () => {
  test('if nobody knows it, or if it is offered anew', () => {
    const ringing = { type: 'call.ringing', leg: STRANGER };
    expect(asks(guards.isNewCall, ringing)).toBe(true);
    expect(asks(guards.isFirstCall, ringing)).toBe(false);
    expect(asks(guards.isFirstCall, ringing, callsOf({}))).toBe(true);
    expect(asks(guards.isNewCall, { ...ringing, leg: CUSTOMER })).toBe(false);
    const ended = callsOf({ over: remember([], talk) });
    expect(asks(guards.isNewCall, { ...ringing, leg: CUSTOMER }, ended)).toBe(false);
    expect(asks(guards.isNewCall, { ...ringing, leg: CUSTOMER, isNewOffer: true }, ended)).toBe(true);
    // Another of its legs still rings: the one that is offered anew is one of that call's.
    const ringsOn = callsOf({ call: { ...talk, legs: [{ partyID: 'party-9', isEstablished: false }] }, over: remember([], talk) });
    expect(asks(guards.isNewCall, { ...ringing, leg: CUSTOMER, isNewOffer: true }, ringsOn)).toBe(false);
    expect(asks(guards.isNewCall, { type: 'call.dialing', leg: THIRD })).toBe(false);
    expect(asks(guards.isStrangers, ringing)).toBe(true);
    expect(asks(guards.isStrangers, { ...ringing, leg: { callID: CUSTOMER.callID } })).toBe(false);
  });
});

describe('the last leg ends', () => {
  const two = {
    ...talk,
    legs: [
      { partyID: 'party-1', isEstablished: false },
      { partyID: 'party-7', isEstablished: false },
    ],
  };
  test('and with it the call', () => {
    expect(asks(guards.endsCall, { type: 'call.released', leg: CUSTOMER })).toBe(true);
    expect(asks(guards.endsCall, { type: 'call.released', leg: CUSTOMER }, callsOf({ call: two }))).toBe(false);
    expect(asks(guards.endsCall, { type: 'call.released', leg: THIRD }, callsOf({ call: talk, third: consult }))).toBe(false);
  });

  test('and with it the consult', () => {
    const legs = [
      { partyID: 'party-2', isEstablished: false },
      { partyID: 'party-8', isEstablished: false },
    ];
    expect(asks(guards.endsThird, { type: 'call.released', leg: THIRD }, callsOf({ call: talk, third: consult }))).toBe(true);
    expect(asks(guards.endsThird, { type: 'call.released', leg: THIRD }, callsOf({ call: talk, third: { ...consult, legs } }))).toBe(false);
    expect(asks(guards.endsThird, { type: 'call.released', leg: CUSTOMER }, callsOf({ call: talk, third: consult }))).toBe(false);
  });
});

describe('where the customer and the third party fit equally well', () => {
  const context = callsOf({ call: callOf({}, { number: 1, establishedAt: 2 }), third: callOf({}, { number: 2 }) });
  test.each([
    ['call.held', true],
    ['call.retrieved', true],
    ['call.established', false],
    ['call.released', false],
  ])('%s is rather of the customer: %s', (type, isCustomers) => {
    expect([asks(guards.isCall, { type, leg: {} }, context), asks(guards.isThird, { type, leg: {} }, context)]).toEqual([
      isCustomers,
      !isCustomers,
    ]);
  });
});

test('a party that nobody knows is of the call, or of the consult, by its callID', () => {
  const context = callsOf({ call: talk, third: { ...consult, callID: 'call-2' } });
  const isOne = (leg: object) =>
    asks(guards.isThisCall, { type: 'call.partyChanged', leg: { partyID: 'new', callType: 'Outbound', ...leg } }, context);
  expect([isOne({ callID: 'call-1' }), isOne({ callID: 'call-2' }), isOne({ callID: 'call-3' }), isOne({})]).toEqual([
    true,
    true,
    false,
    false,
  ]);
});

describe('a leg of the live call that is over', () => {
  const context = callsOf({ call: talk, over: remember([], { ...talk, legs: [{ partyID: 'party-7', isEstablished: true }] }) });

  test('may be the party that a fact about a conference names, and else is none of this call', () => {
    expect(asks(guards.isThisCall, { type: 'conference.partyDeleted', leg: SECOND }, context)).toBe(true);
    expect(asks(guards.isThisCall, { type: 'call.held', leg: SECOND }, context)).toBe(false);
  });
});
