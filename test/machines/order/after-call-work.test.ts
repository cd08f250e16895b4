import { describe, expect, test } from '@jest/globals';
import { Page } from '../support/page.js';

type Rows = Readonly<Record<string, readonly [told: string, work: string]>>;

const table = (rows: Rows, online = () => Page.online()) => {
  test.each(Object.entries(rows))('%s', (_, [told, work]) => {
    expect(online().play(told).state.work).toBe(work);
  });
};

const TALK = '0 R1 @0 · 5 E1 @5';
const ACW = `${TALK} · 20 X1 @20`;
/** The same, of an agent on a break. */
const onBreak = () => Page.online().play('-50 Break @-50');

describe('after-call work ends with', () => {
  table({
    'a ready after the release': [`${ACW} · 21 Ready @21`, 'idle'],
    'a not-ready with a real reason': [`${ACW} · 21 Break @21`, 'idle'],
    'a ready without a stamp': [`${ACW} · 21 Ready`, 'idle'],
    'a ready that repeats the login state, stamped before the release': [`${ACW} · 21 Ready @15`, 'idle'],
  });
  table({
    'not with a not-ready that names no reason': [`${ACW} · 21 Reasonless @21`, 'acw'],
    'not with a not-ready that changes the login state and is stamped before the release': [`${ACW} · 21 Break @15`, 'acw'],
    'with one that changes it and is stamped at the moment of the release': [`${ACW} · 21 Break @20`, 'idle'],
    'with one that changes it, is stamped before the release by clocks that disagree': [
      `0 R1 @100 · 5 E1 @105 · 20 X1 @120 · 21 Break @21`,
      'idle',
    ],
  });
  table({ 'not with a ready that changes the login state and is stamped before the release': [`${ACW} · 21 Ready @15`, 'acw'] }, onBreak);
  table({ 'with a not-ready that repeats the break, though stamped before the release': [`${ACW} · 21 Break @15`, 'idle'] }, onBreak);

  // Two servers, the clock of one 0.9 s behind.
  test.each([
    ['completeACW', 'Ready', 'online'],
    ['completeACWToBusy', 'NotReady', 'dnd'],
  ])('what confirms %s ends it, though it is stamped before the release that was heard of before', (command, word, login) => {
    const page = Page.online().play(`${TALK} · 6 Break @6 · 20 X1 @20 · 20.5 ${command} · 20.6 ${word} @19.7`);
    expect(page.state).toMatchObject({ login, work: 'idle' });
    expect(page.settled).toEqual(['confirmed']);
  });

  test('the login state changes all the same where it was said before the release', () => {
    expect(Page.online().play(`${ACW} · 21 Break @15`).state).toMatchObject({ login: 'break', work: 'acw' });
  });
});

describe('a ready or not-ready that arrives before the release', () => {
  table({
    'ends after-call work if it is stamped more than a second after it': [`${TALK} · 20 Break @21.1 · 21 X1 @20`, 'idle'],
    'does not, where it changes the login state, a second after it': [`${TALK} · 20 Break @21 · 21 X1 @20`, 'acw'],
    'does, where it repeats the login state, if it is stamped after it': [`${TALK} · 20 Ready @20.1 · 21 X1 @20`, 'idle'],
    'does, where it repeats and arrived during the call, a second before it': [`${TALK} · 20 Ready @19 · 21 X1 @20`, 'idle'],
    'does not, where it repeats and arrived during the call, more than a second before it': [`${TALK} · 20 Ready @18.9 · 21 X1 @20`, 'acw'],
    'does not, where it repeats and arrived before the call, within a second': ['0 Ready @19.5 · 0 R1 @0 · 5 E1 @5 · 20 X1 @20', 'acw'],
    // Two servers, the clock of one 0.9 s ahead: the ready of the login arrives when the first call has only been asked for.
    'does not, where it repeats and arrived when the call was only asked for': [
      '0 makeCall · 0.1 Ready @19.5 · 1 Down @1 · 5 Eown @5 · 20 Xown @20',
      'acw',
    ],
    'does not, of an own ready or notReady that has changed the login state': [
      `${TALK} · 19 notReady · 20 yes:notReady · 20.1 Reasonless @19.5 · 21 X1 @20`,
      'acw',
    ],
    'does not without a stamp': [`${TALK} · 20 Ready · 21 X1 @20`, 'acw'],
    'does not where the release has none': [`${TALK} · 20 Ready @20 · 21 X1`, 'acw'],
    'does not where the clocks disagree': [`${TALK} · 20 Ready @3620 · 21 X1 @20`, 'acw'],
    'does not without a real reason': [`${TALK} · 20 Reasonless @25 · 21 X1 @20`, 'acw'],
  });
  test('is the last one that counts', () => {
    expect(Page.online().play(`${TALK} · 20 Ready @20.1 · 20.5 Break @19.5 · 21 X1 @20`).state.work).toBe('acw');
  });
});

