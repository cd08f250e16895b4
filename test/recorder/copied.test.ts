import { describe, expect, test } from '@jest/globals';
import { ASKABLE } from '../../machines/index.js';
import { CopiedRecording, RecordingParts, type Recording, type RecordingPart } from '../../src/recorder/index.js';
import { Bench, benchAt, CUSTOMER, PLACE_NAMES, signIn } from '../support/bench/index.js';
import { recordAgent } from './recorded.js';

/** As it arrives elsewhere. */
const sent = (part: RecordingPart) => JSON.parse(JSON.stringify(part)) as RecordingPart;

function carry(parts: RecordingParts, copy: CopiedRecording): number {
  let count = 0;
  for (let part = parts.next(); part !== null; part = parts.next()) {
    copy.add(sent(part));
    count += 1;
  }
  return count;
}

/** Everything that can be seen of a recording, of each step. */
function allOf(recording: Recording) {
  const steps = Array.from({ length: recording.last - recording.first + 1 }, (_, index) => recording.first + index);
  return steps.map((step) => {
    const { active, value, state, whyNot } = recording.at(step)!;
    return JSON.parse(
      JSON.stringify({ entry: recording.entry(step), active, value, state, reasons: ASKABLE.map((name) => whyNot(name)) }),
    ) as unknown;
  });
}

const swap = (bench: Bench, times: number) => {
  for (let index = 0; index < times; index += 1) bench.customer(index % 2 === 0 ? 'EventAgentHoldCall' : 'EventAgentRetrieveCall');
};

