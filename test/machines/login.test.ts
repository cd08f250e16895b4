import { describe, expect, test } from '@jest/globals';
import { BREAKS } from '../../machines/index.js';
import { Page } from './support/page.js';

const STATES: Readonly<Record<string, () => Page>> = {
  offline: () => new Page().fact({ type: 'connection.established' }),
  online: () => Page.online(),
  dnd: () => Page.online().play('NotReady'),
  break: () => Page.online().play('Break'),
  locked: () => Page.online().fact({ type: 'agent.notReady', reason: 'locked' }),
  loggingIn: () => new Page().fact({ type: 'connection.established' }).command('login', { reason: null }),
  loggingOut: () => Page.online().command('logout'),
};

/** The login state, with the reason of a break. */
const shown = ({ state: { login, reason } }: Page) => (login === 'break' ? `break ${String(reason)}` : login);
const regain = (reason?: string | null) => ({
  type: 'connection.regained',
  leg: null,
  status: null,
  statusIsNews: false,
  ...(reason === undefined ? {} : { reason }),
});

/** Where a word of the server's leads; `!`: it was not expected there. */
const FACTS: readonly (readonly [name: string, fact: object, ...to: readonly string[]])[] = [
  // offline, online, dnd, break, locked, loggingIn, loggingOut
  ['ready', { type: 'agent.ready' }, 'online!', 'online', 'online', 'online', 'online', 'online', 'online'],
  ['not ready, DND', { type: 'agent.notReady', reason: 'dnd' }, 'dnd!', 'dnd', 'dnd', 'dnd', 'dnd', 'dnd', 'dnd'],
  [
    'not ready, dining',
    { type: 'agent.notReady', reason: 'dining' },
    'break dining!',
    'break dining',
    'break dining',
    'break dining',
    'break dining',
    'break dining',
    'break dining',
  ],
  [
    'not ready, locked',
    { type: 'agent.notReady', reason: 'locked' },
    'locked!',
    'locked',
    'locked',
    'locked',
    'locked',
    'locked',
    'locked',
  ],
  ['not ready, without a reason', { type: 'agent.notReady' }, 'dnd!', 'dnd', 'dnd', 'break general', 'locked', 'dnd', 'dnd'],
  [
    'not ready, with a reason that is none',
    { type: 'agent.notReady', reason: 'other' },
    'dnd!',
    'dnd',
    'dnd',
    'break general',
    'locked',
    'dnd',
    'dnd',
  ],
  [
    'not ready, not occupied',
    { type: 'agent.notReady', reason: 'none' },
    'offline',
    'online',
    'dnd',
    'break general',
    'locked',
    'loggingIn',
    'loggingOut',
  ],
  ['signed in, online', { type: 'agent.loggedIn', reason: null }, 'online!', 'online', 'online', 'online', 'online', 'online', 'online'],
  [
    'signed in, on a break',
    { type: 'agent.loggedIn', reason: 'general' },
    'break general!',
    'break general',
    'break general',
    'break general',
    'break general',
    'break general',
    'break general',
  ],
  ['signed in, nobody says how', { type: 'agent.loggedIn' }, 'dnd!', 'online', 'dnd', 'break general', 'locked', 'online', 'loggingOut'],
  ['signed out', { type: 'agent.loggedOut' }, 'offline', 'offline', 'offline', 'offline', 'offline', 'loggingIn', 'offline'],
  ['displaced', { type: 'connection.displaced' }, 'offline', 'offline', 'offline', 'offline', 'offline', 'loggingIn', 'offline'],
  ['regained online', regain(null), 'online', 'online', 'online', 'online', 'online', 'online', 'online'],
  [
    'regained on a break',
    regain('activity'),
    'break activity',
    'break activity',
    'break activity',
    'break activity',
    'break activity',
    'break activity',
    'break activity',
  ],
  ['regained, nobody says how', regain(), 'dnd', 'online', 'dnd', 'break general', 'locked', 'loggingIn', 'loggingOut'],
];
const CELLS = FACTS.flatMap(([name, fact, ...to]) => Object.keys(STATES).map((state, index) => [state, name, to[index]!, fact] as const));

