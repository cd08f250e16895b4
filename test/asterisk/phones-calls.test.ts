// Phones that call each other through the real switch, by what they hear.
import { expect, test } from '@jest/globals';
import { hearEachOther, useDirectPhones } from './support/direct-phones.js';
import { describeOnSwitch } from './support/on-switch.js';

const floor = useDirectPhones();
const typesOf = (ext: string): string[] => floor.events.filter((event) => event.ext === ext).map(({ type }) => type);

describeOnSwitch('a call', () => {
  test('is dialed, rings, is answered, heard at both ends and ended', async () => {
    const [caller, called] = await Promise.all([floor.phone('6001'), floor.phone('6002')]);
    const call = await caller.dial('6002');
    expect(caller.state).toBe('dialing');
    await called.until('ringing');
    expect(called.call).toMatchObject({ direction: 'in', remote: '6001' });
    await caller.until(() => typesOf('6001').includes('alerting'));

    await called.answer();
    await caller.until('talking');
    await hearEachOther(caller, called);
    expect(call.hears()).toEqual(['6002']);
    expect(called.hears()).toEqual(['6001']);

    await called.hangup();
    expect(called.state).toBe('idle');
    await caller.until('idle');
    expect(caller.lastRelease).toEqual({ by: 'far', status: null, cause: 16 });
    expect(called.lastRelease).toEqual({ by: 'self', status: null, cause: null });
    expect(typesOf('6001')).toEqual(['connected', 'registered', 'dialing', 'alerting', 'answered', 'released']);
    expect(typesOf('6002')).toEqual(['connected', 'registered', 'incoming', 'answered', 'released']);
  });

  test('can be ended by the caller', async () => {
    const [caller, called] = await floor.talking('6001', '6002');
    await caller.hangup();
    await called.until('idle');
    expect(called.lastRelease).toEqual({ by: 'far', status: null, cause: 16 });
  });

  test('comes back as it was said from a line that echoes', async () => {
    const phone = await floor.phone('6001');
    await phone.dial('600');
    await phone.until(() => phone.hears().includes('6001'));
    phone.mute();
    await phone.until(() => phone.hears().length === 0);
  });

  test('shows the number for which the caller speaks, and carries his headers', async () => {
    const [caller, called] = await Promise.all([floor.phone('6001'), floor.phone('6002')]);
    // The switch makes the header the name that is shown.
    await caller.dial('811', { asserted: '13512345678', headers: { 'X-Order': 'A-4711' } });
    await called.until('ringing');
    expect(called.call).toMatchObject({ remote: '13512345678', remoteName: 'A-4711' });
    expect(floor.events).toContainEqual(expect.objectContaining({ type: 'incoming', from: '13512345678', name: 'A-4711' }));
  });

  test('is heard by all who share a talk', async () => {
    const phones = await Promise.all(['6001', '6002', '6003'].map((ext) => floor.phone(ext)));
    await Promise.all(phones.map((phone) => phone.dial('800')));
    const [one, two, three] = phones;
    await one!.until(() => phones.every((phone) => phone.hears().length === 2));
    expect(one!.hears()).toEqual(['6002', '6003']);
    expect(two!.hears()).toEqual(['6001', '6003']);
    three!.mute();
    await one!.until(() => one!.hears().join() === '6002' && two!.hears().join() === '6001');
    expect(three!.hears()).toEqual(['6001', '6002']);
  });
});

describeOnSwitch('hold', () => {
  test('gives the other end music in place of the holder, and retrieve gives him back', async () => {
    const [holder, other] = await floor.talking('6001', '6002');
    await hearEachOther(holder, other);
    await holder.hold();
    expect(holder.state).toBe('holding');
    await other.until(() => other.hears().length === 0 && other.loudness() > -50);
    await holder.until(() => holder.loudness() === -Infinity);
    await holder.retrieve();
    expect(holder.state).toBe('talking');
    await hearEachOther(holder, other);
  });

  test('is not done twice', async () => {
    const [holder] = await floor.talking('6001', '6002');
    await holder.hold();
    await expect(holder.hold()).rejects.toMatchObject({ code: 'WRONG_STATE' });
    await holder.retrieve();
    await expect(holder.retrieve()).rejects.toMatchObject({ code: 'WRONG_STATE' });
  });

  test('lets the call be ended by either end', async () => {
    const [holder, other] = await floor.talking('6001', '6002');
    await holder.hold();
    await other.hangup();
    await holder.until('idle');
    expect(holder.lastRelease?.by).toBe('far');
  });
});

