import { describe, expect, test } from '@jest/globals';
import { createActor, type AnyStateNode } from 'xstate';
import { agentMachine, NOTHING, readState, requestsInFlight, type AgentEvent, type AgentInput, type SingleLane } from '../../machines/index.js';
import { waiting } from '../support/guard-question.js';

const CUSTOMER = { callID: 'call-1', partyID: 'party-1', callType: 'Inbound' };
const THIRD = { callID: 'call-1', partyID: 'party-2', callType: 'Consult' };
const OTHER_THIRD = { callID: 'call-1', partyID: 'party-3', callType: 'Consult' };
const STRANGER = { callID: 'call-9', partyID: 'party-9', callType: 'Inbound' };

type Told = readonly (readonly [type: string, more?: object])[];

const asked = (command: string, lane: SingleLane = 'call', more: object = {}): readonly [string, object] => [
  'request.opened',
  { request: { ...waiting(lane, command).requests[lane], needs: 'call', answeredBy: 'event', confirmedBy: [], deadline: 9000, ...more } },
];
const online: Told = [['connection.established'], ['agent.loggedIn', { reasonCode: null }]];
const talking: Told = [...online, ['call.ringing', { leg: CUSTOMER }], ['call.established', { leg: CUSTOMER }]];
const held: Told = [...talking, ['call.held', { leg: CUSTOMER }]];
const dialing: Told = [...talking, ['call.dialing', { leg: THIRD }]];
const consulting: Told = [...dialing, ['call.established', { leg: THIRD }]];

/** A machine that was told all of this, a second apart; `divergences`: what the last of it was not expected to be. */
function toldWith(input: Omit<AgentInput, 'now'>, ...facts: Told) {
  const actor = createActor(agentMachine, { input: { now: 1, ...input } });
  let divergences: unknown[] = [];
  const ended: unknown[] = [];
  actor.on('divergence', ({ fact }) => divergences.push(fact));
  actor.on('request.ended', ({ outcome }) => ended.push(outcome));
  actor.start();
  facts.forEach(([type, more], index) => {
    divergences = [];
    actor.send({ type, at: 1000 * (index + 1), ...more } as AgentEvent);
  });
  const snapshot = actor.getSnapshot();
  actor.stop();
  const { work, network, requests } = snapshot.value;
  return { ...readState(snapshot), context: snapshot.context, value: JSON.stringify(work), network, lanes: requests, divergences, ended, at: 1000 * facts.length };
}

const told = (...facts: Told) => toldWith({}, ...facts);

describe('the microphone', () => {
  const muted: Told = [...talking, ['microphone.muted', { leg: CUSTOMER }]];

  test.each<readonly [string, boolean, Told]>([
    ['is open in a talk', false, talking],
    ['is muted when the server says so', true, muted],
    ['is muted when the server says so of a talk that was not known', true, [...online, ['microphone.muted', { leg: STRANGER }]]],
    ['is muted when the server says so of another talk than the one known', true, [...talking, ['microphone.muted', { leg: STRANGER }]]],
    ['is opened again', false, [...muted, ['microphone.unmuted', { leg: CUSTOMER }]]],
    ['stays muted while the customer is held', true, [...muted, ['call.held', { leg: CUSTOMER }]]],
    ['is open after the talk', false, [...muted, ['call.released', { leg: CUSTOMER }]]],
    ['stays muted when the same talk is regained', true, [...muted, ['connection.regained', { leg: CUSTOMER, status: 'talking', statusIsNews: false }]]],
    ['is open when another talk is regained', false, [...muted, ['connection.regained', { leg: STRANGER, status: 'talking', statusIsNews: false }]]],
  ])('%s', (_, isMuted, facts) => {
    expect(told(...facts).muted).toBe(isMuted);
  });
});

test.each([true, false])('the microphone of a page loaded anew, which had been muted: %p', (muted) => {
  const leg = { callID: 'call-1', partyID: 'party-1', callType: 'Inbound', establishedAt: 5, details: NOTHING };
  const remembered = { call: { callID: 'call-1', work: 'talking', phase: null, muted, leg, consult: null }, acw: null } as const;
  const regained = ['connection.regained', { leg: CUSTOMER, reasonCode: null, status: null, statusIsNews: false }] as const;
  expect(toldWith({ remembered }, regained)).toMatchObject({ work: 'talking', muted });
});

describe('the network', () => {
  const measured = (quality: string | null) => ['network.measured', { reading: { ping: 1, jitter: 2, loss: '0', quality } }] as const;

  test.each([['e', 'veryGood'], ['d', 'good'], ['c', 'fair'], ['b', 'poor'], ['a', 'veryPoor'], [null, 'unmeasured']])('of grade %p is %s', (quality, network) => {
    expect(told(measured(quality)).network).toBe(network);
    expect(told(measured(quality)).context.network).toMatchObject({ quality });
  });

  test('that is measured without a grade, after one, has none', () => {
    expect(told(measured('c'), measured(null)).network).toBe('unmeasured');
  });

  test('of a displaced page is not known', () => {
    const { network, context } = told(...online, measured('c'), ['connection.displaced']);
    expect([network, context.network]).toEqual(['unmeasured', null]);
  });
});

