import { messageOf, type WireEvent } from '../arbitraries/index.js';
import type { CommandName } from '../../sobot/index.js';
import type { Floor } from '../floor/floor.js';
import type { ReferenceModel } from '../model/reference-model.js';
import { Guide } from './guide.js';
import { PLACES, type Place } from './places.js';
import { plainParameters, type Draw } from './plain-parameters.js';
import type { Stage } from './stage.js';
import { Step } from './step.js';

/** The things tried where one has got. */
export interface Trial {
  readonly commands: readonly CommandName[];
  readonly draw: Draw;
  readonly events: readonly WireEvent[];
}

/** An agent gets to where chance seldom leads, and tries things out there, before anything else happens. */
export class Visit extends Step {
  protected readonly plan: string;

  constructor(
    private readonly who: number,
    private readonly place: Place,
    private readonly trial: Trial,
  ) {
    super();
    this.plan = `an agent gets to: ${place}`;
  }

  protected async act(model: ReferenceModel, { floor }: Stage, say: (words: string) => void): Promise<void> {
    const { commands, events, draw } = this.trial;
    const guide = new Guide(floor, this.who);
    const { agentID } = guide.page;
    const tries = commands.length === 0 ? '' : `; there the agent tries ${commands.join(', ')}`;
    const gets =
      events.length === 0 ? '' : `; the page gets ${events.map(({ words }) => words).join('; ')}, which the call centre has not sent`;
    say(`agent ${agentID} gets to: ${this.place}${tries}${gets}`);
    model.doubt('much happens at once');
    await floor.wakes(guide.page);
    await PLACES[this.place](guide);
    for (const command of commands) guide.send(command, plainParameters(command, agentID, draw));
    for (const event of events) this.#delivers(floor, guide, event);
  }

  #delivers(floor: Floor, { page }: Guide, event: WireEvent): void {
    page.knowledge.isLiedTo(floor.centre.truth(page.agentID).call?.callID ?? null);
    floor.deliver(page, messageOf(event, page.state, floor.clock.now()), event.messageID, event.words);
  }
}
