import { describe, expect, test } from '@jest/globals';
import { keptOf, rememberedFrom } from '../../src/agent/kept.js';
import type { KeptCall } from '../../src/agent/memory.js';
import { NOTHING } from '../../machines/index.js';
import { LEGS, Page, START } from '../machines/support/page.js';

const TALK = '0 R1 @0 · 5 E1 @5';
const kept = (page: Page) => keptOf(page.snapshot, (call) => page.order.newestOf(call));

describe('what is kept', () => {
  test('is nothing of a page without a call and after-call work', () => {
    expect(kept(Page.online())).toEqual({ call: null, acw: null });
  });

  test('is the call, how far it is, and the stamp of the newest fact about it', () => {
    expect(kept(Page.online().play(`${TALK} · 6 Muted1 @6 · 7 H1 @7`))).toEqual({
      call: {
        callID: '1',
        work: 'holding',
        phase: null,
        muted: true,
        onHold: 'customer',
        stamp: START + 7000,
        isFromRegain: false,
        leg: { ...LEGS['1'], establishedAt: START + 5000, details: NOTHING },
        consult: null,
      },
      acw: null,
    });
  });

  test('is that the call was learnt from a regain', () => {
    expect(kept(Page.online().play('1 regain/1/talking @1 since@0'))?.call).toMatchObject({ stamp: null, isFromRegain: true });
  });

  test('is the consult as well', () => {
    const page = Page.online().play(`${TALK} · 6 DC @6 · 7 EC @7`);
    expect(kept(page)?.call).toMatchObject({
      work: 'consulting',
      phase: 'talking',
      onHold: 'customer',
      consult: { ...LEGS['C'], establishedAt: page.at(7) },
    });
  });

  test('is no call that the server has not named', () => {
    expect(kept(Page.online().play('makeCall'))).toEqual({ call: null, acw: null });
  });

  test('is after-call work, with its length', () => {
    const page = Page.online({ acw: { seconds: 30 } }).play(`${TALK} · 21 X1 @20`);
    expect(kept(page)).toEqual({ call: null, acw: { since: page.at(20), deadline: page.at(51), length: 31_000 } });
    expect(kept(page.play('25 extended @25'))).toMatchObject({ acw: { length: 61_000 } });
  });

  test('is after-call work of which nobody knows the length', () => {
    const page = Page.online().play(`${TALK} · 20 X1 @20`);
    expect(kept(page)?.acw).toEqual({ since: page.at(20), deadline: null, length: null });
  });

  test('is left as it is while what was recalled is not used yet', () => {
    const page = Page.online().send({ type: 'memory.recalled', at: 1, remembered: { call: null, acw: null } });
    expect(kept(page)).toBeNull();
    expect(kept(page.play(TALK))?.call).not.toBeNull();
    const wrapping = Page.online()
      .send({ type: 'memory.recalled', at: 1, remembered: { call: null, acw: null } })
      .play('1 word');
    expect(kept(wrapping)?.acw).not.toBeNull();
  });
});

describe('what is recalled', () => {
  const leg = { callID: '1', partyID: 'a', callType: 'Inbound', establishedAt: 7, details: NOTHING };
  const call: KeptCall = {
    callID: '1',
    work: 'talking',
    phase: null,
    muted: true,
    onHold: null,
    stamp: 9,
    isFromRegain: false,
    leg,
    consult: null,
  };
  const acw = { since: 1, deadline: 9, length: 8 };

  test('is the call as it was kept', () => {
    const { call: recalled } = rememberedFrom({ call, acw: null });
    expect(recalled).toMatchObject({ work: 'talking', muted: true, third: null, isThirdAnswered: false });
    expect(recalled?.call).toMatchObject({
      number: 0,
      callID: '1',
      callType: 'Inbound',
      legs: [{ partyID: 'a', isEstablished: true }],
      establishedAt: 7,
      since: 7,
      isOffered: false,
    });
  });

  test('is offered if it rang', () => {
    const { call: recalled } = rememberedFrom({ call: { ...call, work: 'ringing', leg: { ...leg, establishedAt: null } }, acw: null });
    expect(recalled?.call).toMatchObject({
      isOffered: true,
      establishedAt: null,
      since: 0,
      legs: [{ partyID: 'a', isEstablished: false }],
      work: 'ringing',
    });
  });

  test.each([
    ['talking', true, 'talking'],
    ['dialing', false, 'dialing'],
    ['unknown', false, 'dialing'],
  ] as const)('is its consult as well: %s', (phase, isThirdAnswered, work) => {
    const consult = { ...leg, callType: 'Consult', partyID: 'x', establishedAt: null };
    const { call: recalled } = rememberedFrom({ call: { ...call, work: 'consulting', phase, consult }, acw: null });
    expect(recalled).toMatchObject({
      isThirdAnswered,
      third: { work, callType: 'Consult', legs: [{ partyID: 'x', isEstablished: false }] },
    });
  });

  test.each(['idle', 'acw'] as const)('is no call that was %s', (work) => {
    expect(rememberedFrom({ call: { ...call, work }, acw: null }).call).toBeNull();
  });

  test('is after-call work', () => {
    const remembered = rememberedFrom({ call: null, acw });
    expect(remembered).toEqual({ call: null, acw: { since: 1, deadline: 9 } });
    expect(Object.isFrozen(remembered.acw)).toBe(true);
    expect(rememberedFrom({ call: null, acw: null }).acw).toBeNull();
  });
});