describe('who was displaced', () => {
  const displaced: Told = [...online, ['connection.displaced']];
  const NEWS = [['agent.loggedIn', { reasonCode: null }], ['agent.ready', {}], ['agent.notReady', { reasonCode: 11 }]] as const;

  test.each(NEWS)('has the agent back when login is in flight and the service says %s', (fact, more) => {
    expect(told(...displaced, asked('login', 'login', { needs: 'connection' }), [fact, more]).connection).toBe('connected');
  });

  test.each(NEWS)('stays so when nobody has asked for it and the service says %s', (fact, more) => {
    expect(told(...displaced, [fact, more]).connection).toBe('displaced');
  });
});

describe('late news of a logout that was believed already', () => {
  const loggedOut: Told = [...online, asked('logout', 'login', { needs: 'login', answeredBy: 'callback', id: 5 }), ['request.succeeded', { id: 5, fact: { type: 'agent.loggedOut', at: 3000 } }]];

  test('does not end the login after it', () => {
    const { login, context } = told(...loggedOut, asked('login', 'login', { needs: 'connection' }), ['agent.loggedOut']);
    expect([login, context.isLogoutEchoOwed]).toEqual(['loggingIn', true]);
  });

  test('is owed until the agent is signed in again', () => {
    expect(told(...loggedOut).context.isLogoutEchoOwed).toBe(true);
    expect(told(...loggedOut, ['agent.loggedIn', { reasonCode: null }]).context.isLogoutEchoOwed).toBe(false);
  });

  test('is no news to who is signed out', () => {
    expect(told(...loggedOut, ['agent.loggedOut'])).toMatchObject({ login: 'offline', divergences: [] });
  });
});

describe('a call', () => {
  test('that is answered at once, asked for and not heard of, is known from then on', () => {
    const { work, context } = told(...online, asked('makeCall'), ['call.established', { leg: { ...CUSTOMER, callType: 'Outbound' } }]);
    expect(work).toBe('talking');
    expect(context.call).toMatchObject({ callID: 'call-1', partyID: 'party-1', establishedAt: 4000 });
  });

  test.each([{ type: 'agent.loggedIn', at: 2, reasonCode: null }, { type: 'agent.ready', at: 2 }] as const)('is nothing that a new session remembers: $type', (fact) => {
    const remembered = { call: null, acw: { since: 1, deadline: null } };
    const actor = createActor(agentMachine, { input: { now: 1, remembered } });
    actor.start();
    expect(actor.getSnapshot().context.remembered).toEqual(remembered);
    actor.send(fact);
    expect(actor.getSnapshot().context.remembered).toBeNull();
    actor.stop();
  });
});

describe('a third party', () => {
  test('who answers at once while the customer is held is known from then on', () => {
    const { consultPhase, context } = told(...held, ['call.established', { leg: THIRD }]);
    expect(consultPhase).toBe('talking');
    expect(context.consult).toMatchObject({ partyID: 'party-2', establishedAt: 6000 });
  });

  test.each([['dialing', dialing], ['talking', consulting]] as const)('other than the one who was %s, and who answers, is the consult', (_, before) => {
    const { consultPhase, context, divergences, at } = told(...before, ['call.released', { leg: THIRD }], ['call.established', { leg: OTHER_THIRD }]);
    expect(consultPhase).toBe('talking');
    expect(context.consult).toMatchObject({ partyID: 'party-3', establishedAt: at });
    expect(divergences).toEqual([]);
  });

  test.each([['dialing', dialing], ['talking', consulting]] as const)('who answers beside the one who is %s is the consult, and a surprise', (_, before) => {
    const { consultPhase, context, divergences, at } = told(...before, ['call.established', { leg: OTHER_THIRD }]);
    expect(consultPhase).toBe('talking');
    expect(context.consult).toMatchObject({ partyID: 'party-3', establishedAt: at });
    expect(divergences).toEqual(['call.established']);
  });

  test('who is not reached leaves the customer where he was held for it', () => {
    expect(told(...talking, asked('initiateConsult', 'call', { id: 5 }), ['call.held', { leg: CUSTOMER }], ['request.failed', { id: 5 }]).value).toContain('afterConsult');
    expect(told(...talking, asked('holdCall', 'call', { id: 5 }), ['call.held', { leg: CUSTOMER }], ['request.failed', { id: 5 }]).value).toContain('held');
  });

  test('whose consult was cancelled is not waited for any more', () => {
    const cancelled = told(
      ...talking,
      asked('initiateConsult', 'call', { id: 5 }),
      ['call.dialing', { leg: THIRD }],
      asked('cancelConsult', 'cancelConsult', { id: 6, confirmedBy: [{ fact: 'call.released', leg: 'consult' }] }),
      ['call.released', { leg: THIRD }],
    );
    expect(cancelled.lanes).toMatchObject({ call: 'free', cancelConsult: 'free' });
    expect(cancelled.ended.sort()).toEqual(['confirmed', 'superseded']);
  });
});

