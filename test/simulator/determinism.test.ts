import { describe, expect, test } from '@jest/globals';
import { SimulatedClock } from 'xstate';
import { createCallCentre, createRandom, runUntilQuiet, type CallCentreOptions, type FloorEvent } from '../../adapters/simulator/index.js';
import { CUSTOMER } from './support/floor.js';

/** A busy minute, as everything that an observer sees; the clock moves in steps of so many ms. */
function minute(seed: number, step: number, more: Partial<CallCentreOptions> = {}): string {
  const clock = new SimulatedClock();
  const centre = createCallCentre({
    clock,
    seed,
    agents: ['1', '2'].map((agentID) => ({ agentID, ext: `8${agentID}`, queues: ['q'] })),
    queues: [{ name: 'q' }],
    customers: [{ number: CUSTOMER, answer: 400 }],
    numbers: ['0101', '0102', '0103'],
    latencyReportSeconds: 7,
    acwSeconds: 3,
    faults: [{ fault: 'drop', event: '*', probability: 0.1 }],
    ...more,
  });
  const seen: FloorEvent[] = [];
  centre.observe((event) => seen.push(event));
  const [one, other] = ['1', '2'].map((agent) => {
    const sdk = centre.connect();
    sdk.initAgent({ token: 't', companyId: 'c', agent });
    sdk.login({ agentState: '1' });
    sdk.on('EventRinging', () => {
      sdk.answer();
    });
    sdk.on('EventEstablished', () => {
      if (agent === '1') sdk.initiateConsult({ targetType: '0', target: '2' });
    });
    return sdk;
  });
  const actions = [
    () => one?.makeCall({ otherDN: CUSTOMER }),
    () => {
      centre.customer('13800000000').dial('q');
    },
    () => one?.consultConference(),
    () => other?.hangup(),
    () => one?.hangup(),
  ];
  for (let now = 0; now < 60_000; now += step) {
    if (now % 6000 === 0) actions[now / 6000]?.();
    clock.increment(step);
  }
  runUntilQuiet(centre, clock);
  const journal = seen.map((event) => JSON.stringify(event)).join('\n');
  centre.dispose();
  return journal;
}

describe('the same seed, clock and commands', () => {
  test('give the same, byte for byte', () => {
    const journal = minute(3, 100);
    expect(journal.split('\n').length).toBeGreaterThan(60);
    expect(minute(3, 100)).toBe(journal);
  });

  test('however coarse the steps of the clock are', () => {
    const journal = minute(3, 1);
    expect(minute(3, 250)).toBe(journal);
    expect(minute(3, 6000)).toBe(journal);
  });

  test('also where nodes of the service stamp by clocks of their own, and events overtake each other', () => {
    const more: Partial<CallCentreOptions> = {
      nodes: [{ driftPpm: 300 }, { offsetMs: 700, stamps: 's' }, { offsetMs: -200, steps: [{ atSeconds: 20, byMs: -5000 }] }],
      overtakeMs: 250,
    };
    const journal = minute(3, 1, more);
    expect(minute(3, 250, more)).toBe(journal);
    expect(minute(3, 6000, more)).toBe(journal);
    expect(journal).not.toBe(minute(3, 1));
  });

  test('while another seed gives something else', () => {
    expect(minute(4, 100)).not.toBe(minute(3, 100));
  });
});

describe('createRandom', () => {
  test('repeats itself, and a fork does not depend on what was drawn before', () => {
    const draw = (): number[] => Array.from({ length: 5 }, createRandom('a').next);
    expect(draw()).toEqual(draw());
    const drawn = createRandom('a');
    drawn.next();
    expect(drawn.fork('x').next()).toBe(createRandom('a').fork('x').next());
    expect(createRandom('a').fork('x').next()).not.toBe(createRandom('a').fork('y').next());
  });

  test('stays within its limits, and reaches both', () => {
    const random = createRandom(1);
    const drawn = new Set(Array.from({ length: 200 }, () => random.between(2, 5)));
    expect([...drawn].sort()).toEqual([2, 3, 4, 5]);
    expect(random.hex(34)).toMatch(/^[0-9a-f]{34}$/);
  });
});
