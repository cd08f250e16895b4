import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { AgentState, CommandName } from '../../adapters/sobot/index.js';
import { connect, CUSTOMER, deskIn, newDesk, regain, SITUATION_NAMES, START, STRANGER, THIRD, type Desk } from '../support/desk.js';

/** What holds of every state. */
function expectSense({ state, agent }: Desk): void {
  const { work, call, consult, muted, acw, pending, allowed, login, reasonCode } = state();
  expect(call === null).toBe(work === 'idle' || work === 'acw');
  expect(consult !== null).toBe(work === 'consulting');
  expect(acw !== null).toBe(work === 'acw');
  if (muted) expect(call!.establishedAt).not.toBeNull();
  if (['talking', 'holding', 'consulting', 'conferencing'].includes(work)) expect(call!.establishedAt).not.toBeNull();
  if (['calling', 'ringing', 'dialing'].includes(work)) expect(call!.establishedAt).toBeNull();
  if (login === 'dnd') expect(reasonCode).toBe(2);
  else if (login === 'break') expect([11, 12, 13, 14, 15, 16, 17, 18]).toContain(reasonCode);
  else expect(reasonCode).toBeNull();
  expect(pending.every(({ since, deadline }) => deadline > since)).toBe(true);
  expect(allowed.every((name) => agent.can(name))).toBe(true);
}

const legOf = ({ call }: AgentState) => JSON.stringify([call?.callID, call?.partyID, call?.callType]);

const WORK_EVENTS = ['EventDialing', 'EventRinging', 'EventEstablished', 'EventReleased', 'EventAgentHoldCall', 'EventAgentRetrieveCall',
  'EventAgentMute', 'EventAgentUnmute', 'EventPartyAdded', 'EventPartyChanged', 'EventPartyDeleted', 'EventDtmfSent', 'EventError'];
const AGENT_EVENTS = ['EventAgentReady', 'EventAgentNotReady', 'EventAgentLogin', 'EventAgentLogout', 'EventAgentAfterCallWork',
  'EventDelayCallAfterWork', 'EventAgentConnectionChanged'];
const PARAMETERS: Partial<Record<string, object>> = {
  initAgent: { token: 't', companyId: 'c', agent: 'a' }, login: { phoneType: 'sip', bindExt: '1' }, notReady: { reasonCode: 12 },
  makeCall: { otherDN: '13800138000' }, singleTransfer: { targetType: '0', target: '1002' },
  initiateConsult: { targetType: '0', target: '1002' }, sendDtmf: { dtmfDigits: '1' }, delayACW: { delayTime: 60 },
};
type Step = (desk: Desk) => void;

/** A step that a failing day can be read by. */
const step = (label: unknown, run: Step): Step =>
  Object.assign(run, { [fc.toStringMethod]: () => (typeof label === 'string' ? label : JSON.stringify(label)) });

const legs = fc.oneof(
  fc.constantFrom<object>(CUSTOMER, THIRD, STRANGER),
  fc.record({
    callID: fc.constantFrom('talk-1', 'talk-2'),
    partyID: fc.constantFrom('party-1', 'party-2', undefined),
    callType: fc.constantFrom('Inbound', 'Outbound', 'Consult', 'Internal', undefined),
  }),
);
const steps: fc.Arbitrary<Step> = fc.oneof(
  { weight: 6, arbitrary: fc.tuple(fc.constantFrom(...WORK_EVENTS), legs).map(([name, leg]) => step([name, leg], ({ emit }) => emit(name, { ...leg }))) },
  fc
    .tuple(fc.constantFrom(...AGENT_EVENTS), fc.constantFrom(undefined, 0, 2, 12, 98))
    .map(([name, reasonCode]) => step([name, reasonCode], ({ emit }) => emit(name, { reasonCode, delayTime: 30 }))),
  fc
    .tuple(
      fc.constantFrom(undefined, '7', 'consulting', 'holding', 'ringing', 'sorting', 'ready'),
      fc.option(legs, { nil: undefined }),
    )
    .map(([workStatus, leg]) =>
      step(['regain', workStatus, leg], (desk) => regain(desk, { workStatus }, leg === undefined ? undefined : { ...leg }))),
  { weight: 4, arbitrary: fc.nat(40).map((index) => step(`command ${index}`, ({ agent, state }) => {
    const { allowed } = state();
    const name = allowed[index % allowed.length] as CommandName | 'on' | 'off';
    if (name !== 'on' && name !== 'off') void (agent[name] as (parameters?: object) => unknown)(PARAMETERS[name]);
  })) },
  fc.boolean().map((isYes) => step(`answer ${isYes}`, ({ sdk, state }) => {
    const [waiting] = state().pending;
    if (waiting !== undefined && typeof sdk.lastCall(waiting.command).parameters?.['success'] === 'function') sdk[isYes ? 'succeed' : 'fail'](waiting.command);
  })),
  fc.constantFrom(1, 10_000, 60_000).map((ms) => step(`${ms} ms`, ({ clock }) => {
    clock.increment(ms);
  })),
);

