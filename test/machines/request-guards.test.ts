import { describe, expect, test } from '@jest/globals';
import * as guards from '../../machines/guards/request-guards.js';
import type { AgentContext } from '../../machines/index.js';
import { question, waiting } from '../support/guard-question.js';
import { callLeg, consultLeg } from '../support/machine-context.js';

const CUSTOMER = { callID: 'call-1', partyID: 'party-1', callType: 'Inbound' };
const THIRD = { callID: 'call-1', partyID: 'party-2', callType: 'Consult' };
const STRANGER = { callID: 'call-9', partyID: 'party-9', callType: 'Outbound' };
const legs = { call: callLeg, consult: consultLeg };
const inCall = { lane: 'call' as const };

type Answer = (event: object, context: Partial<AgentContext>) => boolean;
const ofCallLane = (guard: keyof typeof guards): Answer => (event, context) =>
  (guards[guard] as (input: ReturnType<typeof question>, params: object) => boolean)(question(event, context), inCall);

describe('a request that is opened', () => {
  const opened = { type: 'request.opened', request: { lane: 'call', command: 'holdCall' } };

  test('is for its own lane only', () => {
    expect(guards.isForLane(question(opened), inCall)).toBe(true);
    expect(guards.isForLane(question(opened), { lane: 'login' })).toBe(false);
    expect(guards.isForLane(question({ ...opened, type: 'request.undone' }), inCall)).toBe(false);
  });

  test('is a query if its lane says so', () => {
    expect(guards.isQuery(question({ ...opened, request: { lane: 'query' } }))).toBe(true);
    expect(guards.isQuery(question(opened))).toBe(false);
  });

  test('is of its own command only', () => {
    expect(guards.isRequestOf(question(opened), { command: 'holdCall' })).toBe(true);
    expect(guards.isRequestOf(question(opened), { command: 'makeCall' })).toBe(false);
  });
});

describe('a request that came to nothing', () => {
  const undone = { type: 'request.undone', command: 'makeCall', outcome: 'rejected' };

  test.each<readonly [object, string, boolean, boolean]>([
    [undone, 'makeCall', true, true],
    [undone, 'login', false, false],
    [{ ...undone, outcome: 'timedOut' }, 'makeCall', true, false],
    [{ ...undone, type: 'request.done' }, 'makeCall', false, false],
  ])('%j, asked about %s: undone %p, rejected %p', (event, command, isUndone, isRejection) => {
    expect(guards.isUndone(question(event), { command })).toBe(isUndone);
    expect(guards.isRejectionOf(question(event), { command })).toBe(isRejection);
  });
});

describe('an answer', () => {
  const context = waiting('call', 'queryStates', { id: 7, answeredBy: 'callback' });

  test.each(['request.succeeded', 'request.failed'])('%s is for the command with its id', (type) => {
    expect(ofCallLane('answersLane')({ type, id: 7 }, context)).toBe(true);
    expect(ofCallLane('answersLane')({ type, id: 8 }, context)).toBe(false);
    expect(ofCallLane('answersLane')({ type, id: 7 }, {})).toBe(false);
  });

  test('is no other event with that id', () => {
    expect(ofCallLane('answersLane')({ type: 'request.done', id: 7 }, context)).toBe(false);
  });

  test('is to a query with its id', () => {
    const queries = { queries: [waiting('call', 'queryStates', { id: 7 }).requests.call!] };
    for (const type of ['request.succeeded', 'request.failed']) {
      expect(guards.answersQuery(question({ type, id: 7 }, queries))).toBe(true);
      expect(guards.answersQuery(question({ type, id: 8 }, queries))).toBe(false);
    }
    expect(guards.answersQuery(question({ type: 'request.done', id: 7 }, queries))).toBe(false);
    const two = { queries: [...queries.queries, waiting('call', 'queryStates', { id: 8 }).requests.call!] };
    expect(guards.answersQuery(question({ type: 'request.failed', id: 8 }, two))).toBe(true);
  });
});

type Waits = Parameters<typeof waiting>[2];
const confirmation = (fact: string, leg?: string) => ({ answeredBy: 'event', confirmedBy: [leg === undefined ? { fact } : { fact, leg }] }) as Waits;

