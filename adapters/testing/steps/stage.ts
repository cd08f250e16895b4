import type { Floor } from '../floor/floor.js';
import { compareAll, isLinked, type Tally } from '../floor/judge.js';
import type { Page } from '../floor/page.js';
import type { ReferenceModel } from '../model/reference-model.js';

/** In steps. */
const LOOKS_EVERY = 3;

/** The real thing that steps act upon, and what they are judged by. */
export class Stage {
  #expectation: (() => void) | null = null;

  constructor(
    readonly floor: Floor,
    readonly tally: Tally,
    /** The service does what the vendor's documents suggest. */
    private readonly isPlain: boolean,
  ) {}

  /** Has `judge` throw a finding if it fails once everything rests. Not judged if it does not rest. */
  expects(judge: () => void): void {
    this.#expectation = judge;
  }

  /** A step is going to be taken. */
  begins(model: ReferenceModel): void {
    this.#observe(model);
  }

  /** A step has been taken: its consequences go on for a while or to their end, and are judged. */
  async goesOn(model: ReferenceModel): Promise<void> {
    const { floor } = this;
    const expectation = this.#expectation;
    this.#expectation = null;
    this.#observe(model);
    const ms = floor.pace.next();
    if (ms === null) {
      await floor.rest(model.doubts === null ? model : null);
      this.#observe(model);
      compareAll(floor, model, this.tally);
      expectation?.();
      // One of them in turn, now and then: looking asks about every command, which takes longer than the step.
      if (floor.steps % LOOKS_EVERY === 0) this.#looksAt(floor.pageAt(floor.steps / LOOKS_EVERY));
    } else {
      model.doubt('things are under way');
      await floor.passes(ms);
      await floor.settles();
    }
    floor.throwFindings();
  }

  #looksAt(page: Page): void {
    if (!page.isAsleep) page.recorder.look();
  }

  /** Whether the model can follow. */
  #observe(model: ReferenceModel): void {
    if (!this.isPlain) model.doubt('a house with rules of its own');
    if (this.floor.hasFaults) model.doubt('messages and commands are struck on their way');
    for (const page of this.floor.pages) {
      const isAway = !isLinked(this.floor, page);
      model.company.get(page.agentID).isAway = isAway;
      if (isAway) model.doubt('a page is away');
    }
  }
}
