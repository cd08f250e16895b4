import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { connectAsterisk, type AsteriskSwitch } from '../../adapters/asterisk/index.js';
import type { Done, ExchangeError, ExchangeEvent } from '../../adapters/simulator/index.js';
import { channel, FakeAri } from './support/fake-ari.js';
import { steppedClock, type SteppedClock } from './support/stepped-clock.js';
import { until } from './support/until.js';

/** Orders of answers and reports that a real PBX produces seldom, and not at will. */
let ari: FakeAri;
let clock: SteppedClock;
let exchange: AsteriskSwitch;
let events: ExchangeEvent[];
beforeEach(async () => {
  ari = await FakeAri.open();
  clock = steppedClock();
  ari.endpoints = [{ technology: 'PJSIP', resource: '1000', state: 'online' }];
  const credentials = { user: 'desk', password: 'secret' };
  exchange = await connectAsterisk({ url: ari.url, credentials, clock });
  events = [];
  exchange.subscribe((event) => events.push(event));
});
afterEach(async () => {
  await exchange.close();
  await ari.vanish();
  // No report is waited for any more.
  expect(exchange.pending()).toBe(0);
});

const types = (): string[] => events.map(({ type }) => type);
const ask = (operation: (done: Done) => void) => new Promise<ExchangeError | undefined>((resolve) => operation(resolve));
const dial = (options = {}) =>
  ask((done) =>
    exchange.dial({ leg: 'leg', to: { kind: 'ext', ext: '1000' }, display: '4008', autoAnswer: false, ringFor: null, ...options }, done),
  );

/** The id under which the PBX has the leg that we have dialled. */
const dialled = (): string => ari.requests.map((line) => /^POST \/channels\/(switchhook~[^?/]*)\?/.exec(line)?.[1]).find(Boolean)!;

/** A call that has come in, and one that we have dialled; both are up. */
async function twoLegs(): Promise<void> {
  ari.send('StasisStart', { channel: channel('in', { state: 'Ring' }), args: ['number'] });
  await dial();
  ari.send('ChannelStateChange', { channel: channel(dialled(), { state: 'Up' }) });
  ari.send('StasisStart', { channel: channel(dialled()), args: ['dialled'] });
  ari.on('POST /channels/in/answer', {
    status: 204,
    before: () => ari.send('ChannelStateChange', { channel: channel('in', { state: 'Up' }) }),
  });
  await until(() => types().includes('answered'), 'the call was taken');
}

const enters = (id: string, bridge: string): void => ari.send('ChannelEnteredBridge', { channel: channel(id), bridge: { id: bridge } });
const bridge = (): string => ari.requests.map((line) => /^POST \/bridges\/([^?/]*)\?/.exec(line)?.[1]).find(Boolean)!;

test('what the PBX reports before it has answered is told before the operation is done', async () => {
  ari.on('POST /channels/switchhook~', (line) => ({
    body: {},
    before: () => ari.send('Dial', { peer: channel(/channels\/([^?]*)/.exec(line)![1]!, { state: 'Down' }), dialstatus: 'RINGING' }),
  }));
  await dial();
  expect(types()).toEqual(['dialing', 'alerting']);
});

test('legs are connected when the last of them was reported, however late; once for all', async () => {
  await twoLegs();
  let done = false;
  const connected = ask((end) => exchange.connect('A', ['in', 'leg'], end)).then((error) => {
    done = true;
    return error;
  });
  await ari.asked('POST /bridges/switchhook~');
  await until(() => ari.requests.some((line) => line.includes('addChannel')), 'the legs are asked in');
  enters('in', bridge());
  await new Promise((resolve) => setTimeout(resolve, 30));
  expect([types().includes('connected'), done]).toEqual([false, false]);
  enters(dialled(), bridge());
  expect(await connected).toBeUndefined();
  expect(events.at(-1)).toEqual({ type: 'connected', conversation: 'A', legs: ['in', 'leg'] });
});

test('a leg that ends while it is being connected: gone, and the others are free', async () => {
  await twoLegs();
  const connected = ask((done) => exchange.connect('A', ['in', 'leg'], done));
  await until(() => ari.requests.some((line) => line.includes('addChannel')), 'the legs are asked in');
  enters('in', bridge());
  ari.send('ChannelDestroyed', { channel: channel(dialled()), cause: 16 });
  expect(await connected).toEqual({ cause: 'gone' });
  expect(types()).not.toContain('connected');
  expect(exchange.legs().map(({ leg }) => leg)).toEqual(['in']);
});

test('a PBX that agrees and never reports: the operation fails and says what is missing', async () => {
  await twoLegs();
  const connected = ask((done) => exchange.connect('A', ['in', 'leg'], done));
  await until(() => ari.requests.some((line) => line.includes('addChannel')), 'the legs are asked in');
  await new Promise((resolve) => setTimeout(resolve, 30));
  clock.advance(5000);
  expect(await connected).toEqual({ cause: 'failed', detail: 'The PBX has not reported that the legs are in the talk.' });
});

test.each([
  [404, 'gone'],
  [409, 'wrongState'],
  [422, 'wrongState'],
  [500, 'failed'],
])('a PBX that refuses with %i: %s', async (status, cause) => {
  await twoLegs();
  ari.on('POST /channels/in/mute', { status, body: { message: 'no' } });
  expect(await ask((done) => exchange.mute('in', done))).toMatchObject({ cause });
  expect(exchange.legs().find(({ leg }) => leg === 'in')).toMatchObject({ muted: false });
});

