import { describe, expect, test } from '@jest/globals';
import { beginSession, decideLogin, forgetEcho, noteWord, voidWords } from '../../../machines/actions/presence-changes.js';
import type { AgentEvent } from '../../../machines/index.js';
import { contextOf, lanesOf, pendingOf } from '../../support/machine-context.js';

const presence = { words: 4, sessions: 2, decidedBy: 7, echo: 'agent.ready' } as const;
const context = contextOf({ presence });
const word = (isBelieved?: boolean): AgentEvent =>
  ({ type: 'agent.ready', time: 70, at: 77, ...(isBelieved === undefined ? {} : { isBelieved }) }) as unknown as AgentEvent;

describe('a word about the agent', () => {
  test('is counted, and is the one that a success has said before', () => {
    expect(noteWord({ context, event: word() })).toEqual({ presence: { ...presence, words: 5, echo: null } });
    expect(noteWord({ context, event: word(false) })).toEqual({ presence: { ...presence, words: 5, echo: null } });
  });

  test('is none of the server’s where it is the success itself', () => {
    expect(noteWord({ context, event: word(true) })).toEqual({ presence: { ...presence, words: 5 } });
    expect(forgetEcho({ context, event: word(true) })).toEqual({});
  });

  test('that says what a success has said before is expected once', () => {
    expect(forgetEcho({ context, event: word() })).toEqual({ presence: { ...presence, echo: null } });
    expect(forgetEcho({ context: contextOf(), event: word() })).toEqual({});
  });
});

test.each([
  ['ready', 'agent.ready'],
  ['notReady', 'agent.notReady'],
  ['logout', 'agent.loggedOut'],
  ['resetLogout', 'agent.loggedOut'],
  ['login', null],
] as const)('the success of %s is believed, and %s may still say the same', (command, echo) => {
  expect(decideLogin({ context, event: word() }, pendingOf(command, { id: 9 }))).toEqual({ presence: { ...presence, decidedBy: 9, echo } });
});

test('the login of another end voids what was said while an own login is pending', () => {
  const pending = lanesOf(pendingOf('login', { words: 1 }));
  expect(voidWords({ context: contextOf({ presence, ...pending }), event: word() })).toEqual({ presence: { ...presence, words: 1 } });
  expect(voidWords({ context, event: word() })).toEqual({});
});

test('a session is counted', () => {
  expect(beginSession({ context, event: word() })).toEqual({ presence: { ...presence, sessions: 3 } });
});
