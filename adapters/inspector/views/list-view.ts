import type { Entry, Recording } from '../../../src/recorder/index.js';
import { outcomeOf, timeOf } from '../model/entry-words.js';
import type { Filtered, Selection } from '../model/filtered.js';
import { rowsInView } from '../model/rows-in-view.js';
import { element } from './element.js';

const ROW = 24;
const ODD: ReadonlySet<string> = new Set(['refused', 'ignored', 'malformed', 'storage']);

const SELECTIONS: readonly (readonly [Selection, string])[] = [
  ['all', 'everything'],
  ['commands', 'commands'],
  ['messages', 'messages'],
  ['oddities', 'what went otherwise'],
];

interface Actions {
  readonly goTo: (step: number) => void;
  readonly move: (by: number) => void;
  readonly restrict: (text: string, selection: Selection) => void;
  readonly redraw: () => void;
}

/** All that has happened: only the rows that can be seen are there. */
export class ListView {
  readonly root: HTMLElement;
  readonly #document: Document;
  readonly #scroll: HTMLElement;
  readonly #rows: HTMLElement;
  readonly #byStep = new Map<number, HTMLElement>();
  #shownStep = -1;
  /** How far it was scrolled when it was drawn. */
  #drawnTop = 0;

  constructor(document: Document, { goTo, move, restrict, redraw }: Actions) {
    this.#document = document;
    this.#rows = element(document, 'div', { class: 'rows' });
    this.#scroll = element(document, 'div', { class: 'list', role: 'listbox', tabindex: 0, 'aria-label': 'What has happened' });
    this.#scroll.append(this.#rows);
    this.#rows.setAttribute('role', 'presentation');
    const text = element(document, 'input', { type: 'search', placeholder: 'Filter', 'aria-label': 'Filter what has happened' });
    const select = element(
      document,
      'select',
      { 'aria-label': 'Show' },
      ...SELECTIONS.map(([value, words]) => element(document, 'option', { value }, words)),
    );
    const changed = () => restrict(text.value, select.value as Selection);
    text.addEventListener('input', changed);
    select.addEventListener('change', changed);
    this.#scroll.addEventListener(
      'scroll',
      () => {
        if (this.#scroll.scrollTop !== this.#drawnTop) redraw();
      },
      { passive: true },
    );
    this.#scroll.addEventListener('click', ({ target }) => {
      const step = (target as Element).closest('.row')?.getAttribute('data-step');
      if (step != null) goTo(Number(step));
    });
    this.#scroll.addEventListener('keydown', (event) => {
      const by = { ArrowUp: -1, ArrowDown: 1, PageUp: -10, PageDown: 10, Home: -Infinity, End: Infinity }[event.key];
      if (by === undefined) return;
      event.preventDefault();
      move(by);
    });
    this.root = element(
      document,
      'section',
      { class: 'happenings', 'aria-label': 'What has happened' },
      element(document, 'div', { class: 'filters' }, text, select),
      this.#scroll,
    );
  }

  /** Shows the entries around a step; where another step than before is to be shown, it is scrolled into view. */
  show(recorder: Recording, filtered: Filtered, step: number): void {
    const { length } = filtered;
    this.#rows.style.blockSize = `${length * ROW}px`;
    const here = filtered.indexOf(step);
    const { clientHeight } = this.#scroll;
    if (step !== this.#shownStep && here >= 0) {
      this.#shownStep = step;
      const top = here * ROW;
      if (top < this.#scroll.scrollTop || top + ROW > this.#scroll.scrollTop + clientHeight)
        this.#scroll.scrollTop = Math.max(0, top + ROW - clientHeight);
    }
    this.#drawnTop = this.#scroll.scrollTop;
    const { first, count } = rowsInView(length, ROW, this.#drawnTop, clientHeight);
    const needed = new Set<number>();
    for (let index = first; index < first + count; index += 1) {
      const at = filtered.step(index);
      const entry = at === undefined ? undefined : recorder.entry(at);
      if (entry === undefined) continue;
      needed.add(entry.step);
      this.#row(entry, index, length, entry.step === step);
    }
    for (const [old, row] of this.#byStep) {
      if (needed.has(old)) continue;
      row.remove();
      this.#byStep.delete(old);
    }
    if (needed.has(step)) this.#scroll.setAttribute('aria-activedescendant', `step-${step}`);
    else this.#scroll.removeAttribute('aria-activedescendant');
  }

  /** Another agent's steps have the same numbers. */
  clear(): void {
    this.#rows.replaceChildren();
    this.#byStep.clear();
    this.#shownStep = -1;
  }

  #row(entry: Entry, index: number, length: number, isSelected: boolean): void {
    let row = this.#byStep.get(entry.step);
    if (row === undefined) {
      row = this.#made(entry);
      this.#byStep.set(entry.step, row);
      this.#rows.append(row);
    }
    row.style.insetBlockStart = `${index * ROW}px`;
    row.setAttribute('aria-selected', String(isSelected));
    row.setAttribute('aria-posinset', String(index + 1));
    row.setAttribute('aria-setsize', String(length));
  }

  #made(entry: Entry): HTMLElement {
    const document = this.#document;
    const { step, kind, type, told } = entry;
    const outcome = outcomeOf(entry);
    const isOdd = ODD.has(kind) || told.some((one) => one.type === 'divergence' || (one.type === 'settled' && one.outcome !== 'confirmed'));
    const words = element(document, 'span', {}, element(document, 'span', { class: 'type' }, kind === 'answer' ? `${type}: answer` : type));
    if (outcome !== '') words.append(element(document, 'span', { class: 'outcome' }, outcome));
    return element(
      document,
      'div',
      { class: `row ${kind}${isOdd ? ' odd' : ''}`, role: 'option', id: `step-${step}`, 'data-step': step, title: outcome },
      element(document, 'span', { class: 'number' }, String(step)),
      element(document, 'span', { class: 'time' }, timeOf(entry)),
      words,
    );
  }
}
