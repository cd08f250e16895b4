import { describe, expect, test } from '@jest/globals';
import type { CallCentreOptions } from '../../adapters/simulator/index.js';
import { CUSTOMER, openFloor } from './support/floor.js';
import {
  conferenceScene,
  consultingScene,
  consultRingingScene,
  readyScene,
  ringingScene,
  talkingScene,
  type Scene,
} from './support/scenes.js';
import { covers } from '../sobot-contract/covers.js';

const NAMED_ONLY: Partial<CallCentreOptions> = { behaviour: { loginInCall: 'refusedWhereNamed' } };

/** Agent 1001 in the work statuses that the vendor's list of refusals leaves out. */
const LEFT_OUT: readonly (readonly [string, (options: Partial<CallCentreOptions>) => Scene])[] = [
  ['ringing', ringingScene],
  ['consulting', consultRingingScene],
  ['consulting', consultingScene],
  ['conferencing', conferenceScene],
];

describe('a login on another page during a call, refused only where the vendor says so', () => {
  test.each(LEFT_OUT)('is accepted while %s: the page with the call is displaced, the new one told of the call', (work, make) => {
    const scene = make(NAMED_ONLY);
    const before = scene.centre.truth('1001');
    expect(before.work).toBe(work);
    const other = scene.open('1001');
    other.news();
    expect(other.run('login', { agentState: '1' })?.outcome).toBe('success');
    expect(scene.desk.news()).toEqual(['EventAgentConnectionChanged']);
    expect(other.news()).toEqual(['EventAgentLogin', 'EventAgentReady', 'EventAgentRegainStatus']);
    expect(other.last('EventAgentRegainStatus')).toMatchObject({
      agentStateInfo: { workStatus: work },
      workStatusInfo: { callID: before.call?.callID, otherDN: CUSTOMER },
    });
    const { call, consult, since } = before;
    expect(scene.centre.truth('1001')).toMatchObject({ work, call, consult, since, login: 'online', ends: [expect.any(String)] });
  });

  test('lets the new page go on with the call, and the old one with nothing', () => {
    const scene = consultingScene(NAMED_ONLY);
    const other = scene.open('1001');
    other.run('login', { agentState: '1' });
    scene.desk.news();
    scene.desk.run('consultConference');
    expect(scene.desk.last('EventError')).toMatchObject({ errorCode: '330049' });
    other.news();
    other.run('consultConference');
    expect(scene.centre.truth('1001').work).toBe('conferencing');
    expect(other.news()).toContain('EventPartyAdded');
    expect(scene.desk.news()).toEqual(['EventError']);
  });

  test('gives the call back to a page that signs in again', () => {
    const scene = ringingScene(NAMED_ONLY);
    scene.centre.faults.secondEnd('1001');
    scene.rest();
    expect(scene.desk.news()).toEqual(['EventAgentConnectionChanged']);
    expect(scene.desk.run('login', { agentState: '1' })?.outcome).toBe('success');
    expect(scene.desk.news()).toEqual(['EventAgentLogin', 'EventAgentReady', 'EventAgentRegainStatus']);
    scene.desk.run('answer');
    expect(scene.centre.truth('1001').work).toBe('talking');
  });

  test.each([
    ['talking', () => talkingScene(NAMED_ONLY), '330035'],
    [
      'holding',
      () => {
        const scene = talkingScene(NAMED_ONLY);
        scene.desk.run('holdCall');
        return scene;
      },
      '330035',
    ],
    [
      'dialing',
      () => {
        const scene = readyScene(NAMED_ONLY);
        scene.desk.run('makeCall', { otherDN: CUSTOMER });
        return scene;
      },
      '330035',
    ],
    [
      'sorting',
      () => {
        const scene = talkingScene(NAMED_ONLY);
        scene.desk.run('hangup');
        return scene;
      },
      '330013',
    ],
  ] as const)('is refused while %s', (_work, make, errorCode) => {
    covers('login rule: not while the work status is calling, dialing, talking, holding or sorting');
    const scene = make();
    const other = scene.open('1001');
    scene.desk.news();
    expect(other.run('login', { agentState: '1' })?.result).toMatchObject({ errorCode });
    expect(scene.desk.news()).toEqual([]);
  });
});

