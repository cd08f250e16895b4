import { describe, expect, test } from '@jest/globals';
import { classifyError, CommandError } from '../../adapters/sobot/index.js';
import { CALL_FLIGHTS, CALLBACK_FLIGHTS, FLIGHTS } from '../support/bench/flights.js';
import { benchAt, CUSTOMER, errorOf, position, THIRD, turns, watch } from '../support/bench/index.js';

/** The error that the promise rejects with. */
const refusalOf = async (outcome: Promise<unknown>) => (await errorOf(outcome)) as unknown as CommandError & Record<string, unknown>;

const FAILURE = { status: 'error', errorCode: '330042', errorMessage: 'locked', attributeOfTomorrow: 1 };

describe('a command that the service says no to by its error callback', () => {
  test.each(CALLBACK_FLIGHTS)('$command rejects once, with code, class, cause, remedy and state', async ({ command, start }) => {
    const bench = start();
    const before = position(bench);
    const endings = watch(bench.send(command));
    const { error } = bench.sdk.lastCall(command).parameters as { error(failure: unknown): void };
    error(FAILURE);
    error({ status: 'error', errorCode: '330043' });
    bench.sdk.succeed(command);
    await turns();
    expect(endings).toHaveLength(1);
    const rejection = (endings[0] as { error: CommandError }).error;
    expect(rejection).toBeInstanceOf(CommandError);
    expect(rejection).toBeInstanceOf(Error);
    const { connection, login, work } = bench.state();
    expect(rejection).toMatchObject({
      name: 'CommandError',
      code: 'REJECTED',
      command,
      vendorCode: '330042',
      vendorClass: { name: 'wrongWorkStatus' },
      remedy: classifyError('330042')!.remedy,
      state: { connection, login, work },
    });
    expect(rejection.cause).toEqual(FAILURE);
    expect(rejection.reveal()).toBe(FAILURE);
    expect(rejection.message).toMatch(new RegExp(`${command}.*330042`));
    // Where the agent stood before is where it stands again; a refused connection alone has a name of its own.
    expect(position(bench)).toEqual(command === 'initAgent' ? { ...before, connection: 'failed' } : before);
    expect(bench.agent.can(command)).toBe(true);
  });

  test.each([
    [{ status: 'error', errorCode: 330_049, errorMessage: 'x' }, '330049', 'displaced'],
    [{ status: 'error', errorCode: ' 330010 ' }, '330010', 'notSignedIn'],
    [{ status: 'error', errorCode: '999999' }, '999999', undefined],
    [{ status: 'error' }, undefined, undefined],
    [{ status: 'error', message: 'of queryStates' }, undefined, undefined],
    ['a string', undefined, undefined],
    [null, undefined, undefined],
    [undefined, undefined, undefined],
  ])('the failure %j has code %s of class %s', async (failure, vendorCode, className) => {
    const bench = benchAt('idle');
    const outcome = bench.send('queryStates');
    (bench.sdk.lastCall('queryStates').parameters as { error(given: unknown): void }).error(failure);
    const error = await refusalOf(outcome);
    expect(error['code']).toBe('REJECTED');
    expect(error['vendorCode']).toBe(vendorCode);
    expect((error['vendorClass'] as { name: string } | undefined)?.name).toBe(className);
    expect(error.reveal() ?? null).toBe(failure ?? null);
  });

  test('an error status in the success callback is a no, too', async () => {
    const bench = benchAt('idle', { standing: 'connected, offline' });
    const outcome = bench.send('login');
    (bench.sdk.lastCall('login').parameters as { success(given: unknown): void }).success(FAILURE);
    expect(await errorOf(outcome)).toMatchObject({ code: 'REJECTED', vendorCode: '330042' });
    expect(bench.state().login).toBe('offline');
  });
});

