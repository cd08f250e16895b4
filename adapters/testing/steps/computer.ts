import type { Page } from '../floor/page.js';
import type { ReferenceModel } from '../model/reference-model.js';
import type { Stage } from './stage.js';
import { Step } from './step.js';

/** The fate of what is sent to a page whose computer sleeps: the link breaks and the service tells all anew, or it arrives on waking. */
export type SleepingLink = 'breaks' | 'holds';

const inWords = (ms: number): string => `${String(Math.abs(ms) / 1000)} s`;

/** `sleeps for 25 s; its link breaks`. @param ms null: until somebody uses it */
export function sleepInWords(link: SleepingLink, ms: number | null): string {
  const until = ms === null ? 'falls asleep' : `sleeps for ${inWords(ms)}`;
  return `${until}; ${link === 'breaks' ? 'its link breaks' : 'what is sent to it arrives on waking'}`;
}

/** `is set back by 3600 s`. */
export function clockInWords(by: number): string {
  return `is set ${by < 0 ? 'back' : 'forward'} by ${inWords(by)}`;
}

/** Something becomes of the computer of a page. */
abstract class ComputerStep extends Step {
  constructor(protected readonly who: number) {
    super();
  }

  protected async act(model: ReferenceModel, stage: Stage, say: (words: string) => void): Promise<void> {
    const page = stage.floor.pageAt(this.who);
    // Pages on a real switch run in the time of the switch.
    if (page.computer === null) say(`the computer of agent ${page.agentID} goes on`);
    else await this.befalls(page, model, stage, say);
  }

  protected abstract befalls(page: Page, model: ReferenceModel, stage: Stage, say: (words: string) => void): Promise<void> | void;
}

/** The computer of a page falls asleep; it wakes after a while, or when somebody uses it. */
export class FallsAsleep extends ComputerStep {
  protected readonly plan: string;

  /** @param ms after which it wakes; null: it sleeps until somebody uses it */
  constructor(
    who: number,
    private readonly link: SleepingLink,
    private readonly ms: number | null,
  ) {
    super(who);
    this.plan = `a computer sleeps${ms === null ? '' : ` for ${inWords(ms)}`}`;
  }

  protected async befalls(page: Page, model: ReferenceModel, { floor }: Stage, say: (words: string) => void): Promise<void> {
    say(`the computer of agent ${page.agentID} ${sleepInWords(this.link, this.ms)}`);
    floor.fallsAsleep(page, this.link === 'breaks');
    if (this.link === 'breaks') model.doubt('a page is away');
    if (this.ms === null) return;
    await floor.passes(this.ms);
    await floor.wakes(page);
  }
}

/** The computer of a page has slept for so much longer, and wakes. */
export class WakesUp extends ComputerStep {
  protected readonly plan = 'a computer wakes';

  constructor(
    who: number,
    private readonly ms: number,
  ) {
    super(who);
  }

  protected async befalls(page: Page, _model: ReferenceModel, { floor }: Stage, say: (words: string) => void): Promise<void> {
    if (!page.isAsleep) {
      say(`the computer of agent ${page.agentID} is awake`);
      return;
    }
    say(`the computer of agent ${page.agentID} sleeps for ${inWords(this.ms)} more, and wakes`);
    await floor.passes(this.ms);
    await floor.wakes(page);
  }
}

/** The clock of a computer is set. */
export class SetsClock extends ComputerStep {
  protected readonly plan: string;

  /** @param by in ms; back: negative */
  constructor(
    who: number,
    private readonly by: number,
  ) {
    super(who);
    this.plan = `a clock ${clockInWords(by)}`;
  }

  protected befalls(page: Page, _model: ReferenceModel, { floor }: Stage, say: (words: string) => void): void {
    say(`the clock of agent ${page.agentID}'s computer ${clockInWords(this.by)}`);
    floor.sets(page, this.by);
  }
}
