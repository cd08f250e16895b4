import { describe, expect, test } from '@jest/globals';
import {
  beginThird,
  beginTransfer,
  holdThird,
  endLegOfThird,
  endThird,
  endThirdLeg,
  establishThird,
  promoteThird,
  resumeThird,
  takeTransferForDone,
  updateThird,
} from '../../../machines/actions/consult-changes.js';
import type { AgentContext, AgentEvent } from '../../../machines/index.js';
import { callsOf, consult, contextOf, CUSTOMER, STRANGER, talk, THIRD } from '../../support/machine-context.js';

const SECOND = { ...THIRD, partyID: 'party-3' };
const released = (leg: object): AgentEvent => ({ type: 'call.released', leg, time: 70, at: 77 });
const refusal: AgentEvent = { type: 'call.isOver', numbers: [], at: 77 } as unknown as AgentEvent;
const start = { type: 'xstate.init' } as unknown as AgentEvent;

const asked = callsOf({ call: talk, third: consult });
const answered = { ...consult, work: 'talking', establishedAt: 5, legs: [{ partyID: 'party-2', isEstablished: true }] } as const;

describe('where there is no third party, or nothing is said of a leg, nothing changes', () => {
  const alone = callsOf({ call: talk });
  test.each<[string, unknown]>([
    ['a leg to one that begins', beginThird({ context: asked, event: refusal })],
    ['ids', updateThird({ context: alone, event: released(THIRD) })],
    ['ids that are said of no leg', updateThird({ context: asked, event: refusal })],
    ['ids of the customer', updateThird({ context: asked, event: released({ ...CUSTOMER, partyID: 'party-7' }) })],
    ['ids that are known', updateThird({ context: asked, event: released(THIRD) })],
    ['an answer', establishThird({ context: alone, event: released(THIRD) })],
    ['an answer that is said of no leg', establishThird({ context: asked, event: refusal })],
    ['the end of one leg', endLegOfThird({ context: alone, event: released(THIRD) })],
    ['the end of one leg, said of none', endLegOfThird({ context: asked, event: refusal })],
    ['the end of the leg in a conference', endThirdLeg({ context: alone, event: released(THIRD) })],
    ['a transfer', beginTransfer({ context: alone, event: released(CUSTOMER) }, { isThirdHeld: false })],
    ['a transfer at no time', beginTransfer({ context: asked, event: start }, { isThirdHeld: false })],
    ['a transfer that counts as done', takeTransferForDone({ context: asked, event: released(CUSTOMER) })],
    ['a transfer that is refused', resumeThird({ context: asked, event: refusal })],
  ])('%s', (_name, change) => {
    expect(change).toEqual({});
  });
});

describe('of two legs of a third party', () => {
  const legs = [
    { partyID: 'party-2', isEstablished: true },
    { partyID: 'party-3', isEstablished: false },
  ];
  const context = callsOf({ call: talk, third: { ...consult, legs } });

  test('the one that ends is over, and the other left', () => {
    const { roster } = endLegOfThird({ context, event: released(SECOND) });
    expect(roster?.third?.legs).toEqual([{ partyID: 'party-2', isEstablished: true }]);
    expect(roster?.over).toEqual([{ callID: 'call-1', partyID: 'party-3', callType: 'Consult', number: 2, wasEstablished: false }]);
    expect(roster?.call).toBe(talk);
  });

  test('none is left when the parties are brought together, and both are over', () => {
    const { roster } = endThirdLeg({ context, event: released(THIRD) });
    expect(roster?.third).toMatchObject({ callID: 'call-1', legs: [] });
    expect(roster?.over.map(({ partyID }) => partyID)).toEqual(['party-2', 'party-3']);
  });
});

describe('the end of the third party', () => {
  test.each<[boolean, readonly string[]]>([
    [true, ['party-2']],
    [false, []],
  ])('is remembered only if the server has said so: %s', (isOver, over) => {
    const context = callsOf(
      { call: talk, third: consult },
      { transfer: { deadline: 9, third: consult, isThirdHeld: false, isDone: false } },
    );
    const { roster, transfer } = endThird({ context, event: released(THIRD) }, { isOver });
    expect([roster?.third, roster?.call, transfer]).toEqual([null, talk, null]);
    expect(roster?.over.map(({ partyID }) => partyID)).toEqual(over);
  });
});

describe('a customer who has gone leaves the third party as the call', () => {
  const promoted = (context: AgentContext, isAnswered: boolean) =>
    promoteThird({ context, event: released(CUSTOMER) }, { isAnswered }).roster;

  test('answered, from now on if nobody has heard when', () => {
    expect(promoted(asked, true)).toMatchObject({
      third: null,
      call: { establishedAt: 70, legs: [{ partyID: 'party-2', isEstablished: true }] },
    });
    expect(promoted(callsOf({ call: talk, third: answered }), true)?.call).toBe(answered);
  });

  test('or not answered', () => {
    expect(promoted(asked, false)).toMatchObject({ third: null, call: { establishedAt: null, legs: [{ isEstablished: false }] } });
  });

  test('or nobody', () => {
    expect(promoted(callsOf({ call: talk }), true)).toMatchObject({ third: null, call: null });
  });

  test('and after-call work to do if there was a talk, now or before', () => {
    const ringing = { ...talk, establishedAt: null };
    expect(promoted(asked, true)?.hasTalked).toBe(true);
    expect(promoted(callsOf({ call: ringing, third: consult }), true)?.hasTalked).toBe(false);
    expect(promoted(callsOf({ call: null, third: consult }), true)?.hasTalked).toBe(false);
    expect(promoted(callsOf({ call: ringing, third: consult, hasTalked: true }), true)?.hasTalked).toBe(true);
  });
});

describe('a transfer', () => {
  const transfer = { deadline: 1077, third: answered, isThirdHeld: false, isDone: false };

  test('that the customer has left for may be refused for a second', () => {
    const input = { context: callsOf({ call: talk, third: answered }), event: released(CUSTOMER) };
    expect(beginTransfer(input, { isThirdHeld: false })).toEqual({ transfer });
    expect(beginTransfer(input, { isThirdHeld: true })).toEqual({ transfer: { ...transfer, isThirdHeld: true } });
  });

  test('remembers whether the third party waits', () => {
    const input = { context: contextOf({ transfer }), event: start };
    expect(holdThird(input, { isHeld: true })).toEqual({ transfer: { ...transfer, isThirdHeld: true } });
    expect(holdThird({ ...input, context: contextOf() }, { isHeld: true })).toEqual({});
  });

  test('of which nothing was heard counts as done, and may be refused for 20 s more', () => {
    const event = { type: 'time.passed', at: 1080 } as unknown as AgentEvent;
    expect(takeTransferForDone({ context: contextOf({ transfer }), event })).toEqual({
      transfer: { ...transfer, deadline: 21_080, isDone: true },
    });
    expect(takeTransferForDone({ context: contextOf({ transfer }), event: start })).toEqual({});
  });

  test('that is refused after all leaves the agent with the third party, whose leg is not over', () => {
    const over = [
      { callID: 'call-1', partyID: 'party-2', callType: 'Consult', number: 2, wasEstablished: true },
      { callID: STRANGER.callID, partyID: STRANGER.partyID, callType: 'Inbound', number: 3, wasEstablished: true },
    ];
    const context = callsOf({ over }, { transfer, acw: { since: 1, deadline: 9 } });
    const { roster, acw, transfer: left } = resumeThird({ context, event: refusal });
    expect(roster).toMatchObject({ call: answered, over: [over[1]], hasTalked: true });
    expect([acw, left]).toEqual([null, null]);
  });
});
