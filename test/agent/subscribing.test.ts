import { describe, expect, test } from '@jest/globals';
import { Bench, benchAt } from '../support/bench/index.js';

/*
 * `on` and `off` are always allowed (contract, section 4): they change nothing at the service.
 */
describe.each(['on', 'off'] as const)('%s is allowed', (name) => {
  test('with whatever parameters, because none are checked', () => {
    const { agent } = benchAt('talking');
    expect(agent.can(name)).toBe(true);
    expect(agent.can(name, { eventName: 5 })).toBe(true);
    expect(agent.whyNot(name)).toBeNull();
    expect(agent.whyNot(name, { eventName: 5 })).toBeNull();
  });

  test('before anything has begun, and after the end of the agent', () => {
    const { agent } = new Bench();
    expect(agent.can(name)).toBe(true);
    agent.dispose();
    expect(agent.can(name)).toBe(true);
    expect(agent.whyNot(name)).toBeNull();
  });
});
