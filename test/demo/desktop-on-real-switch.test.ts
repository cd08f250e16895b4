// The server of the agent desktop on the real switch: SIP phones at /phones, SIP of the page's phone over /pbx.
import { readdir, readFile, stat } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { connectNodeToCallCentre, type RemoteSdk } from '../../adapters/simulator/socket/server-entry.js';
import { createSobotAgent, type SobotAgent } from '../../adapters/sobot/index.js';
import { serveDesktop, type DesktopServer } from '../../demo/desktop/server/serve-desktop.js';
import type { DesktopSetup } from '../../demo/desktop/setup.js';
import { createSipPhone } from '../../demo/phones/index.js';
import { describeOnSwitch } from '../asterisk/support/on-switch.js';
import { ask, askJson, order, pageFolder, until, upgrade, type PageFolder } from './support/desktop.js';

interface Sight {
  readonly dn: string;
  readonly state: string;
  readonly peers: readonly string[];
  readonly lastRelease: string | null;
}

const DORA = '13512345678';
const EMIL = '13687654321';
const QUEUE = '4001';

/** The PBXs that this process has started, each by the directory that it writes to. */
async function ownPbxs(): Promise<readonly string[]> {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  const files = await Promise.all(
    pids.map(async (pid) => {
      const [status, command] = await Promise.all(
        ['status', 'cmdline'].map((file) => readFile(`/proc/${pid}/${file}`, 'utf8').catch(() => '')),
      );
      const isOwn = status?.includes(`\nPPid:\t${process.pid}\n`) === true;
      return isOwn ? (/([^\0]*switchhook-pbx-[^\0/]*)\/conf\/asterisk\.conf/.exec(command ?? '')?.[1] ?? []) : [];
    }),
  );
  return files.flat();
}

