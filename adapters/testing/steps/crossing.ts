import type { Floor } from '../floor/floor.js';
import { CUSTOMERS, nameOf } from '../floor/house.js';
import type { Page } from '../floor/page.js';
import type { ReferenceModel } from '../model/reference-model.js';
import { companyOf, type Name } from '../model/scene.js';
import { sensible } from './agent.js';
import { commandInWords, send } from './command-step.js';
import { Guide } from './guide.js';
import { PLACES, type Place } from './places.js';
import { oneOf, plainParameters, type Draw } from './plain-parameters.js';
import type { Stage } from './stage.js';
import { Step } from './step.js';

/** Where somebody can hang up. */
export const ON_THE_PHONE = ['talking', 'holding', 'a consult that rings', 'a consult', 'a conference'] as const satisfies readonly Place[];
type PlaceOnThePhone = (typeof ON_THE_PHONE)[number];

/** The page of an agent who is on the phone, from this one on; null: nobody is. */
function pageOnThePhone(floor: Floor, first: number): Page | null {
  const inTurn = floor.pages.map((_page, index) => floor.pageAt(first + index));
  return inTurn.find((page) => others(floor, page).length > 0) ?? null;
}

/** The parties that the agent is on the phone with, or is called by, in the order customer, third party. */
function others(floor: Floor, { agentID }: Page): readonly Name[] {
  const { call, consult } = floor.centre.truth(agentID);
  const names = [call, consult].map((leg) => (leg === null ? null : nameOf(leg.otherDN)));
  return names.filter((name) => name !== null);
}

/** Somebody puts the phone down, whatever it is doing. */
async function hangsUp(floor: Floor, name: Name): Promise<void> {
  if (CUSTOMERS.includes(name)) {
    const phone = floor.customer(name);
    if (phone.state === 'ringing') phone.reject();
    else if (phone.state !== 'idle') phone.hangup();
    return;
  }
  const page = floor.pages.find(({ agentID }) => agentID === name);
  if (page === undefined) return;
  await floor.wakes(page);
  floor.call(page, 'hangup', {});
}

/** An agent does what makes sense, and while it is under way the other side, or the third party, hangs up. */
export class CrossedByHangUp extends Step {
  protected readonly plan = 'an agent does what makes sense, and the other side hangs up meanwhile';

  /**
   * @param other which of those on the phone with the agent
   * @param ms how long after the command
   * @param place where the agent gets to first; null: one who is on the phone already does it
   */
  constructor(
    private readonly who: number,
    private readonly draw: Draw,
    private readonly other: number,
    private readonly ms: number,
    private readonly place: PlaceOnThePhone | null,
  ) {
    super();
  }

  override check(model: Readonly<ReferenceModel>): boolean {
    return model.doubts !== null || model.company.agents.some(({ scene }) => companyOf(scene).length > 0);
  }

  protected async act(model: ReferenceModel, stage: Stage, say: (words: string) => void): Promise<void> {
    const { floor } = stage;
    if (this.place !== null) {
      floor.notes(`agent ${floor.pageAt(this.who).agentID} gets to: ${this.place}`);
      await floor.wakes(floor.pageAt(this.who));
      await PLACES[this.place](new Guide(floor, this.who));
      model.lookAround(floor.sight, floor.clock.now());
    }
    const page = pageOnThePhone(floor, this.who);
    if (page === null) {
      say('nobody is on the phone');
      return;
    }
    await floor.wakes(page);
    const { agentID } = page;
    const command = oneOf(sensible(model.company.get(agentID)), this.draw.choice);
    const sending = { command, parameters: plainParameters(command, agentID, this.draw), isInvalid: false };
    const name = oneOf(others(floor, page), this.other);
    say(`agent ${agentID}: ${commandInWords(sending)}; ${this.ms} ms later ${name} hangs up`);
    send(model, stage, page, sending);
    model.doubt('somebody hangs up at the same moment');
    await floor.passes(this.ms);
    await floor.settles();
    await hangsUp(floor, name);
  }
}
