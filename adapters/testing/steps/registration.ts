import type { ReferenceModel } from '../model/reference-model.js';
import { phoneOf } from './own-phone.js';
import type { Stage } from './stage.js';
import { Step } from './step.js';

/** The service loses an agent's phone, or has it back. */
export class PhoneComesAndGoes extends Step {
  protected readonly plan = "an agent's phone is lost, or back";

  constructor(private readonly who: number) {
    super();
  }

  protected act(model: ReferenceModel, { floor }: Stage, say: (words: string) => void): void {
    const { agentID } = floor.pageAt(this.who);
    const phone = phoneOf(floor, floor.centre.truth(agentID));
    if (phone === null) {
      say(`agent ${agentID} has no phone that could be lost`);
      return;
    }
    const isLost = phone.registered;
    say(`the phone of agent ${agentID} is ${isLost ? 'lost' : 'registered again'}`);
    if (isLost) {
      phone.unregister();
      model.phoneIsLost(agentID);
    } else {
      phone.register();
      model.phoneIsRegistered(agentID);
    }
  }
}
