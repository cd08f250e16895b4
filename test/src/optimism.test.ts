import { describe, expect, test } from '@jest/globals';
import { expectedFact } from '../../src/agent/optimism.js';
import { DECLARATIONS, type CommandName } from '../../src/index.js';
import { declarationOf } from '../../src/commands/index.js';
import { benchAt, type PlaceName } from '../support/bench/index.js';

const factOf = (command: CommandName, place: PlaceName, parameters: Record<string, unknown> = {}) =>
  expectedFact(declarationOf(command), parameters, benchAt(place).agent.actor.getSnapshot());

describe('what the server would say to a command', () => {
  test.each<readonly [CommandName, PlaceName, object]>([
    ['holdCall', 'talking', { type: 'call.held' }],
    ['retrieveCall', 'holding', { type: 'call.retrieved' }],
    ['hangup', 'talking', { type: 'call.released' }],
    ['muteCall', 'talking', { type: 'microphone.muted' }],
    ['unmute', 'talking', { type: 'microphone.unmuted' }],
  ])("%s while %s names the customer's leg", (command, place, fact) => {
    const { callID, partyID, callType } = benchAt(place).state().call!;
    expect(factOf(command, place)).toStrictEqual({ ...fact, leg: { callID, partyID, callType } });
  });

  test('answer names the call that rings, also beside the one that the agent talks in', () => {
    const ringing = benchAt('ringing');
    expect(expectedFact(declarationOf('answer'), {}, ringing.agent.actor.getSnapshot())).toMatchObject({
      type: 'call.established',
      leg: { callID: ringing.state().call!.callID },
    });
    const talking = benchAt('talking');
    talking.emit('EventRinging', { callID: 'call-2', partyID: 'party-2', callType: 'Inbound' });
    const { call } = talking.state();
    const about = (command: CommandName) => expectedFact(declarationOf(command), {}, talking.agent.actor.getSnapshot());
    expect(about('answer')).toStrictEqual({ type: 'call.established', leg: { callID: 'call-2', partyID: 'party-2', callType: 'Inbound' } });
    expect(about('holdCall')).toMatchObject({ leg: { callID: call!.callID } });
    // A call that waits on hold is none to be answered.
    talking.emit('EventEstablished', { callID: 'call-2', partyID: 'party-2', callType: 'Inbound' });
    talking.emit('EventAgentHoldCall', { callID: 'call-2', partyID: 'party-2', callType: 'Inbound' });
    talking.emit('EventRinging', { callID: 'call-3', partyID: 'party-3', callType: 'Inbound' });
    expect(about('answer')).toMatchObject({ leg: { callID: 'call-3' } });
  });

  test('initiateConsult names a leg that does not exist yet by its type', () => {
    expect(factOf('initiateConsult', 'talking')).toStrictEqual({
      type: 'call.dialing',
      leg: { callID: undefined, partyID: undefined, callType: 'Consult' },
    });
  });

  test("cancelConsult names the third party's leg", () => {
    const { callID, partyID, callType } = benchAt('consulting, connected').state().consult!;
    expect(factOf('cancelConsult', 'consulting, connected')).toMatchObject({ type: 'call.released', leg: { callID, partyID, callType } });
  });

  test('only after-call work ends otherwise for who is not online', () => {
    const snapshot = benchAt('talking').agent.actor.getSnapshot();
    const away = { ...snapshot, value: { ...(snapshot.value as object), login: { settled: { loggedIn: 'dnd' } } } };
    expect(expectedFact(DECLARATIONS.initiateConsult, {}, away as never)).toMatchObject({ type: 'call.dialing' });
  });

  test('makeCall names a call that does not exist yet by nothing', () => {
    expect(factOf('makeCall', 'idle')).toStrictEqual({
      type: 'call.dialing',
      leg: { callID: undefined, partyID: undefined, callType: undefined },
    });
  });

  test('delayACW says by how much', () => {
    expect(factOf('delayACW', 'acw', { seconds: 60 })).toStrictEqual({ type: 'acw.extended', seconds: 60 });
    expect(factOf('delayACW', 'acw')).toStrictEqual({ type: 'acw.extended' });
  });

  test('completeACW leads to ready for who is online', () => {
    expect(factOf('completeACW', 'acw')).toStrictEqual({ type: 'agent.ready' });
  });

  test('completeACW leads to not ready for who is not', () => {
    const bench = benchAt('acw');
    const { agent } = bench;
    const snapshot = agent.actor.getSnapshot();
    const away = { ...snapshot, value: { ...(snapshot.value as object), login: { settled: { loggedIn: 'dnd' } } } };
    expect(expectedFact(DECLARATIONS.completeACW, {}, away as never)).toStrictEqual({ type: 'agent.notReady' });
  });

  test('completeACWToBusy leads to DND', () => {
    expect(factOf('completeACWToBusy', 'acw', { reason: 'dnd' })).toStrictEqual({ type: 'agent.notReady', reason: 'dnd' });
  });

  test('notReady says the reason', () => {
    expect(factOf('notReady', 'idle', { reason: 'training' })).toStrictEqual({ type: 'agent.notReady', reason: 'training' });
  });

  test('a query leads to nothing', () => {
    expect(factOf('queryStates', 'idle')).toBeUndefined();
  });
});
