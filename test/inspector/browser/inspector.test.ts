import { mkdirSync, readFileSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { SHOTS, violationsOn } from './audit.js';
import { launchBrowser } from './launch.js';
import type { Tools } from './page.js';
import { serveSite, type Site } from './site.js';

declare const tools: Tools;

let browser: Browser;
let site: Site;
beforeAll(async () => {
  mkdirSync(SHOTS, { recursive: true });
  [browser, site] = await Promise.all([launchBrowser(), serveSite()]);
}, 120_000);
afterAll(async () => {
  await browser.close();
  site.close();
});

const complaints: string[] = [];
afterEach(async () => {
  for (const context of browser.contexts()) await context.close();
  // Nothing that the page's rules forbid was tried, and nothing was thrown.
  expect(complaints.splice(0)).toEqual([]);
});

async function open(options: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 790 }, ...options });
  const page = await context.newPage();
  context.on('page', watch);
  watch(page);
  await page.goto(site.url);
  return page;
}

function watch(page: Page): void {
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
}

/** The page of an agent with a morning behind, and the inspector beside it. */
async function openMorning(options?: BrowserContextOptions): Promise<Page> {
  const page = await open(options);
  await page.evaluate(() => {
    const recorder = tools.recordAgent(tools.bench.agent);
    tools.morning(tools.bench);
    tools.inspector = tools.mountInspector(tools.place(), tools.bench.agent, { recorder });
  });
  await drawn(page);
  return page;
}

const drawn = (page: Page) =>
  page.evaluate(() => new Promise<void>((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve()))));
const activeOf = (page: Page) => page.locator('.box.active').evaluateAll((all) => all.map((one) => one.getAttribute('data-path')));
const positionOf = (page: Page) => page.locator('.position').textContent();

