import { describe, expect, test } from '@jest/globals';
import { failureOf } from '../../adapters/sobot/errors/failure.js';

const textOf = (text: unknown) => failureOf({ errorMessage: text }).text;

describe('the text of a failure', () => {
  test.each<readonly [unknown, string | undefined]>([
    [' busy ', 'busy'],
    ['', undefined],
    ['  ', undefined],
    [7, undefined],
    [undefined, undefined],
    ['call of +86 139-0000-1111 failed', 'call of *** failed'],
    ['call of (010)6555 failed', 'call of *** failed'],
    ['ext. 1234 failed', 'ext. 1234 failed'],
    ['ext. 12345 failed', 'ext. *** failed'],
    ['139****1111', '***'],
    ['13900001111, 13900002222', '***, ***'],
  ])('%p is %p', (given, text) => {
    expect(textOf(given)).toBe(text);
  });

  test('has an end, which is between words: half a secret is not recognised', () => {
    expect(textOf('word '.repeat(100))).toBe(`${'word '.repeat(60)}…`);
    expect(textOf(`${'x'.repeat(290)} token-of-many-characters`)).toBe(`${'x'.repeat(290)} …`);
    expect(textOf('x'.repeat(400))).toBe('…');
    expect(textOf('x'.repeat(300))).toBe('x'.repeat(300));
    expect(textOf(`${'x'.repeat(295)} 13900001111`)).toBe(`${'x'.repeat(295)} ***`);
  });

  test('may have another name, or be all there is', () => {
    expect(failureOf({ message: 'busy' }).text).toBe('busy');
    expect(failureOf({ errorMessage: '', message: 'busy' }).text).toBe('busy');
    expect(failureOf({ errorMessage: 'lost', message: 'busy' }).text).toBe('lost');
    expect(failureOf('busy')).toEqual({ cause: 'busy', text: 'busy' });
    expect(failureOf(null)).toEqual({ cause: null, text: undefined });
    expect(failureOf(undefined)).toEqual({ cause: undefined, text: undefined });
  });
});

describe('what a failure says of the agent', () => {
  test('is what its code says', () => {
    expect(failureOf({ errorCode: '330051' }).says).toBe('interrupted');
    expect(failureOf({ errorCode: 330303 }).says).toBe('callIsOver');
    expect(failureOf({ errorCode: 330082 }).says).toBeUndefined();
    expect(failureOf(undefined).says).toBeUndefined();
  });
});

describe('a failure that throws when it is read', () => {
  const throws = {
    get(): never {
      throw new Error('of a getter');
    },
  };

  test('says the rest', () => {
    const cause = Object.defineProperties({ errorMessage: 'busy' }, { errorCode: throws, message: throws });
    expect(failureOf(cause)).toMatchObject({ cause, text: 'busy', vendorCode: undefined });
  });

  test('may say nothing at all', () => {
    expect(failureOf(new Proxy({}, throws))).toMatchObject({ text: undefined, vendorCode: undefined });
  });
});

describe('the code of a failure', () => {
  test.each<readonly [unknown, string | undefined]>([
    ['330049', '330049'],
    [' 330049 ', '330049'],
    [330049, '330049'],
    [0, '0'],
    ['', undefined],
    ['1234567', undefined],
    ['13900001111', undefined],
    ['no route', undefined],
    ['E_BUSY-1.2', 'E_BUSY-1.2'],
    ['1E', undefined],
    ['x1234567', 'x1234567'],
    [`E${'x'.repeat(31)}`, `E${'x'.repeat(31)}`],
    [`E${'x'.repeat(32)}`, undefined],
    [{}, undefined],
    [true, undefined],
    [undefined, undefined],
  ])('%p is %p', (errorCode, code) => {
    expect(failureOf({ errorCode }).vendorCode).toBe(code);
  });

  test('has a class if it is known', () => {
    expect(failureOf({ errorCode: 330049 }).vendorClass?.name).toBe('displaced');
    expect(failureOf({ errorCode: 1 }).vendorClass).toBeUndefined();
  });

  test('comes with what was sent, whole', () => {
    const cause = { errorCode: 1, extra: 2 };
    expect(failureOf(cause).cause).toBe(cause);
  });
});
