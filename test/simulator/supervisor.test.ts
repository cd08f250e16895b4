import { describe, expect, test } from '@jest/globals';
import { openFloor, type Command } from './support/floor.js';
import { talkingScene } from './support/scenes.js';

const OPERATOR = { operatorID: '1001', operatorName: 'Agent 1001' };

describe('a supervisor', () => {
  test.each([
    ['forceBusy', 'EventAgentNotReady', { login: 'dnd', reasonCode: 2 }],
    ['forceLogout', 'EventAgentLogout', { login: 'offline' }],
  ] as const)('can %s: the agent gets the usual event, with the operator', (command, event, truth) => {
    const floor = openFloor();
    const [supervisor, agent] = [floor.signIn('1001'), floor.signIn('1002')];
    expect(supervisor.run(command, { targetAgentID: ' 1002 ' })).toEqual({
      outcome: 'success',
      result: { status: 'success' },
    });
    expect(agent.news()).toEqual([event]);
    expect(agent.last(event)).toMatchObject(OPERATOR);
    expect(supervisor.news()).toEqual([]);
    expect(floor.centre.truth('1002')).toMatchObject(truth);
  });

  test('can forceReady', () => {
    const floor = openFloor();
    const [supervisor, agent] = [floor.signIn('1001'), floor.signIn('1002', { agentState: '2' })];
    expect(supervisor.run('forceReady', { targetAgentID: '1002' })?.outcome).toBe('success');
    expect(agent.last('EventAgentReady')).toMatchObject(OPERATOR);
    expect(floor.centre.truth('1002').login).toBe('online');
    expect(supervisor.run('forceReady', { targetAgentID: '1002' })?.result).toMatchObject({ errorCode: '330034' });
    expect(supervisor.run('forceBusy', { targetAgentID: '1002' })?.outcome).toBe('success');
    expect(supervisor.run('forceBusy', { targetAgentID: '1002' })?.result).toMatchObject({ errorCode: '330033' });
  });

  test('names agents by id, if his page uses ids', () => {
    const floor = openFloor({
      agents: [
        { agentID: '1', agentUUID: 'u1', ext: '81', supervisor: true },
        { agentID: '2', agentUUID: 'u2', ext: '82' },
      ],
    });
    floor.signIn('2');
    const supervisor = floor.open('u1', { agentType: '1' });
    expect(supervisor.run('forceBusy', { targetAgentID: '2' })?.result).toMatchObject({ errorCode: '330079' });
    expect(supervisor.run('forceBusy', { targetAgentID: 'u2' })?.outcome).toBe('success');
  });

  test.each([
    ['forceLogout', '9', '330079'],
    ['forceBusy', '', '330079'],
    ['forceReady', '1003', '330012'],
  ] as const)('is refused with %s of %p', (command, targetAgentID, errorCode) => {
    const floor = openFloor();
    const supervisor = floor.signIn('1001');
    expect(supervisor.run(command, { targetAgentID })?.result).toEqual({
      status: 'error',
      errorCode,
      errorMessage: expect.any(String),
    });
  });

  test.each([
    ['hangsUp', 'success', ['EventReleased', 'EventAgentLogout'], 'offline'],
    ['refused', 'error', [], 'online'],
  ] as const)('who signs out an agent on a call: %s', (forceLogoutInCall, outcome, events, login) => {
    const scene = talkingScene({
      agents: [
        { agentID: '1001', ext: '8001' },
        { agentID: '1002', ext: '8002', supervisor: true },
      ],
      queues: [],
      behaviour: { forceLogoutInCall },
    });
    const supervisor = scene.signIn('1002');
    expect(supervisor.run('forceLogout', { targetAgentID: '1001' })?.outcome).toBe(outcome);
    expect(scene.desk.news()).toEqual(events);
    expect(scene.centre.truth('1001').login).toBe(login);
    expect(scene.customer.state).toBe(login === 'offline' ? 'idle' : 'talking');
  });
});

test.each(['forceLogout', 'forceBusy', 'forceReady'] satisfies Command[])('others cannot %s', (command) => {
  const floor = openFloor();
  floor.signIn('1001');
  const agent = floor.signIn('1002');
  expect(agent.run(command, { targetAgentID: '1001' })?.result).toMatchObject({ errorCode: '330144' });
  expect(floor.centre.truth('1001').login).toBe('online');
});
