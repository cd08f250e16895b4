import { describe, expect, test } from '@jest/globals';
import { Bench, benchAt, CUSTOMER, endOf, THIRD } from '../support/bench/index.js';

const HANDED_OVER = { ...CUSTOMER, thirdDNRole: 'TransferTo' };
const REFUSED = { errorCode: '330303' };
/** Longer than a refusal may take, in ms. */
const A_WHILE = 1100;

/** The agent hands the customer over to the third party, and the customer's leg ends. */
function released(options: object = {}) {
  const bench = benchAt('consulting, connected', { bench: new Bench(options) });
  const ends: string[] = [];
  bench.agent.on('switchhook:callEnded', ({ leg, reason }) => ends.push(`${leg} ${reason}`));
  const outcome = bench.agent.consultTransfer();
  bench.emit('EventReleased', CUSTOMER);
  const { agent, sdk, clock, emit, state, divergences } = bench;
  return { agent, sdk, clock, emit, state, divergences, outcome, ends };
}

/*
 * While consultTransfer is in flight the end of the customer's leg may be the transfer, or the customer has hung up.
 */
describe("the customer's leg ends while the customer is handed over", () => {
  test("by the server's word to a third party: the agent's part is over", async () => {
    const { agent, emit, state, divergences } = benchAt('consulting, connected');
    const outcome = agent.consultTransfer();
    emit('EventReleased', HANDED_OVER);
    expect(state()).toMatchObject({ work: 'acw', call: null, consult: null, pending: [] });
    expect(await endOf(outcome)).toBe('resolved');
    expect(divergences).toEqual([]);
  });

  test('for a reason not told: the agent can hang up, and does nothing else until it is clear', async () => {
    const { agent, state, outcome } = released();
    expect(state()).toMatchObject({ work: 'consulting', consult: { phase: 'talking' }, pending: [{ command: 'consultTransfer' }] });
    expect(agent.can('hangup')).toBe(true);
    expect(agent.whyNot('retrieveConsult')?.code).not.toBeNull();
    expect(await endOf(outcome)).toBe('pending');
  });

  test("and then the third party's: the agent's part is over", async () => {
    const { emit, state, outcome, ends, divergences } = released();
    emit('EventReleased', THIRD);
    expect(state()).toMatchObject({ work: 'acw', call: null, consult: null, pending: [] });
    expect(await outcome).toMatchObject({ messageID: 'EventReleased' });
    expect(ends).toEqual(['consult transferred', 'call transferred']);
    expect(divergences).toEqual([]);
  });

  test("and after-call work is announced: the agent's part is over", async () => {
    const { emit, state, outcome, divergences } = released();
    emit('EventAgentAfterCallWork');
    expect(state()).toMatchObject({ work: 'acw', call: null, consult: null, pending: [] });
    expect(await endOf(outcome)).toBe('resolved');
    expect(divergences).toEqual([]);
  });

  test("and nobody refuses it: the agent's part is over within a second, and what was told resolves the promise", async () => {
    const { clock, state, outcome, ends, divergences } = released();
    clock.increment(A_WHILE);
    expect(state()).toMatchObject({ work: 'acw', call: null, consult: null, pending: [] });
    expect(await outcome).toMatchObject({ messageID: 'EventReleased', partyID: CUSTOMER.partyID });
    expect(ends).toEqual(['consult transferred', 'call transferred']);
    expect(divergences).toEqual([]);
  });

  test('and it is told twice: the second time changes nothing, nor gives it more time', async () => {
    const { clock, emit, state, outcome } = released();
    clock.increment(800);
    const before = state();
    emit('EventReleased', { ...CUSTOMER });
    expect(state()).toEqual(before);
    clock.increment(300);
    expect(state()).toMatchObject({ work: 'acw', pending: [] });
    expect(await endOf(outcome)).toBe('resolved');
  });

  test('and it is told again that a third party has taken over', async () => {
    const { emit, state, outcome } = released();
    emit('EventReleased', HANDED_OVER);
    expect(state()).toMatchObject({ work: 'acw', pending: [] });
    expect(await endOf(outcome)).toBe('resolved');
  });

  test('without after-call work: the agent is idle afterwards', () => {
    for (const end of [
      (bench: ReturnType<typeof released>) => bench.emit('EventReleased', THIRD),
      (bench: ReturnType<typeof released>) => bench.clock.increment(A_WHILE),
    ]) {
      const bench = released({ acw: { enabled: false } });
      end(bench);
      expect(bench.state()).toMatchObject({ work: 'idle', call: null, consult: null, pending: [] });
    }
  });

  test('and the transfer is refused: the customer has hung up, and agent and third party go on talking', async () => {
    const { agent, emit, state, outcome, ends, divergences } = released();
    emit('EventError', REFUSED);
    expect(state()).toMatchObject({ work: 'talking', call: THIRD, consult: null, pending: [] });
    expect(await endOf(outcome)).toBe('REJECTED');
    expect(ends).toEqual(['call otherSide']);
    expect(divergences).toEqual([]);
    expect(agent.can('holdCall')).toBe(true);
    emit('EventReleased', THIRD);
    expect(state()).toMatchObject({ work: 'acw', call: null });
  });

  test('and the agent hangs up: everything is over', async () => {
    const { agent, emit, state, outcome } = released();
    const hangup = agent.hangup();
    emit('EventReleased', THIRD);
    expect(state()).toMatchObject({ work: 'acw', call: null, consult: null, pending: [] });
    expect(await endOf(hangup)).toBe('resolved');
    expect(await endOf(outcome)).not.toBe('pending');
  });

  test.each([
    ['the agent is displaced', 'EventAgentConnectionChanged', {}, 'DISPLACED'],
    ['the agent is signed out', 'EventAgentLogout', {}, 'SUPERSEDED'],
  ])('and %s: nothing is left of it', async (_, event, attributes, code) => {
    const { emit, state, outcome } = released();
    emit(event, attributes);
    expect(state()).toMatchObject({ consult: null, pending: [] });
    expect(await endOf(outcome)).toBe(code);
  });
});

