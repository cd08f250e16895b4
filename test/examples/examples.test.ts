import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser, BrowserContextOptions } from 'playwright-core';
import { connect, type ButtonProps } from '../../adapters/connect/index.js';
import { createCallCentre, type CallCentre, type FloorOptions } from '../../adapters/simulator/index.js';
import { serveCallCentre, type CallCentreServer } from '../../adapters/simulator/socket/server-entry.js';
import { SHOTS, violationsOn } from '../inspector/browser/audit.js';
import { launchBrowser } from '../inspector/browser/launch.js';
import { benchAt, type PlaceName } from '../support/bench/index.js';
import { buildExamples, type BuiltExamples } from './support/build.js';
import { phoneBarOn, type PhoneBar } from './support/phone-bar.js';
import { serveFolders, type Site } from './support/site.js';

const EXAMPLES = [
  { name: 'react', agentID: '1001', path: '/react/' },
  { name: 'vue', agentID: '1002', path: '/vue/' },
  { name: 'svelte', agentID: '1003', path: '/svelte/' },
  { name: 'no-bundler', agentID: '1004', path: '/docs/examples/no-bundler/' },
] as const;
type Example = (typeof EXAMPLES)[number];

const BUTTONS = ['answer', 'rejectCall', 'hangup', 'holdCall', 'retrieveCall', 'muteCall', 'unmute', 'completeACW'] as const;
const DORA = '13512345678';
const FAY = '13700001111';

const folder = new URL('../../docs/examples/', import.meta.url);
const floor = JSON.parse(readFileSync(new URL('floor.json', folder), 'utf8')) as FloorOptions;

let browser: Browser;
let built: BuiltExamples;
let site: Site;
let centre: CallCentre;
let server: CallCentreServer;
beforeAll(async () => {
  mkdirSync(SHOTS, { recursive: true });
  [browser, built] = await Promise.all([launchBrowser(), buildExamples()]);
  site = await serveFolders(built.pages, built.folder);
  centre = createCallCentre(floor);
  server = await serveCallCentre(centre, { port: 0, allowControl: true });
}, 300_000);
afterAll(async () => {
  await browser.close();
  await server.close();
  centre.dispose();
  site.close();
  await built.remove();
});

const complaints: string[] = [];
const hosts = new Set<string>();
afterEach(async () => {
  for (const context of browser.contexts()) await context.close();
  centre.faults.clear();
  // Nothing was thrown, nothing that the page's rules forbid was tried, and nothing was asked for elsewhere.
  expect(complaints.splice(0)).toEqual([]);
  expect([...hosts].filter((host) => host !== '127.0.0.1')).toEqual([]);
});

/** Opens an example, and waits until its agent is ready for calls. */
async function open({ path }: Example, options: BrowserContextOptions = {}): Promise<PhoneBar> {
  const context = await browser.newContext({ viewport: { width: 640, height: 420 }, ...options });
  context.setDefaultTimeout(4_000);
  const page = await context.newPage();
  page.on('pageerror', ({ message }) => complaints.push(message));
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  page.on('request', (request) => hosts.add(new URL(request.url()).hostname));
  page.on('websocket', (socket) => hosts.add(new URL(socket.url()).hostname));
  await page.goto(`${site.url}${path}?centre=${server.url}`);
  const bar = phoneBarOn(page);
  await bar.button('Ready').waitFor();
  return bar;
}

const dial = (customer: string, agentID: string) => built.node('docs/examples/dial.mjs', customer, agentID, server.url);

/** The attributes as they stand in a page. */
function inHtml(props: ButtonProps): Record<string, string> {
  const { disabled, ...others } = props;
  const given = Object.entries(others).filter(([, value]) => value !== undefined);
  return { ...Object.fromEntries(given.map(([name, value]) => [name, `${value}`])), ...(disabled && { disabled: '' }) };
}

/** The buttons of an agent there, as `connect` has them. */
function buttonsAt(place: PlaceName) {
  const { agent } = benchAt(place);
  const { commands } = connect(agent.getSnapshot(), { whyNot: agent.whyNot });
  return Object.fromEntries(BUTTONS.map((name) => [name, inHtml(commands[name])]));
}

async function buttonsOf(bar: PhoneBar) {
  return Object.fromEntries(await Promise.all(BUTTONS.map(async (name) => [name, await bar.attributes(name)] as const)));
}

