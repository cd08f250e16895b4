import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { createServer } from 'node:net';
import { connectAsterisk, type AsteriskOptions, type AsteriskSwitch } from '../../adapters/asterisk/index.js';
import { channel, FakeAri } from './support/fake-ari.js';
import { until } from './support/until.js';

const credentials = { user: 'desk', password: 'secret' };

let ari: FakeAri;
let connected: AsteriskSwitch[] = [];
beforeEach(async () => {
  ari = await FakeAri.open();
});
afterEach(async () => {
  await Promise.all(connected.map((each) => each.close()));
  connected = [];
  await ari.vanish().catch(() => undefined);
});

async function connect(options: Partial<AsteriskOptions> = {}): Promise<AsteriskSwitch> {
  const exchange = await connectAsterisk({ url: ari.url, credentials, backOff: [20, 80], ...options });
  connected.push(exchange);
  return exchange;
}

/** Events of an exchange, by their types and what they are about. */
function listen(exchange: AsteriskSwitch): string[] {
  const lines: string[] = [];
  exchange.subscribe((event) => lines.push(`${event.type} ${'ext' in event ? event.ext : 'leg' in event ? event.leg : ''}`));
  return lines;
}

describe('connecting to a PBX', () => {
  test.each([
    ['a password that is wrong', 401, 'credentials', 'ari.conf'],
    ['a user who may only read', 403, 'credentials', 'read_only=no'],
    ['a PBX that is still starting', 503, 'unreachable', 'still starting'],
    ['a server of another kind', 404, 'noAri', 'enabled=yes'],
  ])('%s: the error says what to do', async (_what, status, code, advice) => {
    ari.on('GET ', { status, body: { message: 'no' } });
    const error = (await connect().catch((reason: unknown) => reason)) as Error;
    expect(error).toMatchObject({ name: 'AsteriskError', code, message: expect.stringContaining(advice) });
    expect(error.message).not.toContain('secret');
  });

  test('nobody there: the error says how to get a PBX', async () => {
    await ari.vanish();
    await expect(connect()).rejects.toMatchObject({ code: 'unreachable', message: expect.stringContaining('npm run pbx') });
  });

  test('a server that never answers is not waited for', async () => {
    ari.on('GET ', { before: () => new Promise(() => undefined) });
    await expect(connect({ patience: 300 })).rejects.toMatchObject({ code: 'unreachable' });
  });

  test.each(['/bridges', '/channels', '/endpoints', '/applications', '/asterisk/info'])(
    'without the module for %s: the error names it',
    async (path) => {
      ari.on(`GET ${path}`, { status: 404, body: { message: 'Resource not found' } });
      await expect(connect()).rejects.toMatchObject({ code: 'moduleMissing', message: expect.stringMatching(/res_ari_\w+.*module load/) });
    },
  );

  test.each(['app_stasis', 'res_pjsip', 'res_musiconhold'])('without the module %s: the error names it', async (module) => {
    ari.on(`GET /asterisk/modules/${module}.so`, { status: 404, body: { message: 'Module could not be found' } });
    await expect(connect()).rejects.toMatchObject({ code: 'moduleMissing', message: expect.stringContaining(`no module ${module}:`) });
  });

  test('AMI that is not there: the error says that it can be left out, and nothing stays connected', async () => {
    const closed = createServer();
    await new Promise<void>((resolve) => closed.listen(0, '127.0.0.1', resolve));
    const { port } = closed.address() as { port: number };
    await new Promise((resolve) => closed.close(resolve));
    await expect(connect({ ami: { host: '127.0.0.1', port, credentials } })).rejects.toMatchObject({
      code: 'unreachable',
      message: expect.stringContaining('leave AMI out'),
    });
    await until(() => ari.connections === 0, 'the connection is closed');
  });

  test.each(['', 'here', 'ftp://127.0.0.1', 'ws://127.0.0.1:8088'])('the address %j is none', async (url) => {
    await expect(connect({ url })).rejects.toThrow(TypeError);
  });

  test('a password has no place in the address', async () => {
    const failure = connect({ url: ari.url.replace('//', '//desk:secret@') });
    await expect(failure).rejects.toThrow('must not carry user and password');
    await expect(failure).rejects.not.toThrow('secret');
  });

  test('an application name that would be an address is none', async () => {
    await expect(connect({ app: '../channels' })).rejects.toThrow(TypeError);
  });

  test('an application that the PBX only remembers can be had; who has it says so when asked', async () => {
    // The PBX knows the application, but nobody answers.
    ari.on('POST /events/user/', { status: 204 });
    const exchange = await connect();
    expect(exchange.link).toBe('up');
    ari.send('ChannelUserevent', { eventname: 'switchhook-is-anybody-there', userevent: { nonce: 'n-1' } });
    await ari.asked('POST /asterisk/variable?variable=SWITCHHOOK_switchhook&value=n-1');
  });

  test('what is left of a former life is ended', async () => {
    ari.on('GET /applications/switchhook', { body: { channel_ids: ['old-leg'], bridge_ids: ['old-bridge'] } });
    ari.on('GET /bridges', { body: [{ id: 'switchhook~1~empty' }, { id: 'of-somebody-else' }] });
    await connect();
    expect(ari.requests.filter((line) => line.startsWith('DELETE')).sort()).toEqual([
      'DELETE /bridges/old-bridge',
      'DELETE /bridges/switchhook~1~empty',
      'DELETE /channels/old-leg',
    ]);
  });

  test('a call that comes in while we are still connecting is not taken for one of those', async () => {
    ari.on('GET /applications/switchhook', {
      body: { channel_ids: ['old-leg', 'new-leg'], bridge_ids: [] },
      before: () => ari.send('StasisStart', { channel: channel('new-leg', { state: 'Ring' }), args: ['number'] }),
    });
    // Long enough for the report to be here before the answer.
    ari.on('GET /bridges', { body: [], before: () => new Promise((resolve) => setTimeout(resolve, 50)) });
    const exchange = await connect();
    expect(ari.requests).not.toContain('DELETE /channels/new-leg');
    // Nobody has listened so far: a listener that comes now hears of it.
    const events = listen(exchange);
    await until(() => events.length > 0, 'it is told');
    expect(events).toEqual(['incoming new-leg']);
    expect(exchange.legs()).toHaveLength(1);
  });

  test('a report about a phone that comes while the list is read is newer than the list', async () => {
    ari.endpoints = [{ technology: 'PJSIP', resource: '1000', state: 'offline' }];
    const endpoint = { technology: 'PJSIP', resource: '1000', state: 'online' };
    let asked = 0;
    ari.on('GET /endpoints', () => {
      asked += 1;
      // The first is only to see whether there is such a path.
      return asked === 1 ? null : { body: ari.endpoints, before: () => ari.send('EndpointStateChange', { endpoint }) };
    });
    const exchange = await connect();
    await until(() => exchange.reachable({ kind: 'ext', ext: '1000' }) === 'available', 'the phone is there');
  });
});

