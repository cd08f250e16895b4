// Phones that the switch operates: calls that they take by themselves, and keys pressed from afar.
import { expect, test } from '@jest/globals';
import type { SipPhone } from '../../demo/phones/index.js';
import { hearEachOther, useDirectPhones } from './support/direct-phones.js';
import { describeOnSwitch } from './support/on-switch.js';

const floor = useDirectPhones();

/** The switch sends the phone a NOTIFY: within its call, or to where it is registered. */
async function press(event: string, to: { Channel: string } | { Endpoint: string }): Promise<void> {
  await floor.at.manager.request('PJSIPNotify', { ...to, Variable: `Event=${event}` });
}

/** The channel of the phone's call on the switch. */
async function channelOf({ ext }: SipPhone): Promise<string> {
  const names = await floor.at.channels();
  return names.find((name) => name.startsWith(`PJSIP/${ext}-`))!;
}

describeOnSwitch('a call', () => {
  test('that asks to be answered is taken at once', async () => {
    const [caller, called] = await Promise.all([floor.phone('6001'), floor.phone('6002')]);
    await caller.dial('*6002');
    await hearEachOther(caller, called);
    expect(floor.events.map(({ type }) => type)).not.toContain('alerting');
  });

  test('that asks for it rings at a phone that never does', async () => {
    const [caller, called] = await Promise.all([floor.phone('6001'), floor.phone('6002', { autoAnswer: 'never' })]);
    await caller.dial('*6002');
    await called.until('ringing');
  });

  test('is taken by a phone that takes all', async () => {
    const [caller, called] = await Promise.all([floor.phone('6001'), floor.phone('6002')]);
    called.autoAnswer = 'always';
    await caller.dial('6002');
    await hearEachOther(caller, called);
  });
});

describeOnSwitch('the talk key', () => {
  test.each([
    ['in the call that rings', async (phone: SipPhone) => ({ Channel: await channelOf(phone) })],
    ['outside of any call', async ({ ext }: SipPhone) => ({ Endpoint: ext })],
  ])('pressed %s takes it', async (_where, place) => {
    const [caller, called] = await Promise.all([floor.phone('6001'), floor.phone('6002')]);
    await caller.dial('6002');
    await called.until('ringing');
    await press('talk', await place(called));
    await hearEachOther(caller, called);
  });

  test('takes a call back that was put on hold with the hold key', async () => {
    const [one, other] = await floor.talking('6001', '6002');
    const channel = await channelOf(one);
    await press('hold', { Channel: channel });
    await one.until('holding');
    await other.until(() => other.hears().length === 0);
    await press('talk', { Channel: channel });
    await hearEachOther(one, other);
  });

  test('does nothing at a phone without a call, or in a talk', async () => {
    const idle = await floor.phone('6003');
    const [one, other] = await floor.talking('6001', '6002');
    await press('talk', { Endpoint: '6003' });
    await press('talk', { Channel: await channelOf(one) });
    await one.until(() => floor.events.some(({ type, ext }) => type === 'remoteControl' && ext === '6001'));
    await hearEachOther(one, other);
    expect(idle.state).toBe('idle');
  });

  test('still works after a transfer that failed', async () => {
    const [one, other] = await floor.talking('6001', '6002');
    await expect(one.transfer('7777')).rejects.toMatchObject({ code: 'REJECTED' });
    await press('hold', { Channel: await channelOf(one) });
    await one.until('holding');
    expect(other.state).toBe('talking');
  });
});
