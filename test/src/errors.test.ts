import { describe, expect, test } from '@jest/globals';
import { commandFailure } from '../../src/errors/command-failure.js';
import { CommandError } from '../../src/errors/command-error.js';
import { chartRefusal, flatRefusal, parameterRefusal } from '../../src/errors/refusal.js';
import type { FailureCode } from '../../src/errors/error-code.js';
import type { CommandName } from '../../src/index.js';
import { Bench, benchAt, type PlaceName } from '../support/bench/index.js';

const state = { connection: 'connected', login: 'online', work: 'talking' } as const;
const vendorClass = { name: 'busy', meaning: 'It is busy.', remedy: 'Wait.' };

describe('the error of a command that was sent', () => {
  test.each<readonly [FailureCode, string, string | undefined]>([
    ['REJECTED', 'holdCall was rejected by the service.', undefined],
    ['TIMEOUT', 'holdCall had no answer in time; the state is what it was before.', 'Try again, or use resetLogout if the service does not answer at all.'],
    ['SUPERSEDED', 'holdCall came to nothing: its call ended, or the server put the agent elsewhere, before an answer.', undefined],
    ['DISPLACED', 'holdCall came to nothing: the agent signed in at another end.', 'Take the agent back with login, on the wish of the person only.'],
    ['DISPOSED', 'holdCall came to nothing: the agent object was disposed of.', undefined],
  ])('%s says: %s', (code, message, remedy) => {
    const error = commandFailure('holdCall', code, state);
    expect(error).toBeInstanceOf(CommandError);
    expect(error).toMatchObject({ name: 'CommandError', code, command: 'holdCall', state, message });
    expect(error.remedy).toBe(remedy);
  });

  test.each<readonly [object, string]>([
    [{}, 'x was rejected by the service.'],
    [{ vendorCode: '330049' }, 'x was rejected by the service (code 330049).'],
    [{ text: 'no way.' }, 'x was rejected by the service (the service says: no way).'],
    [{ text: 'a. b' }, 'x was rejected by the service (the service says: a. b).'],
    [{ vendorClass }, 'x was rejected by the service (It is busy).'],
    [{ vendorClass, vendorCode: '1', text: 'no' }, 'x was rejected by the service (It is busy; the service says: no; code 1).'],
  ])('says what the service has said: %j', (failure, message) => {
    expect(commandFailure('x', 'REJECTED', state, { cause: 1, ...failure }).message).toBe(message);
  });

  test('has the service\'s code, class, remedy and object', () => {
    const cause = { errorCode: 1 };
    expect(commandFailure('x', 'REJECTED', state, { vendorCode: '1', vendorClass, cause })).toMatchObject({ vendorCode: '1', vendorClass, remedy: 'Wait.', cause });
  });

  test('has the object of the service itself for who asks', () => {
    const cause = { errorCode: 1, otherDN: '13900001111' };
    const error = commandFailure('x', 'REJECTED', state, { cause });
    expect(error.cause).toEqual({ errorCode: 1, otherDN: '***' });
    expect(error.reveal()).toBe(cause);
    expect(commandFailure('x', 'TIMEOUT', state).reveal()).toBeUndefined();
  });

  test('repeats no secret: not in what the service says, nor as its code', () => {
    const secrets = ['tok-aeiou', 'Smith'];
    const failure = { cause: { why: 'tok-aeiou of Smith' }, text: 'the token tok-aeiou of Smith is expired', vendorCode: 'tok-aeiou' };
    const error = commandFailure('x', 'REJECTED', state, failure, secrets);
    expect(error.message).toBe('x was rejected by the service (the service says: the token *** of *** is expired).');
    expect(error.vendorCode).toBeUndefined();
    expect(error.cause).toEqual({ why: '*** of ***' });
    expect(commandFailure('x', 'REJECTED', state, { cause: 1, vendorCode: '330049' }, ['330049']).vendorCode).toBe('330049');
  });

  test('has nothing that nobody has said', () => {
    const error = commandFailure('x', 'SUPERSEDED', state);
    for (const name of ['remedy', 'vendorCode', 'vendorClass', 'cause']) expect(Object.hasOwn(error, name)).toBe(false);
  });
});

