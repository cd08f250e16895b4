import { agentSetup } from '../../agent-setup.js';
import { ends, failures, free } from './lane.js';

/** What the server says that may confirm a command which has no answer of its own. */
export function confirmations(lane: 'call' | 'cancelConsult' | 'hangup') {
  const confirmed = { guard: { type: 'confirmsLane', params: { lane } }, ...ends(lane, 'confirmed') } as const;
  return {
    'call.*': confirmed,
    'conference.*': confirmed,
    'microphone.*': confirmed,
    'dtmf.*': confirmed,
    'acw.*': confirmed,
    'agent.*': confirmed,
  } as const;
}

/** The call that a command is for may end at any moment, and with it the command. */
export function mootAt(lane: 'call' | 'cancelConsult' | 'hangup') {
  return { guard: { type: 'isMoot', params: { lane } }, ...ends(lane, 'superseded') } as const;
}

/**
 * A lane in which one command at a time waits for the event of the server's
 * that says it has taken effect. Whatever the outcome is, the lane comes free:
 * there is a deadline, and the end of the call is taken at any moment.
 */
export function eventLane(lane: 'cancelConsult' | 'hangup') {
  return agentSetup.createStateConfig({
    id: `${lane}Lane`,
    initial: 'free',
    states: {
      free: free(lane),
      sent: {
        meta: { agent: 'A command was sent, its outcome is awaited.' },
        always: mootAt(lane),
        on: { ...failures(lane), ...confirmations(lane) },
      },
    },
  });
}
