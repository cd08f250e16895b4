import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { COMMANDS, type CommandName } from '../../machines/index.js';
import { expectedRefusal, type Situation } from '../support/allowed-table.js';
import { Bench, CUSTOMER, PARAMETERS, THIRD, turns, type Ending, watch } from '../support/sobot-bench.js';

/** One thing that may happen next. */
type Step =
  | { readonly kind: 'command'; readonly command: CommandName }
  | { readonly kind: 'answer'; readonly which: number; readonly isYes: boolean }
  | { readonly kind: 'event'; readonly messageID: string; readonly attributes: Record<string, unknown> }
  | { readonly kind: 'time'; readonly ms: number };

const OTHER = { callID: 'call-2', partyID: 'party-9', callType: 'Inbound' };
const LEGS: Record<string, unknown>[] = [
  CUSTOMER,
  { ...CUSTOMER, callType: 'Outbound' },
  THIRD,
  OTHER,
  { callID: 'call-1' },
  { partyID: 'party-1' },
  {},
];
const CALL_EVENTS = [
  'EventDialing', 'EventRinging', 'EventEstablished', 'EventReleased', 'EventAbandoned', 'EventHeld', 'EventRetrieved',
  'EventAgentMute', 'EventAgentUnmute', 'EventPartyAdded', 'EventPartyChanged', 'EventPartyDeleted', 'EventDtmfSent',
  'EventError',
];
const AGENT_EVENTS = [
  'EventAgentReady', 'EventAgentNotReady', 'EventAgentLogin', 'EventAgentLogout', 'EventAgentAfterCallWork',
  'EventDelayCallAfterWork', 'EventAgentConnectionChanged', 'EventOfTomorrow', 'EventJanusLatency',
];
const REGAINS: Record<string, unknown>[] = [
  { agentStateInfo: { agentState: '1' } },
  { agentStateInfo: { agentState: '2', reasonCode: '15', workStatus: 'sorting' } },
  { agentStateInfo: { agentState: '1', workStatus: 'holding' }, workStatusInfo: { callID: 'call-1', callType: 'Inbound' } },
  { agentStateInfo: { agentState: '0' } },
  {},
];

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...COMMANDS).map((command): Step => ({ kind: 'command', command })) },
  {
    weight: 4,
    arbitrary: fc
      .record({ which: fc.nat(5), isYes: fc.boolean() })
      .map(({ which, isYes }): Step => ({ kind: 'answer', which, isYes })),
  },
  {
    weight: 8,
    arbitrary: fc
      .record({ messageID: fc.constantFrom(...CALL_EVENTS), leg: fc.constantFrom(...LEGS) })
      .map(({ messageID, leg }): Step => ({ kind: 'event', messageID, attributes: leg })),
  },
  {
    weight: 3,
    arbitrary: fc
      .record({ messageID: fc.constantFrom(...AGENT_EVENTS), reasonCode: fc.constantFrom(undefined, '0', '2', 13, 98) })
      .map(({ messageID, reasonCode }): Step => ({ kind: 'event', messageID, attributes: { reasonCode } })),
  },
  {
    weight: 1,
    arbitrary: fc
      .constantFrom(...REGAINS)
      .map((attributes): Step => ({ kind: 'event', messageID: 'EventAgentRegainStatus', attributes })),
  },
  { weight: 1, arbitrary: fc.constantFrom(1, 5_000, 30_000).map((ms): Step => ({ kind: 'time', ms })) },
);

/** The beginning of most days, without which little would happen. */
const START: readonly Step[] = [
  { kind: 'command', command: 'initAgent' },
  { kind: 'answer', which: 0, isYes: true },
  { kind: 'command', command: 'login' },
  { kind: 'answer', which: 0, isYes: true },
];

type Callbacks = { success(result: unknown): void; error(failure: unknown): void };

class Day {
  readonly bench = new Bench({ acw: { seconds: 20 } });
  readonly answers: Callbacks[] = [];
  readonly sent: Ending[][] = [];

