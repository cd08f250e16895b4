// Connections that break, a switch that is not there or does not answer, and what is left of a phone after that.
import { afterEach, describe, expect, test } from '@jest/globals';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { WebSocketServer } from 'ws';
import { createSipPhone, type SipPhone } from '../../demo/phones/index.js';
import { hearEachOther, useDirectPhones } from './support/direct-phones.js';
import { describeOnSwitch } from './support/on-switch.js';

const LOST = { by: 'lost', status: null, cause: null };

describeOnSwitch('a phone of the switch', () => {
  const floor = useDirectPhones();

  test('with a wrong password is refused', async () => {
    const phone = floor.unregistered('6001', { password: 'wrong' });
    await expect(phone.register()).rejects.toMatchObject({ code: 'REJECTED', status: 401 });
    expect(phone.registered).toBe(false);
    await phone.dial('600');
    await phone.until('idle');
    expect(phone.lastRelease).toMatchObject({ by: 'far', status: 401 });
  });

  test('that has unregistered is not called, and can call', async () => {
    const [caller, phone] = await Promise.all([floor.phone('6001'), floor.phone('6002')]);
    await phone.unregister();
    expect(phone.registered).toBe(false);
    await caller.dial('6002');
    await caller.until('idle');
    expect(caller.lastRelease).toMatchObject({ by: 'far', cause: 3 });
    await phone.dial('600');
    await phone.until('talking');
  });

  const inACall = ['talking', 'ringing', 'dialing', 'holding'] as const;
  test.each(inACall)('loses its call with its connection while %s', async (state) => {
    const [caller, called] = await Promise.all([floor.phone('6001'), floor.phone('6002')]);
    await caller.dial('6002');
    await called.until('ringing');
    if (state === 'talking' || state === 'holding') await called.answer();
    if (state === 'holding') await called.hold();
    const phone = state === 'dialing' ? caller : called;
    expect(phone.state).toBe(state);

    phone.dropConnection();
    await phone.until((one) => !one.connected);
    await phone.until('idle');
    expect(phone.lastRelease).toEqual(LOST);
    expect(phone.registered).toBe(false);
    await expect(phone.hangup()).rejects.toMatchObject({ code: 'WRONG_STATE' });

    // The switch has heard nothing of it; the phone can come back at once.
    await phone.register();
    await phone.dial('600');
    await phone.until(() => phone.hears().includes(phone.ext));
  });

  test('whose cable is pulled goes on as if nothing had happened, and nobody hears it', async () => {
    const [one, other] = await floor.talking('6001', '6002');
    await hearEachOther(one, other);
    one.dropConnection({ silent: true });
    await other.until(() => other.loudness() === -Infinity);
    await one.until(() => one.loudness() === -Infinity);
    expect(one).toMatchObject({ state: 'talking', connected: true, registered: true });
    expect(other.state).toBe('talking');
  });

  test('whose cable is pulled gives up what it does after the deadline', async () => {
    const one = await floor.phone('6001', { deadline: 300 });
    await one.dial('600');
    await one.until('talking');
    one.dropConnection({ silent: true });
    await expect(one.hold()).rejects.toMatchObject({ code: 'TIMEOUT' });
    expect(one.state).toBe('talking');
    await expect(one.hangup()).rejects.toMatchObject({ code: 'TIMEOUT' });
    expect(one.state).toBe('idle');
    await expect(one.register()).rejects.toMatchObject({ code: 'TIMEOUT' });
  });

  test('registers again by itself after the switch was restarted', async () => {
    const [one, other] = await Promise.all(['6001', '6002'].map((ext) => floor.phone(ext, { reconnectAfter: 50, autoAnswer: 'always' })));
    await one!.dial('6002');
    await hearEachOther(one!, other!);
    await floor.at.restart();
    await one!.until(() => one!.registered && other!.registered, 10_000);
    expect([one!.lastRelease, other!.lastRelease]).toEqual([LOST, LOST]);
    await one!.dial('6002');
    await hearEachOther(one!, other!);
  }, 30_000);

  test('closes in whatever it is', async () => {
    const [caller, called] = await Promise.all([floor.phone('6001'), floor.phone('6002')]);
    await caller.dial('6002');
    await called.until('ringing');
    const waiting = expect(caller.until('talking')).rejects.toMatchObject({ code: 'CLOSED' });
    await caller.close();
    await waiting;
    await called.until('idle');
    await expect(caller.register()).rejects.toMatchObject({ code: 'CLOSED' });
    await expect(caller.dial('600')).rejects.toMatchObject({ code: 'CLOSED' });
    expect(caller.isShutdown).toBe(true);
  });

  test('leaves no socket and no timer behind', async () => {
    const before = process.getActiveResourcesInfo().sort();
    const [one, other] = await floor.talking('6001', '6002');
    await one.hold();
    other.dropConnection();
    await other.until('idle');
    await Promise.all([one.close(), other.close()]);
    // Node lists a closed socket until the next turn.
    await new Promise((resolve) => setImmediate(resolve));
    const kinds = (names: readonly string[]): string[] => names.filter((name) => /UDP|TCPSocket|Timeout/.test(name));
    expect(kinds(process.getActiveResourcesInfo().sort())).toEqual(kinds(before));
  });
});

