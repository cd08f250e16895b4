import type { EndReason, EndRole, FactRule, Outcome } from '../../machines/index.js';

/** The subject of an entry. */
export type EntryKind =
  /** The recording begins. */
  | 'start'
  /** A command has gone out. */
  | 'command'
  /** A command was refused here and never went out. */
  | 'refused'
  /** The own answer to a command: yes, or no. */
  | 'answer'
  /** The server has said something. */
  | 'fact'
  /** The server has said something that changes nothing: late, doubled, or meant for another leg. */
  | 'ignored'
  /** A message made no sense. */
  | 'malformed'
  /** Time is up: of a command, or of after-call work. */
  | 'deadline'
  /** The data stored before the page was loaded anew is at hand. */
  | 'memory'
  /** The storage failed. */
  | 'storage'
  | 'disposed';

/** The consequences of an event, besides the state. */
export type Told =
  /** A command is over; `vendorCode`: the service's own code, if it said no. */
  | { readonly type: 'settled'; readonly command: string; readonly outcome: Outcome; readonly vendorCode?: string }
  /** The server said what the chart did not expect; it was believed. */
  | { readonly type: 'divergence'; readonly fact: string }
  /** A fact changed nothing, by this rule. */
  | { readonly type: 'ignored'; readonly fact: string; readonly rule: FactRule }
  /** A leg is over. */
  | { readonly type: 'callEnded'; readonly leg: EndRole; readonly reason: EndReason; readonly callID: string | null };

/** One thing that happened. Holds no personal data. */
export interface Entry {
  /** Counts from 0 and is never given twice. */
  readonly step: number;
  /** Epoch ms, by the agent's clock. */
  readonly at: number;
  readonly kind: EntryKind;
  /** The fact in the chart's own words, or the command. */
  readonly type: string;
  /** The service's own name for the message; null: it was none. */
  readonly messageID: string | null;
  /** The content: fields of the event, parameters of the command, or the refusal. */
  readonly data: Readonly<Record<string, unknown>>;
  readonly told: readonly Told[];
  /** Whether it changed anything, be it a state or what goes with it. */
  readonly hasChanged: boolean;
}
