import { describe, expect, test } from '@jest/globals';
import { derived, get, readable } from 'svelte/store';
import { benchAt } from '../support/bench/index.js';

describe('Svelte takes readable(agent.getSnapshot(), agent.subscribe)', () => {
  test('and tells the present, then every change', () => {
    const { agent, customer } = benchAt('idle');
    const works: string[] = [];
    readable(agent.getSnapshot(), agent.subscribe).subscribe(({ work }) => works.push(work));
    customer('EventRinging');
    customer('EventEstablished');
    expect(works).toEqual(['idle', 'ringing', 'talking']);
  });

  test('and hears nothing while nobody looks', () => {
    const { agent, customer } = benchAt('idle');
    const works: string[] = [];
    const leave = readable(agent.getSnapshot(), agent.subscribe).subscribe(({ work }) => works.push(work));
    leave();
    customer('EventRinging');
    expect(works).toEqual(['idle']);
  });

  test('and, made long before somebody looks, tells the present if it is asked for it', () => {
    const { agent, customer } = benchAt('idle');
    const early = readable(agent.getSnapshot(), (set) => {
      set(agent.getSnapshot());
      return agent.subscribe(set);
    });
    customer('EventRinging');
    expect(get(early).work).toBe('ringing');
  });

  test('and derives what a button needs', () => {
    const { agent, customer } = benchAt('talking');
    const canHold = derived(readable(agent.getSnapshot(), agent.subscribe), ({ allowed }) => allowed.includes('holdCall'));
    const told: boolean[] = [];
    canHold.subscribe((can) => told.push(can));
    customer('EventAgentHoldCall');
    expect(told).toEqual([true, false]);
    expect(get(canHold)).toBe(false);
  });
});
