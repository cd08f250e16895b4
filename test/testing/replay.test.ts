import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { readReplay, writeReplay } from '../../adapters/testing/check/replay.js';
import { start } from '../../adapters/testing/cli/start.js';

interface Outcome {
  readonly code: number;
  readonly output: string;
  readonly complaints: string;
}

async function outcomeOf(args: readonly string[], isColoured = false): Promise<Outcome> {
  const printed: string[] = [];
  const complaints: string[] = [];
  const code = await start(args, {
    print: (line) => printed.push(line),
    complain: (line) => complaints.push(line),
    show: () => undefined,
    isColoured,
  });
  return { code, output: printed.join('\n'), complaints: complaints.join('\n') };
}

let directory: string;
const module = async (name: string, text: string): Promise<string> => {
  const path = join(directory, name);
  await writeFile(path, text);
  return path;
};

/** Needs nothing but the SDK object: throws when answer is pressed. */
const BROKEN = `export default (sdk) => ({ ...sdk, answer: () => { throw new Error('not now'); } });`;

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'switchhook-check-'));
});
afterAll(() => rm(directory, { recursive: true, force: true }));

describe('a replay string', () => {
  const replay = { seed: -5, maxSteps: 60, hasFaults: true, regainShare: 50, replay: { path: '17:0:3', replayPath: 'AB+/:V' } };

  test('says all that decides which sequence it is', () => {
    expect(writeReplay(replay)).toBe('3,-5,60,f50,17:0:3,AB+/:V');
    expect(readReplay(' 3,-5,60,f50,17:0:3,AB+/:V ')).toEqual(replay);
    expect(readReplay(writeReplay({ ...replay, hasFaults: false }))).toEqual({ ...replay, hasFaults: false });
  });

  test('needs no quotes in a shell', () => {
    expect(writeReplay(replay)).toMatch(/^[\w,:+/-]+$/);
  });
});

describe('switchhook check', () => {
  test("runs the suite against the package's own agent, and says what it has done", async () => {
    const { code, output, complaints } = await outcomeOf(['--runs', '3', '--seed', '1', '--steps', '10']);
    expect({ code, complaints }).toEqual({ code: 0, complaints: '' });
    expect(output).toMatch(
      /^Nothing was wrong\.\n\n3 sequences \(\d ended with a regain\), \d+ steps, .*\n69 races, \d+ orders\nexercised: \d+ of \d+ pairs/,
    );
  }, 60_000);

  test('lists what was not exercised, if asked for', async () => {
    const { output } = await outcomeOf(['--runs', '1', '--seed', '1', '--missing']);
    expect(output).toContain('Not exercised:\n  connection.');
    expect(output).toContain('work.live.established.consulting.third.unknown × EventReleased');
  }, 60_000);

  test('tells a failure of another agent in words, and replays it with its timeline', async () => {
    const agent = await module('broken.mjs', BROKEN);
    const found = await outcomeOf(['--agent', agent, '--seed', '4']);
    expect(found.code).toBe(1);
    expect(found.output).toContain('expected: a command never throws');
    const command = /npx switchhook check (.*)$/m.exec(found.output)![1]!;
    expect(command).toContain(`--agent ${agent} --replay 3,4,60,f50,`);

    const again = await outcomeOf(command.split(' '));
    expect(again.code).toBe(1);
    expect(again.output).toMatch(/^\d+\. agent \d+.*answer/m);
    expect(again.output).toMatch(/^\d\d:\d\d\.\d{3}  .{6}  → \w+/m);
    expect(again.output.endsWith('seen:     answer has thrown')).toBe(true);
    for (const line of again.output.split('\n')) expect(line.length).toBeLessThanOrEqual(110);

    const coloured = await outcomeOf(command.split(' '), true);
    expect(coloured.output).toContain('\u001B[31mseen:     answer has thrown\u001B[0m');
  }, 60_000);

  test('replays what is not wrong, too', async () => {
    const { code, output } = await outcomeOf(['--replay', '3,7,10,n0,3,']);
    expect(code).toBe(0);
    expect(output).toMatch(/^\d\d:\d\d\.\d{3}  100\d /m);
    expect(output.endsWith('Nothing was wrong.')).toBe(true);
  }, 60_000);

  test('explains itself', async () => {
    const { code, output } = await outcomeOf(['--help']);
    expect(code).toBe(0);
    for (const option of ['--agent', '--runs', '--steps', '--seed', '--no-faults', '--missing', '--replay', '--help', '--version']) {
      expect(output).toContain(option);
    }
    expect((await outcomeOf(['--version'])).output).toMatch(/^\d+\.\d+\.\d+/);
  });

  test.each([
    [['--rnus', '3'], "Unknown option '--rnus'."],
    [['--runs', 'many'], '--runs must be a whole number, 1 or more.'],
    [['--seed', '1.5'], '--seed must be a whole number.'],
    [['--agent', ''], '--agent must not be blank.'],
    [['--replay', 'anything'], '--replay must be the replay string of a failure, such as'],
    [['--replay', '2,7,10,n0,3,'], '--replay is of another version (2); this one runs those of version 3'],
    [['--replay', '3,7,10,n0,3,', '--runs', '3'], '--runs does not go with --replay'],
  ])('refuses %j', async (args, complaint) => {
    const { code, complaints } = await outcomeOf(args);
    expect(code).toBe(2);
    expect(complaints).toContain(complaint);
    expect(complaints).toContain('Try --help.');
  });

  test.each([
    ['missing.mjs', null, 'there is no such file'],
    ['empty.mjs', 'export const agent = 1;', 'has no default export that is a function'],
    ['throwing.mjs', `throw new Error('not today');`, 'not today'],
  ])('says why %s cannot be checked', async (name, text, complaint) => {
    const path = text === null ? join(directory, name) : await module(name, text);
    const { code, complaints } = await outcomeOf(['--agent', path]);
    expect(code).toBe(3);
    expect(complaints).toContain(complaint);
  });
});
