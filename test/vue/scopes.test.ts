import { describe, expect, jest, test } from '@jest/globals';
import { effectScope, isReadonly, nextTick, ref, shallowRef, watch, watchEffect, type EffectScope } from 'vue';
import { useAgentState, useCommand, type AnyAgent } from '../../adapters/vue/index.js';
import { INITIAL_STATE } from '../../src/any-agent/initial-state.js';
import { counted } from '../support/adapters/counted.js';
import { plainAgentInCall } from '../support/adapters/plain-agent.js';
import { benchAt, STRANGER, type Bench } from '../support/bench/index.js';

/** A thing made in a scope that is no component's, with the scope. */
function inScope<Made>(make: () => Made): { readonly scope: EffectScope; readonly made: Made } {
  const scope = effectScope();
  return { scope, made: scope.run(make)! };
}

describe('useAgentState in a scope that is no component', () => {
  test('is the present state, and every later one', () => {
    const bench = benchAt('idle');
    const { scope, made } = inScope(() => useAgentState(undefined, { agent: bench.agent }));
    expect(made.value).toBe(bench.state());
    bench.customer('EventRinging');
    expect(made.value).toBe(bench.state());
    scope.stop();
  });

  test('ends with the scope', () => {
    const bench = benchAt('idle');
    const counts = counted(bench.agent);
    const { scope, made } = inScope(() => useAgentState((state) => state.work, { agent: counts.agent }));
    expect(counts).toMatchObject({ begun: 1, listening: 1 });
    scope.stop();
    expect(counts.listening).toBe(0);
    bench.customer('EventRinging');
    expect(made.value).toBe('idle');
  });

  test('triggers only when the selected part changes', () => {
    const bench = benchAt('talking');
    const seen: unknown[] = [];
    const { scope } = inScope(() => {
      const work = useAgentState((state) => state.work, { agent: bench.agent });
      const picked = useAgentState(({ muted, waiting }) => ({ muted, waiting }), { agent: bench.agent });
      watch(work, (now) => seen.push(now), { flush: 'sync' });
      watch(picked, ({ muted, waiting }) => seen.push([muted, waiting.length]), { flush: 'sync' });
    });
    bench.emit('EventJanusLatency', { ping: 20 });
    bench.leave('queryStates');
    expect(seen).toEqual([]);
    bench.customer('EventAgentMute');
    bench.emit('EventRinging', STRANGER);
    expect(seen).toEqual([
      [true, 0],
      [true, 1],
    ]);
    bench.customer('EventAgentHoldCall');
    expect(seen.at(-1)).toBe('holding');
    scope.stop();
  });

  test('compares as it is told to', () => {
    const bench = benchAt('talking');
    const seen: unknown[] = [];
    const compared: unknown[] = [];
    const { scope } = inScope(() => {
      const always = useAgentState(({ work }) => ({ work }), { agent: bench.agent, compare: Object.is });
      const never = useAgentState(({ muted }) => muted, { agent: bench.agent, compare: (a, b) => compared.push([a, b]) > 0 });
      watch(always, ({ work }) => seen.push(work), { flush: 'sync' });
      watch(never, () => seen.push('never'), { flush: 'sync' });
    });
    bench.customer('EventAgentMute');
    expect(seen).toEqual(['talking']);
    expect(compared).toEqual([[false, true]]);
    scope.stop();
  });

  test('follows the refs that the selector reads', () => {
    const bench = benchAt('talking');
    const field = ref<'work' | 'login'>('work');
    const { scope, made } = inScope(() => useAgentState((state) => state[field.value], { agent: bench.agent }));
    expect(made.value).toBe('talking');
    field.value = 'login';
    expect(made.value).toBe('online');
    scope.stop();
  });

  test('cannot be set, and is not reactive within', () => {
    const bench = benchAt('talking');
    const { scope, made } = inScope(() => useAgentState(undefined, { agent: bench.agent }));
    expect(isReadonly(made)).toBe(true);
    expect(made.value.call).toBe(bench.state().call);
    const before = made.value;
    const warned = jest.spyOn(console, 'warn').mockImplementation(() => undefined);
    // @ts-expect-error: it is read-only for the compiler, too
    made.value = INITIAL_STATE;
    expect(warned).toHaveBeenCalledTimes(1);
    warned.mockRestore();
    expect(made.value).toBe(before);
    scope.stop();
  });

  test('shows that the agent is disposed of', () => {
    const { agent } = benchAt('talking');
    const { scope, made } = inScope(() => useAgentState(({ allowed }) => allowed, { agent }));
    agent.dispose();
    expect(made.value).toEqual(['on', 'off']);
    scope.stop();
  });

  test('says in a sentence what is missing', () => {
    const sentence = 'needs an agent: call provideAgent in a component above, or give one as the option agent.';
    expect(() => inScope(() => useAgentState())).toThrow(`switchhook: useAgentState ${sentence}`);
    expect(() => inScope(() => useCommand('holdCall'))).toThrow(`switchhook: useCommand ${sentence}`);
  });
});

