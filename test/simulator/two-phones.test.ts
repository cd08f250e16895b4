import { describe, expect, test } from '@jest/globals';
import type { CallCentreOptions } from '../../adapters/simulator/index.js';
import { CUSTOMER } from './support/floor.js';
import { readyScene, type Scene } from './support/scenes.js';

const TWO_PHONES = {
  agents: [
    { agentID: '1001', ext: '8001', secondPhone: '8101', queues: ['support'] },
    { agentID: '1002', ext: '8002', queues: ['support'] },
  ],
} as const;

/** A customer's call rings at both phones of agent 1001. */
function bothRing(options: Partial<CallCentreOptions> = {}): Scene {
  const scene = readyScene({ ...TWO_PHONES, ...options });
  scene.customer.dial('1001');
  scene.rest();
  return scene;
}

describe('a call at two phones of one agent', () => {
  test('rings at both: one call, two legs', () => {
    const { desk, centre } = bothRing();
    expect(desk.news()).toEqual(['EventRinging', 'EventRinging']);
    const [first, second] = desk.messages.filter(({ messageID }) => messageID === 'EventRinging');
    expect(first?.['callID']).toBe(second?.['callID']);
    expect(first?.['partyID']).not.toBe(second?.['partyID']);
    expect(new Set([first?.['thisDN'], second?.['thisDN']])).toEqual(new Set(['8001', '8101']));
    expect(centre.truth('1001')).toMatchObject({ work: 'ringing', waiting: [] });
    expect([centre.device('8001').state, centre.device('8101').state]).toEqual(['ringing', 'ringing']);
  });

  test('rings on when one of them is left', () => {
    const { desk, centre, rest } = bothRing();
    desk.news();
    centre.device('8101').reject();
    rest();
    expect(desk.news()).toEqual(['EventReleased']);
    expect(centre.truth('1001')).toMatchObject({ work: 'ringing', call: { thisDN: '8001' }, missed: 0 });
    centre.device('8001').reject();
    rest();
    expect(desk.news()).toEqual(['EventReleased']);
    expect(centre.truth('1001')).toMatchObject({ work: 'idle', missed: 1 });
    expect(centre.counts()).toMatchObject({ legs: 0, calls: 0 });
  });

  test.each([
    [
      'from the page, at the phone of the login',
      '8001',
      ({ desk }: Scene): void => {
        desk.run('answer');
      },
    ],
    [
      'at the second phone',
      '8101',
      ({ centre, rest }: Scene): void => {
        centre.device('8101').answer();
        rest();
      },
    ],
  ])('is answered %s, and the other rings no more', (_where, ext, answer) => {
    const scene = bothRing({ behaviour: { endCause: 'hangupCause' } });
    scene.desk.news();
    answer(scene);
    expect(scene.desk.news().sort()).toEqual(['EventEstablished', 'EventReleased']);
    expect(scene.desk.last('EventEstablished')).toMatchObject({ thisDN: ext });
    expect(scene.desk.last('EventReleased')).toMatchObject({ hangupCause: 'LOSE_RACE' });
    expect(scene.centre.truth('1001')).toMatchObject({ work: 'talking', call: { thisDN: ext } });
    expect(scene.customer.peers).toEqual([ext]);
    scene.desk.run('hangup');
    expect(scene.centre.truth('1001').work).toBe('acw');
    expect(scene.centre.counts()).toMatchObject({ legs: 0, calls: 0 });
  });

  test('is taken once where both phones are picked up at the same moment', () => {
    const { centre, customer, rest } = bothRing();
    centre.device('8001').answer();
    centre.device('8101').answer();
    rest();
    expect(customer.peers).toHaveLength(1);
    expect(centre.truth('1001')).toMatchObject({ work: 'talking', waiting: [] });
    customer.hangup();
    rest();
    expect(centre.counts()).toMatchObject({ legs: 0, calls: 0 });
  });

  test.each(['rejectCall', 'hangup'] as const)('is rejected at both with %s', (command) => {
    const { desk, centre } = bothRing();
    desk.news();
    desk.run(command);
    expect(desk.news()).toEqual(['EventReleased', 'EventReleased']);
    expect(centre.truth('1001')).toMatchObject({ work: 'idle', missed: 1 });
    expect(centre.counts()).toMatchObject({ legs: 0, calls: 0 });
  });

  test('counts as missed once when nobody answers', () => {
    const { centre, pass } = bothRing({ ringSeconds: 20 });
    pass(21_000);
    expect(centre.truth('1001')).toMatchObject({ work: 'idle', missed: 1 });
  });

  test('ends at both when the caller gives up, and when the agent is signed out by force', () => {
    const { desk, centre, customer, rest } = bothRing();
    customer.hangup();
    rest();
    expect(centre.counts()).toMatchObject({ legs: 0, calls: 0 });
    customer.dial('1001');
    rest();
    desk.run('resetLogout');
    expect(centre.truth('1001')).toMatchObject({ login: 'offline', work: 'idle' });
    expect(centre.counts()).toMatchObject({ legs: 0, calls: 0 });
  });

  test('rings at one where the other cannot be reached, or is busy', () => {
    const { desk, centre, customer, rest } = readyScene(TWO_PHONES);
    centre.device('8101').unregister();
    rest();
    customer.dial('1001');
    rest();
    expect(desk.news()).toEqual(['EventRinging']);
  });

  test('is offered so by a queue, too', () => {
    const { desk, customer, rest } = readyScene(TWO_PHONES);
    customer.dial('support');
    rest();
    expect(desk.news()).toEqual(['EventRinging', 'EventRinging']);
  });

  test('needs an extension that is nobody else’s', () => {
    const agents = [
      { agentID: '1001', ext: '8001', secondPhone: '8002' },
      { agentID: '1002', ext: '8002' },
    ];
    expect(() => readyScene({ agents })).toThrow('Extensions must be different from each other: 8002.');
  });
});

