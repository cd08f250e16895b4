import {
  readState,
  refusalOf,
  requestsInFlight,
  type SingleLane,
} from '../../machines/index.js';
import { announced, COMMAND_EVENTS, commandEvent } from './events.js';
import { chart, DEADLINE, next, type Configuration } from './chart.js';

/** What is wrong with a configuration; empty: nothing. */
export function contradictionsIn(snapshot: Configuration): readonly string[] {
  const { context } = snapshot;
  const { connection, login, work, muted } = readState(snapshot);
  const inFlight = requestsInFlight(context);
  const waitsFor = (command: string) => inFlight.some((request) => request.command === command);
  const isEstablished = ['talking', 'holding', 'consulting', 'conferencing'].includes(work);
  const lanes = (snapshot.value as { requests: Record<SingleLane, string> }).requests;
  const isMerging = JSON.stringify(snapshot.value).includes('merging');
  const rules: readonly (readonly [string, boolean])[] = [
    ['a call is there exactly outside idle and acw', (context.call === null) === (work === 'idle' || work === 'acw')],
    ['a consult is there exactly while consulting', (context.consult === null) === (work !== 'consulting')],
    ['established states have an established call', isEstablished === ((context.call?.establishedAt ?? null) !== null)],
    ['only an established call is muted', !muted || isEstablished],
    ['acw data is there exactly in acw', (context.acw === null) === (work !== 'acw')],
    ['everything in flight has a deadline', inFlight.every((request) => Number.isFinite(request.deadline))],
    ['initializing waits for initAgent', connection !== 'initializing' || waitsFor('initAgent')],
    ['loggingIn waits for login', login !== 'loggingIn' || waitsFor('login')],
    ['loggingOut waits for logout', login !== 'loggingOut' || waitsFor('logout')],
    ['calling waits for makeCall', work !== 'calling' || waitsFor('makeCall')],
    ['merging waits for the command that merges', !isMerging || waitsFor('consultConference') || waitsFor('consultTransfer')],
    ...(Object.entries(context.requests) as [SingleLane, unknown][]).map(
      ([lane, request]) => [`lane ${lane} is free exactly without a request`, (lanes[lane] === 'free') === (request === null)] as const,
    ),
  ];
  return rules.flatMap(([rule, holds]) => (holds ? [] : [rule]));
}

/** Where `can` and sending disagree; `sent`: what sending each command leads to. */
export function disagreementsIn(
  snapshot: Configuration,
  sent: readonly Configuration[],
): readonly string[] {
  const allowed = new Set<string>(chart.allowed(snapshot));
  return COMMAND_EVENTS.flatMap((event, index) => {
    const { type } = event;
    const says = allowed.has(type);
    const after = sent[index] ?? snapshot;
    const isTaken = requestsInFlight(after.context).some((request) => request.id === event.request.id);
    const why = refusalOf(snapshot, type);
    return [
      ...(says === isTaken ? [] : [`can('${type}') is ${String(says)}, but sending it ${isTaken ? 'opens' : 'does not open'} a request`]),
      ...(says === (why === null) ? [] : [`can('${type}') is ${String(says)}, but whyNot disagrees`]),
      ...(says || after === snapshot || !differs(snapshot, after) ? [] : [`${type} is refused, but changes the state`]),
    ];
  });
}

function differs(before: Configuration, after: Configuration): boolean {
  return JSON.stringify([before.value, before.context]) !== JSON.stringify([after.value, after.context]);
}

/** Why there is no way back to offline and idle; empty: there is. */
export function deadEndsIn(snapshot: Configuration): readonly string[] {
  const reset = commandEvent('resetLogout');
  const dead: string[] = [];
  if (chart.can(snapshot, { type: 'resetLogout' })) {
    const fact = announced('resetLogout');
    const sent = next(snapshot, reset);
    const { connection, login, work } = readState(
      next(sent, { type: 'request.succeeded', at: 0, id: reset.request.id, ...(fact === null ? {} : { fact }) }),
    );
    if (connection !== 'connected' || login !== 'offline' || work !== 'idle') {
      dead.push(`resetLogout leads to ${login} and ${work}`);
    }
  }
  const told = next(next(snapshot, { type: 'connection.established', at: 0 }), { type: 'agent.loggedOut', at: 0 });
  const { connection, login, work } = readState(told);
  if (connection !== 'connected' || login !== 'offline' || work !== 'idle') {
    dead.push(`the server's word leads to ${connection}, ${login} and ${work}`);
  }
  const given = next(snapshot, { type: 'deadline.reached', at: DEADLINE });
  const after = readState(given);
  const left = requestsInFlight(given.context).map((request) => request.command);
  const isWaiting =
    left.length > 0 ||
    after.connection === 'initializing' ||
    after.login === 'loggingIn' ||
    after.login === 'loggingOut' ||
    after.work === 'calling' ||
    JSON.stringify(given.value).includes('merging');
  if (isWaiting) dead.push(`after every deadline it still waits: ${left.join()} ${JSON.stringify(given.value)}`);
  return dead;
}