describe('a recording that was carried elsewhere', () => {
  test.each(PLACE_NAMES)('shows what the one here shows, on the way to %s', (place) => {
    const bench = new Bench();
    const recorder = recordAgent(bench.agent);
    const [parts, copy] = [new RecordingParts(recorder), new CopiedRecording()];
    carry(parts, copy);
    recorder.subscribe(() => carry(parts, copy));
    benchAt(place, { bench });
    bench.agent.dispose();
    expect([copy.first, copy.last]).toEqual([0, recorder.last]);
    expect(allOf(copy)).toEqual(allOf(recorder));
    expect(JSON.stringify(copy)).toBe(JSON.stringify(recorder));
  });

  test.each(['states', 'context', 'unsupported'] as const)(
    'is refused where its first part lacks what would come before it: %s',
    (name) => {
      const recorder = recordAgent(benchAt('talking').agent);
      const part = sent(new RecordingParts(recorder).next()!);
      const copy = new CopiedRecording();
      const lacking = {
        ...part,
        steps: part.steps.map((step) => Object.fromEntries(Object.entries(step).filter(([each]) => each !== name)) as never),
      };
      expect(() => copy.add(lacking)).toThrow(TypeError);
      expect(copy.last).toBe(-1);
      copy.add(part);
      expect(copy.last).toBe(0);
    },
  );

  test('goes on with the step after the last, and anew with any other', () => {
    const bench = benchAt('talking');
    const recorder = recordAgent(bench.agent);
    const parts = new RecordingParts(recorder);
    const first = sent(parts.next()!);
    swap(bench, 2);
    const second = sent(parts.next()!);
    const copy = new CopiedRecording();
    // Its first step is the one after the last of a copy that has none.
    expect(() => {
      copy.add({ ...second, steps: second.steps.map(({ entry }) => ({ entry: { ...entry, step: 0 } })) });
    }).toThrow(TypeError);
    copy.add(first);
    copy.add(second);
    expect([copy.first, copy.last]).toEqual([0, 2]);
    copy.add(first);
    expect([copy.first, copy.last]).toEqual([0, 0]);
  });

  test('keeps its last entry, whatever the recording has forgotten', () => {
    const bench = benchAt('talking');
    const recorder = recordAgent(bench.agent);
    const parts = new RecordingParts(recorder);
    const copy = new CopiedRecording();
    copy.add(sent(parts.next()!));
    swap(bench, 3);
    copy.add({ ...sent(parts.next()!), first: 9 });
    expect([copy.first, copy.last, copy.entry(3)?.step]).toEqual([3, 3, 3]);
    expect(copy.toJSON().entries).toHaveLength(1);
  });

  test('says nothing of personal data', () => {
    const bench = new Bench();
    const recorder = recordAgent(bench.agent);
    signIn(bench);
    bench.customer('EventRinging', { attachedData: { order: 'ORD-XYZZY' } });
    const text = JSON.stringify(new RecordingParts(recorder).next());
    expect(text).toContain(CUSTOMER.callID);
    for (const secret of [CUSTOMER.otherDN, 'ORD-XYZZY', 'token-of']) expect(text).not.toContain(secret);
  });

  test('comes in parts, of which each says only what is new', () => {
    const bench = benchAt('talking');
    const recorder = recordAgent(bench.agent);
    swap(bench, 500);
    const [parts, copy] = [new RecordingParts(recorder), new CopiedRecording()];
    expect(carry(parts, copy)).toBe(3);
    expect(parts.next()).toBeNull();
    bench.emit('EventJanusLatency', { ping: 20, jitter: 2, loss: '0%', quality: 'd' });
    const part = parts.next()!;
    expect(part).toMatchObject({ first: 0, steps: [{ entry: { step: 501 } }] });
    expect(Object.keys(part.steps[0]!)).toEqual(['entry', 'states', 'context']);
    copy.add(sent(part));
    bench.emit('EventJanusLatency', { ping: 21, jitter: 2, loss: '0%', quality: 'd' });
    bench.leave('answer');
    const later = parts.next()!;
    expect(later.steps.map((step) => Object.keys(step))).toEqual([['entry', 'context'], ['entry']]);
    copy.add(sent(later));
    expect(allOf(copy)).toEqual(allOf(recorder));
  });

  test('forgets what the one here has forgotten, also if that was never carried', () => {
    const bench = benchAt('talking');
    const recorder = recordAgent(bench.agent, { limit: 20_000 });
    const [parts, copy] = [new RecordingParts(recorder), new CopiedRecording()];
    swap(bench, 20);
    carry(parts, copy);
    swap(bench, 300);
    expect(recorder.first).toBeGreaterThan(30);
    carry(parts, copy);
    expect([copy.first, copy.last]).toEqual([recorder.first, recorder.last]);
    swap(bench, 3);
    carry(parts, copy);
    expect([copy.first, copy.last]).toEqual([recorder.first, recorder.last]);
    expect(allOf(copy)).toEqual(allOf(recorder));
    expect([copy.entry(0), copy.at(0), copy.at(copy.last + 1)]).toEqual([undefined, undefined, undefined]);
  });

  test('comes two hundred steps at a time', () => {
    const bench = benchAt('talking');
    const recorder = recordAgent(bench.agent);
    swap(bench, 450);
    const parts = new RecordingParts(recorder);
    const steps = [parts.next(), parts.next(), parts.next()].map((part) => part!.steps.map(({ entry }) => entry.step));
    expect(steps.map((each) => [each[0], each.at(-1)])).toEqual([
      [0, 199],
      [200, 399],
      [400, 450],
    ]);
    expect(parts.next()).toBeNull();
  });

  test('tells each entry that arrives, until nobody listens', () => {
    const bench = benchAt('talking');
    const recorder = recordAgent(bench.agent);
    const [parts, copy] = [new RecordingParts(recorder), new CopiedRecording()];
    const told: number[] = [];
    const end = copy.subscribe(({ step }) => told.push(step));
    swap(bench, 2);
    carry(parts, copy);
    end();
    swap(bench, 1);
    carry(parts, copy);
    expect(told).toEqual([0, 1, 2]);
  });

  test('begins anew when it is read anew, as after a connection was lost', () => {
    const bench = benchAt('talking');
    const recorder = recordAgent(bench.agent);
    const copy = new CopiedRecording();
    swap(bench, 4);
    carry(new RecordingParts(recorder), copy);
    carry(new RecordingParts(recorder), copy);
    expect(allOf(copy)).toEqual(allOf(recorder));
  });

  test.each<readonly [string, (part: RecordingPart) => unknown, RegExp]>([
    ['without a step', ({ first }) => ({ first, steps: [] }), /at least one step/],
    [
      'that goes on where there is nothing',
      ({ first, steps }) => ({ first, steps: [{ entry: steps[0]!.entry }] }),
      /first part .* is missing/,
    ],
    [
      'of a chart that is not this one',
      ({ first, steps }) => ({ first, steps: [{ ...steps[0]!, states: ['agent.work.elsewhere'] }] }),
      /elsewhere/,
    ],
  ])('refuses a part %s, and adds nothing', (_, wrong, words) => {
    const copy = new CopiedRecording();
    const part = sent(new RecordingParts(recordAgent(benchAt('talking').agent)).next()!);
    expect(() => copy.add(wrong(part) as RecordingPart)).toThrow(words);
    expect([copy.first, copy.last]).toEqual([0, -1]);
  });
});
