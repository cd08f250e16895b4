import { describe, expect, test } from '@jest/globals';
import { deadlinesOf, hasPending, isReached, pendingCommands } from '../../machines/deadlines.js';
import { readState } from '../../machines/read-state.js';
import { consult, contextOf, lanesOf, pendingOf } from '../support/machine-context.js';

const of = (...ids: readonly number[]) => {
  const commands = (['hangup', 'queryStates', 'login', 'sendDtmf', 'holdCall'] as const).slice(0, ids.length);
  return contextOf(lanesOf(...commands.map((command, index) => pendingOf(command, { id: ids[index]!, deadline: ids[index]! * 10 }))));
};

describe('the pending commands', () => {
  test('come in the order of their sending, whichever lane they are in', () => {
    expect(pendingCommands(of(3, 5, 1, 2, 4)).map(({ id }) => id)).toEqual([1, 2, 3, 4, 5]);
    expect(pendingCommands(of(7)).map(({ id }) => id)).toEqual([7]);
    expect(pendingCommands(contextOf())).toEqual([]);
  });

  test.each([
    ['in a lane', 'hangup', true],
    ['of which any number may be pending', 'queryStates', true],
    ['not at all', null, false],
  ] as const)('are there %s', (_, command, answer) => {
    expect(hasPending(contextOf(command === null ? {} : lanesOf(pendingOf(command))))).toBe(answer);
  });
});

describe('the deadlines under way', () => {
  test('are those of commands, of a transfer, and of after-call work', () => {
    const context = {
      ...of(3, 1),
      transfer: { deadline: 50, third: consult, isThirdHeld: false, isDone: false },
      acw: { since: 1, deadline: 60 },
    };
    expect(deadlinesOf(context)).toEqual([
      { key: '1', deadline: 10 },
      { key: '3', deadline: 30 },
      { key: 'transfer', deadline: 50 },
      { key: 'acw', deadline: 60, paused: false },
    ]);
  });

  test('do not have that of after-call work where its length is not known', () => {
    expect(deadlinesOf(contextOf({ acw: { since: 1, deadline: null } }))).toEqual([]);
  });

  test.each([
    ['delayACW', true],
    ['completeACW', false],
  ] as const)('wait for the outcome of %s: %p', (command, paused) => {
    const context = contextOf({ ...lanesOf(pendingOf(command)), acw: { since: 1, deadline: 60 } });
    expect(deadlinesOf(context)).toContainEqual({ key: 'acw', deadline: 60, paused });
  });
});

test.each<readonly [object, boolean]>([
  [{ type: 'deadline.reached', keys: ['1', 'acw'] }, true],
  [{ type: 'deadline.reached', keys: ['1'] }, false],
  [{ type: 'deadline.reached', keys: 'acw' }, false],
  [{ type: 'deadline.reached' }, false],
  [{ type: 'call.held', keys: ['acw'] }, false],
])('%j reaches the deadline of after-call work: %p', (event, answer) => {
  expect(isReached(event as { type: string }, 'acw')).toBe(answer);
});

describe('where the chart stands, in the words of the contract', () => {
  const value = (more: object) =>
    ({
      value: { connection: 'connected', login: { settled: 'offline' }, work: 'idle', microphone: 'unmuted', device: 'unknown', ...more },
    }) as never;
  const established = (below: unknown) => ({ work: { live: { established: below } } });

  test.each<readonly [string, object, object]>([
    [
      'a page just opened',
      { connection: { down: 'uninitialized' } },
      {
        connection: 'uninitialized',
        login: 'offline',
        reason: null,
        work: 'idle',
        consultPhase: null,
        onHold: null,
        muted: false,
        device: 'unknown',
      },
    ],
    ['taking back', { connection: { initializing: 'displaced' } }, { connection: 'initializing' }],
    ['signing in', { login: { loggingIn: 'keeping' } }, { login: 'loggingIn', reason: null }],
    ['dnd', { login: { settled: { loggedIn: 'dnd' } } }, { login: 'dnd', reason: 'dnd' }],
    ['a break', { login: { settled: { loggedIn: { break: 'custom3' } } } }, { login: 'break', reason: 'custom3' }],
    ['locked', { login: { settled: { loggedIn: 'locked' } } }, { login: 'locked', reason: 'locked' }],
    ['ringing', { work: { live: 'ringing' } }, { work: 'ringing', onHold: null }],
    ['dialing', { work: { live: { dialing: 'offered' } } }, { work: 'dialing' }],
    ['a talk', established({ talking: 'guessed' }), { work: 'talking', onHold: null, consultPhase: null }],
    ['a hold', established({ holding: 'afterConsult' }), { work: 'holding', onHold: 'customer' }],
    [
      'a consult',
      established({ consulting: { doing: 'nothing', held: 'customer', third: 'dialing' } }),
      { work: 'consulting', consultPhase: 'dialing', onHold: 'customer' },
    ],
    [
      'a swapped consult',
      established({ consulting: { doing: 'nothing', held: 'thirdParty', third: 'unknown' } }),
      { consultPhase: 'unknown', onHold: 'thirdParty' },
    ],
    [
      'a conference that forms',
      established({ consulting: { doing: 'joining', held: 'nobody', third: 'gone' } }),
      { work: 'consulting', consultPhase: 'talking', onHold: null },
    ],
    ['a transfer that is completed', established('completing'), { work: 'consulting', consultPhase: 'talking', onHold: null }],
    ['a conference', established({ conferencing: 'together' }), { work: 'conferencing', onHold: null }],
    ['a held conference', established({ conferencing: 'held' }), { work: 'conferencing', onHold: 'conference', consultPhase: null }],
    ['after-call work', { work: { acw: 'counting' } }, { work: 'acw' }],
    ['muted, with a lost phone', { microphone: 'muted', device: 'lost' }, { muted: true, device: 'lost' }],
  ])('%s', (_, chart, position) => {
    expect(readState(value(chart))).toMatchObject(position);
  });
});