describe('a PBX that is lost', () => {
  const phones = [{ technology: 'PJSIP', resource: '1000', state: 'online' }];

  test('everything is told as lost, and is back when the PBX is', async () => {
    ari.endpoints = phones;
    const problems: string[] = [];
    const exchange = await connect({ onProblem: ({ code }) => problems.push(code) });
    const events = listen(exchange);
    ari.send('StasisStart', { channel: channel('in-1', { state: 'Ring' }), args: ['number'] });
    await until(() => events.includes('incoming in-1'), 'the call is there');
    const answered = new Promise((resolve) => exchange.connect('A', ['in-1'], resolve));
    await ari.asked('POST /channels/in-1/answer');
    const { port } = ari;
    await ari.vanish();
    expect(await answered).toEqual({ cause: 'unreachable' });
    expect(events).toEqual(['incoming in-1', 'released in-1', 'unregistered 1000']);
    expect(exchange.link).toBe('down');
    expect(exchange.pending()).toBe(0);
    ari.on('GET /applications/switchhook', { body: { channel_ids: ['in-1'], bridge_ids: [] } });
    await ari.listen(port);
    await until(() => exchange.link === 'up', 'it is back');
    expect(events.at(-1)).toBe('registered 1000');
    // For the PBX, the call may never have ended.
    expect(ari.requests).toContain('DELETE /channels/in-1');
    expect(problems).toEqual(['unreachable']);
  });

  test('while it is away, every operation fails at once', async () => {
    const exchange = await connect();
    await ari.vanish();
    await until(() => exchange.link === 'down', 'it is lost');
    const request = { leg: 'l', to: { kind: 'ext', ext: '1000' }, display: '', autoAnswer: false, ringFor: null } as const;
    expect(await new Promise((resolve) => exchange.dial(request, resolve))).toEqual({ cause: 'unreachable' });
    expect(exchange.legs()).toEqual([]);
  });

  test('whatever it says while it starts is no news; a password that has changed is', async () => {
    const problems: string[] = [];
    const exchange = await connect({ onProblem: ({ code }) => problems.push(code) });
    ari.on('GET /applications/', { status: 401 });
    const { port } = ari;
    await ari.vanish();
    await until(() => exchange.link === 'down', 'it is lost');
    await ari.listen(port);
    await until(() => problems.length > 1, 'it is told');
    expect(problems.slice(0, 2)).toEqual(['unreachable', 'credentials']);
    expect(ari.requests.filter((line) => line.startsWith('GET /applications/')).length).toBeGreaterThan(4);
    ari.always('GET /applications/');
    await until(() => exchange.link === 'up', 'it is back');
  });

  test('who is replaced by another process tells so, and does not come back', async () => {
    const problems: string[] = [];
    const exchange = await connect({ onProblem: ({ code }) => problems.push(code) });
    const events = listen(exchange);
    ari.send('StasisStart', { channel: channel('in-1', { state: 'Ring' }), args: ['number'] });
    ari.send('ApplicationReplaced');
    await until(() => exchange.link === 'replaced', 'it is told');
    expect(events).toEqual(['incoming in-1', 'released in-1']);
    expect(problems).toEqual(['appTaken']);
    await until(() => ari.connections === 0, 'the connection is closed');
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(ari.connections).toBe(0);
  });

  test('closing while it is away ends the attempts', async () => {
    const exchange = await connect();
    const { port } = ari;
    await ari.vanish();
    await until(() => exchange.link === 'down', 'it is lost');
    await exchange.close();
    await ari.listen(port);
    await new Promise((resolve) => setTimeout(resolve, 150));
    expect(ari.connections).toBe(0);
    expect(exchange.link).toBe('closed');
  });
});
