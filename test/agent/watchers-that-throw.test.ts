import { describe, expect, jest, test } from '@jest/globals';
import type { InspectionEvent } from 'xstate';
import type { AgentOptions } from '../../adapters/sobot/index.js';
import { Bench, endOf, signIn } from '../support/bench/index.js';

const fails = (): never => {
  throw new Error('of who watches');
};

/** A day up to a talk on hold, in which whatever is rethrown is caught. */
function aTalkOnHold(options: AgentOptions, watch: (bench: Bench) => void) {
  const later: (() => void)[] = [];
  const spies = [
    jest.spyOn(globalThis, 'queueMicrotask').mockImplementation((task) => later.push(task)),
    jest.spyOn(globalThis, 'setTimeout').mockImplementation(((task: () => void) => later.push(task)) as never),
  ];
  try {
    const bench = new Bench(options);
    watch(bench);
    signIn(bench);
    bench.customer('EventRinging');
    bench.customer('EventEstablished');
    const hold = bench.send('holdCall');
    bench.customer('EventAgentHoldCall');
    return { bench, hold, later };
  } finally {
    for (const spy of spies) spy.mockRestore();
  }
}

const TYPES = ['@xstate.actor', '@xstate.event', '@xstate.microstep', '@xstate.action', '@xstate.snapshot'] as const;

describe('nobody who watches can stop the agent', () => {
  const nothing = () => undefined;
  const at = (type: InspectionEvent['type']) => (event: InspectionEvent) => {
    if (event.type === type) fails();
  };

  test.each<readonly [string, AgentOptions, (bench: Bench) => void]>([
    ...TYPES.map((type) => [`an inspector at ${type}`, { inspect: at(type) }, nothing] as const),
    ['an inspecting observer', { inspect: { next: fails } }, nothing],
    ['an inspector that comes later', {}, ({ agent }) => void agent.actor.system.inspect(fails)],
    ['an observer of the actor', {}, ({ agent }) => void agent.actor.subscribe({ next: fails })],
    ['a listener of the actor', {}, ({ agent }) => void agent.actor.on('*', fails)],
    ['a listener of the states', {}, ({ agent }) => void agent.subscribe(fails)],
    ['an observer of the states', {}, ({ agent }) => void agent.subscribe({ next: fails })],
    ['a handler', {}, ({ agent }) => void agent.on('EventAgentAll', fails)],
  ])('%s', async (_, options, watch) => {
    const { bench, hold, later } = aTalkOnHold(options, watch);
    expect(bench.state()).toMatchObject({ connection: 'connected', login: 'online', work: 'holding', pending: [] });
    expect(await endOf(hold)).toBe('resolved');
    expect(later.length).toBeGreaterThan(0);
    for (const rethrow of later) expect(rethrow).toThrow('of who watches');
  });
});
