/** @jest-environment jsdom */
import { describe, expect, test } from '@jest/globals';
import { createElement, Suspense, useEffect, useLayoutEffect, type ReactNode } from 'react';
import { AgentProvider, useAgentState } from '../../adapters/react/index.js';
import { Bench, benchAt } from '../support/bench/index.js';
import { counted } from '../support/adapters/counted.js';
import { MODES, show, whenDone } from './support/stage.js';

interface Deferred {
  readonly promise: Promise<void>;
  readonly keep: () => void;
  isKept: boolean;
}

/** A promise that the test keeps when it likes. */
function deferred(): Deferred {
  let resolved: () => void = () => undefined;
  const promise = new Promise<void>((resolve) => (resolved = resolve));
  const one: Deferred = {
    promise,
    keep: () => {
      one.isKept = true;
      resolved();
    },
    isKept: false,
  };
  return one;
}

/** Waits as a component of both React 18 and 19 can. */
function waitFor({ isKept, promise }: Deferred): void {
  // React's own way to wait.
  if (!isKept) throw promise;
}

describe.each(MODES)('with Suspense ($mode)', ({ isStrict }) => {
  /** A page whose part waits for something; `before` is done by an effect of the part when it is revealed. */
  const pageOf = (bench: Bench, waitsFor: Deferred, whenRevealed: ReactNode = null) => {
    const Part = () => {
      const work = useAgentState((state) => state.work);
      waitFor(waitsFor);
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
    const waited = deferred();
    const stage = await show(pageOf(bench, waited), { isStrict });
    expect(stage.text()).toBe('waiting');
    bench.customer('EventRinging');
    await whenDone(waited.keep);
    expect(stage.text()).toBe('ringing');
    await stage.unmount();
  });

  test.each([
    ['a layout effect', useLayoutEffect],
    ['an effect', useEffect],
  ])('a change by %s of the revealed part is not lost', async (_which, useSomeEffect) => {
    const bench = benchAt('idle');
    const waited = deferred();
    const Impatient = () => {
      useSomeEffect(() => {
        if (bench.state().work === 'idle') bench.customer('EventRinging');
      }, []);
      return null;
    };
    const stage = await show(pageOf(bench, waited, createElement(Impatient)), { isStrict });
    await whenDone(waited.keep);
    expect(stage.text()).toBe('ringing');
    await whenDone(() => bench.customer('EventEstablished'));
    expect(stage.text()).toBe('talking');
    await stage.unmount();
  });

  test('a change between two effects of one part is not lost', async () => {
    const bench = benchAt('idle');
    const waited = deferred();
    const Part = () => {
      // An effect of the part's own that runs before the hook's, and once more in StrictMode.
      useEffect(() => {
        bench.customer(bench.state().work === 'idle' ? 'EventRinging' : 'EventEstablished');
      }, []);
      const work = useAgentState((state) => state.work);
      waitFor(waited);
      return work;
    };
    const stage = await show(
      createElement(AgentProvider, { agent: bench.agent }, createElement(Suspense, { fallback: 'waiting' }, createElement(Part))),
      { isStrict },
    );
    await whenDone(waited.keep);
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
      waitFor(waits[turn]);
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
    // React 18 subscribes again when it rehearses, React 19 also when it reveals.
    expect(ping).toBeGreaterThanOrEqual(isStrict ? 2 : 1);
    await stage.unmount();
  });

  test('a part that waits again goes on listening, once', async () => {
    const bench = benchAt('idle');
    const counts = counted(bench.agent);
    const waits = [deferred(), deferred(), deferred()] as const;
    waits[0].keep();
    const Part = ({ turn }: { readonly turn: 0 | 1 | 2 }) => {
      const work = useAgentState((state) => state.work);
      waitFor(waits[turn]);
      return work;
    };
    const page = (turn: 0 | 1 | 2) =>
      createElement(
        AgentProvider,
        { agent: counts.agent },
        createElement(Suspense, { fallback: 'waiting' }, createElement(Part, { turn })),
      );
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
