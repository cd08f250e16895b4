import { describe, expect, test } from '@jest/globals';
import { regainCalls } from '../../../machines/actions/regain-changes.js';
import type { AgentContext, AgentEvent } from '../../../machines/index.js';
import { callsOf, consult, contextOf, CUSTOMER, talk } from '../../support/machine-context.js';

const regain = (more: object = {}): AgentEvent =>
  ({ type: 'connection.regained', leg: null, status: 'idle', statusIsNews: true, time: 70, at: 77, ...more }) as unknown as AgentEvent;
const since = (context: AgentContext, more: object) => regainCalls({ context, event: regain(more) }).workSince;

describe('how long there has been nothing to do', () => {
  const idle = contextOf({ workSince: 50 });

  test('is what the server says, if that is longer', () => {
    expect(since(idle, { statusSince: 20 })).toBe(20);
    expect(since(idle, { statusSince: 50 })).toBeUndefined();
    expect(since(idle, { statusSince: 60 })).toBeUndefined();
    expect(since(idle, {})).toBeUndefined();
  });

  test('is not said by a status that is none, or of an agent with a call or after-call work', () => {
    expect(since(idle, { statusSince: 20, status: null })).toBeUndefined();
    expect(since(idle, { statusSince: 20, status: 'acw' })).toBeUndefined();
    expect(since(idle, { statusSince: 20, leg: CUSTOMER })).toBeUndefined();
    expect(since(contextOf({ workSince: 50, acw: { since: 1, deadline: 900 } }), { statusSince: 20, status: 'acw' })).toBeUndefined();
  });
});

describe('a transfer', () => {
  const open = { deadline: 9, third: consult, isThirdHeld: false, isDone: false };

  test('that is being completed is no more, unless the regain leaves everything as it is', () => {
    const context = callsOf({ call: talk }, { transfer: open });
    expect(regainCalls({ context, event: regain({ leg: CUSTOMER, status: 'talking' }) }).transfer).toBeNull();
    expect(regainCalls({ context, event: regain({ isCallOutdated: true }) }).transfer).toBe(open);
  });

  test('that counts as done may be refused while there is no call', () => {
    const done = { ...open, isDone: true };
    expect(regainCalls({ context: contextOf({ transfer: done }), event: regain() }).transfer).toBe(done);
    expect(regainCalls({ context: contextOf({ transfer: done, acw: { since: 1, deadline: 900 } }), event: regain() }).transfer).toBe(done);
    expect(
      regainCalls({ context: contextOf({ transfer: done }), event: regain({ leg: CUSTOMER, status: 'talking' }) }).transfer,
    ).toBeNull();
    expect(regainCalls({ context: contextOf({ transfer: open, acw: { since: 1, deadline: 900 } }), event: regain() }).transfer).toBeNull();
  });
});

test('another event regains nothing', () => {
  expect(
    regainCalls({ context: callsOf({ call: talk }), event: { type: 'agent.ready', time: 70, at: 77 } as unknown as AgentEvent }),
  ).toEqual({});
});
