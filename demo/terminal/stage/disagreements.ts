import type { AgentState } from '../../../adapters/sobot/index.js';
import type { Truth } from '../../../adapters/simulator/index.js';

/** In which points a page shows something else than the server holds true. */
export function disagreements(state: AgentState, truth: Truth): string[] {
  const points: readonly (readonly [name: string, shown: unknown, held: unknown])[] = [
    ['login', state.login, truth.login],
    ['reasonCode', state.reasonCode, truth.reasonCode],
    ['work', state.work, truth.work],
    ['muted', state.muted, truth.muted],
    ['call', state.call?.partyID ?? null, truth.call?.partyID ?? null],
    ['consult', state.consult?.phase ?? null, truth.consult?.phase ?? null],
  ];
  return points.flatMap(([name, shown, held]) => (shown === held ? [] : [`${name} ${String(shown)}, on the server ${String(held)}`]));
}
