import { parseArgs } from 'node:util';
import { UsageError } from './usage-error.js';

/** The switch that has the calls. */
type Exchange = 'simulated' | 'asterisk';

/** The command line, parsed. */
export interface Arguments {
  readonly help: boolean;
  readonly exchange: Exchange;
  /** How many times as fast as real time; null: without waiting. */
  readonly pace: number | null;
  /** The event that gets lost once; null: none. */
  readonly lose: string | null;
}

const OPTIONS = {
  exchange: { type: 'string' },
  pace: { type: 'string' },
  lose: { type: 'string' },
  help: { type: 'boolean', short: 'h', default: false },
} as const;

function parse(argv: readonly string[]) {
  try {
    return parseArgs({ args: [...argv], options: OPTIONS, strict: true, allowPositionals: false }).values;
  } catch (error) {
    // Node's own words name the option; the hint it may add is about positional arguments.
    const [sentence = 'The arguments are wrong.'] = (error as Error).message.split('. ');
    throw new UsageError(sentence.replace(/\.?$/, '.'));
  }
}

function exchangeOf(text = 'simulated'): Exchange {
  if (text === 'simulated' || text === 'asterisk') return text;
  throw new UsageError('--exchange must be simulated or asterisk.');
}

function paceOf(text: string | undefined): number | null {
  if (text === undefined) return null;
  const pace = Number(text);
  if (text.trim() !== '' && Number.isFinite(pace) && pace > 0) return pace;
  throw new UsageError('--pace must be a number above 0: 1 is real time, 10 is ten times as fast.');
}

function eventOf(text: string | undefined): string | null {
  if (text === undefined) return null;
  if (/^Event\w+$/.test(text)) return text;
  throw new UsageError('--lose must be the name of an event, such as EventAgentHoldCall.');
}

/** @throws UsageError if an option is unknown, or its value is not allowed */
export function readArguments(argv: readonly string[]): Arguments {
  const { help, exchange: named, pace: text, lose } = parse(argv);
  const exchange = exchangeOf(named);
  const pace = paceOf(text);
  if (pace !== null && exchange === 'asterisk') throw new UsageError('--pace is for the simulated switch: a real one has its own.');
  return { help, exchange, pace, lose: eventOf(lose) };
}
