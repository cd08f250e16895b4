import { describe, expect, test } from '@jest/globals';
import { type Bench, benchAt, errorOf, type PlaceName, STRANGER, turns, watch } from '../support/bench/index.js';

/** A second call rings while the agent is busy with the first. */
function anotherRings(place: PlaceName): Bench {
  const bench = benchAt(place);
  bench.emit('EventRinging', STRANGER);
  return bench;
}

const other = (bench: Bench, messageID: string): void => bench.emit(messageID, STRANGER);

describe('a call that waits', () => {
  test.each(['dialing', 'ringing', 'talking', 'holding', 'consulting, not connected', 'consulting, connected', 'conferencing'] as const)(
    'does not touch the live call, and is no divergence: %s',
    (place) => {
      const before = benchAt(place).state();
      const bench = anotherRings(place);
      const { call, work, consult, onHold, waiting } = bench.state();
      expect({ call, work, consult, onHold }).toEqual({
        call: before.call,
        work: before.work,
        consult: before.consult,
        onHold: before.onHold,
      });
      expect(waiting).toMatchObject([{ work: 'ringing', callID: STRANGER.callID, since: bench.clock.now() }]);
      expect(bench.divergences).toEqual([]);
    },
  );

  test('is answered, and becomes the call at once; the first one waits', async () => {
    const bench = anotherRings('talking');
    const endings = watch(bench.send('answer'));
    other(bench, 'EventEstablished');
    await turns();
    expect(endings).toMatchObject([{ ended: 'resolved', value: { messageID: 'EventEstablished' } }]);
    expect(bench.state()).toMatchObject({ work: 'talking', call: { callID: STRANGER.callID }, waiting: [{ callID: 'call-1' }] });
    expect(bench.divergences).toEqual([]);
  });

  test.each(['consulting, connected', 'conferencing'] as const)('is answered and waits on, while %s', async (place) => {
    const bench = anotherRings(place);
    const { work } = bench.state();
    const endings = watch(bench.send('answer'));
    other(bench, 'EventEstablished');
    await turns();
    expect(endings).toMatchObject([{ ended: 'resolved' }]);
    expect(bench.state()).toMatchObject({ work, call: { callID: 'call-1' }, waiting: [{ work: 'talking', callID: STRANGER.callID }] });
  });

  test('is rejected, and the live call goes on', async () => {
    const bench = anotherRings('talking');
    const endings = watch(bench.send('rejectCall'));
    bench.customer('EventAgentMute');
    await turns();
    expect(endings).toEqual([]);
    other(bench, 'EventReleased');
    await turns();
    expect(endings).toMatchObject([{ ended: 'resolved' }]);
    expect(bench.state()).toMatchObject({ work: 'talking', call: { callID: 'call-1' }, waiting: [], muted: true });
  });

  test('is over when its answer is refused for that, and the live call is not', async () => {
    const bench = anotherRings('talking');
    const outcome = bench.send('answer');
    bench.emit('EventError', { errorCode: '330303' });
    expect(await errorOf(outcome)).toMatchObject({ code: 'REJECTED', command: 'answer', vendorCode: '330303' });
    expect(bench.state()).toMatchObject({ work: 'talking', call: { callID: 'call-1' }, waiting: [] });
  });

  test('is over before its answer: SUPERSEDED', async () => {
    const bench = anotherRings('talking');
    const outcome = bench.send('answer');
    other(bench, 'EventReleased');
    expect(await errorOf(outcome)).toMatchObject({ code: 'SUPERSEDED', command: 'answer' });
    expect(bench.state()).toMatchObject({ work: 'talking', waiting: [], pending: [] });
  });

  test('becomes the call when the live one ends, and after-call work comes after the last', () => {
    const bench = anotherRings('talking');
    bench.customer('EventReleased');
    expect(bench.state()).toMatchObject({ work: 'ringing', call: { callID: STRANGER.callID }, waiting: [], acw: null });
    other(bench, 'EventEstablished');
    other(bench, 'EventReleased');
    expect(bench.state()).toMatchObject({ work: 'acw', call: null });
    expect(bench.divergences).toEqual([]);
  });

  test('that is missed after a talk leaves after-call work', () => {
    const bench = anotherRings('talking');
    bench.customer('EventReleased');
    other(bench, 'EventReleased');
    expect(bench.state().work).toBe('acw');
  });

  test('takes the place of a held call once it is talked on, in whichever order the server says so', () => {
    for (const order of [
      ['held', 'established'],
      ['established', 'held'],
    ]) {
      const bench = anotherRings('talking');
      for (const step of order) {
        if (step === 'held') bench.customer('EventAgentHoldCall');
        else other(bench, 'EventEstablished');
      }
      expect(bench.state()).toMatchObject({
        work: 'talking',
        call: { callID: STRANGER.callID },
        waiting: [{ work: 'holding', callID: 'call-1' }],
      });
    }
  });

  test('is one of at most 32; more are reported and not kept', () => {
    const bench = benchAt('talking');
    const ignored: unknown[] = [];
    bench.agent.on('switchhook:ignored', (report) => ignored.push(report));
    for (let number = 0; number < 40; number += 1) {
      bench.emit('EventRinging', { callID: `more-${number}`, partyID: `more-${number}`, callType: 'Inbound' });
    }
    expect(bench.state().waiting).toHaveLength(32);
    expect(ignored).toHaveLength(8);
    expect(bench.state().work).toBe('talking');
  });
});
