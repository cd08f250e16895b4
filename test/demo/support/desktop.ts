import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { request, type IncomingHttpHeaders, type OutgoingHttpHeaders } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { WebSocket } from 'ws';
import type { DesktopServer } from '../../../demo/desktop/server/serve-desktop.js';

export const INDEX = '<!doctype html><title>Agent desktop</title><script type="module" src="./assets/page-4f2a.js"></script>';
export const SCRIPT = "document.title = 'Ready';";

/** A page of two files, and beside its folder a file that is none of the page. */
export interface PageFolder {
  readonly path: string;
  remove(): Promise<void>;
}

export async function pageFolder(): Promise<PageFolder> {
  const root = await mkdtemp(join(tmpdir(), 'switchhook-page-'));
  const path = join(root, 'page');
  await mkdir(join(path, 'assets'), { recursive: true });
  await writeFile(join(path, 'index.html'), INDEX);
  await writeFile(join(path, 'assets', 'page-4f2a.js'), SCRIPT);
  await writeFile(join(root, 'secret.txt'), 'a secret');
  return { path, remove: () => rm(root, { recursive: true, force: true }) };
}

export interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
}

export interface Asking {
  readonly method?: string;
  readonly headers?: OutgoingHttpHeaders;
  readonly body?: string;
}

/** Asks with the path and the headers as they are given: `fetch` would tidy them up. */
export function ask({ port }: Pick<DesktopServer, 'port'>, path: string, { body, ...options }: Asking = {}): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const asked = request({ host: '127.0.0.1', port, path, ...options }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (part: string) => (text += part));
      response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, text }));
    });
    asked.on('error', reject);
    asked.end(body);
  });
}

export async function askJson<Value>(server: Pick<DesktopServer, 'port'>, path: string): Promise<Value> {
  return JSON.parse((await ask(server, path)).text) as Value;
}

export function order(server: Pick<DesktopServer, 'port'>, given: unknown, headers: OutgoingHttpHeaders = {}): Promise<Answer> {
  const body = typeof given === 'string' ? given : JSON.stringify(given);
  return ask(server, '/phones', { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body });
}

/** How the asking for a WebSocket ends: `open`, or the status of the refusal. */
export function upgrade(
  { port }: Pick<DesktopServer, 'port'>,
  path: string,
  headers: Record<string, string> = {},
): Promise<'open' | number> {
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(`ws://127.0.0.1:${port}${path}`, { headers });
    socket.on('open', () => {
      socket.terminate();
      resolve('open');
    });
    socket.on('unexpected-response', (asked, response) => {
      asked.destroy();
      resolve(response.statusCode ?? 0);
    });
    socket.on('error', reject);
  });
}

export async function until(isSo: () => boolean | Promise<boolean>, ms = 10_000): Promise<void> {
  for (const end = Date.now() + ms; !(await isSo());) {
    if (Date.now() > end) throw new Error(`Not within ${ms} ms: ${isSo.toString()}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
