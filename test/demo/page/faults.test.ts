// The desktop under faults. Expectations: the contract ("nothing ever hangs; the server is always believed") and the
// issue about the desktop: each fault of the panel is switched on, and the bar survives.
import { expect, test } from '@jest/globals';
import type { DeskPage } from '../support/browser-desk.js';
import { visitForEach } from '../support/visit-for-each.js';

const DORA = '13512345678';

const visit = visitForEach();

const fault = (desk: DeskPage, kind: string) => desk.page.locator(`[data-fault=${kind}]`);

test.each(['delay', 'duplicate', 'reorder', 'callbacks'])(
  'a call goes its way while %s is on',
  async (kind) => {
    const anna = await visit().open('1001');
    await anna.signsIn();
    await fault(anna, kind).check();
    await anna.talksTo(DORA);
    await anna.gives('holdCall');
    await anna.announces('Call on hold');
    await anna.gives('retrieveCall');
    await anna.announces('In a call');
    await anna.gives('hangup');
    await anna.announces('After-call work');
    await fault(anna, kind).uncheck();
    // Messages that the fault has kept back may still be on their way.
    await anna.wrapsUp();
  },
  40_000,
);

test('after every other message was lost, the bar shows the truth once it is told again', async () => {
  const anna = await visit().open('1001');
  await anna.signsIn();
  await anna.rings(DORA);
  await fault(anna, 'drop').check();
  await anna.gives('answer');
  await anna.phone(DORA).getByText('talks').waitFor();
  await anna.phone(DORA).getByRole('button', { name: 'Hang up' }).click();
  await anna.phone(DORA).getByText('hung up').waitFor();
  await fault(anna, 'drop').uncheck();
  await anna.gives('initAgent');
  await anna.page.waitForFunction(() =>
    ['After-call work', 'No call'].includes(document.querySelector('.announcement')?.textContent ?? ''),
  );
}, 40_000);

test('a connection that was cut comes back to the call', async () => {
  const anna = await visit().open('1001');
  await anna.signsIn();
  await anna.talksTo(DORA);
  await anna.floor('Interrupt the link for 5 s').click();
  await anna.announces('Connection interrupted, In a call');
  expect(await anna.command('holdCall').isDisabled()).toBe(true);
  await anna.announces('In a call');
  await anna.floor('Cut the connection for 5 s').click();
  await anna.phone(DORA).getByRole('button', { name: 'Hang up' }).click();
  await anna.wrapsUp();
}, 40_000);

test('signed in elsewhere, the agent is told, and takes the desk back', async () => {
  const anna = await visit().open('1001');
  await anna.signsIn();
  await anna.floor('Sign in elsewhere').click();
  await anna.announces('Signed in elsewhere, No call');
  await anna.gives('login');
  await anna.page.locator('[data-login=online]').waitFor();
  await anna.announces('No call');
}, 30_000);

test('a clock that is set wrong prolongs no after-call work, and ends none', async () => {
  const anna = await visit().open('1001');
  await anna.signsIn();
  await anna.floor('Set this clock 1 h ahead').click();
  await anna.talksTo(DORA);
  await anna.gives('hangup');
  await anna.announces('After-call work');
  expect(await anna.timer('acw-left').textContent()).toMatch(/^00:(2[5-9]|30)$/);
  await anna.floor('Set it right again').click();
  await anna.wrapsUp();
}, 30_000);
