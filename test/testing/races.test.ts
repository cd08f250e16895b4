import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { createSobotAgent, type AgentState, type SobotAgent } from '../../adapters/sobot/index.js';
import {
  anyRace,
  checkRaces,
  ordersOf,
  raceReportInWords,
  races,
  runRace,
  SCENE_NAMES,
  type Race,
} from '../../adapters/testing/races/index.js';
import type { MakeSdk, Subject } from '../../adapters/testing/subject/subject.js';

const NUM_RUNS = Number(process.env['FC_RUNS'] ?? 20);
const SEED = Number(process.env['FC_SEED'] ?? 1);

const ours: MakeSdk = (sdk, { clock, storage }) => createSobotAgent(sdk, { clock, storage });

const raceNamed = (name: string): Race => {
  const found = races.find((race) => race.name === name);
  if (found === undefined) throw new Error(`no race is named ${name}`);
  return found;
};
const HOLD = raceNamed('holdCall against the customer hanging up');

describe('our own agent', () => {
  test.each(races.map((race) => [race.name, race] as const))('%s: is right in every order', async (_, race) => {
    const report = await checkRaces(ours, { races: [race], drawn: 0, numRuns: NUM_RUNS, seed: SEED });
    expect(raceReportInWords(report)).toMatch(/^1 races, \d+ orders: nothing was wrong\.$/);
  });

  test('anything against anything: keeps every invariant in every order', async () => {
    const report = await checkRaces(ours, { races: [], drawn: NUM_RUNS, seed: SEED });
    expect(raceReportInWords(report)).toBe('0 races, 0 orders: nothing was wrong.');
  });
});

describe('the races', () => {
  test('have names of their own, and something to interleave', () => {
    expect(races.length).toBeGreaterThanOrEqual(40);
    expect(new Set(races.map(({ name }) => name)).size).toBe(races.length);
    expect(races.filter((race) => ordersOf(race) < 2)).toEqual([]);
  });

  test('are run in every order there is, where these are few', async () => {
    const report = await checkRaces(ours, { races: [HOLD, raceNamed('both parties of a consult hanging up')], drawn: 0 });
    expect(report.orders.map(({ run, of }) => [run, of])).toEqual([
      [3, 3],
      [2, 2],
    ]);
  });

  test('that are drawn begin in every scene, and shrink to the least', () => {
    const drawn = fc.sample(anyRace(), { seed: 1, numRuns: 300 });
    expect(new Set(drawn.map(({ from }) => from))).toEqual(new Set(SCENE_NAMES));
    const { counterexample } = fc.check(
      fc.property(anyRace(), () => false),
      { seed: 1, numRuns: 1 },
    );
    expect(counterexample).toEqual([expect.objectContaining({ threads: [[{ send: 'initAgent', parameters: expect.anything() }]] })]);
  });

  test('go as the scheduler says', async () => {
    const run = (order: number[]) => runRace(ours, HOLD, fc.schedulerFor(order));
    expect((await run([1, 2, 3])).order).toEqual([
      'holdCall is sent',
      "EventReleased of the customer's leg comes",
      "EventAgentHoldCall of the customer's leg comes",
    ]);
    expect((await run([2, 1, 3])).order[0]).toBe("EventReleased of the customer's leg comes");
  });
});

/** Our agent with a defect. */
const broken =
  (spoil: (agent: SobotAgent, parts: Parameters<MakeSdk>) => Partial<Record<keyof SobotAgent, unknown>>): MakeSdk =>
  (sdk, world) => {
    const agent = createSobotAgent(sdk, { clock: world.clock, storage: world.storage });
    return { ...agent, ...spoil(agent, [sdk, world]) } as unknown as Subject;
  };