describe('every state', () => {
  test('makes sense, whatever the server says and the agent does', () => {
    const check = fc.property(fc.constantFrom(...SITUATION_NAMES), fc.array(steps, { maxLength: 14, size: 'max' }), (situation, day) => {
      const desk = deskIn(situation, { acw: { seconds: 60 } });
      for (const run of day) {
        run(desk);
        expectSense(desk);
      }
      desk.agent.dispose();
    });
    fc.assert(check, { numRuns: 150 });
  });

  test('has the same since as the one before it, as long as work and call are the same', () => {
    const check = fc.property(fc.constantFrom(...SITUATION_NAMES), fc.array(steps, { maxLength: 10, size: 'max' }), (situation, day) => {
      const desk = deskIn(situation);
      for (const run of day) {
        const before = desk.state();
        run(desk);
        const { work, since } = desk.state();
        if (work === before.work && legOf(desk.state()) === legOf(before)) expect(since).toBe(before.since);
      }
      desk.agent.dispose();
    });
    fc.assert(check, { numRuns: 150 });
  });

  test.each(SITUATION_NAMES)('makes sense while %s, and no time passes by being told what is known', (situation) => {
    const desk = deskIn(situation);
    expectSense(desk);
    const { since } = desk.state();
    desk.clock.increment(5000);
    desk.emit('EventDtmfSent', CUSTOMER);
    desk.emit('EventJanusLatency', { quality: 'a' });
    expect(desk.state().since).toBe(since);
  });
});

describe('since', () => {
  test.each([
    ['idle', 'EventRinging', CUSTOMER, 'ringing'],
    ['ringing', 'EventEstablished', CUSTOMER, 'talking'],
    ['talking', 'EventAgentHoldCall', CUSTOMER, 'holding'],
    ['holding', 'EventAgentRetrieveCall', CUSTOMER, 'talking'],
    ['talking', 'EventDialing', THIRD, 'consulting'],
    ['consulting talking', 'EventReleased', CUSTOMER, 'talking'],
    ['conferencing', 'EventPartyDeleted', CUSTOMER, 'talking'],
    ['talking', 'EventReleased', CUSTOMER, 'acw'],
    ['acw', 'EventAgentReady', {}, 'idle'],
  ] as const)('is the time of the change: while %s, %s', (situation, event, leg, work) => {
    const { emit, state, clock } = deskIn(situation);
    clock.increment(7000);
    emit(event, leg);
    expect(state()).toMatchObject({ work, since: START + 7000 });
  });

  test('stays when the third party answers: the agent is consulting as before', () => {
    const { emit, state, clock } = deskIn('consulting dialing');
    clock.increment(7000);
    emit('EventEstablished', THIRD);
    expect(state()).toMatchObject({ since: START, consult: { phase: 'talking' } });
  });

  test.each([
    ['EventDialing', 'dialing'],
    ['EventEstablished', 'talking'],
  ] as const)('stays when %s tells of another third party than the one known: the agent is consulting as before', (event, phase) => {
    const { emit, state, clock, divergences } = deskIn('consulting talking');
    clock.increment(7000);
    emit(event, { ...THIRD, partyID: 'another' });
    expect(state()).toMatchObject({ work: 'consulting', since: START, consult: { phase, partyID: 'another' } });
    expect(divergences).toEqual([event]);
  });

  test.each(['EventAgentLogout', 'EventAgentConnectionChanged', 'EventAgentRegainStatus'])('stays when an idle agent is told %s', (event) => {
    const { emit, state, clock } = deskIn('idle');
    clock.increment(7000);
    emit(event, { agentStateInfo: { agentState: '1' } });
    expect(state()).toMatchObject({ work: 'idle', since: START });
  });

  test('stays in after-call work that is announced again', () => {
    const { emit, state, clock } = deskIn('acw');
    clock.increment(7000);
    emit('EventAgentAfterCallWork');
    expect(state()).toMatchObject({ work: 'acw', since: START });
  });
});

