import type { AnyActorRef } from 'xstate';
import type { CommandName, SubscriptionName } from '../../machines/index.js';
import type { Refusal } from '../errors/refusal.js';
import { Notifier } from './notifier.js';
import type { AgentReport } from './report.js';
import type { Step } from './runner.js';
import type { VendorWords } from './vendor-words.js';

/** All that happens in an agent, in its order. Personal data is in clear: observers mask what they keep. */
export type Note =
  /** A command is about to go into the chart. */
  | { readonly kind: 'asked'; readonly command: CommandName; readonly parameters: Readonly<Record<string, unknown>> }
  /** A command was refused before it reached the chart. */
  | { readonly kind: 'refused'; readonly at: number; readonly refusal: Refusal }
  /** An event has gone through the chart. */
  | { readonly kind: 'step'; readonly step: Step }
  /** A message made no sense, or the storage failed. */
  | { readonly kind: 'told'; readonly at: number; readonly report: Extract<AgentReport, { type: 'malformed' | 'storage' }> }
  | { readonly kind: 'disposed'; readonly at: number };

/** The observable part of an agent. */
export interface Observable {
  /** Tells what happens until the returned function is called. Exceptions of the listener are rethrown outside. */
  observe(listener: (note: Note) => void): () => void;
  /** Whether the telephone system has such a command at all, and the agent is not disposed of. */
  isUsable(command: CommandName | SubscriptionName): boolean;
  /** Epoch ms, by the agent's clock. */
  now(): number;
  /** The vendor's words for the chart's names. */
  readonly words: VendorWords;
}

/** A symbol that all copies of this package share: a recorder of one copy observes an agent of another. */
const OBSERVABLE = Symbol.for('switchhook.observable');

/** The observable part of the agent that this actor runs; undefined: it is no agent's. */
export function observableOf(actor: AnyActorRef): Observable | undefined {
  return (actor as { readonly [OBSERVABLE]?: Observable })[OBSERVABLE];
}

/** The notes of one agent. */
export class Observation {
  readonly #notes = new Notifier<Note>();

  /** The notes can be found at the actor from now on. */
  constructor(actor: AnyActorRef, { isUsable, now, words }: Omit<Observable, 'observe'>) {
    const observe: Observable['observe'] = (listener) => this.#notes.subscribe(listener);
    Object.defineProperty(actor, OBSERVABLE, { value: { observe, isUsable, now, words } satisfies Observable });
  }

  get isHeard(): boolean {
    return this.#notes.isHeard;
  }

  /** Makes the note only if there is somebody to read it. */
  tell(note: () => Note): void {
    if (this.#notes.isHeard) this.#notes.tell(note());
  }

  clear(): void {
    this.#notes.complete();
  }
}
