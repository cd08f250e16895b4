import { describe, expect, test } from '@jest/globals';
import type { AgentState } from '../../adapters/sobot/index.js';
import { openGuardedFloor } from '../support/guarded-floor.js';
import { talkWithCustomer } from '../support/guarded-scenes.js';

const held = ({ work }: AgentState) => work === 'holding';
const muted = (state: AgentState) => state.muted;

/** Command, its opposite, the event that confirms it, and how it shows. */
const SWITCHES = [
  ['holdCall', 'retrieveCall', 'EventAgentHoldCall', held],
  ['muteCall', 'unmute', 'EventAgentMute', muted],
] as const;

/*
 * Wish 3: hold and mute confirmed by the server; a failure rolls back and can be retried.
 * Asked for in SIP.js #685 and #543, connect #224, #735 and #785, wazo-js-sdk PR 878.
 */
describe('hold and mute are confirmed by the server; a failure rolls back and can be retried', () => {
  test.each(SWITCHES)('%s is so when the server says so, not when it is asked for', async (command, _back, event, isOn) => {
    const floor = openGuardedFloor();
    const seat = await talkWithCustomer(floor);
    const ending = seat.send(command);
    const seen: boolean[] = [];
    seat.agent.on(event, () => seen.push(isOn(seat.agent.getSnapshot())));
    expect(isOn(seat.agent.getSnapshot())).toBe(false);
    expect(seat.agent.getSnapshot().pending).toMatchObject([{ command }]);
    await floor.rest();
    expect(seen).toEqual([true]);
    expect(ending()).toBe('done');
    expect(seat.agent.getSnapshot().pending).toEqual([]);
  });

  test.each(SWITCHES)('%s that the service refuses leaves all as it was, and can be tried again', async (command, back, _event, isOn) => {
    const floor = openGuardedFloor();
    const seat = await talkWithCustomer(floor);
    for (const [one, now] of [
      [command, false],
      [back, true],
    ] as const) {
      floor.centre.faults.failNext(one, '330007');
      expect(await seat.tries(one)).toBe('REJECTED');
      expect(isOn(seat.agent.getSnapshot())).toBe(now);
      expect(seat.agent.can(one)).toBe(true);
      await seat.does(one);
      expect(isOn(seat.agent.getSnapshot())).toBe(!now);
    }
  });

  test.each(SWITCHES)(
    '%s whose event is lost is given up, and a second try finds the server and the page agreed again',
    async (command, _back, event, isOn) => {
      const floor = openGuardedFloor();
      const seat = await talkWithCustomer(floor);
      // The page would disagree with the server until then.
      floor.seats.delete(seat);
      const fault = floor.centre.faults.drop(event, { times: 1 });
      const first = seat.send(command);
      await floor.pass(11_000);
      expect(fault.struck).toBe(1);
      expect(first()).toBe('TIMEOUT');
      expect(isOn(seat.agent.getSnapshot())).toBe(false);
      expect(seat.agent.can(command)).toBe(true);

      // The service refuses to do it twice; the page is regained, and knows.
      expect(await seat.tries(command)).toBe('REJECTED');
      if (command === 'muteCall') return;
      floor.centre.faults.disconnect(seat.sdk);
      await floor.rest();
      floor.centre.faults.reconnect(seat.sdk);
      await floor.rest();
      expect(isOn(seat.agent.getSnapshot())).toBe(true);
      floor.seats.add(seat);
      await seat.does('retrieveCall');
    },
  );

  test('a hold that was pressed at the phone itself is known as well', async () => {
    const floor = openGuardedFloor();
    const seat = await talkWithCustomer(floor);
    floor.centre.device('8001').hold();
    await floor.rest();
    expect(seat.agent.getSnapshot().work).toBe('holding');
    await seat.does('retrieveCall');
  });

  test('muting survives a hold, and a hold survives muting: neither undoes the other', async () => {
    const floor = openGuardedFloor();
    const seat = await talkWithCustomer(floor);
    await seat.does('muteCall');
    await seat.does('holdCall');
    expect(seat.agent.getSnapshot()).toMatchObject({ work: 'holding', muted: true });
    await seat.does('unmute');
    expect(seat.agent.getSnapshot()).toMatchObject({ work: 'holding', muted: false });
  });
});
