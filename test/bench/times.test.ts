import { describe, expect, test } from '@jest/globals';
import { Times } from '../../bench/command-times/times.js';
import { measure } from '../../bench/command-times/rounds.js';
import { openSimulatedSide } from '../../bench/command-times/sides.js';

describe('the times of commands', () => {
  test('are given as the time that a part of all runs stayed below', async () => {
    const times = new Times();
    for (const ms of [60, 5, 30]) await times.measure('holdCall', () => new Promise((resolve) => setTimeout(resolve, ms)));
    expect(times.count('holdCall')).toBe(3);
    expect(times.quantile('holdCall', 0.5)).toBeGreaterThanOrEqual(29);
    expect(times.quantile('holdCall', 0.5)).toBeLessThan(times.quantile('holdCall', 0.95));
    expect(times.quantile('holdCall', 0.95)).toBeGreaterThanOrEqual(59);
    expect(times.quantile('answer', 0.5)).toBeNaN();
  });

  test('are taken of every call command of a round, each having succeeded', async () => {
    const side = openSimulatedSide();
    const times = await measure(side, 1);
    await side.close();
    expect(times.commands).toEqual([
      'makeCall',
      'holdCall',
      'retrieveCall',
      'muteCall',
      'unmute',
      'sendDtmf',
      'hangup',
      'completeACW',
      'answer',
      'singleTransfer',
      'initiateConsult',
      'retrieveConsult',
      'consultConference',
      'consultTransfer',
    ]);
    expect(times.commands.filter((command) => !(times.quantile(command, 0.95) < 5000))).toEqual([]);
  }, 20_000);
});
