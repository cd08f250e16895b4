import { agentMachine, compiledLogic, type AgentMachine } from '../../../machines/index.js';
import { runningOn } from '../../../src/agent/chart-logic.js';
import type { MakeSdk } from './subject.js';

let tables: AgentMachine | null = null;

/** Of so many sequences one runs on XState's own interpreter, which is what a page has. */
const ONE_IN = 10;

/**
 * The subject on the compiled chart: the same answers several times as fast.
 * A subject that does not run the chart is not changed by it. The sequence's
 * own seed decides, so that a replay runs on what the sequence ran on.
 */
export function onTables(makeSdk: MakeSdk, seed: number): MakeSdk {
  if (Math.abs(seed) % ONE_IN === 0) return makeSdk;
  tables ??= compiledLogic(agentMachine);
  const logic = tables;
  return (sdk, world) => runningOn(logic, () => makeSdk(sdk, world));
}
