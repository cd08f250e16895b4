import { allCalls, deadlinesOf, pendingCommands, readState, refusalOf, type PendingCommand } from '../../machines/index.js';
import { isElsewhere } from '../../machines/order/view.js';
import { WAITING_KEPT } from '../../machines/calls/roster.js';
import { announced, COMMAND_EVENTS, commandEvent } from './events.js';
import { chart, DEADLINE, next, type Configuration } from './chart.js';

type Rule = readonly [what: string, holds: boolean];

/** States that are there for a command, which must be pending. */
const WAITS_FOR: Readonly<Record<string, readonly string[]>> = {
  'connection.initializing': ['initAgent'],
  'login.loggingIn': ['login'],
  'login.loggingOut': ['logout'],
  'work.live.calling': ['makeCall'],
  'work.live.dialing.offered': ['makeCall'],
  'work.live.established.consulting.doing.returning': ['retrieveConsult'],
  'work.live.established.consulting.doing.cancelling': ['cancelConsult'],
  'work.live.established.consulting.doing.transferring': ['consultTransfer'],
  'work.live.established.consulting.doing.joining': ['consultConference'],
  'work.live.established.consulting.third.gone': ['consultTransfer', 'consultConference'],
  'work.live.established.completing': ['consultTransfer'],
  'work.acw.extending': ['delayACW'],
};

/** States in which a chart only passes. */
export const PASSING: ReadonlySet<string> = new Set(['work.afterCall', 'work.regained']);

/** The states in which nothing may stay for ever. */
const PROVISIONAL: ReadonlySet<string> = new Set(Object.keys(WAITS_FOR));

/** Work in which a waiting call that talks becomes the call. */
const GIVES_WAY: ReadonlySet<string> = new Set(['calling', 'dialing', 'ringing', 'holding']);
const ESTABLISHED: ReadonlySet<string> = new Set(['talking', 'holding', 'consulting', 'conferencing']);
const MAY_WAIT: ReadonlySet<string> = new Set(['dialing', 'ringing', 'talking', 'holding']);

function pathsOf({ _nodes }: Configuration): readonly string[] {
  return _nodes.map(({ path }) => path.join('.'));
}

/** The rules that a configuration breaks; empty: none. */
export function contradictionsIn(snapshot: Configuration): readonly string[] {
  const rules = [...rulesOfCalls(snapshot), ...rulesOfWaiting(snapshot), ...rulesOfCommands(snapshot), ...rulesOfTheAgent(snapshot)];
  return rules.flatMap(([what, holds]) => (holds ? [] : [what]));
}

function rulesOfCalls(snapshot: Configuration): readonly Rule[] {
  const { roster, acw } = snapshot.context;
  const { call, third } = roster;
  const { work, consultPhase, onHold, muted } = readState(snapshot);
  return [
    ['a call is there exactly outside idle and acw', (call === null) === (work === 'idle' || work === 'acw')],
    ['a third party is there exactly while consulting', (third === null) === (work !== 'consulting')],
    ['a consult has a phase, and nothing else has', (consultPhase === null) === (work !== 'consulting')],
    ['the work of the call is what the chart says', call === null || call.work === work],
    ['established states have an established call', ESTABLISHED.has(work) === ((call?.establishedAt ?? null) !== null)],
    ['a third party who talks has answered', third === null || third.work !== 'talking' || third.establishedAt !== null],
    ['only an established call is muted', !muted || ESTABLISHED.has(work)],
    ['only an established call has somebody on hold', onHold === null || ESTABLISHED.has(work)],
    ['acw data is there exactly in acw', (acw === null) === (work !== 'acw')],
    ['a talk that is over is owed after-call work only while another call is there', !roster.hasTalked || call !== null],
  ];
}

function rulesOfWaiting(snapshot: Configuration): readonly Rule[] {
  const { roster } = snapshot.context;
  const { waiting } = roster;
  const { work } = readState(snapshot);
  const numbers = allCalls(roster).map(({ number }) => number);
  const legs = allCalls(roster).flatMap((call) => call.legs.flatMap(({ partyID }) => partyID ?? []));
  return [
    ['a call waits only beside another', waiting.length === 0 || roster.call !== null],
    ['not more calls wait than are kept', waiting.length <= WAITING_KEPT],
    ['each call is in one place', new Set(numbers).size === numbers.length],
    ['each leg is of one call', new Set(legs).size === legs.length],
    ['a call that waits dials, rings, talks or is held', waiting.every((each) => MAY_WAIT.has(each.work))],
    [
      'a call that waits has answered exactly if it talks or is held',
      waiting.every((each) => ESTABLISHED.has(each.work) === (each.establishedAt !== null)),
    ],
    ['a talk does not wait where the call gives way', !GIVES_WAY.has(work) || waiting.every((each) => each.work !== 'talking')],
  ];
}

function isForNothing({ needs, about = [] }: PendingCommand, { context }: Configuration): boolean {
  if (needs === 'acw') return context.acw === null;
  return needs === 'call' && !allCalls(context.roster).some(({ number }) => about.includes(number));
}

