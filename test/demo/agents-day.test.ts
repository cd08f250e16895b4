import { beforeAll, describe, expect, test } from '@jest/globals';
import { figure, run, start, type Run } from './run-day.js';

const WIDTH = 100;

describe('npm start -- --terminal', () => {
  let day: Run;
  beforeAll(async () => {
    day = await run('npm', ['start', '--silent', '--', '--terminal']);
  }, 30_000);

  test('plays the day to its end', () => {
    expect(day).toMatchObject({ exitCode: 0 });
    expect(day.output).toContain('The day in figures');
    expect(figure(day.output, 'commands sent')).toBeGreaterThan(40);
    expect(figure(day.output, 'commands refused')).toBeGreaterThan(4);
    expect(figure(day.output, 'events received')).toBeGreaterThan(60);
    expect(figure(day.output, 'comparisons')).toBeGreaterThan(30);
  });

  test.each(['divergences', 'malformed messages', 'calls left over', 'legs left over'])('ends with no %s', (name) => {
    expect(figure(day.output, name)).toBe(0);
  });

  test.each([
    ['a hold', 'Anna ← EventAgentHoldCall ✓ holdCall online · holding'],
    ['a consult', 'Anna ← EventDialing Consult 8002 ✓ initiateConsult online · consulting (dialing)'],
    ['a conference', 'Anna ← EventPartyAdded ✓ consultConference online · conferencing'],
    ['a transfer', 'Anna ← EventReleased Inbound ✓ singleTransfer online · acw'],
    ['after-call work that is extended', 'Anna ← EventDelayCallAfterWork ✓ delayACW online · acw'],
    ['a break', 'Anna ← EventAgentNotReady 14 break 14 · idle'],
    ['a refusal', 'Ben ✗ logout refused: NOT_ALLOWED online · talking'],
    ['its reason, which says what to do', 'Finish the call and its after-call work first.'],
    ['a second command that waits for the first', 'singleTransfer must wait: the outcome of holdCall is not known yet.'],
    ['a customer who hangs up during a hold', 'Ben ✗ holdCall SUPERSEDED online · acw'],
    ['a call on hold that a reloaded page regains', 'Anna ← EventAgentRegainStatus online · holding'],
    ['a page that is displaced', 'Anna ← EventAgentConnectionChanged displaced'],
    ['what is allowed from now on', '+ retrieveCall − holdCall singleTransfer initiateConsult'],
  ])('shows %s', (_what, words) => {
    expect(day.output.replace(/ +/g, ' ')).toContain(words);
  });

  test('fits its lines into 100 columns', () => {
    expect(day.output.split('\n').filter((line) => line.length > WIDTH)).toEqual([]);
  });

  test('shows no number of a person, no token, and no colours where there is no terminal', () => {
    expect(day.output).not.toMatch(/1\d{10}/);
    expect(day.output).not.toContain('a secret');
    expect(day.output).not.toContain('\u001B');
  });

  test('is the same every time', async () => {
    expect((await start()).output).toBe(day.output);
  }, 30_000);
});

test('a day that does not go as its script says ends with exit code 1, and says what was expected', async () => {
  const { exitCode, output, complaint } = await start('--lose', 'EventAgentHoldCall');
  expect(exitCode).toBe(1);
  expect(output).toContain('✗ holdCall TIMEOUT');
  expect(output).not.toContain('The day in figures');
  expect(complaint).toContain("Anna's holdCall should end with done, but it ended with TIMEOUT");
}, 30_000);

test('so does one whose event to lose never comes', async () => {
  const { exitCode, complaint } = await start('--lose', 'EventOfTheYear');
  expect({ exitCode, complaint }).toEqual({
    exitCode: 1,
    complaint: expect.stringContaining('EventOfTheYear was to be lost, but no such event has come.'),
  });
}, 30_000);

test('--help explains the options', async () => {
  const { exitCode, output } = await start('--help');
  expect(exitCode).toBe(0);
  expect(output).toMatch(/^Usage: npm start/);
  for (const option of ['--exchange', '--port', '--terminal', '--pace', '--lose', '--help']) expect(output).toContain(option);
}, 30_000);

test.each([
  [['--loud'], "Unknown option '--loud'"],
  [['tomorrow'], "Unexpected argument 'tomorrow'"],
  [['--pace'], '--pace'],
  [['--pace', 'fast'], '--pace must be a number above 0'],
  [['--pace', '0'], '--pace must be a number above 0'],
  [['--exchange', 'other'], '--exchange must be simulated or asterisk'],
  [['--exchange', 'asterisk', '--pace', '2'], '--pace is for the simulated switch'],
  [['--lose', 'hold'], '--lose must be the name of an event'],
])(
  '%j is wrong usage: exit code 2',
  async (args, complaint) => {
    expect(await start(...args)).toEqual({ exitCode: 2, output: '', complaint: expect.stringContaining(complaint) });
  },
  30_000,
);
