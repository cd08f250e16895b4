import {
  COMMANDS,
  Confidential,
  deadlinesOf,
  newCall,
  pendingCommands,
  SERVER_FACTS,
  WORK_STATUSES,
  type AgentEvent,
  type Call,
  type CommandEvent,
  type CommandName,
  type ErrorStatement,
  type LegFact,
  type LegRef,
  type OnHold,
  type PendingCommand,
  type Remembered,
  type Roster,
  type ServerFact,
} from '../../machines/index.js';
import { isElsewhere } from '../../machines/order/view.js';
import { DECLARATIONS, type CommandDeclaration, type Intent } from '../../src/index.js';
import { DEADLINE, LEGS, NUMBERS, type Configuration } from './chart.js';

/** A possible intent of each command whose parameters have one. */
const INTENTS: Readonly<Partial<Record<CommandName, Intent>>> = {
  login: { reason: null },
  notReady: { reason: 'general' },
  delayACW: { seconds: 60 },
  makeCall: { details: new Confidential({ otherDN: '1' }) },
  initiateConsult: { details: new Confidential({ targetType: '0', target: '1' }) },
};

/** A command as an agent would send it. */
export function commandEvent(command: CommandName): CommandEvent & { readonly pending: PendingCommand } {
  const declaration: CommandDeclaration = DECLARATIONS[command];
  const { lane, needs, answeredBy, confirmedBy } = declaration;
  const intent = { ...INTENTS[command], ...declaration.intent };
  return { type: command, pending: { id: 99, command, lane, needs, answeredBy, confirmedBy, since: 0, deadline: DEADLINE, ...intent } };
}

export const COMMAND_EVENTS = COMMANDS.map(commandEvent);

/** The commands that the microphone takes or refuses. */
export const MICROPHONE_COMMANDS = COMMAND_EVENTS.filter(({ pending }) => pending.lane === 'microphone');

const LEG_FACTS = SERVER_FACTS.filter((type): type is LegFact['type'] => /^(call\.(?!error)|conference|microphone|dtmf)/.test(type));

const REASONS = ['dnd', 'general', 'locked'] as const;

/** Statements of an error besides its no. */
export const STATEMENTS = [
  'noTalk',
  'callIsOver',
  'acwIsOver',
  'acwIsOn',
  'signedOut',
  'displaced',
  'interrupted',
] as const satisfies readonly ErrorStatement[];

type Regained = Extract<ServerFact, { type: 'connection.regained' }>;

function regained(more: Partial<Regained>): Regained {
  return { type: 'connection.regained', at: 0, status: null, statusIsNews: false, leg: null, ...more };
}

/** The ways in which a regain may speak of the agent, of one of these calls, and of what it does not know yet. */
function regainsOf(legs: readonly LegRef[]): readonly Regained[] {
  const named = [null, ...legs.filter(({ partyID }) => partyID !== LEGS.otherPhone.partyID)];
  return [
    ...[null, ...REASONS].map((reason) => regained({ reason })),
    ...named.map((leg) => regained({ leg, reason: null })),
    ...WORK_STATUSES.flatMap((status) => named.map((leg) => regained({ status, leg, statusIsNews: leg !== null }))),
    regained({ status: 'talking', leg: { callID: LEGS.call.callID } }),
    regained({ reason: null, isLoginOutdated: true }),
    regained({ leg: LEGS.over, isCallOutdated: true }),
    ...Object.values(NUMBERS).map((number) => regained({ outlasting: [number] })),
    regained({ outlasting: [NUMBERS.call, NUMBERS.third] }),
  ];
}

const ACW_FACTS: readonly ServerFact[] = [
  { type: 'acw.started', at: 0 },
  { type: 'acw.extended', at: 0 },
];

/** Facts that the server may tell of these legs. */
function factsOf(legs: readonly LegRef[]): readonly ServerFact[] {
  // Facts that name the call alone, too.
  return [...legs, { callID: LEGS.call.callID }].flatMap((leg) => LEG_FACTS.map((type) => ({ type, at: 0, leg })));
}