const DEFECTS: readonly (readonly [what: string, makeSdk: MakeSdk, race: string, invariant: string])[] = [
  [
    'sends what is not allowed',
    broken((agent, [sdk]) => ({
      holdCall: () => {
        sdk.holdCall?.();
        return agent.holdCall();
      },
    })),
    HOLD.name,
    'a command not in allowed never reaches the SDK',
  ],
  [
    'refuses what is allowed',
    broken(() => ({
      holdCall: (given: { error(failure: object): void }) => {
        given.error({ errorCode: 'NOT_ALLOWED' });
        return Promise.reject(Object.assign(new Error('no'), { code: 'NOT_ALLOWED' }));
      },
    })),
    HOLD.name,
    'a command in allowed is never refused for its state',
  ],
  [
    'says that everything can be done',
    broken(() => ({ can: () => true })),
    HOLD.name,
    'allowed is exactly the commands for which can is true and whyNot is null',
  ],
  [
    'settles its promise twice',
    broken((agent) => ({
      holdCall: () => {
        agent.holdCall().catch(() => undefined);
        return {
          then: (yes: () => void, no: (error: object) => void) => {
            yes();
            no({ code: 'TIMEOUT' });
          },
        };
      },
    })),
    HOLD.name,
    'every promise settles exactly once',
  ],
  [
    'never settles its promise',
    broken((agent) => ({
      holdCall: () => {
        agent.holdCall().catch(() => undefined);
        return new Promise(() => {});
      },
    })),
    HOLD.name,
    'every promise settles exactly once',
  ],
  [
    'calls success and then error',
    broken((agent) => ({
      login: (given: { success(): void; error(): void }) =>
        agent.login({
          phoneType: 'webrtc',
          bindExt: '8001',
          agentState: '1',
          success: () => {
            given.success();
            given.error();
          },
        }),
    })),
    'answer to login against the ready event and a regain',
    'of success and error one is called, once, and says what the promise says',
  ],
  [
    'throws where it should reject',
    broken((agent) => ({
      holdCall: () => {
        if (!agent.can('holdCall')) throw new Error('not now');
        return agent.holdCall();
      },
    })),
    HOLD.name,
    'a command never throws, and fails with a code of the contract only',
  ],
  [
    'tells every second state only',
    broken((agent) => ({
      subscribe: (listen: (state: AgentState) => void) => {
        let count = 0;
        return agent.subscribe((state) => {
          count += 1;
          if (count % 2 === 0) listen(state);
        });
      },
    })),
    HOLD.name,
    'the subscriber sees every state once and in order',
  ],
  [
    'shows a copy of the state each time',
    broken((agent) => ({ getSnapshot: () => ({ ...agent.getSnapshot() }) })),
    HOLD.name,
    'the subscriber sees every state once and in order',
  ],
  [
    'never gives a command up',
    (sdk, { clock, storage }) =>
      createSobotAgent(sdk, { storage, clock: { now: () => clock.now(), setTimeout: () => 0, clearTimeout: () => {} } }),
    'holdCall against its own deadline',
    'every entry of pending has a deadline and is gone after it',
  ],
  [
    'shows the call after its end',
    broken((agent) => {
      let call: unknown = null;
      const seen = new Map<AgentState, AgentState>();
      const shown = (state: AgentState) => {
        call = state.call ?? call;
        const before = seen.get(state) ?? (Object.freeze({ ...state, call }) as AgentState);
        seen.set(state, before);
        return before;
      };
      return {
        getSnapshot: () => shown(agent.getSnapshot()),
        subscribe: (listen: (state: AgentState) => void) =>
          agent.subscribe((state) => {
            listen(shown(state));
          }),
      };
    }),
    HOLD.name,
    'call is null exactly in idle and acw',
  ],
];

describe('an agent that', () => {
  test.each(DEFECTS)('%s is found out, in words, and the same again with seed and path', async (_, makeSdk, name, invariant) => {
    const options = { races: [raceNamed(name)], drawn: 0 };
    const report = await checkRaces(makeSdk, options);
    expect(report.isPassed).toBe(false);
    const [failure] = report.failures;
    expect(failure!.problems.join('\n')).toContain(`${invariant}: `);
    const words = raceReportInWords(report);
    expect(words).toContain(`${name}: wrong in this order:\n  1. `);
    expect(words).toContain(`Again: seed ${failure!.seed}, path "${failure!.path}"`);
    const again = await checkRaces(makeSdk, { ...options, seed: failure!.seed, path: failure!.path });
    expect(again.failures).toEqual([failure]);
  });

  test('ends elsewhere than a race must is found out', async () => {
    const race: Race = { ...HOLD, end: { words: 'the call must be held', isSo: ({ work }) => work === 'holding' } };
    const { failures } = await checkRaces(ours, { races: [race], drawn: 0 });
    expect(failures[0]?.problems).toEqual(['it ends with connection connected, login online, work acw; the call must be held']);
  });

  test('shows no state is judged by how its commands end', async () => {
    const bare: MakeSdk = (sdk) => sdk;
    expect(raceReportInWords(await checkRaces(bare, { numRuns: 2, drawn: 5 }))).toMatch(/nothing was wrong/);
    const twice: MakeSdk = (sdk) => ({
      ...sdk,
      login: (given?: object) => {
        const { success } = given as { success(result: unknown): void };
        return sdk.login?.({
          ...given,
          success: (result: unknown) => {
            success(result);
            success(result);
          },
        });
      },
    });
    const { failures } = await checkRaces(twice, { races: [raceNamed('answer to login against the ready event and a regain')], drawn: 0 });
    expect(failures[0]?.problems.join()).toContain('the callbacks of login were called 2 times');
  });
});
