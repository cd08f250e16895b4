import { agentSetup } from '../agent-setup.js';
import type { Outcome, SingleLane } from '../events/index.js';

const end = (lane: SingleLane, outcome: Outcome) =>
  ({ type: 'endRequest', params: { lane, outcome } }) as const;

/** What ends a command in a lane, whether the server has foretold its success or not. */
function endings(lane: SingleLane) {
  const params = { lane };
  const free = `#${lane}Lane.free`;
  return {
    'request.failed': {
      guard: { type: 'answersLane', params },
      target: free,
      actions: end(lane, 'rejected'),
    },
    'call.error': {
      guard: { type: 'failsLane', params },
      target: free,
      actions: end(lane, 'rejected'),
    },
    'deadline.reached': {
      guard: { type: 'isLaneDue', params },
      target: free,
      actions: end(lane, 'timedOut'),
    },
    'connection.displaced': { target: free, actions: end(lane, 'displaced') },
  } as const;
}

/**
 * A lane in which one command at a time waits for its outcome. Whatever the
 * outcome is, the lane comes free: there is a deadline, and the end of the
 * call is taken at any moment.
 */
export function lane(lane: SingleLane) {
  const params = { lane };
  const free = `#${lane}Lane.free`;
  const confirmed = {
    guard: { type: 'confirmsLane', params },
    target: free,
    actions: end(lane, 'confirmed'),
  } as const;
  const foretold = {
    guard: { type: 'foretellsLane', params },
    target: `#${lane}Lane.foretold`,
  } as const;
  const loggedOut = {
    guard: { type: 'needsLogin', params },
    target: free,
    actions: end(lane, 'superseded'),
  } as const;
  const consultRefused = {
    guard: { type: 'refusesConsult', params },
    target: free,
    actions: end(lane, 'superseded'),
  } as const;
  const byFact = [confirmed, foretold] as const;

  return agentSetup.createStateConfig({
    id: `${lane}Lane`,
    initial: 'free',
    states: {
      free: {
        on: {
          'request.opened': {
            guard: { type: 'isForLane', params },
            target: 'sent',
            actions: 'recordRequest',
          },
        },
      },
      sent: {
        meta: { agent: 'A command was sent, its outcome is awaited.' },
        always: { guard: { type: 'isMoot', params }, target: free, actions: end(lane, 'superseded') },
        on: {
          ...endings(lane),
          'request.succeeded': {
            guard: { type: 'succeedsLane', params },
            target: free,
            actions: [end(lane, 'confirmed'), 'believeAnswer'],
          },
          'call.*': byFact,
          'call.released': [confirmed, consultRefused],
          'request.done': {
            guard: { type: 'isConsultCancelled', params },
            target: free,
            actions: end(lane, 'superseded'),
          },
          'conference.*': byFact,
          'microphone.*': byFact,
          'dtmf.*': byFact,
          'acw.*': byFact,
          'agent.*': byFact,
          'agent.loggedOut': [confirmed, foretold, loggedOut],
          'connection.regained': byFact,
        },
      },
      foretold: {
        meta: { agent: 'The server has made the command true; its own answer is awaited.' },
        on: {
          ...endings(lane),
          // Nothing to believe: what was foretold may be outdated by now.
          'request.succeeded': {
            guard: { type: 'succeedsLane', params },
            target: free,
            actions: end(lane, 'confirmed'),
          },
          'agent.loggedOut': loggedOut,
        },
      },
    },
  });
}
