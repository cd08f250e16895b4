import { describe, expect, test } from '@jest/globals';
import { createSSRApp, defineComponent, effectScope, h } from 'vue';
import { renderToString } from 'vue/server-renderer';
import { provideAgent, useAgentState, useCommand } from '../../adapters/vue/index.js';
import { counted } from '../support/adapters/counted.js';
import { benchAt } from '../support/bench/index.js';

describe('on a server', () => {
  test('nobody subscribes, and the state is that of the moment', async () => {
    const counts = counted(benchAt('holding').agent);
    const Bar = defineComponent(() => {
      const work = useAgentState((state) => state.work);
      const { allowed, whyNot } = useCommand('holdCall');
      return () => h('button', { disabled: !allowed.value, title: whyNot.value?.advice }, work.value);
    });
    const app = createSSRApp({
      setup() {
        provideAgent(counts.agent);
        return () => h(Bar);
      },
    });
    expect(await renderToString(app)).toBe('<button disabled title="Retrieve the call first.">holding</button>');
    expect(counts.begun).toBe(0);
  });

  test('a scope outside of what is rendered is live all the same', () => {
    const bench = benchAt('idle');
    const scope = effectScope();
    const work = scope.run(() => useAgentState((state) => state.work, { agent: bench.agent }))!;
    bench.customer('EventRinging');
    expect(work.value).toBe('ringing');
    scope.stop();
  });
});
