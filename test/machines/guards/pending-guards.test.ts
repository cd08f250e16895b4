import { describe, expect, test } from '@jest/globals';
import { clear, decideCommands, decideOthers, expectRejections, settledNow } from '../../../machines/actions/pending-changes.js';
import { isErrorUnasked, rejectedBy, saysWhatIsSoOfCalls } from '../../../machines/guards/error-guards.js';
import { isLateRejection, isLateSuccess } from '../../../machines/guards/late-guards.js';
import * as guards from '../../../machines/guards/pending-guards.js';
import type { AgentContext, CommandName, Outcome, PendingCommand } from '../../../machines/index.js';
import { remember } from '../../../machines/calls/roster.js';
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
  THIRD,
} from '../../support/machine-context.js';
import { question } from '../../support/guard-question.js';

const calls = (differences: Partial<AgentContext> = {}) => callsOf({ call: talk, third: consult, waiting: [offered] }, differences);
const waitsFor = (fact: string, leg?: string, more: Partial<PendingCommand> = {}) =>
  pendingOf('holdCall', {
    confirmedBy: [leg === undefined ? { fact } : { fact, leg }] as unknown as PendingCommand['confirmedBy'],
    ...more,
  });
/** How an event settles a command that is pending alone. */
const outcome = (event: object, command: PendingCommand, context: Partial<AgentContext> = calls()) =>
  guards.outcomeOf(question(event, { ...context, ...lanesOf(command) }), command);
const confirmed = (event: object, command: PendingCommand, context: Partial<AgentContext> = calls()) =>
  outcome(event, command, context) === 'confirmed';

