import type { CommandName } from '../../../machines/index.js';
import { errorOf } from './endings.js';
import { benchFor } from './flights.js';

/** These parameters as they arrive at the SDK, without the adapter's callbacks. */
export function arriving(command: CommandName, parameters: unknown): Record<string, unknown> | undefined {
  const bench = benchFor(command);
  bench.leave(command, parameters);
  if (bench.sdk.sent.at(-1) !== command) throw new Error(`${command} did not arrive`);
  const arrived = bench.sdk.lastCall(command).parameters;
  if (arrived === undefined) return undefined;
  const { success, error, ...rest } = arrived;
  return rest;
}

/** The message with which these parameters are refused; nothing arrives at the SDK. */
export async function refusalOf(command: CommandName, parameters: unknown): Promise<string> {
  const bench = benchFor(command);
  const state = bench.state();
  const { sentCount } = bench;
  const error = await errorOf(bench.send(command, parameters));
  if (error['code'] !== 'INVALID_PARAMETER') throw new Error(`expected INVALID_PARAMETER, got ${String(error['code'])}`);
  if (bench.sentCount !== sentCount) throw new Error(`${command} reached the SDK`);
  if (bench.state() !== state) throw new Error(`${command} changed the state`);
  return error.message;
}
