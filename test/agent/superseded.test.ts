import { describe, expect, test } from '@jest/globals';
import { CALL_FLIGHTS } from '../support/bench/flights.js';
import { type Bench, benchAt, turns, watch } from '../support/bench/index.js';

const isAcw = (command: string) => /ACW/.test(command);
const ENDS = ['EventReleased', 'EventAbandoned', 'EventHangup'];

/** Whom the end of the customer's leg confirms. */
const CONFIRMED_BY_END = ['hangup', 'rejectCall', 'singleTransfer', 'consultTransfer'];
const IN_CONSULT = /^consulting/;

const ON_A_CALL = CALL_FLIGHTS.filter(({ command }) => !isAcw(command));

describe('a call command whose call ends before its answer', () => {
  test.each(ON_A_CALL)('is over: $command from $from', async ({ command, from, start }) => {
    for (const messageID of ENDS) {
      const bench = start();
      const endings = watch(bench.send(command));
      const callType = command === 'makeCall' ? 'Outbound' : 'Inbound';
      // That it is the transfer, and not the customer who has gone, the server must say.
      bench.customer(messageID, { callType, ...(command === 'consultTransfer' ? { thirdDNRole: 'TransferTo' } : {}) });
      await turns();
      const ending = CONFIRMED_BY_END.includes(command)
        ? { ended: 'resolved' }
        : { ended: 'rejected', error: { code: 'SUPERSEDED', command } };
      expect(endings).toMatchObject([ending]);
      expect(bench.state().pending).toEqual([]);
      // The customer hanging up during a consult leaves agent and third party.
      const left = { 'consulting, not connected': 'dialing', 'consulting, connected': 'talking' }[from];
      const isLeft = IN_CONSULT.test(from) && command !== 'consultTransfer';
      const isEstablished = !['idle', 'dialing', 'ringing'].includes(from);
      expect(bench.state().work).toBe(isLeft ? left : isEstablished ? 'acw' : 'idle');
    }
  });

  test.each(ON_A_CALL)('is over also when the agent is logged out by the server: $command from $from', async ({ command, start }) => {
    const bench = start();
    const endings = watch(bench.send(command));
    bench.sdk.emit('EventAgentLogout');
    await turns();
    expect(endings).toMatchObject([{ ended: 'rejected', error: { code: 'SUPERSEDED', command } }]);
    expect(bench.state()).toMatchObject({ login: 'offline', work: 'idle', call: null, consult: null, muted: false, pending: [] });
  });

  test.each(ON_A_CALL)('is over also when the server regains the agent without a call: $command from $from', async ({ command, start }) => {
    const bench = start();
    const endings = watch(bench.send(command));
    bench.sdk.emit('EventAgentRegainStatus', { agentStateInfo: { agentState: '1' } });
    await turns();
    expect(endings).toMatchObject([{ ended: 'rejected', error: { code: 'SUPERSEDED', command } }]);
    expect(bench.state()).toMatchObject({ login: 'online', work: 'idle', call: null, consult: null, muted: false, pending: [] });
  });

  const regainAnother = (bench: Bench) =>
    bench.sdk.emit('EventAgentRegainStatus', {
      agentStateInfo: { agentState: '1' },
      workStatusInfo: { callID: 'call-7', callType: 'Inbound' },
    });

  test('is over when the server regains another call, if nothing was heard of its own: makeCall', async () => {
    const bench = benchAt('idle');
    const endings = watch(bench.send('makeCall'));
    regainAnother(bench);
    await turns();
    expect(endings).toMatchObject([{ ended: 'rejected', error: { code: 'SUPERSEDED', command: 'makeCall' } }]);
    expect(bench.state()).toMatchObject({ work: 'talking', call: { callID: 'call-7' }, consult: null, pending: [] });
  });

  test.each(ON_A_CALL.filter(({ command }) => command !== 'makeCall'))(
    'waits on with its call when the server regains another one, until its own call ends: $command from $from',
    async ({ command, start }) => {
      const bench = start();
      const endings = watch(bench.send(command));
      regainAnother(bench);
      await turns();
      expect(endings).toEqual([]);
      expect(bench.state()).toMatchObject({
        work: 'talking',
        call: { callID: 'call-7' },
        waiting: expect.arrayContaining([expect.objectContaining({ callID: 'call-1', partyID: 'party-1' })]),
        consult: null,
        pending: [{ command }],
      });
      bench.customer('EventReleased', command === 'consultTransfer' ? { thirdDNRole: 'TransferTo' } : {});
      await turns();
      const isConfirmed = CONFIRMED_BY_END.includes(command);
      expect(endings).toMatchObject([isConfirmed ? { ended: 'resolved' } : { ended: 'rejected', error: { code: 'SUPERSEDED', command } }]);
      expect(bench.state()).toMatchObject({ work: 'talking', call: { callID: 'call-7' }, pending: [] });
      expect(bench.state().waiting.filter(({ partyID }) => partyID === 'party-1')).toEqual([]);
    },
  );
});

