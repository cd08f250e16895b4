import { describe, expect, test } from '@jest/globals';
import type { CallCentreOptions } from '../../adapters/simulator/index.js';
import { CUSTOMER, openFloor } from './support/floor.js';
import { readyScene, talkingScene } from './support/scenes.js';

/** So many changes between break and ready, one per second; how far ahead of the centre's clock each is stamped. */
function aheadOf(options: Partial<CallCentreOptions>, changes: number): { messageID: string; ahead: number }[] {
  const { desk, clock, pass } = readyScene({ latency: [0, 0], ...options });
  return Array.from({ length: changes }, (_, change) => {
    desk.run(change % 2 === 0 ? 'notReady' : 'ready', { reasonCode: 11 });
    const message = desk.messages.at(-1);
    const ahead = Number(message?.['creationTime']) - clock.now();
    pass(1000);
    return { messageID: message?.messageID ?? '', ahead };
  });
}

const ahead = (options: Partial<CallCentreOptions>, changes: number): number[] => aheadOf(options, changes).map((event) => event.ahead);

describe('nodes of the service', () => {
  test('are one by default, which stamps by the clock of the centre', () => {
    expect(ahead({}, 3)).toEqual([0, 0, 0]);
    expect(ahead({ nodes: [{}] }, 3)).toEqual([0, 0, 0]);
  });

  test('have clocks that are ahead or behind', () => {
    expect(ahead({ nodes: [{ offsetMs: 3_600_000 }] }, 2)).toEqual([3_600_000, 3_600_000]);
    expect(ahead({ nodes: [{ offsetMs: -250 }] }, 2)).toEqual([-250, -250]);
  });

  test('have clocks that go too fast: one in a hundred gains 10 ms each second', () => {
    expect(ahead({ nodes: [{ driftPpm: 10_000 }] }, 4)).toEqual([0, 10, 20, 30]);
  });

  test('have clocks that are set back, once or again and again', () => {
    const nodes = [
      {
        steps: [
          { atSeconds: 1.5, byMs: -40_000 },
          { atSeconds: 2.5, byMs: 5_000 },
        ],
      },
    ];
    expect(ahead({ nodes }, 4)).toEqual([0, 0, -40_000, -35_000]);
  });

  test('stamp by turns that the seed decides, the same each time', () => {
    const nodes = [{ offsetMs: 0 }, { offsetMs: 700 }];
    const drawn = ahead({ nodes, seed: 3 }, 20);
    expect(new Set(drawn)).toEqual(new Set([0, 700]));
    expect(ahead({ nodes, seed: 3 }, 20)).toEqual(drawn);
    expect(ahead({ nodes, seed: 4 }, 20)).not.toEqual(drawn);
  });

  test('stamp the events that they name, and no other node does', () => {
    const nodes = [{}, { offsetMs: 900, events: ['EventAgentReady'] }];
    for (const event of aheadOf({ nodes }, 6)) expect(event.ahead).toBe(event.messageID === 'EventAgentReady' ? 900 : 0);
  });

  test.each([
    ['ms', 1_700_000_000_123],
    ['s', 1_700_000_000],
    ['us', 1_700_000_000_123_000],
  ] as const)('stamp in %s', (stamps, stamp) => {
    const floor = openFloor({ nodes: [{ stamps }], latency: [0, 0] });
    const desk = floor.open('1001');
    floor.clock.increment(123);
    desk.run('login', { agentState: '1' });
    expect(desk.last('EventAgentLogin')['creationTime']).toBe(stamp);
  });

  test('need not stamp at all', () => {
    const { desk } = talkingScene({ nodes: [{ stamps: 'none' }] });
    for (const message of desk.messages) expect(message).not.toHaveProperty('creationTime');
    desk.run('answer');
    expect(desk.last('EventError')).not.toHaveProperty('creationTime');
  });

  test('tell within a regain since when, by the same clock as the message itself', () => {
    const scene = talkingScene({ nodes: [{ offsetMs: 5_000, stamps: 's' }], latency: [0, 0] });
    const { since } = scene.centre.truth('1001');
    scene.pass(60_000);
    const regain = scene.open('1001').last('EventAgentRegainStatus');
    expect(regain['creationTime']).toBe(Math.floor((scene.clock.now() + 5_000) / 1000));
    expect(regain['agentStateInfo']).toMatchObject({ workStatusTimestamp: Math.floor((since + 5_000) / 1000) });
    const none = talkingScene({ nodes: [{ stamps: 'none' }] })
      .open('1001')
      .last('EventAgentRegainStatus');
    expect(none['agentStateInfo']).not.toHaveProperty('workStatusTimestamp');
    expect(none['agentStateInfo']).toMatchObject({ workStatus: 'talking' });
  });

  test('change nothing in the truth, nor in when anything happens', () => {
    const plain = talkingScene();
    const skewed = talkingScene({
      nodes: [
        { offsetMs: 9_000, driftPpm: 500 },
        { offsetMs: -9_000, stamps: 'none' },
      ],
    });
    expect(skewed.centre.truth('1001')).toEqual(plain.centre.truth('1001'));
    expect(skewed.clock.now()).toBe(plain.clock.now());
  });
});

