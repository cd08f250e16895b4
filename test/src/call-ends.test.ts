import { expect, test } from '@jest/globals';
import { callEnds } from '../../src/agent/call-end.js';
import { benchAt } from '../support/bench/index.js';

const snapshotIn = (place: Parameters<typeof benchAt>[0]) => benchAt(place).agent.actor.getSnapshot();
const talking = snapshotIn('talking');
const { callID, partyID, callType } = talking.context.call!;
const released = { type: 'call.released', at: 77, leg: { callID: callID!, partyID: partyID!, callType: callType! } } as const;

test('an event after which the same call goes on ends none', () => {
  expect(callEnds(released, talking, talking, 'EventReleased')).toEqual([]);
});

test('a call has ended when the event says so, whenever its state has begun', () => {
  expect(callEnds(released, talking, snapshotIn('acw'), 'EventReleased')).toMatchObject([
    { type: 'callEnded', leg: 'call', reason: 'otherSide', at: 77, messageID: 'EventReleased' },
  ]);
});