describe('what an own ready or notReady has changed', () => {
  const notReady = (page: Page) => page.command('notReady', { reason: 'general' });

  test('is changed by its event, not repeated', () => {
    const page = Page.online().play(`${TALK} · 19 noise @19`);
    notReady(page).yes('notReady', { reason: 'general' });
    page.play('19.5 Break @19.5 · 21 X1 @20');
    expect(page.state).toMatchObject({ login: 'break', work: 'acw' });
  });

  test('is repeated by the event after that', () => {
    const page = Page.online().play(`${TALK} · 19 noise @19`);
    notReady(page).yes('notReady', { reason: 'general' });
    page.play('19.5 Break @19.5 · 19.8 Break @19.8 · 21 X1 @20');
    expect(page.state.work).toBe('idle');
  });

  test('says nothing of after-call work where it was sent before it', () => {
    const page = Page.online().play(TALK);
    notReady(page).play('20 X1 @20').yes('notReady', { reason: 'general' });
    expect(page.state).toMatchObject({ login: 'break', work: 'acw' });
  });

  test('ends after-call work where it was sent in it', () => {
    const page = Page.online().play(ACW);
    notReady(page).yes('notReady', { reason: 'general' });
    expect(page.state).toMatchObject({ login: 'break', work: 'idle' });
  });
});

describe('a word of after-call work', () => {
  table({
    'ends a live call if it is stamped more than a second after its last event': [`${TALK} · 20 word @6.1`, 'acw'],
    'does not within a second of its last event': [`${TALK} · 20 word @6`, 'talking'],
    'does not without a stamp': [`${TALK} · 20 word`, 'talking'],
    'does not of a call without stamps': ['0 R1 · 5 E1 · 20 word @20', 'talking'],
    "counts a consult's events as the call's": [`${TALK} · 20 DC @20 · 21 word @20.5`, 'consulting'],
    'does not kill the next call (case 9)': [`${ACW} · 21 R2 @21 · 22 word @21.001`, 'ringing'],
    'begins after-call work of an agent without a call': ['20 word @20', 'acw'],
    'does not reopen what a ready has ended': [`${ACW} · 21 Ready @21 · 22 word @20.5`, 'idle'],
    'does not reopen it a second after that': [`${ACW} · 21 Ready @21 · 22 word @22`, 'idle'],
    'reopens it more than a second after that': [`${ACW} · 21 Ready @21 · 23 word @22.1`, 'acw'],
    'does not reopen it without a stamp': [`${ACW} · 21 Ready @21 · 23 word`, 'idle'],
    'does not reopen what a ready without a stamp has ended': [`${ACW} · 21 Ready · 23 word @23`, 'idle'],
    'does not reopen what a ready that came before the release has ended': [`${TALK} · 20 Ready @20.1 · 21 X1 @20 · 22 word @20.5`, 'idle'],
    'begins it where no ready or not-ready has ended anything': [`${TALK} · 20 Ready @10 · 21 X1 @20 · 22 word @20.1`, 'acw'],
    'begins it where a ready had none to end': ['0 Break @0 · 1 Ready @1 · 2 word @1.5', 'acw'],
    'of after-call work that is on changes nothing': [`${ACW} · 22 word @22`, 'acw'],
  });

  test('completes a transfer, whenever it is stamped', () => {
    const page = Page.online().play(`${TALK} · 10 DC @10 · 12 EC @12 · 13 consultTransfer · 14 word @12.5`);
    expect(page.state.work).toBe('acw');
    expect(page.settled).toEqual(['confirmed']);
    expect(page.ends).toEqual(['consult 1 transferred', 'call 1 transferred']);
  });

  test('is not late by a ready that has ended nothing, because it was said before the release', () => {
    const page = onBreak().play(`${ACW} · 21 Ready @15 · 22 word @15.5`);
    expect([page.state.work, page.ignored]).toEqual(['acw', []]);
  });

  test('that is late is reported', () => {
    expect(Page.online().play(`${TALK} · 20 word`).ignored).toEqual(['late']);
  });

  test('that ends a live call ends all its legs', () => {
    const page = Page.online().play(`${TALK} · 20 word @20 · 21 X1 @20`);
    expect(page.ignored).toEqual(['over']);
    expect(page.ends).toEqual(['call 1 unseen']);
  });
});