describe('a fact confirms a command', () => {
  test.each<readonly [string, object, Waits, Partial<AgentContext>, boolean]>([
    ['that waits for it', { type: 'acw.extended' }, confirmation('acw.extended'), {}, true],
    ['but none that waits for another', { type: 'acw.started' }, confirmation('acw.extended'), {}, false],
    ['about the customer\'s leg', { type: 'call.held', leg: CUSTOMER }, confirmation('call.held', 'call'), legs, true],
    ['but none about the customer\'s leg by the third party\'s', { type: 'call.held', leg: THIRD }, confirmation('call.held', 'call'), legs, false],
    ['but none about a leg without naming one', { type: 'call.held' }, confirmation('call.held', 'call'), legs, false],
    ['about the third party\'s leg', { type: 'call.released', leg: THIRD }, confirmation('call.released', 'consult'), legs, true],
    ['but none about the third party\'s leg by the customer\'s', { type: 'call.released', leg: CUSTOMER }, confirmation('call.released', 'consult'), legs, false],
    ['about a third party\'s leg that starts', { type: 'call.dialing', leg: THIRD }, confirmation('call.dialing', 'consult'), { call: callLeg }, true],
    ['about either leg by the customer\'s', { type: 'call.released', leg: CUSTOMER }, confirmation('call.released', 'either'), legs, true],
    ['about either leg by the third party\'s', { type: 'call.released', leg: THIRD }, confirmation('call.released', 'either'), legs, true],
    ['but none about either leg by a stranger\'s', { type: 'call.released', leg: STRANGER }, confirmation('call.released', 'either'), legs, false],
    ['about the talk by any party of it', { type: 'microphone.muted', leg: { callID: 'call-1', partyID: 'party-9' } }, confirmation('microphone.muted', 'call'), legs, true],
    ['but none about the customer\'s leg by any party of the talk', { type: 'call.held', leg: { callID: 'call-1', partyID: 'party-9' } }, confirmation('call.held', 'call'), legs, false],
    ['that dials by the agent\'s own phone ringing', { type: 'call.ringing', leg: { callID: 'call-1', partyID: 'party-1' } }, confirmation('call.ringing', 'call'), { call: { ...callLeg, callType: null } }, true],
    ['but none that dials by a call that comes in', { type: 'call.ringing', leg: CUSTOMER }, confirmation('call.ringing', 'call'), legs, false],
    ['about the customer\'s leg by what comes in and does not ring', { type: 'call.established', leg: CUSTOMER }, confirmation('call.established', 'call'), legs, true],
    ['that asked for no reason, whatever the reason', { type: 'agent.notReady', reasonCode: 12 }, confirmation('agent.notReady'), {}, true],
    ['that asked for this reason', { type: 'agent.notReady', reasonCode: 12 }, { ...confirmation('agent.notReady'), reasonCode: 12 }, {}, true],
    ['but none that asked for another reason', { type: 'agent.notReady', reasonCode: 13 }, { ...confirmation('agent.notReady'), reasonCode: 12 }, {}, false],
    ['that asked for a reason, without naming one', { type: 'agent.notReady' }, { ...confirmation('agent.notReady'), reasonCode: 12 }, {}, true],
    ['that asked for a reason, if it is ready', { type: 'agent.ready', reasonCode: 13 }, { ...confirmation('agent.ready'), reasonCode: 12 }, {}, true],
    ['but none if it says nothing of the login state', { type: 'agent.notReady', reasonCode: 0 }, confirmation('agent.notReady'), {}, false],
    ['about the agent though it says nothing of a reason', { type: 'acw.started' }, confirmation('acw.started'), {}, true],
  ])('%s', (_, event, waits, context, answer) => {
    expect(ofCallLane('confirmsLane')(event, { ...context, ...waiting('call', 'x', waits) })).toBe(answer);
  });

  test('of several that it waits for, any will do', () => {
    const several = { answeredBy: 'event' as const, confirmedBy: [{ fact: 'agent.ready' }, { fact: 'acw.started' }] as const };
    expect(ofCallLane('confirmsLane')({ type: 'acw.started' }, waiting('call', 'x', several))).toBe(true);
  });

  test('but not where none is in flight', () => {
    expect(ofCallLane('confirmsLane')({ type: 'acw.started' }, {})).toBe(false);
  });
});