describe('the inspector in a browser', () => {
  test('lights where the agent stands, and follows', async () => {
    const page = await openMorning();
    expect(await activeOf(page)).toEqual(
      expect.arrayContaining([
        'work.live.established.consulting.third.talking',
        'connection.connected',
        'microphone.muted',
        'network.good',
      ]),
    );
    await page.evaluate(() => tools.bench.third('EventReleased'));
    await drawn(page);
    expect(await activeOf(page)).toContain('work.live.established.holding.afterConsult');
    expect(await page.locator('.arrow text').textContent()).toBe('call.released');
  });

  test('says of the selected state what it means, what it takes and why not, and where its events lead', async () => {
    const page = await openMorning();
    await page.locator('[data-path="work.idle"]').click();
    const panel = page.getByRole('tabpanel');
    await panel.getByText('Customer: No call.').waitFor();
    expect(await panel.locator('.chips .no').first().textContent()).toMatch(/makeCall.*NOT_ALLOWED/);
    const row = panel.locator('.reactions li', { hasText: 'call.ringing' });
    await row.hover();
    await drawn(page);
    expect(await page.locator('.box.lit').evaluateAll((all) => all.map((one) => one.getAttribute('data-path')))).toEqual([
      'work.live.ringing',
    ]);
    await row.getByRole('button').click();
    await drawn(page);
    expect(await panel.getByRole('heading', { level: 2 }).textContent()).toContain('ringing');
  });

  test('goes back and forth in time, filters, pauses and goes on', async () => {
    const page = await openMorning();
    await page.getByRole('button', { name: 'Step back' }).click();
    await drawn(page);
    expect(await activeOf(page)).toContain('work.live.established.consulting.third.dialing');
    await page.evaluate(() => tools.bench.third('EventReleased'));
    await drawn(page);
    expect(await activeOf(page)).toContain('work.live.established.consulting.third.dialing');
    await page.getByRole('button', { name: 'Paused: go live' }).click();
    await drawn(page);
    expect(await positionOf(page)).toMatch(/^live/);
    await page.getByRole('searchbox').fill('ringing');
    await drawn(page);
    expect(await page.locator('.row .type').allTextContents()).toEqual(['call.ringing']);
    await page.locator('.row').click();
    await drawn(page);
    expect(await activeOf(page)).toContain('work.live.ringing');
  });

  test('saves the recording without anything personal', async () => {
    const page = await openMorning();
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Export' }).click()]);
    const text = readFileSync(await download.path(), 'utf8');
    const { entries } = JSON.parse(text) as { entries: unknown[] };
    expect(entries.length).toBeGreaterThan(15);
    for (const secret of ['13800138000', 'ORD-XYZZY', 'token-of']) expect(text).not.toContain(secret);
  });

  test('can be worked by keyboard', async () => {
    const page = await openMorning();
    await page.locator('.map svg').focus();
    const selected = () => page.locator('.box[aria-selected=true]').getAttribute('data-path');
    const before = await selected();
    await page.keyboard.press('ArrowUp');
    await drawn(page);
    expect(await selected()).not.toBe(before);
    await page.locator('.list').focus();
    await page.keyboard.press('Home');
    await drawn(page);
    expect(await positionOf(page)).toMatch(/^step 0 /);
    await page.keyboard.press('ArrowDown');
    await drawn(page);
    expect(await positionOf(page)).toMatch(/^step 1 /);
    await page.getByRole('tab', { name: 'State' }).focus();
    await page.keyboard.press('ArrowRight');
    expect(await page.getByRole('tab', { name: 'Event' }).getAttribute('aria-selected')).toBe('true');
  });

  test('draws once for whatever happens in one turn', async () => {
    const page = await openMorning();
    const drawings = await page.evaluate(async () => {
      const root = tools.place().firstElementChild!.shadowRoot!;
      let count = 0;
      const observer = new MutationObserver(() => (count += 1));
      observer.observe(root, { subtree: true, childList: true, attributes: true, characterData: true });
      tools.swap(tools.bench, 50);
      await new Promise<void>((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve))));
      return count;
    });
    expect(drawings).toBe(1);
  });

  test('tells several agents apart', async () => {
    const page = await open();
    await page.evaluate(() => {
      tools.morning(tools.bench);
      tools.mountInspector(tools.place(), [
        { name: 'agent 1005', agent: tools.bench.agent },
        { name: 'agent 1006', agent: tools.other.agent },
      ]);
    });
    await drawn(page);
    expect(await activeOf(page)).toContain('connection.connected');
    await page.getByRole('combobox', { name: 'Agent' }).selectOption('agent 1006');
    await drawn(page);
    expect(await activeOf(page)).toContain('connection.down.uninitialized');
    expect(await page.locator('.row').count()).toBe(1);
  });

  test('leaves nothing behind when it is closed, and the agent goes on', async () => {
    const page = await openMorning();
    await page.getByRole('button', { name: 'Close' }).click();
    const left = await page.evaluate(() => {
      tools.bench.third('EventReleased');
      return [tools.place().childElementCount, document.adoptedStyleSheets.length, tools.inspector!.isOpen, tools.bench.state().work];
    });
    expect(left).toEqual([0, 0, false, 'holding']);
  });

  test('tells the page when its reader closes it, and not when the page does', async () => {
    const page = await openMorning();
    const told = await page.evaluate(() => {
      const closed: string[] = [];
      const mount = (name: string) =>
        tools.mountInspector(tools.place(), tools.bench.agent, { onClose: () => closed.push(`${name}, open: ${tools.inspector!.isOpen}`) });
      tools.inspector!.close();
      tools.inspector = mount('by the page');
      tools.inspector.close();
      tools.inspector = mount('by its reader');
      const buttons = [...tools.place().firstElementChild!.shadowRoot!.querySelectorAll('button')];
      buttons.find(({ textContent }) => textContent === 'Close')!.click();
      tools.inspector.close();
      return closed;
    });
    expect(told).toEqual(['by its reader, open: false']);
  });

  test('is collected once it is closed, with all that it has drawn', async () => {
    const page = await openMorning();
    const isGone = await page.evaluate(async () => {
      const ref = new WeakRef(tools.place().firstElementChild!);
      tools.inspector!.close();
      tools.inspector = null;
      for (let round = 0; round < 5; round += 1) {
        await new Promise((resolve) => setTimeout(resolve, 20));
        // Asynchronously, so that nothing on the stack counts as a reference.
        await (globalThis as unknown as { gc(options: object): Promise<void> }).gc({ type: 'major', execution: 'async' });
      }
      return ref.deref() === undefined;
    });
    expect(isGone).toBe(true);
  });

  test('shows hostile values by their kind, and does not freeze', async () => {
    const page = await openMorning();
    const ms = await page.evaluate(async () => {
      const cycle: Record<string, unknown> = {};
      cycle['self'] = cycle;
      const start = performance.now();
      tools.bench.customer('EventEstablished', { attachedData: 'x'.repeat(10_000_000) });
      tools.bench.customer('EventEstablished', {
        attachedData: { all: 'x'.repeat(100_000) },
        element: document.body,
        cycle,
        more: { deep: { deep: { deep: {} } } },
      });
      await new Promise<void>((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve())));
      return performance.now() - start;
    });
    await page.getByRole('tab', { name: 'Event' }).click();
    const text = await page.getByRole('tabpanel').textContent();
    expect(text).toContain('attachedData: [attached data]');
    expect(text).toContain('element: [object]');
    expect(text).toContain('cycle: [object]');
    expect(ms).toBeLessThan(2_000);
  });
});