  take(one: Step): void {
    const { bench } = this;
    switch (one.kind) {
      case 'command': {
        const isAllowed = bench.agent.can(one.command);
        const { state, sentCount } = bench;
        const outcome = bench.send(one.command, PARAMETERS[one.command]);
        expect(bench.sentCount - sentCount).toBe(isAllowed ? 1 : 0);
        if (!isAllowed) {
          outcome.catch(() => undefined);
          expect(bench.state).toBe(state);
          return;
        }
        this.sent.push(watch(outcome));
        const given = bench.sdk.lastCall(one.command).parameters;
        if (typeof given?.['success'] === 'function') this.answers.push(given as unknown as Callbacks);
        return;
      }
      case 'answer': {
        const callbacks = this.answers.at(-1 - one.which);
        if (one.isYes) callbacks?.success({ status: 'success' });
        else callbacks?.error({ status: 'error', errorCode: '330042' });
        return;
      }
      case 'event':
        bench.sdk.emit(one.messageID, one.attributes);
        return;
      case 'time':
        bench.clock.increment(one.ms);
    }
  }

  /** What is true of every state. */
  check(before: Bench['state']): void {
    const { agent, state, clock } = this.bench;
    const { work, call, consult, muted, acw, login, reasonCode, pending, allowed, since } = state;
    const isLive = work !== 'idle' && work !== 'acw';
    expect(call !== null).toBe(isLive);
    expect(consult !== null).toBe(work === 'consulting');
    expect(acw !== null).toBe(work === 'acw');
    if (muted) expect(['talking', 'holding', 'consulting', 'conferencing']).toContain(work);
    if (login === 'break') expect(reasonCode).toBeGreaterThan(10);
    else expect(reasonCode).toBe(login === 'dnd' ? 2 : null);
    if (since !== before.since && call?.callID === before.call?.callID) expect(work).not.toBe(before.work);
    if (work !== before.work) expect(since).toBe(clock.now());

    const { value } = agent.actor.getSnapshot();
    const situation: Situation = {
      connection: state.connection,
      login,
      work,
      phase: consult?.phase ?? null,
      consultGone: JSON.stringify(value).includes('afterConsult'),
      isMuted: muted,
      inFlight: pending.map(({ command }) => command),
    };
    // While customer and third party are brought together, the third party may have no leg any more.
    const isMerging = JSON.stringify(value).includes('merging');
    const disagreements = COMMANDS.flatMap((command) => {
      const expected = expectedRefusal(command, situation);
      const code = agent.whyNot(command)?.code ?? null;
      const agree = isMerging && expected === 'IN_FLIGHT' ? code !== null : code === expected;
      return agree && allowed.includes(command) === (code === null) ? [] : [{ command, expected, code }];
    });
    expect(disagreements).toEqual([]);
    const timers = pending.length > 0 || acw?.deadline != null ? 1 : 0;
    expect(clock.running.size).toBe(timers);
    for (const { deadline } of pending) expect(deadline).toBeGreaterThan(clock.now());
  }
}

describe('whatever is sent, answered and told, in whatever order', () => {
  test('every command ends once, nothing waits for ever, and table and chart agree', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 10, maxLength: 60 }), async (steps) => {
        const day = new Day();
        for (const one of [...START, ...steps]) {
          const before = day.bench.state;
          day.take(one);
          day.check(before);
        }
        await turns();
        const open = day.sent.filter(({ length }) => length === 0);
        expect(open.length).toBe(day.bench.state.pending.length);
        day.bench.clock.increment(120_000);
        await turns();
        expect(day.sent.map(({ length }) => length)).toEqual(day.sent.map(() => 1));
        expect(day.bench.state.pending).toEqual([]);
        expect(day.bench.clock.running.size).toBe(0);
      }),
      { seed: Number(process.env['FC_SEED'] ?? 640), numRuns: Number(process.env['FC_RUNS'] ?? 50) },
    );
  }, 600_000);
});