describe('two pages that sign in at once', () => {
  /** The messages to a page whose login meets a rival's, the answer to its own login among them. */
  function told(order?: 'rivalFirst' | 'rivalLast') {
    const floor = openFloor();
    const desk = floor.open('1001');
    const fault = floor.centre.faults.rivalLogin('1001', order === undefined ? {} : { order });
    const seen: string[] = [];
    desk.sdk.on('EventAgentAll', ({ messageID }) => seen.push(String(messageID)));
    desk.sdk.login({ agentState: '1', success: () => seen.push('success') });
    floor.rest();
    return { ...floor, desk, seen, fault };
  }

  test('are both accepted: the loser of the first round is displaced, and then signed in', () => {
    const { seen, centre, fault } = told();
    expect(seen).toEqual(['EventAgentConnectionChanged', 'success', 'EventAgentLogin', 'EventAgentReady']);
    expect(centre.truth('1001')).toMatchObject({ login: 'online', ends: ['end-1'] });
    expect(fault.struck).toBe(1);
  });

  test('are both accepted: the winner of the first round is signed in, and then displaced', () => {
    const { seen, centre, desk } = told('rivalLast');
    expect(seen).toEqual(['success', 'EventAgentLogin', 'EventAgentReady', 'EventAgentConnectionChanged']);
    expect(centre.truth('1001')).toMatchObject({ login: 'online', ends: ['end-2'] });
    expect(desk.run('notReady', { reasonCode: 11 })?.result).toMatchObject({ errorCode: '330049' });
  });

  test('have the same parameters, and the later one decides about the agent', () => {
    const floor = openFloor();
    const desk = floor.open('1001');
    floor.centre.faults.rivalLogin('1001', { order: 'rivalLast' });
    desk.run('login', { agentState: '2', phoneType: 'sip' });
    expect(floor.centre.truth('1001')).toMatchObject({ login: 'dnd', phoneType: 'sip' });
  });

  test('meet once, unless told otherwise, and not where the first is refused', () => {
    const { centre, desk } = told();
    desk.run('login', { agentState: '1' });
    expect(centre.counts().ends).toBe(2);
    centre.faults.failNext('login', '330203');
    centre.faults.rivalLogin('1001');
    expect(desk.run('login', { agentState: '1' })?.result).toMatchObject({ errorCode: '330203' });
    expect(centre.counts().ends).toBe(2);
    centre.faults.clear();
    centre.faults.rivalLogin('1001', { times: 2 });
    desk.run('login', { agentState: '1' });
    desk.run('login', { agentState: '1' });
    expect(centre.counts().ends).toBe(4);
  });

  test('also come about by two pages whose logins are on their way together', () => {
    const floor = openFloor();
    const [one, other] = [floor.open('1001'), floor.open('1001')];
    const answers: string[] = [];
    one.sdk.login({ agentState: '1', success: () => answers.push('one') });
    other.sdk.login({ agentState: '1', success: () => answers.push('other') });
    floor.rest();
    expect(answers.sort()).toEqual(['one', 'other']);
    const displaced = [one, other].filter(({ messages }) => messages.some(({ messageID }) => messageID === 'EventAgentConnectionChanged'));
    // Each was displaced by the other, and one of them has won.
    expect(displaced).toHaveLength(2);
    expect(floor.centre.truth('1001').ends).toHaveLength(1);
  });

  test('are of an agent that there is', () => {
    const { centre } = openFloor();
    expect(() => centre.faults.rivalLogin('9')).toThrow('There is no agent with work number 9.');
  });
});
