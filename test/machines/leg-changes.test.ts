import { describe, expect, test } from '@jest/globals';
import * as acw from '../../machines/actions/acw-changes.js';
import * as calls from '../../machines/actions/call-changes.js';
import * as consults from '../../machines/actions/consult-changes.js';
import { Confidential, revealed, type AgentContext } from '../../machines/index.js';
import { question, waiting } from '../support/guard-question.js';
import { callLeg, consultLeg } from '../support/machine-context.js';

const CUSTOMER = { callID: 'call-1', partyID: 'party-1', callType: 'Inbound' };
const THIRD = { callID: 'call-1', partyID: 'party-2', callType: 'Consult' };
const details = (attributes: Record<string, unknown>) => new Confidential<Record<string, unknown>>(attributes);
const inConsult: Partial<AgentContext> = { call: callLeg, consult: consultLeg };
const notReady = { type: 'agent.notReady' };

describe('a call that begins', () => {
  test('of the agent\'s own is known by what was asked, and counted', () => {
    const opened = { type: 'request.opened', request: { details: details({ otherDN: '139' }) } };
    const change = calls.beginOwnCall(question(opened, { callNumber: 4, hasTalked: true }));
    expect(change).toMatchObject({ call: { callID: null, partyID: null, callType: null, establishedAt: null }, callNumber: 5, hasTalked: false, remembered: null });
    expect(revealed(change.call!.details)).toEqual({ otherDN: '139' });
  });

  test('of the agent\'s own may be asked for with nothing', () => {
    const change = calls.beginOwnCall(question({ type: 'request.opened', request: {} }));
    expect(revealed(change.call!.details)).toEqual({});
  });

  test('of the agent\'s own, begun by no request, is unnamed', () => {
    expect(revealed(calls.beginOwnCall(question(notReady)).call!.details)).toEqual({});
  });

  test('is known by the ids and details of the fact, and counted', () => {
    const ringing = { type: 'call.ringing', leg: CUSTOMER, details: details({ otherDN: '139' }) };
    const change = calls.beginCall(question(ringing, { ...inConsult, callNumber: 4, hasTalked: true }));
    expect(change).toMatchObject({ call: { ...CUSTOMER, establishedAt: null }, consult: null, callNumber: 5, hasTalked: false, remembered: null });
    expect(revealed(change.call!.details)).toEqual({ otherDN: '139' });
  });

  test('may have no details', () => {
    expect(revealed(calls.beginCall(question({ type: 'call.ringing', leg: CUSTOMER })).call!.details)).toEqual({});
  });
});

describe('a call that is answered', () => {
  const unanswered = { ...callLeg, establishedAt: null };

  test('is so from then on, and was talked on', () => {
    expect(calls.establishCall(question({ type: 'call.established' }, { call: unanswered }))).toEqual({ call: { ...callLeg, establishedAt: 10 }, hasTalked: true });
  });

  test('stays so from when it was', () => {
    expect(calls.establishCall(question({ type: 'call.established' }, { call: callLeg }))).toEqual({});
  });

  test('must be there', () => {
    expect(calls.establishCall(question({ type: 'call.established' }))).toEqual({});
  });

  test('is so when it is as old as the work, if the event has no time', () => {
    const { context } = question({}, { call: unanswered, workSince: 7 });
    expect(calls.establishCall({ context, event: { type: 'on' } })).toMatchObject({ call: { establishedAt: 7 } });
  });
});

describe('a call of which more is heard', () => {
  test('is known by that as well', () => {
    const fact = { type: 'call.held', leg: CUSTOMER, details: details({ skill: 'x' }) };
    const change = calls.updateCall(question(fact, { call: { ...callLeg, partyID: null } }));
    expect(change.call).toMatchObject(CUSTOMER);
    expect(revealed(change.call!.details)).toEqual({ skill: 'x' });
  });

  test('is the same where it is nothing new', () => {
    expect(calls.updateCall(question({ type: 'call.held', leg: CUSTOMER }, { call: callLeg })).call).toBe(callLeg);
  });

  test.each([[{ type: 'call.held', leg: CUSTOMER }, {}], [notReady, { call: callLeg }]])('must be there, and be told of: %j', (event, context) => {
    expect(calls.updateCall(question(event, context))).toEqual({});
  });
});

describe('a call that is over', () => {
  test('is remembered as such, and its consult', () => {
    const change = calls.endCall(question({ type: 'acw.started' }, { ...inConsult, hasTalked: true, ended: [{ callID: 'x' }] }));
    expect(change).toEqual({ ended: [CUSTOMER, THIRD, { callID: 'x' }], call: null, consult: null, hasTalked: false });
  });

  test('is remembered by the ids that its release is the first to name', () => {
    const own = { ...callLeg, callID: null, partyID: null, callType: null };
    expect(calls.endCall(question({ type: 'call.released', leg: CUSTOMER }, { call: own })).ended).toEqual([CUSTOMER]);
    expect(calls.endCall(question({ type: 'acw.started', leg: CUSTOMER }, { call: own })).ended).toEqual([]);
    expect(calls.endCall(question({ type: 'call.released', leg: CUSTOMER })).ended).toEqual([]);
  });

  test('is not remembered by the ids of the third party', () => {
    const unnamed = { ...callLeg, partyID: null, callType: null };
    const third = { ...consultLeg, partyID: null };
    const change = calls.endCall(question({ type: 'call.released', leg: THIRD }, { call: unnamed, consult: third }));
    expect(change.ended?.[0]).toEqual({ callID: 'call-1' });
  });

  test('is remembered though it was never heard of', () => {
    expect(calls.noteEnd(question({ type: 'call.released', leg: THIRD }))).toEqual({ ended: [THIRD] });
    expect(calls.noteEnd(question(notReady))).toEqual({ ended: [] });
  });
});

