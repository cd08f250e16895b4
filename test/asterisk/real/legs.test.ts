import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import type { ReleaseCause } from '../../../adapters/simulator/index.js';
import type { SipPhone } from '../../../demo/phones/index.js';
import { describeWith, realPbx } from '../support/real-pbx.js';
import { ext, outside, SwitchBench } from '../support/switch-bench.js';
import { until } from '../support/until.js';

const pbx = await realPbx({ extensions: ['1000', '2000', '3000'], numbers: ['13512345678'] });

describeWith(pbx)('legs on a real switch', () => {
  let bench: SwitchBench;
  let phone: SipPhone;
  let customer: SipPhone;
  beforeAll(async () => {
    bench = await SwitchBench.open(pbx!);
    [phone, customer] = await Promise.all([bench.phone('1000'), bench.phone('13512345678')]);
    bench.forget();
  }, 20_000);
  afterEach(() => bench.clear());
  afterAll(async () => {
    await bench.close();
    await pbx!.stop();
  });

  test('which phones can be reached is known, and kept current', async () => {
    expect(['1000', '2000', '9999'].map((number) => bench.exchange.reachable(ext(number)))).toEqual([
      'available',
      'unregistered',
      'unknown',
    ]);
    expect(bench.exchange.reachable(outside('10603'))).toBe('available');
    await phone.unregister();
    expect(await bench.told('1000 unregistered')).toEqual(['1000 unregistered']);
    expect(bench.exchange.reachable(ext('1000'))).toBe('unregistered');
    await phone.register();
    expect(await bench.told('1000 registered')).toEqual(['1000 registered']);
  });

  test('the trunk and the phones of numbers outside are no extensions', () => {
    expect(bench.exchange.reachable(ext('pstn'))).toBe('unknown');
    expect(bench.exchange.reachable(ext('13512345678'))).toBe('unknown');
  });

  test('a dialled phone rings, shows who calls, and answers when it is told to', async () => {
    const leg = await bench.dial(ext('1000'));
    await phone.until('ringing');
    expect(phone.call?.remote).toBe('4008');
    expect(await bench.told(`${leg} alerting`)).toEqual([`${leg} dialing`, `${leg} alerting`]);
    expect(await bench.ask((done) => bench.exchange.answer(leg, done))).toBeUndefined();
    expect(await bench.told()).toEqual([`${leg} answered`]);
    await phone.until('talking');
    expect(bench.exchange.legs()).toEqual([{ leg, address: ext('1000'), conversation: null, state: 'up', muted: false }]);
  });

  test('a phone that is answered by hand, is answered', async () => {
    const leg = await bench.dial(ext('1000'));
    await phone.until('ringing');
    await phone.answer();
    expect(await bench.told(`${leg} answered`)).toEqual([`${leg} dialing`, `${leg} alerting`, `${leg} answered`]);
    expect(await bench.ask((done) => bench.exchange.answer(leg, done))).toEqual({ cause: 'wrongState' });
  });

  test('a phone that is asked to answers by itself', async () => {
    const leg = await bench.dial(ext('1000'), { autoAnswer: true });
    await phone.until('talking');
    expect(await bench.told(`${leg} answered`)).toEqual([`${leg} dialing`, `${leg} answered`]);
  });

  test('the phone of a number outside cannot be told to answer, and says so', async () => {
    const leg = await bench.dial(outside('13512345678'));
    await customer.until('ringing');
    expect(customer.call?.remote).toBe('4008');
    await bench.told(`${leg} alerting`);
    expect(await bench.ask((done) => bench.exchange.answer(leg, done))).toEqual({
      cause: 'failed',
      detail: 'Only a phone that is an extension of the PBX can be told to pick up.',
    });
  });

  test.each([
    ['a phone that is not registered', ext('2000'), 'unavailable'],
    ['an extension that does not exist', ext('9999'), 'unknown'],
    ['a number that is engaged', outside('10603'), 'busy'],
    ['a number that does not exist', outside('5550000'), 'unknown'],
  ] as const)('a call to %s is released', async (_what, to, cause) => {
    const leg = await bench.dial(to);
    expect(await bench.told(`${leg} released: ${cause}`)).toEqual([`${leg} dialing`, `${leg} released: ${cause}`]);
    expect(bench.exchange.legs()).toEqual([]);
  });

  test.each([
    [486, 'rejected'],
    [603, 'rejected'],
    [480, 'noAnswer'],
  ] as const)('a phone that says %i while it rings has not taken the call: %s', async (status, cause) => {
    const leg = await bench.dial(ext('1000'));
    await phone.until('ringing');
    await phone.reject(status);
    expect(await bench.told(`${leg} released: ${cause}`)).toContain(`${leg} alerting`);
  });

  test('a number outside that rejects, rejects', async () => {
    const leg = await bench.dial(outside('10604'));
    expect(await bench.told(`${leg} released: rejected`)).toContain(`${leg} alerting`);
  });

  test('a phone on a call is busy', async () => {
    await bench.dial(ext('1000'), { autoAnswer: true });
    await phone.until('talking');
    const second = await bench.dial(ext('1000'));
    expect(await bench.told(`${second} released: busy`)).not.toContain(`${second} alerting`);
  });

  test.each([
    ['of an extension', ext('1000')],
    ['of a number outside', outside('10605')],
  ])('ringing %s ends when its time is over', async (_what, to) => {
    const leg = await bench.dial(to, { ringFor: 300 });
    await bench.told(`${leg} alerting`);
    const started = Date.now();
    await bench.told(`${leg} released: noAnswer`);
    expect(Date.now() - started).toBeLessThan(1500);
  });

  test('an answered call outlives the time it may ring', async () => {
    const leg = await bench.dial(ext('1000'), { autoAnswer: true, ringFor: 200 });
    await bench.told(`${leg} answered`);
    await new Promise((resolve) => setTimeout(resolve, 400));
    expect(bench.exchange.legs()).toHaveLength(1);
  });

  test.each(['cancelled', 'rejected', 'noAnswer', 'unavailable'] as const)(
    'a ringing phone is let go, and that is told as asked: %s',
    async (cause) => {
      const leg = await bench.dial(ext('1000'));
      await phone.until('ringing');
      await bench.told(`${leg} alerting`);
      expect(await bench.ask((done) => bench.exchange.release(leg, cause, done))).toBeUndefined();
      expect(await bench.told()).toEqual([`${leg} released: ${cause}`]);
      await phone.until('idle');
    },
  );

  test('a leg can be ended before it rings', async () => {
    const { exchange } = bench;
    const request = { leg: 'early', to: ext('1000'), display: '1', autoAnswer: false, ringFor: null };
    const dialled = bench.ask((done) => exchange.dial(request, done));
    // Asked for in the same breath: it waits until there is a channel.
    expect(await bench.ask((done) => exchange.release('early', 'cancelled', done))).toBeUndefined();
    expect(await dialled).toBeUndefined();
    // On a busy machine the phone may have been quicker.
    expect((await bench.told()).filter((told) => told !== 'early alerting')).toEqual(['early dialing', 'early released: cancelled']);
    await phone.until('idle');
  });

  test('a call that comes in says who calls and what was dialled; the caller hears that it rings', async () => {
    const leg = await bench.call(customer, '4008');
    expect(bench.events.at(-1)).toEqual({ type: 'incoming', leg, from: outside('13512345678'), to: '4008' });
    await until(() => customer.state === 'dialing', 'the caller waits');
    expect(bench.exchange.legs()).toEqual([{ leg, address: outside('13512345678'), conversation: null, state: 'incoming', muted: false }]);
    const inside = await bench.call(phone, '2000');
    expect(bench.events.at(-1)).toEqual({ type: 'incoming', leg: inside, from: ext('1000'), to: '2000' });
  });

  const STATUS: readonly (readonly [ReleaseCause, number])[] = [
    ['busy', 486],
    ['unknown', 404],
    ['unavailable', 480],
    ['noAnswer', 480],
    ['rejected', 403],
  ];
  test.each(STATUS)('a caller who is turned away as %s hears SIP %i', async (cause, status) => {
    const leg = await bench.call(customer);
    expect(await bench.ask((done) => bench.exchange.release(leg, cause, done))).toBeUndefined();
    expect(bench.events.at(-1)).toEqual({ type: 'released', leg, cause });
    await customer.until('idle');
    expect(customer.lastRelease).toMatchObject({ by: 'far', status });
  });

  test('a caller who gives up has cancelled', async () => {
    const leg = await bench.call(customer);
    await customer.hangup();
    await bench.told(`${leg} released: cancelled`);
  });

  test.each(['hold', 'release', 'mute', 'answer'] as const)('%s of a leg that there is not: gone', async (operation) => {
    const { exchange } = bench;
    const ask = {
      hold: (done: Parameters<typeof exchange.answer>[1]) => exchange.hold('A', 'nobody', done),
      release: (done: Parameters<typeof exchange.answer>[1]) => exchange.release('nobody', 'normal', done),
      mute: (done: Parameters<typeof exchange.answer>[1]) => exchange.mute('nobody', done),
      answer: (done: Parameters<typeof exchange.answer>[1]) => exchange.answer('nobody', done),
    }[operation];
    expect(await bench.ask(ask)).toEqual({ cause: 'gone' });
  });

  test('what cannot be dialled is refused before the PBX hears of it', async () => {
    const request = { leg: 'odd', to: ext('1000&PJSIP/2000'), display: '1', autoAnswer: false, ringFor: null };
    expect(await bench.ask((done) => bench.exchange.dial(request, done))).toEqual({
      cause: 'failed',
      detail: 'This cannot be dialled.',
    });
    expect(bench.exchange.legs()).toEqual([]);
  });
});