describe('the login state', () => {
  test.each(CELLS)('%s, then the server says: %s. It is %s', (state, _, to, fact) => {
    const page = STATES[state]!();
    page.emitted.length = 0;
    page.fact(fact);
    expect(`${shown(page)}${page.divergences.length > 0 ? '!' : ''}`).toBe(to);
  });

  test.each(BREAKS)('is a break: %s', (reason) => {
    expect(shown(Page.online().fact({ type: 'agent.notReady', reason }))).toBe(`break ${reason}`);
    expect(shown(new Page().fact(regain(reason)))).toBe(`break ${reason}`);
  });
});

describe('a login command', () => {
  test.each<readonly [string, () => Page, string]>([
    ['login, online', () => STATES['offline']!().command('login', { reason: null }).yes('login', { reason: null }), 'online'],
    ['login, not ready', () => STATES['offline']!().command('login', { reason: 'dnd' }).yes('login', { reason: 'dnd' }), 'dnd'],
    ['login refused', () => STATES['break']!().command('login').no('login'), 'break general'],
    ['login given up', () => STATES['break']!().command('login').due('login'), 'break general'],
    ['login refused after a logout', () => STATES['break']!().command('login').fact({ type: 'agent.loggedOut' }).no('login'), 'offline'],
    [
      'login refused after a displacement',
      () => STATES['break']!().command('login').fact({ type: 'connection.displaced' }).no('login'),
      'offline',
    ],
    ['logout', () => STATES['online']!().command('logout').yes('logout'), 'offline'],
    ['logout refused', () => STATES['break']!().command('logout').no('logout'), 'break general'],
    ['ready', () => STATES['break']!().command('ready').yes('ready'), 'online'],
    [
      'notReady',
      () => STATES['online']!().command('notReady', { reason: 'meeting' }).yes('notReady', { reason: 'meeting' }),
      'break meeting',
    ],
    ['notReady refused', () => STATES['online']!().command('notReady', { reason: 'meeting' }).no('notReady'), 'online'],
    [
      'notReady, with a word since',
      () => STATES['online']!().command('notReady', { reason: 'meeting' }).play('NotReady').yes('notReady', { reason: 'meeting' }),
      'dnd',
    ],
    [
      'notReady, with a not-ready that names no reason',
      () => STATES['online']!().command('notReady', { reason: 'meeting' }).play('Reasonless'),
      'break meeting',
    ],
    ['resetLogout', () => STATES['locked']!().command('resetLogout').yes('resetLogout'), 'offline'],
    [
      'login that has been taken over from another end',
      () => STATES['online']!().play('displaced').command('login').fact({ type: 'connection.displaced' }).yes('login', { reason: null }),
      'online',
    ],
  ])('%s', (_, go, login) => {
    expect(shown(go())).toBe(login);
  });

  test('that was refused over another end leaves neither its calls nor the agent', () => {
    const page = Page.online().play('displaced').command('login').play('1 Ready · 2 R1').no('login');
    expect(page.state).toMatchObject({ login: 'offline', connection: 'displaced', work: 'idle' });
    expect(page.ends).toEqual(['call 1 displaced']);
  });

  test('the late event of a logout does not sign out the login after it', () => {
    const page = Page.online().command('logout').yes('logout').command('login', { reason: null }).fact({ type: 'agent.loggedOut' });
    expect(page.no('login').state.login).toBe('offline');
    const again = Page.online()
      .command('logout')
      .yes('logout')
      .command('login', { reason: null })
      .fact({ type: 'agent.loggedOut' })
      .yes('login', { reason: null });
    expect(again.state.login).toBe('online');
    expect(again.context.presence.echo).toBeNull();
  });

  // Found by sequence 3,726,60,f52,235.
  test.each(['heard of before its answer', 'heard of after its answer'])(
    'that is refused leaves an agent signed out who was, %s',
    (when) => {
      const page = Page.online().command('resetLogout').command('login', { reason: null });
      const loggedOut = { type: 'agent.loggedOut' };
      const out = when.includes('before') ? page.fact(loggedOut).yes('resetLogout') : page.yes('resetLogout').fact(loggedOut);
      expect(out.no('login').state.login).toBe('offline');
    },
  );

  test('that is refused leaves an agent signed out whose logout has succeeded without an event', () => {
    const page = Page.online().command('resetLogout').command('login', { reason: null }).yes('resetLogout');
    expect(page.state.login).toBe('loggingIn');
    expect(page.no('login').state.login).toBe('offline');
  });

  test('of an agent who is logged out is superseded, where it needs one', () => {
    expect(Page.online().command('notReady', { reason: 'general' }).fact({ type: 'agent.loggedOut' }).settled).toEqual(['superseded']);
    expect(Page.online().command('login').fact({ type: 'agent.loggedOut' }).settled).toEqual([]);
  });
});