describe('a fact confirms a command', () => {
  const late = (fact: object, rule = 'late') => ({ type: 'fact.ignored', rule, fact: { at: 10, ...fact } });
  test.each<readonly [string, object, PendingCommand, boolean]>([
    ['that waits for it', { type: 'acw.extended' }, waitsFor('acw.extended'), true],
    ['but none that waits for another', { type: 'acw.started' }, waitsFor('acw.extended'), false],
    ['about the call that it is for', { type: 'call.held', leg: CUSTOMER }, waitsFor('call.held', 'call'), true],
    ['but none about another call', { type: 'call.held', leg: STRANGER }, waitsFor('call.held', 'call'), false],
    ["but none about the call by the third party's", { type: 'call.held', leg: THIRD }, waitsFor('call.held', 'call'), false],
    ['but none about a leg without naming one', { type: 'call.held' }, waitsFor('call.held', 'call'), false],
    [
      'about a waiting call that it is for',
      { type: 'call.established', leg: STRANGER },
      waitsFor('call.established', 'call', { about: [3] }),
      true,
    ],
    [
      'about any call known when it was sent',
      { type: 'call.released', leg: STRANGER },
      waitsFor('call.released', 'known', { known: [1, 3] }),
      true,
    ],
    [
      'but none about a call that came later',
      { type: 'call.released', leg: STRANGER },
      waitsFor('call.released', 'known', { known: [1] }),
      false,
    ],
    [
      'but none by a release of a leg that nobody knows',
      { type: 'call.released', leg: { callID: 'x', partyID: 'y' } },
      waitsFor('call.released', 'known'),
      false,
    ],
    ["about the third party's leg", { type: 'call.released', leg: THIRD }, waitsFor('call.released', 'consult'), true],
    [
      "but none about the third party's leg by the customer's",
      { type: 'call.released', leg: CUSTOMER },
      waitsFor('call.released', 'consult'),
      false,
    ],
    [
      "but none about a third party's leg that came later",
      { type: 'call.released', leg: THIRD },
      waitsFor('call.released', 'consult', { known: [1] }),
      false,
    ],
    ["about either leg by the customer's", { type: 'dtmf.sent', leg: CUSTOMER }, waitsFor('dtmf.sent', 'either'), true],
    ["about either leg by the third party's", { type: 'dtmf.sent', leg: THIRD }, waitsFor('dtmf.sent', 'either'), true],
    ["but none about either leg by a stranger's", { type: 'dtmf.sent', leg: STRANGER }, waitsFor('dtmf.sent', 'either'), false],
    ['that asked for no reason, whatever the reason', { type: 'agent.notReady', reason: 'training' }, waitsFor('agent.notReady'), true],
    [
      'that asked for this reason',
      { type: 'agent.notReady', reason: 'training' },
      waitsFor('agent.notReady', undefined, { reason: 'training' }),
      true,
    ],
    ['but none about either leg by what is said of neither', { type: 'agent.ready' }, waitsFor('agent.ready', 'either'), false],
    ['but none that was for no call, by one', { type: 'call.held', leg: CUSTOMER }, waitsFor('call.held', 'known', { known: [] }), false],
    [
      'but none that asked for another reason',
      { type: 'agent.notReady', reason: 'meeting' },
      waitsFor('agent.notReady', undefined, { reason: 'training' }),
      false,
    ],
    [
      'that asked for a reason, without naming one',
      { type: 'agent.notReady' },
      waitsFor('agent.notReady', undefined, { reason: 'training' }),
      true,
    ],
    [
      'that asked for a reason, if it is ready',
      { type: 'agent.ready', reason: 'meeting' },
      waitsFor('agent.ready', undefined, { reason: 'training' }),
      true,
    ],
    ['but none if it says nothing of the login state', { type: 'agent.notReady', reason: 'none' }, waitsFor('agent.notReady'), false],
    ['but none if it was said before the last call ended', { type: 'agent.ready', predatesAcw: true }, waitsFor('agent.ready'), false],
    ['if it was said after', { type: 'agent.ready', predatesAcw: false }, waitsFor('agent.ready'), true],
    ['though it is late', late({ type: 'call.held', leg: CUSTOMER }), waitsFor('call.held', 'call'), true],
    ['but not if it is doubled', late({ type: 'call.held', leg: CUSTOMER }, 'doubled'), waitsFor('call.held', 'call'), false],
    ['but not if it is over', late({ type: 'call.held', leg: CUSTOMER }, 'over'), waitsFor('call.held', 'call'), false],
  ])('%s', (_, event, command, answer) => {
    expect(confirmed(event, command)).toBe(answer);
  });

  test('the end of one leg of two ends no call', () => {
    const legs = [
      { partyID: 'party-1', isEstablished: false },
      { partyID: 'party-7', isEstablished: false },
    ];
    const two = callsOf({ call: { ...talk, legs } });
    const ends = (leg: 'call' | 'known', event: object, context = two) =>
      confirmed(event, waitsFor((event as { type: string }).type, leg), context);
    for (const leg of ['call', 'known'] as const) {
      expect(ends(leg, { type: 'call.released', leg: CUSTOMER })).toBe(false);
      expect(ends(leg, { type: 'call.held', leg: CUSTOMER })).toBe(true);
      expect(ends(leg, { type: 'call.released', leg: CUSTOMER }, callsOf({ call: talk }))).toBe(true);
    }
  });

  test('a third party’s release confirms a consult that was asked for, and no other command', () => {
    const context = callsOf({ call: talk });
    const release = (command: PendingCommand) =>
      confirmed({ type: 'call.released', leg: THIRD }, { ...command, confirmedBy: [{ fact: 'call.released', leg: 'consult' }] }, context);
    expect([release(pendingOf('initiateConsult')), release(pendingOf('holdCall'))]).toEqual([true, false]);
    const dials = confirmed(
      { type: 'call.dialing', leg: THIRD },
      { ...pendingOf('holdCall'), confirmedBy: [{ fact: 'call.dialing', leg: 'consult' }] },
      context,
    );
    expect(dials).toBe(true);
  });

  test('only makeCall is confirmed by the leg that dials where an offered call was in its place', () => {
    const inPlace = callsOf({ call: callOf(CUSTOMER, { isOffered: true, work: 'dialing' }) });
    const dials = { type: 'call.dialing', leg: { callID: 'x', partyID: 'y', callType: 'Outbound' } };
    const hold = pendingOf('holdCall', { confirmedBy: [{ fact: 'call.dialing', leg: 'call' }] });
    expect(guards.outcomeOf(question(dials, { ...inPlace, ...lanesOf(hold, pendingOf('makeCall')) }), hold)).toBeNull();
  });

  test('an event decides of commands, or of none', () => {
    const hold = lanesOf(pendingOf('holdCall'));
    const decides = (event: object, context: Partial<AgentContext>) => guards.decidesCommands(question(event, { ...calls(), ...context }));
    expect([
      decides({ type: 'call.held', leg: CUSTOMER }, hold),
      decides({ type: 'call.muted', leg: CUSTOMER }, hold),
      decides({ type: 'call.held', leg: CUSTOMER }, {}),
    ]).toEqual([true, false, false]);
  });

  test('of several that it waits for, any will do', () => {
    expect(
      confirmed({ type: 'acw.started' }, pendingOf('holdCall', { confirmedBy: [{ fact: 'agent.ready' }, { fact: 'acw.started' }] })),
    ).toBe(true);
  });

  test('a consult that starts confirms the one that asked for it', () => {
    const context = callsOf({ call: talk });
    expect(confirmed({ type: 'call.dialing', leg: THIRD }, pendingOf('initiateConsult'), context)).toBe(true);
    expect(confirmed({ type: 'call.dialing', leg: STRANGER }, pendingOf('initiateConsult'), context)).toBe(false);
    // Its release is no start of it.
    expect(confirmed({ type: 'call.released', leg: THIRD }, waitsFor('call.released', 'consult'), context)).toBe(false);
  });

  test('a consult that is begun after cancelConsult was sent is the one to be cancelled', () => {
    expect(confirmed({ type: 'call.released', leg: THIRD }, pendingOf('cancelConsult', { known: [1] }))).toBe(true);
  });

  test('makeCall is confirmed by its own leg, and by no call that comes in', () => {
    const asked = callOf({}, { number: 1, work: 'calling' });
    const context = callsOf({ call: asked });
    const confirms = (event: object, more = context) => confirmed(event, pendingOf('makeCall'), more);
    expect(confirms({ type: 'call.dialing', leg: { ...CUSTOMER, callType: 'Outbound' } })).toBe(true);
    expect(confirms({ type: 'call.ringing', leg: { ...CUSTOMER, callType: 'Outbound' } })).toBe(true);
    expect(confirms({ type: 'call.ringing', leg: { ...CUSTOMER, callType: 'Outbound' }, isIncoming: true })).toBe(false);
    expect(confirms({ type: 'call.ringing', leg: CUSTOMER })).toBe(false);
    // A leg of its own, where an offered call was in its place.
    const inPlace = callsOf({ call: callOf(CUSTOMER, { isOffered: true, work: 'dialing' }) });
    expect(confirms({ type: 'call.dialing', leg: { callID: 'x', partyID: 'y', callType: 'Outbound' } }, inPlace)).toBe(true);
    expect(confirms({ type: 'call.established', leg: { callID: 'x', partyID: 'y', callType: 'Outbound' } }, inPlace)).toBe(false);
    expect(guards.isOwnLegAtLast(question({ type: 'call.dialing', leg: { callID: 'x', partyID: 'y' } }, inPlace))).toBe(false);
    const waits = { ...inPlace, ...lanesOf(pendingOf('makeCall')) };
    expect(guards.isOwnLegAtLast(question({ type: 'call.dialing', leg: { callID: 'x', partyID: 'y' } }, waits))).toBe(true);
    expect(guards.isOwnLegAtLast(question({ type: 'call.dialing', leg: CUSTOMER }, waits))).toBe(false);
    // Nothing rings where there is no call.
    expect(confirms({ type: 'call.ringing', leg: { ...CUSTOMER, callType: 'Outbound' } }, callsOf({}))).toBe(false);
  });

  test('keys are confirmed by what is said of keys, and by the SDK having taken them', () => {
    const keys = pendingOf('sendDtmf', { id: 7 });
    expect(outcome({ type: 'dtmf.sent', leg: CUSTOMER }, keys)).toBe('confirmed');
    expect(outcome({ type: 'dtmf.sent', leg: STRANGER }, keys)).toBeNull();
    expect(outcome({ type: 'fact.ignored', rule: 'doubled', fact: { type: 'dtmf.sent', at: 1, leg: CUSTOMER } }, keys)).toBeNull();
    expect(outcome({ type: 'dtmf.sent', leg: CUSTOMER }, pendingOf('queryStates'))).toBeNull();
    expect(outcome({ type: 'command.accepted', id: 7 }, keys)).toBe('confirmed');
  });

  test('a command with an answer of its own is confirmed by that alone', () => {
    const login = pendingOf('login', { confirmedBy: [{ fact: 'agent.loggedIn' }] });
    expect(outcome({ type: 'agent.loggedIn' }, login)).toBeNull();
  });
});

