import type { Entry } from '../floor/journal.js';
import { cellsOf, WIDTH, wrap, type Row } from './columns.js';
import { eventText } from './event-text.js';
import { stateText } from './state-text.js';

/** How the parts of a timeline look; by default as they are. */
export interface Paint {
  readonly heading: (text: string) => string;
  readonly faint: (text: string) => string;
  readonly state: (text: string) => string;
}

const PLAIN: Paint = { heading: (text) => text, faint: (text) => text, state: (text) => text };

/** `00:03.068`: since the sequence began. */
function timeText(ms: number): string {
  const [minutes, seconds] = [Math.floor(ms / 60_000), (ms % 60_000) / 1000];
  return `${String(minutes).padStart(2, '0')}:${seconds.toFixed(3).padStart(6, '0')}`;
}

function wordsOf({ what }: Entry): string | null {
  switch (what.kind) {
    case 'floor':
      return eventText(what.event);
    case 'injected':
      return `← ${what.words}`;
    case 'ended':
      return `${what.isDone ? '✓' : '✗'} ${what.words}`;
    default:
      return null;
  }
}

/** The last of the states that follow an entry before anything else happens at this page. */
function stateAfter(entries: readonly Entry[], index: number): Entry['state'] {
  const { who } = entries[index] as Entry;
  let state: Entry['state'] = null;
  for (const next of entries.slice(index + 1)) {
    if (next.what.kind === 'step' || next.what.kind === 'note') break;
    if (next.who !== who) continue;
    if (next.what.kind !== 'state') break;
    state = next.state;
  }
  return state;
}

function heading(words: string, indent: number, paint: Paint): readonly string[] {
  const pad = ' '.repeat(indent);
  return wrap(words, WIDTH - indent).map((line, index) => paint.heading(index === 0 ? line : pad + line));
}

/**
 * The entries, line by line: when, who, what, and where the page showed its agent after it.
 *
 * @example
 * 00:01.943  1003   ← EventEstablished Inbound, 13511110001     online · talking
 */
export function timelineOf(entries: readonly Entry[], paint: Paint = PLAIN): readonly string[] {
  const begun = entries[0]?.at ?? 0;
  let lastTime = '';
  const row = (given: Row): string => {
    const [time, who, what, state] = cellsOf({ ...given, time: given.time === lastTime ? '' : given.time });
    lastTime = given.time;
    return (paint.faint(time) + who + what + paint.state(state)).trimEnd();
  };
  return entries.flatMap((entry, index): readonly string[] => {
    const { what, at, who } = entry;
    if (what.kind === 'step' || what.kind === 'note') {
      lastTime = '';
      const number = what.kind === 'step' ? `${what.number}. ` : '· ';
      return ['', ...heading(number + what.words, number.length, paint)];
    }
    const words = wordsOf(entry);
    if (words === null) return [];
    const state = stateAfter(entries, index);
    return [row({ time: timeText(at - begun), who, what: words, state: state === null ? '' : stateText(state) })];
  });
}
