import type { AgentState, CommandName } from '../../sobot/index.js';
import type { WireEvent } from '../arbitraries/events/wire-event.js';
import type { SceneName } from './scenes.js';

/** The leg that an event of a race is about. */
export type RaceLeg = 'customer' | 'third' | 'next';

/** The agent presses a button. */
interface SendStep {
  readonly send: CommandName;
  readonly parameters?: object;
}

/** A callback comes. It is lost if nobody waits for it. */
interface AnswerStep {
  readonly answer: CommandName;
  readonly by: 'success' | 'error';
  /** Beyond `status`. */
  readonly result?: object;
}

/** An event comes. */
export interface EventStep {
  readonly event: string;
  /** Default: it names no leg. */
  readonly leg?: RaceLeg;
  readonly attributes?: object;
  /** The server's own time of it, in ms after the beginning of the race. Default: it names none. */
  readonly at?: number;
}

/** An event comes that was drawn. */
interface WireStep {
  readonly wire: WireEvent;
}

/** Time passes. */
interface PassStep {
  /** Ms. */
  readonly pass: number;
}

export type RaceStep = SendStep | AnswerStep | EventStep | WireStep | PassStep;

/** The condition at the end, when all of it has happened, in whatever order. */
export interface RaceEnd {
  readonly words: string;
  readonly isSo: (state: AgentState) => boolean;
}

/** Things that happen at once. */
export interface Race {
  /** As a heading: `holdCall against the customer hanging up`. */
  readonly name: string;
  readonly from: SceneName;
  /** The steps before, in this order. Default: nothing. */
  readonly first?: readonly RaceStep[];
  /** Each is in order in itself; they are interleaved in every order. */
  readonly threads: readonly (readonly RaceStep[])[];
  /** Default: nothing but the invariants. */
  readonly end?: RaceEnd;
}

const WHOSE: Readonly<Record<RaceLeg, string>> = {
  customer: " of the customer's leg",
  third: " of the third party's leg",
  next: ' of another call',
};

/** `EventReleased of the customer's leg comes`. */
export function stepInWords(step: RaceStep): string {
  if ('send' in step) return `${step.send} is sent`;
  if ('answer' in step) return `${step.by} of ${step.answer} comes`;
  if ('wire' in step) return `${step.wire.words} comes`;
  if ('pass' in step) return `${String(step.pass / 1000)} s pass`;
  const { event, leg, at } = step;
  return `${event}${leg === undefined ? '' : WHOSE[leg]}${at === undefined ? '' : ` (of ms ${String(at)})`} comes`;
}

/** In how many orders the threads can be interleaved. */
export function ordersOf({ threads }: Pick<Race, 'threads'>): number {
  let orders = 1;
  let placed = 0;
  for (const { length } of threads) {
    for (let step = 1; step <= length; step += 1) {
      placed += 1;
      orders = (orders * placed) / step;
    }
  }
  return Math.round(orders);
}
