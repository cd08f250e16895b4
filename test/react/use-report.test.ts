/** @jest-environment jsdom */
import { describe, expect, test } from '@jest/globals';
import { createElement, useLayoutEffect } from 'react';
import { AgentProvider, useReport, type AgentReport, type AnyAgent } from '../../adapters/react/index.js';
import { plainAgentInCall } from '../support/adapters/plain-agent.js';
import { benchAt } from '../support/bench/index.js';
import { MODES, show, whenDone } from './support/stage.js';

describe.each(MODES)('useReport ($mode)', ({ isStrict }) => {
  const Listener = ({ listen, agent }: { readonly listen: (report: AgentReport) => void; readonly agent?: AnyAgent }) => {
    useReport(listen, { agent });
    return null;
  };

  test('tells each report once while the component is mounted', async () => {
    const bench = benchAt('talking');
    const heard: AgentReport[] = [];
    const page = createElement(AgentProvider, { agent: bench.agent }, createElement(Listener, { listen: (report) => heard.push(report) }));
    const stage = await show(page, { isStrict });
    await whenDone(() => bench.customer('EventReleased'));
    expect(heard).toMatchObject([{ type: 'callEnded', reason: 'otherSide', callID: 'call-1' }]);
    await whenDone(() => bench.sdk.emitRaw(7));
    expect(heard.map(({ type }) => type)).toEqual(['callEnded', 'malformed']);
    await stage.unmount();
    bench.sdk.emitRaw(7);
    expect(heard).toHaveLength(2);
  });

  test('tells the listener of the last render, also from the layout effects of that render on', async () => {
    const bench = benchAt('talking');
    const heard: string[] = [];
    const Page = ({ name }: { readonly name: string }) => {
      useReport(() => heard.push(name), { agent: bench.agent });
      useLayoutEffect(() => {
        if (name === 'b') bench.sdk.emitRaw(7);
      }, [name]);
      return null;
    };
    const stage = await show(createElement(Page, { name: 'a' }), { isStrict });
    await stage.render(createElement(Page, { name: 'b' }));
    await whenDone(() => bench.sdk.emitRaw(7));
    expect(heard).toEqual(['b', 'b']);
    await stage.unmount();
  });

  test('follows when another agent is given', async () => {
    const [one, other] = [benchAt('talking'), benchAt('talking')];
    const heard: AgentReport[] = [];
    const page = (agent: AnyAgent) => createElement(Listener, { agent, listen: (report: AgentReport) => heard.push(report) });
    const stage = await show(page(one.agent), { isStrict });
    await stage.render(page(other.agent));
    await whenDone(() => one.customer('EventReleased'));
    expect(heard).toEqual([]);
    await whenDone(() => other.customer('EventReleased'));
    expect(heard).toMatchObject([{ type: 'callEnded' }]);
    await stage.unmount();
  });

  test('works with an agent of createAgent', async () => {
    const { agent, sdk } = plainAgentInCall();
    const heard: AgentReport[] = [];
    const stage = await show(createElement(Listener, { agent, listen: (report: AgentReport) => heard.push(report) }), { isStrict });
    await whenDone(() => sdk.emit('EventReleased', { callID: 'call-1', partyID: 'party-1', callType: 'Inbound' }));
    expect(heard).toMatchObject([{ type: 'callEnded' }]);
    await stage.unmount();
    sdk.emitRaw(7);
    expect(heard).toHaveLength(1);
    agent.dispose();
  });

  test('says in a sentence what is missing outside of a provider', async () => {
    await expect(show(createElement(Listener, { listen: () => undefined }), { isStrict })).rejects.toThrow(
      'switchhook: useReport needs an agent',
    );
  });
});
