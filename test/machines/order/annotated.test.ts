import { describe, expect, test } from '@jest/globals';
import { Readiness } from '../../../machines/order/readiness.js';
import type { CallFact } from '../../../machines/events/facts.js';
import type { RegainedFact, ServerFact } from '../../../machines/index.js';
import { callOf, callsOf, contextOf, CUSTOMER, talk } from '../../support/machine-context.js';
import { LEGS, Page, START } from '../support/page.js';

const TALK = '0 R1 @0 · 5 E1 @5';

/** The verdict on a fact that arrives now; `at` and `stamp` in seconds. */
function weigh(page: Page, fact: object, at: number, stamp?: number) {
  const told = { at: page.at(at), ...fact } as unknown as ServerFact;
  const { fact: weighed, rule } = page.order.weigh(page.snapshot, told, {
    tick: at * 1000,
    stamp: stamp === undefined ? undefined : START + stamp * 1000,
  });
  return { told, weighed, rule };
}
const ofLeg = (type: ServerFact['type'], leg: string) => ({ type, leg: LEGS[leg] });
const regain = (more: Partial<RegainedFact> = {}) => ({
  type: 'connection.regained',
  leg: null,
  status: null,
  statusIsNews: false,
  ...more,
});

describe('the stamps say nothing more of', () => {
  test.each([
    ['a call that begins', '', ofLeg('call.ringing', '1')],
    ['an answer', '0 R1 @0', ofLeg('call.established', '1')],
    ['the end of a call', TALK, ofLeg('call.released', '1')],
    ['a ready in a call', TALK, { type: 'agent.ready' }],
    ['a regain after all that was said', '', regain()],
    ['a regain in a call, after all that was said of it', TALK, regain()],
  ])('%s', (_, before, fact) => {
    const page = Page.online();
    if (before !== '') page.play(before);
    const { told, weighed, rule } = weigh(page, fact, 20, 20);
    expect(rule).toBeNull();
    expect(weighed).toStrictEqual(told);
  });

  test('a regain without a stamp that names a call which is over', () => {
    const { weighed } = weigh(Page.online().play(`${TALK} · 20 X1 @20`), regain({ leg: LEGS['1']! }), 21);
    expect(weighed).not.toHaveProperty('isCallOutdated');
  });

  test('an answer that is told after the end of a call of which it was known', () => {
    const { told, weighed, rule } = weigh(Page.online().play(`${TALK} · 20 X1 @20`), ofLeg('call.established', '1'), 21, 6);
    expect(rule).toBe('over');
    expect(weighed).toStrictEqual(told);
  });

  test('a not-ready from before the end of a call that only waited', () => {
    const page = () => Page.online().play(`${TALK} · 6 R2 @6 · 20 X2 @20`);
    expect(weigh(page(), { type: 'agent.notReady', reason: 'dnd' }, 21, 15).weighed).not.toHaveProperty('predatesAcw');
    expect(weigh(page().play('22 X1 @22'), { type: 'agent.notReady', reason: 'dnd' }, 23, 15).weighed).toHaveProperty('predatesAcw', true);
  });

  test('the end of a call, where a regain has named a break reason: that is no word of the agent’s', () => {
    const page = Page.online()
      .play(TALK)
      .fact(regain({ leg: LEGS['1']!, status: 'talking', reason: 'dining' }), { at: 20, stamp: 20 });
    expect(weigh(page, ofLeg('call.released', '1'), 21, 18).weighed).not.toHaveProperty('isAcwOver');
    const said = Page.online().play(`${TALK} · 20 Break @20`);
    expect(weigh(said, ofLeg('call.released', '1'), 21, 18).weighed).toHaveProperty('isAcwOver', true);
  });
});

describe('a consult', () => {
  test('does not begin its customer’s call: the end of that counts, though it is stamped before the consult', () => {
    const page = Page.online().play(`${TALK} · 20 DC @20 · 21 X1 @15`);
    expect(page.ignored).toEqual([]);
    expect(page.ends.map((end) => end.slice(0, 6))).toContain('call 1');
  });

  test('that is over may be offered anew, while its customer’s call is on', () => {
    const page = Page.online().play(`${TALK} · 20 DC @20 · 25 XC @25 · 40 DC @40`);
    expect([page.ignored, page.state.work]).toEqual([[], 'consulting']);
  });

  test('that has been answered is told to dial again: nothing against it', () => {
    expect(Page.online().play(`${TALK} · 20 DC @20 · 25 EC @25 · 30 DC @30`).ignored).toEqual([]);
  });
});

describe('readiness', () => {
  const word = (stamp: number, tick = stamp) => ({ stamp: stamp * 1000, tick: tick * 1000 });
  const released: CallFact = { type: 'call.released', at: 1, leg: CUSTOMER };
  const ready = { type: 'agent.ready', at: 1 } as const;
  const inCall = callsOf({ call: talk });
  const noCall = contextOf();

  test('counts a release heard at the very moment that it asks about', () => {
    const readiness = new Readiness();
    readiness.noteRelease(released, word(10));
    expect(readiness.predatesRelease(word(9), 10_000)).toBe(true);
    expect(readiness.predatesRelease(word(9), 10_001)).toBe(false);
  });

  /** Whether a ready, stamped after the release that it arrives before, ends after-call work. */
  const isOver = (context: typeof inCall, repeats: boolean, secondsAfter: number) => {
    const readiness = new Readiness();
    readiness.noteWord(context, ready, word(10 + secondsAfter, 1), repeats);
    return readiness.isAcwOver(inCall, released, word(10, 2));
  };

  test.each([
    ['more than a second after it', false, 1.1, true, true],
    ['a second after it, changing the login state', false, 1, false, false],
    ['a second after it, repeating the login state', true, 1, true, true],
    ['with the same stamp, repeating', true, 0, true, false],
    ['with the same stamp, changing', false, 0, false, false],
    ['a second before it, repeating', true, -1, true, false],
    ['more than a second before it', true, -1.1, false, false],
  ] as const)('a ready %s: arrived during the call, or before it', (_, repeats, after, during, before) => {
    expect(isOver(inCall, repeats, after)).toBe(during);
    expect(isOver(noCall, repeats, after)).toBe(before);
  });

  test('a ready while a call is being made has arrived in no call', () => {
    expect(isOver(callsOf({ call: callOf({}, { number: 1, work: 'calling' }) }), true, 0)).toBe(false);
  });

  test('knows by which word after-call work has ended, that of a call whose end came later included', () => {
    const readiness = new Readiness();
    readiness.noteWord(inCall, ready, word(20), false);
    readiness.noteRelease({ ...released, isAcwOver: true }, word(10));
    expect(readiness.isOfAcwBefore(word(21))).toBe(true);
    expect(readiness.isOfAcwBefore(word(21.001))).toBe(false);
    expect(readiness.predatesAcwEnd(word(19.999))).toBe(true);
    expect(readiness.predatesAcwEnd(word(20))).toBe(false);
    expect(readiness.predatesAcwEnd(null)).toBe(false);
  });

  test('takes a further ready without a call for the end of after-call work, from then on', () => {
    const readiness = new Readiness();
    readiness.noteWord(contextOf({ acw: { since: 1, deadline: null } }), ready, word(20), false);
    readiness.noteWord(noCall, ready, word(30), true);
    expect(readiness.isOfAcwBefore(word(25))).toBe(true);
    expect(new Readiness().isOfAcwBefore(word(25))).toBe(false);
  });
});
