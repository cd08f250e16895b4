import { describe, expect, test } from '@jest/globals';
import { COMMANDS } from '../../machines/index.js';
import { BY_GUARD, BY_WORK, OTHERWISE } from '../../machines/refusals.js';
import { connect, ENGLISH } from '../../adapters/connect/index.js';
import { zh } from '../../adapters/connect/zh.js';
import { flatRefusal, parameterRefusal } from '../../src/errors/refusal.js';
import { benchAt, PLACES, STRANGER } from '../support/bench/index.js';

const STATE = benchAt('idle').state();

/** The reason of everything that can stand against a command. */
const REASONS = new Set(
  [
    ...Object.values(BY_GUARD),
    ...Object.values(BY_WORK),
    ...Object.values(OTHERWISE),
    flatRefusal('DISPOSED', 'ready', STATE),
    flatRefusal('NOT_SUPPORTED', 'ready', STATE),
    parameterRefusal('ready', STATE, ''),
  ].map(({ reason }) => reason),
);

const isRefusal = (key: string) => key.startsWith('refusal.');

describe('the texts', () => {
  test('can be replaced one by one', () => {
    const { agent } = benchAt('holding');
    const texts = { 'command.holdCall': 'Park', 'refusal.callHeld': 'Take the call back first.' } as const;
    const { commands } = connect(agent.getSnapshot(), { whyNot: agent.whyNot, texts });
    expect(commands.holdCall).toMatchObject({ 'aria-label': 'Park', title: 'Take the call back first.' });
    expect(commands.hangup['aria-label']).toBe(ENGLISH['command.hangup']);
  });

  test('are none of them empty', () => {
    for (const texts of [ENGLISH, zh]) for (const text of Object.values(texts)) expect(text).toMatch(/\S/);
  });
});

describe('the Chinese texts', () => {
  test('have every key of the English ones', () => {
    expect(
      Object.keys(zh)
        .filter((key) => !isRefusal(key))
        .sort(),
    ).toEqual(Object.keys(ENGLISH).sort());
  });

  test('have a sentence for every reason of a refusal, and for nothing else', () => {
    expect(Object.keys(zh).filter(isRefusal).sort()).toEqual([...REASONS].map((reason) => `refusal.${reason}`).sort());
  });

  test.each(PLACES)('leave no English on the bar: $name', ({ name }) => {
    const bench = benchAt(name);
    bench.emit('EventRinging', STRANGER);
    const { commands, status, waiting, announcement } = connect(bench.state(), { whyNot: bench.agent.whyNot, texts: zh });
    const shown = [
      ...COMMANDS.flatMap((command) => [commands[command]['aria-label'], commands[command].title ?? '']),
      ...status.items.flatMap(({ label, props }) => [label, props['aria-label'], props.title ?? '']),
      ...waiting.map(({ label }) => label),
      status.label,
      announcement,
    ];
    expect(shown.filter((text) => /[a-z]/i.test(text))).toEqual([]);
  });
});
