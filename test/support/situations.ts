import type { AgentState, CommandName } from '../../adapters/sobot/index.js';
import { Bench } from './sobot-bench.js';

/** Where an agent stands as to service and login, and how to get there. */
export interface Standing {
  readonly name: string;
  readonly connection: AgentState['connection'];
  readonly login: AgentState['login'];
  readonly reasonCode: number | null;
  /** In flight while the agent stands there. */
  readonly inFlight: readonly CommandName[];
  go(bench: Bench): void;
}

/** Where an agent stands as to the phone, and how to get there from idle. */
export interface Place {
  readonly name: string;
  readonly work: AgentState['work'];
  readonly phase: 'dialing' | 'talking' | null;
  /** The consulted party has gone and the customer is still held. */
  readonly consultGone: boolean;
  readonly inFlight: readonly CommandName[];
  go(bench: Bench): void;
}

function connect(bench: Bench): void {
  bench.leave('initAgent');
  bench.sdk.succeed('initAgent');
}

function logIn(bench: Bench): void {
  bench.leave('login');
  bench.sdk.succeed('login');
}

/** The login states that a server event alone leads to. */
const LOGGED_IN = [
  { login: 'online', reasonCode: null, messageID: 'EventAgentReady', attributes: {} },
  { login: 'dnd', reasonCode: 2, messageID: 'EventAgentNotReady', attributes: { reasonCode: '2' } },
  { login: 'break', reasonCode: 11, messageID: 'EventAgentNotReady', attributes: { reasonCode: 11 } },
  { login: 'break', reasonCode: 14, messageID: 'EventAgentNotReady', attributes: { reasonCode: ' 14 ' } },
  { login: 'break', reasonCode: 18, messageID: 'EventAgentNotReady', attributes: { reasonCode: '18' } },
  { login: 'locked', reasonCode: null, messageID: 'EventAgentNotReady', attributes: { reasonCode: 98 } },
] as const;

function loggedInWhere(
  connection: AgentState['connection'],
  inFlight: readonly CommandName[],
  before: (bench: Bench) => void,
  after: (bench: Bench) => void,
): Standing[] {
  return LOGGED_IN.map(({ login, reasonCode, messageID, attributes }) => ({
    name: `${connection}, ${login}${reasonCode === null ? '' : ` ${reasonCode}`}`,
    connection,
    login,
    reasonCode,
    inFlight,
    go(bench) {
      before(bench);
      bench.sdk.emit(messageID, attributes);
      after(bench);
    },
  }));
}

const nothing = () => {};

const standing = (
  connection: AgentState['connection'],
  login: AgentState['login'],
  go: (bench: Bench) => void,
  inFlight: readonly CommandName[] = [],
): Standing => ({ name: `${connection}, ${login}`, connection, login, reasonCode: null, inFlight, go });

/** Every connection with every login state that can be reached with it. */
export const STANDINGS: readonly Standing[] = [
  standing('uninitialized', 'offline', nothing),
  standing('initializing', 'offline', (bench) => bench.leave('initAgent'), ['initAgent']),
  standing('failed', 'offline', (bench) => {
    bench.leave('initAgent');
    bench.sdk.fail('initAgent');
  }),
  standing('connected', 'offline', connect),
  standing('connected', 'loggingIn', (bench) => {
    connect(bench);
    bench.leave('login');
  }, ['login']),
  standing('connected', 'loggingOut', (bench) => {
    connect(bench);
    logIn(bench);
    bench.leave('logout');
  }, ['logout']),
  ...loggedInWhere('connected', [], connect, nothing),
  standing('displaced', 'offline', (bench) => {
    connect(bench);
    logIn(bench);
    bench.sdk.emit('EventAgentConnectionChanged');
  }),
  standing('displaced', 'loggingIn', (bench) => {
    connect(bench);
    logIn(bench);
    bench.sdk.emit('EventAgentConnectionChanged');
    bench.leave('login');
  }, ['login']),
  // The server speaks of the agent before it has answered initAgent.
  ...loggedInWhere('initializing', ['initAgent'], (bench) => bench.leave('initAgent'), nothing),
  ...loggedInWhere('failed', [], (bench) => bench.leave('initAgent'), (bench) => bench.sdk.fail('initAgent')),
  ...loggedInWhere('uninitialized', [], (bench) => bench.leave('initAgent'), (bench) => {
    bench.clock.increment(60_000);
  }),
];

const place = (
  name: string,
  go: (bench: Bench) => void,
  more: Partial<Place> = {},
): Place => ({
  name,
  work: name as AgentState['work'],
  phase: null,
  consultGone: false,
  inFlight: [],
  go,
  ...more,
});

function talk(bench: Bench): void {
  bench.customer('EventRinging');
  bench.customer('EventEstablished');
}

function hold(bench: Bench): void {
  talk(bench);
  bench.customer('EventAgentHoldCall');
}

function consult(bench: Bench): void {
  hold(bench);
  bench.third('EventDialing');
}

function consultTalk(bench: Bench): void {
  consult(bench);
  bench.third('EventEstablished');
}

/** Every work status, those of a consult apart. `calling` needs an agent who may call. */
export const PLACES: readonly Place[] = [
  place('idle', nothing),
  place('calling', (bench) => bench.leave('makeCall'), { inFlight: ['makeCall'] }),
  place('dialing', (bench) => bench.customer('EventDialing', { callType: 'Outbound' })),
  place('ringing', (bench) => bench.customer('EventRinging')),
  place('talking', talk),
  place('holding', hold),
  place('consulting, not connected', consult, { work: 'consulting', phase: 'dialing' }),
  place('consulting, connected', consultTalk, { work: 'consulting', phase: 'talking' }),
  place('holding, consulted party gone', (bench) => {
    consultTalk(bench);
    bench.third('EventReleased');
  }, { work: 'holding', consultGone: true }),
  place('conferencing', (bench) => {
    consultTalk(bench);
    bench.third('EventPartyAdded');
  }),
  place('acw', (bench) => {
    talk(bench);
    bench.customer('EventReleased');
  }),
];

const MUTABLE = new Set(['talking', 'holding', 'consulting', 'conferencing']);

/** Whether a microphone can be muted there. */
export const canBeMuted = ({ work }: Place): boolean => MUTABLE.has(work);

export function placeNamed(name: string): Place {
  const found = PLACES.find((one) => one.name === name);
  if (found === undefined) throw new Error(`no place is named ${name}`);
  return found;
}

export function standingNamed(name: string): Standing {
  const found = STANDINGS.find((one) => one.name === name);
  if (found === undefined) throw new Error(`no standing is named ${name}`);
  return found;
}

/** A bench at a place, by default signed in and online. */
export function benchAt(
  placeName: string,
  { standing: standingName = 'connected, online', isMuted = false, bench = new Bench() } = {},
): Bench {
  standingNamed(standingName).go(bench);
  placeNamed(placeName).go(bench);
  if (isMuted) bench.customer('EventAgentMute');
  return bench;
}
