import { describe, expect, test } from '@jest/globals';
import type { CommandName } from '../../machines/index.js';
import { CALL_COMMANDS, LOGIN_COMMANDS, UNBLOCKED } from '../../adapters/testing/model/allowed-when.js';
import { waitingForEvents } from '../support/bench/flights.js';
import { Bench, benchAt, CUSTOMER, type PlaceName, THIRD, turns, watch } from '../support/bench/index.js';
import { covers } from '../sobot-contract/covers.js';

type Leg = typeof CUSTOMER | null;

const RELEASED = ['EventReleased', 'EventAbandoned', 'EventHangup', 'EventPartyCallDeleted', 'Released'];
const HELD = ['EventAgentHoldCall', 'EventHeld', 'AgentHoldCall', ' EventHeld '];
const RETRIEVED = ['EventAgentRetrieveCall', 'EventRetrieved'];
const FORMED = ['EventPartyAdded', 'EventPartyChanged', 'PartyAdded'];
const OWN = { ...CUSTOMER, callType: 'Outbound' };
/** A release that says that the third party has taken the call over. */
const HANDED_OVER = { ...CUSTOMER, thirdDNRole: 'TransferTo' };

/** Call command, where it is sent, the leg that the server then names, and how it may word it. */
const CONFIRMED_BY: readonly (readonly [CommandName, PlaceName, Leg, readonly string[], string])[] = [
  ['makeCall', 'idle', OWN, ['EventDialing', 'Dialing'], 'dialing'],
  ['makeCall', 'idle', OWN, ['EventEstablished'], 'talking'],
  // The agent's own phone rings first.
  ['makeCall', 'idle', OWN, ['EventRinging'], 'dialing'],
  ['makeCall', 'idle', { callID: 'call-1', partyID: 'party-1' } as never, ['EventDialing', 'EventRinging'], 'dialing'],
  ['answer', 'ringing', CUSTOMER, ['EventEstablished', 'Established'], 'talking'],
  ['rejectCall', 'ringing', CUSTOMER, RELEASED, 'idle'],
  ['hangup', 'dialing', CUSTOMER, RELEASED, 'idle'],
  ['hangup', 'ringing', CUSTOMER, RELEASED, 'idle'],
  ['hangup', 'talking', CUSTOMER, RELEASED, 'acw'],
  ['hangup', 'holding', CUSTOMER, RELEASED, 'acw'],
  ['hangup', 'holding, consulted party gone', CUSTOMER, RELEASED, 'acw'],
  ['hangup', 'conferencing', CUSTOMER, RELEASED, 'acw'],
  ['holdCall', 'talking', CUSTOMER, HELD, 'holding'],
  ['retrieveCall', 'holding', CUSTOMER, RETRIEVED, 'talking'],
  ['retrieveCall', 'holding, consulted party gone', CUSTOMER, RETRIEVED, 'talking'],
  ['muteCall', 'talking', CUSTOMER, ['EventAgentMute', 'EventMuteOn'], 'talking'],
  ['muteCall', 'holding', CUSTOMER, ['EventAgentMute'], 'holding'],
  ['muteCall', 'consulting, not connected', CUSTOMER, ['EventAgentMute'], 'consulting'],
  ['muteCall', 'consulting, connected', THIRD, ['EventAgentMute'], 'consulting'],
  ['muteCall', 'conferencing', CUSTOMER, ['EventMuteOn'], 'conferencing'],
  ['singleTransfer', 'talking', CUSTOMER, RELEASED, 'acw'],
  ['initiateConsult', 'talking', THIRD, ['EventDialing', 'EventEstablished'], 'consulting'],
  ['cancelConsult', 'consulting, not connected', THIRD, RELEASED, 'holding'],
  ['cancelConsult', 'consulting, not connected', CUSTOMER, RETRIEVED, 'talking'],
  ['retrieveConsult', 'consulting, connected', CUSTOMER, RETRIEVED, 'talking'],
  ['retrieveConsult', 'consulting, connected', THIRD, RELEASED, 'talking'],
  ['retrieveConsult', 'holding, consulted party gone', CUSTOMER, RETRIEVED, 'talking'],
  ['consultTransfer', 'consulting, connected', HANDED_OVER, RELEASED, 'acw'],
  ['consultConference', 'consulting, connected', CUSTOMER, FORMED, 'conferencing'],
  ['consultConference', 'consulting, connected', THIRD, FORMED, 'conferencing'],
  ['delayACW', 'acw', null, ['EventDelayCallAfterWork', 'DelayCallAfterWork'], 'acw'],
  ['completeACW', 'acw', null, ['EventAgentReady', 'EventAgentNotReady'], 'idle'],
  ['completeACWToBusy', 'acw', null, ['EventAgentNotReady'], 'idle'],
  ['sendDtmf', 'talking', CUSTOMER, ['EventDtmfSent', 'DtmfSent'], 'talking'],
  ['sendDtmf', 'consulting, connected', THIRD, ['EventDtmfSent'], 'consulting'],
  ['sendDtmf', 'conferencing', CUSTOMER, ['EventDtmfSent'], 'conferencing'],
];

