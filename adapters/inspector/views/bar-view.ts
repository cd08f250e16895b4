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

  constructor(document: Document, names: readonly string[], actions: Actions) {
    this.#back = button(document, 'Step back', () => actions.move(-1));
    this.#on = button(document, 'Step on', () => actions.move(1));
    this.#pause = button(document, 'Pause', actions.togglePause, { 'aria-pressed': 'false' });
    this.#position = element(document, 'span', { class: 'position' });
    const which =
      names.length === 1
        ? element(document, 'span', { class: 'title' }, names[0] ?? '')
        : element(document, 'select', { 'aria-label': 'Agent' }, ...names.map((name, index) => element(document, 'option', { value: index }, name)));
    which.addEventListener('change', () => actions.choose(Number((which as HTMLSelectElement).value)));
    this.root = element(
      document,
      'header',
      { class: 'bar' },
      which,
      this.#back,
      this.#pause,
      this.#on,
      this.#position,
      element(document, 'span', { class: 'space' }),
      button(document, 'Export', actions.save),
      button(document, 'Close', actions.close),
    );
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
