import type { CommandError } from '../../../adapters/sobot/index.js';
import { commandChange } from '../timeline/command-change.js';
import { stateText } from '../timeline/state-text.js';
import type { Audience, Entry } from '../timeline/timeline.js';
import { commandText, messageText } from '../timeline/wording.js';
import type { Desk } from './desk.js';
import type { DeskNews, DivergenceNews, DoneNews, MessageNews, News } from './journal.js';

/** The state and commands last printed of a desk. */
interface Shown {
  readonly state: string;
  readonly allowed: readonly string[];
}

/** The reason told to the person at the desk: for a command not allowed now, its remedy. */
function reasonOf({ code, message, remedy }: CommandError): string {
  return code === 'NOT_ALLOWED' ? (remedy ?? message) : message;
}

/** Turns what has happened in one moment into lines of the timeline. */
export class Reporter {
  readonly #audience: Audience;
  readonly #shown = new Map<Desk, Shown>();

  constructor(audience: Audience) {
    this.#audience = audience;
  }

  report(news: readonly News[], time: string): void {
    const lines = news.filter((one) => !isSaidBy(one, news));
    lines.forEach((one, index) => {
      if (one.type === 'other') {
        this.#audience.entry({ time, mark: '·', ...one });
        return;
      }
      const isLast = !lines.slice(index + 1).some((later) => later.type !== 'other' && later.desk === one.desk);
      this.#audience.entry({ time, who: one.desk.label, ...wordsOf(one, news), ...this.#standing(one, isLast) });
    });
  }

  /** The state, and what it allows: that is said once the commands in flight have ended. */
  #standing({ desk, state }: DeskNews, isLast: boolean): Pick<Entry, 'state' | 'isNewState' | 'change'> {
    const last = this.#shown.get(desk) ?? { state: '', allowed: ['on', 'off'] };
    const text = stateText(state);
    const isSettled = isLast && state.pending.length === 0;
    this.#shown.set(desk, { state: text, allowed: isSettled ? state.allowed : last.allowed });
    return {
      state: text,
      isNewState: text !== last.state,
      change: isSettled ? commandChange(last.allowed, state.allowed) : null,
    };
  }
}

/** The event is what the command has resolved with. */
function isAnswerOf(done: DoneNews, { desk, message }: MessageNews): boolean {
  return done.desk === desk && done.result === message;
}

/** The event is what the agent did not expect. */
function isAbout({ desk, what }: DivergenceNews, { desk: other, message }: MessageNews): boolean {
  return desk === other && what === message['messageID'];
}

/** Whether other news say it already: an answer is told with its event, a state with what has led to it. */
function isSaidBy(one: News, all: readonly News[]): boolean {
  if (one.type === 'done') return all.some((other) => other.type === 'message' && isAnswerOf(one, other));
  if (one.type === 'divergence') return all.some((other) => other.type === 'message' && isAbout(one, other));
  if (one.type !== 'state') return false;
  return all.some((other) => other.type !== 'other' && other.type !== 'state' && other.desk === one.desk);
}

function remarkOf({ lateFor }: DivergenceNews): string {
  return lateFor === null ? ' not expected' : `, too late for ${lateFor}`;
}

/** The meaning of the event to the agent, beyond its name: the command it answers, or that it was not expected. */
function remarkOn(news: MessageNews, all: readonly News[]): string {
  for (const other of all) {
    if (other.type === 'done' && isAnswerOf(other, news)) return ` ✓ ${other.command}`;
    if (other.type === 'divergence' && isAbout(other, news)) return remarkOf(other);
  }
  return '';
}

function wordsOf(news: DeskNews, all: readonly News[]): Pick<Entry, 'mark' | 'what' | 'reason'> {
  switch (news.type) {
    case 'sent':
      return { mark: '→', what: commandText(news.command, news.parameters) };
    case 'message':
      return { mark: '←', what: messageText(news.message) + remarkOn(news, all) };
    case 'done':
      return { mark: '✓', what: news.command };
    case 'failed': {
      const { command, error, isRefusal } = news;
      return { mark: '✗', what: `${command} ${isRefusal ? 'refused: ' : ''}${error.code}`, reason: reasonOf(error) };
    }
    case 'divergence':
      return { mark: '✗', what: `${news.what}${remarkOf(news)}` };
    case 'state':
      return { mark: '·', what: 'by its own clock' };
  }
}
