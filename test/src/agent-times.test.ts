import { describe, expect, test } from '@jest/globals';
import { Bench, benchAt, CUSTOMER, PageStorage, regain, reload, START } from '../support/bench/index.js';

describe('after-call work', () => {
  const inAcw = () => {
    const bench = benchAt('talking');
    bench.emit('EventReleased', { ...CUSTOMER, creationTime: START + 5000 });
    expect(bench.state().work).toBe('acw');
    return bench;
  };

  test('is not ended by a not-ready from before the end of the call, and is by a later one', () => {
    const bench = inAcw();
    bench.emit('EventAgentNotReady', { reasonCode: 11, creationTime: START + 4000 });
    expect(bench.state()).toMatchObject({ work: 'acw', reasonCode: 11 });
    bench.emit('EventAgentReady', { creationTime: START + 6000 });
    expect(bench.state()).toMatchObject({ work: 'idle', login: 'online' });
  });

  test('is ended by one that repeats the login state, though it is from before the end of the call', () => {
    const bench = inAcw();
    bench.emit('EventAgentReady', { creationTime: START + 4000 });
    expect(bench.state().work).toBe('idle');
  });

  test('is ended by one that has no time', () => {
    const bench = inAcw();
    bench.emit('EventAgentReady');
    expect(bench.state().work).toBe('idle');
  });
});

describe('what the server says of a call that was known before the page was loaded anew', () => {
  const heldSince = (creationTime: number) => {
    const storage = new PageStorage();
    const bench = benchAt('talking', { bench: new Bench({ storage }) });
    bench.emit('EventAgentHoldCall', { ...CUSTOMER, creationTime });
    return reload(bench, { storage });
  };
  const info = { callID: CUSTOMER.callID, callType: CUSTOMER.callType };

  test.each([
    [START + 2000, 'holding'],
    [START + 4000, 'talking'],
  ])('counts if it is newer: of %i, the call is %s', (workStatusTimestamp, work) => {
    const bench = heldSince(START + 3000);
    regain(bench, { workStatus: 'talking', workStatusTimestamp }, info);
    expect(bench.state().work).toBe(work);
  });
});

describe('an agent that was disposed of', () => {
  test('tells nobody anything, and takes no subscription', () => {
    const bench = new Bench();
    let told = 0;
    const tell = () => {
      told += 1;
    };
    bench.agent.dispose();
    const unsubscribe = bench.agent.subscribe(tell);
    bench.emit('EventAgentReady');
    bench.emit('EventReleased', {});
    expect(told).toBe(0);
    unsubscribe();
    expect(bench.state()).toMatchObject({ connection: 'uninitialized', allowed: ['on', 'off'] });
  });
});

test('a storage that cannot be written to is reported, and the agent works on', () => {
  const problems: unknown[] = [];
  const storage = {
    getItem: () => null,
    removeItem: () => undefined,
    setItem: () => {
      throw new Error('full');
    },
  };
  const bench = benchAt('idle', { bench: new Bench({ storage }) });
  bench.agent.on('switchhook:storage', (report) => problems.push(report));
  bench.emit('EventRinging', CUSTOMER);
  expect(problems).toEqual([{ type: 'storage', problem: expect.stringMatching(/cannot be stored/) as unknown }]);
  expect(bench.state().work).toBe('ringing');
});

test('on and off are usable whatever the state, and are asked about like commands', () => {
  const { agent } = new Bench();
  expect(agent.can('on')).toBe(true);
  expect(agent.can('off')).toBe(true);
  expect(agent.whyNot('off')).toBeNull();
  expect(agent.getSnapshot().allowed).toEqual(['initAgent', 'on', 'off']);
});
