import { describe, expect, test } from '@jest/globals';
import { openGuardedFloor } from '../support/guarded-floor.js';
import { takeCall, wrapUp } from '../support/guarded-scenes.js';
import { sentCommands } from '../support/sent-commands.js';

const LOGIN = { phoneType: 'webrtc', bindExt: '', agentState: '1' };

/*
 * Wish 5: several tabs, several logins, and being told why one was kicked.
 * Asked for in connect #939 and #667, webex PR 5021 and 4850, genesys #1045, twilio #435 and #329.
 */
describe('several tabs, several logins, and being told why one was kicked', () => {
  test('two tabs of one login see the same call, and a command of one shows in the other', async () => {
    const floor = openGuardedFloor();
    const first = await floor.signIn('1001');
    const second = await floor.open('1001');
    expect(second.agent.getSnapshot()).toMatchObject({ connection: 'connected', login: 'online' });
    await takeCall(floor, first);
    await second.does('holdCall');
    for (const { agent } of [first, second]) expect(agent.getSnapshot().work).toBe('holding');
    await first.does('retrieveCall');
    await second.does('muteCall');
    for (const { agent } of [first, second]) expect(agent.getSnapshot()).toMatchObject({ work: 'talking', muted: true });
    floor.expectPeace();
  });

  test('two tabs that answer at once take the call once, and neither is left in between', async () => {
    const floor = openGuardedFloor();
    const first = await floor.signIn('1001');
    const second = await floor.open('1001');
    floor.customer.dial('1001');
    await floor.rest();
    const endings = [first.send('answer'), second.send('answer')];
    await floor.rest();
    expect(endings.map((ending) => ending()).sort()).not.toContain('pending');
    for (const { agent } of [first, second]) expect(agent.getSnapshot()).toMatchObject({ work: 'talking', pending: [] });
  });

  test('the tab that is kicked says so, says why of everything it then refuses, and of what was in flight', async () => {
    const floor = openGuardedFloor();
    const kicked = await floor.signIn('1001');
    const heard: unknown[] = [];
    kicked.agent.on('EventAgentConnectionChanged', () => heard.push(kicked.agent.getSnapshot().connection));
    // On its way while the other end signs in; its answer is lost.
    floor.centre.faults.loseCallbacks('queryAgents');
    const inFlight = kicked.agent.queryAgents({}).catch((error: unknown) => error);
    floor.centre.faults.secondEnd('1001');
    await floor.rest();

    expect(heard).toEqual(['displaced']);
    expect(kicked.agent.getSnapshot()).toMatchObject({ connection: 'displaced', login: 'offline', call: null, pending: [] });
    expect(await inFlight).toMatchObject({
      code: 'DISPLACED',
      message: expect.stringContaining('signed in at another end'),
      remedy: expect.stringContaining('login'),
    });
    expect(kicked.agent.whyNot('ready')?.message).toContain('connection displaced');
    expect(kicked.agent.can('login')).toBe(true);
    expect(kicked.agent.can('initAgent')).toBe(true);
  });

  test('nobody kicks back by himself: two tabs do not fight, and the person decides', async () => {
    const floor = openGuardedFloor();
    const first = await floor.signIn('1001');
    const second = await floor.open('1001');
    await second.does('login', LOGIN);
    const logins = sentCommands(floor.centre);
    await floor.pass(3_600_000);
    expect(logins).toEqual([]);
    expect([first, second].map(({ agent }) => agent.getSnapshot().connection)).toEqual(['displaced', 'connected']);
    await first.does('login', LOGIN);
    expect([first, second].map(({ agent }) => agent.getSnapshot().connection)).toEqual(['connected', 'displaced']);
    await takeCall(floor, first);
    expect(second.agent.getSnapshot().work).toBe('idle');
  });

  test('a login during a call or after-call work is refused before it could kick anybody', async () => {
    const floor = openGuardedFloor();
    const working = await wrapUp(floor);
    const second = await floor.open('1001');
    expect(await second.tries('login', LOGIN)).toBe('NOT_ALLOWED');
    expect(second.agent.whyNot('login')?.message).toContain('work acw');
    expect(working.agent.getSnapshot()).toMatchObject({ connection: 'connected', work: 'acw' });
  });

  test('who is signed out by a supervisor can tell it from having been kicked', async () => {
    const floor = openGuardedFloor();
    const supervisor = await floor.signIn('1001');
    const seat = await floor.signIn('1002');
    const heard: unknown[] = [];
    seat.agent.on('EventAgentLogout', (message) => heard.push(message['operatorID']));
    await supervisor.does('forceLogout', { targetAgentID: '1002' });
    expect(seat.agent.getSnapshot()).toMatchObject({ connection: 'connected', login: 'offline', pending: [] });
    expect(heard).toEqual(['1001']);
  });
});
