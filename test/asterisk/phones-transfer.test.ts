// Transfers by the phone itself: REFER, with and without Replaces.
import { expect, test } from '@jest/globals';
import { hearEachOther, useDirectPhones } from './support/direct-phones.js';
import { describeOnSwitch } from './support/on-switch.js';

const floor = useDirectPhones();

describeOnSwitch('a blind transfer', () => {
  test('leaves the other two talking with each other', async () => {
    const [customer, agent] = await floor.talking('6001', '6002');
    const target = await floor.phone('6003');
    const transferred = agent.transfer('6003');
    await target.until('ringing');
    await target.answer();
    await transferred;
    await agent.until('idle');
    await hearEachOther(customer, target);
    expect(agent.lastRelease?.by).not.toBe('lost');
    const statuses = floor.events.flatMap((event) => (event.type === 'transferring' ? [event.status] : []));
    expect(statuses.at(-1)).toBe(200);
  });

  test('to a number that does not exist is refused, and the call goes on', async () => {
    const [customer, agent] = await floor.talking('6001', '6002');
    await expect(agent.transfer('7777')).rejects.toMatchObject({ code: 'REJECTED', status: 404 });
    await hearEachOther(customer, agent);
  });

  test('is not begun before the call is answered', async () => {
    const [caller, called] = await Promise.all([floor.phone('6001'), floor.phone('6002')]);
    await caller.dial('6002');
    await called.until('ringing');
    await expect(called.transfer('6003')).rejects.toMatchObject({ code: 'WRONG_STATE' });
  });
});

describeOnSwitch('an attended transfer', () => {
  test('connects the customer with the one who was asked, and leaves both calls', async () => {
    const [customer, target] = await Promise.all([floor.phone('6001'), floor.phone('6003')]);
    const agent = await floor.phone('6002', { maxCalls: 2 });
    await customer.dial('6002');
    await agent.until('ringing');
    await agent.answer();
    const first = agent.call!;
    await agent.hold();

    const consult = await agent.dial('6003');
    await target.until('ringing');
    await target.answer();
    await hearEachOther(agent, target);
    expect(agent.calls.map(({ state }) => state)).toEqual(['holding', 'talking']);
    expect(agent.call).toBe(consult);

    await first.transferTo(consult);
    expect(agent.state).toBe('idle');
    await hearEachOther(customer, target);
  });

  test('needs a second call that has been answered', async () => {
    const [, agent] = await floor.talking('6001', '6002');
    await expect(agent.transferTo(agent.call!)).rejects.toMatchObject({ code: 'WRONG_STATE' });
    await expect(agent.dial('6003')).rejects.toMatchObject({ code: 'WRONG_STATE' });
    expect(agent.state).toBe('talking');
  });
});
