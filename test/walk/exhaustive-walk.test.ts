import { describe, expect, test } from '@jest/globals';
import { agentMachine, BREAKS } from '../../machines/index.js';
import { seesMicrophone } from './compared.js';
import { NOBODY_WAITS, QUICK_WALK, seenIn, walk, wrongIn } from './walk.js';

describe('an exhaustive walk of the chart', () => {
  // `npm run test:deep` walks further, and with more of them.
  test(
    'with one command pending, no near configuration contradicts itself, lies about what it takes, or has no way out',
    () => {
      const walked = walk(QUICK_WALK);
      process.stdout.write(`the walk saw ${seenIn(walked)}\n`);
      expect(wrongIn(walked, QUICK_WALK)).toEqual([]);
    },
    10 * 60_000,
  );

  // `npm run test:deep` asks it of every transition with a command in flight, too; this is why it walks the microphone apart.
  test(
    'without a command in flight, no region can see whether the microphone is muted',
    () => {
      const walked = walk({ ...NOBODY_WAITS, alsoWrong: seesMicrophone });
      expect(walked.findings).toEqual([]);
      expect(walked.configurations).toBeGreaterThan(100);
    },
    5 * 60_000,
  );

  // The walk goes through one break; this is why it stands for all eight.
  test('the eight breaks differ in nothing but their reason code', () => {
    const breaks = agentMachine.getStateNodeById('break').states;
    expect(Object.keys(breaks)).toEqual([...BREAKS]);
    for (const { transitions, entry, exit, invoke } of Object.values(breaks)) {
      expect([transitions.size, entry, exit, invoke]).toEqual([0, [], [], []]);
    }
  });
});