describe('what a command needs', () => {
  test.each(['login', 'connection', 'call', 'acw'] as const)('an agent logged in, if it says so: %s', (needs) => {
    expect(ofCallLane('needsLogin')({}, waiting('call', 'x', { needs }))).toBe(needs === 'login');
  });

  test.each<readonly [string, Waits, Partial<AgentContext>, boolean]>([
    ['after-call work that is under way', { needs: 'acw' }, { acw: { since: 1, deadline: null } }, false],
    ['after-call work that is over', { needs: 'acw' }, {}, true],
    ['after-call work that is over, whatever call there is', { needs: 'acw', callNumber: 3 }, { call: callLeg, callNumber: 3 }, true],
    ['its call', { needs: 'call', callNumber: 3 }, { call: callLeg, callNumber: 3 }, false],
    ['its call, which is over', { needs: 'call', callNumber: 3 }, { call: null, callNumber: 3 }, true],
    ['its call, not the next one', { needs: 'call', callNumber: 3 }, { call: callLeg, callNumber: 4 }, true],
    ['no call', { needs: 'login', callNumber: 3 }, { call: null, callNumber: 4 }, false],
  ])('%s', (_, waits, context, isMoot) => {
    expect(ofCallLane('isMoot')({}, { ...context, ...waiting('call', 'x', waits) })).toBe(isMoot);
  });

  test('nothing, where none is in flight', () => {
    expect(ofCallLane('isMoot')({}, {})).toBe(false);
    expect(ofCallLane('needsLogin')({}, {})).toBe(false);
  });
});

describe('an error', () => {
  const error = { type: 'call.error' };
  const inFlight = waiting('call', 'holdCall', { answeredBy: 'event' });
  const owed = (more: object = {}) => ({ refusalsOwed: [{ command: 'holdCall', until: 20, callNumber: 0, confirmedBy: [{ fact: 'call.held' as const }], ...more }] });

  test.each<readonly [string, object, Partial<AgentContext>, boolean]>([
    ['fails the command in flight', error, inFlight, true],
    ['without one fails none', error, {}, false],
    ['about a leg that is known fails it', { ...error, leg: CUSTOMER }, { ...legs, ...inFlight }, true],
    ['about a leg that is over comes late', { ...error, leg: CUSTOMER }, { ...inFlight, ended: [CUSTOMER] }, false],
    ['that another command is owed fails none', error, { ...inFlight, ...owed() }, false],
    ['that was owed until now fails the one in flight', error, { ...inFlight, ...owed({ until: 10 }) }, true],
    ['that cannot refuse the one owed fails the one in flight', { ...error, refuses: ['makeCall'] }, { ...inFlight, ...owed() }, true],
    ['that can refuse the one owed fails none', { ...error, refuses: ['holdCall'] }, { ...inFlight, ...owed() }, false],
    ['about this call is not owed to the last one', { ...error, leg: CUSTOMER }, { ...legs, ...inFlight, callNumber: 1, ...owed() }, true],
    ['about the third party is not owed to the last call either', { ...error, leg: THIRD }, { ...legs, ...inFlight, callNumber: 1, ...owed() }, true],
    ['about this call may be owed to a command of this call', { ...error, leg: CUSTOMER }, { ...legs, ...inFlight, callNumber: 1, ...owed({ callNumber: 1 }) }, false],
    ['about a leg unheard of may be owed to the last call', { ...error, leg: STRANGER }, { ...legs, ...inFlight, callNumber: 1, ...owed() }, false],
    ['is the only event that fails one', { type: 'call.held' }, inFlight, false],
    ['fails no command that is answered by callback', error, waiting('call', 'queryStates', { answeredBy: 'callback' }), false],
  ])('%s', (_, event, context, answer) => {
    expect(ofCallLane('failsLane')(event, context)).toBe(answer);
  });

  test('fails the command sent first, in its lane', () => {
    const { requests } = inFlight;
    const both = { requests: { ...requests, hangup: { ...requests.call!, id: 99, lane: 'hangup' as const, since: requests.call!.since + 1 } } };
    const input = question(error, both);
    expect(guards.failsLane(input, { lane: 'call' })).toBe(true);
    expect(guards.failsLane(input, { lane: 'hangup' })).toBe(false);
  });

  test('skips those answered by callback', () => {
    const { requests } = inFlight;
    const both = { requests: { ...requests, login: { ...requests.call!, id: 0, lane: 'login' as const, since: 0, answeredBy: 'callback' as const } } };
    expect(guards.failsLane(question(error, both), { lane: 'call' })).toBe(true);
  });

  test('answers no command if none is in flight and none is owed one', () => {
    expect(guards.isErrorUnasked(question(error))).toBe(true);
    expect(guards.isErrorUnasked(question(error, inFlight))).toBe(false);
    expect(guards.isErrorUnasked(question(error, owed()))).toBe(false);
    expect(guards.isErrorUnasked(question(error, owed({ until: 10 })))).toBe(true);
  });

  test('is owed only while its time runs, and only errors are', () => {
    expect(guards.isRefusalOwed(question(error, owed({ until: 11 })))).toBe(true);
    expect(guards.isRefusalOwed(question(error, owed({ until: 10 })))).toBe(false);
    expect(guards.isRefusalOwed(question({ type: 'call.held' }, owed()))).toBe(false);
    // Without a command in flight the call it names tells nothing.
    expect(guards.isRefusalOwed(question({ ...error, leg: CUSTOMER }, { ...legs, callNumber: 1, ...owed() }))).toBe(true);
  });

  test('is owed no more when the command was done', () => {
    expect(guards.isOwedDone(question({ type: 'call.held' }, owed()))).toBe(true);
    expect(guards.isOwedDone(question({ type: 'call.retrieved' }, owed()))).toBe(false);
    expect(guards.isOwedDone(question({ type: 'call.held' }))).toBe(false);
    const either = owed({ confirmedBy: [{ fact: 'call.released' }, { fact: 'call.retrieved' }] });
    expect(guards.isOwedDone(question({ type: 'call.retrieved' }, either))).toBe(true);
  });
});