describeOnSwitch('mute', () => {
  test('silences one direction only', async () => {
    const [one, other] = await floor.talking('6001', '6002');
    await hearEachOther(one, other);
    one.mute();
    await other.until(() => other.loudness() === -Infinity);
    expect(one.hears()).toEqual(['6002']);
    one.unmute();
    await hearEachOther(one, other);
  });
});

describeOnSwitch('keys', () => {
  test('arrive in order, in both directions', async () => {
    const [one, other] = await floor.talking('6001', '6002');
    await one.sendDtmf('0123456789*#AD');
    await other.until(() => other.keys === '0123456789*#AD');
    await other.sendDtmf('77');
    await one.until(() => one.keys === '77');
    await hearEachOther(one, other);
  });

  test('that no phone has are refused', async () => {
    const [one] = await floor.talking('6001', '6002');
    await expect(one.sendDtmf('12x')).rejects.toMatchObject({ code: 'INVALID_PARAMETER' });
  });

  test('are not sent to the end when the call is over first', async () => {
    const [one, other] = await floor.talking('6001', '6002');
    const sending = one.sendDtmf('0123456789');
    await other.until(() => other.keys.length > 1);
    await other.hangup();
    await expect(sending).rejects.toMatchObject({ code: 'GONE' });
  });
});

describeOnSwitch('a call that is not answered', () => {
  test.each([
    [486, 17],
    [603, 21],
  ])('is refused with %i', async (status, cause) => {
    const [caller, called] = await Promise.all([floor.phone('6001'), floor.phone('6002')]);
    await caller.dial('6002');
    await called.until('ringing');
    await called.reject(status);
    expect(called.lastRelease).toEqual({ by: 'self', status, cause: null });
    await caller.until('idle');
    expect(caller.lastRelease).toMatchObject({ by: 'far', cause });
  });

  test('is taken back by the caller', async () => {
    const [caller, called] = await Promise.all([floor.phone('6001'), floor.phone('6002')]);
    await caller.dial('6002');
    await called.until('ringing');
    await caller.hangup();
    expect(caller.lastRelease).toEqual({ by: 'self', status: null, cause: null });
    await called.until('idle');
    expect(called.lastRelease).toMatchObject({ by: 'far', status: null });
    await expect(called.answer()).rejects.toMatchObject({ code: 'WRONG_STATE' });
  });

  test('is taken back while it is answered: one of the two happens, at both ends', async () => {
    const [caller, called] = await Promise.all([floor.phone('6001'), floor.phone('6002')]);
    await caller.dial('6002');
    await called.until('ringing');
    await Promise.allSettled([called.answer(), caller.hangup()]);
    await called.until('idle');
    await caller.until('idle');
  });

  test('does not ring at a phone that is in another call', async () => {
    await floor.talking('6001', '6002');
    const third = await floor.phone('6003');
    await third.dial('6002');
    await third.until('idle');
    expect(third.lastRelease).toMatchObject({ by: 'far', status: 486, cause: 17 });
    expect(typesOf('6003')).not.toContain('alerting');
  });

  test.each([
    ['no such number', '7777', { status: 404 }],
    ['a phone that is not there', '6009', { cause: 3 }],
    ['a line that is engaged', '603', { status: 486 }],
  ])('has %s', async (_what, number, release) => {
    const phone = await floor.phone('6001');
    await phone.dial(number);
    await phone.until('idle');
    expect(phone.lastRelease).toMatchObject({ by: 'far', ...release });
  });

  test('rings for as long as the caller wants', async () => {
    const phone = await floor.phone('6001');
    await phone.dial('605');
    await expect(phone.until('talking', 700)).rejects.toMatchObject({ code: 'TIMEOUT' });
    await phone.hangup();
    expect(phone.state).toBe('idle');
  });
});
