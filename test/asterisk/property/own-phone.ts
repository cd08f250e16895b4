import { COLLEAGUES } from '../../../adapters/testing/floor/house.js';
import type { ReferenceModel } from '../../../adapters/testing/model/reference-model.js';
import { oneOf } from '../../../adapters/testing/steps/plain-parameters.js';
import type { Stage } from '../../../adapters/testing/steps/stage.js';
import { Step } from '../../../adapters/testing/steps/step.js';

/** An agent takes the phone in hand instead of the mouse: a SIP phone has buttons of its own. */
export class UsesOwnPhone extends Step {
  protected readonly plan = 'an agent uses the phone itself';

  constructor(
    private readonly who: number,
    /** Where there is a choice: answers, or does not. */
    private readonly isWilling: boolean,
  ) {
    super();
  }

  protected act(model: ReferenceModel, { floor }: Stage, say: (words: string) => void): void {
    const { agentID, ext } = oneOf(COLLEAGUES, this.who);
    const phone = floor.customer(ext);
    model.doubt('a phone has buttons of its own');
    switch (phone.state) {
      case 'ringing':
        say(`agent ${agentID} ${this.isWilling ? 'answers' : 'rejects the call'} at the phone ${ext}`);
        if (this.isWilling) phone.answer();
        else phone.reject();
        return;
      case 'idle':
        say(`agent ${agentID} leaves the phone ${ext} alone`);
        return;
      default:
        say(`agent ${agentID} hangs up the phone ${ext}`);
        phone.hangup();
    }
  }
}
