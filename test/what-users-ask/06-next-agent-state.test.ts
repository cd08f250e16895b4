import { describe, expect, test } from '@jest/globals';
import { openGuardedFloor } from '../support/guarded-floor.js';
import { takeCall, talkWithCustomer } from '../support/guarded-scenes.js';
import { PageStorage } from '../support/bench/index.js';

/*
 * Wish 6: the pending, or next, agent state: set and cleared, and observable.
 * Asked for in connect #465, #943, #613 and #1063, Flex template #290 and #303.
 *
 * The login state is a region of its own. During a call, `login` says the state that the agent will have after it.
 */
describe('the next agent state: set and cleared, and observable', () => {
  test('a break that is taken during a talk is seen at once, and is where the agent is after it', async () => {
    const floor = openGuardedFloor();
    const seat = await talkWithCustomer(floor);
    const seen: string[] = [];
    seat.agent.subscribe(({ work, login, reasonCode, pending }) =>
      seen.push(`${work} ${login} ${reasonCode ?? '-'} ${pending.map(({ command }) => command).join()}`),
    );
    await seat.does('notReady', { reasonCode: 14 });
    expect(seat.agent.getSnapshot()).toMatchObject({ work: 'talking', login: 'break', reasonCode: 14 });
    // First that it was asked for, then that it is so.
    expect(seen).toEqual(['talking online - notReady', 'talking break 14 ']);
    await seat.does('hangup');
    await seat.does('completeACW');
    expect(seat.agent.getSnapshot()).toMatchObject({ work: 'idle', login: 'break', reasonCode: 14 });
    expect(floor.centre.truth('1001')).toMatchObject({ login: 'break', reasonCode: 14 });
  });

  test('it can be changed, and cleared again before the call is over', async () => {
    const floor = openGuardedFloor();
    const seat = await talkWithCustomer(floor);
    await seat.does('notReady', { reasonCode: 14 });
    await seat.does('notReady', { reasonCode: 2 });
    expect(seat.agent.getSnapshot()).toMatchObject({ work: 'talking', login: 'dnd' });
    await seat.does('ready');
    expect(seat.agent.getSnapshot()).toMatchObject({ work: 'talking', login: 'online', reasonCode: null });
    await seat.does('hangup');
    await seat.does('completeACW');
    // Ready it was, and ready it is: the next call comes.
    await takeCall(floor, seat);
  });

  test('it survives holding, a refresh of the page, and after-call work that ends by itself', async () => {
    const floor = openGuardedFloor();
    const page = { storage: new PageStorage() };
    const seat = await floor.signIn('1001', {}, page);
    await takeCall(floor, seat);
    await seat.does('notReady', { reasonCode: 13 });
    await seat.does('holdCall');
    floor.leave(seat);
    const again = await floor.open('1001', page);
    expect(again.agent.getSnapshot()).toMatchObject({ work: 'holding', login: 'break', reasonCode: 13 });
    floor.customer.hangup();
    await floor.pass(31_000);
    expect(again.agent.getSnapshot()).toMatchObject({ work: 'idle', login: 'break', reasonCode: 13 });
  });

  test('where the service refuses it during a call, nothing seems to be set', async () => {
    const floor = openGuardedFloor({ behaviour: { statusDuringCall: 'refused' } });
    const seat = await talkWithCustomer(floor);
    expect(await seat.tries('notReady', { reasonCode: 14 })).toBe('REJECTED');
    expect(seat.agent.getSnapshot()).toMatchObject({ work: 'talking', login: 'online', reasonCode: null, pending: [] });
  });

  test('after-call work can be left into DND in one step', async () => {
    const floor = openGuardedFloor();
    const seat = await talkWithCustomer(floor);
    await seat.does('hangup');
    await seat.does('completeACWToBusy');
    expect(seat.agent.getSnapshot()).toMatchObject({ work: 'idle', login: 'dnd', reasonCode: 2 });
  });
});