describe.each(EXAMPLES)('the example in docs/examples/$name', (example) => {
  const { name, agentID } = example;

  test('is shorter than 100 lines', () => {
    const at = new URL(`${name}/`, folder);
    const lines = readdirSync(at).flatMap((file) => readFileSync(new URL(file, at), 'utf8').split('\n'));
    expect(lines.filter((line) => line.trim() !== '').length).toBeLessThan(100);
  });

  test("takes a customer's call from ringing to the end of after-call work, each button as docs/contract.md, Phone bar, has it", async () => {
    const bar = await open(example);
    await bar.says('No call');
    expect(await buttonsOf(bar)).toEqual(buttonsAt('idle'));

    await dial(DORA, agentID);
    await bar.says('Incoming call');
    await bar.page.getByText(DORA).waitFor();
    expect(await buttonsOf(bar)).toEqual(buttonsAt('ringing'));
    await bar.press('Answer');
    await bar.says('In a call');
    await bar.page.getByText(/Call 00:00:0[1-9]/).waitFor();

    centre.faults.latency([400, 400]);
    await bar.press('Hold');
    await bar.page.locator('[data-command=holdCall][aria-busy=true]').waitFor();
    expect((await bar.attributes('holdCall')).disabled).toBe('');
    await bar.says('Call on hold');
    await bar.page.locator('[data-command=holdCall][aria-busy=false]').waitFor();
    expect((await bar.attributes('holdCall')).title).toBe('Retrieve the call first.');
    expect(await buttonsOf(bar)).toEqual(buttonsAt('holding'));
    centre.faults.clear();

    await bar.press('Retrieve');
    await bar.says('In a call');
    await bar.press('Mute');
    await bar.says('In a call, microphone off');
    await bar.press('Unmute');
    await bar.says('In a call');

    await dial(FAY, agentID);
    await bar.page.getByRole('listitem').getByText(`Incoming call: ${FAY}`).waitFor();
    await bar.page.screenshot({ path: `${SHOTS}example-${name}.png` });
    expect(await violationsOn(bar.page)).toEqual([]);
    centre.customer(FAY).hangup();
    await bar.page.getByRole('listitem').waitFor({ state: 'detached' });

    await bar.press('Hang up');
    await bar.says('After-call work');
    expect(await buttonsOf(bar)).toEqual(buttonsAt('acw'));
    await bar.press('Finish after-call work');
    await bar.says('No call');
  }, 30_000);

  test('asks for the states of the menu, and marks the one that is', async () => {
    const bar = await open(example, { colorScheme: 'dark', viewport: { width: 640, height: 560 } });
    const entry = (label: string) => bar.page.getByRole('menuitemradio', { name: label, exact: true });
    await bar.press('Ready');
    expect(await entry('Ready').getAttribute('title')).toBe('You are ready already.');
    await entry('Meal').click();
    await bar.press('Meal');
    expect(await entry('Meal').getAttribute('aria-checked')).toBe('true');
    await bar.page.screenshot({ path: `${SHOTS}example-${name}-menu.png` });
    expect(await violationsOn(bar.page)).toEqual([]);
    await entry('Ready').click();
    await bar.button('Ready').waitFor();
  }, 15_000);

  test('tells of a command that the service has refused', async () => {
    const bar = await open(example);
    centre.faults.failNext('makeCall', '330133', { agentID });
    await bar.call(DORA);
    await bar.page.getByRole('alert').getByText('330133').waitFor();
    await bar.says('No call');
    await bar.call(DORA);
    await bar.says('In a call');
    expect(await bar.page.getByRole('alert').textContent()).toBe('');
    await bar.press('Hang up');
    await bar.press('Finish after-call work');
    await bar.says('No call');
  }, 15_000);
});

test('agents of all examples sit on the same floor, and call each other', async () => {
  const bars = await Promise.all(EXAMPLES.map((example) => open(example)));
  for (const [index, caller] of bars.entries()) {
    const next = (index + 1) % bars.length;
    const called = bars[next]!;
    await caller.call(EXAMPLES[next]!.agentID);
    await caller.says('Ringing at the other side');
    await called.says('Incoming call');
    await called.press('Answer');
    await Promise.all([caller.says('In a call'), called.says('In a call')]);
    await called.press('Hang up');
    for (const bar of [caller, called]) {
      await bar.press('Finish after-call work');
      await bar.says('No call');
    }
  }
}, 60_000);
