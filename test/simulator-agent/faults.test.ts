import { describe, expect, test } from '@jest/globals';
import type { Fault, Faults } from '../../adapters/simulator/index.js';
import { settled } from '../support/guarded-floor.js';
import { RandomFloor } from '../support/random-floor.js';

const EVENTS = [
  'EventAgentLogin',
  'EventAgentReady',
  'EventAgentNotReady',
  'EventAgentLogout',
  'EventAgentConnectionChanged',
  'EventDialing',
  'EventRinging',
  'EventEstablished',
  'EventReleased',
  'EventAgentHoldCall',
  'EventAgentRetrieveCall',
  'EventAgentMute',
  'EventAgentUnmute',
  'EventPartyAdded',
  'EventPartyChanged',
  'EventPartyDeleted',
  'EventDelayCallAfterWork',
  'EventDtmfSent',
  'EventError',
  '*',
] as const;

const KINDS = ['drop', 'duplicate', 'delay', 'reorder'] as const;
const STEPS = 250;
/** Rare events need longer until the fault has struck. */
const MOST_STEPS = 12_000;
const STRIKES = 1;

/** A regain does not say whether the agent is muted, so a page that has forgotten it cannot know. */
const NOT_REGAINED = ['muted'] as const;

/** A session with a fault, after which all pages are loaded anew, without storage. */
async function survive(
  seed: string,
  arrange: (faults: Faults) => Fault,
): Promise<{ floor: RandomFloor; fault: Fault }> {
  const floor = new RandomFloor({ agentCount: 4, customerCount: 4, seed });
  const fault = arrange(floor.centre.faults);
  for (let step = 0; step < STEPS || (fault.struck < STRIKES && step < MOST_STEPS); step += 1) {
    floor.step();
    floor.clock.increment(floor.random.between(0, 400));
    if (step % 10 > 0) continue;
    floor.rest();
    await settled();
    if (step % 100 === 0) floor.signInElsewhere();
  }
  floor.centre.faults.clear();
  floor.rest();
  floor.reload();
  floor.rest();
  await settled();
  return { floor, fault };
}

describe.each(KINDS)('agents agree with the centre again after a reload: %s', (kind) => {
  test.each(EVENTS)('%s', async (event) => {
    const { floor, fault } = await survive(`${kind} ${event}`, (faults) => faults[kind](event, { probability: 0.7 }));
    expect(fault.struck).toBeGreaterThanOrEqual(STRIKES);
    floor.expectAgreement(NOT_REGAINED);
    expect(floor.wrongs).toEqual([]);
    floor.dispose();
  });
});

test('agents agree with the centre again after a reload: callbacks that never come', async () => {
  const { floor, fault } = await survive('callbacks', (faults) => faults.loseCallbacks('*', { probability: 0.7 }));
  expect(fault.struck).toBeGreaterThan(0);
  floor.expectAgreement(NOT_REGAINED);
  expect(floor.wrongs).toEqual([]);
  floor.dispose();
});

test('an event that comes twice changes nothing the second time', async () => {
  const floor = new RandomFloor({ agentCount: 6, customerCount: 4, busy: 4, seed: 'twice' });
  const fault = floor.centre.faults.duplicate('*', { ms: 5 });
  for (let step = 0; step < 4 * STEPS; step += 1) {
    floor.step();
    floor.clock.increment(floor.random.between(0, 400));
    if (step % 10 > 0) continue;
    floor.rest();
    await settled();
    floor.expectAgreement();
  }
  expect(fault.struck).toBeGreaterThan(100);
  floor.dispose();
});
