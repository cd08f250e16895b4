import type { AgentState, CommandName } from '../../../adapters/sobot/index.js';
import type { Bench } from './bench.js';
import { connect, signIn } from './pages.js';

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

const renewing = (one: Standing): Standing => ({ ...one, name: `${one.name}, a fresh token asked for` });

/** Every connection with every login state that can be reached with it. */
export const STANDINGS: readonly Standing[] = [
  standing('uninitialized', 'offline', nothing),
  standing('initializing', 'offline', (bench) => bench.leave('initAgent'), ['initAgent']),
  standing('failed', 'offline', (bench) => {
    bench.leave('initAgent');
    bench.sdk.fail('initAgent');
  }),
  standing('connected', 'offline', connect),
  standing(
    'connected',
    'loggingIn',
    (bench) => {
      connect(bench);
      bench.leave('login');
    },
    ['login'],
  ),
  standing(
    'connected',
    'loggingOut',
    (bench) => {
      signIn(bench);
      bench.leave('logout');
    },
    ['logout'],
  ),
  ...loggedInWhere('connected', [], connect, nothing),
  standing('displaced', 'offline', (bench) => {
    signIn(bench);
    bench.sdk.emit('EventAgentConnectionChanged');
  }),
  standing(
    'displaced',
    'loggingIn',
    (bench) => {
      signIn(bench);
      bench.sdk.emit('EventAgentConnectionChanged');
      bench.leave('login');
    },
    ['login'],
  ),
  // A fresh token was asked for: the agent stays connected while the answer is awaited.
  ...loggedInWhere('connected', ['initAgent'], connect, (bench) => bench.leave('initAgent')).map(renewing),
];

export function standingNamed(name: string): Standing {
  const found = STANDINGS.find((one) => one.name === name);
  if (found === undefined) throw new Error(`no standing is named ${name}`);
  return found;
}