/** Facts that the server may tell of the agent, of a call's beginning and of its end, in each form that the chart may tell apart. */
const OTHER_FACTS: readonly ServerFact[] = [
  { type: 'connection.established', at: 0 },
  { type: 'connection.displaced', at: 0 },
  { type: 'connection.interrupted', at: 0 },
  { type: 'agent.ready', at: 0 },
  { type: 'agent.ready', at: 0, predatesAcw: true },
  { type: 'agent.loggedOut', at: 0 },
  { type: 'agent.notReady', at: 0 },
  { type: 'agent.notReady', at: 0, reason: 'none' },
  { type: 'agent.loggedIn', at: 0 },
  { type: 'agent.loggedIn', at: 0, reason: null },
  ...REASONS.map((reason) => ({ type: 'agent.notReady' as const, at: 0, reason })),
  { type: 'call.ringing', at: 0, leg: LEGS.freshOutbound, isIncoming: true },
  { type: 'call.ringing', at: 0, leg: { ...LEGS.fresh, callType: 'Internal' }, isIncoming: true },
  { type: 'call.ringing', at: 0, leg: LEGS.fresh, hasWaited: true },
  { type: 'call.ringing', at: 0, leg: LEGS.over, isNewOffer: true },
  { type: 'call.dialing', at: 0, leg: LEGS.over, isNewOffer: true },
  { type: 'call.released', at: 0, leg: LEGS.call, isHandedOver: true },
  { type: 'call.released', at: 0, leg: LEGS.call, isAcwOver: true },
  { type: 'call.error', at: 0 },
  { type: 'call.error', at: 0, leg: LEGS.over },
  { type: 'call.error', at: 0, leg: LEGS.waiting, says: 'callIsOver' },
  { type: 'call.error', at: 0, refuses: ['sendDtmf'] },
  ...STATEMENTS.map((says) => ({ type: 'call.error' as const, at: 0, says })),
  ...ACW_FACTS,
  { type: 'device.registered', at: 0 },
  { type: 'device.lost', at: 0 },
  { type: 'network.measured', at: 0, reading: { ping: 1, jitter: 1, loss: '0', quality: 'veryGood' } },
];

/** Facts that may confirm a command though they come too late to change anything. */
const LATE_FACTS: readonly ServerFact[] = [
  ...LEG_FACTS.flatMap((type) => [LEGS.call, LEGS.third, LEGS.waiting].map((leg) => ({ type, at: 0, leg }))),
  { type: 'agent.ready', at: 0 },
  { type: 'agent.notReady', at: 0, reason: 'dnd' },
  ...ACW_FACTS,
];

/** Facts that the fact order keeps from the chart. */
const IGNORED: readonly AgentEvent[] = [
  ...LATE_FACTS.map((fact) => ({ type: 'fact.ignored' as const, at: 0, rule: 'late' as const, fact })),
  { type: 'fact.ignored', at: 0, rule: 'doubled', fact: { type: 'call.established', at: 0, leg: LEGS.call } },
  { type: 'fact.ignored', at: 0, rule: 'over', fact: { type: 'call.established', at: 0, leg: LEGS.over, wasAnsweredUnheard: true } },
];

/**
 * Conclusions from a refusal of any command. That a transfer is
 * completed is left to the chart: it says so of one that is pending only.
 */
const CONCLUSIONS: readonly AgentEvent[] = [
  ...Object.values(NUMBERS).map((number) => ({ type: 'call.isOver' as const, at: 0, numbers: [number] })),
  { type: 'call.isOver', at: 0, numbers: [NUMBERS.call, NUMBERS.waiting] },
  { type: 'acw.isOn', at: 0 },
  { type: 'acw.isOver', at: 0 },
  { type: 'connection.heard', at: 0 },
];

/** The answers to the pending commands. */
function answersIn({ context }: Configuration): readonly AgentEvent[] {
  return pendingCommands(context).flatMap(({ id, command }): AgentEvent[] => {
    const fact = announced(command as CommandName);
    return [
      { type: 'command.refused', at: 0, id },
      ...STATEMENTS.map((says) => ({ type: 'command.refused' as const, at: 0, id, says })),
      { type: 'command.accepted', at: 0, id, ...(fact === null ? {} : { fact }) },
    ];
  });
}

/** Each deadline under way, and all of them at once. */
function deadlinesIn({ context }: Configuration): readonly AgentEvent[] {
  const keys = deadlinesOf(context).map(({ key }) => key);
  const reached = keys.map((key) => ({ type: 'deadline.reached' as const, at: DEADLINE, keys: [key] }));
  return keys.length < 2 ? reached : [...reached, { type: 'deadline.reached', at: DEADLINE, keys }];
}