describe('a command whose SDK method', () => {
  test.each(FLIGHTS)('throws rejects: $command from $from', async ({ command, start }) => {
    const bench = start();
    const before = position(bench);
    const thrown = new Error('not connected');
    Object.assign(bench.sdk, {
      [command]: () => {
        throw thrown;
      },
    });
    const error = await refusalOf(bench.send(command));
    expect(error).toMatchObject({ code: 'REJECTED', command });
    expect(error.reveal()).toBe(thrown);
    expect(position(bench)).toEqual(command === 'initAgent' ? { ...before, connection: 'failed' } : before);
    expect(bench.agent.can(command)).toBe(true);
  });

  test.each(FLIGHTS)('returns a promise that rejects, rejects: $command from $from', async ({ command, start }) => {
    const bench = start();
    // A code that states nothing, so that the state stays.
    const failure = Object.assign(new Error('in a call'), { errorCode: '330044' });
    Object.assign(bench.sdk, { [command]: () => Promise.reject(failure) });
    const error = await refusalOf(bench.send(command));
    expect(error).toMatchObject({ code: 'REJECTED', command, vendorCode: '330044' });
    expect(error.reveal()).toBe(failure);
    expect(bench.agent.can(command)).toBe(true);
  });

  test.each([['a string'], [undefined], [null], [0], [{ then: 5 }]])('throws %j instead of an error rejects as well', async (thrown) => {
    const bench = benchAt('talking');
    Object.assign(bench.sdk, {
      holdCall: () => {
        throw thrown;
      },
    });
    expect(await errorOf(bench.send('holdCall'))).toMatchObject({ code: 'REJECTED', command: 'holdCall' });
  });
});

describe('a call command that the service reports an error event for', () => {
  test.each(CALL_FLIGHTS)('rejects, and the state stays: $command from $from', async ({ command, start }) => {
    for (const messageID of ['EventError', 'EventPartyError', 'PartyError']) {
      const bench = start();
      const before = position(bench);
      const endings = watch(bench.send(command));
      // Of keys only a code about keys is believed to be theirs.
      const vendorCode = command === 'sendDtmf' ? '330061' : '330044';
      const message = { messageID, errorCode: Number(vendorCode), errorMessage: 'no' };
      bench.sdk.emitRaw(message, messageID);
      await turns();
      expect(endings).toMatchObject([
        { ended: 'rejected', error: { code: 'REJECTED', command, vendorCode, vendorClass: { name: classifyError(vendorCode)!.name } } },
      ]);
      expect((endings[0] as { error: CommandError }).error.reveal()).toBe(message);
      expect(position(bench)).toEqual(before);
      expect(bench.agent.can(command)).toBe(true);
    }
  });

  test('ends the command sent first, where several are in flight', async () => {
    const bench = benchAt('talking');
    const hold = watch(bench.send('holdCall'));
    bench.clock.increment(10);
    const hangup = watch(bench.send('hangup'));
    bench.customer('EventError');
    await turns();
    expect(hold).toMatchObject([{ ended: 'rejected', error: { code: 'REJECTED' } }]);
    expect(hangup).toEqual([]);
  });

  test('about a call that is over ends nothing', async () => {
    const bench = benchAt('acw');
    bench.sdk.emit('EventRinging', { callID: 'call-2', partyID: 'party-3', callType: 'Inbound' });
    const answer = watch(bench.send('answer'));
    bench.customer('EventError');
    await turns();
    expect(answer).toEqual([]);
  });

  test('ends no command with callbacks, which have a no of their own', async () => {
    const bench = benchAt('talking');
    const outcome = watch(bench.send('notReady'));
    bench.sdk.emit('EventError', { errorCode: '330044' });
    await turns();
    expect(outcome).toEqual([]);
  });
});

describe('a rejection that comes too late', () => {
  test.each([
    ['holdCall', 'talking', 'EventAgentHoldCall', CUSTOMER, 'holding'],
    ['initiateConsult', 'talking', 'EventDialing', THIRD, 'consulting'],
    ['makeCall', 'idle', 'EventDialing', { ...CUSTOMER, callType: 'Outbound' }, 'dialing'],
  ] as const)('of the promise of %s, after the event, changes nothing', async (command, place, messageID, leg, work) => {
    const bench = benchAt(place);
    let reject: (reason: Error) => void = () => {};
    Object.assign(bench.sdk, {
      [command]: () =>
        new Promise((_, no) => {
          reject = no;
        }),
    });
    const endings = watch(bench.send(command));
    bench.sdk.emit(messageID, leg);
    reject(new Error('late'));
    await turns();
    expect(endings).toMatchObject([{ ended: 'resolved' }]);
    expect(bench.state().work).toBe(work);
  });
});

describe('the message of a rejection', () => {
  test.each(['13812345678', '138-1234-5678', '138 1234 5678', '+86 138 1234 5678', '(021) 555-0199'])(
    'does not repeat the number %s that the service speaks of',
    async (number) => {
      const bench = benchAt('idle');
      const outcome = bench.send('queryStates');
      bench.sdk.fail('queryStates', { message: `customer ${number} is on the blocklist` });
      const error = await refusalOf(outcome);
      expect(error.message).not.toContain(number);
      expect(error.message).toContain('blocklist');
    },
  );
});
