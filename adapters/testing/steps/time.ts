import type { ReferenceModel } from '../model/reference-model.js';
import type { Stage } from './stage.js';
import { Step } from './step.js';

/** Time passes. */
export class TimePasses extends Step {
  protected readonly plan: string;

  constructor(private readonly seconds: number) {
    super();
    this.plan = `${seconds} s pass`;
  }

  protected async act(_model: ReferenceModel, { floor }: Stage, say: (words: string) => void): Promise<void> {
    say(this.plan);
    await floor.passes(this.seconds * 1000);
  }
}

/** The steps that follow come before what the ones before have started has come to its end. */
export class Rush extends Step {
  protected readonly plan: string;

  constructor(
    private readonly steps: number,
    private readonly ms: number,
  ) {
    super();
    this.plan =
      steps === 1
        ? `in a rush: the next step follows after ${ms} ms`
        : `in a rush: the next ${steps} steps follow each other after ${ms} ms`;
  }

  protected act(_model: ReferenceModel, { floor }: Stage, say: (words: string) => void): void {
    say(this.plan);
    floor.pace.hurry(this.steps + 1, this.ms);
  }
}
