import { describe, expect, test } from '@jest/globals';
import { createMachine, type StateNode } from 'xstate4-viewer';
import type { AnyStateNode } from 'xstate';
import { machineOf } from '../../../adapters/inspector-xstate4/chart/machine.js';
import { agentMachine } from '../../../machines/index.js';

/** The chart in a real XState 4, as a viewer gets it. */
const asSent = (chart: object) => createMachine(JSON.parse(JSON.stringify(machineOf(chart))) as object) as unknown as StateNode;

const nodesOf = <Node extends { readonly states: object }>(node: Node): readonly Node[] => [
  node,
  ...Object.values(node.states).flatMap((each) => nodesOf(each as Node)),
];

const THERE = new Map(nodesOf(asSent(agentMachine.config)).map((node) => [node.id, node]));
const HERE: readonly AnyStateNode[] = nodesOf<AnyStateNode>(agentMachine.root);

describe("the agent's chart in XState 4", () => {
  test('has the same states, of the same kinds', () => {
    const kinds = (nodes: Iterable<{ readonly id: string; readonly type: string }>) => [...nodes].map(({ id, type }) => `${id}: ${type}`);
    expect(kinds(THERE.values())).toEqual(kinds(HERE));
  });

  test('begins in the same state', () => {
    const machine = asSent(agentMachine.config);
    const initial = HERE.filter(({ type }) => type === 'compound').map((node) => [node.id, node.initial.target[0]?.key]);
    expect(initial).toEqual([...THERE.values()].filter(({ type }) => type === 'compound').map((node) => [node.id, node.initial]));
    expect(machine.id).toBe('agent');
  });

  test.each(HERE.map((node) => [node.id, node] as const))('%s has the same transitions', (id, node) => {
    const here = [...node.transitions.values(), node.always ?? []].flat().map(({ eventType, target = [], guard, actions }) => ({
      event: eventType,
      target: target.map((state: AnyStateNode) => state.id),
      guard: typeof guard === 'object' ? guard.type : (guard as unknown),
      actions: actions.map((action) => (typeof action === 'string' ? action : (action as { readonly type: string }).type)),
    }));
    const there = THERE.get(id)!.transitions.map(({ eventType, target = [], cond, actions }) => ({
      event: eventType,
      target: target.map((state) => state.id),
      guard: cond?.type === 'xstate.guard' ? cond.name : cond?.type,
      actions: actions.map(({ type }) => type),
    }));
    const sorted = (all: readonly { readonly event: string }[]) => [...all].sort((a, b) => a.event.localeCompare(b.event));
    expect(sorted(there)).toEqual(sorted(here));
  });

  test('keeps what a state means, and what a history remembers', () => {
    const meant = HERE.filter(({ meta }) => meta !== undefined);
    expect(meant.length).toBeGreaterThan(20);
    for (const { id, meta } of meant) expect(THERE.get(id)!.meta).toEqual(meta);
    const histories = HERE.filter(({ type }) => type === 'history');
    expect(histories.length).toBeGreaterThan(0);
    for (const { id, history } of histories) expect(THERE.get(id)!.history).toBe(history);
  });
});

describe('a chart of another make', () => {
  const chart = {
    id: 'lamp',
    initial: 'off',
    states: {
      off: {
        id: 'dark',
        on: {
          toggle: 'on',
          dim: {
            target: '#bright.low',
            guard: { type: 'isAbove', params: { volts: 3 } },
            actions: ['click', { type: 'say', params: { what: 'dim' } }],
          },
          pull: undefined,
          again: { target: 'off', reenter: true },
        },
      },
      on: {
        id: 'bright',
        initial: 'high',
        entry: 'glow',
        exit: { type: 'fade' },
        states: { low: {}, high: { on: { less: 'low', none: '#dark' } } },
        on: { more: '.high', stay: {} },
      },
    },
  };
  const transition = (id: string, event: string) => {
    const node = nodesOf(asSent(chart)).find((each) => each.id === id)!;
    const [found] = node.transitions.filter((each) => each.eventType === event);
    return (
      found && {
        target: found.target?.map((state) => state.id),
        cond: found.cond,
        internal: found.internal,
        actions: found.actions.map(({ exec: _, ...action }) => action),
      }
    );
  };

  test.each([
    ['dark', 'toggle', { target: ['bright'], internal: false }],
    [
      'dark',
      'dim',
      {
        target: ['lamp.on.low'],
        cond: { type: 'isAbove', volts: 3 },
        actions: [{ type: 'click' }, { type: 'say', params: { what: 'dim' } }],
      },
    ],
    ['dark', 'again', { target: ['dark'], internal: false }],
    ['bright', 'more', { target: ['lamp.on.high'], internal: true }],
    ['bright', 'stay', { target: undefined, internal: true }],
    ['lamp.on.high', 'less', { target: ['lamp.on.low'], internal: false }],
    ['lamp.on.high', 'none', { target: ['dark'], internal: false }],
  ])('%s goes by %s as it does in XState 5', (id, event, expected) => {
    expect(transition(id, event)).toMatchObject(expected);
  });

  test('an event that is forbidden has no transition', () => {
    expect(transition('dark', 'pull')).toBeUndefined();
  });

  test('has the actions of its states', () => {
    const bright = nodesOf(asSent(chart)).find(({ id }) => id === 'bright')!;
    expect([bright.onEntry, bright.onExit].flat().map(({ type }) => type)).toEqual(['glow', 'fade']);
  });
});
