import { afterEach, describe, expect, jest, test } from '@jest/globals';
import { createMachine, createWindowReceiver, inspect as inspect4, interpret } from 'xstate4-viewer';
import { createWindowBridge, type IgnoredEvent } from '../../../adapters/inspector-xstate4/index.js';
import { Bridge } from '../../../adapters/inspector-xstate4/bridge.js';
import type { ToViewer } from '../../../adapters/inspector-xstate4/protocol.js';
import { Bench, benchAt, signIn } from '../../support/bench/index.js';
import { secretDay, secretMorning, secretsIn } from '../../inspection/support/secret-day.js';
import { eventsIn, statesIn, type Received } from './support/received.js';
import { TwoWindows } from './support/two-windows.js';

const VIEWER = 'https://viewer.test/viz?inspect';

/** A bridge on the agent's page, and the viewer's page not loaded yet. */
function twoPages({ isFramed = true } = {}) {
  const windows = new TwoWindows();
  const ignored: IgnoredEvent[] = [];
  const bridge = createWindowBridge({
    url: VIEWER,
    window: windows.pageWindow,
    onIgnored: (event) => void ignored.push(event),
    ...(isFramed ? { iframe: windows.iframe } : {}),
  });
  const received: Received[] = [];
  /** The viewer's page loads. */
  const load = () =>
    windows.run(() => {
      const receiver = createWindowReceiver({ window: windows.ownWindow, targetWindow: windows.targetWindow });
      receiver.subscribe((event) => void received.push(event));
      return receiver;
    });
  return { windows, bridge, ignored, received, load };
}

afterEach(() => {
  jest.restoreAllMocks();
});

describe('createWindowReceiver of @xstate/inspect 0.8', () => {
  test('gets chart, events and states of an agent that begins after it has come, also when a command follows at once', () => {
    const { bridge, received, load } = twoPages();
    load();
    const bench = new Bench({ inspect: bridge.inspect });
    signIn(bench);
    bench.customer('EventRinging');
    const { sessionId, id } = bench.agent.actor;
    expect(received.every((message) => message.sessionId === sessionId)).toBe(true);
    expect(received[0]).toMatchObject({ type: 'service.register', id, state: { value: { connection: { down: 'uninitialized' } } } });
    expect(received.slice(1, 3)).toMatchObject([{ type: 'service.event', event: { name: 'xstate.init' } }, { type: 'service.state' }]);
    expect(eventsIn(received)).toEqual(expect.arrayContaining(['initAgent', 'login', 'call.ringing']));
    expect(statesIn(received).at(-1)).toEqual(bench.agent.actor.getSnapshot().value);
  });

  test('knows by them what could come next', () => {
    const { bridge, received, load } = twoPages();
    const bench = benchAt('ringing', { bench: new Bench({ inspect: bridge.inspect }) });
    load();
    const [{ machine, state }] = received as [Received];
    const there = machine!.resolveState(state!);
    expect(there.value).toEqual(bench.agent.actor.getSnapshot().value);
    expect(there.nextEvents).toEqual(expect.arrayContaining(['answer', 'rejectCall', 'hangup', 'call.established']));
    expect(there.nextEvents).not.toContain('holdCall');
    expect(there.matches('work.live')).toBe(true);
  });

  test('gets every agent that is there when it comes, and of each the present state', () => {
    const { bridge, received, load } = twoPages();
    const benches = [benchAt('talking', { bench: new Bench({ inspect: bridge.inspect }) }), new Bench({ inspect: bridge.inspect })];
    load();
    expect(received.map(({ type, sessionId }) => [type, sessionId])).toEqual(
      benches.map(({ agent }) => ['service.register', agent.actor.sessionId]),
    );
    expect(statesIn(received)).toEqual(benches.map(({ agent }) => agent.actor.getSnapshot().value));
  });

  test('gets an agent whose inspector comes later', () => {
    const { bridge, received, load } = twoPages();
    load();
    const bench = benchAt('talking');
    bench.agent.actor.system.inspect(bridge.inspect);
    bench.customer('EventAgentHoldCall');
    expect(received.map(({ type }) => type)).toEqual(['service.register', 'service.event', 'service.state']);
    expect(statesIn(received).at(-1)).toEqual(bench.agent.actor.getSnapshot().value);
  });

  test('gets what led to a state: event, transitions, actions, and whether it is another', () => {
    const { bridge, windows, received, load } = twoPages();
    const bench = benchAt('talking', { bench: new Bench({ inspect: bridge.inspect }) });
    load();
    bench.customer('EventReleased');
    bench.agent.actor.send({ type: 'on' });
    const changes = windows.texts.flatMap((text) => /\\"changed\\":(true|false)/.exec(text)?.[1] ?? []);
    expect(changes).toEqual(['false', 'true', 'false']);
    const [over, same] = received.filter(({ type }) => type === 'service.state').map(({ state }) => state!);
    expect(over?.event).toMatchObject({ type: 'call.released' });
    expect(over?.actions).toMatchObject([{ type: 'xstate.emit', params: { event: { type: 'call.ended' } } }]);
    expect(over?.transitions.map(({ eventType }) => eventType)).toContain('call.released');
    expect(same).toMatchObject({ event: { type: 'on' } });
  });

  test('hears that an agent is over', () => {
    const { bridge, received, load } = twoPages();
    load();
    const bench = new Bench({ inspect: bridge.inspect });
    bench.agent.dispose();
    expect(received.at(-1)).toEqual({ type: 'service.stop', sessionId: bench.agent.actor.sessionId });
    const count = received.length;
    load();
    expect(received.length).toBe(count);
  });

  test('gets neither token nor number nor attached data', () => {
    const { bridge, windows, load } = twoPages();
    load();
    secretDay(secretMorning({ inspect: bridge.inspect }), { isShort: true });
    expect(windows.texts.length).toBeGreaterThan(500);
    expect(windows.texts.some((text) => text.includes('call-1'))).toBe(true);
    expect(secretsIn(...windows.texts)).toEqual([]);
  });

  test('gets numbers where the integrator asks for it', () => {
    const { bridge, windows, load } = twoPages();
    load();
    new Bench({ inspect: bridge.inspect, revealPersonalData: true }).customer('EventRinging', { otherDN: '13712345678' });
    expect(windows.texts.join()).toContain('13712345678');
  });

  test('gets messages of the attributes that @xstate/inspect itself sends', () => {
    const ours = twoPages();
    ours.load();
    const bench = new Bench({ inspect: ours.bridge.inspect });
    signIn(bench);
    bench.agent.dispose();
    const theirs = ofXState4();
    for (const type of ['service.register', 'service.event', 'service.state', 'service.stop']) {
      const [here, there] = [ours.windows.texts, theirs].map((texts) => attributesOf(texts, type));
      expect([type, there!.size > 0]).toEqual([type, true]);
      expect([type, [...there!].filter((name) => !here!.has(name))]).toEqual([type, []]);
    }
  });
});