describe('without a switch', () => {
  let phone: SipPhone;
  const phoneAt = (port: number): SipPhone => {
    phone = createSipPhone({ ext: '6001', password: 'any', server: `ws://127.0.0.1:${port}/ws`, deadline: 200 });
    return phone;
  };
  afterEach(async () => {
    await phone.close();
    expect(phone.isShutdown).toBe(true);
  });

  test('a phone says that it cannot reach it', async () => {
    await expect(phoneAt(9).register()).rejects.toMatchObject({ code: 'UNREACHABLE' });
    await expect(phone.dial('600')).rejects.toMatchObject({ code: 'UNREACHABLE' });
    await expect(phone.unregister()).rejects.toMatchObject({ code: 'UNREACHABLE' });
    await expect(phone.answer()).rejects.toMatchObject({ code: 'WRONG_STATE' });
    expect(phone).toMatchObject({ state: 'idle', connected: false, registered: false, call: null });
    expect([phone.hears(), phone.loudness()]).toEqual([[], -Infinity]);
  });

  test('that says a word a phone gives up after its deadline', async () => {
    const server = new WebSocketServer({ port: 0, host: '127.0.0.1' });
    await once(server, 'listening');
    phoneAt((server.address() as AddressInfo).port);
    await expect(phone.register()).rejects.toMatchObject({ code: 'TIMEOUT' });
    await phone.dial('600');
    expect(phone.state).toBe('dialing');
    await expect(phone.hangup()).rejects.toMatchObject({ code: 'TIMEOUT' });
    await phone.close();
    await new Promise((resolve) => server.close(resolve));
  });

  test('a number that cannot be dialled is told before anything is sent', async () => {
    const server = new WebSocketServer({ port: 0, host: '127.0.0.1' });
    await once(server, 'listening');
    phoneAt((server.address() as AddressInfo).port);
    const invalid = { code: 'INVALID_PARAMETER' };
    await expect(phone.dial('6002>\r\nX-Evil: 1')).rejects.toMatchObject(invalid);
    await expect(phone.dial('6002', { asserted: 'a b' })).rejects.toMatchObject(invalid);
    await expect(phone.dial('6002', { headers: { 'X-Order': '1\r\nX-Evil: 1' } })).rejects.toMatchObject(invalid);
    await expect(phone.dial('6002', { headers: { 'X Order': '1' } })).rejects.toMatchObject(invalid);
    expect(phone.state).toBe('idle');
    await phone.close();
    await new Promise((resolve) => server.close(resolve));
  });
});