describe('customer and third party who are being brought together', () => {
  const joining: Told = [...consulting, asked('consultConference', 'call', { id: 5 })];
  const both: Told = [...joining, ['call.released', { leg: THIRD }], ['call.retrieved', { leg: CUSTOMER }]];
  const bothAgain: Told = [...joining, ['call.retrieved', { leg: CUSTOMER }], ['call.released', { leg: THIRD }]];

  test.each([['leg first', both], ['customer first', bothAgain]] as const)('are, but for the word of it: %s', (_, facts) => {
    expect(told(...facts).value).toContain('both');
    expect(told(...facts, ['conference.formed', { leg: CUSTOMER }]).work).toBe('conferencing');
  });

  test.each([['leg first', both], ['customer first', bothAgain]] as const)('are not if that is refused: agent and customer talk on: %s', (_, facts) => {
    expect(told(...facts, ['request.failed', { id: 5 }])).toMatchObject({ work: 'talking', context: { consult: null } });
  });

  test('say something more of the customer', () => {
    const more = { leg: { ...CUSTOMER, callID: 'call-2' } };
    expect(told(...both, ['call.retrieved', more]).context.call).toMatchObject({ callID: 'call-2', partyID: 'party-1' });
    expect(told(...both, ['call.retrieved', more]).divergences).toEqual([]);
  });

  test('are not if the customer goes first: the third party is the one who is talked with', () => {
    const { work, context, at } = told(...joining, ['call.retrieved', { leg: CUSTOMER }], ['call.released', { leg: CUSTOMER }]);
    expect(work).toBe('talking');
    expect(context.call).toMatchObject({ partyID: 'party-2' });
    expect(context.call?.establishedAt).toBeLessThanOrEqual(at);
  });
});

describe('an agent who has no after-call work', () => {
  const without = { acw: { enabled: false } };
  const transferring: Told = [...consulting, asked('consultTransfer', 'call', { id: 5 })];
  const customerGoes = ['call.released', { leg: CUSTOMER }] as const;
  const isTakenOver = ['call.released', { leg: CUSTOMER, isHandedOver: true }] as const;
  const thirdGoes = ['call.released', { leg: THIRD }] as const;

  test.each<readonly [string, Told]>([
    ['the third party has taken the customer over', [...transferring, isTakenOver]],
    ['both legs end, the customer first', [...transferring, customerGoes, thirdGoes]],
    ['both legs end, the third party first', [...transferring, thirdGoes, customerGoes]],
    ['the customer goes while a conference forms', [...consulting, asked('consultConference'), thirdGoes, customerGoes]],
    ['nobody has refused the transfer', [...transferring, customerGoes, ['deadline.reached', { at: 60_000 }]]],
  ])('is idle when %s', (_, facts) => {
    expect(toldWith(without, ...facts).work).toBe('idle');
    expect(told(...facts).work).toBe('acw');
  });
});

describe('commands in flight', () => {
  test('of which one is answered leave the others', () => {
    const query = (id: number) => ['request.opened', { request: { ...waiting('call', 'queryAgents').requests.call, id, lane: 'query', needs: 'connection', answeredBy: 'callback', confirmedBy: [], deadline: 9000 } }] as const;
    const { context, ended } = told(...online, query(5), query(6), query(7), ['request.succeeded', { id: 6 }]);
    expect(requestsInFlight(context).map(({ id }) => id)).toEqual([5, 7]);
    expect(ended).toEqual(['confirmed']);
  });

  test.each<readonly [string, Told, number]>([
    ['timed out', [['deadline.reached', { at: 9000 }]], 1],
    ['was superseded', [['call.dialing', { leg: STRANGER }]], 1],
    ['was refused', [['request.failed', { id: 5 }]], 0],
    ['took effect', [['call.held', { leg: CUSTOMER }]], 0],
    ['was displaced', [['connection.displaced']], 0],
  ])('owe a refusal when one %s, and not else', (_, facts, owed) => {
    const hold = asked('holdCall', 'call', { id: 5, confirmedBy: [{ fact: 'call.held', leg: 'call' }] });
    expect(told(...talking, hold, ...facts).context.refusalsOwed).toHaveLength(owed);
  });
});

describe('what the states say to a person', () => {
  const leavesOf = (node: AnyStateNode): AnyStateNode[] => {
    const below = Object.values(node.states).filter(({ type }) => type !== 'history');
    return below.length === 0 ? [node] : below.flatMap(leavesOf);
  };
  const sayingOf = (node: AnyStateNode | undefined): string => {
    if (node === undefined) return '';
    const { agent, customer } = (node.meta ?? {}) as { agent?: string; customer?: string };
    return agent ?? customer ?? sayingOf(node.parent);
  };
  const leaves = ['connection', 'login', 'work', 'microphone', 'network'].flatMap((region) => leavesOf(agentMachine.root.states[region] as AnyStateNode));

  test.each(leaves.map((leaf) => [leaf.path.join('.'), sayingOf(leaf)]))('%s: %s', (_, saying) => {
    expect(saying).toMatch(/^[a-zA-Z].+\.$/);
  });

  test('is something else in each', () => {
    expect(new Set(leaves.map(sayingOf)).size).toBe(leaves.length);
  });
});
