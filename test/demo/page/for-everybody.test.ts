// The desktop for everybody, on whatever screen. Expectations: the issue about the desktop, and WCAG as axe has it.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { SHOTS, violationsOn } from '../../inspector/browser/audit.js';
import { DeskPage } from '../support/browser-desk.js';
import { until } from '../support/desktop.js';
import { visitForEach } from '../support/visit-for-each.js';

const DORA = '13512345678';

mkdirSync(SHOTS, { recursive: true });
const visit = visitForEach();

/** On a narrow screen, the parts are shown one at a time. */
async function shows(desk: DeskPage, part: 'Phone' | 'Chart' | 'Floor'): Promise<void> {
  const tab = desk.page.locator('.tabs').getByRole('button', { name: part });
  if (await tab.isVisible()) await tab.click();
}

describe.each([390, 820, 1280, 1920])('%i px wide', (width) => {
  test.each(['light', 'dark'] as const)(
    'in %s, all of it can be reached, and axe finds nothing',
    async (colorScheme) => {
      const anna = await visit().open('1001', await visit().context({ viewport: { width, height: 860 }, colorScheme }));
      await anna.signsIn();
      await shows(anna, 'Floor');
      await anna.rings(DORA);
      expect(await violationsOn(anna.page)).toEqual([]);
      await anna.page.screenshot({ path: join(SHOTS, `desktop-${width}-${colorScheme}-floor.png`) });
      await shows(anna, 'Phone');
      await anna.gives('answer');
      await anna.announces('In a call');
      await shows(anna, 'Chart');
      await anna.page.screenshot({ path: join(SHOTS, `desktop-${width}-${colorScheme}-chart.png`) });
      await shows(anna, 'Phone');
      expect(await violationsOn(anna.page)).toEqual([]);
      await anna.page.screenshot({ path: join(SHOTS, `desktop-${width}-${colorScheme}-call.png`) });
      expect(await anna.page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
    },
    60_000,
  );
});

test('the keyboard alone is enough: sign in, status, answer, hold', async () => {
  const anna = await visit().open('1001');
  const { keyboard } = anna.page;
  const goesTo = async (what: ReturnType<DeskPage['command']>): Promise<void> => {
    for (let presses = 0; presses < 120; presses += 1) {
      await keyboard.press('Tab');
      if (await what.evaluate((element) => element === document.activeElement)) return;
    }
    throw new Error('the keyboard does not get there');
  };
  await goesTo(anna.command('login'));
  await keyboard.press('Enter');
  await anna.page.locator('[data-login=online]').waitFor();
  await anna.page.locator('.status-now').focus();
  await keyboard.press('Enter');
  await anna.page.locator('[role=menu]').waitFor();
  await keyboard.press('ArrowDown');
  await keyboard.press('Enter');
  await anna.page.locator('.status-now:focus').waitFor();
  await anna.page.locator('[data-login=dnd], [data-login=break]').waitFor();
  await anna.choosesStatus('Ready');
  await anna.rings(DORA);
  await goesTo(anna.command('answer'));
  await keyboard.press('Enter');
  await anna.announces('In a call');
  await goesTo(anna.command('holdCall'));
  await keyboard.press('Space');
  await anna.announces('Call on hold');
}, 60_000);

test('running times stand in no live region, and ringing changes the title', async () => {
  const anna = await visit().open('1001');
  await anna.signsIn();
  await anna.rings(DORA);
  await anna.page.waitForFunction(() => document.title.includes('Incoming call: Dora'));
  await anna.gives('answer');
  await anna.announces('In a call');
  expect(await anna.page.locator('[role=status] .timers, [aria-live] .timers, [role=alert] .timers').count()).toBe(0);
  expect(await anna.announcement.textContent()).not.toMatch(/\d/);
  await anna.page.waitForFunction(() => !document.title.includes('Incoming call'));
  await anna.phone(DORA).getByRole('button', { name: 'Hang up' }).click();
  await anna.page.locator('[role=status]', { hasText: 'the other side has hung up' }).waitFor();
}, 30_000);

test('where the browser forbids sound before the first click, the page says so, and rings after it', async () => {
  const before = await visit().open('1001');
  await before.signsIn();
  await before.page.close();
  // As a browser restores its tabs: the agent is signed in still, and has not clicked.
  const context = await visit().context();
  const page = await context.newPage();
  await page.goto(`${visit().url}?agent=1001&lang=en`);
  // A locator's question to a page counts as a click of its user; this one does not.
  const session = await context.newCDPSession(page);
  const shows = async (text: string): Promise<void> => {
    const expression = `document.body.innerText.includes(${JSON.stringify(text)})`;
    await until(async () => (await session.send('Runtime.evaluate', { expression })).result.value === true);
  };
  await shows('Status:\nReady');
  const ben = await visit().open('1002');
  await ben.signsIn();
  await ben.calls('1001');
  await shows('Incoming call');
  await shows('The browser keeps the page silent until it is clicked.');
  await page.mouse.click(5, 5);
  await page.getByText('The browser keeps the page silent').waitFor({ state: 'detached' });
  await new DeskPage(page).announces('Incoming call');
}, 30_000);

test('a call in a tab that is hidden is told by a notification, once that is allowed, and until it is answered', async () => {
  const context = await visit().context();
  // Notifications are kept in a list, as a browser without a window shows none.
  await context.addInitScript(() => {
    const shown: string[] = [];
    class Shown {
      static permission = 'default';
      static requestPermission(): Promise<string> {
        Shown.permission = 'granted';
        return Promise.resolve('granted');
      }
      readonly #words: string;
      constructor(title: string, { body }: { readonly body: string }) {
        this.#words = `${title}: ${body}`;
        shown.push(this.#words);
      }
      close(): void {
        shown.splice(shown.indexOf(this.#words), 1);
      }
    }
    Object.assign(window, { Notification: Shown, shown });
    Object.defineProperty(document, 'hidden', { get: () => 'isHidden' in window });
  });
  const anna = await visit().open('1001', context);
  const shown = (): Promise<readonly string[]> => anna.page.evaluate(() => [...(window as unknown as { shown: string[] }).shown]);
  const hidden = (is: boolean): Promise<void> =>
    anna.page.evaluate((value) => {
      if (value) Object.assign(window, { isHidden: true });
      else delete (window as { isHidden?: true }).isHidden;
    }, is);
  await anna.signsIn();
  await hidden(true);
  await anna.rings(DORA);
  expect(await shown()).toEqual([]);
  await anna.gives('rejectCall');
  await anna.announces('No call');
  await anna.page.getByRole('button', { name: 'Notify me of calls' }).click();
  await anna.page.getByRole('button', { name: 'Notify me of calls' }).waitFor({ state: 'detached' });
  await anna.rings(DORA);
  expect(await shown()).toEqual(['Incoming call: Dora']);
  await anna.gives('answer');
  await anna.announces('In a call');
  expect(await shown()).toEqual([]);
  await anna.gives('hangup');
  await anna.wrapsUp();
  await hidden(false);
  await anna.rings(DORA);
  expect(await shown()).toEqual([]);
}, 30_000);

test('what comes over the wire is text, and never HTML', async () => {
  const anna = await visit().open('1001');
  await anna.signsIn();
  await anna.calls('<img src=x onerror="window.broken=1">');
  await anna.page.waitForTimeout(600);
  expect(await anna.page.evaluate(() => [document.querySelectorAll('img').length, 'broken' in window])).toEqual([0, false]);
}, 30_000);

test('Chinese by a switch, the reasons of buttons included', async () => {
  const anna = await visit().open('1001');
  await anna.page.getByRole('button', { name: '中文' }).click();
  await anna.announces('无通话');
  expect(await anna.command('holdCall').textContent()).toBe('保持');
  expect(await anna.command('makeCall').getAttribute('title')).toMatch(/[\u4e00-\u9fff]/);
  await anna.page.getByRole('button', { name: 'English' }).click();
  await anna.announces('No call');
}, 30_000);

test('stepping back shows chart and bar as they were, and nothing can be ordered there', async () => {
  const anna = await visit().open('1001');
  await anna.signsIn();
  await anna.talksTo(DORA);
  await anna.page.getByRole('button', { name: 'Step back' }).click();
  await anna.page.getByRole('button', { name: 'Step back' }).click();
  await anna.announces('Incoming call');
  await anna.page.locator('.past').waitFor();
  await anna.page.locator('.card .name', { hasText: 'Dora' }).waitFor();
  expect(await anna.command('answer').isEnabled()).toBe(true);
  expect(await anna.page.locator('.all-orders').evaluate((orders) => (orders as HTMLElement).inert)).toBe(true);
  await anna.page.getByRole('button', { name: /go live/ }).click();
  await anna.announces('In a call');
}, 30_000);

test('a chart that was closed can be shown again, with its history', async () => {
  const anna = await visit().open('1001');
  await anna.signsIn();
  const { page } = anna;
  await page.getByRole('button', { name: 'Step back' }).click();
  await page.locator('.past').waitFor();
  await page.getByRole('button', { name: 'Close', exact: true }).click();
  await page.locator('.past').waitFor({ state: 'detached' });
  await anna.rings(DORA);
  await page.getByRole('button', { name: 'Show the statechart' }).click();
  await page
    .locator('.chart-place')
    .getByText(/^live, step/)
    .waitFor();
  await page.locator('.chart-place .row', { hasText: 'call.ringing' }).first().waitFor();
}, 30_000);

test('a prepared day plays step by step beside the floor, and leaves it as it was', async () => {
  const anna = await visit().open('1001');
  await anna.signsIn();
  await anna.page.getByRole('button', { name: 'Prepared days' }).click();
  await anna.page.getByLabel('Day', { exact: true }).selectOption('secondCallInATalk');
  const step = anna.page.locator('.days').getByRole('button', { name: 'Step' });
  const lines = anna.page.locator('.lines li');
  for (let index = 0; index < (await lines.count()); index += 1) {
    await step.click();
    await lines.nth(index).and(anna.page.locator('[data-played=true]')).waitFor();
    if ((await lines.nth(index).textContent())?.includes('the other call waits') === true) {
      await anna.announces('In a call');
      await anna.page.locator('.waiting li', { hasText: 'Incoming call' }).waitFor();
    }
  }
  await anna.announces('After-call work');
  await anna.page.locator('.days').getByRole('button', { name: 'Back to the floor' }).click();
  await anna.announces('No call');
  await anna.page.locator('[data-login=online]').waitFor();
}, 60_000);

test("a scene of an agent's day plays to its end, a reload included", async () => {
  const anna = await visit().open('1001');
  await anna.page.getByRole('button', { name: 'Prepared days' }).click();
  await anna.page.getByLabel('Day', { exact: true }).selectOption('The page is reloaded in the middle of a call');
  await anna.page.locator('[data-login]').first().waitFor();
  const days = anna.page.locator('.days');
  const over = days.getByText('The day is over.');
  const announced = new Set<string | null>();
  for (let steps = 0; steps < 80 && !(await over.isVisible()); steps += 1) {
    await days.getByRole('button', { name: 'Step' }).click();
    announced.add(await anna.announcement.textContent());
  }
  expect(await over.isVisible()).toBe(true);
  expect([...announced]).toEqual(expect.arrayContaining(['Incoming call', 'In a call', 'Call on hold', 'After-call work', 'No call']));
  const lines = (await days.locator('.lines li').allTextContents()).join('\n');
  expect(lines).toMatch(/Dora · dials 4001[^]*Anna → answer[^]*Anna · the page is closed[^]*Anna · opens the page[^]*Anna → retrieveCall/);
  expect(await days.locator('.lines li[data-who=seen]').allTextContents()).toEqual([]);
  await anna.page.screenshot({ path: join(SHOTS, 'desktop-scene.png') });
}, 60_000);

test('another agent works in a frame beside, and a supervisor forces this one', async () => {
  const anna = await visit().open('1001');
  await anna.signsIn();
  await anna.page.locator('[data-agent="1002"]').getByRole('button', { name: 'Show beside' }).click();
  const ben = anna.page.frameLocator('iframe.beside');
  await ben.locator('.bar [data-command=login]:enabled').click();
  await ben.locator('[data-login=online]').waitFor();
  await anna.calls('1002');
  await ben.locator('.announcement', { hasText: 'Incoming call' }).waitFor();
  await anna.gives('hangup');
  await ben.locator('.announcement', { hasText: 'No call' }).waitFor();
  await anna.announces('No call');
  const supervisor = await anna.supervises();
  await supervisor.locator('[data-command=forceBusy]').click();
  await anna.page.locator('.status-now:not([data-login=online])').waitFor();
}, 60_000);
