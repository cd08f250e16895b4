import { describe, expect, test } from '@jest/globals';
import { createActor } from 'xstate';
import { agentMachine, readState, type AgentEvent, type AgentSnapshot } from '../../machines/index.js';
import { waiting } from '../support/guard-question.js';

type Told = readonly (readonly [type: string, more?: object])[];
const requested = (command: string): readonly [string, object] => [
  'request.opened',
  { request: { ...waiting('login', command).requests.login, answeredBy: 'callback', confirmedBy: [], needs: 'connection', deadline: 99 } },
];
const undone = (command: string, outcome: string): readonly [string, object] => ['request.undone', { command, outcome }];
const online: Told = [['connection.established'], ['agent.loggedIn', { reasonCode: null }]];

/** How each situation comes about. */
const SITUATIONS: Readonly<Record<string, Told>> = {
  fresh: [],
  init: [requested('initAgent')],
  offline: [['connection.established']],
  in: [['connection.established'], requested('login')],
  online,
  dnd: [...online, ['agent.notReady', { reasonCode: 2 }]],
  b11: [...online, ['agent.notReady', { reasonCode: 11 }]],
  locked: [...online, ['agent.notReady', { reasonCode: 98 }]],
  out: [...online, requested('logout')],
  echo: [...online, requested('logout'), ['request.believed', { fact: 'agent.loggedOut' }], ['agent.loggedOut']],
  gone: [...online, ['connection.displaced']],
};

const CONNECTIONS: Readonly<Record<string, string>> = { uninitialized: 'un/', initializing: 'ing/', failed: 'fail/', displaced: 'gone/', connected: '' };
const LOGINS: Readonly<Record<string, string>> = { loggingIn: 'in', loggingOut: 'out' };

/** Link and login state by their short names; the link only where it is not there. */
function nameOf(snapshot: AgentSnapshot): string {
  const { connection, login, reasonCode } = readState(snapshot);
  return CONNECTIONS[connection]! + (login === 'break' ? `b${reasonCode}` : (LOGINS[login] ?? login));
}

/** Where a fact leads in a situation: `·` where it stays as it is, `!` where it was not expected. */
function leadsTo(situation: string, [type, more = {}]: Told[number]): string {
  const actor = createActor(agentMachine, { input: { now: 1 } });
  const reported: unknown[] = [];
  actor.on('divergence', (divergence) => reported.push(divergence));
  actor.start();
  SITUATIONS[situation]!.forEach(([fact, rest], index) => actor.send({ type: fact, at: 10 + index, ...rest } as AgentEvent));
  reported.length = 0;
  const before = nameOf(actor.getSnapshot());
  actor.send({ type, at: 50, ...more } as AgentEvent);
  const after = nameOf(actor.getSnapshot());
  actor.stop();
  return `${after === before ? '·' : after}${reported.length > 0 ? '!' : ''}`;
}

const regained = { leg: null, status: null, statusIsNews: false };
/** What each row of the table is told. */
const FACTS: Readonly<Record<string, Told[number]>> = {
  ready: ['agent.ready'],
  notReady: ['agent.notReady'],
  ...Object.fromEntries([0, 2, 11, 12, 13, 14, 15, 16, 17, 18, 98, 99].map((reasonCode) => [`notReady:${reasonCode}`, ['agent.notReady', { reasonCode }] as const])),
  loggedIn: ['agent.loggedIn'],
  'loggedIn:online': ['agent.loggedIn', { reasonCode: null }],
  'loggedIn:2': ['agent.loggedIn', { reasonCode: 2 }],
  'loggedIn:12': ['agent.loggedIn', { reasonCode: 12 }],
  'loggedIn:98': ['agent.loggedIn', { reasonCode: 98 }],
  loggedOut: ['agent.loggedOut'],
  established: ['connection.established'],
  displaced: ['connection.displaced'],
  regained: ['connection.regained', regained],
  'regained:online': ['connection.regained', { ...regained, reasonCode: null }],
  'regained:13': ['connection.regained', { ...regained, reasonCode: 13 }],
  'regained:98': ['connection.regained', { ...regained, reasonCode: 98 }],
  'initAgent?': requested('initAgent'),
  'login?': requested('login'),
  'logout?': requested('logout'),
  'ready?': requested('ready'),
  'initAgent:no': undone('initAgent', 'rejected'),
  'initAgent:late': undone('initAgent', 'timedOut'),
  'login:no': undone('login', 'rejected'),
  'login:late': undone('login', 'timedOut'),
  'logout:no': undone('logout', 'rejected'),
  'ready:no': undone('ready', 'rejected'),
  'acw.started': ['acw.started'],
};

