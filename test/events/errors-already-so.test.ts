import { describe, expect, test } from '@jest/globals';
import { connect, CUSTOMER, deskIn, essence, newDesk, STRANGER, type Desk, type Situation } from '../support/desk.js';

/*
 * The vendor's codes by what they say: "not in talk", "call ended", "not in sorting or it ended", "in sorting",
 * "not signed in" and "logged in elsewhere".
 */
const NOT_IN_TALK = ['330039', '330063'];
const CALL_ENDED = ['330303'];
const ACW_OVER = ['330102'];
const ACW_ON = ['330013', '330043'];
const SIGNED_OUT = ['330005', '330010', '330015', '330017', '330054', '330055', '330097', '391031'];
const ELSEWHERE = ['330049', '330099', '330143', '397000'];

const NO_CALL = [...NOT_IN_TALK, ...CALL_ENDED];
const NAMED = { callID: CUSTOMER.callID, partyID: CUSTOMER.partyID };

/** The service says no; what is reported of it, and whether it has changed anything. */
function refused(desk: Desk, errorCode: string, leg: object = {}) {
  const before = essence(desk.state());
  desk.divergences.length = 0;
  desk.emit('EventError', { errorCode, ...leg });
  expect(essence(desk.state())).toEqual(before);
  return desk.divergences;
}

const ignored = (outcome: Promise<unknown>) => void outcome.catch(() => undefined);

describe.each(NO_CALL)('%s is no divergence', (code) => {
  test.each([['naming no leg', {}], ['naming the leg', NAMED]])('when the customer has hung up while hangup was under way, %s', (_, leg) => {
    const desk = deskIn('talking');
    ignored(desk.agent.hangup());
    desk.emit('EventReleased', CUSTOMER);
    expect(desk.state().work).toBe('acw');
    expect(refused(desk, code, leg)).toEqual([]);
  });

  test('when the caller has given up while rejectCall was under way', () => {
    const desk = deskIn('ringing');
    ignored(desk.agent.rejectCall());
    desk.emit('EventReleased', CUSTOMER);
    expect(refused(desk, code)).toEqual([]);
  });

  test('when hangup was tried again after its deadline, and both are refused', () => {
    const desk = deskIn('talking');
    ignored(desk.agent.hangup());
    desk.clock.increment(10_000);
    ignored(desk.agent.hangup());
    desk.emit('EventReleased', CUSTOMER);
    expect(refused(desk, code)).toEqual([]);
    expect(refused(desk, code)).toEqual([]);
  });

  test.each(['holdCall', 'muteCall', 'answer'] as const)('when %s was for a call that is over for longer than a refusal takes', (command) => {
    const desk = deskIn(command === 'answer' ? 'ringing' : 'talking');
    ignored(desk.agent[command]());
    desk.emit('EventReleased', CUSTOMER);
    desk.clock.increment(5_000);
    expect(refused(desk, code)).toEqual([]);
  });

  test('when holdCall and hangup were both under way, and both are refused', () => {
    const desk = deskIn('talking');
    ignored(desk.agent.holdCall());
    ignored(desk.agent.hangup());
    desk.emit('EventReleased', CUSTOMER);
    expect(refused(desk, code)).toEqual([]);
    expect(refused(desk, code)).toEqual([]);
  });

  test('when it names a call that is over, and the next one is there', () => {
    const desk = deskIn('talking');
    desk.emit('EventReleased', CUSTOMER);
    desk.emit('EventRinging', STRANGER);
    desk.emit('EventEstablished', STRANGER);
    expect(refused(desk, code, NAMED)).toEqual([]);
  });

  test.each(['talking', 'holding', 'conferencing', 'consulting talking'] as const)('but while %s it is one', (situation) => {
    expect(refused(deskIn(situation), code)).toEqual(['EventError']);
    expect(refused(deskIn(situation), code, NAMED)).toEqual(['EventError']);
  });
});

describe('a call that is no talk yet', () => {
  const early: readonly Situation[] = ['dialing', 'ringing'];

  test.each(early.flatMap((situation) => NOT_IN_TALK.map((code) => [situation, code] as const)))('%s: %s is merely true', (situation, code) => {
    expect(refused(deskIn(situation), code)).toEqual([]);
  });

  test.each(early.flatMap((situation) => CALL_ENDED.map((code) => [situation, code] as const)))('%s: %s is not so', (situation, code) => {
    expect(refused(deskIn(situation), code)).toEqual(['EventError']);
  });
});

describe.each(ACW_OVER)('%s is no divergence', (code) => {
  test.each([
    ['completeACW', 'EventAgentReady', {}],
    ['completeACWToBusy', 'EventAgentNotReady', { reasonCode: '2' }],
  ] as const)('when a supervisor has ended after-call work while %s was under way', (command, event, attributes) => {
    const desk = deskIn('acw');
    ignored(desk.agent[command]());
    desk.emit(event, attributes);
    expect(desk.state().work).toBe('idle');
    expect(refused(desk, code)).toEqual([]);
  });

  test('when after-call work was over before delayACW came, for longer than a refusal takes', () => {
    const desk = deskIn('acw');
    ignored(desk.agent.delayACW({ delayTime: 60 }));
    desk.emit('EventAgentReady');
    desk.clock.increment(5_000);
    expect(refused(desk, code)).toEqual([]);
  });

  test('when the next call is there', () => {
    expect(refused(deskIn('ringing'), code)).toEqual([]);
  });

  test('but in after-call work it is one', () => {
    expect(refused(deskIn('acw'), code)).toEqual(['EventError']);
  });
});

describe.each(ACW_ON)('%s', (code) => {
  test('is no divergence in after-call work', () => {
    expect(refused(deskIn('acw'), code)).toEqual([]);
  });

  test.each(['idle', 'talking'] as const)('is one while %s', (situation) => {
    expect(refused(deskIn(situation), code)).toEqual(['EventError']);
  });
});

describe.each(SIGNED_OUT)('%s', (code) => {
  test('is no divergence where nobody is signed in', () => {
    const desk = newDesk();
    connect(desk);
    expect(refused(desk, code)).toEqual([]);
  });

  test('is none when a forced logout has come first', () => {
    const desk = deskIn('talking');
    desk.emit('EventAgentLogout');
    expect(refused(desk, code)).toEqual([]);
  });

  test('is one where the agent is signed in', () => {
    expect(refused(deskIn('idle'), code)).toEqual(['EventError']);
  });
});

describe.each(ELSEWHERE)('%s', (code) => {
  test('is no divergence when the other end is known', () => {
    const desk = deskIn('talking');
    ignored(desk.agent.holdCall());
    desk.emit('EventAgentConnectionChanged');
    desk.clock.increment(5_000);
    expect(refused(desk, code)).toEqual([]);
  });

  test('is one where this page has the agent', () => {
    expect(refused(deskIn('idle'), code)).toEqual(['EventError']);
  });
});

test.each(['330061', '330035', '330074', '399999', ''])('%p says nothing that could be so: it is reported wherever no command asked for it', (code) => {
  expect(refused(deskIn('idle'), code)).toEqual(['EventError']);
  expect(refused(deskIn('acw'), code)).toEqual(['EventError']);
  expect(refused(deskIn('talking'), code)).toEqual(['EventError']);
});
