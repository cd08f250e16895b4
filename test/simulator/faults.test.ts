import { describe, expect, test } from '@jest/globals';
import { advance, type FloorEvent } from '../../adapters/simulator/index.js';
import { openFloor } from './support/floor.js';
import { readyScene, talkingScene } from './support/scenes.js';

const HELD = 'EventAgentHoldCall';

describe('drop', () => {
  test('loses the event, and not the fact', () => {
    const { desk, centre } = talkingScene();
    const fault = centre.faults.drop(HELD, { times: 1 });
    desk.run('holdCall');
    expect(desk.news()).toEqual([]);
    expect(centre.truth('1001').work).toBe('holding');
    expect(fault.struck).toBe(1);
    desk.run('retrieveCall');
    desk.run('holdCall');
    expect(desk.news()).toEqual(['EventAgentRetrieveCall', HELD]);
  });

  test('by a function, for one agent, until removed', () => {
    const floor = openFloor();
    const [one, other] = [floor.signIn('1001'), floor.signIn('1002')];
    const fault = floor.centre.faults.drop((message) => message['agentState'] === '2', { agentID: '1001' });
    for (const desk of [one, other]) desk.run('notReady', { reasonCode: 11 });
    expect(one.news()).toEqual([]);
    expect(other.news()).toEqual(['EventAgentNotReady']);
    fault.remove();
    one.run('notReady', { reasonCode: 12 });
    expect(one.news()).toEqual(['EventAgentNotReady']);
  });

  test('of everything, with a probability', () => {
    const { desk, centre } = readyScene();
    const fault = centre.faults.drop('*', { probability: 0.5 });
    for (let time = 0; time < 50; time += 1) {
      desk.run('notReady', { reasonCode: 11 });
      desk.run('ready');
    }
    const came = desk.news().length;
    expect(came).toBeGreaterThan(30);
    expect(came).toBeLessThan(70);
    expect(came + fault.struck).toBe(100);
  });
});

test('duplicate delivers the same message twice, as two objects', () => {
  const { desk, centre } = talkingScene();
  centre.faults.duplicate(HELD, { times: 1 });
  desk.run('holdCall');
  expect(desk.news()).toEqual([HELD, HELD]);
  const [first, second] = desk.messages.slice(-2);
  expect(second).toEqual(first);
  expect(second).not.toBe(first);
});

test('delay lets others overtake', () => {
  const { desk, centre } = talkingScene();
  centre.faults.delay(HELD, { ms: 3000, times: 1 });
  desk.sdk.holdCall();
  desk.run('queryAgents');
  expect(desk.news()).toEqual([HELD]);
  const other = talkingScene();
  other.centre.faults.delay(HELD, { ms: 3000, times: 1 });
  other.desk.sdk.holdCall();
  advance(other.centre, other.clock, 500);
  other.desk.sdk.retrieveCall();
  other.rest();
  expect(other.desk.news()).toEqual(['EventAgentRetrieveCall', HELD]);
});

test('reorder lets the next message go first', () => {
  const { desk, centre, clock, rest } = talkingScene();
  centre.faults.reorder(HELD, { times: 1, ms: 5000 });
  desk.sdk.holdCall();
  advance(centre, clock, 500);
  expect(desk.news()).toEqual([]);
  desk.sdk.retrieveCall();
  rest();
  expect(desk.news()).toEqual(['EventAgentRetrieveCall', HELD]);
});

test('reorder delivers without a successor when the time is over', () => {
  const { desk, centre } = talkingScene();
  centre.faults.reorder(HELD, { times: 1, ms: 700 });
  desk.run('holdCall');
  expect(desk.news()).toEqual([HELD]);
});

describe('loseCallbacks', () => {
  test('does the command, and never answers', () => {
    const { desk, centre } = readyScene();
    centre.faults.loseCallbacks('notReady', { times: 1 });
    expect(desk.run('notReady', { reasonCode: 11 })).toBeNull();
    expect(desk.news()).toEqual(['EventAgentNotReady']);
    expect(desk.run('notReady', { reasonCode: 12 })?.outcome).toBe('success');
  });

  test('of any command', () => {
    const { desk, centre } = readyScene();
    centre.faults.loseCallbacks('*');
    expect(desk.run('queryAgents')).toBeNull();
    expect(desk.run('ready')).toBeNull();
  });
});