describe('the connection', () => {
  test.each<readonly [string, () => Page, string]>([
    ['is there when initAgent has succeeded', () => new Page().command('initAgent').yes('initAgent'), 'connected'],
    ['is there when a regain comes first', () => new Page().command('initAgent').play('regain'), 'connected'],
    ['has failed when initAgent is refused', () => new Page().command('initAgent').no('initAgent'), 'failed'],
    ['is what it was when initAgent is given up', () => new Page().command('initAgent').due('initAgent'), 'uninitialized'],
    [
      'is given up again, after a refusal',
      () => new Page().command('initAgent').no('initAgent').command('initAgent').due('initAgent'),
      'failed',
    ],
    ['stays when a fresh token is refused', () => Page.online().command('initAgent').no('initAgent'), 'connected'],
    ["is another end's", () => Page.online().play('displaced'), 'displaced'],
    ["stays another end's when it is interrupted", () => Page.online().play('displaced · interrupted'), 'displaced'],
    ["is another end's when taking back fails", () => Page.online().play('displaced').command('initAgent').no('initAgent'), 'displaced'],
    [
      "is another end's when that signs in while this page connects",
      () => new Page().command('initAgent').play('displaced').due('initAgent'),
      'displaced',
    ],
    ['is taken back by a login', () => Page.online().play('displaced').command('login').yes('login'), 'connected'],
    ['is interrupted', () => Page.online().play('interrupted'), 'interrupted'],
    ['is there when anything is heard', () => Page.online().play('interrupted').fact({ type: 'device.lost' }), 'connected'],
    ['is there when an answer comes', () => Page.online().command('queryStates').play('interrupted').no('queryStates'), 'connected'],
    ['is there when what is ignored comes', () => Page.online().play('0 R1 @0 · 0 R1 @0 · interrupted · 0 R1 @0'), 'connected'],
    ['is there when the link is heard', () => Page.online().play('interrupted').send({ type: 'connection.heard', at: 1 }), 'connected'],
    ['is there when the service speaks of the agent', () => new Page().play('Ready'), 'connected'],
    [
      'is interrupted on while a deadline passes',
      () => Page.online().command('queryStates').play('interrupted').due('queryStates'),
      'interrupted',
    ],
  ])('%s', (_, go, connection) => {
    expect(go().state.connection).toBe(connection);
  });

  test('what is pending rejects displaced, but for an own login or initAgent', () => {
    const pending = (command: 'ready' | 'login' | 'initAgent') =>
      Page.online().play('Break').command('queryAgents').command(command).play('displaced').settled;
    expect(pending('ready')).toEqual(['displaced', 'displaced']);
    expect(pending('login')).toEqual(['displaced']);
    expect(pending('initAgent')).toEqual(['displaced']);
  });
});

test.each([
  ['device.registered', 'registered'],
  ['device.lost', 'lost'],
] as const)('%s: the phone is %s, and not known of a displaced page', (type, device) => {
  expect(Page.online().state.device).toBe('unknown');
  expect(Page.online().fact({ type }).state.device).toBe(device);
  expect(Page.online().fact({ type }).play('displaced').state.device).toBe('unknown');
});

describe('the network', () => {
  const measured = (quality: string | null) => ({ type: 'network.measured', reading: { ping: 1, jitter: 2, loss: '0', quality } });
  test.each([
    ['veryGood', 'veryGood'],
    ['good', 'good'],
    ['fair', 'fair'],
    ['poor', 'poor'],
    ['veryPoor', 'veryPoor'],
    [null, 'unmeasured'],
  ])('of grade %p is %s', (quality, network) => {
    const page = Page.online().fact(measured(quality));
    expect(page.snapshot.value.network).toBe(network);
    expect(page.context.network).toMatchObject({ quality });
    expect(page.fact(measured(null)).snapshot.value.network).toBe('unmeasured');
  });

  test('keeps its reading while it says the same, and is forgotten by a displacement', () => {
    const page = Page.online().fact(measured('c'));
    const { network } = page.context;
    expect(page.fact(measured('c')).context.network).toBe(network);
    page.play('displaced');
    expect([page.snapshot.value.network, page.context.network]).toEqual(['unmeasured', null]);
  });
});
