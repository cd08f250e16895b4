// How much React does for each thing that happens. Expectations: the issue about the desktop, whose number of rerenders per
// event a test holds. An event changes the state once, so that it renders once; what it does not concern is not rendered.
import { expect, test } from '@jest/globals';
import { watchReact, workOf, type Work } from '../support/react-work.js';
import { visitForEach } from '../support/visit-for-each.js';

const DORA = '13512345678';
const EMIL = '13687654321';

/** Components of the phone bar, with the buttons of whatever situation; the page has more than twice as many. */
const BAR = 100;
/** The timers of the bar, and those of the calls that wait. */
const TIMERS = 2;

const visit = visitForEach();

const most = (work: readonly Work[], what: 'commits' | 'renders'): number => Math.max(0, ...work.map((one) => one[what]));

test('a click or a message renders once, and no more than the bar; time renders the timers', async () => {
  const context = await visit().context();
  await watchReact(context);
  const anna = await visit().open('1001', context);
  await anna.page.waitForTimeout(500);
  expect((await workOf(anna.page)).reduce((sum, { renders }) => sum + renders, 0)).toBeGreaterThan(200);

  const situations: readonly (readonly [what: string, bars: number, act: () => Promise<void>])[] = [
    ['signs in: asked for, and done', 2, () => anna.signsIn()],
    ['is called', 1, () => anna.rings(DORA)],
    [
      'answers: asked for, and done',
      2,
      async () => {
        await anna.gives('answer');
        await anna.announces('In a call');
      },
    ],
    [
      'is called by a second one',
      1,
      async () => {
        await anna.phone(EMIL).getByRole('button', { name: 'Calls Anna' }).click();
        await anna.page.locator('.waiting li').waitFor();
      },
    ],
    [
      'mutes: asked for, and done',
      2,
      async () => {
        await anna.gives('muteCall');
        await anna.announces('In a call, microphone off');
      },
    ],
    [
      'is left by the second one',
      1,
      async () => {
        await anna.phone(EMIL).getByRole('button', { name: 'Hang up' }).click();
        await anna.page.locator('.waiting li').waitFor({ state: 'detached' });
      },
    ],
    [
      'is left',
      1,
      async () => {
        await anna.phone(DORA).getByRole('button', { name: 'Hang up' }).click();
        await anna.announces('After-call work');
      },
    ],
  ];
  for (const [what, bars, act] of situations) {
    await act();
    await anna.page.waitForTimeout(200);
    const work = await workOf(anna.page);
    const caused = work.filter(({ cause }) => cause !== 'other');
    expect([what, most(caused, 'commits')]).toEqual([what, 1]);
    expect(most(caused, 'renders')).toBeLessThanOrEqual(BAR);
    // Everything else that is told is about phones on the floor, of which each has a row.
    expect([what, caused.filter(({ renders }) => renders > TIMERS).length]).toEqual([what, bars]);
  }
  await workOf(anna.page);
  await anna.page.waitForTimeout(1_200);
  const ticks = await workOf(anna.page);
  expect(ticks.length).toBeGreaterThan(1);
  expect(most(ticks, 'renders')).toBeLessThanOrEqual(TIMERS);
}, 60_000);
