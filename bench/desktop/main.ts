import type { BrowserContext, Locator, Page } from 'playwright-core';
import { ANNA, BEN, DORA, EMIL } from '../../demo/cast.js';
import { Visit, type DeskPage } from '../../test/demo/support/browser-desk.js';
import { watchReact, workOf } from '../../test/demo/support/react-work.js';
import { countArgument } from '../frame/count-argument.js';
import { median } from '../frame/median.js';
import { quantile } from '../frame/quantile.js';
import { timeOfClick } from './clicks.js';
import { emptyPage } from './empty-page.js';

const RUNS = 5;
const CLICKS = 60;
/** The first clicks are not counted: the browser still compiles. */
const WARM_UP = 10;
/** The goal, in ms. */
const GOAL = 8;

/** Everything is there at once: a customer on hold, a third party on the line, a call that waits, chart and floor. */
async function makeBusy(desk: DeskPage, third: DeskPage): Promise<void> {
  await desk.signsIn();
  await third.signsIn();
  await desk.supervises();
  await desk.talksTo(DORA.number);
  await desk.consults(BEN.agentID);
  await third.gives('answer');
  await desk.page.locator('.party.third', { hasText: 'on the line' }).waitFor();
  await desk.phone(EMIL.number).getByRole('button', { name: 'Calls Anna' }).click();
  await desk.page.locator('.waiting li').waitFor();
  await third.page.close();
}

/** Serves a floor, and clicks one command and its opposite in turn on a busy page, each as soon as its button is live. */
async function onDesk<Result>(
  visit: Visit,
  prepare: (context: BrowserContext) => Promise<void>,
  clicks: number,
  click: (button: Locator, page: Page) => Promise<Result>,
): Promise<readonly Result[]> {
  await visit.serves();
  const context = await visit.context();
  await prepare(context);
  const [desk, third] = [await visit.open(ANNA.agentID, context), await visit.open(BEN.agentID, context)];
  await makeBusy(desk, third);
  const results: Result[] = [];
  for (let index = -WARM_UP; index < clicks; index += 1) {
    const button = desk.command(index % 2 === 0 ? 'muteCall' : 'unmute');
    await button.and(desk.page.locator(':enabled')).waitFor();
    const result = await click(button, desk.page);
    if (index >= 0) results.push(result);
  }
  const complaints = await visit.closes();
  if (complaints.length > 0) throw new Error(`The page complains: ${complaints.join('; ')}`);
  return results;
}

/** Nobody counts meanwhile: that would take time itself. */
function timesOnDesk(visit: Visit, clicks: number): Promise<readonly number[]> {
  return onDesk(visit, () => Promise.resolve(), clicks, timeOfClick);
}

function rendersOnDesk(visit: Visit, clicks: number): Promise<readonly number[]> {
  return onDesk(visit, watchReact, clicks, async (button, page) => {
    await workOf(page);
    await timeOfClick(button);
    return (await workOf(page)).find(({ cause }) => cause === 'click')?.renders ?? 0;
  });
}

async function timesOnEmpty(visit: Visit, url: string, clicks: number): Promise<readonly number[]> {
  const context = await visit.context();
  const page = await context.newPage();
  await page.goto(url);
  const times: number[] = [];
  for (let click = -WARM_UP; click < clicks; click += 1) {
    const time = await timeOfClick(page.locator('button'));
    if (click >= 0) times.push(time);
  }
  await context.close();
  return times;
}

const clicks = countArgument('clicks', CLICKS);
const visit = await Visit.begin();
const empty = await emptyPage();
const runs: { readonly desk: readonly number[]; readonly empty: readonly number[] }[] = [];
let renders: readonly number[] = [];
try {
  for (let run = 0; run < RUNS; run += 1)
    runs.push({ desk: await timesOnDesk(visit, clicks), empty: await timesOnEmpty(visit, empty.url, clicks) });
  renders = await rendersOnDesk(visit, clicks);
} finally {
  await visit.end();
  await empty.remove();
}

const line = (what: string, part: number, of: 'desk' | 'empty'): string =>
  `${what.padEnd(36)}${median(runs.map((run) => quantile(run[of], part)))
    .toFixed(1)
    .padStart(6)} ms`;
console.log(`Handler, rendering and layout after a click, without the wait for a frame; ${clicks} clicks, median of ${RUNS} runs.
`);
console.log(line('desktop, half of the clicks', 0.5, 'desk'));
console.log(`${line('desktop, 95 % of the clicks', 0.95, 'desk')}   (goal: ${GOAL} ms)`);
console.log(line('an empty page of React, half', 0.5, 'empty'));
console.log(line('an empty page of React, 95 %', 0.95, 'empty'));
console.log(`\nComponents rendered for a click: ${Math.max(...renders)} at most.`);
