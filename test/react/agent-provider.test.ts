/** @jest-environment jsdom */
import { describe, expect, test } from '@jest/globals';
import { createElement, useEffect, type ReactNode } from 'react';
import { AgentProvider, useAgent, useAgentState } from '../../adapters/react/index.js';
import type { SobotAgent } from '../../adapters/sobot/index.js';
import { Bench, benchAt } from '../support/bench/index.js';
import { MODES, show, whenDone } from './support/stage.js';

const isDisposed = ({ agent }: Bench) => agent.whyNot('initAgent')?.code === 'DISPOSED';

describe.each(MODES)('AgentProvider ($mode)', ({ isStrict }) => {
  const Work = (): ReactNode => useAgentState((state) => state.work);
  const child = createElement(Work);

  /** Makes agents, and remembers them. */
  const maker = () => {
    const made: Bench[] = [];
    const create = () => {
      const bench = benchAt('talking');
      made.push(bench);
      return bench.agent;
    };
    return { made, create };
  };

  test('gives the agent itself to what is below', async () => {
    const { agent } = benchAt('idle');
    const seen = new Set<SobotAgent>();
    const Child = () => {
      seen.add(useAgent());
      return null;
    };
    const stage = await show(createElement(AgentProvider, { agent }, createElement(Child)), { isStrict });
    expect([...seen]).toEqual([agent]);
    await stage.unmount();
  });

  test('never disposes of an agent that was given to it', async () => {
    const [bench, other] = [benchAt('talking'), benchAt('holding')];
    const stage = await show(createElement(AgentProvider, { agent: bench.agent }, child), { isStrict });
    await stage.render(createElement(AgentProvider, { agent: other.agent }, child));
    await stage.unmount();
    expect([bench, other].map(isDisposed)).toEqual([false, false]);
  });

  test('shows the agent that it has made, alive, and leaves no other behind', async () => {
    const { made, create } = maker();
    const stage = await show(createElement(AgentProvider, { create }, child), { isStrict });
    expect(made.map(isDisposed)).toEqual(isStrict ? [true, false] : [false]);
    expect(stage.text()).toBe('talking');
    await whenDone(() => made.at(-1)!.customer('EventAgentHoldCall'));
    expect(stage.text()).toBe('holding');
    await stage.unmount();
    expect(made.every(isDisposed)).toBe(true);
  });

  test('lets nobody see an agent that is disposed of at once', async () => {
    const { create } = maker();
    const disposed: boolean[] = [];
    const Child = () => {
      const agent = useAgent();
      useEffect(() => {
        disposed.push(agent.whyNot('initAgent')?.code === 'DISPOSED');
      }, [agent]);
      return null;
    };
    const stage = await show(createElement(AgentProvider, { create }, createElement(Child)), { isStrict });
    expect(disposed).toEqual(isStrict ? [false, false] : [false]);
    await stage.unmount();
  });

  test('makes one agent, although it is given another function at each render', async () => {
    const { made, create } = maker();
    const page = () => createElement(AgentProvider, { create: () => create() }, child);
    const stage = await show(page(), { isStrict });
    const { length } = made;
    await stage.render(page());
    expect(made).toHaveLength(length);
    await stage.unmount();
  });

  test('makes another one if its key changes, and disposes of the first', async () => {
    const { made, create } = maker();
    const page = (key: string) => createElement(AgentProvider, { key, create }, child);
    const stage = await show(page('1005'), { isStrict });
    const first = made.at(-1)!;
    await stage.render(page('1006'));
    expect(isDisposed(first)).toBe(true);
    expect(isDisposed(made.at(-1)!)).toBe(false);
    expect(stage.text()).toBe('talking');
    await stage.unmount();
  });

  test('shows something else until it has made the agent, and makes none while it renders', async () => {
    const { made, create } = maker();
    const shown: string[] = [];
    const Fallback = () => {
      shown.push(`waiting, ${made.length} made`);
      return null;
    };
    const stage = await show(createElement(AgentProvider, { create, fallback: createElement(Fallback) }, child), { isStrict });
    expect(new Set(shown)).toEqual(new Set(['waiting, 0 made']));
    expect(stage.text()).toBe('talking');
    await stage.unmount();
  });

  test('is not above: useAgent says so in a sentence', async () => {
    const Child = () => {
      useAgent();
      return null;
    };
    await expect(show(createElement(Child), { isStrict })).rejects.toThrow(
      'switchhook: useAgent needs an agent: put an <AgentProvider> around, or give one as the option agent.',
    );
  });
});
