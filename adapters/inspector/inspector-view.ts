import { describeChart } from '../../src/chart-map/index.js';
import type { Recording } from '../../src/recorder/index.js';
import type { Look as LookedAt, Subject } from './inspector.js';
import { Filtered, type Selection } from './model/filtered.js';
import { transitionBetween } from './model/last-transition.js';
import { Playback } from './model/playback.js';
import { stateInWords } from './model/state-in-words.js';
import { BarView } from './views/bar-view.js';
import { DetailView } from './views/detail-view.js';
import { element } from './views/element.js';
import { ListView } from './views/list-view.js';
import { MapView } from './views/map-view.js';

/** The selection as long as nobody has selected anything: where the work is. */
const WORK = 'work';

/** A recording as it is looked at. */
interface Look {
  readonly recorder: Recording;
  readonly filtered: Filtered;
  readonly playback: Playback;
}

function lookAt({ recorder }: Subject): Look {
  const filtered = new Filtered(recorder);
  return { recorder, filtered, playback: new Playback(recorder, filtered) };
}

/** The deepest active state of a region. */
function deepest(active: readonly string[], region: string): string {
  return active
    .filter((path) => path === region || path.startsWith(`${region}.`))
    .reduce((best, path) => (path.split('.').length >= best.split('.').length ? path : best), region);
}

/** The inspector as elements of a page. Whatever happens in one turn is drawn once, when the page is drawn anyway. */
export class InspectorView {
  readonly root: HTMLElement;
  readonly #view: Window & typeof globalThis;
  readonly #chart = describeChart();
  readonly #bar: BarView;
  readonly #map: MapView;
  readonly #detail: DetailView;
  readonly #list: ListView;
  readonly #status: HTMLElement;
  readonly #resizes: ResizeObserver;
  #looks: readonly Look[];
  #look: Look;
  /** Null: wherever the work is. */
  #selected: string | null = null;
  #lit: readonly string[] = [];
  #unsubscribe: () => void;
  #frame: number | null = null;
  #isClosed = false;
  readonly #onLook: ((look: LookedAt) => void) | undefined;
  /** The step of the past that was told of last; null: the present. */
  #told: number | null = null;

  constructor(document: Document, subjects: readonly Subject[], close: () => void, onLook?: (look: LookedAt) => void) {
    this.#onLook = onLook;
    this.#view = document.defaultView as Window & typeof globalThis;
    this.#looks = subjects.map(lookAt);
    this.#look = this.#looks[0] as Look;
    const select = (path: string) => {
      this.#selected = path;
      this.#invalidate();
    };
    this.#bar = new BarView(document, {
      move: (by) => this.#move(by),
      togglePause: () => this.#togglePause(),
      save: () => this.#save(),
      close,
      choose: (index) => this.#choose(index),
    });
    this.#map = new MapView(document, this.#chart, select);
    this.#detail = new DetailView(document, {
      select,
      light: (paths) => {
        this.#lit = paths;
        this.#invalidate();
      },
    });
    this.#list = new ListView(document, {
      goTo: (step) => {
        this.#look.playback.goTo(step);
        this.#invalidate();
      },
      move: (by) => this.#move(by),
      restrict: (text, selection) => this.#restrict(text, selection),
      redraw: () => this.#invalidate(),
    });
    this.#status = element(document, 'div', { class: 'hidden', role: 'status' });
    const side = element(document, 'div', { class: 'side' }, this.#detail.root, this.#list.root);
    this.root = element(document, 'div', { class: 'inspector' }, this.#bar.root, this.#map.root, side, this.#status);
    this.#resizes = new this.#view.ResizeObserver(() => this.#invalidate());
    this.#resizes.observe(this.#map.root);
    this.#unsubscribe = this.#listen();
    this.show(subjects);
  }

  /** Lets the reader choose among these. What is looked at stays so, if it is among them. */
  show(subjects: readonly Subject[]): void {
    const before = this.#looks;
    this.#looks = subjects.map((subject) => before.find(({ recorder }) => recorder === subject.recorder) ?? lookAt(subject));
    const index = Math.max(0, this.#looks.indexOf(this.#look));
    this.#bar.name(
      subjects.map(({ name }) => name),
      index,
    );
    if (this.#looks[index] === this.#look) this.#invalidate();
    else this.#choose(index);
  }

  /** Draws no more, and lets go of the recordings. */
  close(): void {
    this.#isClosed = true;
    this.#unsubscribe();
    this.#resizes.disconnect();
    if (this.#frame !== null) this.#view.cancelAnimationFrame(this.#frame);
  }

  #listen(): () => void {
    return this.#look.recorder.subscribe(() => this.#invalidate());
  }

  #invalidate(): void {
    if (this.#isClosed) return;
    this.#frame ??= this.#view.requestAnimationFrame(() => {
      this.#frame = null;
      this.#draw();
    });
  }

  #choose(index: number): void {
    this.#unsubscribe();
    this.#look = this.#looks[index] ?? this.#look;
    this.#unsubscribe = this.#listen();
    this.#list.clear();
    this.#invalidate();
  }

  #move(by: number): void {
    this.#look.playback.move(by);
    this.#invalidate();
  }

  #togglePause(): void {
    const { playback } = this.#look;
    if (playback.isLive) playback.pause();
    else playback.goLive();
    this.#invalidate();
  }

  #restrict(text: string, selection: Selection): void {
    for (const { filtered } of this.#looks) filtered.restrict(text, selection);
    this.#list.clear();
    this.#invalidate();
  }

  #save(): void {
    const { Blob, URL } = this.#view;
    const address = URL.createObjectURL(new Blob([JSON.stringify(this.#look.recorder, null, 1)], { type: 'application/json' }));
    const anchor = element(this.#view.document, 'a', { href: address, download: 'switchhook-recording.json' });
    anchor.click();
    this.#view.setTimeout(() => URL.revokeObjectURL(address), 1_000);
  }

  #draw(): void {
    const { recorder, filtered, playback } = this.#look;
    filtered.update();
    const { step, isLive } = playback;
    const moment = recorder.at(step);
    if (moment === undefined) return;
    const entry = recorder.entry(step);
    const before = recorder.at(step - 1);
    const transition = before === undefined ? null : transitionBetween(before.active, moment.active);
    const selected = this.#selected ?? deepest(moment.active, WORK);
    this.#bar.show({ step, isLive, first: recorder.first, last: recorder.last });
    this.#map.show(
      {
        active: new Set(moment.active),
        transition,
        event: entry?.type ?? '',
        selected,
        lit: this.#lit,
        pending: moment.state.pending.map(({ command }) => command),
      },
      { width: this.#map.root.clientWidth, height: this.#map.root.clientHeight },
    );
    this.#detail.show({ state: stateInWords(this.#chart, selected, moment), entry, moment });
    this.#list.show(recorder, filtered, step);
    const words = isLive ? '' : `Step ${step}: ${entry?.type ?? ''}`;
    if (this.#status.textContent !== words) this.#status.textContent = words;
    const past = isLive ? null : step;
    if (past === this.#told) return;
    this.#told = past;
    this.#onLook?.({ step, at: entry?.at ?? moment.state.since, isLive, moment });
  }
}
