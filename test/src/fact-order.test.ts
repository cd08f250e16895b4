import { describe, expect, test } from '@jest/globals';
import type { AgentContext } from '../../machines/index.js';
import { FactOrder } from '../../src/agent/fact-order.js';
import type { Fact } from '../../src/index.js';
import { callLeg, consultLeg, contextOf } from '../support/machine-context.js';
import { waiting } from '../support/guard-question.js';

const LEG = { callID: 'call-1', partyID: 'party-1' };
const onCall = contextOf({ call: callLeg, consult: consultLeg });
const fact = (type: string, more: object = {}): Fact => ({ type, ...more }) as unknown as Fact;
const ofLeg = (type: string, leg: object = LEG) => fact(type, { leg });

/** Whether the last of these is late, each at its time. */
function isLastLate(told: readonly (readonly [Fact, number | undefined])[], context: AgentContext = onCall): boolean {
  const order = new FactOrder();
  return told.map(([one, stamp]) => order.isLate(context, one, stamp)).at(-1) === true;
}

const LOGIN = ['agent.ready', 'agent.notReady', 'agent.loggedIn', 'agent.loggedOut', 'connection.displaced', 'connection.regained'];
const HOLD = ['call.held', 'call.retrieved'];
const CONFERENCE = ['conference.formed', 'conference.partyDeleted'];
const MICROPHONE = ['microphone.muted', 'microphone.unmuted'];
const STREAMS = [LOGIN, HOLD, CONFERENCE, MICROPHONE];
const WITH_LEG = new Set([...HOLD, ...CONFERENCE, ...MICROPHONE]);
const of = (type: string) => (WITH_LEG.has(type) ? ofLeg(type) : fact(type, { leg: null }));

describe('a fact is late', () => {
  const pairs = STREAMS.flatMap((stream) => stream.flatMap((first) => stream.map((second) => [first, second] as const)));
  test.each(pairs)('%s, then an older %s, which is about the same', (first, second) => {
    expect(isLastLate([[of(first), 10], [of(second), 9]])).toBe(true);
    expect(isLastLate([[of(first), 10], [of(second), 10]])).toBe(false);
    expect(isLastLate([[of(first), 10], [of(second), 11]])).toBe(false);
  });

  test.each([['agent.ready', 'call.held'], ['call.held', 'microphone.muted'], ['microphone.muted', 'conference.formed'], ['call.held', 'agent.ready'], ['acw.started', 'agent.ready']])(
    'but not: %s, then an older %s, which is about something else',
    (first, second) => {
      expect(isLastLate([[of(first), 10], [of(second), 9]])).toBe(false);
    },
  );

  test('after-call work, where the login state is newer', () => {
    expect(isLastLate([[fact('agent.ready'), 10], [fact('acw.started'), 9]])).toBe(true);
    expect(isLastLate([[fact('agent.ready'), 10], [fact('acw.started'), 10]])).toBe(false);
    expect(isLastLate([[fact('acw.started'), 10], [fact('acw.started'), 9]])).toBe(true);
    expect(isLastLate([[fact('acw.started'), 10], [fact('acw.extended', { seconds: 1 }), 9]])).toBe(true);
    expect(isLastLate([[fact('acw.extended', { seconds: 1 }), 10], [fact('acw.started'), 9]])).toBe(true);
    expect(isLastLate([[fact('agent.ready'), 10], [fact('acw.extended', { seconds: 1 }), 9]])).toBe(true);
  });

  test.each(['call.dialing', 'call.established'])('a hold, where a third party\'s leg is newer: %s', (type) => {
    expect(isLastLate([[ofLeg(type), 10], [ofLeg('call.held'), 9]])).toBe(true);
    expect(isLastLate([[ofLeg('call.held'), 10], [ofLeg(type), 9]])).toBe(false);
  });

  test('not of another talk', () => {
    expect(isLastLate([[ofLeg('call.held'), 10], [ofLeg('call.retrieved', { callID: 'x' }), 9]])).toBe(false);
    expect(isLastLate([[ofLeg('conference.formed'), 10], [ofLeg('conference.partyDeleted', { callID: 'x' }), 9]])).toBe(false);
    expect(isLastLate([[ofLeg('call.held', { partyID: 'a' }), 10], [ofLeg('call.retrieved', { partyID: 'b' }), 9]], contextOf({}))).toBe(false);
    expect(isLastLate([[ofLeg('call.held', { partyID: 'a' }), 10], [ofLeg('call.retrieved', { partyID: 'a' }), 9]], contextOf({}))).toBe(true);
  });

  test('of the same talk, whichever party it names', () => {
    expect(isLastLate([[ofLeg('call.held'), 10], [ofLeg('call.retrieved', { partyID: 'party-2' }), 9]])).toBe(true);
  });

  test('a release never', () => {
    expect(isLastLate([[ofLeg('call.released'), 10], [ofLeg('call.released'), 9]])).toBe(false);
    expect(isLastLate([[ofLeg('call.held'), 10], [ofLeg('call.released'), 9]])).toBe(false);
  });

  test.each(['call.ringing', 'network.measured', 'dtmf.sent', 'call.error'])('%s never', (type) => {
    expect(isLastLate([[ofLeg(type), 10], [ofLeg(type), 9]])).toBe(false);
  });

  test('a regain, where anything is newer', () => {
    expect(isLastLate([[ofLeg('microphone.muted'), 10], [fact('connection.regained', { leg: null }), 9]])).toBe(true);
    expect(isLastLate([[ofLeg('microphone.muted'), 10], [fact('connection.regained', { leg: null }), 10]])).toBe(false);
    expect(isLastLate([[ofLeg('microphone.muted'), 10], [ofLeg('microphone.muted'), 9], [fact('connection.regained', { leg: null }), 9]])).toBe(true);
    expect(isLastLate([[ofLeg('call.ringing'), 10], [ofLeg('call.ringing'), 5], [fact('connection.regained', { leg: null }), 7]])).toBe(true);
  });

  test('not without a time, nor by the ones without', () => {
    expect(isLastLate([[fact('agent.ready'), 10], [fact('agent.ready'), undefined]])).toBe(false);
    expect(isLastLate([[fact('agent.ready'), 10], [fact('agent.ready'), undefined], [fact('agent.ready'), 9]])).toBe(true);
  });

  test('not by one that was late itself', () => {
    expect(isLastLate([[fact('agent.ready'), 10], [fact('agent.ready'), 5], [fact('agent.ready'), 9]])).toBe(true);
  });
});

