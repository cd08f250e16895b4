// A visitor's day at the desktop, in a real Chromium. Expectations: the vendor's page for what each command does, the
// contract for what is allowed when, and the issue about the desktop for what is shown.
import { describe, expect, test } from '@jest/globals';
import { visitForEach } from '../support/visit-for-each.js';

const DORA = '13512345678';
const EMIL = '13687654321';

const visit = visitForEach();

describe('an agent', () => {
  test('signs in, takes a break and comes back', async () => {
    const anna = await visit().open('1001');
    expect(await anna.command('makeCall').getAttribute('title')).toBe('Sign in first.');
    await anna.signsIn();
    await anna.choosesStatus('Meal');
    await anna.page.locator('.status-now', { hasText: 'Meal' }).waitFor();
    await anna.choosesStatus('Ready');
    await anna.page.locator('[data-login=online]').waitFor();
    await anna.gives('logout');
    await anna.page.locator('[data-login=offline]').waitFor();
  }, 30_000);

  test('answers, holds, mutes, and wraps up in the time that is left', async () => {
    const anna = await visit().open('1001');
    await anna.signsIn();
    await anna.talksTo(DORA);
    await anna.page.locator('.card .name', { hasText: 'Dora' }).waitFor();
    await anna.gives('holdCall');
    await anna.announces('Call on hold');
    expect(await anna.command('holdCall').getAttribute('title')).toBe('Retrieve the call first.');
    expect(await anna.command('singleTransfer').isDisabled()).toBe(true);
    await anna.phone(DORA).getByText('hears music').waitFor();
    await anna.gives('retrieveCall', 'muteCall');
    await anna.announces('In a call, microphone off');
    await anna.gives('unmute');
    await anna.announces('In a call');
    await anna.phone(DORA).getByRole('button', { name: 'Hang up' }).click();
    await anna.announces('After-call work');
    await anna.saysAtLast('the other side has hung up');
    const left = async (): Promise<number> => Number((await anna.timer('acw-left').textContent())?.slice(-2));
    expect(await left()).toBeLessThanOrEqual(30);
    await anna.gives('delayACW');
    await anna.page.waitForFunction(() => (document.querySelector('[data-timer=acw-left] dd')?.textContent ?? '00:00') > '00:31');
    await anna.wrapsUp();
  }, 30_000);

  test('rejects a call, and is called a second time', async () => {
    const anna = await visit().open('1001');
    await anna.signsIn();
    await anna.phone(EMIL).getByRole('button', { name: 'Calls Anna' }).click();
    await anna.announces('Incoming call');
    await anna.gives('rejectCall');
    await anna.announces('No call');
    await anna.saysAtLast('rejected');
    await anna.talksTo(EMIL);
    await anna.gives('hangup');
    await anna.wrapsUp();
  }, 30_000);

  test('is called by a second customer while she talks: that call waits, is answered, and the first one is held', async () => {
    const anna = await visit().open('1001');
    await anna.signsIn();
    await anna.talksTo(DORA);
    await anna.phone(EMIL).getByRole('button', { name: 'Calls Anna' }).click();
    const waiting = anna.page.locator('.waiting li');
    await waiting.filter({ hasText: 'Emil' }).filter({ hasText: 'Incoming call' }).waitFor();
    await anna.page.locator('.card .name', { hasText: 'Dora' }).waitFor();
    await anna.gives('answer');
    await anna.page.locator('.card .name', { hasText: 'Emil' }).waitFor();
    await waiting.filter({ hasText: 'Dora' }).filter({ hasText: 'Call on hold' }).waitFor();
    await anna.gives('hangup');
    await anna.page.locator('.card .name', { hasText: 'Dora' }).waitFor();
    await anna.announces('Call on hold');
    await anna.gives('hangup');
    await anna.wrapsUp();
  }, 30_000);

  test('is called by the dialer, and answers', async () => {
    const anna = await visit().open('1001');
    await anna.signsIn();
    await anna.floor('Callback').click();
    await anna.announces('Incoming call');
    await anna.gives('answer');
    await anna.phone(DORA).getByRole('button', { name: 'Answer' }).click();
    await anna.announces('In a call');
    await anna.gives('hangup');
    await anna.wrapsUp();
  }, 30_000);

  test('asks a third party, goes back, asks again and makes a conference of three', async () => {
    const anna = await visit().open('1001');
    await anna.signsIn();
    await anna.talksTo(DORA);
    await anna.consults(EMIL);
    await anna.announces('Consulting, customer on hold');
    expect(await anna.command('consultTransfer').isDisabled()).toBe(true);
    await anna.phone(EMIL).getByRole('button', { name: 'Answer' }).click();
    await anna.page.locator('.party.third', { hasText: 'on the line' }).waitFor();
    await anna.gives('retrieveConsult');
    await anna.announces('In a call');
    await anna.saysAtLast('hung up here');
    await anna.gives('initiateConsult');
    await anna.phone(EMIL).getByRole('button', { name: 'Answer' }).click();
    await anna.gives('consultConference');
    await anna.announces('In a conference');
    await anna.gives('hangup');
    await anna.wrapsUp();
    await anna.phone(DORA).getByText('talks · Emil').waitFor();
  }, 30_000);

  test('hands a call over after asking, and at once', async () => {
    const anna = await visit().open('1001');
    await anna.signsIn();
    await anna.talksTo(DORA);
    await anna.consults(EMIL);
    await anna.phone(EMIL).getByRole('button', { name: 'Answer' }).click();
    await anna.gives('consultTransfer');
    await anna.saysAtLast('transferred');
    await anna.wrapsUp();
    await anna.phone(DORA).getByText('talks · Emil').waitFor();
    await anna.phone(DORA).getByRole('button', { name: 'Hang up' }).click();
    await anna.phone(EMIL).getByText('hung up').waitFor();
  }, 30_000);

  test('calls a number, sends keys, and is told why nobody answers', async () => {
    const anna = await visit().open('1001');
    await anna.signsIn();
    await anna.calls(DORA);
    await anna.announces('Ringing at the other side');
    await anna.phone(DORA).getByRole('button', { name: 'Answer' }).click();
    await anna.announces('In a call');
    await anna.page.getByText('Keys for the other side').click();
    await anna.page.getByRole('group', { name: 'Keys for the other side' }).getByRole('button', { name: '5' }).click();
    await anna.gives('hangup');
    await anna.wrapsUp();
    await anna.calls('13700001111');
    await anna.saysAtLast('not reached');
    await anna.announces('No call');
  }, 30_000);
});

