import type { AgentState } from '../../sobot/index.js';
import type { Invariant } from './invariant.js';

/** The parties that may wait in each work status. */
function mayWait({ work }: AgentState): readonly AgentState['onHold'][] {
  switch (work) {
    case 'holding':
      return ['customer', 'thirdParty'];
    case 'consulting':
      return [null, 'customer', 'thirdParty'];
    case 'conferencing':
      return [null, 'conference'];
    default:
      return [null];
  }
}

export const onHoldMatchesWork: Invariant = {
  name: 'onHold names a party that can wait in this work status',
  meaning: 'The agent speaks to somebody who hears the hold tone, or believes so of one who listens.',
  source: 'contract §3, field onHold',
  ofState: (state) => (mayWait(state).includes(state.onHold) ? null : `work is ${state.work}, and onHold is ${String(state.onHold)}`),
};