describe("the customer's leg ends while the customer is handed over, and another call rings", () => {
  const NEXT = { callID: 'call-9', partyID: 'party-9', callType: 'Inbound' };

  test('which waits, and becomes the call when nobody has refused the transfer', async () => {
    const { clock, emit, state, outcome, divergences } = released();
    emit('EventRinging', NEXT);
    expect(state()).toMatchObject({
      work: 'consulting',
      pending: [{ command: 'consultTransfer' }],
      waiting: [{ ...NEXT, work: 'ringing' }],
    });
    clock.increment(A_WHILE);
    expect(state()).toMatchObject({ work: 'ringing', call: NEXT, consult: null, waiting: [], pending: [] });
    expect(await endOf(outcome)).toBe('resolved');
    emit('EventReleased', NEXT);
    // The agent has talked before: after-call work comes after the last.
    expect(state()).toMatchObject({ work: 'acw', call: null });
    expect(divergences).toEqual([]);
  });

  test('which waits on when the transfer is refused', async () => {
    const { emit, state, outcome } = released();
    emit('EventRinging', NEXT);
    emit('EventError', REFUSED);
    expect(state()).toMatchObject({ work: 'talking', call: THIRD, consult: null, waiting: [{ ...NEXT, work: 'ringing' }], pending: [] });
    expect(await endOf(outcome)).toBe('REJECTED');
  });
});

/*
 * The phone's own line keys work meanwhile: when the transfer is refused, the third party may wait.
 */
