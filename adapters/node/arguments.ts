import { parseArgs, type ParseArgsConfig } from 'node:util';
import { UsageError } from './usage-error.js';

type Options = NonNullable<ParseArgsConfig['options']>;

/** The values of the options, by their names. */
export type ArgumentValues<Given extends Options> = ReturnType<
  typeof parseArgs<{ readonly options: Given; readonly strict: true }>
>['values'];

/** The values of the options that a command has. @throws UsageError if one is unknown, lacks its value, or is none. */
export function argumentsIn<const Given extends Options>(argv: readonly string[], options: Given): ArgumentValues<Given> {
  try {
    return parseArgs({ args: [...argv], options, strict: true, allowPositionals: false }).values;
  } catch (error) {
    // Node's own words name the option; the hint it may add is about positional arguments.
    const [sentence = 'The arguments are wrong.'] = (error as Error).message.split('. ');
    throw new UsageError(sentence.replace(/\.?$/, '.'));
  }
}

/** The port that `--port` names. @throws UsageError if it is none. */
export function portIn(text: string): number {
  const port = Number(text);
  if (/^\d+$/.test(text) && port <= 65_535) return port;
  throw new UsageError('--port must be a whole number from 0 to 65535; 0: any that is free.');
}