const ROWS = CONFIRMED_BY.flatMap(([command, place, leg, events, work]) =>
  events.map((messageID) => ({ command, place, leg, messageID, work })),
);

describe('a call command is confirmed by the event of the server', () => {
  test.each(ROWS)('$command at $place by $messageID of $leg.callType', async ({ command, place, leg, messageID, work }) => {
    const bench = benchAt(place, { bench: waitingForEvents() });
    const endings = watch(bench.send(command));
    await turns();
    expect(endings).toEqual([]);
    expect(bench.state().pending.map((one) => one.command)).toEqual([command]);

    const message = { messageID, ...leg, attributeOfTomorrow: { deep: true } };
    bench.sdk.emitRaw(message, messageID);
    expect(bench.state().pending).toEqual([]);
    expect(bench.state().work).toBe(work);
    await turns();
    expect(endings).toEqual([{ ended: 'resolved', value: message }]);
    expect((endings[0] as { value: unknown }).value).toBe(message);

    // It has a name and is over: telling it again, or its deadline, ends nothing a second time.
    bench.sdk.emitRaw(message, messageID);
    bench.clock.increment(600_000);
    await turns();
    expect(endings).toHaveLength(1);
  });

  test('unmute by the unmuted event, under either name', async () => {
    for (const messageID of ['EventAgentUnmute', 'EventMuteOff']) {
      const bench = benchAt('talking', { isMuted: true });
      const endings = watch(bench.send('unmute'));
      bench.customer(messageID);
      await turns();
      expect(endings).toMatchObject([{ ended: 'resolved', value: { messageID } }]);
      expect(bench.state().muted).toBe(false);
    }
  });

  test('sendDtmf counts as done when the SDK method has returned, where nothing else is asked for', async () => {
    const bench = benchAt('talking');
    Object.assign(bench.sdk, { sendDtmf: () => 'returned' });
    const endings = watch(bench.send('sendDtmf'));
    expect(bench.state().pending).toEqual([]);
    await turns();
    expect(endings).toEqual([{ ended: 'resolved', value: 'returned' }]);
  });

  test('every call command is in the table', () => {
    const inTable = new Set([...CONFIRMED_BY.map(([command]) => command), 'unmute']);
    expect(CALL_COMMANDS.filter((command) => !inTable.has(command))).toEqual([]);
  });
});

