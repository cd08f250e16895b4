/** @jest-environment jsdom */
import { describe, expect, test } from '@jest/globals';
import { createElement, useLayoutEffect, useState, type ReactNode } from 'react';
import { AgentProvider, useAgentState, type AgentState } from '../../adapters/react/index.js';
import { counted } from '../support/adapters/counted.js';
import { Bench, benchAt, STRANGER } from '../support/bench/index.js';
import { MODES, show, whenDone } from './support/stage.js';

describe.each(MODES)('useAgentState ($mode)', ({ isStrict }) => {
  /** A component that shows a selection, and counts how often it was rendered. */
  const viewOf = <Selected>(selectorOf: () => (state: AgentState) => Selected, options?: Parameters<typeof useAgentState<Selected>>[1]) => {
    const renders = { count: 0 };
    const View = (): ReactNode => {
      renders.count += 1;
      return JSON.stringify(useAgentState(selectorOf(), options));
    };
    return { View, renders };
  };

  test('gives the whole state without a selector, and the present one at every change', async () => {
    const bench = benchAt('idle');
    const seen: AgentState[] = [];
    const View = () => {
      const state = useAgentState();
      seen.push(state);
      return state.work;
    };
    const stage = await show(createElement(AgentProvider, { agent: bench.agent }, createElement(View)), { isStrict });
    expect(stage.text()).toBe('idle');
    await whenDone(() => bench.customer('EventRinging'));
    expect(stage.text()).toBe('ringing');
    expect(seen.at(-1)).toBe(bench.state());
    await stage.unmount();
  });

  test('renders only when the selected part changes', async () => {
    const bench = benchAt('talking');
    const { View, renders } = viewOf(() => (state) => state.work);
    const stage = await show(createElement(AgentProvider, { agent: bench.agent }, createElement(View)), { isStrict });
    const before = renders.count;
    await whenDone(() => {
      bench.customer('EventAgentMute');
      bench.emit('EventJanusLatency', { ping: 20 });
      bench.leave('queryStates');
    });
    expect(bench.state().muted).toBe(true);
    expect(renders.count).toBe(before);
    await whenDone(() => bench.customer('EventAgentHoldCall'));
    expect(stage.text()).toBe('"holding"');
    expect(renders.count).toBeGreaterThan(before);
    await stage.unmount();
  });

  test('with a selector written inline subscribes once, however often it renders', async () => {
    const bench = benchAt('idle');
    const counts = counted(bench.agent);
    const { View } = viewOf(() => (state) => state.work);
    const page = await show(createElement(AgentProvider, { agent: counts.agent }, createElement(View)), { isStrict });
    const { begun } = counts;
    for (const event of ['EventRinging', 'EventEstablished', 'EventAgentHoldCall']) await whenDone(() => bench.customer(event));
    await page.render(createElement(AgentProvider, { agent: counts.agent }, createElement(View)));
    expect(page.text()).toBe('"holding"');
    expect(counts).toMatchObject({ begun, listening: 1 });
    await page.unmount();
    expect(counts.listening).toBe(0);
  });

  test('with a selector that returns a new object each time neither loops nor renders for nothing', async () => {
    const bench = benchAt('talking');
    const { View, renders } = viewOf(() => ({ work, waiting }) => ({ work, waiting }));
    const stage = await show(createElement(AgentProvider, { agent: bench.agent }, createElement(View)), { isStrict });
    const before = renders.count;
    await whenDone(() => bench.customer('EventAgentMute'));
    expect(renders.count).toBe(before);
    await whenDone(() => bench.emit('EventRinging', STRANGER));
    expect(stage.text()).toContain('call-9');
    await stage.unmount();
  });

  test('with a comparison by reference a new object renders at each change, and does not loop', async () => {
    const bench = benchAt('talking');
    const { View, renders } = viewOf(
      () =>
        ({ work }) => ({ work }),
      { compare: Object.is },
    );
    const stage = await show(createElement(AgentProvider, { agent: bench.agent }, createElement(View)), { isStrict });
    const before = renders.count;
    await whenDone(() => bench.customer('EventAgentMute'));
    expect(renders.count - before).toBe(isStrict ? 2 : 1);
    await stage.unmount();
  });

  test('keeps the reference of what is the same, across renders, selectors and comparisons', async () => {
    const bench = benchAt('talking');
    const seen = new Set<object>();
    let again: () => void = () => undefined;
    const View = () => {
      const [times, setTimes] = useState(0);
      again = () => setTimes((before) => before + 1);
      seen.add(useAgentState(({ work }) => ({ work }), { compare: (a, b) => a.work === b.work }));
      return `${times}`;
    };
    const page = await show(createElement(AgentProvider, { agent: bench.agent }, createElement(View)), { isStrict });
    // StrictMode's rehearsal of the first render has nothing to keep.
    const { size } = seen;
    await whenDone(again);
    await whenDone(() => bench.customer('EventAgentMute'));
    await whenDone(again);
    expect(page.text()).toBe('2');
    expect(seen.size).toBe(size);
    await page.unmount();
  });

  test('a selector that depends on properties selects by those of the last render', async () => {
    const bench = benchAt('talking');
    const View = ({ field }: { readonly field: 'work' | 'login' }) => useAgentState((state) => state[field]);
    const pageOf = (field: 'work' | 'login') => createElement(AgentProvider, { agent: bench.agent }, createElement(View, { field }));
    const stage = await show(pageOf('work'), { isStrict });
    expect(stage.text()).toBe('talking');
    await stage.render(pageOf('login'));
    expect(stage.text()).toBe('online');
    await stage.unmount();
  });

  test('follows when another agent is given, by the provider or as an option', async () => {
    const [one, other] = [benchAt('talking'), benchAt('holding')];
    const [first, second] = [counted(one.agent), counted(other.agent)];
    const View = ({ agent }: { readonly agent?: Bench['agent'] }) => useAgentState((state) => state.work, { agent });
    const provided = (agent: Bench['agent']) => createElement(AgentProvider, { agent }, createElement(View));
    for (const page of [provided, (agent: Bench['agent']) => createElement(View, { agent })]) {
      const stage = await show(page(first.agent), { isStrict });
      expect(stage.text()).toBe('talking');
      await stage.render(page(second.agent));
      expect(stage.text()).toBe('holding');
      expect(first.listening).toBe(0);
      expect(second.listening).toBe(1);
      await whenDone(() => one.customer('EventAgentMute'));
      await whenDone(() => other.customer('EventAgentRetrieveCall'));
      expect(stage.text()).toBe('talking');
      await whenDone(() => other.customer('EventAgentHoldCall'));
      expect(stage.text()).toBe('holding');
      await stage.unmount();
      expect(second.listening).toBe(0);
    }
  });

  test('prefers the agent that is given to that of the provider', async () => {
    const View = () => useAgentState((state) => state.work, { agent: benchAtHold.agent });
    const benchAtHold = benchAt('holding');
    const stage = await show(createElement(AgentProvider, { agent: benchAt('talking').agent }, createElement(View)), { isStrict });
    expect(stage.text()).toBe('holding');
    await stage.unmount();
  });

  test('loses no change between its render and its subscription', async () => {
    const bench = benchAt('idle');
    const Impatient = () => {
      // Layout effects run after the render, and before anybody has subscribed.
      useLayoutEffect(() => {
        if (bench.state().work === 'idle') bench.customer('EventRinging');
      }, []);
      return null;
    };
    const { View } = viewOf(() => (state) => state.work);
    const stage = await show(createElement(AgentProvider, { agent: bench.agent }, createElement(View), createElement(Impatient)), {
      isStrict,
    });
    expect(stage.text()).toBe('"ringing"');
    await stage.unmount();
  });

  test('shows that the agent is disposed of', async () => {
    const { agent } = benchAt('talking');
    const { View } = viewOf(
      () =>
        ({ allowed }) =>
          allowed,
    );
    const stage = await show(createElement(AgentProvider, { agent }, createElement(View)), { isStrict });
    await whenDone(() => agent.dispose());
    expect(stage.text()).toBe('["on","off"]');
    await stage.unmount();
  });

  test('says in a sentence what is missing outside of a provider', async () => {
    const { View } = viewOf(() => (state) => state.work);
    await expect(show(createElement(View), { isStrict })).rejects.toThrow(
      'switchhook: useAgentState needs an agent: put an <AgentProvider> around, or give one as the option agent.',
    );
  });
});