const TABLE = `
told            fresh        init         offline      in           online       dnd          b11          locked       out          echo         gone
ready           online!      ing/online!  online!      online       ·            online       online       online       online       online!      ·!
notReady        dnd!         ing/dnd!     dnd!         dnd          dnd          ·            ·            ·            dnd          dnd!         ·!
notReady:0      offline      ·            ·            ·            ·            ·            ·            ·            ·            ·            ·!
notReady:2      dnd!         ing/dnd!     dnd!         dnd          dnd          ·            dnd          dnd          dnd          dnd!         ·!
notReady:11     b11!         ing/b11!     b11!         b11          b11          b11          ·            b11          b11          b11!         ·!
notReady:12     b12!         ing/b12!     b12!         b12          b12          b12          b12          b12          b12          b12!         ·!
notReady:13     b13!         ing/b13!     b13!         b13          b13          b13          b13          b13          b13          b13!         ·!
notReady:14     b14!         ing/b14!     b14!         b14          b14          b14          b14          b14          b14          b14!         ·!
notReady:15     b15!         ing/b15!     b15!         b15          b15          b15          b15          b15          b15          b15!         ·!
notReady:16     b16!         ing/b16!     b16!         b16          b16          b16          b16          b16          b16          b16!         ·!
notReady:17     b17!         ing/b17!     b17!         b17          b17          b17          b17          b17          b17          b17!         ·!
notReady:18     b18!         ing/b18!     b18!         b18          b18          b18          b18          b18          b18          b18!         ·!
notReady:98     locked!      ing/locked!  locked!      locked       locked       locked       locked       ·            locked       locked!      ·!
notReady:99     dnd!         ing/dnd!     dnd!         dnd          dnd          ·            ·            ·            dnd          dnd!         ·!
loggedIn        dnd!         ing/dnd!     dnd!         online       ·            ·            ·            ·            ·            dnd!         ·!
loggedIn:online online!      ing/online!  online!      online       ·            online       online       online       online       online!      ·!
loggedIn:2      dnd!         ing/dnd!     dnd!         dnd          dnd          ·            dnd          dnd          dnd          dnd!         ·!
loggedIn:12     b12!         ing/b12!     b12!         b12          b12          b12          b12          b12          b12          b12!         ·!
loggedIn:98     locked!      ing/locked!  locked!      locked       locked       locked       locked       ·            locked       locked!      ·!
loggedOut       ·            ·            ·            offline      offline      offline      offline      offline      offline      ·            ·
established     offline      offline      ·            ·            ·            ·            ·            ·            ·            ·            offline
displaced       gone/offline gone/offline gone/offline gone/offline gone/offline gone/offline gone/offline gone/offline gone/offline gone/offline ·
regained        dnd          dnd          dnd          ·            ·            ·            ·            ·            ·            dnd          dnd
regained:online online       online       online       online       ·            online       online       online       online       online       online
regained:13     b13          b13          b13          b13          b13          b13          b13          b13          b13          b13          b13
regained:98     locked       locked       locked       locked       locked       locked       locked       ·            locked       locked       locked
initAgent?      ing/offline  ·            ·            ·            ·            ·            ·            ·            ·            ·            ing/offline
login?          un/in        ing/in       in           ·            in           in           in           in           ·            in           gone/in
logout?         ·            ·            ·            ·            out          out          out          out          ·            ·            ·
ready?          ·            ·            ·            ·            ·            ·            ·            ·            ·            ·            ·
initAgent:no    ·            fail/offline ·            ·            ·            ·            ·            ·            ·            ·            ·
initAgent:late  ·            un/offline   ·            ·            ·            ·            ·            ·            ·            ·            ·
login:no        ·            ·            ·            offline      ·            ·            ·            ·            ·            ·            ·
login:late      ·            ·            ·            offline      ·            ·            ·            ·            ·            ·            ·
logout:no       ·            ·            ·            ·            ·            ·            ·            ·            online       ·            ·
ready:no        ·            ·            ·            ·            ·            ·            ·            ·            ·            ·            ·
acw.started     ·            ·            ·            ·            ·            ·            ·            ·            ·            ·            ·
`;

const lines = TABLE.trim().split('\n').map((line) => line.split(/\s+/));
const [[, ...situations] = [], ...rows] = lines;

describe('where the agent stands after it is told', () => {
  test.each(rows.map(([told, ...expected]) => ({ told, expected })))('$told', ({ told, expected }) => {
    const found = situations.map((situation) => `${situation}: ${leadsTo(situation, FACTS[told!]!)}`);
    expect(found).toEqual(situations.map((situation, index) => `${situation}: ${expected[index]}`));
  });

  test('nothing that can be told is left out', () => {
    expect(rows.map(([told]) => told)).toEqual(Object.keys(FACTS));
  });
});
