import type { Entry, Moment } from '../../../src/recorder/index.js';
import type { StateInWords, Chip, Reaction } from '../model/state-in-words.js';
import { outcomeOf, timeOf } from '../model/entry-words.js';
import { linesOf } from '../model/shown-value.js';
import { element } from './element.js';

export interface DetailContent {
  readonly state: StateInWords;
  readonly entry: Entry | undefined;
  readonly moment: Moment;
}

interface Actions {
  readonly select: (path: string) => void;
  /** Points these states out on the map. */
  readonly light: (paths: readonly string[]) => void;
}

const TABS = ['State', 'Event', 'Agent'] as const;
type Tab = (typeof TABS)[number];

/** The panel that tells in words what the selected state means, what has happened, and what the agent was shown. */
export class DetailView {
  readonly root: HTMLElement;
  readonly #document: Document;
  readonly #actions: Actions;
  readonly #panel: HTMLElement;
  readonly #tabs: ReadonlyMap<Tab, HTMLButtonElement>;
  #tab: Tab = 'State';
  #content: DetailContent | null = null;
  #shown = '';

  constructor(document: Document, actions: Actions) {
    this.#document = document;
    this.#actions = actions;
    this.#panel = element(document, 'div', { class: 'panel', role: 'tabpanel', tabindex: 0, id: 'panel' });
    this.#tabs = new Map(TABS.map((tab) => [tab, this.#tabButton(tab)]));
    const tabs = element(document, 'div', { class: 'tabs', role: 'tablist', 'aria-label': 'In words' }, ...this.#tabs.values());
    tabs.addEventListener('keydown', ({ key }) => {
      const step = key === 'ArrowRight' ? 1 : key === 'ArrowLeft' ? TABS.length - 1 : 0;
      if (step === 0) return;
      this.#open(TABS[(TABS.indexOf(this.#tab) + step) % TABS.length] as Tab);
      this.#tabs.get(this.#tab)?.focus();
    });
    this.root = element(document, 'section', { class: 'detail', 'aria-label': 'In words' }, tabs, this.#panel);
    this.#mark();
  }

  show(content: DetailContent): void {
    this.#content = content;
    const { state, entry, moment } = content;
    // Made anew only where it says something else, so that what has the focus keeps it.
    const key = JSON.stringify(
      this.#tab === 'State' ? [state.node.path, state.isActive, state.chips] : this.#tab === 'Event' ? entry : moment.state,
    );
    const shown = `${this.#tab} ${key}`;
    if (shown === this.#shown) return;
    this.#shown = shown;
    this.#panel.replaceChildren(
      ...(this.#tab === 'State' ? this.#state(state) : this.#tab === 'Event' ? this.#entry(entry) : this.#agent(moment)),
    );
  }

  #tabButton(tab: Tab): HTMLButtonElement {
    const made = element(this.#document, 'button', { type: 'button', role: 'tab', id: `tab-${tab}`, 'aria-controls': 'panel' }, tab);
    made.addEventListener('click', () => this.#open(tab));
    return made;
  }

  #open(tab: Tab): void {
    this.#tab = tab;
    this.#mark();
    if (this.#content !== null) this.show(this.#content);
  }

  #mark(): void {
    for (const [tab, made] of this.#tabs) {
      made.setAttribute('aria-selected', String(tab === this.#tab));
      made.tabIndex = tab === this.#tab ? 0 : -1;
    }
    this.#panel.setAttribute('aria-labelledby', `tab-${this.#tab}`);
  }

  #state({ node, isActive, chips, reactions }: StateInWords): readonly Node[] {
    const document = this.#document;
    const { agent, customer } = node.meta;
    const title = element(
      document,
      'h2',
      {},
      node.key,
      element(document, 'span', { class: isActive ? 'badge on' : 'badge' }, isActive ? 'active' : 'not active'),
    );
    return [
      title,
      element(document, 'p', { class: 'quiet' }, node.path.replaceAll('.', ' · ')),
      ...(agent === undefined ? [] : [element(document, 'p', {}, agent)]),
      ...(customer === undefined ? [] : [element(document, 'p', { class: 'quiet' }, `Customer: ${customer}`)]),
      ...(chips.length === 0
        ? []
        : [
            element(document, 'h3', {}, 'Commands'),
            element(document, 'ul', { class: 'chips' }, ...chips.map((chip) => this.#chip(chip, node.path))),
          ]),
      ...(reactions.length === 0
        ? []
        : [
            element(document, 'h3', {}, 'Events'),
            element(document, 'ul', { class: 'reactions' }, ...reactions.map((one) => this.#reaction(one))),
          ]),
    ];
  }

  #chip({ command, knownIn, refusal }: Chip, path: string): HTMLElement {
    const document = this.#document;
    const from = knownIn === path ? '' : ` (of ${knownIn})`;
    const why =
      refusal === null ? `allowed${from}` : `${refusal.advice} ${refusal.code}${refusal.guard == null ? '' : `, ${refusal.guard}`}${from}`;
    return element(
      document,
      'li',
      { class: refusal === null ? 'yes' : 'no', title: refusal?.message ?? '' },
      element(document, 'b', {}, command),
      why,
    );
  }

  #reaction({ event, guard, targets }: Reaction): HTMLElement {
    const document = this.#document;
    const row = element(document, 'li', {}, element(document, 'code', {}, event));
    if (guard !== null) row.append(' ', element(document, 'span', { class: 'guard' }, `if ${guard}`));
    row.append(targets.length === 0 ? ' · stays' : ' → ');
    for (const target of targets) {
      const go = element(document, 'button', { type: 'button' }, target);
      go.addEventListener('click', () => this.#actions.select(target));
      go.addEventListener('focus', () => this.#actions.light([target]));
      go.addEventListener('blur', () => this.#actions.light([]));
      row.append(go);
    }
    row.addEventListener('pointerenter', () => this.#actions.light(targets));
    row.addEventListener('pointerleave', () => this.#actions.light([]));
    return row;
  }

  #entry(entry: Entry | undefined): readonly Node[] {
    const document = this.#document;
    if (entry === undefined) return [element(document, 'p', { class: 'quiet' }, 'Nothing has happened yet.')];
    const outcome = outcomeOf(entry);
    return [
      element(document, 'h2', {}, entry.type, element(document, 'span', { class: 'badge' }, entry.kind)),
      element(
        document,
        'p',
        { class: 'quiet' },
        `Step ${entry.step}, ${timeOf(entry)}${entry.messageID === null ? '' : `, ${entry.messageID}`}`,
      ),
      ...(outcome === '' ? [] : [element(document, 'p', {}, outcome)]),
      element(document, 'pre', {}, linesOf(entry.data).join('\n')),
    ];
  }

  #agent({ state }: Moment): readonly Node[] {
    return [element(this.#document, 'pre', {}, linesOf(state).join('\n'))];
  }
}
