import { argumentsIn, portIn, UsageError, type ArgumentValues } from '../adapters/node/index.js';
import type { DesktopSetup } from './desktop/setup.js';

/** The switch that has the calls. */
type Exchange = DesktopSetup['exchange'];

/** The desktop in the browser, served. */
export interface DesktopArguments {
  readonly kind: 'desktop';
  readonly exchange: Exchange;
  /** 0: any that is free. */
  readonly port: number;
}

/** The day in the terminal. */
export interface TerminalArguments {
  readonly kind: 'terminal';
  readonly exchange: Exchange;
  /** How many times as fast as real time; null: without waiting. */
  readonly pace: number | null;
  /** The event that gets lost once; null: none. */
  readonly lose: string | null;
}

/** The command line, parsed. */
export type Arguments = { readonly kind: 'help' } | DesktopArguments | TerminalArguments;

const PORT = 4780;

const OPTIONS = {
  terminal: { type: 'boolean', default: false },
  exchange: { type: 'string', default: 'simulated' },
  port: { type: 'string' },
  pace: { type: 'string' },
  lose: { type: 'string' },
  help: { type: 'boolean', short: 'h', default: false },
} as const;

type Values = ArgumentValues<typeof OPTIONS>;

function exchangeOf(text: string): Exchange {
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

function desktopOf({ port, pace, lose }: Values, exchange: Exchange): DesktopArguments {
  const inVain = Object.entries({ pace, lose }).find(([, value]) => value !== undefined);
  if (inVain !== undefined) throw new UsageError(`--${inVain[0]} is for the day in the terminal: it needs --terminal.`);
  return { kind: 'desktop', exchange, port: port === undefined ? PORT : portIn(port) };
}

function terminalOf({ port, pace: text, lose }: Values, exchange: Exchange): TerminalArguments {
  if (port !== undefined) throw new UsageError('--port is for the desktop in the browser: the day in the terminal has no port.');
  const pace = paceOf(text);
  if (pace !== null && exchange === 'asterisk') throw new UsageError('--pace is for the simulated switch: a real one has its own.');
  return { kind: 'terminal', exchange, pace, lose: eventOf(lose) };
}

/** @throws UsageError if an option is unknown, its value is not allowed, or it is for the other of the two */
export function readArguments(argv: readonly string[]): Arguments {
  const values = argumentsIn(argv, OPTIONS);
  const exchange = exchangeOf(values.exchange);
  const given = values.terminal ? terminalOf(values, exchange) : desktopOf(values, exchange);
  return values.help ? { kind: 'help' } : given;
}
