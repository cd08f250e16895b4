import { describe, expect, test } from '@jest/globals';
import { SimulatedClock } from 'xstate';
import { advance, createCallCentre, runUntilQuiet } from '../../adapters/simulator/index.js';
import { createSobotAgent } from '../../adapters/sobot/index.js';
import { settled } from '../support/guarded-floor.js';

/*
 * Wish 8: a simulator that needs no platform, with mock inbound calls.
 * Asked for in connect #654; nobody publishes one.
 */
describe('a simulator that needs no platform, with inbound calls', () => {
  /** Notes every use of the means to leave this process: a socket, a request, a timer of the platform. */
  function forbidden(): { restore: () => void; used: string[] } {
    const used: string[] = [];
    const names = ['fetch', 'WebSocket', 'XMLHttpRequest', 'setTimeout', 'setInterval'] as const;
    const kept = names.map((name) => [name, Reflect.getOwnPropertyDescriptor(globalThis, name)] as const);
    for (const name of names) {
      Object.defineProperty(globalThis, name, {
        configurable: true,
        get: () => {
          used.push(name);
          return undefined;
        },
      });
    }
    return {
      used,
      restore: () => {
        for (const [name, descriptor] of kept) {
          if (descriptor === undefined) Reflect.deleteProperty(globalThis, name);
          else Object.defineProperty(globalThis, name, descriptor);
        }
      },
    };
  }

  test('a day with inbound, outbound and queued calls passes in memory, without network, browser or waiting', async () => {
    const clock = new SimulatedClock();
    clock.set(1_700_000_000_000);
    const { used, restore } = forbidden();
    try {
      const centre = createCallCentre({
        clock,
        agents: [{ agentID: '1001', ext: '1000', queues: ['sales'] }],
        queues: [{ name: 'sales', number: '4008' }],
        acwSeconds: 10,
      });
      const agent = createSobotAgent(new centre.SobotClient.agent(), { clock });
      const go = async (): Promise<void> => {
        for (let turn = 0; turn < 3; turn += 1) {
          runUntilQuiet(centre, clock);
          await settled();
        }
      };
      void agent.initAgent({ token: 't', companyId: 'c', agent: '1001' });
      await go();
      void agent.login({ phoneType: 'webrtc', bindExt: '1000', agentState: '1' });
      await go();

      const customer = centre.customer('13512345678');
      customer.dial('4008', { attachedData: { order: 42 } });
      await go();
      expect(agent.getSnapshot()).toMatchObject({ work: 'ringing', call: { otherDN: '13512345678', attachedData: { order: 42 } } });
      void agent.answer();
      await go();
      expect(customer.peers).toEqual(['1000']);
      customer.hangup();
      await go();
      expect(agent.getSnapshot().work).toBe('acw');
      advance(centre, clock, 11_000);
      await go();

      centre.customer('13800000000').script(1500);
      void agent.makeCall({ otherDN: '13800000000' });
      await go();
      advance(centre, clock, 2000);
      await go();
      expect(agent.getSnapshot().work).toBe('talking');
      void agent.hangup();
      await go();
      expect(centre.counts()).toMatchObject({ legs: 0, calls: 0 });
      agent.dispose();
      centre.dispose();
    } finally {
      restore();
    }
    expect(used).toEqual([]);
  });

  test('on the real clock it needs nothing but a page’s own timers, and can misbehave on demand', async () => {
    const centre = createCallCentre({ agents: [{ agentID: '1001', ext: '1000' }], latency: [1, 2], exchangeLatency: [1, 2] });
    const agent = createSobotAgent(centre.connect(), { timeouts: { answer: 100 } });
    await agent.initAgent({ token: 't', companyId: 'c', agent: '1001' });
    await agent.login({ phoneType: 'webrtc', bindExt: '1000', agentState: '1' });
    const rings = new Promise((resolve) => {
      agent.on('EventRinging', resolve);
    });
    centre.faults.drop('EventEstablished', { times: 1 });
    centre.customer('13512345678').dial('1001');
    await rings;
    await expect(agent.answer()).rejects.toMatchObject({ code: 'TIMEOUT' });
    expect(centre.truth('1001').work).toBe('talking');
    await agent.hangup();
    agent.dispose();
    centre.dispose();
  });
});