/** The messages of the real inspector of XState 4, of a machine of its own. */
function ofXState4(): readonly string[] {
  const windows = new TwoWindows();
  const global = globalThis as { window?: unknown };
  global.window = windows.pageWindow;
  try {
    const inspector = inspect4({ url: VIEWER, iframe: false, targetWindow: windows.viewerWindow as unknown as Window })!;
    windows.post({ type: 'xstate.inspecting' });
    const service = interpret(
      createMachine({ id: 'lamp', predictableActionArguments: true, initial: 'off', states: { off: { on: { GO: 'on' } }, on: {} } }),
      { devTools: true },
    ).start();
    service.send({ type: 'GO' });
    service.stop();
    inspector.disconnect();
    return windows.texts;
  } finally {
    delete global.window;
  }
}

/** The attributes of all messages of a type, and of the state or the event that they carry. */
function attributesOf(texts: readonly string[], type: string): ReadonlySet<string> {
  const messages = texts.map((text) => JSON.parse(text) as Record<string, unknown>).filter((message) => message['type'] === type);
  const names = messages.flatMap((message) => [
    ...Object.keys(message),
    ...['state', 'event'].flatMap((part) =>
      typeof message[part] === 'string' ? Object.keys(JSON.parse(message[part]) as object).map((name) => `${part}.${name}`) : [],
    ),
  ]);
  // XState 4 has its own kind of history, which the receivers drop or do not need.
  return new Set(names.filter((name) => name !== 'state.historyValue'));
}

