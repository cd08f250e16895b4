import {
  BREAK_REASONS,
  COMMANDS,
  DND_REASON,
  LOCKED_REASON,
  SERVER_FACTS,
  WORK_STATUSES,
  type AgentEvent,
  type CommandEvent,
  type CommandName,
  type LegFact,
  type Request,
  type ServerFact,
} from '../../machines/index.js';
import { DECLARATIONS, type CommandDeclaration } from '../../src/index.js';
import { DEADLINE, LEGS, type Configuration } from './chart.js';

/** Parameters with which each command that needs some can be sent. */
const PARAMETERS: Readonly<Partial<Record<CommandName, Record<string, unknown>>>> = {
  login: { agentState: '1' },
  notReady: { reasonCode: BREAK_REASONS.general },
  delayACW: { delayTime: 60 },
  makeCall: { otherDN: '1' },
  initiateConsult: { targetType: '0', target: '1' },
};

/** A command with the request that an agent would send along. */
export function commandEvent(command: CommandName): CommandEvent & { readonly request: Request } {
  const declaration: CommandDeclaration = DECLARATIONS[command];
  const { lane, needs, answeredBy, confirmedBy } = declaration;
  const intent = declaration.intent?.(PARAMETERS[command] ?? {}) ?? {};
  const request = { id: 7, command, lane, needs, answeredBy, confirmedBy, since: 0, deadline: DEADLINE };
  return { type: command, request: { ...request, ...intent } };
}

export const COMMAND_EVENTS = COMMANDS.map(commandEvent);

/** The commands that the microphone takes or refuses. */
export const MICROPHONE_COMMANDS = COMMAND_EVENTS.filter(({ type }) => type === 'muteCall' || type === 'unmute');

const LEG_FACTS = SERVER_FACTS.filter((type): type is LegFact['type'] =>
  /^(call\.(?!error)|conference|microphone|dtmf)/.test(type),
);

const REASONS = [DND_REASON, BREAK_REASONS.general, LOCKED_REASON] as const;

/** What an error may say besides no. */
export const STATEMENTS = ['noTalk', 'callIsOver', 'acwIsOver', 'acwIsOn', 'signedOut', 'displaced'] as const satisfies readonly Extract<ServerFact, { type: 'call.error' }>['says'][];

/** Every server fact, in each form that the chart may tell apart. */
export const FACT_EVENTS: readonly ServerFact[] = [
  { type: 'connection.established', at: 0 },
  { type: 'connection.displaced', at: 0 },
  ...[null, ...REASONS].flatMap((reasonCode) =>
    [null, LEGS.call, LEGS.fresh].map((leg) => ({
      type: 'connection.regained' as const,
      at: 0,
      reasonCode,
      status: null,
      statusIsNews: false,
      leg,
    })),
  ),
  ...WORK_STATUSES.flatMap((status) =>
    [null, LEGS.call, LEGS.fresh].map((leg) => ({
      type: 'connection.regained' as const,
      at: 0,
      status,
      statusIsNews: leg === LEGS.call,
      leg,
    })),
  ),
  { type: 'agent.ready', at: 0 },
  { type: 'agent.loggedOut', at: 0 },
  { type: 'agent.notReady', at: 0 },
  { type: 'agent.notReady', at: 0, reasonCode: 0 },
  { type: 'agent.loggedIn', at: 0 },
  { type: 'agent.loggedIn', at: 0, reasonCode: null },
  ...REASONS.map((reasonCode) => ({ type: 'agent.notReady' as const, at: 0, reasonCode })),
  ...LEG_FACTS.flatMap((type) => Object.values(LEGS).map((leg) => ({ type, at: 0, leg }))),
  { type: 'call.error', at: 0 },
  { type: 'call.error', at: 0, leg: LEGS.over },
  ...STATEMENTS.map((says) => ({ type: 'call.error' as const, at: 0, says })),
  { type: 'acw.started', at: 0 },
  { type: 'acw.extended', at: 0 },
  { type: 'network.measured', at: 0, reading: { ping: 1, jitter: 1, loss: '0', quality: 'e' } },
];

/** What the answers to the commands in flight say. */
function answersIn(snapshot: Configuration): readonly AgentEvent[] {
  const { requests, queries } = snapshot.context;
  return [...Object.values(requests), ...queries].flatMap((request): AgentEvent[] => {
    if (request === null) return [];
    const { id } = request;
    const fact = announced(request.command as CommandName);
    return [
      { type: 'request.failed', at: 0, id },
      { type: 'request.succeeded', at: 0, id, ...(fact === null ? {} : { fact }) },
    ];
  });
}

/** What a yes to the command makes true. */
export function announced(command: CommandName): ServerFact | null {
  const declaration: CommandDeclaration = DECLARATIONS[command];
  const fact = declaration.announces?.(PARAMETERS[command] ?? {});
  return fact === undefined ? null : ({ ...fact, at: 0 });
}

/** All that can happen in a configuration and is no command: facts, answers, the clock. */
export function happenings(snapshot: Configuration): readonly AgentEvent[] {
  return [
    ...FACT_EVENTS,
    ...answersIn(snapshot),
    { type: 'deadline.reached', at: 0 },
    { type: 'deadline.reached', at: DEADLINE },
  ];
}
