/** @jest-environment jsdom */
import { describe, expect, test } from '@jest/globals';
import { createApp, defineComponent, h, KeepAlive, nextTick, onMounted, shallowRef, type Component } from 'vue';
import { provideAgent, useAgentState, useCommand, type GivenAgent } from '../../adapters/vue/index.js';
import { counted } from '../support/adapters/counted.js';
import { Bench, benchAt } from '../support/bench/index.js';

/** A page: a component that provides an agent, with one below it. */
function show(agent: GivenAgent, below: () => ReturnType<typeof h> | null) {
  const container = document.createElement('div');
  const app = createApp({
    setup() {
      provideAgent(agent);
      return below;
    },
  });
  app.mount(container);
  return {
    text: () => container.textContent,
    find: (selector: string) => container.querySelector(selector)!,
    unmount: () => app.unmount(),
  };
}

const Work = defineComponent(() => {
  const work = useAgentState((state) => state.work);
  return () => h('p', work.value);
});

describe('in a component', () => {
  test('the composables take the agent that is provided above', async () => {
    const bench = benchAt('talking');
    const Button = defineComponent(() => {
      const { allowed, whyNot, execute } = useCommand('holdCall');
      return () => h('button', { disabled: !allowed.value, title: whyNot.value?.advice, onClick: () => execute() }, 'Hold');
    });
    const page = show(bench.agent, () => h('div', [h(Work), h(Button)]));
    const button = page.find('button') as HTMLButtonElement;
    expect([page.text(), button.disabled]).toEqual(['talkingHold', false]);
    button.click();
    expect(bench.sdk.sent.at(-1)).toBe('holdCall');
    bench.customer('EventAgentHoldCall');
    await nextTick();
    expect([page.text(), button.disabled, button.title]).toEqual(['holdingHold', true, 'Retrieve the call first.']);
    page.unmount();
  });

  test('they end with the component, and the agent stays', async () => {
    const bench = benchAt('talking');
    const counts = counted(bench.agent);
    const isThere = shallowRef(true);
    const page = show(counts.agent, () => (isThere.value ? h(Work) : null));
    expect(counts.listening).toBe(1);
    isThere.value = false;
    await nextTick();
    expect(counts.listening).toBe(0);
    isThere.value = true;
    await nextTick();
    expect(page.text()).toBe('talking');
    page.unmount();
    expect(counts.listening).toBe(0);
    expect(bench.agent.whyNot('holdCall')).toBeNull();
  });

  test('they follow when the provided agent is a ref that changes', async () => {
    const [one, other] = [benchAt('talking'), benchAt('holding')];
    const agent = shallowRef(one.agent);
    const page = show(agent, () => h(Work));
    agent.value = other.agent;
    await nextTick();
    expect(page.text()).toBe('holding');
    page.unmount();
  });

  test('they lose no change between setup and mounting', async () => {
    const bench = benchAt('idle');
    const Impatient: Component = defineComponent(() => {
      onMounted(() => bench.customer('EventRinging'));
      return () => null;
    });
    const page = show(bench.agent, () => h('div', [h(Work), h(Impatient)]));
    await nextTick();
    expect(page.text()).toBe('ringing');
    page.unmount();
  });

  test('they render only when their part changes', async () => {
    const bench = benchAt('talking');
    let renders = 0;
    const Counting = defineComponent(() => {
      const picked = useAgentState(({ work }) => ({ work }));
      return () => h('p', `${picked.value.work} ${(renders += 1)}`);
    });
    const page = show(bench.agent, () => h(Counting));
    bench.customer('EventAgentMute');
    await nextTick();
    expect(renders).toBe(1);
    bench.customer('EventAgentHoldCall');
    await nextTick();
    expect(page.text()).toBe('holding 2');
    page.unmount();
  });

  test('a component that is kept alive shows the present when it is back', async () => {
    const bench = benchAt('idle');
    const isThere = shallowRef(true);
    const page = show(bench.agent, () => h(KeepAlive, null, { default: () => (isThere.value ? h(Work) : null) }));
    isThere.value = false;
    await nextTick();
    bench.customer('EventRinging');
    isThere.value = true;
    await nextTick();
    expect(page.text()).toBe('ringing');
    page.unmount();
  });

  test('without a provider they say in a sentence what is missing', () => {
    const app = createApp(Work);
    app.config.warnHandler = () => undefined;
    expect(() => app.mount(document.createElement('div'))).toThrow(
      'switchhook: useAgentState needs an agent: call provideAgent in a component above',
    );
  });

  test('the agent given as an option goes before the one provided', () => {
    const bench: Bench = benchAt('holding');
    const Other = defineComponent(() => {
      const work = useAgentState((state) => state.work, { agent: bench.agent });
      return () => work.value;
    });
    const page = show(benchAt('talking').agent, () => h(Other));
    expect(page.text()).toBe('holding');
    page.unmount();
  });
});