describe('ten thousand entries', () => {
  test('are a list of at most 200 rows, and the last costs no more than twice the hundredth', async () => {
    const page = await open();
    const { rows, early, late, longest, entries } = await page.evaluate(async () => {
      const { bench } = tools;
      const native = requestAnimationFrame.bind(window);
      const frame = () => new Promise<void>((resolve) => native(() => resolve()));
      // The time that the inspector spends in its frames, all together.
      let spent = 0;
      let longest = 0;
      window.requestAnimationFrame = (draw) =>
        native((time) => {
          const start = performance.now();
          draw(time);
          // The browser's own part of it, which is put off otherwise.
          tools.place().firstElementChild?.getBoundingClientRect();
          const took = performance.now() - start;
          spent += took;
          longest = Math.max(longest, took);
        });
      const recorder = tools.recordAgent(bench.agent, { limit: 64_000_000 });
      tools.signIn(bench);
      bench.customer('EventRinging');
      bench.customer('EventEstablished');
      tools.mountInspector(tools.place(), bench.agent, { recorder });
      const costOf = async (drawings: number) => {
        spent = 0;
        for (let index = 0; index < drawings; index += 1) {
          tools.swap(bench, 2);
          await frame();
          await frame();
        }
        return spent / drawings;
      };
      tools.swap(bench, 80);
      await costOf(10);
      const early = await costOf(60);
      // From now on, with the drawing of ten thousand new entries at once.
      longest = 0;
      tools.swap(bench, 10_000 - recorder.last);
      await frame();
      await frame();
      const late = await costOf(60);
      const root = tools.place().firstElementChild!.shadowRoot!;
      return { rows: root.querySelectorAll('.row').length, early, late, longest, entries: recorder.last - recorder.first + 1 };
    });
    expect(entries).toBeGreaterThanOrEqual(10_000);
    expect(rows).toBeGreaterThan(10);
    expect(rows).toBeLessThanOrEqual(200);
    expect(early).toBeGreaterThan(0.1);
    expect(late).toBeLessThan(2 * early);
    process.stdout.write(
      `The inspector with ${entries} entries: ${late.toFixed(1)} ms for a drawing (${early.toFixed(1)} at 100), its longest task ${longest.toFixed(1)} ms\n`,
    );
  }, 60_000);
});

