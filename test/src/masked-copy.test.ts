import { inspect } from 'node:util';
import { describe, expect, test } from '@jest/globals';
import { CommandError } from '../../src/errors/command-error.js';
import { maskedCopy } from '../../src/privacy/masked-copy.js';

const TOKEN = 'tok-aeiou-f00';
const NUMBER = '13800138000';
const ORDER = 'ORD-XYZZY';
const copied = (value: unknown) => maskedCopy(value, [TOKEN]);

describe('a copy that may be printed', () => {
  test.each<readonly [unknown, unknown]>([
    [undefined, undefined],
    [null, null],
    [true, true],
    ['busy', 'busy'],
    [`call of ${NUMBER} by ${TOKEN}`, 'call of *** by ***'],
    [1234, 1234],
    [Number(NUMBER), '***'],
    [BigInt(NUMBER), '***'],
    [Symbol('x'), '[symbol]'],
    [() => NUMBER, '[function]'],
    [
      [1, NUMBER, [TOKEN]],
      [1, '***', ['***']],
    ],
    [
      { status: 'error', errorCode: '330049', why: `not ${NUMBER}` },
      { status: 'error', errorCode: '330049', why: 'not ***' },
    ],
    [
      { errorCode: 330049, code: NUMBER },
      { errorCode: 330049, code: '***' },
    ],
    [{ [NUMBER]: 1 }, { '***': 1 }],
    [{ deep: { deeper: [{ text: NUMBER }] } }, { deep: { deeper: [{ text: '***' }] } }],
  ])('of %p is %p', (value, copy) => {
    expect(copied(value)).toEqual(copy);
  });

  test.each([
    'token',
    'otherDN',
    'thisDN',
    'thirdDN',
    'ANI',
    'agentANI',
    'DNIS',
    'privacyNumber',
    'bindMobile',
    'attachedData',
    'target',
    'dtmfDigits',
  ])('has no %s, whatever that is', (name) => {
    expect(copied({ [name]: 'abc' })).toEqual({ [name]: '***' });
    expect(copied({ [name]: { orderID: ORDER } })).toEqual({ [name]: '***' });
    expect(copied({ [name]: undefined })).toEqual({ [name]: undefined });
  });

  test('has the phone type, which is no number', () => {
    expect(copied({ phoneType: 'webrtc' })).toEqual({ phoneType: 'webrtc' });
  });

  test('has an end', () => {
    const circle: Record<string, unknown> = { a: 1 };
    circle['self'] = circle;
    circle['list'] = [circle];
    expect(copied(circle)).toEqual({ a: 1, self: '[circle]', list: ['[circle]'] });
    let deep: unknown = 'bottom';
    for (let depth = 0; depth < 10_000; depth += 1) deep = { deep };
    expect(inspect(copied(deep), { depth: Infinity })).toContain('[more]');
    const wide = Object.fromEntries(Array.from({ length: 10_000 }, (_, index) => [`a${index}`, index]));
    expect(Object.keys(copied([wide, wide]) as object[][0]).length).toBeLessThan(300);
    expect(copied(`${'x'.repeat(5000)}${TOKEN}`)).toBe(`[text of ${5000 + TOKEN.length} characters]`);
  });

  test('has the same twice where it is no circle', () => {
    const part = { a: 1 };
    expect(copied({ one: part, two: part })).toEqual({ one: part, two: part });
  });

  test('says what cannot be read', () => {
    const throws = {
      enumerable: true,
      get(): never {
        throw new Error(NUMBER);
      },
    };
    expect(copied(Object.defineProperty({ a: 1 }, 'b', throws))).toEqual({ a: 1, b: '[unreadable]' });
    const trap = () => {
      throw new Error(NUMBER);
    };
    expect(copied(new Proxy({}, { ownKeys: trap, getPrototypeOf: trap }))).toBe('[unreadable]');
    expect(copied({ toJSON: trap, toString: trap })).toEqual({ toJSON: '[function]', toString: '[function]' });
  });

  test("has no prototype of the wire's making", () => {
    const copy = copied(JSON.parse('{"__proto__": {"isAdmin": true}}')) as object;
    expect(Object.getPrototypeOf(copy)).toBe(Object.prototype);
  });

  test('of an error is an error, with its name and its place', () => {
    const error = Object.assign(new RangeError(`no ${NUMBER}`, { cause: { token: TOKEN } }), { otherDN: NUMBER });
    const copy = copied(error) as Error & { otherDN: string };
    expect(copy).toBeInstanceOf(Error);
    expect({ name: copy.name, message: copy.message, cause: copy.cause, otherDN: copy.otherDN }).toEqual({
      name: 'RangeError',
      message: 'no ***',
      cause: { token: '***' },
      otherDN: '***',
    });
    expect(copy.stack).toMatch(/\n +at .+:\S+:\d+/);
    expect(inspect(copy, { depth: Infinity, showHidden: true })).not.toContain(NUMBER);
  });

  test('leaves the value as it was', () => {
    const value = Object.freeze({ otherDN: NUMBER });
    copied(value);
    expect(value).toEqual({ otherDN: NUMBER });
  });
});

