import type { RecordingPart } from '../../src/recorder/index.js';

/*
 * The messages between agents, viewers and the inspector's server, each as JSON. A viewer gets one part of a recording
 * after the other, each when it has taken the one before: a slow viewer keeps nobody waiting, and nothing piles up.
 */

/** Of these messages. An agent or viewer of another version is turned away. */
export const VERSION = 1;

/** Where each of the two connects. */
export const PATHS = { agent: '/agent', viewer: '/viewer' } as const;

/** No name of an agent is longer. */
export const LONGEST_NAME = 200;

/** Why a connection ends. */
export const CLOSE_CODES = { goingAway: 1001, wrongMessage: 1008 } as const;

export type FromAgent =
  | { readonly type: 'hello'; readonly version: number; readonly id: string; readonly name: string }
  | { readonly type: 'part'; readonly viewer: number; readonly part: RecordingPart };

export type ToAgent =
  /** From now on this viewer looks, from the oldest entry on. */
  | { readonly type: 'watch'; readonly viewer: number }
  /** This viewer has taken the part before. */
  | { readonly type: 'taken'; readonly viewer: number }
  | { readonly type: 'unwatch'; readonly viewer: number };

export type ToViewer =
  | { readonly type: 'hello'; readonly version: number }
  | { readonly type: 'agent'; readonly id: string; readonly name: string }
  | { readonly type: 'gone'; readonly id: string }
  | { readonly type: 'part'; readonly id: string; readonly part: RecordingPart };

export interface FromViewer {
  readonly type: 'taken';
  readonly id: string;
}
