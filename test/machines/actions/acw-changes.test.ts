import { describe, expect, test } from '@jest/globals';
import { becomeIdle, beginAcw, extendAcw, noteTalk } from '../../../machines/actions/acw-changes.js';
import type { AgentEvent } from '../../../machines/index.js';
import { contextOf, CUSTOMER, lanesOf, pendingOf, rosterOf } from '../../support/machine-context.js';

const acw = { since: 5, deadline: 30_000 };
const at = (type: string, more: object = {}): AgentEvent => ({ type, time: 70, at: 77, ...more }) as unknown as AgentEvent;
const released = at('call.released', { leg: CUSTOMER });
const policy = (seconds: number | null) => ({ acwPolicy: { enabled: true, seconds } });

describe('after-call work begins', () => {
  test('when the call ended, and its length counts from when that was heard', () => {
    expect(beginAcw({ context: contextOf(policy(30)), event: released }).acw).toEqual({ since: 70, deadline: 30_077 });
  });

  test('without a deadline where its length is not known, and where only a refusal tells of it', () => {
    expect(beginAcw({ context: contextOf(policy(null)), event: released }).acw).toEqual({ since: 70, deadline: null });
    expect(beginAcw({ context: contextOf(policy(30)), event: at('acw.isOn') }).acw).toEqual({ since: 70, deadline: null });
  });

  test('once', () => {
    expect(beginAcw({ context: contextOf({ acw, ...policy(30) }), event: released }).acw).toBe(acw);
  });

  test('after a call that was talked on an unheard leg', () => {
    const roster = rosterOf({});
    expect(noteTalk({ context: contextOf({ roster }), event: released })).toEqual({ roster: { ...roster, hasTalked: true } });
  });

  test('for what is owed of a talk before, which is owed no more', () => {
    const roster = rosterOf({ hasTalked: true });
    expect(beginAcw({ context: contextOf({ roster }), event: released }).roster).toEqual({ ...roster, hasTalked: false });
    expect(becomeIdle({ context: contextOf({ roster, acw }), event: released })).toEqual({
      acw: null,
      roster: { ...roster, hasTalked: false },
    });
  });
});

describe('after-call work is extended', () => {
  const context = contextOf({ acw, ...lanesOf(pendingOf('delayACW', { seconds: 60 })) });

  test('by what the server says, else by what was asked for, else by nothing', () => {
    expect(extendAcw({ context, event: at('acw.extended', { seconds: 90 }) })).toEqual({ acw: { since: 5, deadline: 120_000 } });
    expect(extendAcw({ context, event: at('acw.extended') })).toEqual({ acw: { since: 5, deadline: 90_000 } });
    expect(extendAcw({ context: contextOf({ acw }), event: at('acw.extended') })).toEqual({ acw });
  });

  test('not by another event, nor where there is none, nor where its end is not known', () => {
    expect(extendAcw({ context, event: released })).toEqual({});
    expect(extendAcw({ context: contextOf(), event: at('acw.extended', { seconds: 90 }) })).toEqual({});
    expect(extendAcw({ context: contextOf({ acw: { since: 5, deadline: null } }), event: at('acw.extended', { seconds: 90 }) })).toEqual(
      {},
    );
  });
});
