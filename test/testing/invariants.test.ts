import { describe, expect, test } from '@jest/globals';
import type { AgentState } from '../../adapters/sobot/index.js';
import type { CommandRecord, Ending, Hearing, History, Look, Notification } from '../../adapters/testing/history/history.js';
import { invariants } from '../../adapters/testing/invariants/index.js';
import { InvariantWatch } from '../../adapters/testing/invariants/watch.js';
import { COMMANDS } from '../../src/index.js';
import { benchAt } from '../support/bench/index.js';

const TALKING = benchAt('talking').state();
const MUTED = benchAt('talking', { isMuted: true }).state();
const HOLDING = benchAt('holding').state();
const GONE = benchAt('holding, consulted party gone').state();
const CONSULTING = benchAt('consulting, connected').state();
const IDLE = benchAt('idle').state();
const CALLING = benchAt('calling').state();
const ACW = benchAt('acw').state();
const BREAK = benchAt('idle', { standing: 'connected, break 14' }).state();
const DISPLACED = benchAt('idle', { standing: 'displaced, offline' }).state();
const SIGNING_IN = benchAt('idle', { standing: 'displaced, loggingIn' }).state();
const NOW = TALKING.since;

const changed = (state: AgentState, change: object): AgentState => Object.freeze({ ...state, ...change });
const pending = (...entries: (readonly [command: string, since: number, deadline: number])[]) =>
  Object.freeze(entries.map(([command, since, deadline]) => Object.freeze({ command, since, deadline })));
const without = (state: AgentState, ...commands: string[]) =>
  changed(state, { allowed: Object.freeze(state.allowed.filter((command) => !commands.includes(command))) });
const withMore = (state: AgentState, ...commands: string[]) => changed(state, { allowed: Object.freeze([...state.allowed, ...commands]) });

const RINGS = Object.freeze({
  callID: 'call-2',
  partyID: null,
  callType: 'Inbound',
  otherDN: null,
  attachedData: null,
  establishedAt: null,
  work: 'ringing',
  since: NOW,
});

/** Asking a third party whose leg has a call of its own. */
const ASKING = changed(CONSULTING, { consult: { ...CONSULTING.consult, callID: 'call-3' } });

type Feed = (watch: InvariantWatch) => void;

const told =
  (state: AgentState, before = changed(state, {}), more: Partial<Notification> = {}): Feed =>
  (watch) => {
    watch.told({ state, snapshot: state, at: NOW, ...more }, before);
  };

const looked =
  (state: AgentState, more: Partial<Look> = {}): Feed =>
  (watch) => {
    const can = COMMANDS.filter((command) => state.allowed.includes(command));
    watch.looked({ state, told: state, at: NOW, can, unrefused: can, ...more });
  };

const entry = (more: Partial<CommandRecord> = {}): CommandRecord => ({
  command: 'holdCall',
  at: NOW,
  before: TALKING,
  isInvalid: false,
  reached: 1,
  isPromised: true,
  hasCallbacks: true,
  personal: [],
  endings: [],
  ...more,
});
const NOT_ALLOWED: Partial<CommandRecord> = { command: 'answer', reached: 0 };
const INVALID: Partial<CommandRecord> = { isInvalid: true, reached: 0 };

const returned =
  (more: Partial<CommandRecord>): Feed =>
  (watch) => {
    watch.returned(entry(more));
  };

type End = readonly [by: Ending['by'], code?: string | null, text?: string];
const endings = (...ends: End[]): Ending[] => ends.map(([by, code = null, text = '']) => ({ by, code, text, at: NOW }));
const ended =
  (more: Partial<CommandRecord>, ...ends: End[]): Feed =>
  (watch) => {
    const all = endings(...ends);
    for (const [index, ending] of all.entries()) watch.ended(entry({ ...more, endings: all.slice(0, index + 1) }), ending);
  };

/** A message arrives in this state, and the page shows that one afterwards. */
const heard =
  (messageID: string, said: object, before: AgentState, after = before, more: Partial<Hearing> = {}): Feed =>
  (watch) => {
    const message = { messageID, ...said };
    watch.heard({ messageID, message, at: NOW, isRepeated: false, before, atOnce: after, after, reports: [], ...more });
  };
