import { describe, expect, test } from '@jest/globals';
import type { FloorEvent } from '../../adapters/simulator/index.js';
import { DEFAULT_FLOOR } from '../../adapters/simulator/socket/server-entry.js';
import { describeFloor } from '../../adapters/simulator/socket/cli/banner.js';
import { createMask } from '../../adapters/simulator/socket/cli/masking.js';
import { timelineOf } from '../../adapters/simulator/socket/cli/timeline.js';

const mask = createMask(DEFAULT_FLOOR);
const at = Date.UTC(2026, 0, 2, 3, 4, 5, 6);
const end = { at, end: 'end-1', agentID: '1001' };

describe('the timeline', () => {
  test.each<[FloorEvent, string]>([
    [
      { type: 'command', ...end, command: 'makeCall', params: { otherDN: ' 13512345678 ', privacyNumber: 'secret' } },
      '03:04:05.006  1001    → makeCall                     otherDN 135****5678',
    ],
    [
      { type: 'command', ...end, agentID: null, command: 'initAgent', params: { agent: '1001', companyId: 'secret' } },
      '03:04:05.006  end-1   → initAgent                    agent 1001',
    ],
    [{ type: 'command', ...end, command: 'sendDtmf', params: { dtmfDigits: '4711' } }, '03:04:05.006  1001    → sendDtmf'],
    [
      { type: 'callback', ...end, command: 'login', outcome: 'error', result: { errorCode: '330014', errorMessage: 'No.' } },
      '03:04:05.006  1001    ← login error                  errorCode 330014, errorMessage No.',
    ],
    [
      {
        type: 'message',
        ...end,
        sentAt: end.at,
        sentAs: 1,
        message: { messageID: 'EventRinging', callType: 'Inbound', thisDN: '1000', otherDN: '13512345678', attachedData: { a: 'secret' } },
      },
      '03:04:05.006  1001    ← EventRinging                 callType Inbound, thisDN 1000, otherDN 135****5678',
    ],
    [
      { type: 'lost', ...end, what: 'message', name: 'EventReleased', because: 'fault' },
      '03:04:05.006  1001    ✗ message EventReleased        lost by fault',
    ],
    [{ type: 'end', ...end, change: 'displaced' }, '03:04:05.006  1001    · page end-1 displaced'],
    [
      {
        type: 'exchange',
        at,
        event: { type: 'incoming', leg: 'leg-1', from: { kind: 'number', number: '13512345678' }, to: 'sales' },
      },
      '03:04:05.006  switch  · leg-1 comes in from 135****5678 for sales',
    ],
    [
      { type: 'exchange', at, event: { type: 'connected', conversation: 'talk-1', legs: ['leg-1', 'leg-2'] } },
      '03:04:05.006  switch  · leg-1 and leg-2 talk in talk-1',
    ],
    [{ type: 'exchange', at, event: { type: 'keysSent', leg: 'leg-1', keys: '4711' } }, '03:04:05.006  switch  · leg-1 sends 4 keys'],
    [
      { type: 'exchange', at, event: { type: 'released', leg: 'leg-1', cause: 'noAnswer' } },
      '03:04:05.006  switch  · leg-1 released: noAnswer',
    ],
  ])('has a line for %j', (event, line) => {
    expect(timelineOf(event, mask)).toBe(line);
  });
});

describe('numbers of persons', () => {
  test.each([
    ['13512345678', '135****5678'],
    ['123456', '1****56'],
    ['4711', '****'],
    ['+4930123456', '+49****3456'],
  ])('are masked: %s', (number, masked) => {
    expect(mask(number)).toBe(masked);
  });

  test.each(['', '1001', '1000', 'sales', '4008'])('are not those of the floor itself: %j', (number) => {
    expect(mask(number)).toBe(number);
  });
});

test('the floor is described with what each customer does', () => {
  expect(describeFloor(DEFAULT_FLOOR, mask)).toBe(`
Agents
  1001  Ada   ext 1000  queue sales  supervisor
  1002  Ben   ext 2000  queue sales
  1003  Chen  ext 3000  queue sales

Customers
  135****5678  Dora  answers after 2 s
  136****4321  Emil  is busy
  137****1111  Fay   waits for its user

Queues
  sales  dial 4008`);
  expect(describeFloor({ agents: [{ agentID: '1' }] }, mask)).toBe('\nAgents\n  1  Agent 1  no extension');
});
