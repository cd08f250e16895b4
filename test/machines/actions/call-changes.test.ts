import { describe, expect, test } from '@jest/globals';
import {
  answerWaiting,
  beginCall,
  beginOwnCall,
  endCall,
  endLeg,
  ending,
  enterWork,
  establishCall,
  noteBusy,
  offerCall,
  replaceOwnCall,
  splitOwnCall,
  swapCalls,
  unanswerCall,
  updateCall,
  withoutOffered,
} from '../../../machines/actions/call-changes.js';
import type { AgentEvent, LegFact } from '../../../machines/index.js';
import {
  callOf,
  callsOf,
  contextOf,
  CUSTOMER,
  lanesOf,
  offered,
  pendingOf,
  rosterOf,
  STRANGER,
  talk,
} from '../../support/machine-context.js';

const fact = (type: LegFact['type'], leg: object, more: object = {}): AgentEvent => ({ type, leg, time: 70, at: 77, ...more });
const noLeg = { type: 'agent.ready', time: 70, at: 77 } as unknown as AgentEvent;

describe('where there is no such call, or nothing is said of a leg, nothing changes', () => {
  const none = callsOf({});
  const one = callsOf({ call: talk });
  test.each<[string, unknown]>([
    ['ids', updateCall({ context: none, event: fact('call.held', CUSTOMER) })],
    ['ids of no leg', updateCall({ context: one, event: noLeg })],
    ['ids that are known', updateCall({ context: one, event: fact('call.held', CUSTOMER) })],
    ['an answer', establishCall({ context: none, event: fact('call.established', CUSTOMER) })],
    ['an answer of no leg', establishCall({ context: one, event: noLeg })],
    [
      'an answer that is known',
      establishCall({ context: callsOf({ call: callOf(CUSTOMER, { establishedAt: 2 }) }), event: fact('call.established', CUSTOMER) }),
    ],
    ['an answer taken back', unanswerCall({ context: none, event: fact('call.ringing', CUSTOMER) })],
    ['the end of a leg', endLeg({ context: none, event: fact('call.released', CUSTOMER) })],
    ['the end of no leg', endLeg({ context: one, event: noLeg })],
    ['why nobody answers', noteBusy({ context: none, event: fact('call.destinationBusy', CUSTOMER) })],
    ['why nobody answers, of no leg', noteBusy({ context: one, event: noLeg })],
    ['another talk in hand, and there is none', swapCalls({ context: callsOf({ call: talk, waiting: [offered] }), event: noLeg })],
    ['an answer to a waiting call', answerWaiting({ context: one, event: fact('call.established', STRANGER) })],
    ['an answer to a waiting call, of no leg', answerWaiting({ context: one, event: noLeg })],
    ['an own call that is another', splitOwnCall({ context: none, event: fact('call.dialing', CUSTOMER) })],
    ['an offer', offerCall({ context: none, event: noLeg })],
  ])('%s', (_name, change) => {
    expect(change).toEqual({});
  });
});

describe('a call that begins', () => {
  test.each<[string, object, boolean]>([
    ['in after-call work takes its place', {}, false],
    ['before the last call ended puts its after-call work off', { hasWaited: true }, true],
  ])('%s', (_name, more, hasTalked) => {
    const context = callsOf({}, { acw: { since: 1, deadline: 9 } });
    expect(beginCall({ context, event: fact('call.ringing', STRANGER, more) })).toMatchObject({ roster: { hasTalked }, acw: null });
  });

  test.each<[LegFact['type'], string, boolean]>([
    ['call.dialing', 'Consult', true],
    ['call.dialing', 'Outbound', false],
    ['call.ringing', 'Consult', false],
  ])('is what is left of a consult where it dials for one: %s, %s', (type, callType, hasTalked) => {
    const context = callsOf({}, { acw: { since: 1, deadline: 9 } });
    expect(beginCall({ context, event: fact(type, { ...STRANGER, callType }) }).roster?.hasTalked).toBe(hasTalked);
  });

  test('because the agent asks for it has a number of its own, which its command knows', () => {
    const makeCall = pendingOf('makeCall', { about: [], known: [] });
    const { roster, pending } = beginOwnCall({ context: callsOf({ waiting: [offered], count: 3 }, lanesOf(makeCall)), event: noLeg });
    expect(roster).toMatchObject({ call: { number: 4, work: 'calling' }, count: 4, waiting: [offered] });
    expect(pending?.makeCall).toMatchObject({ about: [4], known: [4] });
  });

  test('has waited for nothing where there was no after-call work', () => {
    expect(beginCall({ context: callsOf({}), event: fact('call.ringing', STRANGER, { hasWaited: true }) }).roster?.hasTalked).toBe(false);
  });
});

