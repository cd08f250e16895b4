import { describe, expect, test } from '@jest/globals';
import { CUSTOMER, deskIn, FakeStorage, newDesk, regain, reload, START } from '../support/desk.js';

describe('after-call work', () => {
  const inAcw = () => {
    const desk = deskIn('talking');
    desk.emit('EventReleased', { ...CUSTOMER, creationTime: START + 5000 });
    expect(desk.state().work).toBe('acw');
    return desk;
  };

  test.each([
    ['EventAgentReady', {}],
    ['EventAgentNotReady', { reasonCode: 11 }],
  ])('is not ended by an %s from before the end of the call, and is by a later one', (event, attributes) => {
    const desk = inAcw();
    desk.emit(event, { ...attributes, creationTime: START + 4000 });
    expect(desk.state().work).toBe('acw');
    desk.emit(event, { ...attributes, creationTime: START + 6000 });
    expect(desk.state().work).toBe('idle');
  });

  test('is ended by one that has no time', () => {
    const desk = inAcw();
    desk.emit('EventAgentReady');
    expect(desk.state().work).toBe('idle');
  });
});

describe('what the server says of a call that was known before the page was loaded anew', () => {
  const heldSince = (creationTime: number) => {
    const storage = new FakeStorage();
    const desk = deskIn('talking', { storage });
    desk.emit('EventAgentHoldCall', { ...CUSTOMER, creationTime });
    return reload(desk, { storage });
  };
  const info = { callID: CUSTOMER.callID, callType: CUSTOMER.callType };

  test.each([
    [START + 2000, 'holding'],
    [START + 4000, 'talking'],
  ])('counts if it is newer: of %i, the call is %s', (workStatusTimestamp, work) => {
    const desk = heldSince(START + 3000);
    regain(desk, { workStatus: 'talking', workStatusTimestamp }, info);
    expect(desk.state().work).toBe(work);
  });
});

describe('an agent that was disposed of', () => {
  test('tells nobody anything, and takes no subscription', () => {
    const desk = newDesk();
    let told = 0;
    const tell = () => {
      told += 1;
    };
    desk.agent.dispose();
    const unsubscribe = desk.agent.subscribe(tell);
    desk.emit('EventAgentReady');
    desk.emit('EventReleased', {});
    expect(told).toBe(0);
    unsubscribe();
    expect(desk.state()).toMatchObject({ connection: 'uninitialized', allowed: ['on', 'off'] });
  });
});

test('a storage that cannot be written to is reported, and the agent works on', () => {
  const problems: unknown[] = [];
  const storage = { getItem: () => null, removeItem: () => undefined, setItem: () => { throw new Error('full'); } };
  const desk = deskIn('idle', { storage });
  desk.agent.on('switchhook:storage', (report) => problems.push(report));
  desk.emit('EventRinging', CUSTOMER);
  expect(problems).toEqual([{ type: 'storage', problem: expect.stringMatching(/cannot be stored/) as unknown }]);
  expect(desk.state().work).toBe('ringing');
});

test('on and off are usable whatever the state, and are asked about like commands', () => {
  const { agent } = newDesk();
  expect(agent.can('on')).toBe(true);
  expect(agent.can('off')).toBe(true);
  expect(agent.whyNot('off')).toBeNull();
  expect(agent.getSnapshot().allowed).toEqual(['initAgent', 'on', 'off']);
});
