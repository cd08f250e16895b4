import { agentSetup } from '../../agent-setup.js';
import { ends, failures, free } from './lane.js';

/**
 * A lane in which one command at a time waits for its own answer. The server
 * may make it true before that.
 */
export function answeredLane(lane: 'login' | 'reset') {
  const params = { lane };
  const foretold = { guard: { type: 'confirmsLane', params }, target: `#${lane}Lane.foretold` } as const;
  const loggedOut = { guard: { type: 'needsLogin', params }, ...ends(lane, 'superseded') } as const;
  const succeeds = { guard: { type: 'answersLane', params }, ...ends(lane, 'confirmed') } as const;

  return agentSetup.createStateConfig({
    id: `${lane}Lane`,
    initial: 'free',
    states: {
      free: free(lane),
      sent: {
        meta: { agent: 'A command was sent, its answer is awaited.' },
        on: {
          ...failures(lane),
          'request.succeeded': { ...succeeds, actions: [succeeds.actions, 'believeAnswer'] },
          'agent.*': foretold,
          'agent.loggedOut': [foretold, loggedOut],
          'connection.regained': foretold,
        },
      },
      foretold: {
        meta: { agent: 'The server has made the command true; its own answer is awaited.' },
        on: {
          ...failures(lane),
          // Nothing to believe: what was foretold may be outdated by now.
          'request.succeeded': succeeds,
          'agent.loggedOut': loggedOut,
        },
      },
    },
  });
}
