import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { WebSocket } from 'ws';
import { connectAsterisk } from '../../../adapters/asterisk/index.js';
import { basicAuthorization } from '../../../adapters/asterisk/ari/ari-client.js';
import type { SipPhone } from '../../../demo/phones/index.js';
import { describeWith, realPbx } from '../support/real-pbx.js';
import { ext, SwitchBench } from '../support/switch-bench.js';
import { until } from '../support/until.js';

const pbx = await realPbx({ extensions: ['1000', '2000', '3000'], lostAfterSeconds: 2 });

describeWith(pbx)('a real switch that goes away', () => {
  let bench: SwitchBench;
  let first: SipPhone;
  let second: SipPhone;
  beforeAll(async () => {
    bench = await SwitchBench.open(pbx!, { backOff: [50, 200] });
    [first, second] = await Promise.all([bench.phone('1000', { reconnectAfter: 100 }), bench.phone('2000', { reconnectAfter: 100 })]);
    bench.forget();
  }, 20_000);
  afterEach(() => bench.clear(), 10_000);
  afterAll(async () => {
    await bench.close();
    await pbx!.stop();
  });

  const allThere = () =>
    until(
      () => bench.exchange.link === 'up' && ['1000', '2000'].every((one) => bench.exchange.reachable(ext(one)) === 'available'),
      'all are back',
      15_000,
    );

  test('after a crash every leg is lost and every phone gone; it works again by itself', async () => {
    const [agent, other] = await bench.talk('A', '1000', '2000');
    bench.forget();
    // A PBX that is in the middle of something.
    const held = bench.ask((done) => bench.exchange.hold('A', agent, done));
    await pbx!.crash();
    expect([undefined, 'unreachable']).toContain((await held)?.cause);
    const lines = (await bench.told('1000 unregistered', '2000 unregistered')).filter((line) => line !== `${agent} held`);
    expect(lines.slice(0, 2)).toEqual([`${agent} released: lost`, `${other} released: lost`]);
    expect(bench.exchange.legs()).toEqual([]);
    expect(bench.exchange.pending()).toBe(0);
    expect(bench.exchange.link).toBe('down');
    expect(bench.problems).toEqual(['unreachable']);
    expect(bench.exchange.reachable(ext('1000'))).toBe('unregistered');
    expect(await bench.ask((done) => bench.exchange.mute(agent, done))).toEqual({ cause: 'unreachable' });

    await pbx!.start();
    await allThere();
    expect(await bench.told()).toEqual(expect.arrayContaining(['1000 registered', '2000 registered']));
    await bench.talk('A', '1000', '2000');
    await until(() => first.hears().join() === '2000' && second.hears().join() === '1000', 'they hear each other again');
  }, 30_000);

  test('a PBX that is stopped in order ends the calls before it goes', async () => {
    const [agent, other] = await bench.talk('A', '1000', '2000');
    bench.forget();
    await pbx!.end();
    expect(await bench.told('1000 unregistered')).toEqual(
      expect.arrayContaining([`${agent} released: normal`, `${other} released: normal`]),
    );
    await pbx!.start();
    await allThere();
    await bench.talk('A', '1000', '2000');
  }, 30_000);

  test('calls of a process that has ended without a word are ended by the next', async () => {
    const { app: _, ...connection } = pbx!.connection;
    const app = 'formerly';
    // Neither closed nor told: what a killed process leaves.
    const authorization = basicAuthorization(connection.credentials);
    const socket = new WebSocket(`${connection.url.replace('http', 'ws')}/ari/events?app=${app}`, { headers: { authorization } });
    await new Promise((resolve) => socket.once('open', resolve));
    await pbx!.ari.request('POST', '/channels/left-over', { endpoint: 'PJSIP/1000', app });
    await pbx!.ari.request('POST', '/bridges/formerly~1~left-over', { type: 'mixing' });
    await first.until('ringing');
    await first.answer();
    await until(async () => (await bench.real()).channels.some(({ state }) => state === 'Up'), 'the call is up');
    socket.terminate();
    const next = await connectAsterisk({ ...connection, app });
    expect(await bench.real()).toEqual({ channels: [], bridges: [] });
    await first.until('idle');
    await next.close();
  });

  test('a second process with the same application is refused; the first goes on', async () => {
    await expect(connectAsterisk(pbx!.connection)).rejects.toMatchObject({
      name: 'AsteriskError',
      code: 'appTaken',
      message: expect.stringContaining('give each its own name'),
    });
    expect(bench.exchange.link).toBe('up');
    await bench.talk('A', '1000', '2000');
  });

  test('two processes with applications of their own do not disturb each other', async () => {
    const other = await connectAsterisk({ ...pbx!.connection, app: 'another' });
    const [leg] = await bench.talk('A', '1000', '2000');
    expect(other.legs()).toEqual([]);
    expect(other.reachable(ext('1000'))).toBe('available');
    await other.close();
    expect(bench.exchange.legs()[0]).toMatchObject({ leg, state: 'up' });
  });

  test('a phone whose connection is lost is told, its call goes on for the PBX', async () => {
    const [leg, other] = await bench.talk('A', '1000', '2000');
    bench.forget();
    first.dropConnection();
    expect(await bench.told('1000 registered')).toEqual(['1000 unregistered', '1000 registered']);
    expect(bench.exchange.legs().map((each) => each.leg)).toEqual([leg, other]);
    expect(await bench.ask((done) => bench.exchange.release(leg, 'normal', done))).toBeUndefined();
  });

  test('a phone that has fallen silent is found out, and its call is lost', async () => {
    const third = await bench.phone('3000');
    const leg = await bench.dial(ext('3000'), { autoAnswer: true });
    await bench.told(`${leg} answered`);
    // The cable is pulled: nobody is told, by SIP or otherwise.
    third.dropConnection({ silent: true });
    await until(() => bench.exchange.legs().length === 0, 'the call is over', 10_000);
    expect(bench.events.at(-1)).toEqual({ type: 'released', leg, cause: 'lost' });
    await until(() => bench.exchange.reachable(ext('3000')) === 'unregistered', 'the phone is missed', 10_000);
    third.dropConnection();
  }, 20_000);

  test('wrong passwords and missing modules are said at once', async () => {
    const { connection } = pbx!;
    const wrong = { user: 'switchhook', password: 'wrong' };
    await expect(connectAsterisk({ ...connection, app: 'x', credentials: wrong })).rejects.toMatchObject({ code: 'credentials' });
    await expect(connectAsterisk({ ...connection, app: 'x', ami: { ...connection.ami, credentials: wrong } })).rejects.toMatchObject({
      code: 'credentials',
      message: expect.stringContaining('manager.conf'),
    });
    await pbx!.ari.request('DELETE', '/asterisk/modules/res_musiconhold.so');
    try {
      await expect(connectAsterisk({ ...connection, app: 'x' })).rejects.toMatchObject({
        code: 'moduleMissing',
        message: expect.stringContaining('res_musiconhold'),
      });
    } finally {
      await pbx!.ari.request('POST', '/asterisk/modules/res_musiconhold.so');
    }
  });

  test('closing leaves nothing behind on the PBX; whoever closes as well waits for the same', async () => {
    const other = await connectAsterisk({ ...pbx!.connection, app: 'another' });
    other.dispose();
    await other.close();
    expect(other.link).toBe('closed');
    const apps = (await pbx!.ari.request('GET', '/applications')) as readonly { name: string }[];
    expect(apps.map(({ name }) => name)).not.toContain('another');
    const again = await connectAsterisk({ ...pbx!.connection, app: 'another' });
    await again.close();
  });
});
