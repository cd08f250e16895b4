import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { COMMANDS, agentMachine, statesThatKnow } from '../../machines/index.js';
import { CALL_FLIGHTS } from '../support/bench/flights.js';
import { Bench, benchAt, errorOf, PLACES, STANDINGS, turns, watch } from '../support/bench/index.js';

/*
 * The defects of the one other agent that is built on XState, the task machine of Webex Contact Center
 * (webex/webex-js-sdk: TaskStateMachine.ts, uiControlsComputer.ts), and that they cannot occur here.
 */

/** The part of XState's state nodes that is looked at. */
interface Transition {
  readonly guard?: unknown;
  readonly actions: readonly unknown[];
  readonly target?: readonly Node[] | undefined;
  readonly source: Node;
}
interface Node {
  readonly path: readonly string[];
  readonly parent?: Node;
  readonly entry: readonly unknown[];
  readonly exit: readonly unknown[];
  readonly meta?: { readonly agent?: string };
  readonly type: string;
  readonly states: Readonly<Record<string, Node>>;
  readonly transitions: ReadonlyMap<string, readonly Transition[]>;
  readonly always?: readonly Transition[];
}

const nodesBelow = (node: Node): readonly Node[] => [node, ...Object.values(node.states).flatMap(nodesBelow)];
const NODES = nodesBelow(agentMachine.root);
const TRANSITIONS = NODES.flatMap((node) => [...[...node.transitions.values()].flat(), ...(node.always ?? [])]);

/** The name of a guard or action; null if it is written in place. */
function nameOf(one: unknown): string | null {
  if (typeof one === 'string') return one;
  const isNamed = typeof one === 'object' && one !== null && 'type' in one && typeof one.type === 'string';
  return isNamed ? String(one.type) : null;
}

/** The customer hangs up, and the machine stays in “hold requested” for ever: webex PR 5167, 4850, 4861; also connect #1090. */
describe('1. the end of the call is taken in the states that wait for an answer, and no state waits for ever', () => {
  // Keys count as sent when the SDK has them, unless the integrator wants to wait for the event.
  const waiting = () => new Bench({ confirm: { sendDtmf: 'event' } });
  const WAITING = CALL_FLIGHTS.filter(({ command }) => !/ACW/.test(command));

  test.each(WAITING)('$command from $from', async ({ command, start }) => {
    const released = start(waiting());
    const endings = watch(released.send(command));
    released.third('EventReleased');
    released.customer('EventReleased', command === 'makeCall' ? { callType: 'Outbound' } : {});
    await turns();
    expect(endings).toHaveLength(1);
    expect(released.state()).toMatchObject({ call: null, consult: null, pending: [] });
    expect(['idle', 'acw']).toContain(released.state().work);

    const silent = start(waiting());
    const forgotten = watch(silent.send(command));
    expect(silent.clock.running.size).toBeGreaterThan(0);
    silent.clock.increment(3_600_000);
    await turns();
    expect(forgotten).toMatchObject([{ error: { code: 'TIMEOUT' } }]);
    expect(silent.state().pending).toEqual([]);
  });
});

/** A reload moves the machine only out of idle, and a second “effective state” was made beside it: webex PR 4886. */
describe('2. what the server restores is taken in every state, and there is one state only', () => {
  const HERE = STANDINGS.flatMap((standing) =>
    // Of a displaced page's calls the server tells the other end.
    PLACES.filter(({ name }) => name !== 'calling' && (standing.connection !== 'displaced' || name === 'idle')).map((place) => ({
      standing: standing.name,
      place: place.name,
    })),
  );

  test.each(HERE)('from $standing, $place', ({ standing, place }) => {
    const bench = benchAt(place, { standing });
    bench.sdk.emit('EventAgentRegainStatus', {
      agentStateInfo: { agentState: '2', reasonCode: '14' },
      workStatusInfo: { callID: 'call-5', callType: 'Inbound', otherDN: '13900001111' },
    });
    expect(bench.state()).toMatchObject({
      connection: 'connected',
      login: 'break',
      reasonCode: 14,
      work: 'talking',
      call: { callID: 'call-5' },
      consult: null,
      muted: false,
      acw: null,
    });
    expect(bench.agent.can('holdCall')).toBe(true);
    expect(bench.agent.actor.getSnapshot().can({ type: 'holdCall' })).toBe(true);

    bench.sdk.emit('EventAgentRegainStatus', { agentStateInfo: { agentState: '1' } });
    expect(bench.state()).toMatchObject({ login: 'online', work: 'idle', call: null });
  });
});

