import { describe, expect, test } from '@jest/globals';
import { createSobotAgent } from '../../adapters/sobot/index.js';
import type { MakeSdk } from '../../adapters/testing/index.js';
import { benchAt, CUSTOMER, essence, NAMED_CALLS, PLACE_NAMES, START, THIRD } from '../support/bench/index.js';
import { play } from '../support/kit/long-run.js';
import { throughTroubles } from '../support/kit/troubles.js';

const CALL_EVENTS = [
  'EventDialing',
  'EventRinging',
  'EventEstablished',
  'EventAgentHoldCall',
  'EventAgentRetrieveCall',
  'EventAgentMute',
  'EventAgentUnmute',
  'EventPartyAdded',
  'EventPartyChanged',
  'EventPartyDeleted',
  'EventDtmfSent',
  'EventReleased',
] as const;

/*
 * Wish 11: out-of-order, duplicate, any-to-any server events survived.
 * Asked for in Finesse's documentation (events of any state may follow those of any other), genesys #35, JsSIP #836,
 * connect #62.
 */
describe('out-of-order, duplicate and any-to-any server events are survived', () => {
  test.each(PLACE_NAMES)('any event may come while %s: it is taken, throws nothing, and the call can still be ended', (place) => {
    // Of a call that was asked for the server tells as of one that goes out.
    const customer = place === 'calling' ? { ...CUSTOMER, callType: 'Outbound' } : CUSTOMER;
    for (const event of CALL_EVENTS) {
      for (const leg of [customer, THIRD]) {
        const bench = benchAt(place);
        expect(() => bench.emit(event, { ...leg })).not.toThrow();
        const { work, call } = bench.state();
        expect([event, work === 'idle' || work === 'acw']).toEqual([event, call === null]);
        if (call === null) continue;
        expect(bench.agent.can('hangup')).toBe(true);
        bench.emit('EventReleased', THIRD);
        bench.emit('EventReleased', customer);
        expect([event, bench.state().call]).toEqual([event, null]);
      }
    }
  });

  test.each(PLACE_NAMES)('any event may come twice while %s: the second time changes nothing', (place) => {
    for (const event of CALL_EVENTS) {
      const bench = benchAt(place);
      bench.emit(event, CUSTOMER);
      const before = essence(bench.state());
      bench.emit(event, CUSTOMER);
      expect([event, essence(bench.state())]).toEqual([event, before]);
    }
  });

  test.each(NAMED_CALLS)('any event of a call that is over changes nothing, when it was %s', (place) => {
    const bench = benchAt(place);
    bench.emit('EventReleased', THIRD);
    bench.emit('EventReleased', CUSTOMER);
    const before = essence(bench.state());
    // That a call which has never been answered was answered after all tells of a talk: after-call work begins.
    const isAnswered = !['dialing', 'ringing'].includes(place);
    for (const event of CALL_EVENTS.filter((one) => isAnswered || one !== 'EventEstablished')) {
      bench.emit(event, CUSTOMER);
      expect([event, essence(bench.state())]).toEqual([event, before]);
    }
  });

  test('what is older, by the server’s own time, does not undo what is newer', () => {
    const bench = benchAt('talking');
    // By more than the second by which servers of one service may differ.
    bench.emit('EventAgentRetrieveCall', { ...CUSTOMER, creationTime: START + 4000 });
    bench.emit('EventAgentHoldCall', { ...CUSTOMER, creationTime: START + 2000 });
    expect(bench.state().work).toBe('talking');
    bench.emit('EventAgentUnmute', { ...CUSTOMER, creationTime: START + 8000 });
    bench.emit('EventAgentMute', { ...CUSTOMER, creationTime: START + 6000 });
    expect(bench.state().muted).toBe(false);
  });

  test('agents at work through doubled, delayed and reordered events agree with the service again once it speaks of them', async () => {
    const steps = throughTroubles({
      seed: 11,
      arrange: (faults) => [
        faults.duplicate('*', { probability: 0.3, ms: 40 }),
        faults.delay('*', { probability: 0.2, ms: 300 }),
        faults.reorder('*', { probability: 0.2, ms: 200 }),
      ],
      least: 200,
      most: 2000,
      strikes: 11,
    });
    const makeSdk: MakeSdk = (sdk, { clock, storage }) => createSobotAgent(sdk, { clock, storage });
    const tally = await play({ makeSdk, steps, seed: 11 });
    expect(tally.steps).toBeGreaterThan(100);
  }, 60_000);
});
