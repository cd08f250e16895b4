import { describe, expect, test } from '@jest/globals';
import { ACW_SECONDS, CUSTOMER, openGuardedFloor } from '../support/guarded-floor.js';
import { takeCall, wrapUp } from '../support/guarded-scenes.js';
import { benchAt } from '../support/bench/index.js';

/*
 * Wish 9: after-call work as a first-class state: deadline, extend, complete, also after a failed outbound call.
 * Asked for in connect #700, #543, #567, #135 and #952.
 */
describe('after-call work is a first-class state: deadline, extend, complete, also after a failed outbound call', () => {
  test('it has a beginning and a deadline, can be extended, and ends by itself', async () => {
    const floor = openGuardedFloor();
    const seat = await floor.signIn('1001', {}, { acw: { seconds: ACW_SECONDS } });
    await takeCall(floor, seat);
    await seat.does('hangup');
    const { work, acw } = seat.agent.getSnapshot();
    expect(work).toBe('acw');
    // It began when the server says, and its length counts from when that has arrived.
    expect(acw!.deadline! - acw!.since).toBeGreaterThanOrEqual(ACW_SECONDS * 1000);
    expect(acw!.deadline! - acw!.since).toBeLessThan(ACW_SECONDS * 1000 + 1000);
    await seat.does('delayACW', { delayTime: 60 });
    expect(seat.agent.getSnapshot().acw).toEqual({ since: acw!.since, deadline: acw!.deadline! + 60_000 });
    await floor.pass(acw!.deadline! - floor.clock.now() + 1000);
    expect(seat.agent.getSnapshot().work).toBe('acw');
    await floor.pass(60_000);
    expect(seat.agent.getSnapshot()).toMatchObject({ work: 'idle', acw: null, login: 'online' });
    floor.expectPeace();
  });

  test.each([
    ['completeACW', 'online'],
    ['completeACWToBusy', 'dnd'],
  ] as const)('%s ends it, and is not there before or after', async (command, login) => {
    const floor = openGuardedFloor();
    const seat = await floor.signIn('1001');
    await takeCall(floor, seat);
    expect(seat.agent.can(command)).toBe(false);
    await seat.does('hangup');
    for (const one of ['delayACW', 'completeACW', 'completeACWToBusy', 'notReady'] as const) expect(seat.agent.can(one)).toBe(true);
    for (const one of ['makeCall', 'logout', 'login', 'hangup', 'holdCall'] as const) expect(seat.agent.can(one)).toBe(false);
    await seat.does(command);
    expect(seat.agent.getSnapshot()).toMatchObject({ work: 'idle', acw: null, login });
    expect(seat.agent.can(command)).toBe(false);
  });

  test('an extension that the service refuses leaves the deadline where it was', async () => {
    const floor = openGuardedFloor({ behaviour: { delayLimit: '300' } });
    const seat = await wrapUp(floor);
    expect(await seat.tries('delayACW', { delayTime: 301 })).toBe('REJECTED');
    await floor.pass(ACW_SECONDS * 1000);
    expect(seat.agent.getSnapshot().work).toBe('idle');
  });

  test.each(['busy', 'noAnswer', 'reject', 'unknown'] as const)(
    'an outbound call that fails (%s) leaves nobody in after-call work that nobody ends',
    async (answer) => {
      const floor = openGuardedFloor({ customers: [{ number: CUSTOMER, answer }], dialSeconds: 20 });
      const seat = await floor.signIn('1001');
      await seat.does('makeCall', { otherDN: CUSTOMER });
      await floor.pass(25_000);
      expect(seat.agent.getSnapshot()).toMatchObject({ work: 'idle', call: null, acw: null });
      expect(seat.agent.can('makeCall')).toBe(true);
      floor.expectPeace();
    },
  );

  test('where the service gives after-call work after a failed outbound call, too, it is the same state', () => {
    for (const announced of ['EventAgentAfterCallWork', 'regain'] as const) {
      const bench = benchAt('dialing');
      bench.customer('EventReleased', { callType: 'Outbound' });
      expect(bench.state().work).toBe('idle');
      if (announced === 'regain') {
        bench.sdk.emit('EventAgentRegainStatus', { agentStateInfo: { agentState: '1', workStatus: 'sorting' } });
      } else bench.sdk.emit(announced);
      expect(bench.state()).toMatchObject({ work: 'acw', call: null, login: 'online' });
      bench.leave('completeACW');
      bench.sdk.emit('EventAgentReady');
      expect(bench.state()).toMatchObject({ work: 'idle', acw: null });
    }
  });

  test('a transfer and a customer who hangs up end in it just the same', async () => {
    const floor = openGuardedFloor();
    const seat = await floor.signIn('1001');
    await takeCall(floor, seat);
    floor.customer.hangup();
    await floor.rest();
    expect(seat.agent.getSnapshot().work).toBe('acw');
    await seat.does('completeACW');
    await takeCall(floor, seat);
    const other = await floor.signIn('1002');
    const transfer = seat.send('singleTransfer', { targetType: '0', target: '1002' });
    await floor.rest();
    await other.does('answer');
    expect(transfer()).toBe('done');
    expect(seat.agent.getSnapshot().work).toBe('acw');
  });
});