const idsOf = ({ call }: AgentState): object => ({ callID: call?.callID, partyID: call?.partyID, callType: call?.callType });
const dropped = (rule: string | null): Partial<Hearing> => ({ reports: [{ type: 'ignored', rule }] });

const over =
  (history: Partial<History>, current: AgentState | null, isOver = true): Feed =>
  (watch) => {
    watch.finish({ first: IDLE, notifications: [], commands: [], ...history }, current, isOver);
  };
const notified = (...states: AgentState[]) => states.map((state) => ({ state, snapshot: state, at: NOW }));

interface Row {
  readonly wrong: readonly Feed[];
  /** Feeds that come near it, and are right. */
  readonly right: readonly Feed[];
}

const ROWS: Readonly<Record<string, Row>> = {
  'a command in allowed is never refused for its state': {
    wrong: [
      returned({ reached: 0 }),
      returned({ reached: 2 }),
      ended({ reached: 0 }, ['reject', 'NOT_ALLOWED']),
      ended({ reached: 0 }, ['reject', 'IN_FLIGHT']),
    ],
    right: [
      returned({}),
      returned(NOT_ALLOWED),
      ended({}, ['reject', 'TIMEOUT']),
      ended({}, ['reject', 'DISPOSED']),
      ended(NOT_ALLOWED, ['reject', 'NOT_ALLOWED']),
      returned({ before: null, reached: 0 }),
    ],
  },
  'a command not in allowed never reaches the SDK': {
    wrong: [returned({ ...NOT_ALLOWED, reached: 1 }), ended(NOT_ALLOWED, ['resolve']), ended(NOT_ALLOWED, ['success'])],
    right: [returned(NOT_ALLOWED), returned({}), ended(NOT_ALLOWED, ['reject', 'NOT_ALLOWED'], ['error', 'NOT_ALLOWED'])],
  },
  'a command with invalid parameters never reaches the SDK': {
    wrong: [
      returned({ ...INVALID, reached: 1 }),
      ended(INVALID, ['resolve']),
      ended(INVALID, ['success']),
      ended(INVALID, ['reject', 'TIMEOUT']),
    ],
    right: [
      returned(INVALID),
      ended(INVALID, ['reject', 'INVALID_PARAMETER']),
      ended({ ...INVALID, ...NOT_ALLOWED }, ['reject', 'NOT_ALLOWED']),
    ],
  },
  'allowed is exactly the commands for which can is true and whyNot is null': {
    wrong: [
      looked(TALKING, { can: [] }),
      looked(TALKING, { unrefused: COMMANDS }),
      looked(without(TALKING, 'hangup'), { can: COMMANDS.filter((command) => TALKING.allowed.includes(command)) }),
    ],
    right: [looked(TALKING), looked(IDLE)],
  },
  "allowed is what the contract's table says": {
    wrong: [
      told(without(TALKING, 'hangup')),
      told(withMore(IDLE, 'hangup')),
      told(without(ACW, 'completeACW')),
      told(withMore(HOLDING, 'muteCall', 'unmute')),
      told(withMore(TALKING, 'retrieveConsult')),
      told(changed(TALKING, { pending: pending(['holdCall', NOW, NOW + 1]) })),
    ],
    right: [told(TALKING), told(MUTED), told(HOLDING), told(GONE), told(CONSULTING), told(ACW), told(DISPLACED)],
  },
  'on and off are always allowed, and no command is listed twice': {
    wrong: [told(without(TALKING, 'on')), told(without(TALKING, 'off')), told(withMore(TALKING, 'hangup'))],
    right: [told(TALKING)],
  },
  'call is null exactly in idle and acw': {
    wrong: [
      told(changed(TALKING, { call: null })),
      told(changed(IDLE, { call: TALKING.call })),
      told(changed(ACW, { call: TALKING.call })),
    ],
    right: [told(TALKING), told(IDLE), told(ACW), told(CALLING)],
  },
  'consult is set exactly while consulting': {
    wrong: [told(changed(CONSULTING, { consult: null })), told(changed(TALKING, { consult: CONSULTING.consult }))],
    right: [told(CONSULTING), told(GONE)],
  },
  'acw is set exactly in acw': {
    wrong: [
      told(changed(ACW, { acw: null })),
      told(changed(TALKING, { acw: ACW.acw })),
      told(changed(ACW, { acw: { since: NOW, deadline: NOW - 1 } })),
    ],
    right: [told(ACW), told(IDLE)],
  },
  'muted only with an established call': {
    wrong: [told(changed(IDLE, { muted: true })), told(changed(CALLING, { muted: true })), told(changed(ACW, { muted: true }))],
    right: [told(MUTED), told(TALKING)],
  },
  'a call is established exactly in talking, holding, consulting and conferencing': {
    wrong: [
      told(changed(TALKING, { call: { ...TALKING.call, establishedAt: null } })),
      told(changed(CALLING, { call: { ...CALLING.call, establishedAt: NOW } })),
    ],
    right: [told(TALKING), told(HOLDING), told(CALLING)],
  },
  'reasonCode matches login': {
    wrong: [
      told(changed(BREAK, { reasonCode: null })),
      told(changed(BREAK, { reasonCode: 2 })),
      told(changed(BREAK, { reasonCode: 19 })),
      told(changed(BREAK, { login: 'dnd', reasonCode: 11 })),
      told(changed(BREAK, { login: 'online', reasonCode: 14 })),
      told(changed(BREAK, { login: 'locked', reasonCode: 98 })),
    ],
    right: [told(BREAK), told(changed(BREAK, { login: 'dnd', reasonCode: 2 })), told(IDLE)],
  },
  'a page that is displaced is offline and without a call, and nothing signs it in again': {
    wrong: [
      told(changed(DISPLACED, { login: 'online' })),
      told(changed(DISPLACED, { work: 'ringing', call: TALKING.call })),
      told(changed(DISPLACED, { work: 'talking', call: TALKING.call }), TALKING),
      told(changed(DISPLACED, { pending: pending(['holdCall', NOW, NOW + 1]) }), TALKING),
    ],
    right: [
      told(DISPLACED, TALKING),
      told(SIGNING_IN, DISPLACED),
      told(changed(SIGNING_IN, { work: 'ringing' }), SIGNING_IN),
      told(changed(DISPLACED, { pending: pending(['login', NOW, NOW + 9]) }), TALKING),
    ],
  },
  'connection, login, work, onHold, device, consult and waiting have values of the contract only': {
    wrong: [
      told(changed(IDLE, { connection: 'lost' })),
      told(changed(IDLE, { login: 'away' })),
      told(changed(IDLE, { work: 'occupied' })),
      told(changed(CONSULTING, { consult: { ...CONSULTING.consult, phase: 'ringing' } })),
      told(changed(HOLDING, { onHold: 'nobody' })),
      told(changed(IDLE, { device: 'broken' })),
      told(changed(TALKING, { waiting: [{ ...RINGS, work: 'consulting' }] })),
    ],
    right: [told(IDLE), told(CONSULTING), told(changed(IDLE, { connection: 'interrupted', allowed: ['initAgent', 'on', 'off'] }))],
  },
  'every entry of pending has a deadline and is gone after it': {
    wrong: [
      told(changed(CALLING, { pending: pending(['makeCall', NOW, Number.NaN]) })),
      told(changed(CALLING, { pending: pending(['makeCall', NOW, Number.POSITIVE_INFINITY]) })),
      told(changed(CALLING, { pending: pending(['makeCall', NOW, NOW]) })),
      looked(CALLING, { overdue: [{ what: 'makeCall', ms: 0, awakeFor: 0 }] }),
      over({ first: CALLING }, CALLING),
    ],
    right: [
      told(CALLING),
      looked(CALLING),
      looked(CALLING, { at: CALLING.pending[0]!.deadline }),
      looked(ACW, { overdue: [{ what: 'after-call work', ms: 0, awakeFor: 0 }] }),
      over({ first: CALLING }, CALLING, false),
      over({}, IDLE),
    ],
  },
  'a state that waits for an answer has its command in pending': {
    wrong: [
      told(changed(CALLING, { pending: pending() })),
      told(changed(IDLE, { login: 'loggingIn' })),
      told(changed(IDLE, { login: 'loggingOut' })),
      told(changed(IDLE, { connection: 'initializing' })),
    ],
    right: [told(CALLING), told(SIGNING_IN)],
  },
  'pending lists the first sent first': {
    wrong: [
      told(
        changed(TALKING, { pending: pending(['queryStates', NOW, NOW + 9], ['holdCall', NOW - 1, NOW + 9]) }),
        changed(TALKING, { pending: pending(['holdCall', NOW - 1, NOW + 9]) }),
      ),
    ],
    right: [
      told(changed(TALKING, { pending: pending(['queryStates', NOW - 1, NOW + 9], ['holdCall', NOW, NOW + 9]) })),
      // The clock was set back between the two.
      told(
        changed(TALKING, { pending: pending(['holdCall', NOW, NOW + 9], ['queryStates', NOW - 9, NOW]) }),
        changed(TALKING, { pending: pending(['holdCall', NOW, NOW + 9]) }),
      ),
    ],
  },
  'at most one login command and one call command are pending, escapes left out': {
    wrong: [
      told(changed(TALKING, { pending: pending(['holdCall', NOW, NOW + 9], ['singleTransfer', NOW, NOW + 9]) })),
      told(changed(TALKING, { pending: pending(['unmute', NOW, NOW + 9], ['muteCall', NOW, NOW + 9]) })),
      told(changed(TALKING, { pending: pending(['ready', NOW, NOW + 9], ['logout', NOW, NOW + 9]) })),
      told(changed(TALKING, { pending: pending(['hangup', NOW, NOW + 9], ['hangup', NOW, NOW + 9]) })),
    ],
    right: [
      told(
        changed(TALKING, {
          pending: pending(['initiateConsult', NOW, NOW + 9], ['cancelConsult', NOW, NOW + 9], ['hangup', NOW, NOW + 9]),
        }),
      ),
      told(
        changed(TALKING, {
          pending: pending(['holdCall', NOW, NOW + 9], ['muteCall', NOW, NOW + 9], ['sendDtmf', NOW, NOW + 9], ['sendDtmf', NOW, NOW + 9]),
        }),
      ),
      told(changed(TALKING, { pending: pending(['makeCall', NOW, NOW + 9], ['answer', NOW, NOW + 9]) })),
      told(changed(TALKING, { pending: pending(['ready', NOW, NOW + 9], ['resetLogout', NOW, NOW + 9], ['holdCall', NOW, NOW + 9]) })),
      told(changed(TALKING, { pending: pending(['queryStates', NOW, NOW + 9], ['queryStates', NOW, NOW + 9]) })),
    ],
  },
  'every promise settles exactly once': {
    wrong: [
      returned({ isPromised: false }),
      ended({}, ['resolve'], ['reject', 'TIMEOUT']),
      ended({}, ['resolve'], ['resolve']),
      over({ commands: [entry()] }, IDLE),
      over({ commands: [entry({ endings: endings(['success']) })] }, IDLE),
    ],
    right: [
      returned({ before: null, isPromised: false }),
      ended({}, ['resolve'], ['success']),
      over({ commands: [entry()] }, IDLE, false),
      over({ commands: [entry({ endings: endings(['resolve'], ['success']) })] }, IDLE),
    ],
  },
  'of success and error one is called, once, and says what the promise says': {
    wrong: [
      ended({}, ['success'], ['success']),
      ended({}, ['success'], ['error', 'TIMEOUT']),
      ended({}, ['resolve'], ['error', 'TIMEOUT']),
      ended({}, ['reject', 'TIMEOUT'], ['success']),
      over({ commands: [entry({ endings: endings(['resolve']) })] }, IDLE),
    ],
    right: [
      ended({}, ['resolve'], ['success']),
      ended({}, ['error', 'TIMEOUT'], ['reject', 'TIMEOUT']),
      over({ commands: [entry({ hasCallbacks: false, endings: endings(['resolve']) })] }, IDLE),
    ],
  },
  'a command never throws, and fails with a code of the contract only': {
    wrong: [
      ended({}, ['throw', 'without a code']),
      ended({ before: null }, ['throw', 'without a code']),
      ended({}, ['reject', 'without a code']),
      ended({}, ['reject', '330042']),
    ],
    right: [ended({}, ['reject', 'REJECTED']), ended({ before: null }, ['reject', 'without a code'])],
  },
  'the subscriber sees every state once and in order': {
    wrong: [
      told(TALKING, TALKING),
      looked(TALKING, { told: IDLE }),
      over({ notifications: notified(TALKING, HOLDING, TALKING) }, TALKING),
      over({ notifications: notified(TALKING, IDLE) }, IDLE),
      over({ notifications: notified(TALKING) }, HOLDING),
      over({ notifications: [{ state: TALKING, snapshot: HOLDING, at: NOW }] }, TALKING),
      over({ notifications: [...notified(TALKING), { state: HOLDING, snapshot: TALKING, at: NOW }] }, HOLDING),
    ],
    right: [
      told(TALKING, HOLDING),
      looked(TALKING),
      over({ notifications: notified(TALKING, HOLDING) }, HOLDING),
      over({ notifications: [{ state: TALKING, snapshot: HOLDING, at: NOW }, ...notified(HOLDING)] }, HOLDING),
      over({}, IDLE),
      over({ first: null }, null),
    ],
  },
  'getSnapshot returns the same reference until something changes': {
    wrong: [told(TALKING, Object.freeze({ ...TALKING }))],
    right: [told(TALKING, changed(TALKING, { muted: true }))],
  },
  'the state is immutable': {
    wrong: [
      told({ ...TALKING }, HOLDING),
      told(changed(TALKING, { call: { ...TALKING.call } }), HOLDING),
      told(changed(TALKING, { pending: [] }), HOLDING),
      told(changed(TALKING, { allowed: [...TALKING.allowed] }), HOLDING),
      told(changed(ACW, { acw: { ...ACW.acw } }), TALKING),
      told(changed(CONSULTING, { consult: { ...CONSULTING.consult } }), HOLDING),
      told(changed(CALLING, { pending: Object.freeze([{ ...CALLING.pending[0] }]) }), IDLE),
      told(changed(TALKING, { network: { ping: 1 } }), HOLDING),
    ],
    right: [told(TALKING, HOLDING), told(CONSULTING, HOLDING), told(ACW, TALKING), told(CALLING, IDLE)],
  },
  'no time is shown that was in the future when it was first shown': {
    wrong: [
      told(changed(TALKING, { since: NOW + 1 }), HOLDING),
      told(changed(TALKING, { since: Number.NaN }), HOLDING),
      told(changed(TALKING, { call: { ...TALKING.call, establishedAt: NOW + 1 } }), TALKING),
      told(changed(TALKING, { pending: pending(['holdCall', NOW + 1, NOW + 9]) }), TALKING),
      told(changed(TALKING, { waiting: [{ ...RINGS, since: NOW + 1 }] }), TALKING),
      told(changed(ACW, { acw: { since: NOW + 1, deadline: null } }), TALKING, { latest: NOW + 5 }),
      told(changed(TALKING, { since: NOW + 1 }), changed(HOLDING, { since: NOW + 1 })),
    ],
    right: [
      told(TALKING, HOLDING),
      // By the server's time, which may be older than what was shown before.
      told(changed(TALKING, { since: NOW - 5 }), changed(HOLDING, { since: NOW - 3 })),
      // The clock was set back since.
      told(changed(MUTED, { since: NOW + 5 }), changed(TALKING, { since: NOW + 5 }), { latest: NOW + 5 }),
      // The third party, who had answered before that, is the call.
      told(changed(TALKING, { call: { ...TALKING.call, establishedAt: NOW + 5 } }), CONSULTING, { latest: NOW + 5 }),
    ],
  },
  'since moves with work, with another call and with a regain only': {
    wrong: [told(TALKING, changed(TALKING, { since: NOW - 5 }))],
    right: [
      told(TALKING, changed(HOLDING, { since: NOW - 5 })),
      told(TALKING, changed(TALKING, { since: NOW - 5, call: { ...TALKING.call, partyID: 'another' } })),
      told(TALKING, changed(TALKING, { muted: true })),
      told(TALKING, changed(TALKING, { since: NOW - 5 }), { heard: 'EventAgentRegainStatus' }),
    ],
  },
  'onHold names a party that can wait in this work status': {
    wrong: [
      told(changed(TALKING, { onHold: 'customer' })),
      told(changed(HOLDING, { onHold: null })),
      told(changed(HOLDING, { onHold: 'conference' })),
      told(changed(CONSULTING, { onHold: 'conference' })),
    ],
    right: [
      told(TALKING),
      told(HOLDING),
      told(CONSULTING),
      told(changed(CONSULTING, { onHold: 'thirdParty' })),
      told(changed(CONSULTING, { onHold: null })),
    ],
  },
  'calls wait only beside a live call, 32 at most, each with its times': {
    wrong: [
      told(changed(IDLE, { waiting: [RINGS] })),
      told(changed(ACW, { waiting: [RINGS] })),
      told(changed(TALKING, { waiting: Array.from({ length: 33 }, () => RINGS) })),
      told(changed(TALKING, { waiting: [{ ...RINGS, work: 'holding' }] })),
      told(changed(TALKING, { waiting: [{ ...RINGS, establishedAt: NOW }] })),
    ],
    right: [
      told(withMore(changed(TALKING, { waiting: Object.freeze([RINGS]) }), 'answer', 'rejectCall')),
      told(changed(TALKING, { waiting: Object.freeze([Object.freeze({ ...RINGS, work: 'holding', establishedAt: NOW })]) })),
    ],
  },
  'each call is in one place: in hand, or one of those that wait': {
    wrong: [
      told(changed(TALKING, { waiting: [{ ...RINGS, ...idsOf(TALKING) }] })),
      told(changed(TALKING, { waiting: [{ ...RINGS, ...idsOf(TALKING), partyID: 'another' }] })),
      told(changed(TALKING, { waiting: [RINGS, RINGS] })),
    ],
    right: [
      told(changed(TALKING, { waiting: [RINGS] })),
      told(changed(TALKING, { waiting: [RINGS, { ...RINGS, callID: 'call-3' }] })),
      told(
        changed(TALKING, {
          waiting: [
            { ...RINGS, callID: null },
            { ...RINGS, callID: null },
          ],
        }),
      ),
    ],
  },
  'device is what the service last said of the phone, and changes nothing about calls': {
    wrong: [
      told(changed(TALKING, { device: 'lost' }), TALKING, { heard: 'EventReleased' }),
      told(changed(TALKING, { device: 'lost' }), TALKING, { heard: 'EventRegistered' }),
      told(changed(TALKING, { device: 'registered' }), TALKING, { heard: null }),
      told(changed(ACW, { device: 'lost' }), TALKING, { heard: 'EventUnregistered' }),
    ],
    right: [
      told(changed(TALKING, { device: 'lost' }), TALKING, { heard: 'EventUnregistered' }),
      told(changed(TALKING, { device: 'lost' }), TALKING, { heard: 'EventUnreachable' }),
      told(changed(TALKING, { device: 'registered' }), changed(TALKING, { device: 'lost' }), { heard: 'EventRegistered' }),
      told(changed(DISPLACED, { device: 'unknown' }), changed(TALKING, { device: 'lost' }), { heard: 'EventAgentConnectionChanged' }),
      told(ACW, TALKING, { heard: 'EventReleased' }),
    ],
  },
  'what has a deadline ends in time, although the computer slept or its clock was set': {
    wrong: [
      looked(CALLING, { overdue: [{ what: 'makeCall', ms: 1001, awakeFor: 1001 }] }),
      looked(ACW, { overdue: [{ what: 'after-call work', ms: 3_600_000, awakeFor: 0 }] }),
    ],
    right: [looked(CALLING), looked(CALLING, { overdue: [{ what: 'makeCall', ms: 1000, awakeFor: 1000 }] })],
  },
  'a message that says what is not so changes the state, or is reported with a rule of the list': {
    wrong: [
      heard('EventReleased', idsOf(TALKING), TALKING),
      heard('EventReleased', idsOf(HOLDING), HOLDING),
      heard('EventAgentHoldCall', idsOf(TALKING), TALKING),
      heard('EventAgentRetrieveCall', idsOf(HOLDING), HOLDING),
      heard('EventAgentMute', idsOf(TALKING), TALKING),
      heard('EventAgentUnmute', idsOf(MUTED), MUTED),
      heard('EventRinging', { callID: 'new' }, IDLE),
      heard('EventAgentReady', {}, BREAK),
      heard('EventAgentLogout', {}, IDLE),
      heard('EventAgentConnectionChanged', {}, IDLE),
      heard('EventReleased', idsOf(TALKING), TALKING, TALKING, dropped('because')),
      heard('EventReleased', idsOf(TALKING), TALKING, TALKING, dropped(null)),
      heard('EventReleased', idsOf(TALKING), TALKING, TALKING, dropped('toString')),
    ],
    right: [
      heard('EventReleased', idsOf(TALKING), TALKING, ACW),
      heard('EventReleased', idsOf(TALKING), TALKING, TALKING, dropped('late')),
      heard('EventReleased', idsOf(TALKING), TALKING, TALKING, { reports: [{ type: 'malformed', rule: null }] }),
      heard('EventReleased', idsOf(TALKING), TALKING, TALKING, { isRepeated: true }),
      heard('EventReleased', { callID: 'unknown' }, TALKING),
      heard('EventReleased', idsOf(TALKING), changed(TALKING, { pending: pending(['consultTransfer', NOW, NOW + 9]) })),
      heard('EventAgentHoldCall', idsOf(HOLDING), HOLDING),
      heard('EventAgentMute', idsOf(MUTED), MUTED),
      heard('EventAgentReady', {}, IDLE),
      heard('EventOfAnotherVersion', {}, TALKING),
      heard('EventReleased', {}, TALKING, TALKING, { message: null }),
      heard('EventReleased', { ...idsOf(TALKING), messageID: Number.NaN }, TALKING),
    ],
  },
  'an error states only what the table says': {
    wrong: [
      heard('EventError', { errorCode: '330132' }, TALKING, ACW),
      heard('EventError', {}, TALKING, IDLE),
      heard('EventError', { errorCode: '330102' }, TALKING, IDLE),
      heard('EventError', { errorCode: 330303 }, ACW, IDLE),
      heard('EventError', { errorCode: '330303' }, changed(TALKING, { waiting: [] }), changed(IDLE, { login: 'offline' })),
      heard('EventError', { errorCode: '330039' }, IDLE, DISPLACED),
      heard('EventError', { errorCode: '330049' }, IDLE, changed(IDLE, { connection: 'interrupted' })),
      heard('EventError', { errorCode: '330132' }, IDLE, ACW),
      heard('EventError', { errorCode: '330132' }, changed(TALKING, { waiting: [RINGS] }), TALKING),
      heard('EventError', { errorCode: '330132' }, ASKING, GONE),
    ],
    right: [
      heard('EventError', { errorCode: '330132' }, CALLING, IDLE),
      heard('EventError', { errorCode: ' 330303 ' }, TALKING, ACW),
      heard('EventError', { errorCode: 330102 }, ACW, IDLE),
      heard('EventError', { errorCode: '330013' }, CALLING, ACW),
      heard('EventError', { errorCode: '330049' }, TALKING, DISPLACED),
      heard('EventError', { errorCode: '330005' }, TALKING, changed(IDLE, { login: 'offline' })),
      heard('EventError', { errorCode: '330051' }, TALKING, changed(TALKING, { connection: 'interrupted' })),
      heard('EventError', { errorCode: '330132' }, changed(TALKING, { connection: 'interrupted' }), TALKING),
      heard('EventError', { errorCode: '330132' }, ACW, IDLE, { overdue: [{ what: 'after-call work', ms: 0, awakeFor: 0 }] }),
      heard('EventError', { errorCode: '330132' }, changed(CONSULTING, { pending: pending(['consultTransfer', NOW, NOW + 9]) }), ACW),
      // The third party's end was told before; the refusal says that it was no part of a conference.
      heard('EventError', { errorCode: '330132' }, changed(ASKING, { pending: pending(['consultConference', NOW, NOW + 9]) }), GONE),
      // A transfer that counted as done is refused after all.
      heard('EventError', { errorCode: '330132' }, ACW, TALKING),
      heard('EventReleased', idsOf(TALKING), TALKING, ACW),
    ],
  },
  'an error repeats no token and no phone number': {
    wrong: [ended({ personal: ['13512345678'] }, ['reject', 'REJECTED', 'the number 13512345678 is unknown'])],
    right: [
      ended({ personal: ['13512345678'] }, ['reject', 'REJECTED', 'the number *** is unknown']),
      ended({ personal: ['13512345678'] }, ['resolve']),
    ],
  },
};

