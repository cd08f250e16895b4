import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, test } from '@jest/globals';
import { WebSocket } from 'ws';
import { connectToCallCentre } from '../../adapters/simulator/socket/client.js';
import { pageOf, later, serveFloor } from './support/floor.js';

const repository = fileURLToPath(new URL('../..', import.meta.url));

test.each(['client', 'floor-client'])('what a page imports needs nothing of Node: %s', async (name) => {
  const { stdout } = await promisify(execFile)(
    join(repository, 'node_modules', '.bin', 'esbuild'),
    [`adapters/simulator/socket/${name}.ts`, '--bundle', '--format=esm', '--platform=browser', '--packages=external'],
    { cwd: repository, maxBuffer: 10_000_000 },
  );
  const imported = new Set([...stdout.matchAll(/from "([^"]+)"/g)].map(([, specifier]) => specifier));
  expect(imported).not.toContain('ws');
  expect([...imported].filter((specifier) => specifier?.startsWith('node:'))).toEqual([]);
});

test('a page uses the WebSocket of its platform', async () => {
  const { server } = await serveFloor();
  const platform = globalThis as { WebSocket?: unknown };
  const before = platform.WebSocket;
  platform.WebSocket = WebSocket;
  later(() => {
    platform.WebSocket = before;
  });
  const page = pageOf(connectToCallCentre(server.url));
  await page.signIn('1001');
});
