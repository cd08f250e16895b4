import { expect } from '@jest/globals';
import type { CallCentre } from '../../adapters/simulator/index.js';
import type { SobotAgent } from '../../adapters/sobot/index.js';
import { believed, deadlineGap, known, LONGEST_WAY, type View } from '../../adapters/testing/floor/agreement.js';

export type { View };

interface Subject {
  readonly agentID: string;
  readonly agent: SobotAgent;
}

/** The page's agent, if it is connected, believes what the centre knows, but for the named parts of it. */
export function expectAgreement(
  { agentID, agent }: Subject,
  centre: Pick<CallCentre, 'truth'>,
  except: readonly (keyof View)[] = [],
): void {
  const state = agent.getSnapshot();
  if (state.connection !== 'connected') return;
  const truth = centre.truth(agentID);
  const unseen = Object.fromEntries(except.map((part) => [part, 'not looked at']));
  expect({ agentID, ...believed(state), ...unseen }).toEqual({ agentID, ...known(truth, state), ...unseen });
  expect(deadlineGap(state, truth)).toBeLessThanOrEqual(LONGEST_WAY);
}
