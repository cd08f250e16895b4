import { describe, expect, test } from '@jest/globals';
import { type Bench, benchAt, CUSTOMER, turns, watch } from '../support/bench/index.js';

const OFFERED = { ...CUSTOMER, callType: 'Outbound', thisDNRole: 'Destination' };
const OWN = { callID: 'call-2', partyID: 'party-5', callType: 'Outbound', thisDNRole: 'Origination', otherDN: '13800138000' };

describe('a call whose own role is Destination', () => {
  test.each(['Inbound', 'Outbound', 'Predictive', 'Preview', 'Callback', 'Internal'])(
    'can be answered and rejected, whatever its type: %s',
    (callType) => {
      const bench = benchAt('idle');
      bench.emit('EventRinging', { ...OFFERED, callType });
      expect(bench.state().work).toBe('ringing');
      for (const command of ['answer', 'rejectCall'] as const) expect(bench.agent.can(command)).toBe(true);
      bench.leave('answer');
      bench.emit('EventEstablished', { ...OFFERED, callType });
      expect(bench.state()).toMatchObject({ work: 'talking', pending: [] });
    },
  );
});

describe('such a call while an own makeCall awaits its first leg', () => {
  const offered = () => {
    const bench = benchAt('idle');
    const makeCall = watch(bench.send('makeCall'));
    bench.emit('EventRinging', OFFERED);
    return { bench, makeCall };
  };
  const pendingOf = (bench: Bench) => bench.state().pending.map(({ command }) => command);

  test('is dialing, and makeCall stays in flight until it is established', async () => {
    const { bench, makeCall } = offered();
    await turns();
    expect(bench.state()).toMatchObject({ work: 'dialing', call: { callID: 'call-1' } });
    expect(pendingOf(bench)).toEqual(['makeCall']);
    expect(makeCall).toEqual([]);
    bench.emit('EventEstablished', OFFERED);
    await turns();
    expect(makeCall).toMatchObject([{ ended: 'resolved' }]);
    expect(bench.state()).toMatchObject({ work: 'talking', pending: [] });
  });

  test('is answered all the same: its established confirms both', async () => {
    const { bench, makeCall } = offered();
    const answer = watch(bench.send('answer'));
    expect(pendingOf(bench).sort()).toEqual(['answer', 'makeCall']);
    bench.emit('EventEstablished', OFFERED);
    await turns();
    expect([...answer, ...makeCall]).toMatchObject([{ ended: 'resolved' }, { ended: 'resolved' }]);
    expect(bench.state()).toMatchObject({ work: 'talking', pending: [] });
  });

  test('is rejected all the same', async () => {
    const { bench } = offered();
    const reject = watch(bench.send('rejectCall'));
    bench.emit('EventReleased', OFFERED);
    await turns();
    expect(reject).toMatchObject([{ ended: 'resolved' }]);
    expect(bench.state().call?.callID ?? null).not.toBe('call-1');
  });

  test('is an offered call once makeCall is refused', async () => {
    const { bench, makeCall } = offered();
    bench.emit('EventError', { errorCode: '330081' });
    await turns();
    expect(makeCall).toMatchObject([{ error: { code: 'REJECTED', command: 'makeCall' } }]);
    expect(bench.state()).toMatchObject({ work: 'ringing', call: { callID: 'call-1' }, pending: [] });
    for (const command of ['answer', 'rejectCall'] as const) expect(bench.agent.can(command)).toBe(true);
  });

  test('is an offered call once a leg of role Origination comes, which is the call asked for', async () => {
    const { bench, makeCall } = offered();
    bench.emit('EventDialing', OWN);
    await turns();
    expect(makeCall).toMatchObject([{ ended: 'resolved' }]);
    const { call, work, waiting } = bench.state();
    expect([{ callID: call?.callID, work }, ...waiting.map((one) => ({ callID: one.callID, work: one.work }))]).toEqual(
      expect.arrayContaining([
        { callID: 'call-1', work: 'ringing' },
        { callID: 'call-2', work: 'dialing' },
      ]),
    );
    for (const command of ['answer', 'rejectCall'] as const) expect(bench.agent.can(command)).toBe(true);
  });

  test('of type Inbound takes the place of the call asked for, which ends SUPERSEDED', async () => {
    const bench = benchAt('idle');
    const makeCall = watch(bench.send('makeCall'));
    bench.customer('EventRinging');
    await turns();
    expect(makeCall).toMatchObject([{ error: { code: 'SUPERSEDED', command: 'makeCall' } }]);
    expect(bench.state()).toMatchObject({ work: 'ringing', call: { callID: 'call-1' } });
    // Its leg, if it comes after all, waits.
    bench.emit('EventDialing', OWN);
    expect(bench.state()).toMatchObject({ work: 'ringing', call: { callID: 'call-1' }, waiting: [{ callID: 'call-2', work: 'dialing' }] });
    expect(bench.divergences).toEqual([]);
  });
});
