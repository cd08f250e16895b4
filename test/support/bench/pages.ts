import type { AgentOptions } from '../../../adapters/sobot/index.js';
import { Bench } from './bench.js';
import { ScriptedSdk } from './scripted-sdk.js';

export function connect(bench: Bench): void {
  bench.leave('initAgent');
  bench.sdk.succeed('initAgent');
}

/** Connected, and signed in online. */
export function signIn(bench: Bench): void {
  connect(bench);
  bench.leave('login');
  bench.sdk.succeed('login', { agentState: '1' });
}

/** The same day goes on in a page loaded anew: only clock and storage are the old ones. */
export function reload(bench: Bench, options: AgentOptions): Bench {
  bench.agent.dispose();
  const next = new Bench(options, new ScriptedSdk(), bench.clock);
  connect(next);
  return next;
}

type Message = Record<string, unknown>;

/** The message of the server that says where the agent stands. */
export function regain({ emit }: Bench, agentStateInfo: Message = {}, workStatusInfo?: Message): void {
  emit('EventAgentRegainStatus', {
    agentStateInfo: { agentState: '1', ...agentStateInfo },
    ...(workStatusInfo === undefined ? {} : { workStatusInfo }),
  });
}
