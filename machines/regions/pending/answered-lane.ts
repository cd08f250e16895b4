import { agentSetup } from '../../agent-setup.js';
import { failures, free, settles } from './lane.js';

/** A lane in which one command at a time waits for its own answer. */
export function answeredLane(lane: 'login' | 'reset') {
  const params = { lane };
  const confirmed = settles(lane, 'confirmed');
  const loggedOut = { guard: { type: 'needsLogin', params }, ...settles(lane, 'superseded') } as const;

  return agentSetup.createStateConfig({
    id: `${lane}Lane`,
    initial: 'free',
    states: {
      free: free(lane),
      sent: {
        meta: { agent: 'A command was sent, its answer is awaited.' },
        on: {
          ...failures(lane),
          'command.accepted': { guard: { type: 'answersLane', params }, ...confirmed, actions: ['believeSuccess', confirmed.actions] },
          'agent.loggedOut': loggedOut,
        },
      },
    },
  });
}