describe('an answer that was guessed and is none', () => {
  const guessed = callOf(CUSTOMER, { number: 1, establishedAt: 2, isOffered: true });
  test.each<[LegFact['type'], boolean]>([
    ['call.ringing', true],
    ['call.dialing', false],
  ])('leaves a call of this leg that nobody has answered: %s', (type, isOffered) => {
    const { roster } = unanswerCall({ context: callsOf({ call: guessed }), event: fact(type, CUSTOMER) });
    expect(roster?.call).toEqual({ ...guessed, legs: [{ partyID: 'party-1', isEstablished: false }], establishedAt: null, isOffered });
  });
});

test('of two legs of a call, the one that ends is over, and the other left', () => {
  const legs = [
    { partyID: 'party-1', isEstablished: true },
    { partyID: 'party-7', isEstablished: false },
  ];
  const context = callsOf({ call: { ...talk, legs } });
  const { roster } = endLeg({ context, event: fact('call.released', { ...CUSTOMER, partyID: 'party-7' }) });
  expect(roster?.call?.legs).toEqual([{ partyID: 'party-1', isEstablished: true }]);
  expect(roster?.over).toEqual([{ callID: 'call-1', partyID: 'party-7', callType: 'Inbound', number: 1, wasEstablished: true }]);
});

test('why nobody answers is noted with the call', () => {
  const { roster } = noteBusy({ context: callsOf({ call: talk }), event: fact('call.destinationBusy', CUSTOMER) });
  expect(roster?.call?.cause).toBe('busy');
});

describe('a release names the leg that ends', () => {
  test.each([
    ['where nobody has named the call', callOf({}, { number: 1 })],
    ['where only the call is named', callOf({ callID: 'call-1' }, { number: 1 })],
    ['where a regain has named the call only', callOf({ callID: 'call-1', partyID: 'party-0' }, { number: 1, isLegOpen: true })],
  ])('%s', (_name, call) => {
    expect(ending(call, { context: callsOf({ call }), event: fact('call.released', CUSTOMER) })).toMatchObject({
      callID: 'call-1',
      legs: [{ partyID: 'party-1' }],
    });
  });

  test('and no other fact does, nor is a call named anew', () => {
    const unnamed = callOf({}, { number: 1 });
    expect(ending(unnamed, { context: callsOf({}), event: fact('call.held', CUSTOMER) })).toBe(unnamed);
    expect(ending(talk, { context: callsOf({}), event: fact('call.released', { ...CUSTOMER, partyID: 'party-7' }) })).toBe(talk);
    expect(ending(null, { context: callsOf({}), event: fact('call.released', CUSTOMER) })).toBeNull();
  });
});

describe('a leg that is offered anew', () => {
  const over = (ids: object) => ({ callID: undefined, partyID: undefined, callType: undefined, number: 7, wasEstablished: false, ...ids });
  const left = (ids: object, more: object = { isNewOffer: true }) =>
    withoutOffered(rosterOf({ over: [over(ids)] }), { context: contextOf(), event: fact('call.ringing', STRANGER, more) }).over.length;

  test.each<[string, object, number]>([
    ['itself', STRANGER, 0],
    ['another leg of its call', { ...STRANGER, partyID: 'party-0' }, 0],
    ['itself, of which only the party is known', { partyID: 'party-9' }, 0],
    ['a consult in its call', { ...STRANGER, partyID: 'party-0', callType: 'Consult' }, 1],
    ['its party in another call', { ...STRANGER, callID: 'call-0' }, 1],
    ['another call, of which no party is known', { callID: 'call-0' }, 1],
  ])('is not over: of %s, %#', (_name, ids, count) => {
    expect(left(ids)).toBe(count);
    expect(left(ids, {})).toBe(1);
  });

  test('is not over though nothing else is said of it that is new', () => {
    const context = callsOf({ call: talk, over: [over(CUSTOMER)] });
    expect(updateCall({ context, event: fact('call.ringing', CUSTOMER, { isNewOffer: true }) })).toEqual({
      roster: { ...context.roster, over: [] },
    });
  });
});

