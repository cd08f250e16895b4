import { describe, expect, test } from '@jest/globals';
import { SimulatedClock } from 'xstate';
import { SOBOT_METHODS } from '../../adapters/sobot/methods.js';
import type { SobotSdk } from '../../adapters/sobot/sdk.js';
import { createCallCentre, type SimulatedSdk } from '../../adapters/simulator/index.js';
import { openFloor } from './support/floor.js';
import { readyScene } from './support/scenes.js';
import { covers } from '../sobot-contract/covers.js';

describe('the SDK object', () => {
  test('has the methods of the vendor, and nothing else', () => {
    const sdk = openFloor().centre.connect();
    expect(Object.keys(sdk).sort()).toEqual([...SOBOT_METHODS].sort());
  });

  test('fits where the SDK of the vendor does', () => {
    const sdk: SobotSdk = openFloor().centre.connect();
    expect(typeof sdk.login).toBe('function');
  });

  test('is also made by `new`', () => {
    const { centre, rest } = openFloor();
    const sdk = new centre.SobotClient.agent();
    let status: unknown;
    sdk.initAgent({ token: 't', companyId: 'c', agent: '1001', success: (result: { status: string }) => (status = result.status) });
    rest();
    expect(status).toBe('success');
    expect(centre.counts().ends).toBe(1);
  });

  test('has methods that work on their own, return nothing and never throw', () => {
    const { rest, centre } = openFloor();
    const sdk = centre.connect();
    const { login, hangup } = sdk;
    const anything = [undefined, null, 7, 'x', [], { success: 1, error: 'no' }, Object.create(null)] as object[];
    for (const params of anything) {
      const returned: unknown[] = [login, hangup].map((method: (params?: object) => unknown) => method(params));
      expect(returned).toEqual([undefined, undefined]);
      for (const method of SOBOT_METHODS) {
        if (method !== 'on' && method !== 'off') sdk[method](params);
      }
    }
    rest();
    expect(centre.counts()).toMatchObject({ inFlight: 0, legs: 0 });
  });
});

describe('on and off', () => {
  function heard(subscribe: (sdk: SimulatedSdk, heard: (by: string) => () => void) => void): string[] {
    const { desk } = readyScene();
    const names: string[] = [];
    subscribe(desk.sdk, (by) => () => names.push(by));
    desk.run('notReady', { reasonCode: 11 });
    return names;
  }

  test('chain', () => {
    covers('on rule: chains', 'off rule: chains');
    const sdk = openFloor().centre.connect();
    expect(
      sdk
        .on('A', () => undefined)
        .off('A')
        .on('B', () => undefined),
    ).toBe(sdk);
  });

  test('EventAgentAll and the event itself both get it, and each as often as subscribed', () => {
    covers('on rule: subscribed to both EventAgentAll and one event: the handler of each gets it');
    expect(
      heard((sdk, by) => {
        sdk.on('EventAgentNotReady', by('one')).on('EventAgentNotReady', by('two')).on('EventAgentAll', by('all'));
      }).sort(),
    ).toEqual(['all', 'one', 'two']);
  });

  test('off with a handler takes that one, off without takes all', () => {
    expect(
      heard((sdk, by) => {
        const one = by('one');
        sdk.on('EventAgentNotReady', one).on('EventAgentNotReady', by('two')).off('EventAgentNotReady', one);
      }),
    ).toEqual(['two']);
    expect(
      heard((sdk, by) => {
        sdk.on('EventAgentNotReady', by('one')).on('EventAgentNotReady', by('two')).off('EventAgentNotReady');
      }),
    ).toEqual([]);
  });
});

describe('attachedData', () => {
  test.each([
    ['object', { id: 1 }],
    ['string', '{"id":1}'],
  ] as const)('as %s', (attachedDataFormat, attachedData) => {
    const { desk, customer, rest } = readyScene({ behaviour: { attachedDataFormat } });
    customer.dial('1001', { attachedData: { id: 1 } });
    rest();
    expect(desk.last('EventRinging')['attachedData']).toEqual(attachedData);
  });
});

test('dispose leaves no timer and calls nobody any more', () => {
  const clock = new SimulatedClock();
  const timers = new Set<unknown>();
  const centre = createCallCentre({
    clock: {
      now: () => clock.now(),
      setTimeout: (callback, ms) => {
        const handle = clock.setTimeout(callback, ms);
        timers.add(handle);
        return handle;
      },
      clearTimeout: (handle) => {
        timers.delete(handle);
        clock.clearTimeout(handle as number);
      },
    },
    agents: [{ agentID: '1', ext: '8' }],
    latencyReportSeconds: 1,
  });
  const sdk = centre.connect();
  let calls = 0;
  sdk.initAgent({ token: 't', companyId: 'c', agent: '1', success: () => (calls += 1) });
  expect(timers.size).toBeGreaterThan(0);
  centre.dispose();
  expect(timers.size).toBe(0);
  sdk.login();
  clock.increment(100_000);
  expect(calls).toBe(0);
  expect(timers.size).toBe(0);
  expect(() => centre.connect()).toThrow('disposed');
});
