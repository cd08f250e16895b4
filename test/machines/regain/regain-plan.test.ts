import { describe, expect, test } from '@jest/globals';
import { regainPlan } from '../../../machines/regain/regain-plan.js';
import { Confidential, revealed, type AgentContext, type RegainedFact } from '../../../machines/index.js';
import { remember } from '../../../machines/calls/roster.js';
import { callOf, callsOf, consult, contextOf, CUSTOMER, offered, STRANGER, talk, THIRD } from '../../support/machine-context.js';

const plan = (context: AgentContext, more: Partial<RegainedFact> = {}) =>
  regainPlan(context, { type: 'connection.regained', at: 100, status: null, statusIsNews: false, leg: null, ...more });
const named = { leg: { callID: 'call-1', callType: 'Inbound' } };
const details = (attributes: object) => new Confidential<Readonly<Record<string, unknown>>>({ ...attributes });
const roles = (context: AgentContext, more: Partial<RegainedFact> = {}) =>
  plan(context, more).gone.map(([role, { number }]) => `${role} ${number}`);

describe('regained without a call', () => {
  const all = callsOf({ call: talk, third: consult, waiting: [offered] });
  test('none is left', () => {
    expect(plan(all)).toMatchObject({ target: 'idle', acw: null, roster: { call: null, third: null, waiting: [] } });
    expect(roles(all)).toEqual(['consult 2', 'call 1', 'waiting 3']);
  });

  test.each<readonly [readonly number[], string, readonly string[]]>([
    [[1, 2, 3], 'keep', []],
    [[1, 2], 'keep', ['waiting 3']],
    [[1], 'talking', ['consult 2', 'waiting 3']],
    [[2], 'dialing', ['call 1', 'waiting 3']],
    [[3], 'next', ['consult 2', 'call 1']],
  ])('those outlast it that the server has spoken of since: %j', (outlasting, target, gone) => {
    expect(plan(all, { outlasting }).target).toBe(target);
    expect(roles(all, { outlasting })).toEqual(gone);
  });

  test('what outlasts it is where it belongs, and nothing changes where all does', () => {
    expect(plan(all, { outlasting: [2] }).roster).toMatchObject({ call: { number: 2 }, third: null, waiting: [] });
    expect(plan(all, { outlasting: [1] }).roster).toMatchObject({ call: { number: 1 }, third: null, waiting: [] });
    expect(plan(all, { outlasting: [3] }).roster).toMatchObject({ call: null, third: null, waiting: [{ number: 3 }] });
    expect(plan(all, { outlasting: [1, 2, 3] }).roster).toBe(all.roster);
    expect(plan(callsOf({ call: { ...talk, work: 'consulting' }, third: consult }), { outlasting: [1] }).target).toBe('talking');
    expect(plan(callsOf({ call: callOf({}, { number: 1, work: 'calling' }), waiting: [offered] }), { outlasting: [1] })).toMatchObject({
      target: 'keep',
      roster: { waiting: [] },
    });
    expect(plan(callsOf({ call: talk, third: callOf({}, { number: 2, work: 'calling' }) }), { outlasting: [2] }).target).toBe('dialing');
  });

  test('where there was none, nothing changes; a call that waited has gone', () => {
    expect(plan(contextOf())).toMatchObject({ target: 'keep', acw: null, gone: [] });
    expect(plan(callsOf({ waiting: [offered] }))).toMatchObject({ target: 'idle', roster: { waiting: [] } });
  });

  test('after-call work that has ended since is not believed', () => {
    expect(plan(contextOf(), { status: 'acw', isAcwOutdated: true })).toMatchObject({ target: 'keep', acw: null });
    expect(plan(callsOf({ call: talk }), { status: 'acw', isAcwOutdated: true }).target).toBe('idle');
  });

  test('after-call work goes on, unless the server says otherwise', () => {
    const acw = { since: 1, deadline: 200 };
    expect(plan(contextOf({ acw }))).toMatchObject({ target: 'keep', acw });
    expect(plan(contextOf({ acw }), { status: 'idle' })).toMatchObject({ target: 'idle', acw: null });
    expect(plan(contextOf({ acw: { since: 1, deadline: 100 } }))).toMatchObject({ target: 'idle', acw: null });
    expect(plan(contextOf(), { status: 'acw' })).toMatchObject({ target: 'acw', acw: null });
    expect(plan(contextOf({ remembered: { call: null, acw } }))).toMatchObject({ target: 'acw', acw });
  });

  test('none that is remembered began in the future, where the clock was set back meanwhile; it is as long as it was', () => {
    const remembered = (since: number, deadline: number | null) =>
      plan(contextOf({ remembered: { call: null, acw: { since, deadline } } })).acw;
    expect(remembered(500, 560)).toEqual({ since: 100, deadline: 160 });
    expect(remembered(500, null)).toEqual({ since: 100, deadline: null });
    expect(remembered(100, 160)).toEqual({ since: 100, deadline: 160 });
  });

  test.each([
    [500, 100],
    [100, 100],
    [40, 40],
    [null, null],
  ])('nor was a call answered in the future: %p is %p', (establishedAt, seen) => {
    const call = {
      call: { ...talk, establishedAt },
      third: { ...consult, establishedAt },
      work: 'consulting' as const,
      isThirdAnswered: establishedAt !== null,
      muted: false,
      onHold: 'customer' as const,
    };
    const { roster } = plan(contextOf({ remembered: { call, acw: null } }), named);
    expect(roster).toMatchObject({ call: { establishedAt: seen ?? 100 }, third: { establishedAt: seen } });
  });

  test('none begins that is not named', () => {
    expect(plan(callsOf({ call: talk })).target).toBe('idle');
    expect(plan(callsOf({ call: talk }), { status: 'acw' }).target).toBe('acw');
  });
});