describe('a queue that rings at all', () => {
  const queues = [{ name: 'support', rings: 'all' }] as const;

  test('offers the call to everybody who is free; for the others it is answered elsewhere', () => {
    const { desk, centre, customer, rest, signIn } = readyScene({ queues, behaviour: { endCause: 'hangupCause' } });
    const other = signIn('1002');
    customer.dial('support');
    rest();
    expect([desk.news(), other.news()]).toEqual([['EventRinging'], ['EventRinging']]);
    other.run('answer');
    expect(desk.last('EventReleased')).toMatchObject({ hangupCause: 'LOSE_RACE' });
    expect(centre.truth('1001')).toMatchObject({ work: 'idle', missed: 0 });
    expect(customer.peers).toEqual(['8002']);
  });

  test('offers it again to those who did not take it', () => {
    const { desk, customer, rest, pass, signIn } = readyScene({ queues });
    const other = signIn('1002');
    customer.dial('support');
    rest();
    desk.run('rejectCall');
    other.run('rejectCall');
    desk.news();
    pass(6000);
    expect(desk.news()).toEqual(['EventRinging']);
  });
});

describe('a call that a queue offers again to the same agent', () => {
  test.each(['new', 'same'] as const)('is the same call, with a partyID that is %s', (reofferPartyID) => {
    const { desk, centre, customer, rest, pass } = readyScene({ behaviour: { reofferPartyID } });
    customer.dial('support');
    rest();
    const first = desk.last('EventRinging');
    desk.run('rejectCall');
    desk.news();
    pass(6000);
    expect(desk.news()).toEqual(['EventRinging']);
    const again = desk.last('EventRinging');
    expect(again['callID']).toBe(first['callID']);
    expect(again['partyID'] === first['partyID']).toBe(reofferPartyID === 'same');
    desk.run('answer');
    expect(centre.truth('1001')).toMatchObject({ work: 'talking', call: { otherDN: CUSTOMER, partyID: again['partyID'] } });
  });
});