describe('a command that is sent', () => {
  const sent = (command: CommandName, type = 'command.sent') => question({ type, pending: pendingOf(command) });
  test("needs its lane free, unless it is keys, a query or a supervisor's", () => {
    const isFree = (command: CommandName, ...pending: readonly CommandName[]) =>
      guards.isLaneFree(
        question({ type: 'command.sent', pending: pendingOf(command) }, lanesOf(...pending.map((each) => pendingOf(each)))),
      );
    expect([isFree('holdCall'), isFree('holdCall', 'login', 'hangup'), isFree('holdCall', 'answer')]).toEqual([true, true, false]);
    expect((['sendDtmf', 'queryStates', 'forceBusy'] as const).map((command) => isFree(command, command))).toEqual([true, true, true]);
    expect(guards.isLaneFree(sent('holdCall', 'holdCall'))).toBe(false);
  });

  test('is of its own name', () => {
    expect([guards.isSent(sent('holdCall'), { command: 'holdCall' }), guards.isSent(sent('holdCall'), { command: 'login' })]).toEqual([
      true,
      false,
    ]);
  });
});

describe('a command that was settled', () => {
  const settled = (more: object = {}) => question({ type: 'command.failed', command: 'login', outcome: 'rejected', ...more });
  test.each<readonly [object, string, boolean, boolean, boolean]>([
    [{}, 'login', true, true, false],
    [{}, 'makeCall', false, false, false],
    [{ outcome: 'timedOut' }, 'login', true, false, false],
    [{ type: 'command.confirmed' }, 'login', false, false, true],
    [{ type: 'command.confirmed' }, 'makeCall', false, false, false],
    [{ type: 'command.sent' }, 'login', false, false, false],
  ])('%j, asked about %s: failed %p, rejected %p, confirmed %p', (more, command, failed, rejected, done) => {
    const input = settled(more);
    expect([guards.hasFailed(input, { command }), guards.wasRejected(input, { command }), guards.wasConfirmed(input, { command })]).toEqual(
      [failed, rejected, done],
    );
    if (command === 'login') expect(guards.hasLoginFailed(input)).toBe(failed);
  });
});

