import type { AsteriskSwitch } from '../../../asterisk/index.js';
import type { FloorOptions } from '../../options/floor-options.js';
import type { Arguments } from './arguments.js';
import { readCredentials } from './credentials.js';
import type { Terminal } from '../../../node/index.js';

/** The PBX cannot be used. The message says why, and what to do. */
export class ExchangeUnavailable extends Error {
  override readonly name = 'ExchangeUnavailable';
}

/** Numbers outside that may have a phone on the PBX all the same: they are no extensions. */
function outsideNumbers({ agents, customers = [] }: FloorOptions): ReadonlySet<string> {
  return new Set([...agents.flatMap(({ mobile }) => mobile ?? []), ...customers.map(({ number }) => number)]);
}

/** The PBX that the command line names, connected; null if the switch is the simulated one. */
export async function exchangeFor({ asterisk }: Arguments, floor: FloorOptions, terminal: Terminal): Promise<AsteriskSwitch | null> {
  if (asterisk === null) return null;
  const { ari: url, ami, app } = asterisk;
  const credentials = await readCredentials(asterisk.credentials, ami !== null);
  // Only now: the simulated switch needs none of it.
  const { connectAsterisk, AsteriskError } = await import('../../../asterisk/index.js');
  const outside = outsideNumbers(floor);
  try {
    return await connectAsterisk({
      url,
      credentials: credentials.ari,
      isExtension: (name) => !outside.has(name),
      ...(app !== null && { app }),
      ...(ami && credentials.ami && { ami: { ...ami, credentials: credentials.ami } }),
      onProblem: ({ message }) => terminal.complain(message),
    });
  } catch (error) {
    if (error instanceof AsteriskError) throw new ExchangeUnavailable(error.message, { cause: error });
    throw error;
  }
}
