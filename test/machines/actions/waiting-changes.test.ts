import { describe, expect, test } from '@jest/globals';
import { changeWaiting, endStatedWaiting, releaseWaiting } from '../../../machines/actions/waiting-changes.js';
import type { AgentEvent } from '../../../machines/index.js';
import { callOf, callsOf, offered, STRANGER, talk } from '../../support/machine-context.js';

const fact = (type: string, leg: object | null = STRANGER, more: object = {}): AgentEvent =>
  ({ type, time: 70, at: 77, ...(leg === null ? {} : { leg }), ...more }) as unknown as AgentEvent;
const held = callOf(STRANGER, { number: 3, work: 'holding', establishedAt: 4 });
const waitingAfter = (call: typeof held, event: AgentEvent) =>
  changeWaiting({ context: callsOf({ call: talk, waiting: [call] }), event }).roster?.waiting[0];

describe('a call that waits', () => {
  test.each([
    ['call.established', 'talking'],
    ['call.held', 'holding'],
    ['call.retrieved', 'talking'],
    ['call.dialing', 'dialing'],
  ] as const)('that rings is led by %s to %s, since then', (type, work) => {
    const isAnswered = work === 'talking' || work === 'holding';
    expect(waitingAfter(offered, fact(type))).toMatchObject({ work, since: 70, establishedAt: isAnswered ? 70 : null });
  });

  test.each(['call.established', 'call.ringing', 'call.dialing'] as const)(
    'that is held stays so at %s, which is of a further leg',
    (type) => {
      expect(waitingAfter(held, fact(type)) ?? held).toMatchObject({ work: 'holding', since: held.since, establishedAt: 4 });
    },
  );

  test('that is held is taken back', () => {
    expect(waitingAfter(held, fact('call.retrieved'))).toMatchObject({ work: 'talking', since: 70, establishedAt: 4 });
  });

  test('is as it was at a fact that leads it nowhere, or to where it is', () => {
    const context = callsOf({ call: talk, waiting: [held] });
    for (const type of ['call.held', 'call.destinationBusy', 'dtmf.sent'])
      expect(changeWaiting({ context, event: fact(type) })).toEqual({});
  });

  test('is not over when it is offered anew, though it rings as before', () => {
    const over = [{ callID: 'call-9', partyID: 'party-9', callType: 'Inbound', number: 2, wasEstablished: false }];
    const context = callsOf({ call: talk, waiting: [offered], over });
    expect(changeWaiting({ context, event: fact('call.ringing', STRANGER, { isNewOffer: true }) })).toEqual({
      roster: { ...context.roster, over: [] },
    });
  });

  test('is as it was at what is said of no leg, or of a call that nobody knows', () => {
    const context = callsOf({ call: talk, waiting: [held] });
    const others = callsOf({ call: talk });
    expect([
      changeWaiting({ context, event: fact('agent.ready', null) }),
      changeWaiting({ context: others, event: fact('call.held') }),
    ]).toEqual([{}, {}]);
    expect([
      releaseWaiting({ context, event: fact('agent.ready', null) }),
      releaseWaiting({ context: others, event: fact('call.released') }),
    ]).toEqual([{}, {}]);
  });
});

describe('the end of a call that waits', () => {
  test('is that of its last leg, and after-call work is owed if there was a talk', () => {
    const ended = (call: typeof held) =>
      releaseWaiting({ context: callsOf({ call: talk, waiting: [call] }), event: fact('call.released') }).roster;
    expect(ended(held)).toMatchObject({
      waiting: [],
      hasTalked: true,
      over: [{ number: 3, callID: 'call-9', partyID: 'party-9', wasEstablished: true }],
    });
    expect(ended(offered)).toMatchObject({ waiting: [], hasTalked: false });
  });

  test('is not that of one leg of two', () => {
    const legs = [
      { partyID: 'party-9', isEstablished: false },
      { partyID: 'party-8', isEstablished: false },
    ];
    const { roster } = releaseWaiting({ context: callsOf({ call: talk, waiting: [{ ...offered, legs }] }), event: fact('call.released') });
    expect(roster).toMatchObject({ waiting: [{ number: 3, legs: [legs[1]] }], over: [{ partyID: 'party-9', number: 3 }] });
    expect(roster?.over).toHaveLength(1);
  });

  test('may be stated by a refusal, and by nothing else', () => {
    const context = callsOf({ call: talk, waiting: [held, { ...offered, number: 8 }] });
    expect(
      endStatedWaiting({ context, event: { type: 'call.isOver', numbers: [3, 5], at: 77, time: 70 } as unknown as AgentEvent }).roster,
    ).toMatchObject({ waiting: [{ number: 8 }], hasTalked: true });
    expect(
      endStatedWaiting({ context, event: { type: 'call.isOver', numbers: [8, 3], at: 77, time: 70 } as unknown as AgentEvent }).roster,
    ).toMatchObject({ waiting: [], hasTalked: true });
    expect(
      endStatedWaiting({ context, event: { type: 'call.isOver', numbers: [5], at: 77, time: 70 } as unknown as AgentEvent }).roster,
    ).toBe(context.roster);
    expect(endStatedWaiting({ context, event: fact('call.released') })).toEqual({});
  });
});