describe('an answer', () => {
  test('is for the command with its id', () => {
    const [hold, login, query] = [pendingOf('holdCall', { id: 7 }), pendingOf('login', { id: 8 }), pendingOf('queryStates', { id: 9 })];
    const context = lanesOf(hold, login, query);
    const decided = (type: string, id: number) =>
      guards.decidedBy(question({ type, id }, context)).map(({ command, outcome: how }) => [command.command, how]);
    expect(decided('command.refused', 7)).toEqual([['holdCall', 'rejected']]);
    expect(decided('command.refused', 8)).toEqual([['login', 'rejected']]);
    expect(decided('command.accepted', 8)).toEqual([['login', 'confirmed']]);
    expect(decided('command.accepted', 9)).toEqual([['queryStates', 'confirmed']]);
    // A yes to a command that an event confirms says only that it was taken.
    expect(decided('command.accepted', 7)).toEqual([]);
    expect(decided('command.accepted', 10)).toEqual([]);
    expect(decided('command.refused', 10)).toEqual([]);
    expect(decided('command.confirmed', 8)).toEqual([]);
  });
});

describe('what a command needs', () => {
  test.each<readonly [string, Partial<PendingCommand>, AgentContext, boolean]>([
    ['after-call work that is on', { needs: 'acw' }, calls({ acw: { since: 1, deadline: null } }), false],
    ['after-call work that is over, whatever calls there are', { needs: 'acw' }, calls(), true],
    ['its call', { needs: 'call' }, calls(), false],
    ['its call, though it waits now', { needs: 'call', about: [3] }, calls(), false],
    ['its call, not another', { needs: 'call', about: [7] }, calls(), true],
    ['one of its calls', { needs: 'call', about: [7, 1] }, calls(), false],
    ['a call, where there was none', { needs: 'call', about: [] }, calls(), true],
    ['no call', { needs: 'login', about: [7] }, calls(), false],
  ])('%s', (_, more, context, isGone) => {
    const command = pendingOf('holdCall', more);
    expect(guards.isGone(command, context)).toBe(isGone);
    for (const pending of [command, pendingOf('sendDtmf', more)]) {
      const asked = { ...context, ...lanesOf(pending) };
      expect(guards.isAnySettled(question({}, asked))).toBe(isGone);
      expect(settledNow(asked)).toEqual(isGone ? [{ command: pending, outcome: 'superseded' }] : []);
    }
  });

  test('nothing, where none is pending', () => {
    expect(guards.isAnySettled(question({}))).toBe(false);
    expect(guards.decidesCommands(question({ type: 'agent.loggedOut' }))).toBe(false);
  });

  test('an agent logged in, if it says so', () => {
    const ended = (command: CommandName) => outcome({ type: 'agent.loggedOut' }, pendingOf(command));
    expect([ended('notReady'), ended('ready'), ended('login'), ended('initAgent')]).toEqual(['superseded', 'superseded', null, null]);
  });

  test('a displacement ends all but a login and an initAgent', () => {
    const ended = (command: CommandName) => outcome({ type: 'connection.displaced' }, pendingOf(command));
    expect([ended('login'), ended('initAgent'), ended('ready'), ended('holdCall'), ended('queryStates')]).toEqual([
      null,
      null,
      'displaced',
      'displaced',
      'displaced',
    ]);
  });

  test('a transfer that is done confirms what the call lane waits for', () => {
    expect([
      outcome({ type: 'transfer.completed' }, pendingOf('consultTransfer')),
      outcome({ type: 'transfer.completed' }, pendingOf('hangup')),
    ]).toEqual(['confirmed', null]);
  });
});

