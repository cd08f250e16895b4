// The page as files for any web space, with the call centre in the page. Expectations: the issue about the desktop.
import { createServer, type Server } from 'node:http';
import { readFile, rm } from 'node:fs/promises';
import { extname, join } from 'node:path';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { launchBrowser } from '../../inspector/browser/launch.js';
import { builtPage, DeskPage } from '../support/browser-desk.js';

const DORA = '13512345678';
const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
};

let folder: string;
let server: Server;
let browser: Browser;
beforeAll(async () => {
  folder = await builtPage('static');
  // A web space in a folder of its own, which knows of files and of nothing else.
  server = createServer((request, response) => {
    const path = new URL(request.url ?? '', 'http://localhost').pathname.replace(/^\/somewhere\//, '').replace(/^$/, 'index.html');
    readFile(join(folder, path)).then(
      (content) => response.setHeader('content-type', TYPES[extname(path)] ?? 'text/plain').end(content),
      () => response.writeHead(404).end(),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  browser = await launchBrowser();
}, 120_000);
afterAll(async () => {
  await browser.close();
  await new Promise((resolve) => server.close(resolve));
  await rm(folder, { recursive: true });
});

test('a customer calls, the agent answers, and another one is asked in a frame beside', async () => {
  const page = await browser.newPage({ viewport: { width: 1600, height: 900 } });
  page.setDefaultTimeout(10_000);
  const complaints: string[] = [];
  page.on('pageerror', ({ message }) => complaints.push(message));
  page.on('console', (said) => said.type() === 'error' && complaints.push(said.text()));
  await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/somewhere/?agent=1001&lang=en`);
  const anna = new DeskPage(page);
  await anna.signsIn();
  await anna.talksTo(DORA);
  await page.locator('[data-agent="1002"]').getByRole('button', { name: 'Show beside' }).click();
  const ben = page.frameLocator('iframe.beside');
  await ben.locator('.bar [data-command=login]:enabled').click();
  await ben.locator('[data-login=online]').waitFor();
  await anna.consults('1002');
  await anna.announces('Consulting, customer on hold');
  await ben.locator('.bar [data-command=answer]').click();
  await anna.gives('consultTransfer');
  await anna.saysAtLast('transferred');
  await anna.wrapsUp();
  await ben.locator('.announcement', { hasText: 'In a call' }).waitFor({ state: 'attached' });
  expect(complaints).toEqual([]);
}, 60_000);