describe('a command for after-call work that is over before its answer', () => {
  test.each(['delayACW', 'completeACWToBusy', 'completeACW'] as const)('%s: because a call comes in', async (command) => {
    const bench = benchAt('acw');
    const endings = watch(bench.send(command));
    bench.sdk.emit('EventRinging', { callID: 'call-2', partyID: 'party-3', callType: 'Inbound' });
    await turns();
    expect(endings).toMatchObject([{ ended: 'rejected', error: { code: 'SUPERSEDED', command } }]);
  });

  test('delayACW: because somebody ended it', async () => {
    const bench = benchAt('acw');
    const endings = watch(bench.send('delayACW'));
    bench.sdk.emit('EventAgentReady');
    await turns();
    expect(endings).toMatchObject([{ ended: 'rejected', error: { code: 'SUPERSEDED', command: 'delayACW' } }]);
  });

  test('completeACWToBusy: because the server gives another reason', async () => {
    const bench = benchAt('acw');
    const endings = watch(bench.send('completeACWToBusy'));
    bench.sdk.emit('EventAgentNotReady', { reasonCode: '13' });
    await turns();
    expect(endings).toMatchObject([{ ended: 'rejected', error: { code: 'SUPERSEDED' } }]);
    expect(bench.state()).toMatchObject({ login: 'break', reasonCode: 13, work: 'idle' });
  });
});

describe('a login command that the server overtakes', () => {
  test.each([
    ['ready', 'connected, break 14'],
    ['notReady', 'connected, online'],
  ] as const)('%s is over when the agent is logged out', async (command, standing) => {
    const bench = benchAt('idle', { standing });
    const endings = watch(bench.send(command));
    bench.sdk.emit('EventAgentLogout');
    await turns();
    expect(endings).toMatchObject([{ ended: 'rejected', error: { code: 'SUPERSEDED', command } }]);
    // The answer that comes after all does not sign the agent in again.
    bench.sdk.succeed(command);
    expect(bench.state().login).toBe('offline');
  });
});

describe('two call commands in flight', () => {
  test('hangup is confirmed by the release, the one it overtook is superseded', async () => {
    const bench = benchAt('talking');
    const hold = watch(bench.send('holdCall'));
    const hangup = watch(bench.send('hangup'));
    bench.customer('EventReleased');
    await turns();
    expect(hold).toMatchObject([{ ended: 'rejected', error: { code: 'SUPERSEDED' } }]);
    expect(hangup).toMatchObject([{ ended: 'resolved', value: { messageID: 'EventReleased' } }]);
  });

  test('hangup while calling: both end with the release of a call that was never heard of', async () => {
    const bench = benchAt('idle');
    const makeCall = watch(bench.send('makeCall'));
    const hangup = watch(bench.send('hangup'));
    bench.customer('EventReleased', { callType: 'Outbound' });
    await turns();
    expect(makeCall).toMatchObject([{ ended: 'rejected', error: { code: 'SUPERSEDED' } }]);
    expect(hangup).toMatchObject([{ ended: 'resolved' }]);
    expect(bench.state().work).toBe('idle');
  });

  test('cancelConsult is confirmed by the release of a leg that was never heard of; initiateConsult is superseded', async () => {
    const bench = benchAt('talking');
    const initiate = watch(bench.send('initiateConsult'));
    const cancel = watch(bench.send('cancelConsult'));
    bench.third('EventReleased');
    await turns();
    expect(initiate).toMatchObject([{ ended: 'rejected', error: { code: 'SUPERSEDED' } }]);
    expect(cancel).toMatchObject([{ ended: 'resolved' }]);
    expect(bench.state()).toMatchObject({ work: 'talking', consult: null });
  });
});
