// The same day with real calls: `npm start -- --terminal --exchange asterisk`.
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { describeOnSwitch } from '../asterisk/support/on-switch.js';
import { figure, launch, run, start, type Run, type Started } from './run-day.js';

const WIDTH = 100;
const DEMO = ['demo/start.mjs', '--terminal', '--exchange', 'asterisk'];
/** Where in a line it stands what happens to whom; before it, the time, behind it, the state. */
const WHO_AND_WHAT = [10, 68] as const;

/** The events at the agents' pages, scene by scene, regardless of their order. */
function happenings(output: string): Record<string, readonly string[]> {
  const scenes = output.split('── ').slice(1);
  return Object.fromEntries(
    scenes.map((scene) => {
      const [heading = '', ...lines] = scene.split('\n');
      const told = lines.map((line) => line.slice(...WHO_AND_WHAT).trimEnd()).filter((line) => /^\S.* [→←✓✗] /.test(line));
      return [heading.replace(/^[\d:]+ +|─/g, '').trim(), told.sort()];
    }),
  );
}

/** Ids of processes whose command line names this directory. */
async function processesOf(directory: string): Promise<readonly number[]> {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  const lines = await Promise.all(pids.map((pid) => readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')));
  return pids.filter((_pid, index) => lines[index]!.includes(directory)).map(Number);
}

/** Calls `act` once, when the first two talk with each other. */
function inTheFirstCall({ child }: Started, act: () => void): void {
  let output = '';
  child.stdout?.on('data', (text: string) => {
    const hadCalls = output.includes('talking with');
    output += text;
    if (!hadCalls && output.includes('talking with')) act();
  });
}

describeOnSwitch('the day on a real switch', () => {
  let directory: string;
  let simulated: Run;
  let day: Run;

  const begin = (): Started => launch(process.execPath, DEMO, { TMPDIR: directory });

  const expectNothingLeft = async (): Promise<void> => {
    expect(await processesOf(directory)).toEqual([]);
    expect(await readdir(directory)).toEqual([]);
  };

  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'switchhook-day-'));
    simulated = await start();
    day = await begin().ended;
  }, 120_000);
  afterAll(() => rm(directory, { recursive: true, force: true }));

  test('comes to its end, without a complaint', () => {
    expect(day).toMatchObject({ exitCode: 0, complaint: '' });
    expect(day.output).toContain('Guarded agents on a real Asterisk');
  });

  test('leaves no process and no file behind', expectNothingLeft);

  test.each(['divergences', 'malformed messages', 'calls left over', 'legs left over'])('ends with no %s', (name) => {
    expect(figure(day.output, name)).toBe(0);
  });

  test("brings to the agents' pages what the simulated one brings", () => {
    const told = happenings(simulated.output);
    expect(Object.values(told).flat().length).toBeGreaterThan(100);
    expect(happenings(day.output)).toEqual(told);
    expect(figure(day.output, 'events received')).toBe(figure(simulated.output, 'events received'));
  });

  test.each([
    ['an agent', /Dora {6}· is connected +talking with 8001$/m],
    ['music', /Dora {6}· is on hold +held$/m],
    ['two in a conference', /Dora {6}· is connected +talking with (8001, 8002|8002, 8001)$/m],
    ['who has taken over in a transfer', /Emil {6}· is connected +talking with 8002$/m],
  ])('is heard by the customers: %s', (_what, line) => {
    expect(day.output).toMatch(line);
  });

  test('looks like the simulated one: no wider, no number of a person, no colours, no words of libraries', () => {
    expect(day.output.split('\n').filter((line) => line.length > WIDTH)).toEqual([]);
    expect(day.output).not.toMatch(/1\d{10}|a secret|\u001B/);
    const beginnings = /^($|Asterisk starts;|── | {3}\S|[\d: ]{8} {2}\S|\s{20})/;
    expect(day.output.split('\n').filter((line) => !beginnings.test(line))).toEqual([]);
  });

  test.each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const)(
    'broken off by %s in a call, ends its calls and its PBX before it ends',
    async (signal, exitCode) => {
      const started = begin();
      inTheFirstCall(started, () => started.child.kill(signal));
      expect(await started.ended).toMatchObject({ exitCode, complaint: '\nThe day was broken off.\n' });
      await expectNothingLeft();
    },
    60_000,
  );

  test('ends with exit code 1 if the PBX ends', async () => {
    const started = begin();
    inTheFirstCall(started, () => {
      void processesOf(directory).then((pids) => pids.forEach((pid) => process.kill(pid, 'SIGKILL')));
    });
    const { exitCode, complaint } = await started.ended;
    expect({ exitCode, complaint }).toEqual({
      exitCode: 1,
      complaint: expect.stringContaining('The PBX has ended in the middle of the day.'),
    });
    await expectNothingLeft();
  }, 60_000);
});

test('where Asterisk cannot be had, it is said what is missing, and the exit code is 3', async () => {
  const environment = { PATH: '/nowhere', SWITCHHOOK_PBX_HOME: join(tmpdir(), 'no-such-directory') };
  const { exitCode, complaint } = await run(process.execPath, DEMO, environment);
  expect(exitCode).toBe(3);
  expect(complaint.split('\n')).toEqual([
    expect.stringMatching(/^The PBX needs .*Debian/),
    'Without --exchange, the calls are those of the simulated switch.',
    '',
  ]);
}, 30_000);