describe('the time of a command is up', () => {
  test('if its key is told', () => {
    const due = (command: CommandName, ...keys: readonly string[]) =>
      outcome({ type: 'deadline.reached', keys }, pendingOf(command, { id: 7 }));
    for (const command of ['holdCall', 'queryStates', 'login'] as const) {
      expect([due(command, '7'), due(command, '8', '7'), due(command, '8')]).toEqual(['timedOut', 'timedOut', null]);
    }
    expect(outcome({ type: 'call.held', keys: ['7'] }, pendingOf('queryStates', { id: 7 }))).toBeNull();
  });
});

describe('initiateConsult', () => {
  const context = callsOf({ call: talk });
  const initiate = pendingOf('initiateConsult');
  test('is over when the consult was cancelled', () => {
    const cancelled = { type: 'command.confirmed', command: 'cancelConsult' };
    expect(outcome(cancelled, initiate, context)).toBe('superseded');
    expect(outcome({ ...cancelled, command: 'holdCall' }, initiate, context)).toBeNull();
    expect(outcome(cancelled, pendingOf('holdCall'), context)).toBeNull();
  });

  test('is over when its leg ends before it was heard of', () => {
    const released = (leg: object, command = initiate, type = 'call.released') => outcome({ type, leg }, command, context) === 'superseded';
    expect(released(THIRD)).toBe(true);
    expect(released({ callID: 'call-1', partyID: 'x' })).toBe(true);
    expect(released(THIRD, initiate, 'call.dialing')).toBe(false);
    expect(released({ callID: 'call-5', partyID: 'x', callType: 'Outbound' })).toBe(false);
    expect(released(STRANGER)).toBe(false);
    expect(released(THIRD, pendingOf('holdCall'))).toBe(false);
  });
});

