import { describe, expect, test } from '@jest/globals';
import type { Hearing } from '../../adapters/testing/history/history.js';
import { record } from '../../adapters/testing/history/recorder.js';
import { benchAt } from '../support/bench/index.js';

/** A recorder of an agent in a talk, and what it has found out about messages. */
function talking() {
  const bench = benchAt('talking');
  const hearings: Hearing[] = [];
  const none = () => undefined;
  const recorder = record(bench.agent, bench.clock, {
    told: none,
    returned: none,
    ended: none,
    looked: none,
    heard: (hearing) => hearings.push(hearing),
  });
  return { bench, hearings, recorder };
}

const HOLD = { messageID: 'EventAgentHoldCall', callID: 'call-1' };

describe('the recorder keeps what becomes of a message', () => {
  test('when the next thing reaches the subject', () => {
    const { bench, hearings, recorder } = talking();
    recorder.hears('EventAgentHoldCall', HOLD);
    bench.customer('EventAgentHoldCall');
    expect(hearings).toEqual([]);
    recorder.look();
    expect(hearings).toHaveLength(1);
    expect(hearings[0]).toMatchObject({ messageID: 'EventAgentHoldCall', message: HOLD, isRepeated: false, reports: [] });
    expect([hearings[0]?.before.work, hearings[0]?.atOnce.work, hearings[0]?.after.work]).toEqual(['talking', 'holding', 'holding']);
    recorder.look();
    expect(hearings).toHaveLength(1);
  });

  test.each<[string, (recorder: ReturnType<typeof talking>['recorder']) => void]>([
    ['a message', (recorder) => recorder.hears('EventAgentReady', {})],
    ['an answer', (recorder) => recorder.hearsElse()],
    ['a command', (recorder) => recorder.call('queryStates')],
    ['nothing any more', (recorder) => recorder.stop()],
  ])('be that %s', (_name, next) => {
    const { hearings, recorder } = talking();
    recorder.hears('EventAgentHoldCall', HOLD);
    next(recorder);
    expect(hearings.map(({ messageID }) => messageID)).toEqual(['EventAgentHoldCall']);
  });

  test('tells what was shown at once from what came later', () => {
    const { bench, hearings, recorder } = talking();
    recorder.hears('EventAgentReady', {});
    bench.clock.increment(1);
    bench.customer('EventAgentHoldCall');
    recorder.look();
    expect([hearings[0]?.atOnce.work, hearings[0]?.after.work]).toEqual(['talking', 'holding']);
  });

  test('with what the subject has reported', () => {
    const { bench, hearings, recorder } = talking();
    recorder.hears('EventRinging', { callID: 'call-1' });
    bench.customer('EventRinging');
    recorder.look();
    expect(hearings[0]?.reports).toEqual([{ type: 'ignored', rule: 'answered' }]);
    recorder.stop();
    bench.customer('EventRinging');
    expect(hearings[0]?.reports).toHaveLength(1);
  });

  test('and knows the same message when it comes again at the same moment', () => {
    const { bench, hearings, recorder } = talking();
    for (const wait of [0, 0, 1]) {
      bench.clock.increment(wait);
      recorder.hears('EventAgentHoldCall', { ...HOLD });
    }
    recorder.look();
    expect(hearings.map(({ isRepeated }) => isRepeated)).toEqual([false, true, false]);
  });

  test('but not of one that cannot be read', () => {
    const { hearings, recorder } = talking();
    const cycle: { self?: object } = {};
    cycle.self = cycle;
    recorder.hears('EventAgentHoldCall', cycle);
    recorder.hears('EventAgentHoldCall', {
      get callID() {
        throw new Error('trap');
      },
    });
    recorder.hears('EventAgentHoldCall');
    recorder.look();
    expect(hearings).toEqual([]);
  });
});
