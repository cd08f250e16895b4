import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import type { SipPhone } from '../../../demo/phones/index.js';
import { describeWith, realPbx } from '../support/real-pbx.js';
import { ext, outside, SwitchBench } from '../support/switch-bench.js';
import { later, until } from '../support/until.js';

const pbx = await realPbx({ extensions: ['1000', '2000', '3000'], numbers: ['13512345678'] });

describeWith(pbx)('talks on a real switch', () => {
  let bench: SwitchBench;
  let first: SipPhone;
  let second: SipPhone;
  let third: SipPhone;
  let customer: SipPhone;
  beforeAll(async () => {
    bench = await SwitchBench.open(pbx!);
    [first, second, third, customer] = await Promise.all([
      bench.phone('1000'),
      bench.phone('2000'),
      bench.phone('3000'),
      bench.phone('13512345678'),
    ]);
    bench.forget();
  }, 20_000);
  afterEach(() => bench.clear());
  afterAll(async () => {
    await bench.close();
    await pbx!.stop();
  });

  const ask = (operation: Parameters<SwitchBench['ask']>[0]) => bench.ask(operation);
  const hears = (phone: SipPhone, ...who: readonly string[]) =>
    until(
      () => phone.hears().join() === who.join(),
      () => `${phone.ext} hears ${who.join()}; it hears ${phone.hears().join()}`,
    );
  /** Music is heard, but nobody. */
  const hearsMusic = (phone: SipPhone) =>
    until(
      () => phone.hears().length === 0 && phone.loudness() > -80,
      () => `${phone.ext} hears music`,
    );

  test('legs hear each other in a conversation; a call that has come in is answered first', async () => {
    const caller = await bench.call(customer);
    const leg = await bench.dial(ext('1000'), { autoAnswer: true });
    await bench.told(`${leg} answered`);
    expect(await ask((done) => bench.exchange.connect('A', [caller, leg], done))).toBeUndefined();
    // One event for all, and it came before the end of the operation.
    expect(await bench.told()).toEqual([`${caller}+${leg} connected`]);
    await hears(customer, '1000');
    await hears(first, '13512345678');
    expect(bench.exchange.legs().map(({ state, conversation }) => [state, conversation])).toEqual([
      ['up', 'A'],
      ['up', 'A'],
    ]);
  });

  test('a number outside is talked with through the trunk', async () => {
    const away = await bench.dial(outside('13512345678'));
    await customer.until('ringing');
    await customer.answer();
    const leg = await bench.dial(ext('1000'), { autoAnswer: true });
    await bench.told(`${leg} answered`, `${away} answered`);
    expect(await ask((done) => bench.exchange.connect('A', [leg, away], done))).toBeUndefined();
    await hears(customer, '1000');
    await hears(first, '13512345678');
    await customer.hangup();
    await bench.told(`${away} released: normal`);
  });

  test('phones that ring cannot be connected', async () => {
    const leg = await bench.dial(ext('1000'));
    await first.until('ringing');
    await bench.told(`${leg} alerting`);
    expect(await ask((done) => bench.exchange.connect('A', [leg], done))).toEqual({ cause: 'wrongState' });
    expect((await bench.real()).bridges).toEqual([]);
  });

  test('who holds leaves the talk; the other hears music until it is back', async () => {
    const [leg] = await bench.talk('A', '1000', '2000');
    await hears(second, '1000');
    bench.forget();
    expect(await ask((done) => bench.exchange.hold('A', leg, done))).toBeUndefined();
    expect(await bench.told()).toEqual([`${leg} held`]);
    expect(await ask((done) => bench.exchange.hold('A', leg, done))).toEqual({ cause: 'wrongState' });
    await hearsMusic(second);
    await hears(first);
    expect(bench.exchange.legs()[0]).toMatchObject({ leg, conversation: 'A' });
    expect(await ask((done) => bench.exchange.retrieve('A', leg, done))).toBeUndefined();
    expect(await bench.told()).toEqual([`${leg} retrieved`]);
    expect(await ask((done) => bench.exchange.retrieve('A', leg, done))).toEqual({ cause: 'wrongState' });
    await hears(second, '1000');
    await hears(first, '2000');
  });

  test('the hold key of a phone is told once, and what it holds can be taken back from afar', async () => {
    const [leg] = await bench.talk('A', '1000', '2000');
    await hears(second, '1000');
    bench.forget();
    await first.hold();
    // Asterisk sends it twice.
    await later(100);
    expect(await bench.told()).toEqual([`${leg} held`]);
    await hearsMusic(second);
    await first.retrieve();
    expect(await bench.told(`${leg} retrieved`)).toEqual([`${leg} retrieved`]);
    await hears(second, '1000');
    await first.hold();
    await bench.told(`${leg} held`);
    expect(await ask((done) => bench.exchange.retrieve('A', leg, done))).toBeUndefined();
    expect(await bench.told()).toEqual([`${leg} retrieved`]);
    await first.until('talking');
    await hears(second, '1000');
  });

  test('a muted leg is heard by nobody and hears all', async () => {
    const [leg] = await bench.talk('A', '1000', '2000');
    bench.forget();
    expect(await ask((done) => bench.exchange.mute(leg, done))).toBeUndefined();
    expect(await bench.told()).toEqual([`${leg} muted`]);
    expect(bench.exchange.legs()[0]).toMatchObject({ leg, muted: true });
    await hears(second);
    await hears(first, '2000');
    expect(await ask((done) => bench.exchange.unmute(leg, done))).toBeUndefined();
    expect(await bench.told()).toEqual([`${leg} unmuted`]);
    await hears(second, '1000');
  });

  test('keys are played to the others; those pressed at the phone are told, too', async () => {
    const [leg] = await bench.talk('A', '1000', '2000');
    bench.forget();
    expect(await ask((done) => bench.exchange.sendKeys(leg, '12#', done))).toBeUndefined();
    expect(await bench.told()).toEqual([`${leg} keys 12#`]);
    await until(
      () => second.keys === '12#',
      () => `the other hears the keys; it has heard ${second.keys}`,
    );
    expect(first.keys).toBe('');
    await first.sendDtmf('7');
    await bench.told(`${leg} keys 7`);
  });

  test('a consult: the customer hears music, then all three talk, then two of them', async () => {
    const [agent, held] = await bench.talk('A', '1000', '2000');
    await ask((done) => bench.exchange.hold('A', agent, done));
    const consulted = await bench.dial(ext('3000'), { autoAnswer: true });
    await bench.told(`${consulted} answered`);
    expect(await ask((done) => bench.exchange.connect('B', [agent, consulted], done))).toBeUndefined();
    await hears(first, '3000');
    await hears(third, '1000');
    await hearsMusic(second);
    bench.forget();
    expect(await ask((done) => bench.exchange.connect('A', [consulted], done))).toBeUndefined();
    expect(await ask((done) => bench.exchange.retrieve('A', agent, done))).toBeUndefined();
    expect(await bench.told()).toEqual([`${consulted} connected`, `${agent} retrieved`]);
    await hears(first, '2000', '3000');
    await hears(second, '1000', '3000');
    await hears(third, '1000', '2000');
    await ask((done) => bench.exchange.release(agent, 'normal', done));
    await hears(second, '3000');
    await hears(third, '2000');
    // The bridge of the consult is gone.
    expect((await bench.real()).bridges).toHaveLength(1);
    expect(bench.exchange.legs().map(({ leg }) => leg)).toEqual([held, consulted]);
  });

  test.each([
    ['an extension', '2000'],
    ['a number outside', '13512345678'],
  ])('a transfer after a consult leaves %s and the third party talking, without music', async (_what, number) => {
    const other = number === '2000' ? second : customer;
    const agent = await bench.dial(ext('1000'), { autoAnswer: true });
    const called = await bench.dial(number === '2000' ? ext(number) : outside(number), { autoAnswer: true });
    await other.until(({ state }) => state === 'ringing' || state === 'talking');
    if (other.state === 'ringing') await other.answer();
    await bench.told(`${agent} answered`, `${called} answered`);
    await ask((done) => bench.exchange.connect('A', [agent, called], done));
    await ask((done) => bench.exchange.hold('A', agent, done));
    const consulted = await bench.dial(ext('3000'), { autoAnswer: true });
    await bench.told(`${consulted} answered`);
    await ask((done) => bench.exchange.connect('B', [agent, consulted], done));
    await ask((done) => bench.exchange.connect('A', [consulted], done));
    await ask((done) => bench.exchange.release(agent, 'normal', done));
    await hears(other, '3000');
    await hears(third, number);
  });

  test('who is on hold in one talk can come back from another', async () => {
    const [agent] = await bench.talk('A', '1000', '2000');
    await ask((done) => bench.exchange.hold('A', agent, done));
    const consulted = await bench.dial(ext('3000'), { autoAnswer: true });
    await bench.told(`${consulted} answered`);
    await ask((done) => bench.exchange.connect('B', [agent, consulted], done));
    await hears(third, '1000');
    expect(await ask((done) => bench.exchange.retrieve('A', agent, done))).toBeUndefined();
    await hears(first, '2000');
    await hears(second, '1000');
    await hears(third);
  });

  test('a customer who hangs up while he is on hold is told at once', async () => {
    const [agent, held] = await bench.talk('A', '1000', '2000');
    await ask((done) => bench.exchange.hold('A', agent, done));
    bench.forget();
    await second.hangup();
    expect(await bench.told(`${held} released: normal`)).toEqual([`${held} released: normal`]);
    // The agent's leg stays, and can talk with somebody else.
    expect(await ask((done) => bench.exchange.retrieve('A', agent, done))).toBeUndefined();
  });

  test.each([0, 1, 2, 3, 5, 8, 13])('a customer may hang up %i ms into any operation', async (delay) => {
    const [agent, other] = await bench.talk('A', '1000', '2000');
    for (const operation of ['hold', 'retrieve', 'hold', 'retrieve'] as const) {
      const outcome = ask((done) => bench.exchange[operation]('A', agent, done));
      if (operation === 'retrieve') void later(delay).then(() => (second.state === 'idle' ? undefined : second.hangup()));
      expect([undefined, 'gone', 'wrongState']).toContain((await outcome)?.cause);
    }
    const moved = ask((done) => bench.exchange.connect('B', [agent, other], done));
    await until(() => second.state === 'idle', 'the customer has hung up');
    expect([undefined, 'gone']).toContain((await moved)?.cause);
    await until(() => bench.exchange.legs().length === 1, 'one leg is left');
    expect(bench.exchange.pending()).toBe(0);
  });
});