describe('a window of its own', () => {
  test('is empty at first, obeys the rules of the page, and goes with its inspector', async () => {
    const page = await open();
    const [popup] = await Promise.all([
      page.waitForEvent('popup'),
      page.evaluate(() => {
        tools.morning(tools.bench);
        tools.inspector = tools.openInspector(tools.bench.agent);
      }),
    ]);
    await popup.locator('.box.active').first().waitFor();
    expect(popup.url()).toBe('about:blank');
    await page.evaluate(() => tools.bench.third('EventReleased'));
    await popup.locator('.arrow text', { hasText: 'call.released' }).waitFor();
    expect(
      await popup.evaluate(() => getComputedStyle(document.querySelector('main > div')!.shadowRoot!.querySelector('.inspector')!).display),
    ).toBe('grid');
    await popup.screenshot({ path: `${SHOTS}window.png` });
    expect(await violationsOn(popup)).toEqual([]);
    await Promise.all([popup.waitForEvent('close'), page.evaluate(() => tools.inspector!.close())]);
  });

  test('ends the inspector when its reader closes it', async () => {
    const page = await open();
    const [popup] = await Promise.all([
      page.waitForEvent('popup'),
      page.evaluate(() => {
        tools.inspector = tools.openInspector(tools.bench.agent);
      }),
    ]);
    await popup.locator('.box').first().waitFor();
    await popup.close({ runBeforeUnload: false });
    await page.waitForFunction(() => !tools.inspector!.isOpen);
  });

  test('that is blocked is told in a sentence', async () => {
    const page = await open();
    const warnings: string[] = [];
    page.on('console', (message) => warnings.push(`${message.type()} ${message.text()}`));
    const told = await page.evaluate(() => {
      window.open = () => null;
      const { isOpen, problem } = tools.openInspector(tools.bench.agent);
      return { isOpen, problem };
    });
    expect(told.isOpen).toBe(false);
    expect(told.problem).toMatch(/has blocked the window.*mountInspector/);
    expect(warnings).toEqual([`warning ${told.problem}`]);
  });
});

describe.each(['light', 'dark'] as const)('in %s', (colorScheme) => {
  test.each([
    [1280, 790],
    [1920, 1000],
  ])(
    'at %i by %i, it has nothing that axe finds, and nothing cut off',
    async (width, height) => {
      const page = await openMorning({ viewport: { width, height }, colorScheme });
      await page.screenshot({ path: `${SHOTS}${colorScheme}-${width}.png` });
      const map = await page
        .locator('.map')
        .evaluate(({ scrollWidth, clientWidth, scrollHeight, clientHeight }) => [scrollWidth - clientWidth, scrollHeight - clientHeight]);
      expect(map).toEqual([0, 0]);
      await page.getByRole('button', { name: 'Step back' }).click();
      await page.getByRole('tab', { name: 'Event' }).click();
      await drawn(page);
      await page.screenshot({ path: `${SHOTS}${colorScheme}-${width}-back.png` });
      expect(await violationsOn(page)).toEqual([]);
      for (const kind of ['odd', 'command']) {
        await page.locator(`.row.${kind}`).first().click();
        await drawn(page);
        expect(await violationsOn(page)).toEqual([]);
      }
    },
    60_000,
  );

  test('at 600 by 900, the map is above the rest and only scrolls down, and nothing is cut off at the side', async () => {
    const page = await openMorning({ viewport: { width: 600, height: 900 }, colorScheme });
    await page.screenshot({ path: `${SHOTS}${colorScheme}-600.png` });
    const sizes = await page.locator('.inspector').evaluate((root) => {
      const all = ['.map', '.detail', '.happenings'].map((name) => root.querySelector(name)!);
      return all.map((one) => [
        one.scrollWidth - one.clientWidth,
        Math.round(one.getBoundingClientRect().top),
        one.clientWidth > 290 && one.clientHeight > 300,
      ]);
    });
    const [[, mapTop], [, detailTop]] = sizes as [number[], number[]];
    expect(sizes).toEqual([
      [0, mapTop, true],
      [0, detailTop, true],
      [0, detailTop, true],
    ]);
    expect(detailTop).toBeGreaterThan(mapTop! + 400);
    expect(await violationsOn(page)).toEqual([]);
  }, 60_000);
});
