import { applyFault, faultInWords, type PlannedFault } from '../arbitraries/index.js';
import type { ReferenceModel } from '../model/reference-model.js';
import type { Stage } from './stage.js';
import { Step } from './step.js';

/** Something goes wrong from now on. */
export class FaultBegins extends Step {
  protected readonly plan: string;

  constructor(private readonly planned: PlannedFault) {
    super();
    this.plan = `from now on: ${faultInWords(planned)}`;
  }

  protected act(_model: ReferenceModel, { floor }: Stage, say: (words: string) => void): void {
    say(`network, ${this.plan}`);
    floor.suffers(() => {
      applyFault(this.planned, floor.centre);
    }, ['delay', 'reorder'].includes(this.planned.fault), this.planned.fault === 'failNext' ? this.planned.errorCode : null);
  }
}

/** All faults end. */
export class FaultsEnd extends Step {
  protected readonly plan = 'network: all faults end';

  protected act(_model: ReferenceModel, { floor }: Stage, say: (words: string) => void): void {
    say(this.plan);
    floor.recovers();
  }
}
