import { agentSetup } from '../../agent-setup.js';
import type { SingleLane } from '../../events/index.js';
import { failures, free, settles } from './lane.js';

/** The lanes of commands that have no answer of their own. */
export type EventLane = Exclude<SingleLane, 'login' | 'reset'>;

/** What the server says that may confirm a command which has no answer of its own. */
export function confirmations(lane: EventLane) {
  const confirmed = { guard: { type: 'confirmsLane', params: { lane } }, ...settles(lane, 'confirmed') } as const;
  return {
    'call.*': confirmed,
    'conference.*': confirmed,
    'microphone.*': confirmed,
    'acw.*': confirmed,
    'agent.*': confirmed,
    'fact.ignored': confirmed,
  } as const;
}

/** The call that a command is for may end at any moment, and with it the command. */
export function obsoleteIn(lane: EventLane) {
  return { guard: { type: 'isObsolete', params: { lane } }, ...settles(lane, 'superseded') } as const;
}

/**
 * A lane in which one command at a time waits for the event of the server's
 * that says it has taken effect. Whatever the outcome is, the lane comes free:
 * there is a deadline, and the end of the call is taken at any moment.
 */
export function eventLane(lane: Exclude<EventLane, 'call'>) {
  return agentSetup.createStateConfig({
    id: `${lane}Lane`,
    initial: 'free',
    states: {
      free: free(lane),
      sent: {
        meta: { agent: 'A command was sent, its outcome is awaited.' },
        always: obsoleteIn(lane),
        on: { ...failures(lane), ...confirmations(lane) },
      },
    },
  });
}
