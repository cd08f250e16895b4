import { ownVersion, type Terminal } from '../node/index.js';
import { SUBCOMMANDS, type Subcommand, type SubcommandName } from './subcommands.js';

type Subcommands = Readonly<Record<SubcommandName, Subcommand>>;

const WRONG_USAGE = 2;

function helpOf(subcommands: Subcommands): string {
  const width = Math.max(...Object.keys(subcommands).map((name) => name.length));
  return [
    'Usage: switchhook <subcommand> [options]',
    '',
    ...Object.entries(subcommands).map(([name, { summary }]) => `  ${name.padEnd(width)}  ${summary}`),
    '',
    'switchhook <subcommand> --help says the rest; switchhook --version prints the version.',
  ].join('\n');
}

function isName(name: string | undefined, subcommands: Subcommands): name is SubcommandName {
  return name !== undefined && Object.hasOwn(subcommands, name);
}

/** Runs the subcommand that `argv` names to its end. Never rejects. @returns its exit code */
export async function run(
  [name, ...argv]: readonly string[],
  terminal: Pick<Terminal, 'print' | 'complain'>,
  subcommands: Subcommands = SUBCOMMANDS,
): Promise<number> {
  if (isName(name, subcommands)) return subcommands[name].run(argv);
  if (name === '--help' || name === '-h') {
    terminal.print(helpOf(subcommands));
    return 0;
  }
  if (name === '--version') {
    terminal.print(await ownVersion(import.meta.url));
    return 0;
  }
  const names = Object.keys(subcommands).join(', ');
  const problem = name === undefined || name.startsWith('-') ? 'There must be a subcommand first' : `There is no subcommand ${name}`;
  terminal.complain(`${problem}; there are ${names}.\nTry switchhook --help.`);
  return WRONG_USAGE;
}

/** Runs a subcommand by the name that it had as a command of its own, until version 0.3. */
export function runFormerly(
  former: string,
  name: SubcommandName,
  argv: readonly string[],
  terminal: Pick<Terminal, 'complain'>,
): Promise<number> {
  terminal.complain(`${former} is called \`switchhook ${name}\` now; the old name goes with version 0.3.`);
  return SUBCOMMANDS[name].run(argv);
}