describe('pending', () => {
  test('lists what was sent, the first at the head, with deadlines on the clock of the agent', () => {
    const { agent, clock, state } = deskIn('talking', { timeouts: { holdCall: 3000, default: 5000 } });
    void agent.holdCall();
    clock.increment(1000);
    void agent.hangup();
    void agent.queryStates();
    expect(state().pending).toEqual([
      { command: 'holdCall', since: START, deadline: START + 3000 },
      { command: 'hangup', since: START + 1000, deadline: START + 6000 },
      { command: 'queryStates', since: START + 1000, deadline: START + 6000 },
    ]);
    clock.increment(2000);
    expect(state().pending.map(({ command }) => command)).toEqual(['hangup', 'queryStates']);
    clock.increment(3000);
    expect(state().pending).toEqual([]);
  });
});

describe('network', () => {
  test.each([
    [{ ping: 12, jitter: 3, loss: '0.1%', quality: 'e' }, { ping: 12, jitter: 3, loss: '0.1%', quality: 'e' }],
    [{ ping: '12', jitter: ' 3 ', loss: 0, quality: ' A ' }, { ping: 12, jitter: 3, loss: '0', quality: 'a' }],
    [{}, { ping: null, jitter: null, loss: null, quality: null }],
    [{ ping: 0, quality: 'z' }, { ping: 0, jitter: null, loss: null, quality: null }],
  ])('is the last measurement: %j', (measured, network) => {
    const { emit, state } = deskIn('talking');
    expect(state().network).toBeNull();
    emit('EventJanusLatency', { quality: 'c' });
    emit('EventJanusLatency', measured);
    expect(state().network).toEqual(network);
  });

  test('changes nothing else', () => {
    const { emit, state } = deskIn('talking');
    const { network: _, ...before } = state();
    emit('EventJanusLatency', { ping: 1, quality: 'a' });
    expect(state()).toMatchObject(before);
  });
});

describe('the state', () => {
  test('of a page just opened has nothing in it', () => {
    const expected: Partial<AgentState> = {
      connection: 'uninitialized', login: 'offline', reasonCode: null, work: 'idle', call: null, consult: null, muted: false,
      acw: null, pending: [], since: START, network: null, allowed: ['initAgent', 'on', 'off'],
    };
    expect(newDesk().state()).toEqual(expected);
  });

  test('is immutable and stays the same object until something changes', () => {
    const { state, emit } = deskIn('talking');
    const before = state();
    expect(Object.isFrozen(before)).toBe(true);
    expect(state()).toBe(before);
    emit('EventOfTomorrow');
    expect(state()).toBe(before);
    emit('EventAgentHoldCall', CUSTOMER);
    expect(state()).not.toBe(before);
    expect(before.work).toBe('talking');
  });

  test.each(['login', 'ready'] as const)('names the way there: %s in flight', (command) => {
    const desk = newDesk();
    connect(desk);
    void desk.agent.login({ phoneType: 'sip', bindExt: '1' });
    expect(desk.state().login).toBe('loggingIn');
    if (command === 'login') return;
    desk.sdk.succeed('login');
    void desk.agent.ready();
    expect(desk.state()).toMatchObject({ login: 'dnd', reasonCode: 2 });
  });
});
