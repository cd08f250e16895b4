import { inspect } from 'node:util';
import { describe, expect, test } from '@jest/globals';
import type { CommandName } from '../../adapters/sobot/index.js';
import { Bench, connect, errorOf, signIn, turns, watch } from '../support/bench/index.js';

/*
 * Reports of other phones, H27 and H28: objects that tell too much, and objects that are traps. They are no days,
 * since a day is data.
 */

const TOKEN = 'tok-aeiou-f00';
const NUMBER = '13511110001';
/** A refusal that repeats what was sent. */
const REPEATS = {
  status: 'error',
  errorCode: '330081',
  errorMessage: `No call to ${NUMBER} with ${TOKEN}`,
  sent: { token: TOKEN, otherDN: NUMBER, bindMobile: NUMBER },
};

type Callbacks = Readonly<Record<'success' | 'error', (argument: unknown) => void>>;

/** The callbacks that the SDK has got with a command. */
const callbacksOf = (bench: Bench, command: CommandName) => bench.sdk.lastCall(command).parameters as Callbacks;

function initialised(): Bench {
  const bench = new Bench();
  bench.leave('initAgent', { token: TOKEN, companyId: 'company-1', agent: '1005' });
  bench.sdk.succeed('initAgent');
  return bench;
}

const REFUSED: Readonly<Record<string, () => Promise<Error & Record<string, unknown>>>> = {
  async 'a login that is refused by its callback'() {
    const bench = initialised();
    const outcome = bench.send('login', { phoneType: 'pstn', bindExt: '8001', bindMobile: NUMBER, agentState: '1' });
    callbacksOf(bench, 'login').error(REPEATS);
    return errorOf(outcome);
  },
  async 'an initAgent that is refused by its callback'() {
    const bench = new Bench();
    const outcome = bench.send('initAgent', { token: TOKEN, companyId: 'company-1', agent: '1005' });
    callbacksOf(bench, 'initAgent').error(REPEATS);
    return errorOf(outcome);
  },
  async 'a makeCall that is refused by an error event'() {
    const bench = initialised();
    signIn(bench);
    const outcome = bench.send('makeCall', { otherDN: NUMBER });
    bench.emit('EventError', REPEATS);
    return errorOf(outcome);
  },
  async 'a makeCall at which the SDK throws'() {
    const bench = initialised();
    signIn(bench);
    Object.assign(bench.sdk, {
      makeCall: () => {
        throw Object.assign(new Error(`No call to ${NUMBER}`), { request: { token: TOKEN, otherDN: NUMBER } });
      },
    });
    return errorOf(bench.send('makeCall', { otherDN: NUMBER }));
  },
};

describe('an error whose cause repeats what is personal or secret', () => {
  test.each(Object.keys(REFUSED))('%s: no way of printing it tells', async (name) => {
    const error = await REFUSED[name]!();
    expect(error['code']).toBe('REJECTED');
    const printed = [
      inspect(error, { depth: 10 }),
      String(error),
      error.stack,
      JSON.stringify(error),
      inspect(error.cause, { depth: 10 }),
      JSON.stringify(error.cause),
    ].join('\n');
    expect(printed).not.toContain(TOKEN);
    expect(printed).not.toContain(NUMBER);
  });

  test("the service's own object is there for those who ask", async () => {
    const error = await REFUSED['a login that is refused by its callback']!();
    expect((error as unknown as { reveal(): unknown }).reveal()).toBe(REPEATS);
  });
});

describe('a result or message with a then of its own', () => {
  const never = () => undefined;

  test('the result counts, and the promise gets a copy without it', async () => {
    const bench = new Bench();
    connect(bench);
    const endings = watch(bench.send('login'));
    callbacksOf(bench, 'login').success({ status: 'success', agentState: '1', then: never });
    await turns();
    expect(bench.state().login).toBe('online');
    expect(endings).toMatchObject([{ ended: 'resolved', value: { status: 'success', agentState: '1' } }]);
    expect((endings[0] as { value: object }).value).not.toHaveProperty('then');
  });

  test('the message counts, and the promise gets a copy without it', async () => {
    const bench = new Bench();
    signIn(bench);
    bench.customer('EventRinging');
    bench.customer('EventEstablished');
    const endings = watch(bench.send('holdCall'));
    bench.customer('EventAgentHoldCall', { then: never });
    await turns();
    expect(bench.state().work).toBe('holding');
    expect(endings).toMatchObject([{ ended: 'resolved', value: { messageID: 'EventAgentHoldCall', callID: 'call-1' } }]);
    expect((endings[0] as { value: object }).value).not.toHaveProperty('then');
  });
});

describe('a callback argument with a getter that throws', () => {
  const trap = (name: string) =>
    Object.defineProperty({ status: 'success' }, name, {
      enumerable: true,
      get() {
        throw new Error('a trap');
      },
    });
  const CASES = (['success', 'error'] as const).flatMap((callback) =>
    ['status', 'errorCode', 'errorMessage', 'message', 'agentState', 'then'].map((name) => ({ callback, name })),
  );

  test.each(CASES)('$callback, $name: nothing is thrown into the SDK, and the command ends', async ({ callback, name }) => {
    const bench = new Bench();
    connect(bench);
    const endings = watch(bench.send('login'));
    expect(() => callbacksOf(bench, 'login')[callback](trap(name))).not.toThrow();
    bench.clock.increment(3_600_000);
    await turns();
    expect(endings).toHaveLength(1);
    expect(bench.state().pending).toEqual([]);
  });
});
