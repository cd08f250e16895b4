import type { LoginOrder } from '../../simulator/index.js';
import type { ReferenceModel } from '../model/reference-model.js';
import { send } from './command-step.js';
import { Guide } from './guide.js';
import { plainParameters } from './plain-parameters.js';
import type { Stage } from './stage.js';
import { Step } from './step.js';

/** An agent who is signed out signs in at two pages at once, and the service takes both, one after the other. */
export class SignsInTwice extends Step {
  protected readonly plan = 'an agent signs in at two pages at once';

  /** @param order whose login the service takes first */
  constructor(
    private readonly who: number,
    private readonly order: LoginOrder,
  ) {
    super();
  }

  protected async act(model: ReferenceModel, stage: Stage, say: (words: string) => void): Promise<void> {
    const { floor } = stage;
    await floor.wakes(floor.pageAt(this.who));
    const guide = new Guide(floor, this.who);
    const { agentID } = guide.page;
    say(
      `agent ${agentID} signs out, and in at two pages at once; the service takes this one ${this.order === 'rivalFirst' ? 'last' : 'first'}`,
    );
    model.doubt('two pages sign in at once');
    await guide.isOut();
    const rival = floor.centre.faults.rivalLogin(agentID, { order: this.order });
    const parameters = plainParameters('login', agentID, { choice: 0, target: 0, detail: 0 });
    send(model, stage, guide.page, { command: 'login', parameters, isInvalid: false });
    await floor.passes(floor.world.longestWay);
    // A login that has not got to the service leaves the next one alone.
    rival.remove();
  }
}
