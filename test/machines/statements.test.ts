import { describe, expect, test } from '@jest/globals';
import { COMMANDS, type CommandName, type ErrorStatement, type PendingCommand } from '../../machines/index.js';
import { statedBy } from '../../machines/statements.js';
import { callOf, callsOf, CUSTOMER, offered, pendingOf, STRANGER, talk } from '../support/machine-context.js';
import { question } from '../support/guard-question.js';

const ringing = callOf(CUSTOMER, { number: 1, work: 'ringing', isOffered: true });
const dialing = callOf(CUSTOMER, { number: 1, work: 'dialing' });

function stated(says: ErrorStatement | undefined, command: PendingCommand, call = talk, more: object = {}) {
  const context = callsOf({ call, waiting: [offered] });
  return statedBy(question({ type: 'call.error', says, ...more }).event, command, context);
}

/** The type of the stated conclusion; null: none. */
const kind = (says: ErrorStatement, command: CommandName, call = talk) => stated(says, pendingOf(command), call)?.type ?? null;

/** The table of what a refusal states: by statement, the commands for which it does, and what. */
const TABLE: Readonly<Record<ErrorStatement, readonly [commands: readonly string[], conclusion: string]>> = {
  callIsOver: [['answer', 'rejectCall', 'hangup'], 'call.isOver'],
  noTalk: [['answer', 'rejectCall', 'hangup'], 'call.isOver'],
  acwIsOver: [['delayACW', 'completeACW', 'completeACWToBusy'], 'acw.isOver'],
  acwIsOn: [['makeCall', 'logout'], 'acw.isOn'],
  signedOut: [COMMANDS.filter((command) => !/^(force|query)/.test(command)), 'agent.loggedOut'],
  displaced: [COMMANDS, 'connection.displaced'],
  interrupted: [COMMANDS, 'connection.interrupted'],
};

describe.each(Object.entries(TABLE))('the refusal that says %s', (says, [commands, conclusion]) => {
  test.each(COMMANDS)('to %s', (command) => {
    expect(kind(says as ErrorStatement, command)).toBe(commands.includes(command) ? conclusion : null);
  });
});

describe('that a call is over', () => {
  test('is said of the call that the command is for', () => {
    expect(stated('callIsOver', pendingOf('answer', { about: [3] }))).toEqual({ type: 'call.isOver', at: 10, numbers: [3] });
  });

  test('is said of the first, where the service chose', () => {
    expect(stated('callIsOver', pendingOf('answer', { about: [1, 3] }))).toMatchObject({ numbers: [1] });
  });

  test('is said of the one that the error names', () => {
    expect(stated('callIsOver', pendingOf('answer', { about: [1, 3] }), talk, { leg: STRANGER })).toMatchObject({ numbers: [3] });
    expect(stated('callIsOver', pendingOf('answer', { about: [1] }), talk, { leg: STRANGER })).toMatchObject({ numbers: [1] });
    expect(
      stated('callIsOver', pendingOf('answer', { about: [1, 3] }), talk, { leg: { callID: 'x', callType: 'Internal' } }),
    ).toMatchObject({ numbers: [1] });
  });

  test('is said of the first, where the command is for all of those that wait, and the error names none of them', () => {
    expect(
      stated('callIsOver', pendingOf('answer', { about: [3, 1] }), talk, { leg: { callID: 'x', callType: 'Internal' } }),
    ).toMatchObject({
      numbers: [3],
    });
  });

  test('is said of the call to hang up, also where another one rings, or none is left', () => {
    expect(stated('noTalk', pendingOf('hangup', { about: [9] }), ringing)).toMatchObject({ numbers: [9] });
    const { event } = question({ type: 'call.error', says: 'noTalk' });
    expect(statedBy(event, pendingOf('hangup'), callsOf({}))).toMatchObject({ numbers: [1] });
  });

  test('is said of none, where the command is for none', () => {
    expect(stated('callIsOver', pendingOf('answer', { about: [] }))).toBeNull();
    const { about: _, ...unsent } = pendingOf('answer');
    expect(stated('callIsOver', unsent)).toBeNull();
    expect(stated('callIsOver', unsent, talk, { leg: STRANGER })).toBeNull();
  });

  test.each([
    ['ringing', ringing, null],
    ['dialing', dialing, 'call.isOver'],
    ['talking', talk, 'call.isOver'],
  ] as const)('"not in a talk" to a hangup of a call that is %s', (_, call, conclusion) => {
    expect(kind('noTalk', 'hangup', call)).toBe(conclusion);
  });

  test('is believed of a ringing call all the same', () => {
    expect(kind('callIsOver', 'hangup', ringing)).toBe('call.isOver');
    expect(kind('noTalk', 'rejectCall', ringing)).toBe('call.isOver');
  });
});

describe('nothing is stated', () => {
  test('without words', () => {
    for (const command of COMMANDS) expect(stated(undefined, pendingOf(command))).toBeNull();
  });

  test('by the refusal of a command from before a login, an initAgent or a regain', () => {
    const context = callsOf({ call: talk });
    const later = { ...context, presence: { ...context.presence, sessions: 1 } };
    for (const says of Object.keys(TABLE)) {
      const { event } = question({ type: 'command.refused', id: 1, says });
      expect(statedBy(event, pendingOf('hangup'), later)).toBeNull();
      expect(statedBy(event, pendingOf('hangup', { sessions: 1 }), later)).toEqual(statedBy(event, pendingOf('hangup'), context));
    }
  });

  test('by another event, or one without its time', () => {
    const { context } = question({}, {});
    expect(statedBy(question({ type: 'agent.ready', says: 'displaced' }).event, pendingOf('hangup'), context)).toBeNull();
    expect(statedBy({ type: 'call.error', says: 'displaced' } as never, pendingOf('hangup'), context)).toBeNull();
  });
});

test("a callback's refusal states the same as an error event", () => {
  const { context } = question({});
  expect(statedBy(question({ type: 'command.refused', id: 1, says: 'signedOut' }).event, pendingOf('ready'), context)).toEqual({
    type: 'agent.loggedOut',
    at: 10,
  });
});
