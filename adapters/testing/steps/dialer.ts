import { COLLEAGUES, CUSTOMERS } from '../floor/house.js';
import type { ReferenceModel } from '../model/reference-model.js';
import { oneOf } from './plain-parameters.js';
import type { Stage } from './stage.js';
import { Step } from './step.js';

/** How the company's dialer goes about it; `customer`: the reaction of one whom it calls first. */
export type Campaign =
  { readonly kind: 'predictive'; readonly customer: 'answers' | 'rejects' | 'lets it ring' } | { readonly kind: 'preview' | 'callback' };

/** The company's dialer calls a customer for an agent. */
export class DialerCalls extends Step {
  protected readonly plan = 'the dialer calls a customer for an agent';

  constructor(
    private readonly who: number,
    private readonly whom: number,
    private readonly campaign: Campaign,
  ) {
    super();
  }

  override check(model: Readonly<ReferenceModel>): boolean {
    return model.doubts !== null || model.sceneOf(oneOf(CUSTOMERS, this.whom)).is === 'nothing';
  }

  protected async act(model: ReferenceModel, stage: Stage, say: (words: string) => void): Promise<void> {
    const { floor } = stage;
    const { agentID } = oneOf(COLLEAGUES, this.who);
    const name = oneOf(CUSTOMERS, this.whom);
    const { kind } = this.campaign;
    if (floor.customer(name).state !== 'idle') {
      say(`the dialer leaves customer ${name} alone, who is on the phone`);
      return;
    }
    try {
      floor.centre.dialFor(agentID, name, { kind });
    } catch {
      say(`the dialer has no ${kind} call for agent ${agentID}, who cannot take it`);
      return;
    }
    if (this.campaign.kind === 'predictive') {
      say(`the dialer calls customer ${name} for agent ${agentID}, ${kind}; the customer ${this.campaign.customer}`);
      await this.#reaches(model, stage, this.campaign.customer);
    } else {
      say(`the dialer offers agent ${agentID} a call to customer ${name}, ${kind}`);
      model.dialerCalls(agentID, name, 'agent');
    }
  }

  /** The customer's phone rings before anybody else hears of it. */
  async #reaches(model: ReferenceModel, { floor }: Stage, customer: 'answers' | 'rejects' | 'lets it ring'): Promise<void> {
    const { agentID } = oneOf(COLLEAGUES, this.who);
    const phone = floor.customer(oneOf(CUSTOMERS, this.whom));
    await floor.world.until(() => phone.state === 'ringing');
    if (phone.state !== 'ringing' || customer === 'lets it ring') {
      model.doubt('a customer whom the dialer calls');
    } else if (customer === 'rejects') {
      phone.reject();
    } else {
      phone.answer();
      model.dialerCalls(agentID, phone.number, 'customer');
    }
  }
}
