import { describe, expect, test } from '@jest/globals';
import * as changes from '../../machines/actions/request-changes.js';
import type { OwedRefusal } from '../../machines/context.js';
import type { AgentContext, Request } from '../../machines/index.js';
import { question, waiting } from '../support/guard-question.js';
import { callLeg, consultLeg } from '../support/machine-context.js';

const request = (more: Partial<Request> = {}): Request => waiting('call', 'holdCall', { since: 100, ...more }).requests.call!;
const owed = (until: number, fact = 'call.held', callNumber = 0): OwedRefusal => ({ command: 'holdCall', until, callNumber, confirmedBy: [{ fact: fact as 'call.held' }] });

describe('a command that is sent', () => {
  test('waits in its lane, for the call there is', () => {
    const { requests } = changes.recordRequest(question({ type: 'request.opened', request: request({ callNumber: 1 }) }, { callNumber: 7, ...waiting('login', 'ready') }));
    expect(requests?.call).toEqual(request({ callNumber: 7 }));
    expect(requests?.login?.command).toBe('ready');
  });

  test('waits among the queries if it is one', () => {
    const first = request({ id: 1, lane: 'query' });
    const change = changes.recordRequest(question({ type: 'request.opened', request: request({ id: 2, lane: 'query' }) }, { queries: [first] }));
    expect(change.queries?.map(({ id }) => id)).toEqual([1, 2]);
    expect(change).not.toHaveProperty('requests');
  });

  test('waits by its request only', () => {
    expect(changes.recordRequest(question({ type: 'request.done', request: request() }))).toEqual({});
  });

  test('makes the refusal of a transfer that was taken for done unbelievable, and no other', () => {
    const refusalsOwed = [owed(20), { ...owed(20), third: callLeg }];
    const change = changes.recordRequest(question({ type: 'request.opened', request: request() }, { refusalsOwed }));
    expect(change.refusalsOwed).toEqual([refusalsOwed[0]]);
  });

  test('leaves its lane and no other', () => {
    const both = { requests: { ...waiting('call', 'holdCall').requests, hangup: request({ command: 'hangup', lane: 'hangup' }) } };
    const { requests } = changes.clearLane(question({}, both), 'call');
    expect(requests).toMatchObject({ call: null, hangup: { command: 'hangup' } });
  });
});

describe('a refusal that may still come', () => {
  test('is expected for a second from the sending', () => {
    const change = changes.oweRefusal(question({}), request({ since: 100, callNumber: 3, confirmedBy: [{ fact: 'call.held' }] }), 200);
    expect(change.refusalsOwed).toEqual([{ command: 'holdCall', until: 1100, callNumber: 3, confirmedBy: [{ fact: 'call.held' }] }]);
  });

  test('is expected for no call, where the command knew none', () => {
    const { callNumber, ...withoutCall } = request();
    expect(callNumber).toBeDefined();
    expect(changes.oweRefusal(question({}), withoutCall, 200).refusalsOwed).toMatchObject([{ callNumber: 0 }]);
  });

  test('comes after those expected before, whose time is not up', () => {
    const context: Partial<AgentContext> = { refusalsOwed: [owed(199), owed(200), owed(201)] };
    const change = changes.oweRefusal(question({}, context), request({ since: 100 }), 200);
    expect(change.refusalsOwed?.map(({ until }) => until)).toEqual([201, 1100]);
  });

  test('is not expected where the command has its own answer', () => {
    expect(changes.oweRefusal(question({}), request({ answeredBy: 'callback' }), 200)).toEqual({});
  });

  test('has come: the oldest is expected no more', () => {
    const change = changes.takeOwedRefusal(question({ type: 'call.error' }, { refusalsOwed: [owed(5), owed(20), owed(30)] }));
    expect(change.refusalsOwed?.map(({ until }) => until)).toEqual([5, 30]);
  });

  test('has come for this call: those of other calls are still expected', () => {
    const refusalsOwed = [owed(20, 'call.held', 1), owed(30, 'call.held', 2)];
    const context = { refusalsOwed, call: callLeg, callNumber: 2, ...waiting('call', 'holdCall') };
    const change = changes.takeOwedRefusal(question({ type: 'call.error', leg: { partyID: 'party-1' } }, context));
    expect(change.refusalsOwed).toEqual([refusalsOwed[0]]);
  });

  test('is expected no more when the command was done, but those of others are', () => {
    const refusalsOwed = [owed(20, 'call.retrieved'), owed(20), owed(30)];
    const change = changes.dropOwedRefusal(question({ type: 'call.held' }, { refusalsOwed }));
    expect(change.refusalsOwed).toEqual([refusalsOwed[0], refusalsOwed[2]]);
    expect(changes.dropOwedRefusal(question({ type: 'agent.ready' }, { refusalsOwed })).refusalsOwed).toEqual(refusalsOwed);
  });
});

describe('a transfer of which it is not clear whether it was done', () => {
  const transfer = (more: Partial<Request> = {}) => waiting('call', 'consultTransfer', { since: 100, ...more });

  test('is given a second to be refused, but no more time than it has', () => {
    const deadlineAfter = (deadline: number) =>
      changes.awaitRefusal(question({ type: 'call.released', at: 500 }, transfer({ deadline }))).requests?.call?.deadline;
    expect(deadlineAfter(20_100)).toBe(1500);
    expect(deadlineAfter(1400)).toBe(1400);
    expect(changes.awaitRefusal(question({ type: 'call.released', at: 500 }))).toEqual({});
    const others = { requests: { ...transfer({ deadline: 9000 }).requests, hangup: request({ lane: 'hangup' }) } };
    expect(changes.awaitRefusal(question({ type: 'call.released', at: 500 }, others)).requests?.hangup?.lane).toBe('hangup');
  });

  test('and that was taken for done, may be refused until 20 s after its sending', () => {
    const context = { ...transfer(), consult: consultLeg, callNumber: 4, refusalsOwed: [owed(20)] };
    const change = changes.oweHandOver(question({ type: 'deadline.reached' }, context));
    expect(change.refusalsOwed).toEqual([
      owed(20),
      {
        command: 'consultTransfer',
        until: 20_100,
        callNumber: 4,
        confirmedBy: [{ fact: 'call.released' }, { fact: 'acw.started' }],
        third: consultLeg,
      },
    ]);
  });

  test('leaves nothing to be refused where there is no third party, or no transfer', () => {
    expect(changes.oweHandOver(question({}, transfer()))).toEqual({});
    expect(changes.oweHandOver(question({}, { consult: consultLeg }))).toEqual({});
  });
});

describe('the queries that end', () => {
  const queries = [request({ id: 1, deadline: 9 }), request({ id: 2, deadline: 10 }), request({ id: 3, deadline: 11 })];

  test.each<readonly [object, readonly number[]]>([
    [{ type: 'request.succeeded', id: 2 }, [2]],
    [{ type: 'request.failed', id: 3 }, [3]],
    [{ type: 'deadline.reached' }, [1, 2]],
    [{ type: 'connection.displaced' }, [1, 2, 3]],
    [{ type: 'call.held', id: 2 }, []],
  ])('by %j are %j', (event, ids) => {
    expect(changes.endedQueries(question(event, { queries })).map(({ id }) => id)).toStrictEqual(ids);
  });
});