describe('a refusal', () => {
  const refused = (command: CommandName, place: PlaceName, prepare: (bench: ReturnType<typeof benchAt>) => void = () => undefined) => {
    const bench = benchAt(place);
    prepare(bench);
    const { connection, login, work } = bench.state();
    return chartRefusal(bench.agent.actor.getSnapshot(), command, { connection, login, work });
  };

  test('says where the agent stands and where the command exists', () => {
    expect(refused('holdCall', 'idle')).toEqual({
      code: 'NOT_ALLOWED', command: 'holdCall', state: { ...state, work: 'idle' }, guard: null, allowedIn: ['work.live.established.talking'],
      message: 'holdCall is not allowed now (connection connected, login online, work idle); it exists in work.talking.',
    });
    expect(refused('ready', 'idle')?.message).toBe('ready is not allowed now (connection connected, login online, work idle); it exists in login.dnd, login.break, login.locked.');
    expect(refused('initAgent', 'idle')?.message).toBe('initAgent is not allowed now (connection connected, login online, work idle); it exists in connection.down.');
  });

  test.each<readonly [CommandName, PlaceName, string]>([
    ['makeCall', 'talking', ''],
    ['logout', 'talking', ' because a call or after-call work is under way'],
    ['login', 'talking', ' because a call or after-call work is under way'],
    ['setRoute', 'talking', ' because a call or after-call work is under way'],
    ['muteCall', 'ringing', ' because no call is established'],
    ['cancelConsult', 'talking', ' because no consult is under way'],
  ])('of %s while %s says why%s', (command, place, because) => {
    expect(refused(command, place)?.message).toContain(`${command} is not allowed now${because} (connection`);
  });

  test('says why of who is locked, or not logged in, or not connected', () => {
    const because = (prepare: (bench: ReturnType<typeof benchAt>) => void, command: CommandName = 'makeCall') => refused(command, 'idle', prepare)?.message;
    expect(because(({ emit }) => emit('EventAgentNotReady', { reasonCode: 98 }))).toContain('because the agent is locked by the system');
    expect(because(({ emit }) => emit('EventAgentLogout'))).toContain('because the agent is not logged in');
    const fresh = new Bench();
    expect(chartRefusal(fresh.agent.actor.getSnapshot(), 'login', state)?.message).toContain('because there is no connection to the service');
  });

  test('says which commands in flight must end first', () => {
    const refusal = refused('muteCall', 'talking', ({ agent }) => {
      void agent.holdCall();
      void agent.hangup();
    });
    expect(refusal).toEqual({
      code: 'IN_FLIGHT', command: 'muteCall', state, guard: 'callLaneIsBusy', waitsFor: ['holdCall', 'hangup'],
      message: 'muteCall must wait: the outcome of holdCall and hangup is not known yet.',
      remedy: 'Try again when the command in flight has ended; it has a deadline.',
    });
  });

  test.each<readonly [CommandName, CommandName, string]>([
    ['logout', 'notReady', 'loginLaneIsBusy'],
    ['resetLogout', 'resetLogout', 'resetLaneIsBusy'],
    ['logout', 'resetLogout', 'loginLaneIsBusy'],
  ])('of %s while %s is in flight is by %s', (command, inFlight, guard) => {
    const refusal = refused(command, 'idle', ({ agent }) => {
      void (agent[inFlight] as (given: object) => Promise<unknown>)({ reasonCode: 11 });
    });
    expect(refusal).toMatchObject({ code: 'IN_FLIGHT', guard, waitsFor: [inFlight] });
  });

  test('of hangup waits for hangup, and of cancelConsult for what is in its way', () => {
    expect(refused('hangup', 'talking', ({ agent }) => void agent.hangup())).toMatchObject({ guard: 'hangupLaneIsBusy', waitsFor: ['hangup'] });
    expect(refused('cancelConsult', 'consulting, not connected', ({ agent }) => void agent.cancelConsult())).toMatchObject({ guard: 'cancelConsultMustWait', waitsFor: ['cancelConsult'] });
    expect(refused('cancelConsult', 'consulting, not connected', ({ agent }) => void agent.hangup())).toMatchObject({ guard: 'cancelConsultMustWait', waitsFor: ['hangup'] });
  });

  test('is none where the chart takes the command', () => {
    expect(refused('holdCall', 'talking')).toBeNull();
  });

  test('whatever the state says why and what to do', () => {
    expect(flatRefusal('DISPOSED', 'holdCall', state)).toEqual({ code: 'DISPOSED', command: 'holdCall', state, message: 'holdCall is not possible: the agent object was disposed of.', remedy: 'Create a new agent.' });
    expect(flatRefusal('NOT_SUPPORTED', 'holdCall', state)).toEqual({ code: 'NOT_SUPPORTED', command: 'holdCall', state, message: 'holdCall is not possible: this SDK object has no such method.', remedy: 'Use a version of the SDK that has it.' });
  });

  test('of parameters says what is wrong', () => {
    expect(parameterRefusal('holdCall', state, 'x is missing')).toEqual({ code: 'INVALID_PARAMETER', command: 'holdCall', state, message: 'holdCall: x is missing.' });
  });
});