describe('an extension of after-call work', () => {
  const extended = fact('acw.extended', { seconds: 60 });
  const inAcw = contextOf({ acw: { since: 1, deadline: null } });
  const asked = { ...inAcw, ...waiting('call', 'delayACW') };

  test('is told twice, if it is the same at the same time', () => {
    expect(isLastLate([[extended, 10], [extended, 10]], inAcw)).toBe(true);
    expect(isLastLate([[extended, 10], [extended, 11]], inAcw)).toBe(false);
  });

  test('is told twice, if it is the same without a time, and nobody has asked', () => {
    expect(isLastLate([[extended, undefined], [extended, undefined]], inAcw)).toBe(true);
    expect(isLastLate([[extended, undefined], [extended, undefined]], asked)).toBe(false);
    expect(isLastLate([[extended, undefined], [fact('acw.extended', { seconds: 61 }), undefined]], inAcw)).toBe(false);
    expect(isLastLate([[extended, undefined]], inAcw)).toBe(false);
    expect(isLastLate([[fact('acw.started'), undefined], [fact('acw.started'), undefined]], inAcw)).toBe(false);
  });

  test('is not told twice, if another command was asked for', () => {
    expect(isLastLate([[extended, undefined], [extended, undefined]], { ...inAcw, ...waiting('call', 'completeACW') })).toBe(true);
  });

  test('is not told twice in the next after-call work', () => {
    const order = new FactOrder();
    order.isLate(inAcw, extended, undefined);
    expect(order.isLate(contextOf({ acw: { since: 2, deadline: null } }), extended, undefined)).toBe(false);
    expect(order.isLate(contextOf({}), extended, undefined)).toBe(false);
  });
});

describe('the newest fact about a call', () => {
  function newestAfter(told: readonly (readonly [Fact, number | undefined])[], callID = 'call-1'): number | null {
    const order = new FactOrder();
    for (const [one, stamp] of told) order.isLate(onCall, one, stamp);
    return order.newestOf(callID);
  }

  test('is that of the latest time, not the last that was told', () => {
    expect(newestAfter([])).toBeNull();
    expect(newestAfter([[ofLeg('call.ringing'), 10]])).toBe(10);
    expect(newestAfter([[ofLeg('call.ringing'), 10], [ofLeg('call.released'), 5]])).toBe(10);
    expect(newestAfter([[ofLeg('call.ringing'), 10], [ofLeg('call.released', { partyID: 'party-2' }), 12]])).toBe(12);
    expect(newestAfter([[ofLeg('call.ringing'), undefined]])).toBeNull();
    expect(newestAfter([[ofLeg('call.ringing', { callID: 'x' }), 10]])).toBeNull();
    expect(newestAfter([[fact('agent.ready'), 10]])).toBeNull();
  });

  test.each(['connection.regained', 'call.error', 'dtmf.sent', 'microphone.muted', 'microphone.unmuted'])('is not %s', (type) => {
    expect(newestAfter([[ofLeg(type), 10]])).toBeNull();
  });

  test('is not the regain without a call', () => {
    expect(newestAfter([[fact('connection.regained', { leg: null }), 10]])).toBeNull();
  });

  test('is what is restored', () => {
    const order = new FactOrder();
    order.restore('call-7', 70);
    expect(order.newestOf('call-7')).toBe(70);
    expect(order.newestOf('call-8')).toBeNull();
  });

  test('is forgotten when many others have been heard of since, the longest unheard of first', () => {
    const order = new FactOrder();
    const tell = (callID: string) => order.isLate(contextOf({}), ofLeg('call.ringing', { callID }), 1);
    for (let index = 0; index < 64; index += 1) tell(`c${index}`);
    expect(order.newestOf('c0')).toBe(1);
    tell('c0');
    tell('c64');
    expect(order.newestOf('c0')).toBe(1);
    expect(order.newestOf('c1')).toBeNull();
    expect(order.newestOf('c2')).toBe(1);
  });
});

test('what is older than the end of the last call predates it', () => {
  const order = new FactOrder();
  expect(order.predatesRelease(5)).toBe(false);
  order.isLate(onCall, ofLeg('call.released'), 10);
  expect(order.predatesRelease(9)).toBe(true);
  expect(order.predatesRelease(10)).toBe(false);
  expect(order.predatesRelease(undefined)).toBe(false);
});