describe('a call that begins in after-call work', () => {
  table({
    'ends it': [`${ACW} · 21 R2 @21 · 22 X2 @22`, 'idle'],
    'was waiting if it is stamped before the release, and after-call work follows it': [`${ACW} · 21 R2 @19.9 · 22 X2 @22`, 'acw'],
    'was not waiting if it is stamped at the moment of the release': [`${ACW} · 21 R2 @20 · 22 X2 @22`, 'idle'],
    'is answered and ends, and after-call work follows it': [`${ACW} · 21 R2 @21 · 22 E2 @22 · 30 X2 @30`, 'acw'],
  });
});

describe('the length of after-call work', () => {
  const inAcw = () => Page.online({ acw: { seconds: 30 } }).play(ACW);

  test('counts from the arrival of what began it', () => {
    const page = Page.online({ acw: { seconds: 30 } }).play(`${TALK} · 21.5 X1 @20`);
    expect(page.context.acw).toEqual({ since: page.at(20), deadline: page.at(51.5) });
  });

  test('is over at its deadline', () => {
    expect(inAcw().play('50 due:acw').state.work).toBe('idle');
  });

  test('is not known without the option', () => {
    expect(Page.online().play(ACW).context.acw?.deadline).toBeNull();
  });

  test('is moved by an extension, by what the server says', () => {
    const page = inAcw().play('25 extended @25');
    expect(page.context.acw?.deadline).toBe(page.at(80));
  });

  test('is moved by what was asked for where the server does not say', () => {
    const page = inAcw().play('25 noise @25').command('delayACW', { seconds: 60 }).fact({ type: 'acw.extended' }, { at: 26, stamp: 26 });
    expect(page.context.acw?.deadline).toBe(page.at(110));
    expect(page.settled).toEqual(['confirmed']);
  });

  test('is not moved where nobody says by how much', () => {
    const page = inAcw().fact({ type: 'acw.extended' }, { at: 26, stamp: 26 });
    expect(page.context.acw?.deadline).toBe(page.at(50));
  });

  test('waits for the outcome of delayACW, and is due again after its refusal', () => {
    const page = inAcw().play('49.8 delayACW · 50 due:acw');
    expect(page.state.work).toBe('acw');
    page.play('50.2 no:delayACW · 50.2 due:acw');
    expect(page.state.work).toBe('idle');
  });

  test('stays unknown when it is extended', () => {
    expect(Page.online().play(`${ACW} · 25 extended @25`).context.acw).toMatchObject({ deadline: null });
  });
});

describe('after-call work of a talk whose end is heard of while another call waits', () => {
  table({
    'follows when the other one has ended unanswered': [`${TALK} · 10 R3 @10 · 22 X1 @20 · 23 X3 @23`, 'acw'],
    'does not where the other one has begun after the end': [`${TALK} · 10 R3 @21 · 22 X1 @20 · 23 X3 @23`, 'idle'],
    'follows where only one of two has begun after the end': [`${TALK} · 10 R3 @10 · 11 R2 @21 · 22 X1 @20 · 23 X3 @23 · 24 X2 @24`, 'acw'],
    'follows where nobody says when the talk ended': [`${TALK} · 10 R3 @21 · 22 X1 · 23 X3 @23`, 'acw'],
  });
});

test.each([
  ['20.9', 'idle'],
  ['21', 'acw'],
  ['21.1', 'acw'],
])('a regain stamped %s says that after-call work is on, which a ready stamped 21 has ended: %s', (stamp, work) => {
  const page = Page.online().play(`${ACW} · 21 Ready @21`);
  page.fact({ type: 'connection.regained', leg: null, status: 'acw', statusIsNews: false }, { at: 22, stamp: Number(stamp) });
  expect(page.state.work).toBe(work);
});
