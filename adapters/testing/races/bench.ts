import { SimulatedClock } from 'xstate';
import { canonicalName, type AgentState } from '../../sobot/index.js';
import { messageOf } from '../arbitraries/events/message-of.js';
import { record, type Recorder } from '../history/recorder.js';
import type { Invariant } from '../invariants/invariant.js';
import { InvariantWatch } from '../invariants/watch.js';
import { isWatchable, type MakeSdk, type Subject } from '../subject/subject.js';
import { stepInWords, type EventStep, type RaceLeg, type RaceStep } from './race.js';
import { ScriptedService } from './scripted-service.js';

const LEGS: Readonly<Record<RaceLeg, object>> = {
  customer: { callID: 'call-1', partyID: 'party-1', callType: 'Inbound' },
  third: { callID: 'call-1', partyID: 'party-2', callType: 'Consult' },
  next: { callID: 'call-2', partyID: 'party-3', callType: 'Inbound' },
};

/** Some moment; epoch ms. */
const BEGINNING = 1_700_000_000_000;
/** Between two steps, in ms: nothing real happens in no time. */
const BETWEEN = 10;
/** Longer than any deadline that a subject does not show, in ms. */
const LONGEST = 200_000;
/** Turns after which a promise has told all who wait for it, and all who wait for them. */
const TURNS = 30;

/** Lets everything run that waits for nothing but its turn; needs no timer, which a test may have replaced. */
async function turns(): Promise<void> {
  for (let turn = 0; turn < TURNS; turn += 1) await Promise.resolve();
}

function storage() {
  const kept = new Map<string, string>();
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  };
}

/** A subject on a scripted service, with all invariants watched. */
export class RaceBench {
  readonly watch: InvariantWatch;
  readonly recorder: Recorder;
  /** The steps so far, in order, in words. */
  readonly order: string[] = [];
  readonly #clock = new SimulatedClock();
  readonly #service = new ScriptedService();
  readonly #subject: Subject;
  readonly #thrown: string[] = [];
  #began = BEGINNING;

  constructor(makeSdk: MakeSdk, invariants?: readonly Invariant[]) {
    this.#clock.set(BEGINNING);
    this.watch = new InvariantWatch(invariants);
    this.#subject = makeSdk(this.#service.sdk, { clock: this.#clock, storage: storage() });
    this.recorder = record(this.#subject, this.#clock, this.watch);
  }

  /** The state that the subject shows; null if it shows nothing. */
  get state(): AgentState | null {
    return isWatchable(this.#subject) ? this.#subject.getSnapshot() : null;
  }

  /** All that was wrong so far, in words. */
  get problems(): readonly string[] {
    return [...this.#thrown, ...this.watch.violations.map(({ invariant, problem }) => `${invariant}: ${problem}`)];
  }

  /** Brings the subject to where the race begins. */
  async prepare(steps: readonly RaceStep[]): Promise<void> {
    for (const step of steps) await this.#do(step);
    this.recorder.look();
    this.order.length = 0;
    this.#began = this.#clock.now();
  }

  /** Does one step of the race, and looks at what the subject shows then. */
  async take(step: RaceStep): Promise<void> {
    await this.#do(step);
    this.recorder.look();
  }

  /** All deadlines pass, and everything must be over. */
  async finish(): Promise<void> {
    const shown = this.state?.pending.map(({ deadline }) => deadline - this.#clock.now()) ?? [];
    this.#clock.increment(Math.max(LONGEST, ...shown.filter(Number.isFinite)));
    await turns();
    this.recorder.look();
    this.watch.finish(this.recorder.history, this.state, true);
  }

  dispose(): void {
    this.recorder.stop();
    this.#subject.dispose?.();
  }

  async #do(step: RaceStep): Promise<void> {
    this.order.push(stepInWords(step));
    this.#clock.increment(BETWEEN);
    try {
      this.#act(step);
    } catch (error) {
      this.#thrown.push(`the subject has thrown when ${stepInWords(step)}: ${String(error)}`);
    }
    await turns();
  }

  #act(step: RaceStep): void {
    if ('send' in step) {
      this.recorder.call(step.send, step.parameters, { reached: () => this.#service.reached(step.send) });
    } else if ('answer' in step) {
      const status = step.by === 'success' ? { status: 'success' } : { status: 'error', errorCode: '330007', errorMessage: 'refused' };
      this.#service.answer(step.answer, step.by, { ...status, ...step.result });
    } else if ('pass' in step) {
      this.#clock.increment(step.pass);
    } else if ('wire' in step) {
      this.recorder.hears(canonicalName(step.wire.messageID));
      this.#service.emit(messageOf(step.wire, this.state, this.#clock.now()));
    } else {
      this.recorder.hears(canonicalName(step.event));
      this.#service.emit(this.#message(step));
    }
  }

  #message({ event, leg, attributes, at }: EventStep): object {
    return {
      messageID: event,
      ...(at === undefined ? {} : { creationTime: this.#began + at }),
      ...(leg === undefined ? {} : LEGS[leg]),
      ...attributes,
    };
  }
}
