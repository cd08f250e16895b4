// `npm start`: the desktop from the command line to its end. Expectations: the issue about the desktop in the browser.
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { describeOnSwitch } from '../asterisk/support/on-switch.js';
import { launch, run, type Started } from './run-day.js';
import { ask, askJson, until } from './support/desktop.js';

const DEMO = 'demo/start.mjs';

interface Desktop extends Started {
  readonly port: number;
  /** All that it has printed so far. */
  readonly output: () => string;
}

const running: Started[] = [];
afterEach(async () => {
  for (const { child, ended } of running.splice(0)) {
    child.kill('SIGTERM');
    await ended;
  }
});

function begin(args: readonly string[], environment?: NodeJS.ProcessEnv): Started {
  const started = launch(process.execPath, [DEMO, ...args], environment);
  running.push(started);
  return started;
}

/** Resolves when it has printed its address, on a line of its own. */
async function open(args: readonly string[], environment?: NodeJS.ProcessEnv): Promise<Desktop> {
  const started = begin(args, environment);
  let output = '';
  const port = await new Promise<number>((resolve, reject) => {
    started.child.stdout?.on('data', (text: string) => {
      output += text;
      const address = /^http:\/\/127\.0\.0\.1:(\d+)\/$/m.exec(output);
      if (address !== null) resolve(Number(address[1]));
    });
    void started.ended.then(({ complaint }) => reject(new Error(`It has ended: ${complaint}`)));
  });
  return { ...started, port, output: () => output };
}

describe('npm start', () => {
  test('serves the page with files of its own, and says what it is, where, and how to end it', async () => {
    const { port, output } = await open(['--port', '0']);
    expect(output()).toMatch(/^An agent desktop on a simulated call centre/);
    expect(output()).toMatch(/Ctrl-C ends it\.\n$/);

    const { text, headers } = await ask({ port }, '/');
    expect(headers['content-security-policy']).toBe("default-src 'self'; frame-ancestors 'self'");
    expect(text).not.toMatch(/<style|<script(?![^>]* src=)| style=| on\w+=/);
    const files = [...text.matchAll(/(?:src|href)="\.(\/[^"]+)"/g)].map(([, path]) => path!);
    expect(files.length).toBeGreaterThan(0);
    for (const file of files) expect(await ask({ port }, file)).toMatchObject({ status: 200 });
    expect(await askJson({ port }, '/setup.json')).toMatchObject({ exchange: 'simulated' });
  }, 30_000);

  test.each(['SIGINT', 'SIGTERM'] as const)(
    'is ended by %s',
    async (signal) => {
      const { child, ended, port } = await open(['--port', '0']);
      child.kill(signal);
      expect(await ended).toMatchObject({ exitCode: 0, complaint: '', output: expect.stringMatching(/\nThe desktop closes\.\n$/) });
      await expect(ask({ port }, '/')).rejects.toMatchObject({ code: 'ECONNREFUSED' });
    },
    30_000,
  );

  test('takes the next port if the one that it was told is taken, and says so', async () => {
    const { port } = await open(['--port', '0']);
    const second = await open(['--port', `${port}`]);
    expect(second.port).toBeGreaterThan(port);
    expect(second.output()).toContain(`Port ${port} is taken: it is on the next one that is free.`);
  }, 30_000);

  test('two who start at once both have their page', async () => {
    const both = await Promise.all([open(['--port', '0']), open(['--port', '0'])]);
    for (const one of both) expect(await ask(one, '/')).toMatchObject({ status: 200 });
  }, 30_000);

  test.each([
    [['--pace', '2'], '--pace is for the day in the terminal'],
    [['--terminal', '--port', '0'], '--port is for the desktop in the browser'],
  ])(
    '%j is wrong usage: exit code 2',
    async (args, complaint) => {
      expect(await run(process.execPath, [DEMO, ...args])).toEqual({
        exitCode: 2,
        output: '',
        complaint: expect.stringContaining(complaint),
      });
    },
    30_000,
  );
});

test('who asks for the end once more does not have to wait for it', async () => {
  const directory = await mkdtemp(join(tmpdir(), 'switchhook-slow-'));
  // An Asterisk that takes its time to be unpacked.
  await writeFile(join(directory, 'bash'), `#!/bin/sh\n: > ${directory}/begun\nexec sleep 6\n`, { mode: 0o755 });
  const { child, ended } = begin(['--exchange', 'asterisk', '--port', '0'], { PATH: `${directory}:${process.env['PATH']}` });
  await until(async () => (await readdir(directory)).includes('begun'));
  child.kill('SIGINT');
  await new Promise((resolve) => setTimeout(resolve, 700));
  expect(child.exitCode).toBe(null);
  child.kill('SIGINT');
  expect(await ended).toMatchObject({ exitCode: 130, complaint: '' });
  await rm(directory, { recursive: true });
}, 30_000);

/** Ids of processes whose command line names this directory. */
async function processesOf(directory: string): Promise<readonly number[]> {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  const lines = await Promise.all(pids.map((pid) => readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')));
  return pids.filter((_pid, index) => lines[index]!.includes(directory)).map(Number);
}

describeOnSwitch('npm start -- --exchange asterisk', () => {
  let directory: string;
  let desktop: Desktop;
  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), 'switchhook-start-'));
    desktop = await open(['--exchange', 'asterisk', '--port', '0'], { TMPDIR: directory });
  }, 60_000);
  afterEach(() => rm(directory, { recursive: true, force: true }));

  test('first says what takes long, and Ctrl-C while a phone rings ends the PBX, too', async () => {
    expect(desktop.output()).toMatch(/^Asterisk starts; the first time, it is unpacked.*\nAn agent desktop on a real Asterisk/);
    const body = JSON.stringify({ dn: '13512345678', action: 'dial', target: '13687654321' });
    expect(await ask(desktop, '/phones', { method: 'POST', body })).toMatchObject({ status: 200 });
    expect(await processesOf(directory)).not.toEqual([]);

    desktop.child.kill('SIGINT');
    expect(await desktop.ended).toMatchObject({ exitCode: 0, complaint: '' });
    expect(await processesOf(directory)).toEqual([]);
    expect(await readdir(directory)).toEqual([]);
  }, 60_000);

  test('ends with exit code 1 if the PBX ends, and says so', async () => {
    for (const pid of await processesOf(directory)) process.kill(pid, 'SIGKILL');
    expect(await desktop.ended).toMatchObject({ exitCode: 1, complaint: 'The PBX has ended.\n' });
    expect(await readdir(directory)).toEqual([]);
  }, 60_000);
});
