import { describe, expect, test } from '@jest/globals';
import type { CallEnd, CommandName } from '../../adapters/sobot/index.js';
import { Bench, benchAt, CUSTOMER, type PlaceName, STRANGER, THIRD } from '../support/bench/index.js';

type Said = readonly [messageID: string, leg?: object];

const RELEASED: Said = ['EventReleased', CUSTOMER];
const HANDED_OVER: Said = ['EventReleased', { ...CUSTOMER, thirdDNRole: 'TransferTo' }];
const THIRD_RELEASED: Said = ['EventReleased', THIRD];
const OUTBOUND = { ...CUSTOMER, callType: 'Outbound' };
const ELSEWHERE = { agentStateInfo: { agentState: '1' }, workStatusInfo: { callID: 'call-9', callType: 'Inbound' } };

const ELSEWHERE_NAMED = { ...ELSEWHERE, workStatusInfo: { ...ELSEWHERE.workStatusInfo, partyID: 'party-9' } };

/** Where, which command is in flight, what the server says, and which leg is then over for which reason. */
const ROWS: readonly (readonly [PlaceName, CommandName | null, readonly Said[], ...string[]])[] = [
  ['ringing', null, [RELEASED], 'call missed'],
  ['ringing', null, [['EventAbandoned', CUSTOMER]], 'call missed'],
  ['ringing', 'rejectCall', [RELEASED], 'call rejected'],
  ['ringing', 'hangup', [RELEASED], 'call hungUp'],
  ['ringing', 'answer', [RELEASED], 'call missed'],
  [
    'dialing',
    null,
    [
      ['EventDestinationBusy', OUTBOUND],
      ['EventReleased', OUTBOUND],
    ],
    'call busy',
  ],
  ['dialing', null, [['EventReleased', OUTBOUND]], 'call notReached'],
  ['dialing', 'hangup', [['EventReleased', OUTBOUND]], 'call hungUp'],
  ['calling', null, [['EventError', {}]], 'call notMade'],
  ['calling', 'hangup', [['EventReleased', OUTBOUND]], 'call hungUp'],
  ['talking', null, [RELEASED], 'call otherSide'],
  ['talking', 'hangup', [RELEASED], 'call hungUp'],
  ['talking', 'holdCall', [RELEASED], 'call otherSide'],
  ['talking', 'singleTransfer', [RELEASED], 'call transferred'],
  ['talking', 'resetLogout', [RELEASED], 'call hungUp'],
  ['talking', 'resetLogout', [['EventAgentLogout']], 'call hungUp'],
  ['talking', null, [['EventAgentLogout']], 'call signedOut'],
  ['talking', null, [['EventAgentConnectionChanged']], 'call displaced'],
  ['talking', null, [['EventAgentRegainStatus', { agentStateInfo: { agentState: '1' } }]], 'call unseen'],
  // Over is only what the server has ended: the call waits.
  ['talking', null, [['EventAgentRegainStatus', ELSEWHERE]]],
  ['talking', null, [['EventRinging', STRANGER]]],
  [
    'talking',
    null,
    [
      ['EventRinging', STRANGER],
      ['EventReleased', STRANGER],
    ],
    'waiting missed',
  ],
  [
    'talking',
    'rejectCall',
    [
      ['EventRinging', STRANGER],
      ['EventReleased', STRANGER],
    ],
    'waiting missed',
  ],
  ['talking', null, [['EventAgentRegainStatus', ELSEWHERE], RELEASED], 'waiting otherSide'],
  ['talking', null, [['EventRinging', STRANGER], ['EventAgentLogout']], 'call signedOut', 'waiting signedOut'],
  ['holding', null, [RELEASED], 'call otherSide'],
  ['consulting, not connected', null, [THIRD_RELEASED], 'consult notReached'],
  ['consulting, not connected', 'cancelConsult', [THIRD_RELEASED], 'consult hungUp'],
  ['consulting, not connected', 'cancelConsult', [['EventAgentRetrieveCall', CUSTOMER]], 'consult hungUp'],
  // The customer is taken off hold while the third party is being called.
  ['consulting, not connected', null, [['EventAgentRetrieveCall', CUSTOMER]]],
  ['consulting, connected', null, [THIRD_RELEASED], 'consult otherSide'],
  ['consulting, connected', 'retrieveConsult', [THIRD_RELEASED], 'consult hungUp'],
  ['consulting, connected', 'consultTransfer', [HANDED_OVER], 'consult transferred', 'call transferred'],
  ['consulting, connected', 'consultTransfer', [RELEASED, THIRD_RELEASED], 'consult transferred', 'call transferred'],
  ['consulting, connected', 'consultTransfer', [RELEASED, ['EventAgentAfterCallWork']], 'consult transferred', 'call transferred'],
  ['consulting, connected', 'consultTransfer', [RELEASED, ['EventError']], 'call otherSide'],
  ['consulting, not connected', 'cancelConsult', [RELEASED], 'call otherSide'],
  ['consulting, connected', null, [['EventAgentRegainStatus', ELSEWHERE]]],
  ['consulting, connected', null, [['EventAgentRegainStatus', ELSEWHERE_NAMED]]],
  ['consulting, connected', null, [['EventPartyAdded', CUSTOMER]], 'consult joined'],
  ['consulting, connected', 'consultConference', [THIRD_RELEASED, ['EventError']], 'consult unseen'],
  ['consulting, connected', 'consultConference', [['EventPartyAdded', CUSTOMER]], 'consult joined'],
  ['consulting, connected', 'consultConference', [THIRD_RELEASED, ['EventPartyAdded', CUSTOMER]], 'consult joined'],
  ['consulting, connected', null, [RELEASED], 'call otherSide'],
  ['consulting, connected', null, [RELEASED, THIRD_RELEASED], 'call otherSide', 'call otherSide'],
  ['consulting, connected', 'hangup', [THIRD_RELEASED], 'consult hungUp'],
  ['consulting, connected', null, [['EventAgentLogout']], 'consult signedOut', 'call signedOut'],
  ['conferencing', null, [RELEASED], 'call otherSide'],
];

