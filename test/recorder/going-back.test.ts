import { describe, expect, test } from '@jest/globals';
import { ASKABLE } from '../../machines/index.js';
import type { AgentState } from '../../adapters/sobot/index.js';
import type { Refusal } from '../../src/index.js';
import { Bench, benchAt, PLACE_NAMES, ScriptedSdk, THIRD } from '../support/bench/index.js';
import { recordAgent } from './recorded.js';

interface Seen {
  readonly value: unknown;
  readonly state: AgentState;
  readonly refusals: Readonly<Record<string, Refusal | null>>;
}

const refusalsOf = (agent: Pick<Bench['agent'], 'whyNot'>) => Object.fromEntries(ASKABLE.map((name) => [name, agent.whyNot(name)]));

/** Personal attributes are the only ones in which the past may differ from what was seen. */
const impersonal = ({ call, consult, waiting, ...state }: AgentState) => ({
  ...state,
  call: call && { callID: call.callID, partyID: call.partyID, establishedAt: call.establishedAt },
  consult: consult && { phase: consult.phase, partyID: consult.partyID },
  waiting: waiting.map(({ callID, work, since }) => ({ callID, work, since })),
});

describe('at(step)', () => {
  test.each(PLACE_NAMES)('gives configuration, state and reasons as they were, on the way to %s', (place) => {
    const bench = new Bench();
    const recorder = recordAgent(bench.agent);
    const seen: Seen[] = [];
    const look = () => {
      const { actor } = bench.agent;
      seen[recorder.last] = { value: actor.getSnapshot().value, state: bench.state(), refusals: refusalsOf(bench.agent) };
    };
    look();
    recorder.subscribe(look);
    benchAt(place, { bench });
    expect(seen.length).toBeGreaterThan(2);
    // Backwards and forwards again.
    for (const step of [...seen.keys()].reverse().concat([...seen.keys()])) {
      const { value, state, refusals } = seen[step]!;
      const then = recorder.at(step)!;
      expect(then.value).toEqual(value);
      expect(impersonal(then.state)).toEqual(impersonal(state));
      expect(refusalsOf(then)).toEqual(refusals);
    }
  });

  test('names the active states, the outer ones first', () => {
    const recorder = recordAgent(benchAt('holding').agent);
    const active = recorder.at(0)!.active;
    expect(active).toContain('work.live.established.holding.plain');
    expect(active).not.toContain('');
    expect(active.indexOf('work')).toBeLessThan(active.indexOf('work.live.established.holding'));
  });

  test('knows what the telephone system could not do', () => {
    const bench = benchAt('talking', { bench: new Bench({}, new ScriptedSdk(['initAgent', 'login', 'answer', 'hangup'])) });
    const recorder = recordAgent(bench.agent);
    expect(recorder.at(0)?.whyNot('holdCall')?.code).toBe('NOT_SUPPORTED');
    expect(recorder.at(0)?.state.allowed).toEqual(['initAgent', 'hangup', 'on', 'off']);
  });

  test('after the end, everything is refused, and before it is not', () => {
    const bench = benchAt('talking');
    const recorder = recordAgent(bench.agent);
    bench.agent.dispose();
    expect(recorder.at(1)?.whyNot('holdCall')?.code).toBe('DISPOSED');
    expect(recorder.at(1)?.state.allowed).toEqual(['on', 'off']);
    expect([recorder.at(1)?.whyNot('on'), recorder.at(1)?.whyNot('off')]).toEqual([null, null]);
    expect(recorder.at(0)?.whyNot('holdCall')).toBeNull();
    expect(recordAgent(bench.agent).at(0)?.whyNot('holdCall')?.code).toBe('DISPOSED');
  });

  test('gives nothing for a step that never was', () => {
    const recorder = recordAgent(benchAt('idle').agent);
    for (const step of [-1, 1, 0.5, NaN]) {
      expect(recorder.at(step)).toBeUndefined();
      expect(recorder.entry(step)).toBeUndefined();
    }
  });

  test('stays as it was, whatever comes later', () => {
    const bench = benchAt('consulting, connected');
    const recorder = recordAgent(bench.agent);
    const before = recorder.at(0)!.state;
    bench.emit('EventReleased', THIRD);
    expect(recorder.at(1)!.state.consult).toBeNull();
    expect(recorder.at(0)!.state).toEqual(before);
  });
});
