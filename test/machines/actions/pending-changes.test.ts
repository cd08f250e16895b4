import { describe, expect, test } from '@jest/globals';
import {
  clear,
  dropLateRejection,
  expectRejections,
  recordPending,
  settledNow,
  takeLateRejection,
} from '../../../machines/actions/pending-changes.js';
import type { AgentEvent, CommandName, Roster } from '../../../machines/index.js';
import type { LateRejection } from '../../../machines/context.js';
import {
  callOf,
  callsOf,
  consult,
  contextOf,
  CUSTOMER,
  lanesOf,
  offered,
  pendingOf,
  STRANGER,
  talk,
} from '../../support/machine-context.js';

const sent = (command: CommandName): AgentEvent => ({ type: 'command.sent', pending: pendingOf(command), at: 77 }) as unknown as AgentEvent;
const ready = { type: 'agent.ready', time: 70, at: 77 } as unknown as AgentEvent;
const waitingRing = callOf({ ...STRANGER, callID: 'call-8', partyID: 'party-8' }, { number: 4, work: 'ringing', isOffered: true });

/** The calls that the command is for, of an agent with these calls. */
function about(command: CommandName, calls: Partial<Roster>): readonly number[] | undefined {
  const { pending } = recordPending({ context: callsOf(calls), event: sent(command) });
  return Object.values(pending ?? {}).find((each) => each?.command === command)?.about;
}

describe('answer and rejectCall are for what rings', () => {
  const dialing = callOf(CUSTOMER, { number: 1, work: 'dialing' });
  const regained = callOf(CUSTOMER, { number: 1, work: 'talking', establishedAt: 2, isFromRegain: true, isLegOpen: true });
  test.each<[string, Partial<Roster>, readonly number[]]>([
    ['the call in hand', { call: offered }, [3]],
    ['the call in hand before one that waits', { call: offered, waiting: [waitingRing] }, [3, 4]],
    ['one that waits, while the agent talks', { call: talk, waiting: [waitingRing, { ...talk, number: 5, work: 'holding' }] }, [4]],
    ['one that waits before one that the agent dials', { call: dialing, waiting: [waitingRing] }, [4, 1]],
    ['the talk, where nothing rings: a guess may be wrong', { call: talk }, [1]],
    ['a talk that a regain has guessed, before one that waits', { call: regained, waiting: [waitingRing] }, [1, 4]],
    ['one that waits, where the regain has named the leg', { call: { ...regained, isLegOpen: false }, waiting: [waitingRing] }, [4]],
    ['one that waits, in a talk that was heard of', { call: { ...regained, isFromRegain: false }, waiting: [waitingRing] }, [4]],
    ['a call that a regain has named and nobody answered', { call: { ...dialing, isFromRegain: true }, waiting: [waitingRing] }, [1, 4]],
    ['one that waits, in a consult', { call: offered, third: consult, waiting: [waitingRing] }, [4]],
    ['nothing, where there is no call', {}, []],
    ['one that waits, where there is no call', { waiting: [waitingRing] }, [4]],
  ])('%s', (_name, calls, numbers) => {
    expect(about('answer', calls)).toEqual(numbers);
    expect(about('rejectCall', calls)).toEqual(numbers);
  });

  test('and all other commands for the call in hand', () => {
    expect(about('holdCall', { call: talk, waiting: [waitingRing] })).toEqual([1]);
    expect(about('makeCall', {})).toEqual([]);
  });
});

describe('facts that may confirm a command', () => {
  const held = callOf(STRANGER, { number: 6, work: 'holding', establishedAt: 3 });
  const known = (command: CommandName, calls: Partial<Roster>) =>
    Object.values(recordPending({ context: callsOf(calls), event: sent(command) }).pending ?? {}).find((each) => each?.command === command)
      ?.known;

  test('are about any call there is; of retrieveCall, about one that is held or in hand', () => {
    const calls = { call: talk, third: consult, waiting: [held, waitingRing] };
    expect(known('holdCall', calls)).toEqual([1, 2, 6, 4]);
    expect(known('retrieveCall', calls)).toEqual([1, 6]);
    expect(known('retrieveCall', { waiting: [held] })).toEqual([6]);
  });
});

describe('a command that is sent', () => {
  test('notes what there is: a call that rings, after-call work, words and sessions', () => {
    const presence = { words: 3, sessions: 2, decidedBy: 0, echo: null };
    const ringing = callsOf({ call: offered }, { presence });
    expect(recordPending({ context: ringing, event: sent('hangup') }).pending?.hangup).toMatchObject({
      whileRinging: true,
      inAcw: false,
      words: 3,
      sessions: 2,
    });
    const wrapping = contextOf({ acw: { since: 1, deadline: null } });
    expect(recordPending({ context: wrapping, event: sent('ready') }).pending?.login).toMatchObject({ whileRinging: false, inAcw: true });
  });

  test('has room beside others in its lane if it is a query or keys', () => {
    const side = [pendingOf('queryAgents')];
    expect(recordPending({ context: contextOf({ side }), event: sent('sendDtmf') }).side).toMatchObject([
      { command: 'queryAgents' },
      { command: 'sendDtmf' },
    ]);
  });

  test('ends what was left of a transfer that counts as done, and nothing of another', () => {
    const transfer = { deadline: 9, third: consult, isThirdHeld: false, isDone: true };
    expect(recordPending({ context: contextOf({ transfer }), event: sent('ready') }).transfer).toBeNull();
    const open = { ...transfer, isDone: false };
    expect(recordPending({ context: contextOf({ transfer: open }), event: sent('ready') }).transfer).toBe(open);
  });

  test('is told by its own event only', () => {
    expect(recordPending({ context: contextOf(), event: ready })).toEqual({});
  });
});