describe('an agent given as', () => {
  type Given = (agent: Bench['agent']) => { readonly given: Parameters<typeof useCommand>[1]; change(to: AnyAgent): void };
  const kinds: readonly (readonly [string, Given])[] = [
    [
      'a shallow ref',
      (agent) => {
        const given = shallowRef<AnyAgent>(agent);
        return { given: { agent: given }, change: (to) => (given.value = to) };
      },
    ],
    [
      'a deep ref',
      (agent) => {
        const given = ref<AnyAgent>(agent);
        return { given: { agent: given as never }, change: (to) => (given.value = to as never) };
      },
    ],
    [
      'a getter',
      (agent) => {
        const given = shallowRef<AnyAgent>(agent);
        return { given: { agent: () => given.value }, change: (to) => (given.value = to) };
      },
    ],
  ];

  test.each(kinds)('%s is followed at once, by the state, by the command and by what is sent', (_kind, make) => {
    const [one, other] = [benchAt('talking'), benchAt('holding')];
    const [first, second] = [counted(one.agent), counted(other.agent)];
    const { given, change } = make(first.agent);
    const { scope, made } = inScope(() => ({ work: useAgentState((state) => state.work, given), hold: useCommand('holdCall', given) }));
    expect([made.work.value, made.hold.allowed.value]).toEqual(['talking', true]);
    change(second.agent);
    expect([made.work.value, made.hold.allowed.value]).toEqual(['holding', false]);
    expect([first.listening, second.listening]).toEqual([0, 2]);
    one.customer('EventReleased');
    expect(made.work.value).toBe('holding');
    other.customer('EventAgentRetrieveCall');
    expect([made.work.value, made.hold.allowed.value]).toEqual(['talking', true]);
    void made.hold.execute();
    expect([one, other].map(({ sdk }) => sdk.sent.includes('holdCall') && sdk.sent.at(-1))).toEqual([false, 'holdCall']);
    scope.stop();
    expect(second.listening).toBe(0);
  });

  test('a deep ref works though an agent of createAgent has private members', () => {
    const { agent, sdk } = plainAgentInCall();
    const { scope, made } = inScope(() => useCommand('holdCall', { agent: ref(agent) as never }));
    expect(made.allowed.value).toBe(true);
    void made.execute();
    expect(sdk.sent.at(-1)).toBe('holdCall');
    scope.stop();
    agent.dispose();
  });
});

describe('useCommand in a scope that is no component', () => {
  test('tells whether the command is allowed, why not, and whether it is under way', () => {
    const bench = benchAt('talking');
    const { scope, made } = inScope(() => useCommand('holdCall', { agent: bench.agent }));
    const shown = () => [made.allowed.value, made.whyNot.value?.reason, made.pending.value];
    expect(shown()).toEqual([true, undefined, false]);
    void made.execute();
    expect(shown()).toEqual([false, 'callPending', true]);
    bench.customer('EventAgentHoldCall');
    expect(shown()).toEqual([false, 'callHeld', false]);
    expect(made.whyNot.value).toEqual(bench.agent.whyNot('holdCall'));
    bench.agent.dispose();
    expect(shown()).toEqual([false, 'disposed', false]);
    scope.stop();
  });

  test.each(['allowed', 'whyNot', 'pending'] as const)('%s is reactive by itself, though nothing else is read', async (field) => {
    const bench = benchAt('talking');
    const seen: unknown[] = [];
    const { scope, made } = inScope(() => {
      const command = useCommand('holdCall', { agent: bench.agent });
      watchEffect(() => seen.push(command[field].value));
      return command;
    });
    void made.execute();
    await nextTick();
    bench.customer('EventAgentHoldCall');
    await nextTick();
    const expected = {
      allowed: [true, false],
      whyNot: [null, expect.objectContaining({ code: 'IN_FLIGHT' }), expect.objectContaining({ reason: 'callHeld' })],
      pending: [false, true, false],
    };
    expect(seen).toEqual(expected[field]);
    scope.stop();
  });

  test('keeps the reason while it stays the same', () => {
    const bench = benchAt('holding');
    const seen: unknown[] = [];
    const { scope } = inScope(() => {
      const { whyNot } = useCommand('holdCall', { agent: bench.agent });
      watch(whyNot, (now) => seen.push(now), { flush: 'sync' });
    });
    bench.customer('EventAgentMute');
    bench.emit('EventJanusLatency', { ping: 20 });
    expect(seen).toEqual([]);
    scope.stop();
  });

  test('follows a name that is a getter', () => {
    const bench = benchAt('holding');
    const name = ref<'holdCall' | 'retrieveCall'>('holdCall');
    const { scope, made } = inScope(() => useCommand(() => name.value, { agent: bench.agent }));
    expect(made.allowed.value).toBe(false);
    name.value = 'retrieveCall';
    expect(made.allowed.value).toBe(true);
    void made.execute();
    expect(bench.sdk.sent.at(-1)).toBe('retrieveCall');
    scope.stop();
  });

  test('hands parameters on, and the promise ends as the agent says', async () => {
    const bench = benchAt('idle');
    const { scope, made } = inScope(() => useCommand('notReady', { agent: bench.agent }));
    const outcome = made.execute({ reasonCode: 12 });
    expect(bench.sdk.lastCall('notReady').parameters).toMatchObject({ reasonCode: 12 });
    bench.sdk.succeed('notReady');
    await expect(outcome).resolves.toEqual({ status: 'success' });
    // @ts-expect-error: the compiler knows that a reason code is needed
    await expect(made.execute({})).rejects.toMatchObject({ code: 'INVALID_PARAMETER' });
    scope.stop();
  });
});