describe('a call command is not confirmed by', () => {
  const OTHER = { callID: 'call-9', partyID: 'party-9', callType: 'Inbound' };

  test.each([
    ['holdCall', 'talking', 'EventAgentHoldCall', OTHER],
    ['holdCall', 'talking', 'EventAgentRetrieveCall', CUSTOMER],
    ['muteCall', 'talking', 'EventAgentUnmute', CUSTOMER],
    ['hangup', 'talking', 'EventReleased', OTHER],
    ['singleTransfer', 'talking', 'EventReleased', THIRD],
    ['initiateConsult', 'talking', 'EventAgentHoldCall', CUSTOMER],
    ['initiateConsult', 'talking', 'EventEstablished', CUSTOMER],
    ['consultTransfer', 'consulting, connected', 'EventAgentHoldCall', CUSTOMER],
    ['cancelConsult', 'consulting, not connected', 'EventDialing', THIRD],
    ['delayACW', 'acw', 'EventAgentAfterCallWork', {}],
    ['sendDtmf', 'talking', 'EventAgentMute', CUSTOMER],
  ] as const)('%s at %s: %s of %j', async (command, place, messageID, leg) => {
    const bench = benchAt(place, { bench: waitingForEvents() });
    const endings = watch(bench.send(command));
    bench.sdk.emit(messageID, { ...leg });
    await turns();
    expect(endings.filter(({ ended }) => ended === 'resolved')).toEqual([]);
  });

  test('the return of the SDK method', async () => {
    const bench = benchAt('talking', { bench: new Bench() });
    Object.assign(bench.sdk, { holdCall: () => ({ status: 'success' }) });
    const endings = watch(bench.send('holdCall'));
    await turns();
    expect(endings).toEqual([]);
  });

  test('the promise of the SDK method', async () => {
    const bench = benchAt('talking');
    Object.assign(bench.sdk, { holdCall: () => Promise.resolve({ status: 'success' }) });
    const endings = watch(bench.send('holdCall'));
    await turns();
    expect(endings).toEqual([]);
    expect(bench.state().work).toBe('talking');
  });
});

describe('a command with documented callbacks ends by its callback', () => {
  const STARTS: Partial<Record<CommandName, () => Bench>> = {
    initAgent: () => new Bench(),
    login: () => benchAt('idle', { standing: 'connected, offline' }),
    ready: () => benchAt('idle', { standing: 'connected, dnd 2' }),
  };
  const WITH_CALLBACKS = [...LOGIN_COMMANDS, ...UNBLOCKED];

  test.each(WITH_CALLBACKS)('%s resolves with the result of the vendor, whole and the very same', async (command) => {
    covers('general rule: every result may gain attributes: unknown ones must pass through and never throw');
    const bench = STARTS[command]?.() ?? benchAt('idle');
    const endings = watch(bench.send(command));
    const result = { status: 'success', attributeOfTomorrow: { deep: [1] } };
    const { success } = bench.sdk.lastCall(command).parameters as { success(result: unknown): void };
    success(result);
    success({ status: 'success', second: true });
    bench.sdk.fail(command, { errorCode: '330001' });
    await turns();
    expect(endings).toHaveLength(1);
    expect((endings[0] as { value: unknown }).value).toBe(result);
    expect(bench.state().pending).toEqual([]);
  });

  test.each([
    ['login', 'EventAgentReady', {}, 'online'],
    ['ready', 'EventAgentReady', {}, 'online'],
    ['notReady', 'EventAgentNotReady', { reasonCode: '11' }, 'break'],
    ['logout', 'EventAgentLogout', {}, 'offline'],
    ['resetLogout', 'EventAgentLogout', {}, 'offline'],
  ] as const)('%s: %s changes the state before the callback, which alone ends it', async (command, messageID, attributes, login) => {
    const bench = STARTS[command]?.() ?? benchAt('idle');
    const endings = watch(bench.send(command));
    bench.sdk.emit(messageID, attributes);
    expect(bench.state().login).toBe(login);
    await turns();
    expect(endings).toEqual([]);
    bench.sdk.succeed(command, command === 'login' ? { agentState: '1' } : {});
    await turns();
    expect(endings).toMatchObject([{ ended: 'resolved' }]);
    expect(bench.state().login).toBe(login);
  });
});