describe('a consult', () => {
  const dialing = { type: 'call.dialing', leg: THIRD, details: details({ otherDN: '1002' }) };

  test('begins with the ids of the fact, and with what was asked for', () => {
    const asked = waiting('call', 'initiateConsult', { details: details({ target: '1002' }) });
    const change = consults.beginConsult(question(dialing, { call: callLeg, ...asked }));
    expect(change.consult).toMatchObject({ ...THIRD, establishedAt: null });
    expect(revealed(change.consult!.details)).toEqual({ target: '1002', otherDN: '1002' });
    expect(change.ended).toEqual([]);
  });

  test('begins without what another command was given', () => {
    const asked = waiting('call', 'makeCall', { details: details({ target: '1002' }) });
    expect(revealed(consults.beginConsult(question(dialing, { call: callLeg, ...asked })).consult!.details)).toEqual({ otherDN: '1002' });
  });

  test('begins with nothing, where nothing is told or asked', () => {
    expect(revealed(consults.beginConsult(question({ type: 'call.dialing', leg: THIRD }, { call: callLeg })).consult!.details)).toEqual({});
  });

  test('ends the one before', () => {
    expect(consults.beginConsult(question(dialing, inConsult)).ended).toEqual([THIRD]);
  });

  test('does not begin by a fact about no leg', () => {
    expect(consults.beginConsult(question(notReady, inConsult))).toEqual({});
  });

  test('of which more is heard is known by that as well', () => {
    const change = consults.updateConsult(question(dialing, { ...inConsult, consult: { ...consultLeg, partyID: null } }));
    expect(change.consult).toMatchObject(THIRD);
    expect(revealed(change.consult!.details)).toEqual({ otherDN: '1002' });
  });

  test.each([[dialing, { call: callLeg }], [notReady, inConsult]])('of which more is heard must be there, and be told of: %#', (event, context) => {
    expect(consults.updateConsult(question(event, context))).toEqual({});
  });

  test('is answered once', () => {
    const answered = { ...consultLeg, establishedAt: 10 };
    expect(consults.establishConsult(question({}, inConsult))).toEqual({ consult: answered });
    expect(consults.establishConsult(question({ at: 11 }, { consult: answered }))).toEqual({});
    expect(consults.establishConsult(question({}))).toEqual({});
  });

  test('that ends is remembered as over, and the call stays', () => {
    expect(consults.endConsult(question({}, inConsult))).toEqual({ ended: [THIRD], consult: null });
  });

  test('takes the place of the customer who has gone', () => {
    expect(consults.promoteConsult(question({}, { ...inConsult, callNumber: 4 }))).toEqual({
      ended: [CUSTOMER], call: consultLeg, consult: null, callNumber: 5,
    });
  });
});

describe('after-call work', () => {
  const policy = (seconds: number | null) => ({ acwPolicy: { enabled: true, seconds } });

  test('lasts as long as is known', () => {
    expect(acw.beginAcw(question({}, policy(30)))).toEqual({ acw: { since: 10, deadline: 30_010 } });
    expect(acw.beginAcw(question({}, policy(null)))).toEqual({ acw: { since: 10, deadline: null } });
  });

  test('that is under way does not begin anew', () => {
    expect(acw.beginAcw(question({}, { ...policy(30), acw: { since: 1, deadline: null } }))).toEqual({});
  });

  const extended = { type: 'acw.extended' };
  const underWay = { acw: { since: 1, deadline: 1000 } };
  test.each<readonly [string, object, Partial<AgentContext>, object]>([
    ['by what the server says', { ...extended, seconds: 60 }, { ...underWay, ...waiting('call', 'delayACW', { seconds: 90 }) }, { acw: { since: 1, deadline: 61_000 } }],
    ['else by what was asked for', extended, { ...underWay, ...waiting('call', 'delayACW', { seconds: 90 }) }, { acw: { since: 1, deadline: 91_000 } }],
    ['by nothing, where neither is said', extended, underWay, { acw: { since: 1, deadline: 1000 } }],
    ['not where its length is not known', { ...extended, seconds: 60 }, { acw: { since: 1, deadline: null } }, {}],
    ['not where there is none', { ...extended, seconds: 60 }, {}, {}],
    ['not by another event', { type: 'agent.ready', seconds: 60 }, underWay, {}],
  ])('takes longer %s', (_, event, context, change) => {
    expect(acw.extendAcw(question(event, context))).toEqual(change);
  });

  test('ends', () => {
    expect(acw.endAcw()).toEqual({ acw: null });
  });

  test('cannot be changed by who sees it', () => {
    expect(Object.isFrozen(acw.beginAcw(question({})).acw)).toBe(true);
    expect(Object.isFrozen(acw.extendAcw(question(extended, underWay)).acw)).toBe(true);
  });
});
