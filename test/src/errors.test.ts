import { describe, expect, test } from '@jest/globals';
import { commandFailure } from '../../src/errors/command-failure.js';
import { CommandError } from '../../src/errors/command-error.js';
import { chartRefusal, flatRefusal, parameterRefusal } from '../../src/errors/refusal.js';
import type { FailureCode } from '../../src/errors/error-code.js';
import type { CommandName } from '../../src/index.js';
import { benchAt, type PlaceName } from '../support/bench/index.js';

const state = { connection: 'connected', login: 'online', work: 'talking' } as const;
const vendorClass = { name: 'busy', meaning: 'It is busy.', remedy: 'Wait.' };

describe('the error of a command that was sent', () => {
  test.each<readonly [FailureCode, string, string | undefined]>([
    ['REJECTED', 'holdCall was rejected by the service.', undefined],
    [
      'TIMEOUT',
      'holdCall had no answer in time; the state is what it was before.',
      'Try again, or use resetLogout if the service does not answer at all.',
    ],
    ['SUPERSEDED', 'holdCall came to nothing: its call ended, or the server put the agent elsewhere, before an answer.', undefined],
    [
      'DISPLACED',
      'holdCall came to nothing: the agent signed in at another end.',
      'Take the agent back with login, on the wish of the person only.',
    ],
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

  test("has the service's code, class, remedy and object", () => {
    const cause = { errorCode: 1 };
    expect(commandFailure('x', 'REJECTED', state, { vendorCode: '1', vendorClass, cause })).toMatchObject({
      vendorCode: '1',
      vendorClass,
      remedy: 'Wait.',
      cause,
    });
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
    for (const longer of ['A330049', '330049A'])
      expect(commandFailure('x', 'REJECTED', state, { cause: 1, vendorCode: longer }, ['330049']).vendorCode).toBeUndefined();
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
    const { guard, reason, allowedIn, ...rest } = refused('holdCall', 'idle')!;
    expect({ guard, reason, allowedIn }).toEqual({ guard: null, reason: 'noCall', allowedIn: ['work.live.established.talking'] });
    expect(rest).toEqual({
      code: 'NOT_ALLOWED',
      command: 'holdCall',
      state: { ...state, work: 'idle' },
      advice: 'There is no call.',
      remedy: 'There is no call.',
      message: 'holdCall is not allowed now: noCall (connection connected, login online, work idle); it exists in work.talking.',
    });
    expect(refused('ready', 'idle')?.message).toBe(
      'ready is not allowed now: online (connection connected, login online, work idle); it exists in login.dnd, login.break, login.locked.',
    );
  });

  test('names the guard that says no', () => {
    expect(refused('logout', 'talking')).toMatchObject({
      guard: 'workIsNotIdle',
      message: expect.stringContaining('logout is not allowed now, because work is not idle (guard workIsNotIdle) (') as unknown,
    });
    expect(refused('muteCall', 'ringing')).toMatchObject({ guard: 'noCallIsEstablished' });
  });

  test('says which pending commands must be settled first', () => {
    const refusal = refused('singleTransfer', 'talking', (bench) => {
      bench.leave('holdCall');
    });
    expect(refusal).toEqual({
      code: 'IN_FLIGHT',
      command: 'singleTransfer',
      state,
      guard: 'callLaneIsBusy',
      reason: 'callPending',
      advice: 'Wait until the last command is done.',
      waitsFor: ['holdCall'],
      message: 'singleTransfer must wait: the outcome of holdCall is not known yet.',
      remedy: 'Try again when the pending command is settled; it has a deadline.',
    });
  });

  test('says all of them', () => {
    const refusal = refused('cancelConsult', 'consulting, not connected', (bench) => {
      bench.leave('cancelConsult');
    });
    expect(refusal?.waitsFor).toContain('cancelConsult');
    expect(refusal?.message).toBe(`cancelConsult must wait: the outcome of ${refusal?.waitsFor?.join(' and ') ?? ''} is not known yet.`);
  });

  test('is none where the chart takes the command', () => {
    expect(refused('holdCall', 'talking')).toBeNull();
  });

  test('whatever the state says why and what to do', () => {
    expect(flatRefusal('DISPOSED', 'holdCall', state)).toEqual({
      code: 'DISPOSED',
      command: 'holdCall',
      state,
      reason: 'disposed',
      advice: 'Load the page anew.',
      message: 'holdCall is not possible: the agent object was disposed of.',
      remedy: 'Create a new agent.',
    });
    expect(flatRefusal('NOT_SUPPORTED', 'holdCall', state)).toEqual({
      code: 'NOT_SUPPORTED',
      command: 'holdCall',
      state,
      reason: 'notSupported',
      advice: 'This telephone system cannot do that.',
      message: 'holdCall is not possible: this SDK object has no such method.',
      remedy: 'Use a version of the SDK that has it.',
    });
  });

  test('of parameters says what is wrong', () => {
    expect(parameterRefusal('holdCall', state, 'x is missing')).toEqual({
      code: 'INVALID_PARAMETER',
      command: 'holdCall',
      state,
      reason: 'invalidParameter',
      advice: 'Correct the input.',
      message: 'holdCall: x is missing.',
    });
  });
});
