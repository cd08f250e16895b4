import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { canonicalName, type CommandName } from '../../adapters/sobot/index.js';
import {
  expectedRefusal,
  invalidParameters,
  InvariantWatch,
  messageOf,
  record,
  serverEvent,
  situationOf,
  validParameters,
  type WireEvent,
} from '../../adapters/testing/index.js';
import { COMMANDS } from '../../src/index.js';
import { Bench, benchAt, type PlaceName, PLACES, STANDINGS, turns } from '../support/bench/index.js';

/** One thing that may happen next. */
type Step =
  | { readonly kind: 'command'; readonly command: CommandName; readonly parameters: unknown; readonly isInvalid: boolean }
  /** The service answers one of the last commands, whether it has answered it before or not. */
  | { readonly kind: 'answer'; readonly which: number; readonly isYes: boolean }
  | { readonly kind: 'event'; readonly event: WireEvent }
  | { readonly kind: 'time'; readonly ms: number };

function commandStep(command: CommandName): fc.Arbitrary<Step> {
  return fc.oneof(
    {
      weight: 5,
      arbitrary: validParameters(command).map((parameters): Step => ({ kind: 'command', command, parameters, isInvalid: false })),
    },
    {
      weight: 1,
      arbitrary: invalidParameters(command).map(({ parameters }): Step => ({ kind: 'command', command, parameters, isInvalid: true })),
    },
  );
}

const steps: fc.Arbitrary<Step> = fc.oneof(
  { weight: 6, arbitrary: fc.oneof(...COMMANDS.map(commandStep)) },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('answer' as const), which: fc.nat(5), isYes: fc.boolean() }) },
  { weight: 12, arbitrary: fc.record({ kind: fc.constant('event' as const), event: serverEvent() }) },
  { weight: 1, arbitrary: fc.constantFrom(1, 5_000, 30_000).map((ms): Step => ({ kind: 'time', ms })) },
);

/** Where an agent stands when it begins, with nothing in flight; mostly signed in. */
interface Start {
  readonly place: PlaceName;
  readonly standing: string;
}

/** A displaced page ignores the calls of the other end, so it starts in none. */
const reachable = ({ place, standing }: Start): Start => ({ place: standing.startsWith('displaced') ? 'idle' : place, standing });

const start: fc.Arbitrary<Start> = fc
  .record<Start>({
    place: fc.constantFrom(...PLACES.filter(({ inFlight }) => inFlight.length === 0).map(({ name }) => name)),
    standing: fc.oneof(
      { weight: 3, arbitrary: fc.constant('connected, online') },
      { weight: 1, arbitrary: fc.constantFrom(...STANDINGS.filter(({ inFlight }) => inFlight.length === 0).map(({ name }) => name)) },
    ),
  })
  .map(reachable);

/** The longest deadline there is, that of a longer after-call work, and more. */
const EVERYTHING_IS_OVER = 1_000_000;

interface Callbacks {
  success(result: unknown): void;
  error(failure: unknown): void;
}

/** A bench at which anything happens, watched by the invariants of the kit. */
class Day {
  readonly bench: Bench;
  readonly watch = new InvariantWatch();
  readonly recorder;

  constructor({ place, standing }: Start) {
    this.bench = benchAt(place, { standing, bench: new Bench({ acw: { seconds: 20 } }) });
    this.recorder = record(this.bench.agent, this.bench.clock, this.watch);
    this.recorder.look();
  }

  take(step: Step): void {
    const { sdk, state, clock } = this.bench;
    switch (step.kind) {
      case 'command':
        this.#send(step.command, step.parameters, step.isInvalid);
        break;
      case 'answer': {
        const answerable = sdk.calls.filter(({ parameters }) => typeof parameters?.['success'] === 'function');
        const callbacks = answerable.at(-1 - step.which)?.parameters as Callbacks | undefined;
        if (step.isYes) callbacks?.success({ status: 'success' });
        else callbacks?.error({ status: 'error', errorCode: '330042' });
        break;
      }
      case 'event':
        this.recorder.hears(canonicalName(step.event.messageID));
        sdk.emitRaw(messageOf(step.event, state(), clock.now()));
        break;
      case 'time':
        clock.increment(step.ms);
    }
    this.recorder.look();
    this.#expectTable();
    this.#expectTimers();
  }

  /** Promises that have not settled. */
  get open(): number {
    return this.recorder.history.commands.filter(({ endings }) => !endings.some(({ by }) => by === 'resolve' || by === 'reject')).length;
  }

  #send(command: CommandName, parameters: unknown, isInvalid: boolean): void {
    const { agent, sdk, state } = this.bench;
    const before = state();
    const isRefused = isInvalid || !agent.can(command);
    this.recorder.call(command, parameters, { isInvalid, reached: () => sdk.sent.filter((name) => name === command).length });
    if (isRefused) expect(state()).toBe(before);
  }

  /** The reason of a refusal, too, is the table's. */
  #expectTable(): void {
    const { agent, state } = this.bench;
    const value = JSON.stringify(agent.actor.getSnapshot().value);
    // The public state does not show these three; the machine's own does.
    const situation = situationOf(state(), value.includes('afterConsult'), {
      isGuess: value.includes('guessed'),
      isOffered: value.includes('offered'),
    });
    const answers = COMMANDS.map((command) => [command, agent.whyNot(command)?.code ?? null]);
    const expected = COMMANDS.map((command) => [command, expectedRefusal(command, situation)]);
    expect(Object.fromEntries(answers)).toEqual(Object.fromEntries(expected));
  }

  /** A clock without `monotonic` has a timer for each deadline, and none where there is no deadline. */
  #expectTimers(): void {
    const { clock, state } = this.bench;
    const { pending, acw } = state();
    expect(clock.running.size).toBe(pending.length + (acw?.deadline != null ? 1 : 0));
    for (const { deadline } of pending) expect(deadline).toBeGreaterThan(clock.now());
  }
}

describe('whatever is sent, answered and told, in whatever order', () => {
  test('every command ends once, nothing waits for ever, and all that is true of every agent stays true', async () => {
    await fc.assert(
      fc.asyncProperty(start, fc.array(steps, { minLength: 10, maxLength: 60, size: 'max' }), async (from, drawn) => {
        const day = new Day(from);
        const { bench, recorder, watch } = day;
        for (const step of drawn) day.take(step);
        await turns();
        expect(day.open).toBe(bench.state().pending.length);
        bench.clock.increment(EVERYTHING_IS_OVER);
        await turns();
        recorder.look();
        watch.finish(recorder.history, bench.state(), true);
        expect(watch.violations).toEqual([]);
        expect(bench.clock.running.size).toBe(0);
      }),
      { seed: Number(process.env['FC_SEED'] ?? 640), numRuns: Number(process.env['FC_RUNS'] ?? 120) },
    );
  }, 600_000);
});