describe('failNext', () => {
  test('refuses the command with this code, once, and does nothing', () => {
    const { desk, centre } = readyScene();
    centre.faults.failNext('notReady', '330144');
    expect(desk.run('notReady', { reasonCode: 11 })?.result).toMatchObject({ status: 'error', errorCode: '330144' });
    expect(centre.truth('1001').login).toBe('online');
    expect(desk.run('notReady', { reasonCode: 11 })?.outcome).toBe('success');
  });

  test('refuses a command without callbacks by an event, for the agent that is named', () => {
    const { desk, centre } = talkingScene();
    centre.faults.failNext('holdCall', '3xx000', { agentID: '1002' });
    centre.faults.failNext('holdCall', '123456', { agentID: '1001' });
    desk.run('holdCall');
    expect(desk.last('EventError')).toMatchObject({ errorCode: '123456', errorMessage: expect.any(String) });
    expect(centre.truth('1001').work).toBe('talking');
  });
});

describe('latency', () => {
  test('can be set at run time, for one agent or all, and be restored', () => {
    const floor = openFloor({ latency: [10, 10] });
    const [one, other] = [floor.signIn('1001'), floor.signIn('1002')];
    const roundTrip = (desk: typeof one): number => {
      const start = floor.clock.now();
      let end = 0;
      desk.sdk.queryStates({ success: () => (end = floor.clock.now()) });
      floor.rest();
      return end - start;
    };
    expect(roundTrip(one)).toBe(20);
    floor.centre.faults.latency([300, 300], { agentID: '1001' });
    expect(roundTrip(one)).toBe(600);
    expect(roundTrip(other)).toBe(20);
    floor.centre.faults.latency([50, 50]);
    expect(roundTrip(other)).toBe(100);
    floor.centre.faults.clear();
    expect(roundTrip(one)).toBe(20);
    expect(() => {
      floor.centre.faults.latency([5, 1]);
    }).toThrow('[lowest, highest]');
  });

  test('keeps the order, whatever it is', () => {
    const { desk, centre } = readyScene({ latency: [0, 1000] });
    const order: number[] = [];
    for (let index = 0; index < 40; index += 1) desk.sdk.queryStates({ success: () => order.push(index) });
    desk.run('queryStates');
    expect(order).toEqual([...order].sort((a, b) => a - b));
    expect(order).toHaveLength(40);
    expect(centre.quiet()).toBe(true);
  });
});

test('faults can be options', () => {
  const { desk } = talkingScene({
    faults: [
      { fault: 'drop', event: HELD, times: 1 },
      { fault: 'duplicate', event: 'EventAgentMute' },
    ],
  });
  desk.run('holdCall');
  desk.run('retrieveCall');
  desk.run('muteCall');
  expect(desk.news()).toEqual(['EventAgentRetrieveCall', 'EventAgentMute', 'EventAgentMute']);
});

test('faults name agents that exist', () => {
  const { centre } = openFloor();
  expect(() => {
    centre.faults.disconnect('9');
  }).toThrow('no agent with work number 9');
  expect(() => centre.faults.secondEnd('9')).toThrow('no agent with work number 9');
});

test('an observer sees commands, callbacks, messages, what was lost, and no token', () => {
  const scene = talkingScene();
  const seen: FloorEvent[] = [];
  const stop = scene.centre.observe((event) => seen.push(event));
  scene.centre.faults.drop(HELD);
  scene.desk.run('holdCall', { note: 'x' });
  scene.desk.run('initAgent', { token: 'secret', companyId: 'c', agent: '1001' });
  stop();
  const count = seen.length;
  scene.desk.run('retrieveCall');
  expect(seen).toHaveLength(count);
  expect(seen.map(({ type }) => type)).toEqual(['command', 'exchange', 'lost', 'command', 'callback', 'message']);
  expect(seen[0]).toMatchObject({ command: 'holdCall', agentID: '1001', end: 'end-1', params: { note: 'x' } });
  expect(seen[2]).toMatchObject({ what: 'message', name: HELD, because: 'fault' });
  expect(JSON.stringify(seen)).not.toContain('secret');
});

describe('a handler that throws', () => {
  test('harms no other handler, no other page and not the centre', () => {
    const errors: unknown[] = [];
    const scene = talkingScene({ onError: (error) => errors.push(error) });
    scene.desk.sdk.on('EventReleased', () => {
      throw new Error('mine');
    });
    let after = 0;
    scene.desk.sdk.on('EventReleased', () => (after += 1));
    scene.desk.run('hangup');
    expect(after).toBe(1);
    expect(errors).toEqual([new Error('mine')]);
    expect(scene.centre.truth('1001').work).toBe('acw');
  });

  test('is heard of without onError, too', () => {
    const scene = readyScene();
    scene.desk.sdk.on('EventAgentNotReady', () => {
      throw new Error('mine');
    });
    scene.desk.sdk.notReady({ reasonCode: 2 });
    expect(() => {
      scene.rest();
    }).toThrow('mine');
    expect(scene.centre.truth('1001').login).toBe('dnd');
  });
});