function rulesOfCommands(snapshot: Configuration): readonly Rule[] {
  const { context } = snapshot;
  const { transfer } = context;
  const paths = pathsOf(snapshot);
  const all = pendingCommands(context);
  const isCompleting = paths.includes('work.live.established.completing');
  return [
    ['what is pending or provisional has a deadline', deadlinesOf(context).every(({ deadline }) => Number.isFinite(deadline))],
    [
      'each pending command has a deadline of its own',
      all.every(({ id }) => deadlinesOf(context).filter(({ key }) => key === String(id)).length === 1),
    ],
    ['nothing is pending whose call or after-call work is gone', !all.some((command) => isForNothing(command, snapshot))],
    ['a transfer is under way exactly while it is being completed', isCompleting === (transfer !== null && !transfer.isDone)],
    [
      'the third party of a transfer that is done is no call',
      transfer?.isDone !== true || !allCalls(context.roster).some(({ number }) => number === transfer.third.number),
    ],
    ['what was decided is settled', context.decided.length === 0],
    ...paths.flatMap((path): readonly Rule[] => {
      const commands = WAITS_FOR[path];
      return commands === undefined
        ? []
        : [[`${path} waits for ${commands.join(' or ')}`, all.some(({ command }) => commands.includes(command))]];
    }),
    [
      'after-call work is being extended exactly while delayACW is pending',
      paths.includes('work.acw.extending') === all.some(({ command }) => command === 'delayACW'),
    ],
  ];
}

function rulesOfTheAgent(snapshot: Configuration): readonly Rule[] {
  const { connection, login, work } = readState(snapshot);
  const isOut = login === 'offline' || login === 'loggingIn';
  return [
    ['who is signed in elsewhere is offline here, or signing in', !isElsewhere(snapshot) || isOut],
    ['who is signed in elsewhere has no call here', !isElsewhere(snapshot) || work === 'idle'],
    [
      'an interrupted link takes initAgent alone',
      connection !== 'interrupted' || chart.allowed(snapshot).every((name) => ['initAgent', 'on', 'off'].includes(name)),
    ],
    ['the chart does not stay where it only passes', !pathsOf(snapshot).some((path) => PASSING.has(path))],
  ];
}

/** Where `can` and sending disagree; `sent`: the snapshots after sending each command. */
export function disagreementsIn(snapshot: Configuration, sent: readonly Configuration[]): readonly string[] {
  const allowed = new Set<string>(chart.allowed(snapshot));
  return COMMAND_EVENTS.flatMap((event, index) => {
    const { type } = event;
    const says = allowed.has(type);
    const after = sent[index] ?? snapshot;
    const isTaken = pendingCommands(after.context).some(({ id }) => id === event.pending.id);
    const why = refusalOf(snapshot, type);
    return [
      ...(says === isTaken ? [] : [`can('${type}') is ${String(says)}, but sending it ${isTaken ? 'begins' : 'does not begin'} to wait`]),
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
  return [...resetFails(snapshot), ...wordFails(snapshot), ...stillWaits(snapshot)];
}

function isOut(snapshot: Configuration): boolean {
  const { connection, login, work } = readState(snapshot);
  return connection === 'connected' && login === 'offline' && work === 'idle' && snapshot.context.roster.waiting.length === 0;
}

function isSigningIn({ context }: Configuration): boolean {
  return context.pending.login?.command === 'login';
}

/** resetLogout signs out from wherever it may be sent. */
function resetFails(snapshot: Configuration): readonly string[] {
  if (!chart.can(snapshot, { type: 'resetLogout' })) return [];
  const { pending, type } = commandEvent('resetLogout');
  const fact = announced('resetLogout');
  const sent = next(snapshot, { type, pending });
  const reset = next(sent, { type: 'command.accepted', at: 0, id: pending.id, ...(fact === null ? {} : { fact }) });
  // An own login that is pending goes on.
  return isOut(reset) || isSigningIn(reset) ? [] : ['resetLogout does not lead to offline and idle'];
}

/** So does the server's own word. */
function wordFails(snapshot: Configuration): readonly string[] {
  const told = next(next(snapshot, { type: 'connection.established', at: 0 }), { type: 'agent.loggedOut', at: 0 });
  return isOut(told) || isSigningIn(told) ? [] : ["the server's word does not lead to offline and idle"];
}

/** Nothing waits any more when every deadline has passed, those included that have begun meanwhile. */
function stillWaits(snapshot: Configuration): readonly string[] {
  let given = snapshot;
  for (let round = 0; round < 2; round += 1) {
    given = next(given, { type: 'deadline.reached', at: DEADLINE, keys: deadlinesOf(given.context).map(({ key }) => key) });
  }
  const left = deadlinesOf(given.context).length > 0;
  const isWaiting = left || pathsOf(given).some((path) => PROVISIONAL.has(path));
  return isWaiting ? ['after every deadline it still waits'] : [];
}
