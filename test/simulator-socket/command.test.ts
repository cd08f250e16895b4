import { readFile, writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { run } from '../../adapters/simulator/socket/cli/run.js';
import { later, pageOf, until } from './support/floor.js';
import { addressOf, build, start, type Built } from './support/processes.js';
import { rawClient } from './support/raw-client.js';
import { connectNodeToCallCentre } from '../../adapters/simulator/socket/server-entry.js';

let built: Built;
beforeAll(async () => {
  built = await build();
}, 30_000);
afterAll(() => built.remove());

interface Outcome {
  readonly code: number;
  readonly output: string;
  readonly complaints: string;
}

/** Runs the command in this process, to its end. */
async function outcomeOf(...args: string[]): Promise<Outcome> {
  const printed: string[] = [];
  const complaints: string[] = [];
  const code = await run(args, {
    print: (line) => printed.push(line),
    complain: (line) => complaints.push(line),
    // Nobody ends it: a command that serves would never come back.
    onEnd: () => () => {},
  });
  return { code, output: printed.join('\n'), complaints: complaints.join('\n') };
}

async function floorFile(name: string, content: unknown): Promise<string> {
  const path = join(built.directory, name);
  await writeFile(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
}

describe('switchhook simulator', () => {
  test('prints its address and the floor, numbers of persons masked', async () => {
    const program = start(built, 'simulator', '--port', '0');
    expect(await addressOf(program)).toMatch(/^ws:\/\/127\.0\.0\.1:\d+$/);
    for (const shown of ['1001', 'Ada', 'ext 1000', 'supervisor', '135****5678', 'sales', 'dial 4008']) {
      expect(program.output()).toContain(shown);
    }
    expect(program.output()).not.toContain('13512345678');
  });

  test.each(['SIGINT', 'SIGTERM'] as const)('ends cleanly on %s: clients are told, the exit code is 0', async (signal) => {
    const program = start(built, 'simulator', '--port', '0');
    const url = await addressOf(program);
    const client = await rawClient(url);
    await client.hello();
    const page = pageOf(connectNodeToCallCentre(url, { reconnect: false }));
    await page.signIn('1001');
    program.child.kill(signal);
    expect(await program.ended).toBe(0);
    await until(() => client.closedWith === 1001, 'for the close');
    expect(program.complaints()).toBe('');
    expect(page.sdk.connection).toBe('closed');
  });

  test('prints what happens on the floor when it is verbose, numbers of persons masked', async () => {
    const program = start(built, 'simulator', '--port', '0', '-v');
    const page = pageOf(connectNodeToCallCentre(await addressOf(program)));
    await page.signIn('1001');
    page.sdk.makeCall({ otherDN: '13512345678' });
    await page.heard('EventDialing');
    await until(() => program.output().includes('EventDialing'));
    expect(program.output()).toMatch(/\d\d:\d\d:\d\d\.\d{3} {2}1001 +→ makeCall +otherDN 135\*\*\*\*5678/);
    expect(program.output()).not.toContain('13512345678');
  });

  test('prints help and version', async () => {
    const { version } = JSON.parse(await readFile(new URL('../../package.json', import.meta.url), 'utf8')) as { version: string };
    expect(await outcomeOf('--help')).toEqual({ code: 0, output: expect.stringContaining('--port PORT'), complaints: '' });
    expect(await outcomeOf('--version')).toEqual({ code: 0, output: version, complaints: '' });
  });

  test('says that the port is taken, and what to do', async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    later(() => other.close());
    const { port } = other.address() as AddressInfo;
    const program = start(built, 'simulator', '--port', String(port));
    expect(await program.ended).toBe(4);
    expect(program.output()).toBe('');
    expect(program.complaints()).toMatch(/^Port \d+ on 127\.0\.0\.1 is taken: .* Choose another port.*\n$/);
  });

  test('serves the floor of a file, with the seed and the grace of the command line', async () => {
    const path = await floorFile('floor.json', { agents: [{ agentID: '7', name: 'Zoe', ext: '70' }], queues: [{ name: 'vip' }] });
    const program = start(built, 'simulator', '--port', '0', '--floor', path, '--seed', 'abc', '--grace', '1.5');
    const page = pageOf(connectNodeToCallCentre(await addressOf(program)));
    await page.signIn('7');
    expect(program.output()).toContain('Zoe');
    expect(program.output()).not.toContain('Ada');
  });

  test.each([
    ['is missing', null, /Cannot read the floor file .*missing\.json: there is no such file\./],
    ['is no JSON', '{\n  "agents": [,]\n}', /wrong\.json is not JSON: line 2, column 14, expected a value\./],
    ['names no agents', {}, /is wrong\. agents: .*agents/],
    ['has a wrong type', { agents: [{ agentID: '1' }, { agentID: 2 }] }, /agents\[1\]\.agentID: must be string, not 2/],
    ['has an unknown option', { agents: [{ agentID: '1', extension: '9' }] }, /agents\[0\]\.extension: there is no such option/],
    ['names a value that is not allowed', { agents: [{ agentID: '1' }], answers: 'maybe' }, /answers: must be .*"noAnswer"/],
    ['contradicts itself', { agents: [{ agentID: '1', queues: ['x'] }] }, /queue x is not defined/],
  ])('says what is wrong when the floor file %s', async (_what, content, message) => {
    const path = content === null ? join(built.directory, 'missing.json') : await floorFile('wrong.json', content);
    const { code, output, complaints } = await outcomeOf('--port', '0', '--floor', path);
    expect({ code, output }).toEqual({ code: 3, output: '' });
    expect(complaints).toMatch(message);
    expect(complaints).not.toContain('    at ');
  });

  test.each([
    [['--prot', '1'], /'--prot'/],
    [['--port', 'eighty'], /--port must be a whole number from 0 to 65535/],
    [['--port', '70000'], /--port must be/],
    [['--port'], /--port/],
    [['--grace', '-1'], /--grace/],
    [['--grace', 'soon'], /--grace must be a number of seconds/],
    [['--seed', ''], /--seed must not be blank/],
    [['serve'], /'serve'/],
  ])('says what is wrong with %j', async (args, message) => {
    const { code, output, complaints } = await outcomeOf(...args);
    expect({ code, output }).toEqual({ code: 2, output: '' });
    expect(complaints).toMatch(message);
    expect(complaints).toContain('Try --help.');
  });
});
