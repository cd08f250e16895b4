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
    return JSON.parse(JSON.stringify({ entry: recording.entry(step), active, value, state, reasons: ASKABLE.map((name) => whyNot(name)) })) as unknown;
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
    ['that goes on where there is nothing', ({ first, steps }) => ({ first, steps: [{ entry: steps[0]!.entry }] }), /first part .* is missing/],
    ['of a chart that is not this one', ({ first, steps }) => ({ first, steps: [{ ...steps[0]!, states: ['agent.work.elsewhere'] }] }), /elsewhere/],
  ])('refuses a part %s, and adds nothing', (_, wrong, words) => {
    const copy = new CopiedRecording();
    const part = sent(new RecordingParts(recordAgent(benchAt('talking').agent)).next()!);
    expect(() => copy.add(wrong(part) as RecordingPart)).toThrow(words);
    expect([copy.first, copy.last]).toEqual([0, -1]);
  });
});
