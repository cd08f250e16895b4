import { describe, expect, test } from '@jest/globals';
import { settled } from '../support/guarded-floor.js';
import { CUSTOMER, deskIn, essence, NAMED_CALLS, SITUATION_NAMES, START, THIRD } from '../support/desk.js';
import { RandomFloor } from '../support/random-floor.js';

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
  test.each(SITUATION_NAMES)('any event may come while %s: it is taken, throws nothing, and the call can still be ended', (situation) => {
    for (const event of CALL_EVENTS) {
      for (const leg of [CUSTOMER, THIRD]) {
        const desk = deskIn(situation);
        expect(() => desk.emit(event, { ...leg })).not.toThrow();
        const { work, call } = desk.state();
        expect([event, work === 'idle' || work === 'acw']).toEqual([event, call === null]);
        if (call === null) continue;
        expect(desk.agent.can('hangup')).toBe(true);
        desk.emit('EventReleased', THIRD);
        desk.emit('EventReleased', CUSTOMER);
        expect([event, desk.state().call]).toEqual([event, null]);
      }
    }
  });

  test.each(SITUATION_NAMES)('any event may come twice while %s: the second time changes nothing', (situation) => {
    for (const event of CALL_EVENTS) {
      const desk = deskIn(situation);
      desk.emit(event, CUSTOMER);
      const before = essence(desk.state());
      desk.emit(event, CUSTOMER);
      expect([event, essence(desk.state())]).toEqual([event, before]);
    }
  });

  test.each(NAMED_CALLS)('any event of a call that is over changes nothing, when it was %s', (situation) => {
    const desk = deskIn(situation);
    desk.emit('EventReleased', THIRD);
    desk.emit('EventReleased', CUSTOMER);
    const before = essence(desk.state());
    for (const event of CALL_EVENTS) {
      desk.emit(event, CUSTOMER);
      expect([event, essence(desk.state())]).toEqual([event, before]);
    }
  });

  test('what is older, by the server’s own time, does not undo what is newer', () => {
    const desk = deskIn('talking');
    desk.emit('EventAgentRetrieveCall', { ...CUSTOMER, creationTime: START + 2000 });
    desk.emit('EventAgentHoldCall', { ...CUSTOMER, creationTime: START + 1000 });
    expect(desk.state().work).toBe('talking');
    desk.emit('EventAgentUnmute', { ...CUSTOMER, creationTime: START + 4000 });
    desk.emit('EventAgentMute', { ...CUSTOMER, creationTime: START + 3000 });
    expect(desk.state().muted).toBe(false);
  });

  test('agents at work through doubled, delayed and reordered events agree with the service again once it speaks of them', async () => {
    const floor = new RandomFloor({ agentCount: 4, customerCount: 4, seed: 'wish 11' });
    const { faults } = floor.centre;
    const struck = [
      faults.duplicate('*', { probability: 0.3, ms: 40 }),
      faults.delay('*', { probability: 0.2, ms: 300 }),
      faults.reorder('*', { probability: 0.2, ms: 200 }),
    ];
    for (let step = 0; step < 400; step += 1) {
      floor.step();
      floor.clock.increment(floor.random.between(0, 400));
      if (step % 20 === 0) await settled();
    }
    for (const fault of struck) expect(fault.struck).toBeGreaterThan(10);
    faults.clear();
    floor.rest();
    floor.reload();
    floor.rest();
    await settled();
    floor.expectAgreement(['muted']);
    expect(floor.wrongs).toEqual([]);
    floor.dispose();
  }, 30_000);
});
