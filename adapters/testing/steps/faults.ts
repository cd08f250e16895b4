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
    const { planned } = this;
    const isOutOfOrder = planned.fault === 'delay' || planned.fault === 'reorder';
    const errorCode = planned.fault === 'failNext' ? planned.errorCode : null;
    floor.suffers(() => applyFault(planned, floor.centre), isOutOfOrder, errorCode, planned.fault === 'latency' ? planned.range[1] : 0);
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