describe('of a transfer, when its call ends,', () => {
  const transfer = { deadline: 9, third: offered, isThirdHeld: false, isDone: false };
  const transferAfter = (isDone: boolean) =>
    endCall({ context: callsOf({ call: talk }, { transfer: { ...transfer, isDone } }), event: fact('call.released', CUSTOMER) }).transfer;

  test('a refusal may still come where it counts as done', () => {
    expect(transferAfter(true)).toEqual({ ...transfer, isDone: true });
  });

  test('nothing is left where it does not, or where there is none', () => {
    expect(transferAfter(false)).toBeNull();
    expect(endCall({ context: callsOf({ call: talk }), event: fact('call.released', CUSTOMER) }).transfer).toBeNull();
  });
});

describe('the talk that waits is taken in hand', () => {
  const other = callOf(STRANGER, { number: 3, work: 'talking', establishedAt: 4 });

  test('and the call in hand waits', () => {
    const { roster } = swapCalls({ context: callsOf({ call: talk, waiting: [offered, other] }), event: noLeg });
    expect(roster).toMatchObject({ call: other, waiting: [offered, talk] });
  });

  test('and nothing waits for a call that was only asked for, or for none', () => {
    const asked = { ...talk, work: 'calling' } as const;
    expect(swapCalls({ context: callsOf({ call: asked, waiting: [other] }), event: noLeg }).roster).toMatchObject({
      call: other,
      waiting: [],
    });
    expect(swapCalls({ context: callsOf({ call: null, waiting: [other] }), event: noLeg }).roster).toMatchObject({
      call: other,
      waiting: [],
    });
  });
});

test('the leg that rang where a call was asked for is another call: the one asked for waits, under its own number', () => {
  const { roster } = splitOwnCall({ context: callsOf({ call: talk, count: 5 }), event: fact('call.dialing', STRANGER) });
  expect(roster).toMatchObject({ count: 6, call: { ...talk, number: 6 }, waiting: [{ number: 1, callID: 'call-9', work: 'dialing' }] });
});

test('a call that the other side has begun is offered', () => {
  expect(offerCall({ context: callsOf({ call: talk }), event: noLeg }).roster?.call).toEqual({ ...talk, isOffered: true });
});

test('a work status is since it happened, or since the regain says', () => {
  const context = callsOf({ call: talk });
  expect(enterWork({ context, event: fact('call.held', CUSTOMER) }, { work: 'holding' })).toEqual({
    workSince: 70,
    roster: { ...context.roster, call: { ...talk, work: 'holding', since: 70 } },
  });
  const regain = {
    type: 'connection.regained',
    leg: CUSTOMER,
    status: 'holding',
    statusIsNews: true,
    statusSince: 33,
    time: 70,
    at: 77,
  } as unknown as AgentEvent;
  expect(enterWork({ context, event: regain }, { work: 'holding' })).toMatchObject({ workSince: 33, roster: { call: { since: 33 } } });
  expect(enterWork({ context: callsOf({}), event: fact('call.held', CUSTOMER) }, { work: 'holding' })).toEqual({
    workSince: 70,
    roster: callsOf({}).roster,
  });
});

describe('the call with the ids that its release names', () => {
  const released = fact('call.released', { ...CUSTOMER, partyID: 'party-9' });
  const endingOf = (call: ReturnType<typeof callOf>) => ending(call, { context: callsOf({ call }), event: released });

  test('is as it was, where all are known: another party of it is not its own', () => {
    expect(endingOf(talk)).toBe(talk);
  });

  test('has them now, where it had none of its own', () => {
    expect(endingOf(callOf({ partyID: 'party-9' }))).toMatchObject({ callID: CUSTOMER.callID, legs: [{ partyID: 'party-9' }] });
    expect(endingOf({ ...talk, isLegOpen: true })?.legs).toMatchObject([{ partyID: 'party-9' }]);
    expect(endingOf({ ...talk, legs: [...talk.legs, { partyID: null, isEstablished: false }] })?.legs).toMatchObject([
      { partyID: 'party-1' },
      { partyID: 'party-9' },
    ]);
  });
});

test('a call that comes before the one asked for is one more', () => {
  const { roster } = replaceOwnCall({ context: callsOf({ call: callOf({}, { work: 'calling' }) }), event: fact('call.ringing', STRANGER) });
  expect([roster?.call?.number, roster?.count]).toEqual([10, 10]);
});