describe('an error that no callback brings', () => {
  const error = (more: object = {}) => ({ type: 'call.error', ...more });
  const rejected = (more: object, context: AgentContext) => {
    const input = question(error(more), context);
    const command = rejectedBy(input);
    if (command !== undefined) expect(guards.decidedBy(input)).toEqual([{ command, outcome: 'rejected' }]);
    return command?.lane ?? (isErrorUnasked(input) ? 'nobody' : 'late');
  };
  const two = calls(
    lanesOf(
      pendingOf('muteCall', { id: 2 }),
      pendingOf('holdCall', { id: 3 }),
      pendingOf('login', { id: 1 }),
      pendingOf('sendDtmf', { id: 0 }),
    ),
  );
  const lateRejections = [{ command: 'holdCall', until: 20, about: [1], confirmedBy: [{ fact: 'call.held' as const }] }];

  test.each<readonly [string, object, AgentContext, string]>([
    ['belongs to the one sent first that has no callback; a code of no class is not of keys', {}, two, 'microphone'],
    ['belongs to the earliest that its code can refuse', { refuses: ['holdCall', 'answer'] }, two, 'call'],
    ['belongs to keys if it is about keys', { refuses: ['sendDtmf'] }, two, 'keys'],
    ['belongs to none that its code cannot refuse', { refuses: ['makeCall'] }, two, 'nobody'],
    ['belongs to one about the leg that it names', { leg: CUSTOMER }, two, 'microphone'],
    ["belongs to one about the call, if it names the third party's leg", { leg: THIRD }, two, 'microphone'],
    ['belongs to none, if it names another call', { leg: STRANGER }, two, 'nobody'],
    ['belongs to none, if it names a call that nobody knows', { leg: { callID: 'x', callType: 'Internal' } }, two, 'nobody'],
    ['belongs to none that is answered by callback', {}, calls(lanesOf(pendingOf('login'), pendingOf('queryStates'))), 'nobody'],
    ['belongs to nobody where nothing is pending', {}, contextOf(), 'nobody'],
    [
      'belongs to a command that was settled, if one may still be rejected',
      { refuses: ['holdCall', 'muteCall'] },
      { ...two, lateRejections },
      'late',
    ],
    ['not if its code can refuse any command', {}, { ...two, lateRejections }, 'microphone'],
    [
      'not after its time',
      { refuses: ['holdCall', 'muteCall'] },
      { ...two, lateRejections: [{ ...lateRejections[0]!, until: 10 }] },
      'microphone',
    ],
    ['not if its code cannot refuse it', { refuses: ['muteCall'] }, { ...two, lateRejections }, 'microphone'],
    ['not if it names another call', { leg: CUSTOMER }, { ...two, lateRejections: [{ ...lateRejections[0]!, about: [7] }] }, 'microphone'],
    ['also if it names that call', { leg: CUSTOMER, refuses: ['holdCall', 'muteCall'] }, { ...two, lateRejections }, 'late'],
  ])('%s', (_, more, context, lane) => {
    expect(rejected(more, context)).toBe(lane);
  });

  test('is an error', () => {
    const input = question({ type: 'call.held' }, { ...two, lateRejections });
    expect([rejectedBy(input), isErrorUnasked(input), isLateRejection(input)]).toEqual([undefined, false, false]);
  });

  test('is not awaited any more when the command was done', () => {
    expect(isLateSuccess(question({ type: 'call.held' }, { lateRejections }))).toBe(true);
    expect(isLateSuccess(question({ type: 'call.retrieved' }, { lateRejections }))).toBe(false);
  });

  test('is awaited for a second after the sending, of commands without a callback', () => {
    const expected = (command: CommandName, how: Outcome, type = 'deadline.reached', before: Partial<AgentContext> = {}) =>
      expectRejections(question({ type }, before), [{ command: pendingOf(command, { since: 500 }), outcome: how }], 700).lateRejections;
    expect(expected('holdCall', 'timedOut')).toMatchObject([{ command: 'holdCall', until: 1500, about: [1] }]);
    expect(expected('holdCall', 'superseded')).toHaveLength(1);
    for (const how of ['confirmed', 'rejected', 'displaced'] as const) expect(expected('holdCall', how)).toBeUndefined();
    for (const command of ['login', 'queryStates'] as const) expect(expected(command, 'timedOut')).toBeUndefined();
    // Keys that the SDK has taken may be rejected yet.
    expect(expected('sendDtmf', 'confirmed', 'command.accepted')).toHaveLength(1);
    expect(expected('sendDtmf', 'confirmed', 'dtmf.sent')).toBeUndefined();
    expect(expected('sendDtmf', 'superseded')).toBeUndefined();
    const before = {
      lateRejections: [
        { ...lateRejections[0]!, until: 701 },
        { ...lateRejections[0]!, until: 700 },
      ],
    };
    expect(expected('muteCall', 'timedOut', 'deadline.reached', before)?.map(({ until }) => until)).toEqual([701, 1500]);
  });

  test.each<readonly [string, string, AgentContext, object, boolean]>([
    ['that the call is over, and there is none', 'callIsOver', contextOf(), {}, true],
    ['that the call is over, and there is one', 'callIsOver', calls(), {}, false],
    ['that a call is over, which is', 'callIsOver', callsOf({ call: offered, over: remember([], talk) }), { leg: CUSTOMER }, true],
    ['that there is no talk, while it rings', 'noTalk', callsOf({ call: offered }), {}, true],
    ['that there is no talk, while there is', 'noTalk', calls(), {}, false],
    ['that after-call work is over, and there is none', 'acwIsOver', contextOf(), {}, true],
    ['that after-call work is over, while it is on', 'acwIsOver', contextOf({ acw: { since: 1, deadline: null } }), {}, false],
    ['that after-call work is on, while it is', 'acwIsOn', contextOf({ acw: { since: 1, deadline: null } }), {}, true],
    ['that after-call work is on, and there is none', 'acwIsOn', contextOf(), {}, false],
    ['that the agent is signed out', 'signedOut', contextOf(), {}, false],
  ])('says what is so already: %s', (_, says, context, more, answer) => {
    expect(saysWhatIsSoOfCalls(question(error({ says, ...more }), context))).toBe(answer);
    expect(saysWhatIsSoOfCalls(question({ type: 'call.held', says }, context))).toBe(false);
  });
});