/** The ends that are told from now on. */
function endsOf(bench: Bench): CallEnd[] {
  const ends: CallEnd[] = [];
  bench.agent.on('switchhook:callEnded', (end) => ends.push(end));
  return ends;
}

const inShort = ({ leg, reason }: CallEnd) => `${leg} ${reason}`;

describe('the end of a leg is told with its reason', () => {
  test.each(ROWS)('%s, with %s in flight: %j', (place, command, said, ...expected) => {
    const bench = benchAt(place);
    const ends = endsOf(bench);
    if (command !== null) bench.leave(command);
    for (const [messageID, attributes] of said) bench.sdk.emit(messageID, { ...attributes });
    expect(ends.map(inShort)).toEqual(expected);

    // Told again, it is over already.
    for (const [messageID, attributes] of said) {
      if (messageID === 'EventReleased') bench.sdk.emit(messageID, { ...attributes });
    }
    expect(ends).toHaveLength(expected.length);
  });

  test.each([
    ['consulting, connected', 'consultConference', [THIRD_RELEASED], ['consult unseen']],
    ['consulting, connected', 'consultTransfer', [RELEASED], ['consult transferred', 'call transferred']],
    ['consulting, connected', 'consultTransfer', [THIRD_RELEASED], ['consult unseen']],
    ['idle', 'makeCall', [], ['call notMade']],
  ] as const)('also by a deadline: %s, %s, %j', (place, command, said, expected) => {
    const bench = benchAt(place);
    const ends = endsOf(bench);
    bench.leave(command);
    for (const [messageID, attributes] of said) bench.sdk.emit(messageID, { ...attributes });
    bench.clock.increment(60_000);
    expect(ends.map(inShort)).toEqual(expected);
    expect(ends.map(({ messageID }) => messageID)).toEqual(expected.map(() => null));
  });

  test('with what is known of the leg, the message that said it, and when', () => {
    const bench = benchAt('talking');
    const ends = endsOf(bench);
    const { call } = bench.state();
    bench.clock.increment(5000);
    bench.customer('EventHangup', { otherDN: '13812345678' });
    expect(ends).toEqual([
      {
        type: 'callEnded',
        leg: 'call',
        reason: 'otherSide',
        callID: CUSTOMER.callID,
        partyID: CUSTOMER.partyID,
        callType: CUSTOMER.callType,
        establishedAt: call?.establishedAt,
        messageID: 'EventHangup',
        at: bench.clock.now(),
      },
    ]);
    expect(JSON.stringify(ends)).not.toContain('138');
  });

  test('when the state says already that it is over', () => {
    const bench = benchAt('talking');
    const seen: unknown[] = [];
    bench.agent.on('switchhook:callEnded', () => seen.push(bench.state().work));
    bench.customer('EventReleased');
    expect(seen).toEqual(['acw']);
  });

  test('of a call that was asked for and never heard of: by the answer, or at the deadline', () => {
    const refused = benchAt('calling');
    const ends = endsOf(refused);
    refused.clock.increment(600_000);
    expect(ends).toMatchObject([{ reason: 'notMade', callID: null, messageID: null }]);
  });

  test('by an answer that is believed', () => {
    const bench = benchAt('talking');
    const ends = endsOf(bench);
    bench.leave('resetLogout');
    bench.sdk.succeed('resetLogout');
    expect(ends.map(inShort)).toEqual(['call hungUp']);
    bench.sdk.emit('EventReleased', CUSTOMER);
    bench.sdk.emit('EventAgentLogout');
    expect(ends).toHaveLength(1);
  });

  test('by an answer that is taken for the event', () => {
    const bench = benchAt('talking', { bench: new Bench({ confirm: { hangup: 'optimistic' } }) });
    const ends = endsOf(bench);
    bench.leave('hangup');
    expect(ends.map(inShort)).toEqual(['call hungUp']);
  });

  test('of no call that goes on', () => {
    const bench = benchAt('talking');
    const ends = endsOf(bench);
    const same = { agentStateInfo: { agentState: '1' }, workStatusInfo: { callID: CUSTOMER.callID } };
    for (const messageID of ['EventAgentHoldCall', 'EventAgentRetrieveCall', 'EventAgentMute', 'EventEstablished'])
      bench.customer(messageID);
    bench.sdk.emit('EventAgentRegainStatus', same);
    bench.third('EventDialing');
    bench.third('EventEstablished');
    bench.sdk.emit('EventReleased', { callID: 'call-9', partyID: 'party-9' });
    expect(ends).toEqual([]);
  });
});
