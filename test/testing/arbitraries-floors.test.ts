import { afterEach, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { SimulatedClock } from 'xstate';
import {
  BEHAVIOURS,
  checkFloorOptions,
  createCallCentre,
  runUntilQuiet,
  type CallCentre,
  type FloorOptions,
} from '../../adapters/simulator/index.js';
import {
  applyFaultPlan,
  fault,
  faultInWords,
  faultPlan,
  faultPlanInWords,
  floorOptions,
  parameterSourceOf,
  validParameters,
} from '../../adapters/testing/arbitraries/index.js';

const SEED = Number(process.env['FC_SEED'] ?? 640);
const centres: CallCentre[] = [];

afterEach(() => {
  for (const centre of centres.splice(0)) centre.dispose();
});

function open(floor: FloorOptions) {
  const clock = new SimulatedClock();
  clock.set(1_700_000_000_000);
  const centre = createCallCentre({ ...floor, clock });
  centres.push(centre);
  return { clock, centre };
}

describe('a whole floor', () => {
  test('is one that the call centre takes, and that opens', () => {
    fc.assert(
      fc.property(floorOptions(), (floor) => {
        expect(checkFloorOptions(floor)).toBe(floor);
        const { centre, clock } = open(floor);
        expect(centre.agentIDs).toEqual(floor.agents.map(({ agentID }) => agentID));
        const sdk = centre.connect();
        const answers: string[] = [];
        sdk.initAgent({
          token: 'any',
          companyId: 'any',
          agent: '1001',
          success: () => answers.push('yes'),
          error: () => answers.push('no'),
        });
        runUntilQuiet(centre, clock);
        expect(answers).toEqual(['yes']);
      }),
      { seed: SEED, numRuns: 150 },
    );
  });

  test('has every value of every behaviour, and is of every size', () => {
    const floors = fc.sample(floorOptions(), { seed: SEED, numRuns: 600 });
    for (const [name, values] of Object.entries(BEHAVIOURS)) {
      const seen = new Set(floors.map(({ behaviour }) => behaviour?.[name as keyof typeof BEHAVIOURS]));
      expect({ name, missing: values.filter((value) => !seen.has(value as never)) }).toEqual({ name, missing: [] });
    }
    expect(new Set(floors.map(({ agents }) => agents.length))).toEqual(new Set([1, 2, 3, 4]));
    expect(floors.some(({ acwSeconds }) => acwSeconds === null)).toBe(true);
  });

  test('is as large as asked for', () => {
    for (const { agents, customers } of fc.sample(floorOptions({ agents: { min: 2, max: 2 }, customers: 0 }), {
      seed: SEED,
      numRuns: 20,
    })) {
      expect(agents).toHaveLength(2);
      expect(customers).toEqual([]);
    }
  });

  test('shrinks to one agent and the defaults', () => {
    const { counterexample } = fc.check(
      fc.property(floorOptions(), () => false),
      { seed: SEED, numRuns: 1 },
    );
    const [{ agents, ...rest }] = counterexample as [FloorOptions];
    expect(agents).toEqual([{ agentID: '1001', ext: '8001', mobile: '13900001000', supervisor: true, queues: [] }]);
    expect(rest).toEqual({ customers: [], queues: [], plans: [] });
  });

  test('gives parameters that are about those who are there', () => {
    const [floor] = fc.sample(floorOptions({ agents: { min: 2, max: 2 } }), { seed: 5, numRuns: 1 });
    const from = parameterSourceOf(floor!);
    for (const { targetAgentID } of fc.sample(validParameters('forceBusy', from), { seed: 5, numRuns: 30 })) {
      expect(from.agentIDs).toContain(String(targetAgentID).trim());
    }
    for (const { otherDN } of fc.sample(validParameters('makeCall', from), { seed: 5, numRuns: 30 })) {
      expect([...from.numbers!, ...from.exts!]).toContain(String(otherDN).trim());
    }
  });
});

describe('a fault plan', () => {
  const agents = [
    { agentID: '1001', ext: '8001' },
    { agentID: '1002', ext: '8002' },
  ];
  const agentIDs = agents.map(({ agentID }) => agentID);

  test('can be set up on any floor with its agents, and the floor comes to rest', () => {
    fc.assert(
      fc.property(faultPlan({ agentIDs }), (plan) => {
        const { centre, clock } = open({ agents });
        const sdk = centre.connect();
        sdk.initAgent({ token: 'any', companyId: 'any', agent: '1001' });
        sdk.login({ phoneType: 'webrtc', bindExt: '' });
        applyFaultPlan(plan, centre);
        runUntilQuiet(centre, clock);
        clock.increment(120_000);
        expect(centre.quiet()).toBe(true);
      }),
      { seed: SEED, numRuns: 150 },
    );
  });

  test('does what it says: what is lost is lost, what is refused is refused', () => {
    const { centre, clock } = open({ agents });
    const heard: string[] = [];
    const sdk = centre.connect();
    sdk.on('EventAgentAll', ({ messageID }) => heard.push(messageID as string));
    applyFaultPlan(
      [
        { fault: 'drop', event: 'EventAgentReady', times: 1, agentID: '1001' },
        { fault: 'duplicate', event: 'EventAgentNotReady', times: 1, ms: 100 },
        { fault: 'failNext', command: 'ready', errorCode: '330042', times: 1 },
        { fault: 'loseCallbacks', command: 'queryRoutes', times: 1 },
      ],
      centre,
    );
    sdk.initAgent({ token: 'any', companyId: 'any', agent: '1001' });
    sdk.login({ phoneType: 'webrtc', bindExt: '', agentState: '1' });
    const codes: unknown[] = [];
    sdk.ready({ error: (failure: { errorCode?: unknown }) => codes.push(failure.errorCode) });
    sdk.queryRoutes({ success: () => codes.push('routes'), error: () => codes.push('no routes') });
    runUntilQuiet(centre, clock);
    sdk.notReady({ reasonCode: 11 });
    runUntilQuiet(centre, clock);
    clock.increment(1_000);
    expect(heard).not.toContain('EventAgentReady');
    expect(heard.filter((name) => name === 'EventAgentNotReady')).toHaveLength(2);
    expect(codes).toEqual(['330042']);
  });

  test('disconnects, and signs in elsewhere', () => {
    const { centre, clock } = open({ agents });
    const heard: string[] = [];
    const sdk = centre.connect();
    sdk.on('EventAgentAll', ({ messageID }) => heard.push(messageID as string));
    sdk.initAgent({ token: 'any', companyId: 'any', agent: '1001' });
    sdk.login({ phoneType: 'webrtc', bindExt: '', agentState: '1' });
    runUntilQuiet(centre, clock);
    applyFaultPlan([{ fault: 'disconnect', agentID: '1001', ms: 500 }], centre);
    clock.increment(500);
    runUntilQuiet(centre, clock);
    expect(heard.at(-1)).toBe('EventAgentRegainStatus');
    applyFaultPlan([{ fault: 'secondEnd', agentID: '1001' }], centre);
    runUntilQuiet(centre, clock);
    expect(heard.at(-1)).toBe('EventAgentConnectionChanged');
  });

  test('interrupts a link that tells it, and has two pages sign in at once', () => {
    const { centre, clock } = open({ agents });
    const heard: unknown[] = [];
    const sdk = centre.connect();
    sdk.on('EventAgentAll', ({ messageID }) => heard.push(messageID));
    sdk.onInterruption(() => heard.push('interrupted'));
    sdk.initAgent({ token: 'any', companyId: 'any', agent: '1001' });
    runUntilQuiet(centre, clock);
    applyFaultPlan([{ fault: 'interrupt', agentID: '1001', ms: 500 }], centre);
    clock.increment(500);
    runUntilQuiet(centre, clock);
    expect(heard).toEqual(['interrupted', 'EventWebSocketSession']);
    applyFaultPlan([{ fault: 'rivalLogin', agentID: '1001', order: 'rivalLast' }], centre);
    sdk.login({ phoneType: 'webrtc', bindExt: '', agentState: '1', success: () => heard.push('success') });
    runUntilQuiet(centre, clock);
    expect(heard.indexOf('success')).toBeLessThan(heard.lastIndexOf('EventAgentConnectionChanged'));
  });

  test('has faults of every kind, each of which it can say in words', () => {
    const faults = fc.sample(fault({ agentIDs }), { seed: SEED, numRuns: 500 });
    expect(new Set(faults.map((one) => one.fault))).toEqual(
      new Set([
        'drop',
        'delay',
        'duplicate',
        'reorder',
        'loseCallbacks',
        'failNext',
        'latency',
        'disconnect',
        'interrupt',
        'secondEnd',
        'rivalLogin',
      ]),
    );
    for (const one of faults) expect(faultInWords(one)).toMatch(/^[\w*].{8,}$/);
    expect(
      faultPlanInWords([
        { fault: 'delay', event: 'EventReleased', times: 1, ms: 2_000, agentID: '1001' },
        { fault: 'loseCallbacks', command: '*', times: 2 },
        { fault: 'latency', range: [0, 500] },
        { fault: 'interrupt', agentID: '1001', ms: 500 },
        { fault: 'rivalLogin', agentID: '1001', order: 'rivalFirst' },
      ]),
    ).toEqual([
      'EventReleased to 1001 is 2 s late, once',
      'no callback for any command, 2 times',
      'everything takes 0 to 500 ms',
      'the link of 1001 is interrupted for 0.5 s',
      'the next login of 1001 meets that of another page, which the service takes first',
    ]);
  });

  test('shrinks to nothing, and to the plainest fault', () => {
    const plan = fc.check(
      fc.property(faultPlan(), () => false),
      { seed: SEED, numRuns: 1 },
    );
    expect(plan.counterexample).toEqual([[]]);
    const one = fc.check(
      fc.property(fault(), () => false),
      { seed: 7, numRuns: 1 },
    );
    expect(one.counterexample).toEqual([{ fault: 'drop', event: 'EventRinging', times: 1 }]);
  });
});