describe('two agents', () => {
  test('talk over the socket, in two tabs; one swaps a consult with the phone on the desk', async () => {
    const context = await visit().context();
    const [anna, ben] = [await visit().open('1001', context), await visit().open('1002', context)];
    await anna.signsIn();
    await ben.signsIn();
    await anna.calls('1002');
    await ben.announces('Incoming call');
    await ben.page.locator('.card .name', { hasText: 'Anna' }).waitFor();
    await ben.gives('answer');
    await anna.announces('In a call');
    await ben.consults(DORA);
    await ben.phone(DORA).getByRole('button', { name: 'Answer' }).click();
    await ben.announces('Consulting, customer on hold');
    await ben.phone('8002').getByRole('button', { name: 'Swap' }).click();
    await ben.announces('Consulting, third party on hold');
    await ben.gives('retrieveConsult');
    await ben.announces('In a call');
    await ben.gives('hangup');
    for (const desk of [anna, ben]) {
      await desk.announces('After-call work');
      await desk.gives('completeACW');
    }
  }, 40_000);

  test('cannot be one: the second page that signs in pushes the first one out, which says so', async () => {
    const first = await visit().open('1001');
    await first.signsIn();
    const second = await visit().open('1001');
    await second.signsIn();
    await first.announces('Signed in elsewhere, No call');
    expect(await first.command('makeCall').isDisabled()).toBe(true);
    expect(await first.command('login').isEnabled()).toBe(true);
  }, 30_000);

  test('a page that is loaded anew in the middle of a call goes on where it was', async () => {
    const anna = await visit().open('1001');
    await anna.signsIn();
    await anna.talksTo(DORA);
    await anna.gives('holdCall');
    await anna.announces('Call on hold');
    await anna.page.reload();
    await anna.announces('Call on hold');
    await anna.page.locator('.card .name', { hasText: 'Dora' }).waitFor();
    await anna.gives('retrieveCall');
    await anna.announces('In a call');
    await anna.gives('hangup');
    await anna.wrapsUp();
  }, 30_000);
});
