import { describe, expect, test } from '@jest/globals';
import { Bench, benchAt, connect, CUSTOMER, essence, STRANGER, type PlaceName } from '../support/bench/index.js';

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

/** The service says no, which changes nothing; the divergences reported of it. */
function refused(bench: Bench, errorCode: string, leg: object = {}) {
  const before = essence(bench.state());
  bench.divergences.length = 0;
  bench.emit('EventError', { errorCode, ...leg });
  expect(essence(bench.state())).toEqual(before);
  return bench.divergences;
}

const ignored = (outcome: Promise<unknown>) => void outcome.catch(() => undefined);

describe.each(NO_CALL)('%s is no divergence', (code) => {
  test.each([
    ['naming no leg', {}],
    ['naming the leg', NAMED],
  ])('when the customer has hung up while hangup was under way, %s', (_, leg) => {
    const bench = benchAt('talking');
    ignored(bench.agent.hangup());
    bench.emit('EventReleased', CUSTOMER);
    expect(bench.state().work).toBe('acw');
    expect(refused(bench, code, leg)).toEqual([]);
  });

  test('when the caller has given up while rejectCall was under way', () => {
    const bench = benchAt('ringing');
    ignored(bench.agent.rejectCall());
    bench.emit('EventReleased', CUSTOMER);
    expect(refused(bench, code)).toEqual([]);
  });

  test('when hangup was tried again after its deadline, and both are refused', () => {
    const bench = benchAt('talking');
    ignored(bench.agent.hangup());
    bench.clock.increment(10_000);
    ignored(bench.agent.hangup());
    bench.emit('EventReleased', CUSTOMER);
    expect(refused(bench, code)).toEqual([]);
    expect(refused(bench, code)).toEqual([]);
  });

  test.each(['holdCall', 'muteCall', 'answer'] as const)(
    'when %s was for a call that is over for longer than a refusal takes',
    (command) => {
      const bench = benchAt(command === 'answer' ? 'ringing' : 'talking');
      ignored(bench.agent[command]());
      bench.emit('EventReleased', CUSTOMER);
      bench.clock.increment(5_000);
      expect(refused(bench, code)).toEqual([]);
    },
  );

  test('when holdCall and hangup were both under way, and both are refused', () => {
    const bench = benchAt('talking');
    ignored(bench.agent.holdCall());
    ignored(bench.agent.hangup());
    bench.emit('EventReleased', CUSTOMER);
    expect(refused(bench, code)).toEqual([]);
    expect(refused(bench, code)).toEqual([]);
  });

  test('when it names a call that is over, and the next one is there', () => {
    const bench = benchAt('talking');
    bench.emit('EventReleased', CUSTOMER);
    bench.emit('EventRinging', STRANGER);
    bench.emit('EventEstablished', STRANGER);
    expect(refused(bench, code, NAMED)).toEqual([]);
  });

  test.each(['talking', 'holding', 'conferencing', 'consulting, connected'] as const)('but while %s it is one', (situation) => {
    expect(refused(benchAt(situation), code)).toEqual(['EventError']);
    expect(refused(benchAt(situation), code, NAMED)).toEqual(['EventError']);
  });
});

describe('a call that is no talk yet', () => {
  const early: readonly PlaceName[] = ['dialing', 'ringing'];

  test.each(early.flatMap((situation) => NOT_IN_TALK.map((code) => [situation, code] as const)))(
    '%s: %s is merely true',
    (situation, code) => {
      expect(refused(benchAt(situation), code)).toEqual([]);
    },
  );

  test.each(early.flatMap((situation) => CALL_ENDED.map((code) => [situation, code] as const)))('%s: %s is not so', (situation, code) => {
    expect(refused(benchAt(situation), code)).toEqual(['EventError']);
  });
});

describe.each(ACW_OVER)('%s is no divergence', (code) => {
  test.each([
    ['completeACW', 'EventAgentReady', {}],
    ['completeACWToBusy', 'EventAgentNotReady', { reasonCode: '2' }],
  ] as const)('when a supervisor has ended after-call work while %s was under way', (command, event, attributes) => {
    const bench = benchAt('acw');
    ignored(bench.agent[command]());
    bench.emit(event, attributes);
    expect(bench.state().work).toBe('idle');
    expect(refused(bench, code)).toEqual([]);
  });

  test('when after-call work was over before delayACW came, for longer than a refusal takes', () => {
    const bench = benchAt('acw');
    ignored(bench.agent.delayACW({ delayTime: 60 }));
    bench.emit('EventAgentReady');
    bench.clock.increment(5_000);
    expect(refused(bench, code)).toEqual([]);
  });

  test('when the next call is there', () => {
    expect(refused(benchAt('ringing'), code)).toEqual([]);
  });

  test('but in after-call work it is one', () => {
    expect(refused(benchAt('acw'), code)).toEqual(['EventError']);
  });
});

describe.each(ACW_ON)('%s', (code) => {
  test('is no divergence in after-call work', () => {
    expect(refused(benchAt('acw'), code)).toEqual([]);
  });

  test.each(['idle', 'talking'] as const)('is one while %s', (situation) => {
    expect(refused(benchAt(situation), code)).toEqual(['EventError']);
  });
});

describe.each(SIGNED_OUT)('%s', (code) => {
  test('is no divergence where nobody is signed in', () => {
    const bench = new Bench();
    connect(bench);
    expect(refused(bench, code)).toEqual([]);
  });

  test('is none when a forced logout has come first', () => {
    const bench = benchAt('talking');
    bench.emit('EventAgentLogout');
    expect(refused(bench, code)).toEqual([]);
  });

  test('is one where the agent is signed in', () => {
    expect(refused(benchAt('idle'), code)).toEqual(['EventError']);
  });
});

describe.each(ELSEWHERE)('%s', (code) => {
  test('is no divergence when the other end is known', () => {
    const bench = benchAt('talking');
    ignored(bench.agent.holdCall());
    bench.emit('EventAgentConnectionChanged');
    bench.clock.increment(5_000);
    expect(refused(bench, code)).toEqual([]);
  });

  test('is one where this page has the agent', () => {
    expect(refused(benchAt('idle'), code)).toEqual(['EventError']);
  });
});

test.each(['330061', '330035', '330074', '399999', ''])(
  '%p says nothing that could be so: it is reported wherever no command asked for it',
  (code) => {
    expect(refused(benchAt('idle'), code)).toEqual(['EventError']);
    expect(refused(benchAt('acw'), code)).toEqual(['EventError']);
    expect(refused(benchAt('talking'), code)).toEqual(['EventError']);
  },
);