describe('the time of a command', () => {
  test.each([[9, true], [10, true], [11, false]])('with the deadline %i is up at 10: %p', (deadline, isUp) => {
    const due = { type: 'deadline.reached' };
    const waits = waiting('call', 'holdCall', { deadline });
    expect(ofCallLane('isLaneDue')(due, waits)).toBe(isUp);
    expect(guards.isQueryDue(question(due, { queries: [waits.requests.call!] }))).toBe(isUp);
  });

  test('is up by the clock only, and where there is one', () => {
    const waits = waiting('call', 'holdCall', { deadline: 1 });
    expect(ofCallLane('isLaneDue')({ type: 'call.held' }, waits)).toBe(false);
    expect(guards.isQueryDue(question({ type: 'call.held' }, { queries: [waits.requests.call!] }))).toBe(false);
    expect(ofCallLane('isLaneDue')({ type: 'deadline.reached' }, {})).toBe(false);
    expect(guards.isQueryDue(question({ type: 'deadline.reached' }))).toBe(false);
  });

  test('of one query is enough', () => {
    const query = (deadline: number) => waiting('call', 'queryStates', { deadline }).requests.call!;
    expect(guards.isQueryDue(question({ type: 'deadline.reached' }, { queries: [query(99), query(1)] }))).toBe(true);
  });
});

describe('initiateConsult', () => {
  const waits = waiting('call', 'initiateConsult');
  const cancelled = { type: 'request.done', command: 'cancelConsult' };

  test('is cancelled when cancelConsult is done', () => {
    const isCancelled = ofCallLane('isConsultCancelled');
    expect(isCancelled(cancelled, waits)).toBe(true);
    expect(isCancelled(cancelled, waiting('call', 'holdCall'))).toBe(false);
    expect(isCancelled({ ...cancelled, command: 'hangup' }, waits)).toBe(false);
    expect(isCancelled({ ...cancelled, type: 'request.undone' }, waits)).toBe(false);
    expect(isCancelled(cancelled, {})).toBe(false);
  });

  test.each<readonly [string, object, Partial<AgentContext>, boolean]>([
    ['whose leg is over before it was heard of', { type: 'call.released', leg: THIRD }, { call: callLeg, ...waits }, true],
    ['whose leg of the same talk is over before it was heard of', { type: 'call.released', leg: { callID: 'call-1', partyID: 'party-9' } }, { call: callLeg, ...waits }, true],
    ['but not by a leg of another talk that does not say Consult', { type: 'call.released', leg: { callID: 'call-9', partyID: 'party-9' } }, { call: callLeg, ...waits }, false],
    ['but not by anything else than its end', { type: 'call.dialing', leg: THIRD }, { call: callLeg, ...waits }, false],
    ['but not by the end of a leg that is known', { type: 'call.released', leg: THIRD }, { ...legs, ...waits }, false],
    ['but not if another command is in flight', { type: 'call.released', leg: THIRD }, { call: callLeg, ...waiting('call', 'holdCall') }, false],
  ])('is refused %s', (_, event, context, answer) => {
    expect(ofCallLane('refusesConsult')(event, context)).toBe(answer);
  });
});
