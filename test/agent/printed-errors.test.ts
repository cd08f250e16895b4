import { inspect } from 'node:util';
import { describe, expect, test } from '@jest/globals';
import type { CommandError } from '../../adapters/sobot/index.js';
import { Bench, benchAt, errorOf } from '../support/bench/index.js';

const TOKEN = 'tok-aeiou-f00';
const NUMBER = '13800138000';
const ORDER = 'ORD-XYZZY';

const printed = (error: unknown) =>
  [inspect(error, { depth: Infinity, showHidden: true }), JSON.stringify(error), String(error), (error as Error).stack ?? ''].join('\n');
const leaks = (error: unknown) => [TOKEN, NUMBER, ORDER].filter((secret) => printed(error).includes(secret));

describe('a printed error shows neither token nor number nor business data', () => {
  test('where the service repeats the token that it was given', async () => {
    const bench = new Bench();
    const outcome = bench.send('initAgent', { token: TOKEN, companyId: 'company', agent: '1005' });
    const failure = { status: 'error', errorCode: TOKEN, errorMessage: `${TOKEN} is expired`, details: { given: [TOKEN] } };
    bench.sdk.fail('initAgent', failure);
    const error = await errorOf(outcome);
    expect(leaks(error)).toEqual([]);
    expect((error as unknown as CommandError).reveal()).toMatchObject(failure);
  });

  test('where an error event repeats the call', async () => {
    const bench = benchAt('idle');
    const outcome = bench.send('makeCall', { otherDN: NUMBER, attachedData: { orderID: ORDER } });
    bench.emit('EventError', {
      errorCode: '330082',
      errorMessage: `${NUMBER} of ${ORDER} is on the blacklist`,
      otherDN: NUMBER,
      attachedData: { orderID: ORDER },
      note: ORDER,
    });
    expect(leaks(await errorOf(outcome))).toEqual([]);
  });

  test('where the SDK throws it', async () => {
    const bench = benchAt('idle');
    Object.assign(bench.sdk, {
      makeCall: () => {
        throw Object.assign(new RangeError(`cannot dial ${NUMBER}`), { request: { token: TOKEN, otherDN: NUMBER } });
      },
    });
    expect(leaks(await errorOf(bench.send('makeCall', { otherDN: NUMBER })))).toEqual([]);
  });
});
