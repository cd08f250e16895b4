import { describe, expect, test } from '@jest/globals';
import { benchAt, turns, watch } from '../support/bench/index.js';

describe('a refusal that comes when its command has ended already', () => {
  const supersededHold = () => {
    const bench = benchAt('talking');
    const hold = watch(bench.send('holdCall'));
    bench.customer('EventReleased');
    return { bench, hold };
  };

  test('is not taken for the next command, which ends by its own event', async () => {
    const { bench, hold } = supersededHold();
    const complete = watch(bench.send('completeACW'));
    bench.sdk.emit('EventError', { errorCode: '330013' });
    bench.sdk.emit('EventAgentReady');
    await turns();
    expect(hold).toMatchObject([{ error: { code: 'SUPERSEDED' } }]);
    expect(complete).toMatchObject([{ ended: 'resolved' }]);
  });

  test('is owed once: the second is for the next command', async () => {
    const { bench } = supersededHold();
    const complete = watch(bench.send('completeACW'));
    bench.sdk.emit('EventError', { errorCode: '330013' });
    bench.sdk.emit('EventError', { errorCode: '330102' });
    await turns();
    expect(complete).toMatchObject([{ error: { code: 'REJECTED', vendorCode: '330102' } }]);
  });

  test('is not seen in an error that cannot be of that command', async () => {
    const bench = benchAt('ringing');
    const answer = watch(bench.send('answer'));
    bench.customer('EventReleased');
    const makeCall = watch(bench.send('makeCall', { otherDN: '8002' }));
    // The colleague is on a call: nobody is told that who answers one.
    bench.sdk.emit('EventError', { errorCode: '330092' });
    await turns();
    expect(answer).toMatchObject([{ error: { code: 'SUPERSEDED' } }]);
    expect(makeCall).toMatchObject([{ error: { code: 'REJECTED', vendorCode: '330092' } }]);
    expect(bench.state().work).toBe('idle');
  });

  test('is not seen in an error that can be of any command while another is pending', async () => {
    const bench = benchAt('ringing');
    const answer = watch(bench.send('answer'));
    bench.customer('EventReleased');
    const makeCall = watch(bench.send('makeCall', { otherDN: '8002' }));
    bench.sdk.emit('EventError', { errorCode: '330195' });
    await turns();
    expect(answer).toMatchObject([{ error: { code: 'SUPERSEDED' } }]);
    expect(makeCall).toMatchObject([{ error: { code: 'REJECTED', vendorCode: '330195' } }]);
  });

  test('is not waited for longer than a second', async () => {
    const { bench } = supersededHold();
    bench.clock.increment(1_000);
    const complete = watch(bench.send('completeACW'));
    bench.sdk.emit('EventError', { errorCode: '330102' });
    await turns();
    expect(complete).toMatchObject([{ error: { code: 'REJECTED' } }]);
  });
});