/** `uiControls` are computed by one set of rules, methods guarded by another: webex PR 4562, 5167. */
describe('3. the buttons and the methods are asked the same question', () => {
  test.each(PLACES)('at $name: what is enabled is sent, what is not enabled is refused', async ({ name }) => {
    for (const command of COMMANDS) {
      const bench = benchAt(name);
      const isEnabled = bench.state().allowed.includes(command);
      const isTakenByChart = bench.agent.actor.getSnapshot().can({ type: command });
      expect([command, isTakenByChart]).toEqual([command, isEnabled]);
      const { sentCount } = bench;
      const outcome = bench.send(command);
      expect([command, bench.sentCount - sentCount]).toEqual([command, isEnabled ? 1 : 0]);
      if (!isEnabled) expect(['NOT_ALLOWED', 'IN_FLIGHT']).toContain((await errorOf(outcome))['code']);
    }
  });
});

/** Guards written in place, which an inspector shows as unguarded edges: TaskStateMachine.ts; what is wanted: statelyai/xstate #669, #1091. */
describe('4. no guard and no action is written in place', () => {
  test('each has a name that the chart knows', () => {
    const { guards, actions } = agentMachine.implementations;
    const unnamedGuards = TRANSITIONS.filter(({ guard }) => guard !== undefined).filter(
      ({ guard }) => !Object.hasOwn(guards, nameOf(guard) ?? ''),
    );
    const used = [...TRANSITIONS.flatMap((one) => one.actions), ...NODES.flatMap(({ entry, exit }) => [...entry, ...exit])];
    expect(unnamedGuards.map(({ source }) => source.path.join('.'))).toEqual([]);
    expect(used.filter((action) => !Object.hasOwn(actions, nameOf(action) ?? ''))).toEqual([]);
    expect(TRANSITIONS.length).toBeGreaterThan(100);
  });

  test.each(PLACES)('so a refusal at $name can say which guard it was', ({ name }) => {
    const bench = benchAt(name);
    const names = Object.keys(agentMachine.implementations.guards);
    for (const command of COMMANDS) {
      const refusal = bench.agent.whyNot(command);
      if (refusal === null) continue;
      // Null: no active state knows the command.
      expect([command, refusal.guard === null || names.includes(String(refusal.guard))]).toEqual([command, true]);
    }
  });
});

/** The legs of a consult as booleans of the context: webex PR 4861. */
describe('5. the two legs of a consult are states, not flags', () => {
  test.each([
    ['consulting, not connected', { consulting: { doing: 'nothing', held: 'customer', third: 'dialing' } }],
    ['consulting, connected', { consulting: { doing: 'nothing', held: 'customer', third: 'talking' } }],
    ['holding, consulted party gone', { holding: 'afterConsult' }],
    ['holding', { holding: 'plain' }],
  ] as const)('%s is %j', (place, established) => {
    const { value, context } = benchAt(place).agent.actor.getSnapshot();
    expect((value as { work: unknown }).work).toEqual({ live: { established } });
    const flags = Object.entries(context)
      .filter(([, one]) => typeof one === 'boolean')
      .map(([name]) => name);
    expect(flags.filter((name) => /consult|leg|third|held|hold|conferenc|merg|mute/i.test(name))).toEqual([]);
  });
});