describe("the customer's leg ends while the customer is handed over, and the transfer is refused", () => {
  test.each<readonly [string, readonly string[], string]>([
    ['held', ['EventAgentHoldCall'], 'holding'],
    ['held and retrieved', ['EventAgentHoldCall', 'EventAgentRetrieveCall'], 'talking'],
  ])('with the third party %s meanwhile', async (_, words, work) => {
    const { agent, emit, state, outcome, divergences } = released();
    for (const word of words) emit(word, THIRD);
    emit('EventError', REFUSED);
    expect(state()).toMatchObject({ work, call: THIRD, consult: null, pending: [] });
    expect(agent.can('retrieveCall')).toBe(work === 'holding');
    expect(await endOf(outcome)).toBe('REJECTED');
    expect(divergences).toEqual([]);
  });

  test('with the customer put on hold once more, who has gone: that holds nobody', () => {
    const { emit, state } = released();
    emit('EventAgentHoldCall', { ...CUSTOMER });
    emit('EventError', REFUSED);
    expect(state()).toMatchObject({ work: 'talking', call: THIRD });
  });

  test('with the third party on hold before', async () => {
    const bench = benchAt('consulting, connected');
    bench.emit('EventAgentHoldCall', THIRD);
    bench.emit('EventAgentRetrieveCall', CUSTOMER);
    const outcome = bench.agent.consultTransfer();
    bench.emit('EventReleased', CUSTOMER);
    bench.emit('EventError', REFUSED);
    expect(bench.state()).toMatchObject({ work: 'holding', call: THIRD, consult: null, pending: [] });
    expect(await endOf(outcome)).toBe('REJECTED');
  });

  test('after it was taken for done, with the third party on hold', () => {
    for (const options of [{}, { acw: { enabled: false } }]) {
      const { clock, emit, state } = released(options);
      emit('EventAgentHoldCall', THIRD);
      clock.increment(A_WHILE);
      emit('EventError', REFUSED);
      expect(state()).toMatchObject({ work: 'holding', call: THIRD, acw: null });
    }
  });
});

describe('a transfer that was taken for done and is refused after all', () => {
  test('leaves agent and third party talking, and is reported', () => {
    const { agent, clock, emit, state, divergences } = released();
    clock.increment(A_WHILE);
    emit('EventError', REFUSED);
    expect(state()).toMatchObject({ work: 'talking', call: THIRD, consult: null, acw: null });
    expect(state().call?.establishedAt).not.toBeNull();
    expect(divergences).toEqual(['EventError']);
    expect(agent.can('hangup')).toBe(true);
    emit('EventReleased', THIRD);
    expect(state()).toMatchObject({ work: 'acw', call: null });
  });

  test('also where no after-call work follows', () => {
    const { clock, emit, state } = released({ acw: { enabled: false } });
    clock.increment(A_WHILE);
    emit('EventError', REFUSED);
    expect(state()).toMatchObject({ work: 'talking', call: THIRD });
  });

  test('is refused once', () => {
    const { clock, emit, state, divergences } = released();
    clock.increment(A_WHILE);
    emit('EventError', REFUSED);
    emit('EventReleased', THIRD);
    emit('EventError', REFUSED);
    expect(state()).toMatchObject({ work: 'acw', call: null });
    // The second says that the call is over, which it is: no divergence (contract, section 5).
    expect(divergences).toEqual(['EventError']);
  });

  test.each<readonly [string, (bench: ReturnType<typeof released>) => void]>([
    ['half a minute has passed', ({ clock }) => clock.increment(30_000)],
    ["the third party's leg has ended, too", ({ emit }) => emit('EventReleased', THIRD)],
    ['after-call work was announced', ({ emit }) => emit('EventAgentAfterCallWork')],
  ])('is refused in vain when %s', (_, happens) => {
    const bench = released();
    bench.clock.increment(A_WHILE);
    happens(bench);
    bench.emit('EventError', REFUSED);
    expect(bench.state()).toMatchObject({ work: 'acw', call: null, pending: [] });
  });

  test('is refused in vain when the agent has gone on, and what was sent since is not refused by it', () => {
    const { agent, clock, emit, state } = released();
    clock.increment(A_WHILE);
    void agent.completeACW();
    // The code refuses commands about a call only.
    emit('EventError', REFUSED);
    expect(state()).toMatchObject({ work: 'acw', call: null, pending: [{ command: 'completeACW' }] });
  });

  test('is refused in vain when the next call is there', () => {
    const { clock, emit, state } = released();
    clock.increment(A_WHILE);
    const next = { callID: 'call-9', partyID: 'party-9', callType: 'Inbound' };
    emit('EventRinging', next);
    emit('EventError', REFUSED);
    expect(state()).toMatchObject({ work: 'ringing', call: next });
  });
});
