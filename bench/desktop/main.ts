import { Visit, type DeskPage } from '../../test/demo/support/browser-desk.js';
import { watchReact, workOf } from '../../test/demo/support/react-work.js';
import { countArgument } from '../frame/count-argument.js';
import { median } from '../frame/median.js';
import { quantile, timeOfClick } from './clicks.js';
import { emptyPage } from './empty-page.js';

const RUNS = 5;
const CLICKS = 60;
/** The first clicks are not counted: the browser still compiles. */
const WARM_UP = 10;
/** What is asked for, in ms. */
const GOAL = 8;

const DORA = '13512345678';
const EMIL = '13687654321';

/** Everything is there at once: a customer on hold, a third party on the line, a call that waits, chart and floor. */
async function makeBusy(desk: DeskPage, third: DeskPage): Promise<void> {
  await desk.signsIn();
  await third.signsIn();
  const supervisor = desk.page.getByRole('region', { name: 'Supervisor' });
  await supervisor.getByRole('button').click();
  await supervisor.getByRole('button', { name: 'Sign in as supervisor' }).click();
  await desk.rings(DORA);
  await desk.gives('answer');
  await desk.announces('In a call');
  await desk.page.getByRole('combobox', { name: 'Transfer or consult' }).fill('1002');
  await desk.gives('initiateConsult');
  await third.gives('answer');
  await desk.page.locator('.party.third', { hasText: 'on the line' }).waitFor();
  await desk.phone(EMIL).getByRole('button', { name: 'Calls Anna' }).click();
  await desk.page.locator('.waiting li').waitFor();
  await third.page.close();
}

/** One command and its opposite in turn, each as soon as its button is live. */
async function timesOnDesk(
  visit: Visit,
  clicks: number,
): Promise<{ readonly times: readonly number[]; readonly renders: readonly number[] }> {
  await visit.serves();
  const context = await visit.context();
  await watchReact(context);
  const [desk, third] = [await visit.open('1001', context), await visit.open('1002', context)];
  await makeBusy(desk, third);
  const [times, renders]: [number[], number[]] = [[], []];
  for (let click = -WARM_UP; click < clicks; click += 1) {
    const button = desk.command(click % 2 === 0 ? 'muteCall' : 'unmute');
    await button.and(desk.page.locator(':enabled')).waitFor();
    await workOf(desk.page);
    const time = await timeOfClick(button);
    const work = await workOf(desk.page);
    if (click < 0) continue;
    times.push(time);
    renders.push(work.find(({ cause }) => cause === 'click')?.renders ?? 0);
  }
  const complaints = await visit.closes();
  if (complaints.length > 0) throw new Error(`The page complains: ${complaints.join('; ')}`);
  return { times, renders };
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
const runs: { readonly desk: readonly number[]; readonly empty: readonly number[]; readonly renders: readonly number[] }[] = [];
try {
  for (let run = 0; run < RUNS; run += 1) {
    const { times, renders } = await timesOnDesk(visit, clicks);
    runs.push({ desk: times, renders, empty: await timesOnEmpty(visit, empty.url, clicks) });
  }
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
console.log(`\nComponents rendered for a click: ${Math.max(...runs.flatMap(({ renders }) => renders))} at most.`);