describe('an event that a viewer sends back', () => {
  test.each(['hangup', 'call.released', 'deadline.reached', 'xstate.stop', 'memory.recalled'])(
    '%s changes nothing and is reported',
    (name) => {
      const { bridge, ignored, received, load } = twoPages();
      const bench = benchAt('talking', { bench: new Bench({ inspect: bridge.inspect }) });
      const { sessionId } = bench.agent.actor;
      const receiver = load();
      const [before, sent, heard] = [bench.state(), bench.sentCount, received.length];
      receiver.send({
        type: 'xstate.event',
        event: JSON.stringify({ name, data: { type: name }, $$type: 'scxml', type: 'external', origin: sessionId }),
        service: sessionId,
      } as never);
      expect(ignored).toEqual([{ type: name, sessionId }]);
      expect([bench.state(), bench.sentCount, received.length]).toEqual([before, sent, heard]);
      expect(bench.agent.actor.getSnapshot().status).toBe('active');
    },
  );

  test.each([undefined, '', '{', 'null', '7', '{}', '{"name":7,"origin":{}}', { name: Symbol.iterator.toString() }])(
    '%j makes no difference',
    (event) => {
      const { ignored, windows, load } = twoPages();
      load();
      windows.post({ type: 'xstate.event', event });
      expect(ignored.length).toBe(1);
    },
  );

  test('is reported on the console where nobody asks for it', () => {
    const warn = jest.spyOn(console, 'warn').mockImplementation(() => undefined);
    const windows = new TwoWindows();
    createWindowBridge({ url: VIEWER, window: windows.pageWindow, iframe: windows.iframe });
    windows.post({ type: 'xstate.event', event: JSON.stringify({ name: 'hangup', origin: 'x:0' }) });
    expect(warn.mock.calls).toEqual([[expect.stringMatching(/hangup to x:0; it is ignored/)]]);
  });
});

describe('the bridge', () => {
  test.each([true, false])('shows the viewer in a frame: %s', (isFramed) => {
    const { bridge, windows, received, load } = twoPages({ isFramed });
    expect(windows.address).toBe(VIEWER);
    load();
    new Bench({ inspect: bridge.inspect });
    expect(received.length).toBe(3);
  });

  test('takes an address from where the page is', () => {
    const windows = new TwoWindows();
    createWindowBridge({ url: '/viewer.html', window: windows.pageWindow, iframe: windows.iframe });
    expect(windows.address).toBe('https://agents.test/viewer.html');
    expect(() => createWindowBridge({ url: 'https://', window: windows.pageWindow })).toThrow('Invalid URL');
  });

  test.each([
    ['another window', { source: {} }],
    ['another origin', { origin: 'https://else.test' }],
    ['nobody', { source: null }],
  ])('hears nothing of %s', (_, from) => {
    const { bridge, windows, ignored } = twoPages();
    new Bench({ inspect: bridge.inspect });
    windows.post({ type: 'xstate.inspecting' }, from);
    windows.post({ type: 'xstate.event', event: '{}' }, from);
    expect([windows.texts, ignored]).toEqual([[], []]);
  });

  test.each([null, 7, 'xstate.inspecting', {}, { type: 'webpackOk' }])('leaves alone what is not for it: %j', (message) => {
    const { bridge, windows, ignored } = twoPages();
    new Bench({ inspect: bridge.inspect });
    windows.post(message);
    expect([windows.texts, ignored]).toEqual([[], []]);
  });

  test('tells a second viewer although the first fails, and the agent goes on', () => {
    const later: (() => void)[] = [];
    jest.spyOn(globalThis, 'queueMicrotask').mockImplementation((task) => later.push(task));
    const bridge = new Bridge({});
    const told: string[] = [];
    const faulty = () => {
      throw new Error('the window is gone');
    };
    const bench = new Bench({ inspect: bridge.inspect });
    for (const viewer of [
      (): void => void told.push('before'),
      ({ type }: ToViewer): void => (type === 'service.register' ? undefined : faulty()),
      ({ type }: ToViewer): void => void told.push(type),
    ]) {
      bridge.receive({ type: 'xstate.inspecting' }, viewer);
    }
    told.length = 0;
    bench.leave('initAgent');
    expect(told).toEqual(['before', 'service.event', 'before', 'service.state']);
    expect(bench.state().connection).toBe('initializing');
    expect(later.length).toBe(2);
    for (const rethrow of later) expect(rethrow).toThrow('the window is gone');
  });

  test('says goodbye when it is disconnected, and no more then', () => {
    const { bridge, windows, load } = twoPages();
    load();
    bridge.disconnect();
    expect(windows.texts.map((text) => JSON.parse(text) as unknown)).toEqual([{ type: 'xstate.disconnect' }]);
    load();
    new Bench({ inspect: bridge.inspect });
    expect(windows.texts.length).toBe(1);
  });

  test('says goodbye when the page goes, and is there again when it comes back', () => {
    const { bridge, windows, received, load } = twoPages();
    new Bench({ inspect: bridge.inspect });
    load();
    windows.page.dispatch('pagehide');
    expect(JSON.parse(windows.texts.at(-1)!)).toEqual({ type: 'xstate.disconnect' });
    windows.post({ type: 'xstate.inspecting' });
    expect(received.map(({ type }) => type)).toEqual(['service.register', 'service.register']);
  });
});
