import { describe, expect, test } from '@jest/globals';
import { benchAt, CUSTOMER, THIRD, turns } from '../support/bench/index.js';

const LOGIN = { phoneType: 'webrtc', bindExt: '1000', agentState: '1' };

describe('a success that comes after the page has given the command up', () => {
  test('of an own login, which has won over the other end: the displaced page is connected again', async () => {
    const { agent, sdk, emit, state, clock } = benchAt('idle');
    emit('EventAgentConnectionChanged');
    const login = agent.login(LOGIN);
    const ended = expect(login).rejects.toMatchObject({ code: 'TIMEOUT' });
    clock.increment(20_000);
    await ended;
    expect(state()).toMatchObject({ connection: 'displaced', login: 'offline' });
    sdk.succeed('login', { agentState: '1' });
    expect(state()).toMatchObject({ connection: 'connected', login: 'online' });
    emit('EventRinging', CUSTOMER);
    expect(state()).toMatchObject({ work: 'ringing' });
  });

  test('of anything else does not sign a displaced page in', async () => {
    const { agent, sdk, emit, state } = benchAt('idle', { standing: 'connected, break 14' });
    const ready = agent.ready();
    const ended = expect(ready).rejects.toMatchObject({ code: 'DISPLACED' });
    emit('EventAgentConnectionChanged');
    await ended;
    sdk.succeed('ready');
    await turns();
    expect(state()).toMatchObject({ connection: 'displaced', login: 'offline' });
  });
});

describe('a call whose end is told before its beginning', () => {
  test('was made: a refusal that follows is that of the next call', async () => {
    const { agent, emit, state, clock } = benchAt('idle');
    const first = expect(agent.makeCall({ otherDN: '13800138000' })).rejects.toMatchObject({ code: 'SUPERSEDED' });
    clock.increment(100);
    emit('EventReleased', { callID: 'call-9', partyID: 'party-9', callType: 'Outbound', thisDNRole: 'Origination' });
    await first;
    const second = expect(agent.makeCall({ otherDN: '8002' })).rejects.toMatchObject({ code: 'REJECTED', vendorCode: '330091' });
    clock.increment(100);
    emit('EventError', { errorCode: '330091' });
    await second;
    expect(state()).toMatchObject({ work: 'idle', pending: [] });
  });

  test('so was a consult', async () => {
    const { agent, emit, state, clock } = benchAt('talking');
    const first = expect(agent.initiateConsult({ targetType: '0', target: '1002' })).rejects.toMatchObject({ code: 'SUPERSEDED' });
    clock.increment(100);
    emit('EventReleased', THIRD);
    await first;
    const second = expect(agent.initiateConsult({ targetType: '0', target: '1003' })).rejects.toMatchObject({
      code: 'REJECTED',
      vendorCode: '330077',
    });
    clock.increment(100);
    emit('EventError', { errorCode: '330077' });
    await second;
    expect(state()).toMatchObject({ work: 'talking', pending: [] });
  });
});
