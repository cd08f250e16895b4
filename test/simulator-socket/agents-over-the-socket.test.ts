import { describe, expect, test } from '@jest/globals';
import { COMMANDS } from '../../machines/index.js';
import { CUSTOMER, serveFloor, until } from './support/floor.js';

describe('an agent’s page over the socket', () => {
  test('has every command, and on and off that chain', async () => {
    const { page } = await serveFloor();
    const { sdk } = page();
    for (const command of COMMANDS) expect(sdk[command]).toBeInstanceOf(Function);
    expect(sdk.on('EventRinging', () => {}).off('EventRinging')).toBe(sdk);
  });

  test('can be used at once: commands wait for the first connection', async () => {
    const { page } = await serveFloor();
    const { sdk, ask } = page();
    expect(sdk.connection).toBe('connecting');
    expect(await ask('initAgent', { token: 'any', companyId: 'any', agent: '1001' })).toEqual({
      outcome: 'success',
      result: { status: 'success' },
    });
    expect(sdk.connection).toBe('open');
  });

  test('takes a call from a customer, and both hang up', async () => {
    const { page, centre } = await serveFloor();
    const agent = page();
    await agent.signIn('1001');
    centre.customer(CUSTOMER).dial('1001', { attachedData: { orderID: 'A-1' } });
    const ringing = await agent.heard('EventRinging');
    expect(ringing).toMatchObject({ callType: 'Inbound', otherDN: CUSTOMER, attachedData: { orderID: 'A-1' } });

    agent.sdk.answer();
    await agent.heard('EventEstablished');
    expect(centre.truth('1001').work).toBe('talking');

    agent.sdk.hangup();
    await agent.heard('EventReleased');
    await until(() => centre.customer(CUSTOMER).state === 'idle');
  });

  test('gets refusals as the vendor documents them', async () => {
    const { page } = await serveFloor();
    const agent = page();
    expect(await agent.ask('login', { phoneType: 'webrtc' })).toEqual({
      outcome: 'error',
      result: { status: 'error', errorCode: '330014', errorMessage: expect.any(String) },
    });
    agent.sdk.holdCall();
    expect(await agent.heard('EventError')).toMatchObject({ errorCode: '330014' });
  });

  test('hands a message to handlers of all events and of its own, until they are off', async () => {
    const { page } = await serveFloor();
    const agent = page();
    const heard: string[] = [];
    const onReady = () => heard.push('named');
    agent.sdk.on('EventAgentReady', onReady).on('EventAgentAll', ({ messageID }) => heard.push(`all ${String(messageID)}`));
    await agent.signIn('1001');
    await until(() => heard.includes('named'));
    expect(heard.slice(-2)).toEqual(['all EventAgentReady', 'named']);

    agent.sdk.off('EventAgentReady', onReady).off('EventAgentAll');
    const before = heard.length;
    await agent.ask('notReady', { reasonCode: 2 });
    expect(heard).toHaveLength(before);
  });

  test('tells what a handler throws where the options say, and calls the others', async () => {
    const { page } = await serveFloor();
    const errors: unknown[] = [];
    const agent = page({ onError: (error) => errors.push(error) });
    let others = 0;
    agent.sdk.on('EventAgentLogin', () => {
      throw new Error('a handler of a page');
    });
    agent.sdk.on('EventAgentLogin', () => (others += 1));
    await agent.signIn('1001');
    await until(() => others === 1);
    expect(errors).toEqual([new Error('a handler of a page')]);
  });

  test('shares the floor with others: agents call each other', async () => {
    const { page, centre } = await serveFloor();
    const [ada, ben] = [page(), page()];
    await Promise.all([ada.signIn('1001'), ben.signIn('1002')]);
    ada.sdk.makeCall({ otherDN: '2000' });
    await ben.heard('EventRinging');
    ben.sdk.answer();
    await Promise.all([ada.heard('EventEstablished'), ben.heard('EventEstablished')]);
    ben.sdk.hangup();
    await Promise.all([ada.heard('EventReleased'), ben.heard('EventReleased')]);
    await until(() => centre.counts().legs === 0);
  });

  test('is displaced when its agent signs in on another page', async () => {
    const { page, centre } = await serveFloor();
    const [first, second] = [page(), page()];
    await first.signIn('1001');
    await second.signIn('1001');
    await first.heard('EventAgentConnectionChanged');
    expect(await first.ask('ready')).toMatchObject({ outcome: 'error', result: { errorCode: '330049' } });
    expect(centre.truth('1001')).toMatchObject({ connected: true, login: 'online' });
    expect(second.names()).not.toContain('EventAgentConnectionChanged');
  });

  test('closes for good, and leaves its agent signed in', async () => {
    const { page, centre } = await serveFloor();
    const agent = page();
    await agent.signIn('1001');
    const inFlight = agent.ask('queryAgents');
    agent.sdk.close();
    expect(agent.sdk.connection).toBe('closed');
    expect(await inFlight).toMatchObject({ outcome: 'error' });
    expect(await agent.ask('ready')).toMatchObject({ outcome: 'error', result: { errorCode: '330009' } });
    await until(() => centre.counts().ends === 0);
    expect(centre.truth('1001')).toMatchObject({ login: 'online', connected: false });
  });

  test('refuses on its own side what cannot be sent', async () => {
    const { page } = await serveFloor();
    const agent = page();
    await agent.signIn('1001');
    const circular: Record<string, unknown> = {};
    circular.self = circular;
    const tooLarge = { text: 'x'.repeat(70_000) };
    const hostile = JSON.parse('{"__proto__":{"polluted":true}}') as object;
    for (const params of [circular, tooLarge, hostile]) {
      expect(await agent.ask('ready', { params })).toMatchObject({ outcome: 'error', result: { errorCode: '330009' } });
    }
    expect(agent.sdk.connection).toBe('open');
  });
});

test('without a WebSocket of the platform, connecting says what to do', async () => {
  const { connectToCallCentre } = await import('../../adapters/simulator/socket/client.js');
  expect(() => connectToCallCentre('ws://127.0.0.1:1')).toThrow(/Pass one as the option `WebSocket`/);
});