describeOnSwitch('the desktop on a real switch', () => {
  let folder: PageFolder;
  let server: DesktopServer;
  let setup: DesktopSetup;
  let sdk: RemoteSdk;
  let ben: SobotAgent;
  const lost: unknown[] = [];
  const heard: string[] = [];

  const sightOf = async (dn: string): Promise<Sight> => {
    const phone = (await askJson<readonly Sight[]>(server, '/phones')).find((one) => one.dn === dn);
    if (phone === undefined) throw new Error(`Nobody has a phone ${dn}.`);
    return phone;
  };

  beforeAll(async () => {
    folder = await pageFolder();
    server = await serveDesktop({
      port: 0,
      exchange: 'asterisk',
      pageFolder: folder.path,
      onLost: (error) => lost.push(error),
    });
    setup = await askJson<DesktopSetup>(server, '/setup.json');
    sdk = connectNodeToCallCentre(`ws://127.0.0.1:${server.port}/centre`);
    sdk.on('EventAgentAll', ({ messageID }) => heard.push(String(messageID)));
    ben = createSobotAgent(sdk);
    await ben.initAgent({ token: 'any', companyId: 'any', agent: '1002' });
    await ben.login({ phoneType: 'sip', bindExt: '8002', agentState: '1' });
  }, 120_000);
  afterAll(async () => {
    ben.dispose();
    sdk.close();
    await server.close();
    await folder.remove();
  });

  test('has a way to the switch for each phone in a page, and a password in no address', async () => {
    expect(setup).toMatchObject({ exchange: 'asterisk', voice: { path: '/pbx', domain: '127.0.0.1' } });
    const { voice } = setup;
    expect(Object.keys(voice?.passwords ?? {}).sort()).toEqual(['8001', '8003']);
    for (const password of Object.values(voice?.passwords ?? {})) {
      expect(password).toMatch(/^[0-9a-f]{32}$/);
      expect(`${server.url} ${voice?.path}`).not.toContain(password);
    }
  });

  test("holds the customers' phones and the one on a desk", async () => {
    const phones = await askJson<readonly Sight[]>(server, '/phones');
    expect(phones.map(({ dn }) => dn).sort()).toEqual([...setup.customers.map(({ number }) => number), '8002'].sort());
    for (const phone of phones) expect(phone).toMatchObject({ state: 'idle', peers: [], lastRelease: null });
  });

  test('has a phone dial the queue: the agent rings, answers, and both are heard', async () => {
    expect(await order(server, { dn: DORA, action: 'dial', target: QUEUE })).toMatchObject({ status: 200 });
    await until(() => heard.includes('EventRinging') && ben.getSnapshot().work === 'ringing');
    await ben.answer();
    // Each phone shows whom it hears when it hears them: neither is bound to be the first.
    await until(async () => (await sightOf(DORA)).peers.includes('8002') && (await sightOf('8002')).peers.includes(DORA));
    expect(await sightOf('8002')).toMatchObject({ state: 'talking', peers: [DORA] });
    expect(ben.getSnapshot().work).toBe('talking');

    expect((await order(server, { dn: DORA, action: 'press', keys: '12#' })).status).toBe(200);
    expect(await order(server, { dn: DORA, action: 'hangup' })).toMatchObject({ status: 200 });
    await until(() => ben.getSnapshot().work === 'acw');
    expect(await sightOf(DORA)).toMatchObject({ state: 'idle', lastRelease: 'normal' });
    await ben.completeACW();
  }, 30_000);

  test('has the phone on the desk pick up, hold, and refuse', async () => {
    await order(server, { dn: EMIL, action: 'dial', target: QUEUE });
    await until(async () => (await sightOf('8002')).state === 'ringing');
    expect((await order(server, { dn: '8002', action: 'answer' })).status).toBe(200);
    await until(async () => (await sightOf(EMIL)).peers.includes('8002'));
    expect(await order(server, { dn: '8002', action: 'hold' })).toMatchObject({ status: 200 });
    await until(() => ben.getSnapshot().work === 'holding');
    await until(async () => (await sightOf(EMIL)).state === 'held');
    expect(await sightOf('8002')).toMatchObject({ state: 'held', peers: [] });
    expect(await order(server, { dn: '8002', action: 'retrieve' })).toMatchObject({ status: 200 });
    await until(() => ben.getSnapshot().work === 'talking');
    await until(async () => (await sightOf(EMIL)).peers.includes('8002') && (await sightOf('8002')).peers.includes(EMIL));
    await order(server, { dn: '8002', action: 'hangup' });
    await until(() => ben.getSnapshot().work === 'acw');
    await ben.completeACW();

    await ben.makeCall({ otherDN: DORA });
    await until(async () => (await sightOf(DORA)).state === 'ringing');
    expect((await order(server, { dn: DORA, action: 'reject' })).status).toBe(200);
    await until(async () => (await sightOf(DORA)).state === 'idle');
  }, 30_000);

  test.each([
    ['no JSON', 'dial 4001', 'An order is JSON, such as {"dn": "8002", "action": "answer"}: this is none.'],
    ['no object', '[]', 'An order is a JSON object with dn, the phone, and action: dial, answer, reject, hangup, hold, retrieve or press.'],
    ['an action that there is not', { dn: DORA, action: 'sing' }, 'An order is a JSON object with dn, the phone, and action: dial,'],
    ['no phone', { action: 'answer' }, 'answer, reject, hangup, hold and retrieve need dn, the phone.'],
    ['a phone that nobody has', { dn: '8001', action: 'answer' }, 'dn must be one of 8002, 13512345678,'],
    ['nobody to call', { dn: DORA, action: 'dial' }, 'dial needs dn, the phone, and target, the number to call, such as 4001.'],
    ['no number', { dn: DORA, action: 'dial', target: 'sip:x@y' }, 'target must be a number to call: 1 to 24 of 0-9, * and #.'],
    ['no keys', { dn: DORA, action: 'press' }, 'press needs dn, the phone, and keys, such as 12#.'],
    ['keys that no keypad has', { dn: DORA, action: 'press', keys: 'x' }, 'keys must be 1 to 24 of 0-9, * and #.'],
    ['far too much', { dn: 'x'.repeat(5000), action: 'answer' }, 'An order has at most 4096 characters.'],
  ])('refuses %s, and says what is allowed', async (_what, given, sentence) => {
    const { status, text } = await order(server, given);
    expect({ status, text }).toEqual({ status: 400, text: expect.stringContaining(sentence) });
  });

  test('says why a phone does not do it', async () => {
    expect(await order(server, { dn: DORA, action: 'answer' })).toMatchObject({ status: 409, text: expect.stringMatching(/call/) });
  });

  test('takes GET and POST at /phones, and nothing else', async () => {
    expect(await ask(server, '/phones', { method: 'DELETE' })).toMatchObject({ status: 405, text: '/phones takes GET and POST only.\n' });
  });

  test('lets a phone of the page register over /pbx, with the password that the page was given', async () => {
    const { path = '', passwords = {} } = setup.voice ?? {};
    const line = { ext: '8001', server: `ws://127.0.0.1:${server.port}${path}` };
    const stranger = createSipPhone({ ...line, password: 'guessed' });
    await expect(stranger.register()).rejects.toMatchObject({ code: 'REJECTED' });
    await stranger.close();

    const phone = createSipPhone({ ...line, password: passwords['8001'] ?? '' });
    await phone.register();
    expect(phone.registered).toBe(true);
    await phone.close();
    expect(phone.isShutdown).toBe(true);
  });

  test.each(['http://desk.example', 'null'])('lets no page from %s to the switch', async (origin) => {
    expect(await upgrade(server, '/pbx', { origin })).toBe(403);
  });

  test('leads to nothing of the switch but its WebSocket', async () => {
    expect((await ask(server, '/ari/channels')).status).toBe(404);
    expect(await upgrade(server, '/ari/events')).toBe(404);
  });

  test('close ends everything, and a phone that is connected', async () => {
    const { passwords = {} } = setup.voice ?? {};
    const phone = createSipPhone({ ext: '8003', server: `ws://127.0.0.1:${server.port}/pbx`, password: passwords['8003'] ?? '' });
    await phone.register();
    await order(server, { dn: DORA, action: 'dial', target: QUEUE });
    const [directory = ''] = await ownPbxs();
    expect((await stat(directory)).isDirectory()).toBe(true);

    await server.close();
    await until(() => !phone.connected);
    await phone.close();
    expect(await ownPbxs()).toEqual([]);
    await expect(stat(directory)).rejects.toMatchObject({ code: 'ENOENT' });
    expect(lost).toEqual([]);
  }, 30_000);
});
