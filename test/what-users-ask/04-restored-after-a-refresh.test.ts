import { describe, expect, test } from '@jest/globals';
import { ACW_SECONDS, CUSTOMER, openGuardedFloor, type GuardedFloor, type Seat } from '../support/guarded-floor.js';
import { takeCall, TO_AGENT } from '../support/guarded-scenes.js';
import { PageStorage } from '../support/bench/index.js';

/** Agent 1001, whose page remembers, talks with a customer. */
async function remembering(options: object = {}) {
  const floor = openGuardedFloor();
  const page = { storage: new PageStorage(), ...options };
  const seat = await floor.signIn('1001', {}, page);
  await takeCall(floor, seat);
  return { floor, seat, page };
}

/** The page is loaded anew; the new one's agent. */
async function refreshed(floor: GuardedFloor, seat: Seat, page: object): Promise<Seat> {
  floor.leave(seat);
  await floor.pass(700);
  return floor.open('1001', page);
}

/*
 * Wish 4: restored after a page refresh, consult and after-call work included.
 * Asked for in webex PR 4886 (eight problems), connect #33, #513 and #726, twilio #118, SIP.js #1078.
 */
describe('restored after a page refresh, consult and after-call work included', () => {
  test('a held and muted call goes on as it was, to the second, and can be worked on', async () => {
    const { floor, seat, page } = await remembering();
    await floor.pass(60_000);
    await seat.does('muteCall');
    await seat.does('holdCall');
    const before = seat.agent.getSnapshot();
    const again = await refreshed(floor, seat, page);
    expect(again.agent.getSnapshot()).toMatchObject({
      login: 'online',
      work: 'holding',
      muted: true,
      call: { callID: before.call?.callID, establishedAt: before.call?.establishedAt, otherDN: CUSTOMER },
    });
    await again.does('retrieveCall');
    await again.does('unmute');
    await again.does('hangup');
    expect(again.agent.getSnapshot().work).toBe('acw');
    floor.expectPeace();
  });

  test('a consult goes on with both its legs, and can be brought to its end', async () => {
    // Else the number that was asked for is stored masked, and the one that the server names is shown.
    const { floor, seat, page } = await remembering({ revealPersonalData: true });
    const other = await floor.signIn('1002');
    await seat.does('initiateConsult', TO_AGENT);
    const ringing = await refreshed(floor, seat, page);
    // The wire does not say whether the colleague has answered meanwhile.
    expect(ringing.agent.getSnapshot()).toMatchObject({ work: 'consulting', consult: { phase: 'unknown' } });
    expect(ringing.agent.can('cancelConsult')).toBe(true);
    await other.does('answer');
    const talking = await refreshed(floor, ringing, page);
    expect(talking.agent.getSnapshot()).toMatchObject({ work: 'consulting', consult: { phase: 'talking', target: '1002' } });
    await talking.does('consultTransfer');
    expect(other.agent.getSnapshot()).toMatchObject({ work: 'talking', call: { otherDN: CUSTOMER } });
    floor.expectPeace();
  });

  test('after-call work goes on to the deadline it had, and ends there', async () => {
    const { floor, seat, page } = await remembering({ acw: { seconds: ACW_SECONDS } });
    await seat.does('hangup');
    const { acw } = seat.agent.getSnapshot();
    await floor.pass(10_000);
    const again = await refreshed(floor, seat, page);
    expect(again.agent.getSnapshot()).toMatchObject({ work: 'acw', acw });
    expect(again.agent.can('completeACW')).toBe(true);
    await floor.pass(ACW_SECONDS * 1000 - 10_000);
    expect(again.agent.getSnapshot()).toMatchObject({ work: 'idle', acw: null });
  });

  test('what ended while the page was away is not there any more, and what began is', async () => {
    const { floor, seat, page } = await remembering();
    floor.leave(seat);
    floor.customer.hangup();
    await floor.pass(40_000);
    const again = await floor.open('1001', page);
    expect(again.agent.getSnapshot()).toMatchObject({ login: 'online', work: 'idle', call: null });
    floor.leave(again);
    await floor.pass(100);
    floor.customer.dial('1001');
    await floor.pass(500);
    const third = await floor.open('1001', page);
    expect(third.agent.getSnapshot()).toMatchObject({ work: 'ringing', call: { otherDN: CUSTOMER } });
    await third.does('answer');
  });

  test('without a storage, too, as far as the server tells', async () => {
    const { floor, seat } = await remembering();
    await seat.does('holdCall');
    const again = await refreshed(floor, seat, {});
    expect(again.agent.getSnapshot()).toMatchObject({ work: 'holding', call: { otherDN: CUSTOMER } });
    await again.does('retrieveCall');
  });
});
