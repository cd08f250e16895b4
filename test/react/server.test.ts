/** @jest-environment jsdom */
import { describe, expect, test } from '@jest/globals';
import { createElement, type ReactNode } from 'react';
import { renderToString } from 'react-dom/server';
import { AgentProvider, useAgentState, useCommand, useReport } from '../../adapters/react/index.js';
import { INITIAL_STATE } from '../../src/any-agent/initial-state.js';
import { Bench, benchAt } from '../support/bench/index.js';
import { counted } from '../support/adapters/counted.js';
import { MODES, show } from './support/stage.js';

const Bar = (): ReactNode => {
  const { work, since } = useAgentState(({ work, since }) => ({ work, since }));
  const answer = useCommand('answer');
  useReport(() => undefined);
  return createElement('button', { disabled: !answer.allowed, title: answer.whyNot?.advice }, `${work} ${since}`);
};
const page = (agent: Bench['agent']) => createElement(AgentProvider, { agent }, createElement(Bar));

describe('on a server', () => {
  test('nothing subscribes, and what is shown is an agent to whom nothing has happened', () => {
    const counts = counted(benchAt('ringing').agent);
    expect(renderToString(page(counts.agent))).toBe('<button disabled="">idle 0</button>');
    expect(counts.begun).toBe(0);
  });

  test('a provider makes no agent, but shows what is to be seen until there is one', () => {
    const create = () => {
      throw new Error('made on the server');
    };
    expect(renderToString(createElement(AgentProvider, { create, fallback: 'connecting' }, createElement(Bar)))).toBe('connecting');
  });

  test('that agent is just what the real one is before anything has happened, but for the date', () => {
    const { agent } = new Bench();
    expect({ ...agent.getSnapshot(), since: 0 }).toEqual(INITIAL_STATE);
    expect(Object.isFrozen(INITIAL_STATE)).toBe(true);
  });

  test.each(MODES)('the page hydrates without a mismatch, however far its agent is by then ($mode)', async ({ isStrict }) => {
    const html = renderToString(page(new Bench().agent));
    const { agent, clock } = benchAt('ringing');
    const mismatches: unknown[] = [];
    const stage = await show(page(agent), { isStrict, html, mismatches });
    expect(mismatches).toEqual([]);
    expect(stage.text()).toBe(`ringing ${clock.now()}`);
    expect(stage.find<HTMLButtonElement>('button').disabled).toBe(false);
    await stage.unmount();
  });
});
