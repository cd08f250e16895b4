import { describe, expect, test } from '@jest/globals';
import { COMMANDS } from '../../machines/index.js';
import { connect } from '../../adapters/connect/index.js';
import type { Refusal } from '../../src/index.js';
import { Bench, benchAt, PLACES, ScriptedSdk } from '../support/bench/index.js';

describe('the button of every command', () => {
  test.each(PLACES)('says what the agent says: $name', ({ name }) => {
    const { agent } = benchAt(name);
    const { commands } = connect(agent.getSnapshot(), { whyNot: agent.whyNot });
    expect(Object.keys(commands)).toEqual([...COMMANDS]);
    for (const command of COMMANDS) {
      const refusal = agent.whyNot(command);
      expect(commands[command]).toMatchObject({
        type: 'button',
        disabled: !agent.can(command),
        'aria-disabled': !agent.can(command),
        title: refusal?.advice,
        'data-command': command,
        'data-reason': refusal?.reason,
      });
    }
  });

  test('gives the reason in one sentence that says what to do', () => {
    const { agent } = benchAt('holding');
    const { commands } = connect(agent.getSnapshot(), { whyNot: agent.whyNot });
    expect(commands.holdCall).toEqual({
      type: 'button',
      'aria-label': 'Hold',
      disabled: true,
      title: 'Retrieve the call first.',
      'aria-disabled': true,
      'aria-busy': false,
      'data-command': 'holdCall',
      'data-reason': 'callHeld',
    });
    expect(commands.retrieveCall).toEqual({
      type: 'button',
      'aria-label': 'Retrieve',
      disabled: false,
      title: undefined,
      'aria-disabled': false,
      'aria-busy': false,
      'data-command': 'retrieveCall',
      'data-reason': undefined,
    });
  });

  test('is busy while its own command is under way, and no other is', () => {
    const bench = benchAt('talking');
    bench.leave('holdCall');
    const busy = () => COMMANDS.filter((command) => connect(bench.state()).commands[command]['aria-busy']);
    expect(busy()).toEqual(['holdCall']);
    bench.customer('EventAgentHoldCall');
    expect(busy()).toEqual([]);
  });

  test('has no reason where nobody can be asked for it', () => {
    const { commands } = connect(benchAt('holding').state());
    expect(commands.holdCall).toMatchObject({ disabled: true, title: undefined, 'data-reason': undefined });
  });

  test('has the reason of a past state, if that is asked', () => {
    const bench = benchAt('holding');
    const state = bench.state();
    const then = new Map(COMMANDS.map((command) => [command, bench.agent.whyNot(command)]));
    bench.customer('EventReleased');
    const past = connect(state, { whyNot: (command): Refusal | null => then.get(command) ?? null });
    expect(past.commands.holdCall).toMatchObject({ disabled: true, title: 'Retrieve the call first.' });
  });

  test('is asked for a reason only where it is disabled', () => {
    const { agent } = benchAt('talking');
    const asked: string[] = [];
    connect(agent.getSnapshot(), { whyNot: (command) => (asked.push(command), null) });
    expect(asked).toEqual(COMMANDS.filter((command) => !agent.can(command)));
  });

  test('tells what this SDK lacks from what cannot be done now', () => {
    const bench = benchAt('talking', { bench: new Bench({}, new ScriptedSdk(COMMANDS.filter((name) => name !== 'muteCall'))) });
    const { commands } = connect(bench.state(), { whyNot: bench.agent.whyNot });
    expect(commands.muteCall).toMatchObject({ disabled: true, 'data-reason': 'notSupported' });
    expect(commands.unmute).toMatchObject({ disabled: true, 'data-reason': 'notMuted' });
  });

  test('is disabled when the agent is disposed of', () => {
    const { agent } = benchAt('talking');
    agent.dispose();
    const { commands } = connect(agent.getSnapshot(), { whyNot: agent.whyNot });
    for (const command of COMMANDS) expect(commands[command]).toMatchObject({ disabled: true, 'data-reason': 'disposed' });
  });
});

test('connect is pure: it changes nothing, and says the same of the same', () => {
  const { agent, clock } = benchAt('holding');
  const given = Object.freeze({ whyNot: agent.whyNot, now: clock.now(), texts: Object.freeze({}) });
  const state = agent.getSnapshot();
  const first = connect(state, given);
  clock.increment(5_000);
  expect(connect(state, given)).toEqual(first);
  expect(agent.getSnapshot()).toBe(state);
});
