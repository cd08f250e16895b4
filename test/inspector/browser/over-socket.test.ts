import { mkdirSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { WebSocket } from 'ws';
import { connectInspector, type InspectorConnection } from '../../../adapters/inspector-socket/index.js';
import { serveInspector, type InspectorServer } from '../../../adapters/inspector-socket/server/serve-inspector.js';
import { Bench, benchAt } from '../../support/bench/index.js';
import { pageScript, type PageScript } from '../socket/page-script.js';
import { SHOTS, violationsOn } from './audit.js';
import { launchBrowser } from './launch.js';

let browser: Browser;
let script: PageScript;
beforeAll(async () => {
  mkdirSync(SHOTS, { recursive: true });
  [browser, script] = await Promise.all([launchBrowser(), pageScript()]);
}, 120_000);
afterAll(async () => {
  await browser.close();
  await script.remove();
});

let server: InspectorServer;
const connections: InspectorConnection[] = [];
const complaints: string[] = [];
afterEach(async () => {
  for (const connection of connections.splice(0)) connection.close();
  for (const context of browser.contexts()) await context.close();
  await server.close();
  expect(complaints.splice(0)).toEqual([]);
});

async function serve(port = 0): Promise<void> {
  server = await serveInspector({ port, script: script.url });
}

function connect({ agent }: Bench, name: string): InspectorConnection {
  const connection = connectInspector(agent, { url: server.url, name, WebSocket });
  connections.push(connection);
  return connection;
}

async function open(colorScheme: 'light' | 'dark' = 'light'): Promise<Page> {
  const page = await (await browser.newContext({ viewport: { width: 1280, height: 790 }, colorScheme })).newPage();
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    // Chromium tells of a server that is not there, whatever the page does.
    if (message.type() === 'error' && !message.text().includes('WebSocket connection')) complaints.push(message.text());
  });
  await page.goto(server.pageUrl);
  return page;
}

const lit = (page: Page, path: string) => page.locator(`.box.active[data-path="${path}"]`).waitFor();

describe('the page of `switchhook inspector`', () => {
  test('says how an agent comes, as long as there is none', async () => {
    await serve();
    const page = await open();
    await page.getByText('No agent is here yet.').waitFor();
    expect(await page.locator('pre').textContent()).toContain(`connectInspector(agent, {\n  url: '${server.url}',\n`);
    await page.screenshot({ path: `${SHOTS}socket-nobody.png` });
    expect(await violationsOn(page)).toEqual([]);
  });

  test.each(['light', 'dark'] as const)("lights where an agent in a program of Node's stands, in %s, and follows", async (scheme) => {
    await serve();
    const page = await open(scheme);
    const bench = benchAt('talking');
    connect(bench, 'agent 1001');
    await lit(page, 'work.live.established.talking');
    bench.customer('EventAgentHoldCall');
    await lit(page, 'work.live.established.holding.plain');
    expect(await page.locator('.bar .title').textContent()).toBe('agent 1001');
    await page.screenshot({ path: `${SHOTS}socket-${scheme}.png` });
    expect(await violationsOn(page)).toEqual([]);
    await page.getByRole('button', { name: 'Step back' }).click();
    await lit(page, 'work.live.established.talking');
  });

  test('opened late, shows what was recorded since the agent came', async () => {
    await serve();
    const bench = new Bench();
    const connection = connect(bench, 'agent 1001');
    benchAt('holding', { bench });
    while (!connection.isConnected) await new Promise((resolve) => setTimeout(resolve, 5));
    const page = await open();
    await lit(page, 'work.live.established.holding.plain');
    await page.locator('.list').focus();
    await page.keyboard.press('Home');
    await lit(page, 'connection.down.uninitialized');
  });

  test('lets several agents be chosen among, also those that come later, and keeps what has gone', async () => {
    await serve();
    const page = await open();
    const first = connect(benchAt('talking'), 'agent');
    await lit(page, 'work.live.established.talking');
    connect(benchAt('ringing'), 'agent');
    const choice = page.getByRole('combobox', { name: 'Agent' });
    await choice.waitFor();
    await lit(page, 'work.live.established.talking');
    await choice.selectOption('agent (2)');
    await lit(page, 'work.live.ringing');
    first.close();
    await page.locator('option', { hasText: 'agent, gone' }).waitFor({ state: 'attached' });
    await lit(page, 'work.live.ringing');
    await choice.selectOption('agent, gone');
    await lit(page, 'work.live.established.talking');
    await page.screenshot({ path: `${SHOTS}socket-gone.png` });
  });

  test('says that it is closed, once its reader has closed it', async () => {
    await serve();
    const page = await open();
    connect(benchAt('talking'), 'agent 1001');
    await lit(page, 'work.live.established.talking');
    await page.getByRole('button', { name: 'Close' }).click();
    await page.getByText('The inspector is closed. Load this page anew').waitFor();
    connect(benchAt('ringing'), 'agent 1002');
    await page.reload();
    await page.getByRole('combobox', { name: 'Agent' }).waitFor();
  });

  test('goes on when the inspector is started anew', async () => {
    await serve();
    const page = await open();
    const bench = benchAt('talking');
    connect(bench, 'agent 1001');
    await lit(page, 'work.live.established.talking');
    const { port } = server;
    await server.close();
    await page.getByText('The inspector has ended.').waitFor();
    bench.customer('EventAgentHoldCall');
    await serve(port);
    await lit(page, 'work.live.established.holding.plain');
    await page.getByText('The inspector has ended.').waitFor({ state: 'detached' });
    expect(await page.locator('.position').textContent()).toBe('live, step 1');
  }, 30_000);
});