/** The fact that a yes to the command announces. */
export function announced(command: CommandName): ServerFact | null {
  const declaration: CommandDeclaration = DECLARATIONS[command];
  const fact = declaration.announces?.(INTENTS[command] ?? {});
  return fact === undefined ? null : { ...fact, at: 0 };
}

/** The legs that there are, those that may come, and one that is over. */
function legsIn({ call, third, waiting }: Roster): readonly LegRef[] {
  return [
    LEGS.fresh,
    LEGS.freshOutbound,
    LEGS.freshConsult,
    LEGS.over,
    ...(call === null ? [] : [LEGS.call]),
    ...(call !== null && call.legs.length > 1 ? [LEGS.otherPhone] : []),
    ...(third === null ? [] : [LEGS.third]),
    ...[LEGS.waiting, LEGS.alsoWaiting].slice(0, waiting.length),
  ];
}

/** Facts about another end's calls, and about the agent there. */
const OF_ANOTHER_END = /^(call\.(?!error)|conference|microphone|dtmf|acw|agent\.(?!loggedOut))/;

/** The facts that may come while these legs are there, in the form in which they reach the chart. */
function heardOf(legs: readonly LegRef[], elsewhere: boolean): readonly AgentEvent[] {
  const facts = [...OTHER_FACTS, ...regainsOf(legs), ...factsOf(legs)];
  if (!elsewhere) return [...facts, ...CONCLUSIONS];
  // Facts about the other end are kept from the chart.
  return facts.map((fact) => (OF_ANOTHER_END.test(fact.type) ? { type: 'fact.ignored', at: 0, rule: 'otherEnd', fact } : fact));
}

/** The same for the same legs. */
const heard = new Map<string, readonly AgentEvent[]>();

function factsIn(snapshot: Configuration): readonly AgentEvent[] {
  const legs = legsIn(snapshot.context.roster);
  const elsewhere = isElsewhere(snapshot);
  const key = `${legs.map(({ partyID }) => partyID).join()}|${elsewhere}`;
  const facts = heard.get(key) ?? heardOf(legs, elsewhere);
  heard.set(key, facts);
  return facts;
}

/** A fact kept from the chart may confirm a command; without one it is reported, and no more. */
function ignoredIn(snapshot: Configuration): readonly AgentEvent[] {
  if (isElsewhere(snapshot)) return [];
  return pendingCommands(snapshot.context).some(({ answeredBy }) => answeredBy === 'event') ? IGNORED : IGNORED.slice(-2);
}

/** All that can happen in a configuration and is no command: facts, answers, the clock. */
export function happenings(snapshot: Configuration): readonly AgentEvent[] {
  return [...factsIn(snapshot), ...ignoredIn(snapshot), ...answersIn(snapshot), ...deadlinesIn(snapshot)];
}

function remembered(work: Call['work'], isThirdAnswered: boolean, third: Call | null, onHold: OnHold | null = null): Remembered {
  const [{ partyID }, established] = [LEGS.call, work !== 'ringing'];
  const call = {
    ...newCall(0, work, 0),
    ...LEGS.call,
    legs: [{ partyID, isEstablished: established }],
    establishedAt: established ? 0 : null,
  };
  return { call: { call, third, work, isThirdAnswered, muted: established, onHold }, acw: null };
}

const THIRD: Call = {
  ...newCall(0, 'dialing', 0),
  callID: LEGS.third.callID,
  callType: 'Consult',
  legs: [{ partyID: LEGS.third.partyID, isEstablished: false }],
};

/** Memories that a page loaded anew may have of the agent before the regain, and the regains that follow. */
export const RECALLED: readonly AgentEvent[] = [
  remembered('ringing', false, null),
  remembered('holding', false, null),
  remembered('consulting', false, THIRD),
  remembered('consulting', true, THIRD),
  remembered('consulting', true, THIRD, 'thirdParty'),
  remembered('conferencing', false, null, 'conference'),
  { call: null, acw: { since: 0, deadline: DEADLINE } },
].map((each) => ({ type: 'memory.recalled', at: 0, remembered: each }));

export const REGAIN_EVENTS: readonly AgentEvent[] = regainsOf([LEGS.call, LEGS.third]);