describe('an error, however it is printed', () => {
  const cause = {
    errorMessage: `the token ${TOKEN} of ${NUMBER}`,
    otherDN: NUMBER,
    attachedData: { orderID: ORDER },
    nested: new Error(`${TOKEN} ${NUMBER}`),
  };
  const error = new CommandError({
    code: 'REJECTED',
    command: 'makeCall',
    state: { connection: 'connected', login: 'online', work: 'idle' },
    message: 'makeCall was rejected.',
    cause,
    secrets: [TOKEN],
  });

  test.each<readonly [string, (error: unknown) => string]>([
    ['inspect', (one) => inspect(one, { depth: Infinity, showHidden: true, getters: true })],
    ['console', (one) => inspect(one)],
    ['JSON', (one) => JSON.stringify(one)],
    ['JSON of its cause', (one) => JSON.stringify((one as Error).cause)],
    ['text', (one) => String(one)],
    ['stack', (one) => (one as Error).stack ?? ''],
    ['all own properties', (one) => JSON.stringify(Object.getOwnPropertyNames(one).map((name) => (one as Record<string, unknown>)[name]))],
    ['structured clone', (one) => inspect(structuredClone(one), { depth: Infinity, showHidden: true })],
  ])('shows no number, token or business data: %s', (_, print) => {
    const printed = print(error);
    expect([TOKEN, NUMBER, ORDER].filter((secret) => printed.includes(secret))).toEqual([]);
  });

  test('reveals what the service sent', () => {
    expect(error.reveal()).toBe(cause);
  });
});

describe('the copy of an error', () => {
  test('has name, stack and cause where an error has them, and they are not listed', () => {
    const copy = copied(Object.assign(new TypeError(`no ${NUMBER}`, { cause: NUMBER }), { code: 'x' })) as Error;
    expect(Object.keys(copy)).toEqual(['code']);
    expect([copy.name, copy.message, copy.cause]).toEqual(['TypeError', 'no ***', '***']);
    expect(copy.stack).toContain('no ***');
    expect('cause' in (copied(new Error('x')) as Error)).toBe(false);
  });

  test('has no stack where the error has none', () => {
    const bare = new Error('x');
    Object.defineProperty(bare, 'stack', { value: undefined });
    expect((copied(bare) as Error).stack).toBeUndefined();
  });

  test('and of an object can be changed, as any other', () => {
    const error = copied(new Error('x')) as Error;
    error.name = 'Other';
    expect(delete (error as { name?: string }).name).toBe(true);
    const copy = copied({ one: 1 }) as { one?: number };
    copy.one = 2;
    expect(copy).toEqual({ one: 2 });
    expect(delete copy.one).toBe(true);
  });
});

test('a copy of very much says that there is more', () => {
  const many = Array.from({ length: 10_000 }, (_, index) => ({ index }));
  const copy = copied(many) as readonly unknown[];
  expect(copy.length).toBeLessThan(many.length);
  expect(copied([...many.slice(0, 5_000), 'last'])).not.toContain('last');
  expect(JSON.stringify(copied({ many, one: { two: 2 } }))).not.toContain('"two"');
});