/** A page loaded anew, which recalls what the other one has kept, and is regained. */
function reloaded(before: Page, words: string, input = {}): Page {
  const page = new Page(input);
  const record = kept(before);
  if (record?.call != null && record.call.stamp !== null) page.order.restore(record.call.callID, record.call.stamp);
  page.send({ type: 'memory.recalled', at: before.at(100), remembered: record && rememberedFrom(record) });
  return page.play(words);
}

describe('a page loaded anew that is regained', () => {
  const regain = '100 regain/1 @100';
  test.each<readonly [string, string, string]>([
    ['ringing', '0 R1 @0', 'ringing'],
    ['dialing', '0 Down @0', 'dialing'],
    ['talking', TALK, 'talking'],
    ['holding', `${TALK} · 7 H1 @7`, 'holding'],
    ['conferencing', `${TALK} · 7 Formed1 @7`, 'conferencing'],
    ['consulting', `${TALK} · 7 DC @7 · 8 EC @8`, 'consulting'],
  ])('is %s as before', (_, told, work) => {
    const words = told.includes('own') ? '100 regain/own @100' : regain;
    expect(reloaded(Page.online().play(told), words).state.work).toBe(work);
  });

  test('does not know whether a third party who was called has answered', () => {
    expect(reloaded(Page.online().play(`${TALK} · 7 DC @7`), regain).state.consultPhase).toBe('unknown');
    expect(reloaded(Page.online().play(`${TALK} · 7 DC @7 · 8 EC @8`), regain).state.consultPhase).toBe('talking');
  });

  test('is muted as before, in the same call only', () => {
    const muted = Page.online().play(`${TALK} · 6 Muted1 @6`);
    expect(reloaded(muted, regain).state.muted).toBe(true);
    expect(reloaded(Page.online().play(TALK), regain).state.muted).toBe(false);
    expect(reloaded(muted, '100 regain/3/talking @100').state.muted).toBe(false);
  });

  test('believes a named status that is not older than what was kept', () => {
    const held = Page.online().play(`${TALK} · 20 H1 @20`);
    expect(reloaded(held, '100 regain/1/talking @100 since@20').state.work).toBe('talking');
    expect(reloaded(held, '100 regain/1/talking @100 since@19').state.work).toBe('holding');
  });

  test('is in after-call work again, until its deadline', () => {
    const acw = Page.online({ acw: { seconds: 600 } }).play(`${TALK} · 20 X1 @20`);
    const page = reloaded(acw, '100 regain @100');
    expect(page.state.work).toBe('acw');
    expect(page.context.acw).toEqual(acw.context.acw);
    const over = Page.online({ acw: { seconds: 30 } }).play(`${TALK} · 20 X1 @20`);
    expect(reloaded(over, '100 regain @100').state.work).toBe('idle');
    const idle = { type: 'connection.regained', leg: null, status: 'idle', statusIsNews: false };
    expect(reloaded(acw, '99 noise @99').fact(idle, { at: 100, stamp: 100 }).state.work).toBe('idle');
  });

  test('forgets what was kept when a new session begins', () => {
    const page = reloaded(Page.online().play(`${TALK} · 20 X1 @20`), '100 Ready');
    expect(page.context.remembered).toBeNull();
    expect(page.play('101 regain @101').state.work).toBe('idle');
  });
});