const namesFound = (feed: Feed): readonly string[] => {
  const watch = new InvariantWatch();
  feed(watch);
  return watch.violations.map(({ invariant }) => invariant);
};

describe.each(Object.entries(ROWS))('%s', (name, { wrong, right }) => {
  test.each(wrong.map((feed, index) => [index, feed] as const))('is broken by wrong history %i', (_, feed) => {
    expect(namesFound(feed)).toContain(name);
  });

  test.each(right.map((feed, index) => [index, feed] as const))('holds in right history %i', (_, feed) => {
    expect(namesFound(feed)).not.toContain(name);
  });
});

describe('the list of invariants', () => {
  test('has a row above for each of them', () => {
    expect(Object.keys(ROWS).sort()).toEqual(invariants.map(({ name }) => name).sort());
  });

  test('says of each what is lost without it and where it comes from', () => {
    for (const { meaning, source, ...checks } of invariants) {
      expect(meaning).toMatch(/^[A-Z].*\.$/);
      expect(source).toMatch(/^contract §\d/);
      expect(Object.keys(checks).length).toBeGreaterThan(1);
    }
    expect(new Set(invariants.map(({ name }) => name)).size).toBe(invariants.length);
  });
});

describe('the watch', () => {
  test('finds nothing in states as they really are', () => {
    for (const state of [TALKING, MUTED, HOLDING, GONE, CONSULTING, IDLE, CALLING, ACW, BREAK, DISPLACED, SIGNING_IN]) {
      expect(namesFound(looked(state))).toEqual([]);
    }
  });

  test('says in words what is wrong', () => {
    const watch = new InvariantWatch();
    looked(changed(IDLE, { muted: true }))(watch);
    expect(watch.violations).toContainEqual({
      invariant: 'muted only with an established call',
      problem: 'the microphone is muted, and work is idle',
    });
  });

  test('reports the same invariant a few times only, and does not hide the others behind it', () => {
    const watch = new InvariantWatch();
    for (let time = 0; time < 50; time += 1) looked(changed(IDLE, { muted: true }))(watch);
    looked(changed(IDLE, { reasonCode: 11 }))(watch);
    const muted = watch.violations.filter(({ invariant }) => invariant.startsWith('muted'));
    expect(muted).toHaveLength(5);
    expect(watch.violations.some(({ invariant }) => invariant.startsWith('reasonCode'))).toBe(true);
  });

  test('survives what is no state at all, and says so', () => {
    for (const nonsense of [{}, { pending: null }, null, 'talking']) {
      const watch = new InvariantWatch();
      expect(() => told(nonsense as unknown as AgentState, IDLE)(watch)).not.toThrow();
      expect(watch.violations.some(({ problem }) => problem.includes('no AgentState'))).toBe(true);
    }
  });

  test('asks only the invariants it was given', () => {
    const watch = new InvariantWatch([]);
    looked(changed(IDLE, { muted: true }))(watch);
    expect(watch.violations).toEqual([]);
  });

  test('does not repeat a value that may be personal', () => {
    const secret = '13512345678';
    const watch = new InvariantWatch();
    told(changed(IDLE, { call: { ...TALKING.call, otherDN: secret } }))(watch);
    ended({ personal: [secret] }, ['reject', 'REJECTED', secret])(watch);
    expect(watch.violations.length).toBeGreaterThan(1);
    expect(JSON.stringify(watch.violations)).not.toContain(secret);
  });
});
