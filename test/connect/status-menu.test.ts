import { describe, expect, test } from '@jest/globals';
import { REASON_CODES } from '../../adapters/sobot/codes.js';
import { connect } from '../../adapters/connect/index.js';
import { Bench, benchAt, connect as connectPage, signIn } from '../support/bench/index.js';

const menuOf = ({ agent }: Bench) => connect(agent.getSnapshot(), { whyNot: agent.whyNot }).status;

describe('the status menu', () => {
  test('offers online, do not disturb and every break, each with the command that asks for it', () => {
    const { items } = menuOf(benchAt('idle'));
    expect(items.map(({ key, label, command, parameters }) => [key, label, command, parameters])).toEqual([
      ['online', 'Ready', 'ready', undefined],
      [2, 'Do not disturb', 'notReady', { reasonCode: 2 }],
      [11, 'Break', 'notReady', { reasonCode: 11 }],
      [12, 'Training', 'notReady', { reasonCode: 12 }],
      [13, 'Meeting', 'notReady', { reasonCode: 13 }],
      [14, 'Meal', 'notReady', { reasonCode: 14 }],
      [15, 'Activity', 'notReady', { reasonCode: 15 }],
      [16, 'Break 1', 'notReady', { reasonCode: 16 }],
      [17, 'Break 2', 'notReady', { reasonCode: 17 }],
      [18, 'Break 3', 'notReady', { reasonCode: 18 }],
    ]);
  });

  test.each(Object.values(REASON_CODES))('has exactly the entry of reason code %d checked where the agent stands in it', (code) => {
    const bench = benchAt('idle');
    bench.leave('notReady', { reasonCode: code });
    bench.sdk.succeed('notReady');
    const { value, items, label } = menuOf(bench);
    expect(value).toBe(code);
    expect(items.filter(({ props }) => props['aria-checked']).map(({ key }) => key)).toEqual([code]);
    expect(label).toBe(items.find(({ key }) => key === code)!.label);
  });

  test('has online checked, and says that the agent is ready already', () => {
    const { value, label, items } = menuOf(benchAt('idle'));
    expect({ value, label }).toEqual({ value: 'online', label: 'Ready' });
    expect(items.filter(({ props }) => props['aria-checked']).map(({ key }) => key)).toEqual(['online']);
    expect(items[0]!.props).toEqual({
      type: 'button',
      role: 'menuitemradio',
      'aria-label': 'Ready',
      'aria-checked': true,
      disabled: true,
      title: 'You are ready already.',
      'aria-disabled': true,
      'aria-busy': false,
      'data-command': 'ready',
      'data-reason': 'online',
    });
  });

  test('names each entry for screen readers by its own label, and not by its command', () => {
    for (const { label, props } of menuOf(benchAt('idle')).items) expect(props['aria-label']).toBe(label);
  });

  test('gives commands that the agent takes', async () => {
    const bench = benchAt('idle');
    const training = menuOf(bench).items.find(({ key }) => key === 12)!;
    const outcome = bench.send(training.command, training.parameters);
    bench.sdk.succeed('notReady');
    await outcome;
    expect(bench.state()).toMatchObject({ login: 'break', reasonCode: 12 });
    const online = menuOf(bench).items[0]!;
    expect(online.props).toMatchObject({ disabled: false, 'aria-checked': false });
    const back = bench.send(online.command, online.parameters);
    bench.sdk.succeed('ready');
    await back;
    expect(menuOf(bench).value).toBe('online');
  });

  test('is disabled, with a reason, while the agent is signed out', () => {
    const bench = new Bench();
    connectPage(bench);
    const { value, label, items } = menuOf(bench);
    expect({ value, label }).toEqual({ value: null, label: 'Signed out' });
    for (const { props } of items) expect(props).toMatchObject({ disabled: true, title: 'Sign in first.', 'aria-checked': false });
  });

  test('is busy while the answer is open', () => {
    const bench = new Bench();
    signIn(bench);
    bench.leave('notReady', { reasonCode: 14 });
    const { items } = menuOf(bench);
    expect(items[1]!.props).toMatchObject({ 'aria-busy': true, disabled: true, 'data-reason': 'loginPending' });
    expect(items[0]!.props).toMatchObject({ 'aria-busy': false, disabled: true });
  });

  test('tells of the connection where that is what is wrong', () => {
    expect(menuOf(new Bench()).label).toBe('Not connected');
    const bench = benchAt('talking');
    bench.emit('EventAgentConnectionChanged');
    expect(menuOf(bench).label).toBe('Signed in elsewhere');
  });
});
