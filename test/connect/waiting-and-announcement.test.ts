import { describe, expect, test } from '@jest/globals';
import { connect } from '../../adapters/connect/index.js';
import { Bench, benchAt, CUSTOMER, STRANGER, type PlaceName } from '../support/bench/index.js';

const announced = (bench: Bench) => connect(bench.state()).announcement;

describe('the calls that wait', () => {
  test('are a list with keys, words and times', () => {
    const bench = benchAt('talking');
    expect(connect(bench.state()).waiting).toEqual([]);
    bench.emit('EventRinging', STRANGER);
    bench.clock.increment(3_000);
    bench.emit('EventRinging', { ...STRANGER, callID: 'call-10', partyID: 'party-10' });
    const [first, second] = connect(bench.state(), { now: bench.clock.now() }).waiting;
    expect(first).toEqual({ key: 'call-9', label: 'Incoming call', elapsed: 3_000, call: bench.state().waiting[0] });
    expect(second).toMatchObject({ key: 'call-10', elapsed: 0 });
    expect(connect(bench.state()).waiting[0]).toMatchObject({ elapsed: null });
  });

  test('keep their keys whatever becomes of them', () => {
    const bench = benchAt('talking');
    bench.emit('EventRinging', STRANGER);
    bench.emit('EventEstablished', STRANGER);
    bench.emit('EventAgentHoldCall', STRANGER);
    expect(connect(bench.state()).waiting).toMatchObject([{ key: 'call-9', label: 'Call on hold' }]);
  });

  test('have a key though the server has named only a part of one, or nothing', () => {
    const state = benchAt('talking', {}).state();
    const nameless = { ...state.call!, work: 'ringing' as const, since: 0, callID: null, partyID: null };
    const keys = connect({ ...state, waiting: [{ ...nameless, partyID: 'p' }, nameless] }).waiting.map(({ key }) => key);
    expect(keys).toEqual(['p', '1']);
  });
});

describe('what a screen reader says', () => {
  test.each<readonly [PlaceName, string]>([
    ['idle', 'No call'],
    ['calling', 'Calling'],
    ['ringing', 'Incoming call'],
    ['talking', 'In a call'],
    ['holding', 'Call on hold'],
    ['consulting, connected', 'Consulting, customer on hold'],
    ['conferencing', 'In a conference'],
    ['acw', 'After-call work'],
  ])('%s: %s', (place, said) => {
    expect(announced(benchAt(place))).toBe(said);
  });

  test('holds no running time, which would be read out every second', () => {
    const bench = benchAt('talking');
    const at = (now: number) => connect(bench.state(), { now }).announcement;
    expect(at(bench.clock.now() + 61_000)).toBe(at(bench.clock.now()));
  });

  test('changes with a hold, a mute, and the end of a call', () => {
    const bench = benchAt('talking');
    const said = [announced(bench)];
    for (const event of ['EventAgentMute', 'EventAgentHoldCall', 'EventAgentUnmute', 'EventReleased']) {
      bench.customer(event, CUSTOMER);
      said.push(announced(bench));
    }
    expect(said).toEqual(['In a call', 'In a call, microphone off', 'Call on hold, microphone off', 'Call on hold', 'After-call work']);
  });

  test('begins with what is wrong with the connection', () => {
    expect(announced(new Bench())).toBe('Not connected, No call');
  });
});
