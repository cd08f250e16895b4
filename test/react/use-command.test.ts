/** @jest-environment jsdom */
import { describe, expect, test } from '@jest/globals';
import { createElement } from 'react';
import { AgentProvider, useCommand, type AnyAgent, type Command } from '../../adapters/react/index.js';
import { plainAgentInCall } from '../support/adapters/plain-agent.js';
import { Bench, benchAt } from '../support/bench/index.js';
import { MODES, show, whenDone } from './support/stage.js';

describe.each(MODES)('useCommand ($mode)', ({ isStrict }) => {
  /** A component that keeps what the hook has given at each render. */
  const buttonOf = (name: 'holdCall' | 'retrieveCall') => {
    const given: Command<typeof name>[] = [];
    const Button = ({ agent }: { readonly agent?: AnyAgent }) => {
      given.push(useCommand(name, { agent }));
      return null;
    };
    return { Button, given, last: () => given.at(-1)! };
  };
  const pageOf = (agent: AnyAgent, Button: () => null) => createElement(AgentProvider, { agent }, createElement(Button));

  test('tells whether the command is allowed, why not, and whether it is under way', async () => {
    const bench = benchAt('talking');
    const { Button, last } = buttonOf('holdCall');
    const stage = await show(pageOf(bench.agent, Button as () => null), { isStrict });
    expect(last()).toMatchObject({ allowed: true, whyNot: null, pending: false });
    await whenDone(() => void last().execute());
    expect(last()).toMatchObject({ allowed: false, whyNot: { code: 'IN_FLIGHT', waitsFor: ['holdCall'] }, pending: true });
    await whenDone(() => bench.customer('EventAgentHoldCall'));
    expect(last()).toMatchObject({ allowed: false, whyNot: { reason: 'callHeld', advice: 'Retrieve the call first.' }, pending: false });
    expect(last().whyNot).toEqual(bench.agent.whyNot('holdCall'));
    await stage.unmount();
  });

  test('renders only when one of these changes', async () => {
    const bench = benchAt('talking');
    const { Button, given } = buttonOf('holdCall');
    const stage = await show(pageOf(bench.agent, Button as () => null), { isStrict });
    const { length } = given;
    await whenDone(() => bench.customer('EventAgentMute'));
    await whenDone(() => bench.leave('queryStates'));
    expect(given).toHaveLength(length);
    await whenDone(() => bench.leave('holdCall'));
    expect(given.length).toBeGreaterThan(length);
    await stage.unmount();
  });

  test('renders when only the reason changes', async () => {
    const bench = benchAt('holding');
    const { Button, last } = buttonOf('holdCall');
    const stage = await show(pageOf(bench.agent, Button as () => null), { isStrict });
    const reasons = [last().whyNot?.reason];
    await whenDone(() => bench.customer('EventReleased'));
    reasons.push(last().whyNot?.reason);
    await whenDone(() => bench.agent.dispose());
    reasons.push(last().whyNot?.reason);
    expect(reasons).toEqual(['callHeld', 'acw', 'disposed']);
    await stage.unmount();
  });

  test('gives the same function at each render, and a new one for another agent', async () => {
    const [one, other] = [benchAt('talking'), benchAt('talking')];
    const { Button, given, last } = buttonOf('holdCall');
    const page = (agent: AnyAgent) => createElement(Button, { agent });
    const stage = await show(page(one.agent), { isStrict });
    const { execute } = last();
    const { length } = given;
    await stage.render(page(one.agent));
    expect(given.length).toBeGreaterThan(length);
    expect(last().execute).toBe(execute);
    expect(last()).toBe(given[length - 1]);
    await stage.render(page(other.agent));
    expect(last().execute).not.toBe(execute);
    await whenDone(() => void last().execute());
    expect([one.sdk.sent.includes('holdCall'), other.sdk.sent.includes('holdCall')]).toEqual([false, true]);
    await stage.unmount();
  });

  test('hands parameters on, and the promise ends as the agent says', async () => {
    const bench = benchAt('idle');
    const given: Command<'notReady'>[] = [];
    const Menu = () => {
      given.push(useCommand('notReady'));
      return null;
    };
    const stage = await show(createElement(AgentProvider, { agent: bench.agent }, createElement(Menu)), { isStrict });
    const { execute } = given.at(-1)!;
    const outcomes: unknown[] = [];
    await whenDone(() => void execute({ reasonCode: 12 }).then((result) => outcomes.push(result)));
    expect(bench.sdk.lastCall('notReady').parameters).toMatchObject({ reasonCode: 12 });
    await whenDone(() => bench.sdk.succeed('notReady'));
    // @ts-expect-error: the compiler knows that a reason code is needed
    await whenDone(() => void execute({}).catch((error: unknown) => outcomes.push((error as { code: string }).code)));
    expect(outcomes).toEqual([{ status: 'success' }, 'INVALID_PARAMETER']);
    await stage.unmount();
  });

  test('ignoring a refused command harms nobody', async () => {
    const bench = benchAt('idle');
    const { Button, last } = buttonOf('holdCall');
    const stage = await show(pageOf(bench.agent, Button as () => null), { isStrict });
    const unhandled: unknown[] = [];
    const listen = (reason: unknown) => unhandled.push(reason);
    process.on('unhandledRejection', listen);
    await whenDone(() => void last().execute());
    await new Promise((resolve) => setTimeout(resolve, 20));
    process.off('unhandledRejection', listen);
    expect(unhandled).toEqual([]);
    await stage.unmount();
  });

  test('works with an agent of createAgent', async () => {
    const { agent, sdk } = plainAgentInCall();
    const { Button, last } = buttonOf('holdCall');
    const stage = await show(pageOf(agent, Button as () => null), { isStrict });
    await whenDone(() => void last().execute());
    expect(sdk.sent.filter((method) => method === 'holdCall')).toHaveLength(1);
    expect(last()).toMatchObject({ pending: true });
    await stage.unmount();
    agent.dispose();
  });

  test('follows when its command is another one', async () => {
    const bench: Bench = benchAt('holding');
    const seen: Command<'holdCall' | 'retrieveCall'>[] = [];
    const Button = ({ name }: { readonly name: 'holdCall' | 'retrieveCall' }) => {
      seen.push(useCommand(name, { agent: bench.agent }));
      return null;
    };
    const stage = await show(createElement(Button, { name: 'holdCall' }), { isStrict });
    expect(seen.at(-1)!.allowed).toBe(false);
    await stage.render(createElement(Button, { name: 'retrieveCall' }));
    expect(seen.at(-1)!.allowed).toBe(true);
    await whenDone(() => void seen.at(-1)!.execute());
    expect(bench.sdk.sent.at(-1)).toBe('retrieveCall');
    await stage.unmount();
  });

  test('says in a sentence what is missing outside of a provider', async () => {
    const { Button } = buttonOf('holdCall');
    await expect(show(createElement(Button), { isStrict })).rejects.toThrow(
      'switchhook: useCommand needs an agent: put an <AgentProvider> around',
    );
  });
});