describe('regained with a call', () => {
  test.each(['dialing', 'ringing', 'talking', 'holding', 'conferencing'] as const)('that nobody knows, as %s', (status) => {
    const { target, roster } = plan(contextOf(), { ...named, status });
    const isAnswered = status !== 'dialing' && status !== 'ringing';
    expect(target).toBe(status);
    expect(roster.call).toMatchObject({
      number: 1,
      callID: 'call-1',
      isLegOpen: true,
      isFromRegain: true,
      isOffered: status === 'ringing',
      establishedAt: isAnswered ? 100 : null,
    });
  });

  test.each([
    [null, 'guessed'],
    ['idle', 'guessed'],
    ['acw', 'guessed'],
    ['calling', 'dialing'],
    ['consulting', 'consultingUnknown'],
  ] as const)('that nobody knows, as %p: %s', (status, target) => {
    expect(plan(contextOf(), { ...named, status }).target).toBe(target);
  });

  test('counts as established since its status', () => {
    expect(plan(contextOf(), { ...named, status: 'talking', statusSince: 40, time: 90 }).roster.call?.establishedAt).toBe(40);
    expect(plan(contextOf(), { ...named, status: 'talking', time: 90 }).roster.call?.establishedAt).toBe(90);
    expect(
      plan(callsOf({ call: talk }), { ...named, status: 'holding', statusIsNews: true, statusSince: 40 }).roster.call?.establishedAt,
    ).toBe(2);
  });

  test('that is known stays as it is, with its leg open', () => {
    const { target, roster, gone } = plan(callsOf({ call: talk }), named);
    expect([target, gone]).toEqual(['keep', []]);
    expect(roster.call).toMatchObject({ number: 1, legs: talk.legs, establishedAt: 2, isLegOpen: true, isFromRegain: false });
    expect(plan(callsOf({ call: talk }), { leg: CUSTOMER }).roster.call?.isLegOpen).toBe(false);
  });

  test('is live whatever was thought before', () => {
    const { target, roster } = plan(callsOf({ over: remember([], talk, consult) }), { ...named, status: 'talking' });
    expect(target).toBe('talking');
    expect(roster.over.map(({ callType }) => callType)).toEqual(['Consult']);
  });

  test('leaves the others waiting, a talk as held, and none that was only asked for', () => {
    const { roster } = plan(callsOf({ call: talk, waiting: [offered, callOf({ callID: 'call-5' }, { number: 5, work: 'dialing' })] }), {
      leg: STRANGER,
    });
    expect(roster.call).toMatchObject({ number: 3 });
    expect(roster.waiting.map(({ number, work }) => `${number} ${work}`)).toEqual(['1 holding', '5 dialing']);
    const asked = callsOf({ call: callOf({}, { number: 1, work: 'calling' }) });
    expect(plan(asked, named).roster.waiting).toEqual([]);
    expect(roles(asked, named)).toEqual(['call 1']);
  });

  test('keeps its consult, of which the phase is not known while it was dialed', () => {
    expect(plan(callsOf({ call: { ...talk, work: 'consulting' }, third: consult }), named)).toMatchObject({
      target: 'consultingUnknown',
      roster: { third: { number: 2 } },
    });
    const answered = { ...consult, work: 'talking' as const, establishedAt: 5 };
    expect(plan(callsOf({ call: { ...talk, work: 'consulting' }, third: answered }), named)).toMatchObject({
      target: 'keep',
      roster: { third: { number: 2, establishedAt: 5 } },
    });
  });

  test('has lost its consult, where the server says that it holds', () => {
    const known = callsOf({ call: { ...talk, work: 'consulting' }, third: consult });
    expect(plan(known, { ...named, status: 'holding', statusIsNews: true })).toMatchObject({
      target: 'afterConsult',
      roster: { third: null },
    });
    expect(roles(known, { ...named, status: 'talking', statusIsNews: true })).toEqual(['consult 2']);
  });

  test('is in a consult, where the server says so: with a third party that has answered only if it was known to', () => {
    const consulting = (third: typeof consult | null) =>
      callsOf({ call: { ...talk, work: third === null ? 'talking' : 'consulting' }, third });
    const news = { ...named, status: 'consulting', statusIsNews: true } as const;
    expect(plan(consulting({ ...consult, work: 'talking', establishedAt: 5 }), news).target).toBe('consulting');
    expect(plan(consulting(consult), news).target).toBe('consultingUnknown');
    expect(plan(consulting(null), news).target).toBe('consulting');
  });

  test('that waited: the talk before it has not ended', () => {
    expect(plan(callsOf({ call: talk, waiting: [offered] }), { leg: STRANGER }).roster).toMatchObject({
      hasTalked: false,
      waiting: [{ number: 1 }],
    });
  });

  test('tells more of call and consult', () => {
    const { roster } = plan(callsOf({ call: { ...talk, work: 'consulting' }, third: consult }), {
      ...named,
      details: details({ a: 1 }),
      consultDetails: details({ b: 2 }),
    });
    expect([revealed(roster.call!.details), revealed(roster.third!.details)]).toEqual([{ a: 1 }, { b: 2 }]);
  });

  test("that is the third party's: the customer has gone", () => {
    const known = callsOf({ call: { ...talk, work: 'consulting' }, third: consult });
    expect(plan(known, { leg: THIRD })).toMatchObject({ target: 'dialing', roster: { call: { number: 2 }, third: null } });
    expect(roles(known, { leg: THIRD })).toEqual(['call 1']);
  });

  test("that is the third party's: there was a talk before, if the customer had answered", () => {
    const gone = (answered: boolean) =>
      callsOf({ call: { ...talk, work: 'consulting', establishedAt: answered ? 3 : null }, third: consult });
    expect(plan(gone(true), { leg: THIRD }).roster.hasTalked).toBe(true);
    expect(plan(gone(false), { leg: THIRD }).roster.hasTalked).toBe(false);
    expect(plan(contextOf(), { leg: THIRD, status: 'dialing' }).roster.hasTalked).toBe(false);
    expect(plan(callsOf({ call: talk }), named).roster.hasTalked).toBe(false);
    expect(plan(callsOf({ hasTalked: true }), { ...named, status: 'dialing' }).roster.hasTalked).toBe(true);
  });

  test('by its name, whatever its type; but a consult may share the name', () => {
    expect(plan(callsOf({ call: talk }), { leg: { callID: 'call-1', callType: 'Outbound' } })).toMatchObject({
      target: 'keep',
      roster: { call: { number: 1 } },
    });
    expect(plan(callsOf({ call: talk }), { leg: { callID: 'call-1', callType: 'Consult' } })).toMatchObject({
      target: 'guessed',
      roster: { call: { number: 10 }, waiting: [{ number: 1 }] },
    });
    expect(plan(callsOf({ call: talk }), { leg: { callType: 'Outbound' } })).toMatchObject({
      target: 'guessed',
      roster: { call: { number: 10 } },
    });
  });

  test('by another party than was known: that is its leg now', () => {
    expect(plan(callsOf({ call: talk }), { leg: { ...CUSTOMER, partyID: 'party-9' } }).roster.call?.legs).toEqual([
      { partyID: 'party-9', isEstablished: true },
    ]);
  });

  test('that rings goes on to be offered', () => {
    expect(plan(callsOf({ call: offered }), { leg: STRANGER }).roster.call).toMatchObject({
      number: 3,
      isOffered: true,
      establishedAt: null,
    });
  });

  test('beside a consult: call and third party wait, each held', () => {
    const answered = { ...consult, work: 'talking' as const, establishedAt: 5 };
    const known = callsOf({ call: { ...talk, work: 'consulting' }, third: answered, waiting: [offered] });
    const { roster } = plan(known, { leg: STRANGER });
    expect([roster.call?.number, roster.third, ...roster.waiting.map(({ number, work }) => `${number} ${work}`)]).toEqual([
      3,
      null,
      '1 holding',
      '2 holding',
    ]);
    expect(plan(known, { leg: THIRD }).roster.waiting.map(({ number }) => number)).toEqual([3]);
    expect(plan(known, { ...named, status: 'talking', statusIsNews: true }).roster.waiting.map(({ number }) => number)).toEqual([3]);
  });

  // Found by sequence 3,677,60,f52,950: a consult that was not known got the number of a call that waits.
  test('in a consult that nobody knows: its third party is a call of its own, beside those that wait', () => {
    const waiting = [callOf(CUSTOMER, { number: 2, work: 'holding', establishedAt: 2 }), { ...offered, number: 3 }];
    const { roster } = plan({ ...callsOf({ call: null, waiting, count: 3 }) }, { ...named, status: 'consulting', statusIsNews: true });
    expect([roster.call?.number, roster.third?.number, roster.waiting.map(({ number }) => number), roster.count]).toEqual([2, 4, [3], 4]);
  });

  // Found by sequence 3,663,60,f52,81: after a reload, the third party's answer is heard of before the regain.
  test('in a consult of which the third party alone was heard of: the customer waits for that one', () => {
    const heard = { ...consult, number: 1, work: 'talking' as const, establishedAt: 5 };
    const before = { call: talk, third: consult, work: 'consulting' as const, isThirdAnswered: false, muted: false, onHold: null };
    const remembered = { call: { ...before, call: { ...talk, number: 0 } }, acw: null };
    const consulting = { ...named, status: 'consulting' } as const;
    const known = plan(callsOf({ call: heard, count: 1 }, { remembered }), consulting);
    const forgotten = plan(callsOf({ call: heard, count: 1 }), consulting);
    for (const { target, roster, gone } of [known, forgotten]) {
      expect([roster.call?.number, roster.third?.number, roster.waiting, gone]).toEqual([2, 1, [], []]);
      expect([target, roster.third?.establishedAt]).toEqual(['consulting', 5]);
    }
  });

  test('that waits, in a consult of its own that waits, too', () => {
    const waiting = [
      { ...talk, number: 2, work: 'holding' as const },
      { ...consult, number: 3 },
    ];
    const { target, roster } = plan(callsOf({ call: { ...offered, number: 7 }, waiting }), {
      ...named,
      status: 'consulting',
      statusIsNews: true,
    });
    expect([target, roster.call?.number, roster.third?.number]).toEqual(['consultingUnknown', 2, 3]);
    expect(roster.waiting.map(({ number }) => number)).toEqual([7]);
  });

  test('in a consult that nobody knows, beside another call with its third party: both wait', () => {
    const answered = { ...consult, work: 'talking' as const, establishedAt: 5 };
    const known = callsOf({ call: { ...talk, work: 'consulting' }, third: answered });
    const { roster } = plan(known, { leg: STRANGER, status: 'consulting' });
    expect(roster.third?.number).toBe(11);
    expect(roster.waiting.map(({ number, work }) => `${number} ${work}`)).toEqual(['1 holding', '2 holding']);
  });

  test('has its consult still, where the server says nothing else: none of it is gone', () => {
    const known = callsOf({ call: { ...talk, work: 'consulting' }, third: { ...consult, number: 5 } });
    expect(roles(known, named)).toEqual([]);
    expect(plan(known, named).roster.third?.number).toBe(5);
  });

  test('that rang, and in which the agent talks now, is offered no more', () => {
    const known = callsOf({ call: offered });
    expect(plan(known, { leg: STRANGER, status: 'talking', statusIsNews: true }).roster.call).toMatchObject({
      isOffered: false,
      establishedAt: 100,
    });
  });

  test("that is a consult's: its leg is over no more", () => {
    const known = callsOf({ over: remember([], consult) });
    expect(plan(known, { leg: THIRD, status: 'talking' }).roster.over).toEqual([]);
  });

  test('with a third party who is remembered to have answered', () => {
    const call = { call: talk, third: consult, work: 'consulting' as const, isThirdAnswered: true, muted: false, onHold: null };
    const { target, roster } = plan(contextOf({ remembered: { call, acw: null } }), { ...named, status: 'consulting' });
    expect([target, roster.third?.work, roster.third?.establishedAt]).toEqual(['consulting', 'talking', 100]);
  });

  test('says nothing of the legs of other calls that are over', () => {
    expect(
      plan(callsOf({ over: remember([], offered, talk) }), { ...named, status: 'talking' }).roster.over.map(({ callID }) => callID),
    ).toEqual(['call-9']);
  });

  test("in a consult that nobody knows: the third party's call has a number of its own", () => {
    expect(plan(callsOf({}), { ...named, status: 'consulting' }).roster).toMatchObject({
      call: { number: 10 },
      third: { number: 11, callType: 'Consult', work: 'dialing' },
      count: 11,
    });
  });

  test.each([
    [true, 'consulting'],
    [false, 'consultingUnknown'],
  ] as const)('that is remembered has a number of its own; its third party has answered: %p', (isThirdAnswered, target) => {
    const call = {
      call: { ...talk, number: 0 },
      third: { ...consult, number: 0 },
      work: 'consulting' as const,
      isThirdAnswered,
      muted: false,
      onHold: 'customer' as const,
    };
    const remembering = callsOf({}, { remembered: { call, acw: null } });
    expect(plan(remembering, { ...named, status: 'consulting', statusIsNews: true })).toMatchObject({
      target,
      roster: { call: { number: 10 }, third: { number: 11 }, count: 11 },
    });
  });

  test('that was released since is none', () => {
    const context = contextOf({ acw: { since: 1, deadline: null } });
    expect(plan(context, { ...named, isCallOutdated: true })).toEqual({
      target: 'keep',
      roster: context.roster,
      acw: context.acw,
      gone: [],
    });
  });

  test('ends after-call work', () => {
    expect(plan(contextOf({ acw: { since: 1, deadline: null } }), named).acw).toBeNull();
  });
});

describe('each call is there once', () => {
  test('of two that had one name, a consult and the call that it began in', () => {
    const customer = callOf({ callID: 'x', partyID: 'a', callType: 'Consult' }, { number: 4, establishedAt: 2 });
    const third = callOf({ callID: 'x', partyID: 'b', callType: 'Consult' }, { number: 5, work: 'dialing' });
    const { roster } = plan(callsOf({ call: customer, third }), { leg: STRANGER, status: 'ringing', statusIsNews: true });
    expect(roster.waiting.map(({ number }) => number)).toEqual([4]);
  });

  test('of one that waits under the name that is regained', () => {
    const waits = callOf({ callID: 'call-1', partyID: 'other', callType: 'Inbound' }, { number: 6, work: 'ringing' });
    const { roster } = plan(callsOf({ call: talk, waiting: [waits, offered] }), { ...named, status: 'talking' });
    expect([roster.call?.number, ...roster.waiting.map(({ number }) => number)]).toEqual([1, 3]);
  });
});