describe('what is settled', () => {
  const hold = pendingOf('holdCall', { about: [1] });
  const query = pendingOf('queryAgents', { id: 2, about: [] });
  const context = callsOf({ call: talk }, { ...lanesOf(hold, query), decided: [{ command: hold, outcome: 'rejected' }] });

  test('leaves its lane, and the others stay', () => {
    expect(clear(context, [{ command: hold, outcome: 'confirmed' }])).toMatchObject({
      pending: { call: null },
      side: [query],
      decided: [],
    });
    expect(clear(context, [{ command: query, outcome: 'confirmed' }])).toMatchObject({ pending: { call: hold }, side: [], decided: [] });
  });

  test('is what was decided, and what is obsolete because its call is gone', () => {
    expect(settledNow(context)).toEqual([{ command: hold, outcome: 'rejected' }]);
    const gone = callsOf({}, { ...lanesOf(hold, query), decided: [] });
    expect(settledNow(gone)).toEqual([{ command: hold, outcome: 'superseded' }]);
  });
});

describe('a rejection may still come, for a second after the command was sent,', () => {
  const event = { type: 'call.released', leg: CUSTOMER, time: 70, at: 77 } as unknown as AgentEvent;
  const hold = pendingOf('holdCall', { since: 50, about: [1] });
  const late: LateRejection = { command: 'holdCall', until: 1050, about: [1], confirmedBy: hold.confirmedBy };

  test.each(['superseded', 'timedOut'] as const)('of one that was %s', (outcome) => {
    expect(expectRejections({ context: contextOf(), event }, [{ command: hold, outcome }], 77)).toEqual({ lateRejections: [late] });
  });

  test.each<[string, CommandName, 'confirmed' | 'rejected' | 'superseded']>([
    ['of one that was confirmed', 'holdCall', 'confirmed'],
    ['of one that was rejected', 'holdCall', 'rejected'],
    ['of one whose callback tells', 'ready', 'superseded'],
  ])('but not %s', (_name, command, outcome) => {
    expect(expectRejections({ context: contextOf(), event }, [{ command: pendingOf(command), outcome }], 77)).toEqual({});
  });

  test.each<[CommandName, string, number]>([
    ['makeCall', 'Outbound', 0],
    ['initiateConsult', 'Consult', 0],
    ['initiateConsult', 'Inbound', 1],
    ['consultConference', 'Consult', 1],
    ['holdCall', 'Consult', 1],
  ])('of %s, where a leg of type %s has ended: %i; the service has made the leg that was asked for', (command, callType, count) => {
    const ended = { ...event, leg: { ...CUSTOMER, callType } } as AgentEvent;
    const { lateRejections = [] } = expectRejections(
      { context: contextOf(), event: ended },
      [{ command: pendingOf(command), outcome: 'superseded' }],
      77,
    );
    expect(lateRejections).toHaveLength(count);
  });

  test('and none after a regain: the command may be lost', () => {
    const regained = { type: 'connection.regained', leg: null, status: null, time: 70, at: 77 } as unknown as AgentEvent;
    expect(
      expectRejections({ context: contextOf({ lateRejections: [late] }), event: regained }, [{ command: hold, outcome: 'superseded' }], 77),
    ).toEqual({ lateRejections: [] });
  });

  test('of keys that were taken at once, and not of those that were lost with their call', () => {
    const keys = pendingOf('sendDtmf', { since: 50 });
    const taken = { type: 'command.accepted', at: 77 } as unknown as AgentEvent;
    expect(
      expectRejections({ context: contextOf(), event: taken }, [{ command: keys, outcome: 'confirmed' }], 77).lateRejections,
    ).toHaveLength(1);
    expect(expectRejections({ context: contextOf(), event }, [{ command: keys, outcome: 'superseded' }], 77)).toEqual({});
  });

  test('the oldest first, and no more of one whose second is over', () => {
    const older = { ...late, command: 'muteCall', until: 78 };
    const over = { ...late, command: 'unmute', until: 77 };
    const { lateRejections } = expectRejections(
      { context: contextOf({ lateRejections: [over, older] }), event },
      [{ command: hold, outcome: 'timedOut' }],
      77,
    );
    expect(lateRejections).toEqual([older, late]);
  });

  test('and is expected no more when it has come, or when the command was done', () => {
    const other = { ...late, command: 'retrieveCall', confirmedBy: [{ fact: 'call.retrieved' as const }] };
    const context = callsOf({ call: talk }, { lateRejections: [other, late] });
    const error = { type: 'call.error', refuses: ['holdCall'], at: 80, time: 80 } as unknown as AgentEvent;
    expect(takeLateRejection({ context, event: error })).toEqual({ lateRejections: [other] });
    const retrieved = { type: 'call.retrieved', leg: CUSTOMER, at: 80, time: 80 } as unknown as AgentEvent;
    expect(dropLateRejection({ context, event: retrieved })).toEqual({ lateRejections: [late] });
    const twice = callsOf({}, { lateRejections: [other, other, late] });
    expect(dropLateRejection({ context: twice, event: retrieved })).toEqual({ lateRejections: [other, late] });
  });
});
