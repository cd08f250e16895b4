import type { AgentState, CommandError } from '../../../adapters/sobot/index.js';
import type { Desk } from './desk.js';

/** An event at a desk, and its agent's state then. */
interface AtDesk {
  readonly desk: Desk;
  readonly state: AgentState;
}

interface SentNews extends AtDesk {
  readonly type: 'sent';
  readonly command: string;
  readonly parameters: object;
}

export interface MessageNews extends AtDesk {
  readonly type: 'message';
  readonly message: Readonly<Record<string, unknown>>;
}

export interface DoneNews extends AtDesk {
  readonly type: 'done';
  readonly command: string;
  readonly result: unknown;
}

interface FailedNews extends AtDesk {
  readonly type: 'failed';
  readonly command: string;
  readonly error: CommandError;
  /** It never reached the service. */
  readonly isRefusal: boolean;
}

/** The state has changed, by whatever. */
interface StateNews extends AtDesk {
  readonly type: 'state';
}

/** The server said what the agent did not expect, and was believed. */
export interface DivergenceNews extends AtDesk {
  readonly type: 'divergence';
  /** The event, or the fact it stands for. */
  readonly what: string;
  /** The command that had ended before this error came for it, or null. */
  readonly lateFor: string | null;
}

/** Somebody does something that no agent object knows of, or a phone changes. */
interface OtherNews {
  readonly type: 'other';
  readonly who: string;
  readonly what: string;
  readonly state: string;
  readonly isNewState: boolean;
}

export type DeskNews = SentNews | MessageNews | DoneNews | FailedNews | StateNews | DivergenceNews;
export type News = DeskNews | OtherNews;

/** The news of one moment, in order. */
export class Journal {
  #news: News[] = [];

  add(news: News): void {
    this.#news.push(news);
  }

  /** The news so far; the journal is empty afterwards. */
  take(): readonly News[] {
    const news = this.#news;
    this.#news = [];
    return news;
  }
}
