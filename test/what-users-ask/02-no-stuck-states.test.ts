import { describe, expect, test } from '@jest/globals';
import { CALL_FLIGHTS, FLIGHTS } from '../support/bench/flights.js';
import { openGuardedFloor } from '../support/guarded-floor.js';
import { consultColleague, talkWithCustomer } from '../support/guarded-scenes.js';
import { Bench, turns, watch } from '../support/bench/index.js';

/** A page on which keys, too, wait for their event. */
const waiting = () => new Bench({ confirm: { sendDtmf: 'event' } });

/*
 * Wish 2: no stuck in-between states; every "…ing" has a deadline and accepts the end of the call.
 * Asked for in connect #1090 and #132, twilio #231 and #445, webex PR 5167, 4850 and 4861, JsSIP #936, SIP.js #818.
 */
describe('no stuck in-between states: every "…ing" has a deadline and accepts the end of the call', () => {
  test.each(FLIGHTS)('$command from $from has a deadline, after which nothing is in between any more', async ({ command, start }) => {
    const bench = start(waiting());
    const ending = watch(bench.send(command));
    const { pending, work, login } = bench.state();
    const deadline = pending.find((one) => one.command === command)!.deadline;
    expect(deadline - bench.clock.now()).toBeLessThanOrEqual(120_000);
    bench.clock.increment(deadline - bench.clock.now());
    await turns();
    expect(ending).toMatchObject([{ error: { code: 'TIMEOUT' } }]);
    const isBetween = (state: string) => ['calling', 'loggingIn', 'loggingOut', 'initializing'].includes(state);
    expect([bench.state().work, bench.state().login, bench.state().connection].filter(isBetween)).toEqual([]);
    if (!isBetween(work)) expect(bench.state().work).toBe(work);
    if (!isBetween(login)) expect(bench.state().login).toBe(login);
    const { pending: lanes, side } = bench.agent.actor.getSnapshot().context;
    expect([...Object.values(lanes), ...side].filter((one) => one !== null)).toEqual([]);
  });

  test.each(CALL_FLIGHTS.filter(({ from }) => !['idle', 'acw'].includes(from)))(
    '$command from $from accepts that the call ends meanwhile',
    async ({ command, start }) => {
      const bench = start(waiting());
      const ending = watch(bench.send(command));
      bench.third('EventReleased');
      bench.customer('EventReleased');
      await turns();
      expect(ending).toHaveLength(1);
      expect(bench.state()).toMatchObject({ call: null, consult: null, pending: [], muted: false });
      expect(bench.agent.can('hangup')).toBe(false);
    },
  );

  test.each(['holdCall', 'muteCall', 'initiateConsult', 'singleTransfer', 'hangup', 'sendDtmf'] as const)(
    'a customer who hangs up at any moment of %s leaves nobody between states',
    async (command) => {
      for (let ms = 0; ms <= 160; ms += 20) {
        const floor = openGuardedFloor();
        const seat = await talkWithCustomer(floor);
        const ending = seat.send(command, { targetType: '1', target: '13700000000', dtmfDigits: '1' });
        floor.clock.increment(ms);
        if (floor.customer.state !== 'idle') floor.customer.hangup();
        await floor.pass(100_000);
        expect([ms, ending()]).not.toContain('pending');
        expect(seat.agent.getSnapshot()).toMatchObject({ pending: [], muted: false });
        seat.agent.dispose();
      }
    },
  );

  test('a customer who hangs up while a conference forms leaves the two agents talking', async () => {
    const floor = openGuardedFloor();
    const { seat, other } = await consultColleague(floor);
    const ending = seat.send('consultConference');
    floor.customer.hangup();
    await floor.pass(30_000);
    expect(ending()).not.toBe('pending');
    for (const { agent } of [seat, other]) expect(agent.getSnapshot()).toMatchObject({ work: 'talking', pending: [] });
  });
});