describe('commands that block nothing', () => {
  const side = [
    pendingOf('queryStates', { id: 5 }),
    pendingOf('sendDtmf', { id: 6 }),
    pendingOf('sendDtmf', { id: 7, about: [9] }),
    pendingOf('queryAgents', { id: 8 }),
  ];
  const ids = (event: object) => guards.decidedBy(question(event, calls({ side }))).map(({ command }) => command.id);
  test('are settled each by what is said of it', () => {
    expect(ids({ type: 'command.accepted', id: 8 })).toEqual([8]);
    expect(ids({ type: 'command.refused', id: 5 })).toEqual([5]);
    // News of keys is news of those that were sent first.
    expect(ids({ type: 'dtmf.sent', leg: CUSTOMER })).toEqual([6]);
    expect(ids({ type: 'call.error', refuses: ['sendDtmf'] })).toEqual([6]);
    expect(ids({ type: 'deadline.reached', keys: ['5', '7'] })).toEqual([5, 7]);
    expect(ids({ type: 'connection.displaced' })).toEqual([5, 6, 7, 8]);
  });
});

describe('what an event decides', () => {
  const [hold, hang, keys] = [pendingOf('holdCall', { id: 3 }), pendingOf('hangup', { id: 2 }), pendingOf('sendDtmf', { id: 4 })];
  const context = calls({ ...lanesOf(hold, hang, keys), lateRejections: [] });
  const displaced = { type: 'connection.displaced' };
  test('is kept, the command sent first at the head', () => {
    expect(decideCommands(question(displaced, context)).decided?.map(({ command }) => command.id)).toEqual([2, 3, 4]);
    expect(decideOthers(question(displaced, context)).decided?.map(({ command }) => command.id)).toEqual([2, 4]);
    expect(decideCommands(question({ type: 'call.held' })).decided).toEqual([]);
  });

  test('is settled once, with that whose call is gone meanwhile', () => {
    const decided = [{ command: hang, outcome: 'confirmed' as const }];
    const gone = { ...contextOf({ ...lanesOf(hold, hang, keys) }), decided };
    expect(guards.isAnySettled(question({}, { decided }))).toBe(true);
    expect(settledNow(gone).map(({ command, outcome: how }) => [command.id, how])).toEqual([
      [2, 'confirmed'],
      [3, 'superseded'],
      [4, 'superseded'],
    ]);
  });

  test('leaves the rest pending', () => {
    const { pending, side, decided } = clear(context, [{ command: hold, outcome: 'confirmed' }]);
    expect([pending?.call, pending?.hangup, side, decided]).toEqual([null, hang, [keys], []]);
    expect(clear(context, [{ command: keys, outcome: 'confirmed' }])).toEqual({ pending: context.pending, side: [], decided: [] });
  });
});

