import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { fileURLToPath } from 'node:url';
import { createTonePlan, type SipPhone } from '../../../demo/phones/index.js';
import { describeWith, realPbx } from '../support/real-pbx.js';
import { ext, SwitchBench } from '../support/switch-bench.js';

const moreConf = fileURLToPath(new URL('../support/contacts', import.meta.url));
const pbx = await realPbx({ numbers: ['13512345678'], moreConf });

/** Two phones that are registered as the same extension: the dial plan rings both. */
describeWith(pbx)('two contacts of one extension, dialled through the dial plan', () => {
  let bench: SwitchBench;
  let desk: SipPhone;
  let mobile: SipPhone;
  let customer: SipPhone;
  beforeAll(async () => {
    bench = await SwitchBench.open(pbx!, { extensions: 'Local/{}@contacts/n' });
    desk = await bench.phone('1500', { tones: createTonePlan() });
    mobile = await bench.phone('1500', { tones: createTonePlan() });
    customer = await bench.phone('13512345678');
    bench.forget();
  }, 20_000);
  afterEach(() => bench.clear());
  afterAll(async () => {
    await bench.close();
    await pbx!.stop();
  });

  test('both ring, and when one answers the other is silent', async () => {
    const leg = await bench.dial(ext('1500'));
    await Promise.all([desk.until('ringing'), mobile.until('ringing')]);
    expect(await bench.told(`${leg} alerting`)).toEqual([`${leg} dialing`, `${leg} alerting`]);
    await mobile.answer();
    expect(await bench.told(`${leg} answered`)).toEqual([`${leg} answered`]);
    await desk.until('idle');
    expect(mobile.state).toBe('talking');
    expect(bench.exchange.legs()).toMatchObject([{ leg, state: 'up' }]);
  });

  test('one of them declines, and both do', async () => {
    const leg = await bench.dial(ext('1500'));
    await Promise.all([desk.until('ringing'), mobile.until('ringing')]);
    await desk.reject();
    await desk.until('idle');
    expect(mobile.state).toBe('ringing');
    await mobile.reject();
    expect((await bench.told(`${leg} released: rejected`)).at(-1)).toBe(`${leg} released: rejected`);
  });

  test('the one that has answered talks; of its hold key the PBX tells nothing', async () => {
    const incoming = await bench.call(customer);
    const leg = await bench.dial(ext('1500'));
    await Promise.all([desk.until('ringing'), mobile.until('ringing')]);
    await desk.answer();
    await bench.told(`${leg} answered`);
    expect(await bench.ask((done) => bench.exchange.connect('talk', [incoming, leg], done))).toBeUndefined();
    await bench.told();
    await desk.hold();
    await desk.retrieve();
    await desk.hangup();
    // The music is the dial plan's own.
    expect(await bench.told(`${leg} released: normal`)).toEqual([`${leg} released: normal`]);
  });

  test('they stop ringing when the call is given up', async () => {
    const leg = await bench.dial(ext('1500'));
    await Promise.all([desk.until('ringing'), mobile.until('ringing')]);
    await bench.ask((done) => bench.exchange.release(leg, 'cancelled', done));
    await Promise.all([desk.until('idle'), mobile.until('idle')]);
  });

  test('neither can be told to pick up: the PBX does not say whose dialog it is', async () => {
    const leg = await bench.dial(ext('1500'));
    await bench.told(`${leg} alerting`);
    expect(await bench.ask((done) => bench.exchange.answer(leg, done))).toMatchObject({ cause: 'failed' });
  });
});