/** An action that runs on the transition and again on entry: TaskStateMachine.ts. */
describe('6. no action runs on a transition and again on entry', () => {
  const ancestors = (node: Node): readonly Node[] => [node, ...(node.parent ? ancestors(node.parent) : [])];

  test('of all transitions', () => {
    const twice = TRANSITIONS.flatMap(({ actions, target, source }) => {
      const names = actions.map(nameOf);
      const entered = (target ?? []).flatMap(ancestors).flatMap(({ entry }) => entry.map(nameOf));
      const left = ancestors(source).flatMap(({ exit }) => exit.map(nameOf));
      const double = names.filter((name, index) => entered.includes(name) || left.includes(name) || names.indexOf(name) !== index);
      return double.map((name) => `${source.path.join('.')}: ${String(name)}`);
    });
    expect(twice).toEqual([]);
  });

  test('so what counts is counted once: calls, and the seconds of after-call work', () => {
    const bench = benchAt('idle', { bench: new Bench({ acw: { seconds: 30 } }) });
    const { count } = bench.agent.actor.getSnapshot().context.roster;
    bench.customer('EventRinging');
    bench.customer('EventEstablished');
    expect(bench.agent.actor.getSnapshot().context.roster.count).toBe(count + 1);
    bench.customer('EventReleased');
    const { deadline } = bench.state().acw!;
    bench.sdk.emit('EventDelayCallAfterWork', { delayTime: 60 });
    expect(bench.state().acw?.deadline).toBe(deadline! + 60_000);
  });
});

/** Documents written by hand that describe states which do not exist: those beside TaskStateMachine.ts. */
describe('7. what is said of the states is said where they are', () => {
  const isOf =
    (...regions: string[]) =>
    ({ path }: Node) =>
      regions.includes(path[0] ?? '');
  const LEAVES = NODES.filter(({ type }) => type === 'atomic').filter(isOf('connection', 'login', 'work'));

  test.each(LEAVES.map((node) => [node.path.join('.'), node] as const))('%s says what it means to the agent', (_, node) => {
    const meanings = [node.meta?.agent, node.parent?.meta?.agent].filter((meaning) => meaning !== undefined);
    expect(meanings[0]).toEqual(expect.stringMatching(/\w.*\.$/));
  });

  test.each(COMMANDS)('the states that a refusal of %s names are there', (command) => {
    const paths = NODES.map(({ path }) => path.join('.'));
    const named = statesThatKnow(command);
    expect(named.length).toBeGreaterThan(0);
    expect(named.filter((state) => !paths.includes(state))).toEqual([]);
  });

  test('the page about commands names the states of the chart, and none that it has not', () => {
    const readme = readFileSync(new URL('../../docs/commands.md', import.meta.url), 'utf8');
    const [, paragraph = ''] = /^The states: ([^]*?)\n\n/m.exec(readme) ?? [];
    const named = [...paragraph.matchAll(/`(\w+)`/g)].map(([, word]) => word);
    const words = new Set(NODES.map(({ path }) => path.at(-1)));
    expect(named.length).toBeGreaterThan(20);
    expect(named.filter((word) => !words.has(word))).toEqual([]);
    const shown = ['connection', 'login', 'work'].map((region) => NODES.find(({ path }) => path.join() === region)!);
    // Passed through within one step, so that nobody ever sees the agent there.
    const passed = ['afterCall', 'regained'];
    const inner = new Set(['down', 'settled', 'loggedIn', 'live', 'established']);
    const outermost = (node: Node): string[] =>
      Object.values(node.states)
        .filter(({ type }) => type !== 'history')
        .flatMap((one) => (inner.has(one.path.at(-1)!) ? outermost(one) : [one.path.at(-1)!]));
    expect(shown.flatMap(outermost).filter((word) => !named.includes(word) && !passed.includes(word))).toEqual([]);
  });

  test('the words of the contract for the states are those of the chart', () => {
    const words = new Set(NODES.map(({ path }) => path.at(-1)));
    const contract = [
      ...['uninitialized', 'initializing', 'connected', 'interrupted', 'displaced', 'failed'],
      ...['offline', 'loggingIn', 'online', 'dnd', 'break', 'locked', 'loggingOut'],
      ...['idle', 'calling', 'dialing', 'ringing', 'talking', 'holding', 'consulting', 'conferencing', 'acw'],
    ];
    expect(contract.filter((word) => !words.has(word))).toEqual([]);
  });
});