describe('events that overtake each other', () => {
  /** Sends events of one agent every 100 ms, and returns the sending times in the order of arrival. */
  function arrivals(options: Partial<CallCentreOptions>): number[] {
    const { desk, clock, rest } = readyScene({ latency: [20, 20], ...options });
    const start = clock.now();
    const before = desk.messages.length;
    for (let sent = 0; sent < 40; sent += 1) {
      desk.sdk[sent % 2 === 0 ? 'notReady' : 'ready']({ reasonCode: 11 });
      clock.increment(100);
    }
    rest();
    return desk.messages.slice(before).map(({ creationTime }) => Number(creationTime) - start);
  }

  const isSorted = (times: readonly number[]): boolean => times.every((time, index) => time >= (times[index - 1] ?? time));

  test('do not, unless asked for', () => {
    expect(arrivals({})).toHaveLength(40);
    expect(isSorted(arrivals({}))).toBe(true);
  });

  test('do, but none that was sent longer before than the option says', () => {
    const times = arrivals({ overtakeMs: 300 });
    expect(times).toHaveLength(40);
    expect(isSorted(times)).toBe(false);
    times.forEach((time, index) => {
      const newest = Math.max(...times.slice(0, index + 1));
      expect(newest - time).toBeLessThanOrEqual(300);
    });
    expect(arrivals({ overtakeMs: 300 })).toEqual(times);
  });

  test('never overtake a callback that was sent before them', () => {
    const { desk, clock, rest } = readyScene({ latency: [0, 0], overtakeMs: 500 });
    const seen: string[] = [];
    desk.sdk.on('EventAgentAll', ({ messageID }) => seen.push(String(messageID)));
    desk.sdk.notReady({ reasonCode: 11, success: () => seen.push('success') });
    clock.increment(0);
    rest();
    expect(seen).toEqual(['success', 'EventAgentNotReady']);
  });

  test('all arrive in the end', () => {
    const { desk, rest, centre } = talkingScene({ overtakeMs: 400 });
    desk.run('holdCall');
    desk.run('retrieveCall');
    desk.run('hangup');
    rest();
    expect(desk.news().sort()).toEqual(['EventAgentHoldCall', 'EventAgentRetrieveCall', 'EventReleased']);
    expect(centre.counts().inFlight).toBe(0);
  });
});

describe('options of nodes', () => {
  test.each([
    [{ nodes: [] }, 'nodes: one node at least must stamp all other events'],
    [{ nodes: [{ events: ['EventRinging'] }] }, 'nodes: one node at least must stamp all other events'],
    [{ nodes: [{ stamps: 'hours' }] }, 'nodes[0].stamps: must be ("ms" | "s" | "us" | "none"), not "hours"'],
    [{ nodes: [{ steps: [{ atSeconds: -1, byMs: 5 }] }] }, 'nodes[0].steps[0].atSeconds: must be 0 or more seconds'],
    [{ nodes: [{ offset: 5 }] }, 'nodes[0].offset: there is no such option'],
    [{ overtakeMs: -1 }, 'overtakeMs: must be 0 or more ms'],
  ])('%j are refused: %s', (options, message) => {
    expect(() => openFloor(options as Partial<CallCentreOptions>)).toThrow(message);
  });
});

test('a customer who calls is told of with the stamp of the node, all pages of the agent with the same', () => {
  const scene = readyScene({ nodes: [{}, { offsetMs: 500 }] });
  const other = scene.open('1001');
  scene.centre.customer(CUSTOMER).dial('1001');
  scene.rest();
  expect(other.last('EventRinging')['creationTime']).toBe(scene.desk.last('EventRinging')['creationTime']);
});
