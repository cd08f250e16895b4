import { describe, expect, test } from '@jest/globals';
import { run } from '../../adapters/command-line/run.js';
import type { Subcommand, SubcommandName } from '../../adapters/command-line/subcommands.js';

/** Runs the command in this process, with subcommands that only tell what they were given. */
async function outcomeOf(...argv: string[]) {
  const printed: string[] = [];
  const complaints: string[] = [];
  const called: string[] = [];
  const subcommand = (name: string): Subcommand => ({
    summary: `summary of ${name}`,
    run: async (given) => {
      called.push([name, ...given].join(' '));
      return 7;
    },
  });
  const subcommands: Record<SubcommandName, Subcommand> = {
    simulator: subcommand('simulator'),
    check: subcommand('check'),
    inspector: subcommand('inspector'),
  };
  const terminal = { print: (line: string) => printed.push(line), complain: (line: string) => complaints.push(line) };
  const code = await run(argv, terminal, subcommands);
  return { code, called, output: printed.join('\n'), complaints: complaints.join('\n') };
}

describe('switchhook', () => {
  test.each([['simulator'], ['check'], ['inspector']])('%s is run with what comes after it, and ends as it ends', async (name) => {
    expect(await outcomeOf(name, '--port', '0')).toEqual({ code: 7, called: [`${name} --port 0`], output: '', complaints: '' });
    expect((await outcomeOf(name, '--help')).called).toEqual([`${name} --help`]);
  });

  test.each([['--help'], ['-h']])('%s lists the subcommands', async (option) => {
    const { code, output } = await outcomeOf(option);
    expect(code).toBe(0);
    expect(output).toContain('Usage: switchhook <subcommand> [options]');
    for (const name of ['simulator', 'check', 'inspector']) expect(output).toMatch(new RegExp(`^  ${name} +summary of ${name}$`, 'm'));
  });

  test('--version prints the version', async () => {
    expect(await outcomeOf('--version')).toMatchObject({ code: 0, output: expect.stringMatching(/^\d+\.\d+\.\d+$/) as unknown });
  });

  test.each([
    [[], 'There must be a subcommand first'],
    [['--port', '1', 'simulator'], 'There must be a subcommand first'],
    [['simulate'], 'There is no subcommand simulate'],
    [['toString'], 'There is no subcommand toString'],
  ])('%j is refused', async (argv, problem) => {
    expect(await outcomeOf(...argv)).toEqual({
      code: 2,
      called: [],
      output: '',
      complaints: `${problem}; there are simulator, check, inspector.\nTry switchhook --help.`,
    });
  });
});
