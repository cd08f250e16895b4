import { describe, expect, test } from '@jest/globals';
import { CUSTOMER, openFloor } from '../simulator/support/floor.js';
import { ScriptedExchange } from '../simulator/support/scripted-exchange.js';
import { openGuardedFloor } from '../support/guarded-floor.js';
import { takeCall } from '../support/guarded-scenes.js';
import { arriving } from '../support/bench/parameters-sent.js';
import { benchAt, errorOf, PARAMETERS } from '../support/bench/index.js';
import { CONTRACT } from './contract-data.js';
import { covers } from './covers.js';

/* The rules of the vendor's page that no other test is about. */

describe('holding and muting', () => {
  test.each(['sip', 'webrtc', 'pstn'] as const)('work with %s', async (phoneType) => {
    covers('holdCall rule: sip, webrtc and pstn', 'muteCall rule: sip, webrtc and pstn');
    const floor = openGuardedFloor();
    const login = phoneType === 'pstn' ? { phoneType, bindMobile: '13900000001' } : { phoneType };
    const seat = await floor.signIn('1001', login);
    if (phoneType === 'pstn') {
      // A telephone cannot be answered from the page.
      floor.customer.dial('1001');
      await floor.rest();
      if (floor.centre.customer('13900000001').state === 'ringing') floor.centre.customer('13900000001').answer();
      await floor.rest();
    } else await takeCall(floor, seat);
    await seat.does('muteCall');
    await seat.does('holdCall');
    expect(seat.agent.getSnapshot()).toMatchObject({ work: 'holding', muted: true });
    expect(floor.centre.truth('1001')).toMatchObject({ work: 'holding', muted: true, phoneType });
    await seat.does('retrieveCall');
    await seat.does('unmute');
    expect(seat.agent.getSnapshot()).toMatchObject({ work: 'talking', muted: false });
  });

  test('muting is left to the service for who monitors a talk: no command of this SDK starts a monitoring', async () => {
    covers('muteCall rule: not for the initiator of a monitoring');
    expect(CONTRACT.methods.map(({ name }) => name).filter((name) => /monitor|observe|listen/i.test(name))).toEqual([]);
    const bench = benchAt('talking');
    bench.customer('EventPartyChanged', { thisDNRole: 'ObserveBy', thirdDNRole: 'ObserveTo' });
    const muted = bench.send('muteCall');
    bench.customer('EventError', { errorCode: '391036' });
    expect(await errorOf(muted)).toMatchObject({ code: 'REJECTED', vendorCode: '391036' });
    expect(bench.state().muted).toBe(false);
    expect(bench.agent.can('muteCall')).toBe(true);
  });
});

describe('a call out', () => {
  test("can have a number of its own for the agent's own phone; else that shows what the customer sees", () => {
    covers("makeCall(agentANI) note: number shown on the agent's own phone");
    for (const [agentANI, shown] of [
      ['01088888888', '01088888888'],
      [' 01088888888 ', '01088888888'],
      [undefined, '0101'],
    ] as const) {
      const exchange = new ScriptedExchange();
      const floor = openFloor({ exchange, numbers: ['0101'] });
      const desk = floor.signIn('1001', { phoneType: 'pstn' });
      desk.sdk.makeCall({ otherDN: CUSTOMER, agentANI });
      floor.clock.increment(500);
      expect(exchange.dialled).toMatchObject([{ to: { number: '13900000001' }, display: shown }]);
    }
  });

  test('can be made from several tabs, if they were initialised for it, and each sees it', async () => {
    covers('initAgent(allowStorageListen) note: outbound calls from several tabs');
    const floor = openGuardedFloor();
    const first = await floor.signIn('1001');
    const second = floor.create('1001');
    await second.does('initAgent', { token: 'any', companyId: 'any', agent: '1001', allowStorageListen: true });
    await second.does('makeCall', { otherDN: CUSTOMER });
    for (const { agent } of [first, second]) expect(agent.getSnapshot()).toMatchObject({ connection: 'connected', work: 'dialing' });
    floor.customer.answer();
    await floor.rest();
    await first.does('hangup');
    for (const { agent } of [first, second]) expect(agent.getSnapshot().work).toBe('acw');
  });
});

test('parameters that stand in the examples only are passed on', () => {
  covers(
    "initAgent(businessTags) note: stands in the example only ('scc')",
    "makeCall(outboundRouteType) note: stands in the example only ('1')",
  );
  expect(arriving('initAgent', { ...PARAMETERS['initAgent'], businessTags: 'scc' })).toMatchObject({ businessTags: 'scc' });
  expect(arriving('makeCall', { otherDN: CUSTOMER, outboundRouteType: ' 1 ' })).toMatchObject({ outboundRouteType: '1' });
});
