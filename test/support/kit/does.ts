import type { Floor } from '../../../adapters/testing/floor/floor.js';
import type { ReferenceModel } from '../../../adapters/testing/model/reference-model.js';
import type { Stage } from '../../../adapters/testing/steps/stage.js';
import { Step } from '../../../adapters/testing/steps/step.js';

/** A step that a test has of its own, between those that the kit draws. */
export class Does extends Step {
  constructor(
    protected readonly plan: string,
    private readonly what: (floor: Floor) => Promise<void> | void,
  ) {
    super();
  }

  protected async act(model: ReferenceModel, { floor }: Stage, say: (words: string) => void): Promise<void> {
    say(this.plan);
    model.doubt('a step that the kit does not know');
    await this.what(floor);
  }
}
