import type { CommandName } from '../../sobot/index.js';
import { COLLEAGUES } from '../floor/house.js';
import type { Page } from '../floor/page.js';
import type { ReferenceModel } from '../model/reference-model.js';
import { CommandStep, type Sending } from './command-step.js';
import { oneOf, plainParameters, type Draw } from './plain-parameters.js';
import type { Stage } from './stage.js';
import { Step } from './step.js';

const FORCES: readonly CommandName[] = ['forceBusy', 'forceReady', 'forceLogout'];
const SUPERVISOR = COLLEAGUES.findIndex(({ supervisor }) => supervisor);

/** The supervisor forces somebody. */
export class Forces extends CommandStep {
  protected readonly plan = 'the supervisor forces somebody';

  constructor(private readonly draw: Draw) {
    super(SUPERVISOR, null);
  }

  protected sendingOf(_model: ReferenceModel, { agentID }: Page): Sending {
    const command = oneOf(FORCES, this.draw.choice);
    return { command, parameters: plainParameters(command, agentID, this.draw), isInvalid: false };
  }
}

/** The supervisor breaks into somebody's talk, to join it or to take it over. */
export class BreaksIn extends Step {
  protected readonly plan = 'the supervisor breaks into a talk';

  constructor(
    private readonly how: 'bargeIn' | 'intercept',
    private readonly target: number,
  ) {
    super();
  }

  override check(model: Readonly<ReferenceModel>): boolean {
    return model.doubts !== null || model.company.agents.some(({ scene }) => scene.is === 'talking');
  }

  protected act(model: ReferenceModel, { floor }: Stage, say: (words: string) => void): void {
    const talking = model.company.agents.filter(({ scene }) => scene.is === 'talking').map(({ name }) => name);
    const all = COLLEAGUES.map(({ agentID }) => agentID);
    const target = oneOf(talking.length === 0 ? all : talking, this.target);
    const { agentID: supervisor } = oneOf(COLLEAGUES, SUPERVISOR);
    try {
      floor.centre[this.how](target, supervisor);
      say(`supervisor ${supervisor}: ${this.how} ${target}`);
      model.doubt('a supervisor breaks in');
    } catch {
      // The centre says why; in a sequence that is nothing but a step that leads nowhere.
      say(`supervisor ${supervisor} cannot ${this.how} ${target}`);
    }
  }
}
