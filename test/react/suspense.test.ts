/** @jest-environment jsdom */
import { describe, expect, test } from '@jest/globals';
import { createElement, Suspense, use, useEffect, useLayoutEffect, type ReactNode } from 'react';
import { AgentProvider, useAgentState } from '../../adapters/react/index.js';
import { Bench, benchAt } from '../support/bench/index.js';
import { counted } from '../support/adapters/counted.js';
import { MODES, show, whenDone } from './support/stage.js';

/** A promise that the test keeps when it likes. */
function deferred() {
  let keep: () => void = () => undefined;
  const promise = new Promise<void>((resolve) => (keep = resolve));
  return { promise, keep };
}

describe.each(MODES)('with Suspense ($mode)', ({ isStrict }) => {
  /** A page whose part waits for something; `before` is done by an effect of the part when it is revealed. */
  const pageOf = (bench: Bench, waitsFor: Promise<void>, whenRevealed: ReactNode = null) => {
    const Part = () => {
      const work = useAgentState((state) => state.work);
      use(waitsFor);
      return work;
    };
    return createElement(
      AgentProvider,
      { agent: bench.agent },
      createElement(Suspense, { fallback: 'waiting' }, whenRevealed, createElement(Part)),
    );
  };

  test('a change while the part waits is shown when it is revealed', async () => {
    const bench = benchAt('idle');
    const { promise, keep } = deferred();
    const stage = await show(pageOf(bench, promise), { isStrict });
    expect(stage.text()).toBe('waiting');
    bench.customer('EventRinging');
    await whenDone(keep);
    expect(stage.text()).toBe('ringing');
    await stage.unmount();
  });

  test.each([
    ['a layout effect', useLayoutEffect],
    ['an effect', useEffect],
  ])('a change by %s of the revealed part is not lost', async (_which, useSomeEffect) => {
    const bench = benchAt('idle');
    const { promise, keep } = deferred();
    const Impatient = () => {
      useSomeEffect(() => {
        if (bench.state().work === 'idle') bench.customer('EventRinging');
      }, []);
      return null;
    };
    const stage = await show(pageOf(bench, promise, createElement(Impatient)), { isStrict });
    await whenDone(keep);
    expect(stage.text()).toBe('ringing');
    await whenDone(() => bench.customer('EventEstablished'));
    expect(stage.text()).toBe('talking');
    await stage.unmount();
  });

  test('a change between two effects of one part is not lost', async () => {
    const bench = benchAt('idle');
    const { promise, keep } = deferred();
    const Part = () => {
      // An effect of the part's own that runs before the hook's, and once more in StrictMode.
      useEffect(() => {
        bench.customer(bench.state().work === 'idle' ? 'EventRinging' : 'EventEstablished');
      }, []);
      const work = useAgentState((state) => state.work);
      use(promise);
      return work;
    };
    const stage = await show(
      createElement(AgentProvider, { agent: bench.agent }, createElement(Suspense, { fallback: 'waiting' }, createElement(Part))),
      { isStrict },
    );
    await whenDone(keep);
    expect(bench.state().work).toBe(isStrict ? 'talking' : 'ringing');
    expect(stage.text()).toBe(bench.state().work);
    await stage.unmount();
  });

  test('a change just before each subscription is shown, also where StrictMode subscribes again', async () => {
    const bench = benchAt('talking');
    let ping = 0;
    const agent: Bench['agent'] = {
      ...bench.agent,
      subscribe(listener) {
        // As if another effect had come in between: nobody who listens is told.
        ping += 1;
        bench.emit('EventJanusLatency', { ping });
        return bench.agent.subscribe(listener);
      },
    };
    const waits = [deferred(), deferred()] as const;
    const Part = ({ turn }: { readonly turn: 0 | 1 }) => {
      use(waits[turn].promise);
      return `ping ${useAgentState((state) => state.network?.ping)}`;
    };
    const page = (turn: 0 | 1) =>
      createElement(AgentProvider, { agent }, createElement(Suspense, { fallback: 'waiting' }, createElement(Part, { turn })));
    const stage = await show(page(0), { isStrict });
    await whenDone(waits[0].keep);
    expect(stage.text()).toBe(`ping ${ping}`);
    await stage.render(page(1));
    expect(stage.text()).toContain('waiting');
    await whenDone(waits[1].keep);
    expect(stage.text()).toBe(`ping ${ping}`);
    expect(ping).toBe(isStrict ? 3 : 1);
    await stage.unmount();
  });

  test('a part that waits again goes on listening, once', async () => {
    const bench = benchAt('idle');
    const counts = counted(bench.agent);
    const waits = [Promise.resolve(), deferred(), deferred()] as const;
    const Part = ({ turn }: { readonly turn: 0 | 1 | 2 }) => {
      const work = useAgentState((state) => state.work);
      const wait = waits[turn];
      use('promise' in wait ? wait.promise : wait);
      return work;
    };
    const page = (turn: 0 | 1 | 2) =>
      createElement(AgentProvider, { agent: counts.agent }, createElement(Suspense, { fallback: 'waiting' }, createElement(Part, { turn })));
    const stage = await show(page(0), { isStrict });
    await stage.render(page(1));
    await whenDone(() => bench.customer('EventRinging'));
    await whenDone(waits[1].keep);
    expect(stage.text()).toBe('ringing');
    expect(counts.listening).toBe(1);
    await stage.unmount();
    expect(counts.listening).toBe(0);
  });
});
