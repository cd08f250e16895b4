import { button, element } from './element.js';

interface Actions {
  readonly move: (by: number) => void;
  readonly togglePause: () => void;
  readonly save: () => void;
  readonly close: () => void;
  readonly choose: (index: number) => void;
}

export interface BarContent {
  readonly step: number;
  readonly first: number;
  readonly last: number;
  readonly isLive: boolean;
}

/** Which agent is looked at, and which moment. */
export class BarView {
  readonly root: HTMLElement;
  readonly #pause: HTMLButtonElement;
  readonly #back: HTMLButtonElement;
  readonly #on: HTMLButtonElement;
  readonly #position: HTMLElement;

  readonly #document: Document;
  readonly #choose: Actions['choose'];
  #names: HTMLElement;

  constructor(document: Document, actions: Actions) {
    this.#document = document;
    this.#choose = actions.choose;
    this.#names = element(document, 'span', { class: 'title' });
    this.#back = button(document, 'Step back', () => actions.move(-1));
    this.#on = button(document, 'Step on', () => actions.move(1));
    this.#pause = button(document, 'Pause', actions.togglePause, { 'aria-pressed': 'false' });
    this.#position = element(document, 'span', { class: 'position' });
    this.root = element(
      document,
      'header',
      { class: 'bar' },
      this.#names,
      this.#back,
      this.#pause,
      this.#on,
      this.#position,
      element(document, 'span', { class: 'space' }),
      button(document, 'Export', actions.save),
      button(document, 'Close', actions.close),
    );
  }

  /** Names the agents that there are, of which that one is looked at. */
  name(names: readonly string[], index: number): void {
    const document = this.#document;
    const hadFocus = this.#names.matches(':focus');
    const before = this.#names;
    if (names.length === 1) this.#names = element(document, 'span', { class: 'title' }, names[0] ?? '');
    else {
      const choice = element(
        document,
        'select',
        { 'aria-label': 'Agent' },
        ...names.map((name, each) => element(document, 'option', { value: each }, name)),
      );
      choice.value = String(index);
      choice.addEventListener('change', () => this.#choose(Number(choice.value)));
      this.#names = choice;
    }
    before.replaceWith(this.#names);
    if (hadFocus) this.#names.focus();
  }

  show({ step, first, last, isLive }: BarContent): void {
    this.#pause.setAttribute('aria-pressed', String(!isLive));
    this.#pause.textContent = isLive ? 'Pause' : 'Paused: go live';
    this.#back.disabled = step <= first;
    this.#on.disabled = step >= last;
    const words = isLive ? `live, step ${last}` : `step ${step} of ${first} to ${last}`;
    if (this.#position.textContent !== words) this.#position.textContent = words;
  }
}
