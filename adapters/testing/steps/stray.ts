import { messageOf, type WireEvent } from '../arbitraries/index.js';
import type { ReferenceModel } from '../model/reference-model.js';
import type { Stage } from './stage.js';
import { Step } from './step.js';

/** A message reaches a page that the call centre has not sent. */
export class StrayEvent extends Step {
  protected readonly plan: string;

  constructor(
    private readonly who: number,
    private readonly event: WireEvent,
  ) {
    super();
    this.plan = `a page gets ${event.words}`;
  }

  protected async act(_model: ReferenceModel, { floor }: Stage, say: (words: string) => void): Promise<void> {
    const { kind, messageID, words } = this.event;
    const page = floor.pageAt(this.who);
    await floor.wakes(page);
    say(`network: agent ${page.agentID} gets ${words}, which the call centre has not sent`);
    // A malformed event changes nothing, so the page knows as much as before.
    if (kind !== 'malformed') page.knowledge.isLiedTo(floor.centre.truth(page.agentID).call?.callID ?? null);
    floor.deliver(page, messageOf(this.event, page.state, floor.clock.now()), messageID, words);
  }
}
