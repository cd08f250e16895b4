import { expect, test } from '@jest/globals';
import { observableOf } from '../../src/agent/observation.js';
import { Bench } from '../support/bench/index.js';

test('the observable part of an agent tells the time by its clock', () => {
  const { agent, clock } = new Bench();
  clock.increment(7);
  expect(observableOf(agent.actor)?.now()).toBe(clock.now());
});