test('the end of ringing is ours to the millisecond; the PBX ends it by itself some time later', async () => {
  await dial({ ringFor: 1500 });
  expect(ari.requests.find((line) => line.startsWith('POST /channels/switchhook~'))).toContain('timeout=7');
  clock.advance(1499);
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(ari.requests.some((line) => line.startsWith('DELETE'))).toBe(false);
  clock.advance(1);
  await ari.asked(`DELETE /channels/${dialled()}?reason_code=19`);
  ari.send('ChannelDestroyed', { channel: channel(dialled(), { state: 'Ringing' }), cause: 19 });
  await until(() => types().includes('released'), 'it is over');
  expect(events.at(-1)).toEqual({ type: 'released', leg: 'leg', cause: 'noAnswer' });
});

test('the hold key, told twice, is told once; an end of holding without a beginning is not told', async () => {
  ari.send('StasisStart', { channel: channel('in'), args: ['number'] });
  enters('in', 'some-bridge');
  ari.send('ChannelUnhold', { channel: channel('in') });
  ari.sendTwice('ChannelHold', { channel: channel('in') });
  ari.sendTwice('ChannelUnhold', { channel: channel('in') });
  ari.sendTwice('ChannelDtmfReceived', { channel: channel('in'), digit: '5' });
  await until(() => types().includes('keysSent'), 'all was heard');
  expect(types()).toEqual(['incoming', 'connected', 'held', 'retrieved', 'keysSent']);
});

test('a call that somebody else takes out of the application is over for us', async () => {
  ari.send('StasisStart', { channel: channel('in'), args: ['number'] });
  ari.send('StasisEnd', { channel: channel('in') });
  await until(() => clock.waiting > 0, 'it is waited for its end');
  expect(types()).toEqual(['incoming']);
  clock.advance(1000);
  expect(events.at(-1)).toEqual({ type: 'released', leg: 'in', cause: 'normal' });
});

test('a channel of ours that nobody knows any more is ended', async () => {
  ari.send('StasisStart', { channel: channel('switchhook~0~leg-9'), args: ['dialled'] });
  await ari.asked('DELETE /channels/switchhook~0~leg-9');
  expect(events).toEqual([]);
});

test('who calls is said by the dial plan; what stands behind it comes along as data', async () => {
  ari.send('StasisStart', { channel: channel('a', { state: 'Ring' }), args: ['number', 'order=17', 'odd', 'note=a=b'] });
  ari.send('StasisStart', { channel: channel('b', { state: 'Ring' }), args: ['extension'] });
  ari.send('StasisStart', { channel: channel('c', { state: 'Ring' }), args: [] });
  await until(() => events.length === 3, 'all have come in');
  expect(events).toEqual([
    {
      type: 'incoming',
      leg: 'a',
      from: { kind: 'number', number: '13512345678' },
      to: '4008',
      attachedData: { order: '17', note: 'a=b' },
    },
    { type: 'incoming', leg: 'b', from: { kind: 'ext', ext: '1000' }, to: '4008' },
    { type: 'incoming', leg: 'c', from: { kind: 'number', number: '13512345678' }, to: '4008' },
  ]);
});

test('what cannot be read changes nothing', async () => {
  ari.send('StasisStart', { channel: { id: 7 }, args: 'none' });
  ari.send('ChannelDestroyed', { channel: channel('nobody'), cause: 16 });
  ari.send('Unheard', { of: true });
  ari.send('EndpointStateChange', { endpoint: { technology: 'IAX2', resource: '1000', state: 'offline' } });
  ari.send('EndpointStateChange', { endpoint: { technology: 'PJSIP', resource: '1000', state: 'offline' } });
  await until(() => events.length > 0, 'the last was heard');
  expect(events).toEqual([{ type: 'unregistered', ext: '1000' }]);
});

test('a phone is not told to pick up where there is no AMI; the error says so', async () => {
  await dial();
  ari.send('ChannelStateChange', { channel: channel(dialled(), { state: 'Ringing' }) });
  await until(() => types().includes('alerting'), 'it rings');
  expect(await ask((done) => exchange.answer('leg', done))).toMatchObject({
    cause: 'failed',
    detail: expect.stringContaining('Without AMI'),
  });
});

test('closed, it leaves no timer behind, and what waits for a report is told that none will come', async () => {
  await dial({ ringFor: 20_000 });
  ari.send('StasisStart', { channel: channel('in', { state: 'Ring' }), args: ['number'] });
  await until(() => types().includes('incoming'), 'a call has come in');
  // The PBX takes the order, and never says that it is done.
  ari.on('DELETE /channels/in', { status: 204 });
  const released = ask((done) => exchange.release('in', 'normal', done));
  await ari.asked('DELETE /channels/in');
  await until(() => clock.waiting === 2, 'the end of the ringing and the report are waited for');
  await exchange.close();
  expect(await released).toEqual({ cause: 'unreachable' });
  expect(clock.waiting).toBe(0);
  expect(await ask((done) => exchange.release('in', 'normal', done))).toEqual({ cause: 'unreachable' });
  expect(clock.waiting).toBe(0);
});

test('an answer of the PBX that comes while it is being closed starts no timer', async () => {
  let answer: () => void = () => undefined;
  ari.on('POST /channels/switchhook~', { body: {}, before: () => new Promise<void>((resolve) => (answer = resolve)) });
  const dialling = dial({ ringFor: 20_000 });
  await until(() => ari.requests.some((line) => line.startsWith('POST /channels/switchhook~')), 'it is asked for');
  await exchange.close();
  answer();
  await dialling;
  expect(clock.waiting).toBe(0);
});