describe('several commands', () => {
  const dtmf = { type: 'dtmf.sent', leg: CUSTOMER };
  const keys = (id: number) => pendingOf('sendDtmf', { id, confirmedBy: [{ fact: 'dtmf.sent' }] });
  const decided = (event: object, ...commands: readonly PendingCommand[]) =>
    guards.decidedBy(question(event, { ...calls(), ...lanesOf(...commands) })).map(({ command: { id } }) => id);

  test('of keys only those sent first are said to be sent; each is by its own answer', () => {
    expect(decided(dtmf, keys(1), keys(2))).toEqual([1]);
    expect(decided({ type: 'command.accepted', id: 2 }, keys(1), keys(2))).toEqual([2]);
  });

  test('of other lanes are all told by one fact, and keys beside them', () => {
    const hangup = pendingOf('hangup', { id: 1, confirmedBy: [{ fact: 'dtmf.sent' }] });
    const hold = pendingOf('holdCall', { id: 2, confirmedBy: [{ fact: 'dtmf.sent' }] });
    expect(decided(dtmf, hangup, hold).sort()).toEqual([1, 2]);
    expect(decided(dtmf, hangup, keys(3)).sort()).toEqual([1, 3]);
  });

  test('are settled when the object of one of them is gone', () => {
    const ofCall = pendingOf('holdCall', { id: 1, about: [1] });
    const ofOther = pendingOf('hangup', { id: 2, needs: 'call', about: [99] });
    const isAnySettled = (...commands: readonly PendingCommand[]) =>
      guards.isAnySettled(question({ type: 'network.measured' }, { ...calls(), ...lanesOf(...commands) }));
    expect(isAnySettled(ofCall)).toBe(false);
    expect(isAnySettled(ofCall, ofOther)).toBe(true);
  });
});

describe('a fact about either of two legs', () => {
  test('confirms a command whenever the calls were known', () => {
    const held = { type: 'call.held', leg: CUSTOMER };
    expect(confirmed(held, waitsFor('call.held', 'either', { known: [] }))).toBe(true);
    expect(confirmed({ ...held, leg: THIRD }, waitsFor('call.held', 'either', { known: [] }))).toBe(true);
    expect(confirmed({ ...held, leg: STRANGER }, waitsFor('call.held', 'either', { known: [3] }))).toBe(false);
  });

  test('that rings is not the call asked for, but may be what another command waits for', () => {
    const ringing = { type: 'call.ringing', leg: STRANGER, isIncoming: true };
    expect(confirmed(ringing, pendingOf('makeCall', { confirmedBy: [{ fact: 'call.ringing' }] }))).toBe(false);
    expect(confirmed(ringing, waitsFor('call.ringing'))).toBe(true);
  });
});
