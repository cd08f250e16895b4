import { describe, expect, test } from '@jest/globals';
import { type Bench, benchAt, CUSTOMER, errorOf, turns, watch } from '../support/bench/index.js';

/** A regain names a call that this page knows nothing of, and not how far it is. */
function guessing(): Bench {
  const bench = benchAt('idle');
  bench.emit('EventAgentRegainStatus', {
    agentStateInfo: { agentState: '1' },
    workStatusInfo: { callID: CUSTOMER.callID, callType: CUSTOMER.callType },
  });
  return bench;
}

const OPEN = ['answer', 'rejectCall', 'retrieveCall'] as const;
const openOf = ({ agent }: Bench) => OPEN.filter((command) => agent.can(command));

describe('talking that is a guess of a regain', () => {
  test('lets answer, rejectCall and retrieveCall go out, besides what a talk allows', () => {
    const bench = guessing();
    expect(bench.state()).toMatchObject({ work: 'talking', call: { callID: 'call-1' } });
    expect(openOf(bench)).toEqual(OPEN);
    for (const command of ['holdCall', 'hangup', 'muteCall', 'initiateConsult'] as const) expect(bench.agent.can(command)).toBe(true);
  });

  test.each([
    ['EventEstablished', 'talking', []],
    ['EventAgentRetrieveCall', 'talking', []],
    ['EventAgentUnmute', 'talking', []],
    ['EventDtmfSent', 'talking', []],
    ['EventPartyDeleted', 'talking', []],
    ['EventAgentHoldCall', 'holding', ['retrieveCall']],
    // The first ringing or dialing corrects it.
    ['EventRinging', 'ringing', ['answer', 'rejectCall']],
    ['EventDialing', 'dialing', []],
  ] as const)('ends with an event of the call: %s says %s', (messageID, work, open) => {
    const bench = guessing();
    bench.customer(messageID);
    expect(bench.state()).toMatchObject({ work, call: { callID: 'call-1' } });
    expect(openOf(bench)).toEqual(open);
  });

  test('does not end with an event of another call, nor with a second regain like it', () => {
    const bench = guessing();
    bench.emit('EventReleased', { callID: 'call-9', partyID: 'party-9', callType: 'Inbound' });
    bench.emit('EventAgentRegainStatus', {
      agentStateInfo: { agentState: '1' },
      workStatusInfo: { callID: CUSTOMER.callID, callType: CUSTOMER.callType },
    });
    expect(openOf(bench)).toEqual(OPEN);
  });

  test.each([
    ['answer', 'EventEstablished', 'talking'],
    ['retrieveCall', 'EventAgentRetrieveCall', 'talking'],
  ] as const)('was ringing or held: %s is confirmed by %s', async (command, messageID, work) => {
    const bench = guessing();
    const endings = watch(bench.send(command));
    bench.customer(messageID);
    await turns();
    expect(endings).toMatchObject([{ ended: 'resolved', value: { messageID } }]);
    expect(bench.state()).toMatchObject({ work, pending: [] });
    expect(openOf(bench)).toEqual([]);
  });

  test('was ringing: rejectCall is confirmed by its release', async () => {
    const bench = guessing();
    const endings = watch(bench.send('rejectCall'));
    bench.customer('EventReleased');
    await turns();
    expect(endings).toMatchObject([{ ended: 'resolved' }]);
    expect(bench.state()).toMatchObject({ call: null, pending: [] });
  });

  test('is over when a refusal says so', async () => {
    const bench = guessing();
    const outcome = bench.send('answer');
    bench.emit('EventError', { errorCode: '330303' });
    expect(await errorOf(outcome)).toMatchObject({ code: 'REJECTED', vendorCode: '330303' });
    expect(bench.state().call).toBeNull();
  });
});

describe('a consult after an outage', () => {
  const regained = (place: 'consulting, not connected' | 'consulting, connected') => {
    const bench = benchAt(place);
    bench.emit('EventAgentRegainStatus', {
      agentStateInfo: { agentState: '1' },
      workStatusInfo: { callID: 'call-1', callType: 'Inbound' },
    });
    return bench;
  };

  test('that was dialing is of unknown phase, and one that was talking stays', () => {
    expect(regained('consulting, not connected').state()).toMatchObject({
      work: 'consulting',
      consult: { phase: 'unknown', target: '1002' },
    });
    expect(regained('consulting, connected').state()).toMatchObject({ work: 'consulting', consult: { phase: 'talking' } });
  });

  test.each([
    ['EventDialing', 'dialing'],
    ['EventEstablished', 'talking'],
  ] as const)('has a phase again by %s of the third party', (messageID, phase) => {
    const bench = regained('consulting, not connected');
    bench.third(messageID);
    expect(bench.state()).toMatchObject({ work: 'consulting', consult: { phase } });
  });

  test('of unknown phase can be cancelled, as if it dialed', async () => {
    const bench = regained('consulting, not connected');
    const endings = watch(bench.send('cancelConsult'));
    bench.third('EventReleased');
    await turns();
    expect(endings).toMatchObject([{ ended: 'resolved' }]);
    expect(bench.state()).toMatchObject({ work: 'holding', consult: null });
  });

  test('of unknown phase can be joined, as if it talked', async () => {
    const bench = regained('consulting, not connected');
    const endings = watch(bench.send('consultConference'));
    bench.third('EventPartyAdded');
    await turns();
    expect(endings).toMatchObject([{ ended: 'resolved' }]);
    expect(bench.state()).toMatchObject({ work: 'conferencing', consult: null });
  });
});
