import type { Floor } from '../floor/floor.js';
import type { CustomersPhone } from '../floor/world.js';
import { COLLEAGUES, CUSTOMERS, QUEUE } from '../floor/house.js';
import type { ReferenceModel } from '../model/reference-model.js';
import { oneOf } from './plain-parameters.js';
import type { Stage } from './stage.js';
import { Step } from './step.js';

/** Agents by work number; now and then the queue, or a number that nobody has. */
const DIALLED: readonly string[] = [
  ...COLLEAGUES.map(({ agentID }) => agentID),
  ...COLLEAGUES.map(({ agentID }) => agentID),
  ...COLLEAGUES.map(({ agentID }) => agentID),
  QUEUE,
  '9999',
];

/** A customer takes up the phone: calls the centre, or answers. */
export class CustomerPicksUp extends Step {
  protected readonly plan = 'a customer picks up the phone';

  constructor(
    private readonly who: number,
    private readonly target: number,
  ) {
    super();
  }

  override check(model: Readonly<ReferenceModel>): boolean {
    const scene = model.sceneOf(oneOf(CUSTOMERS, this.who));
    return model.doubts !== null || scene.is === 'nothing' || scene.is === 'rung';
  }

  protected act(model: ReferenceModel, { floor }: Stage, say: (words: string) => void): void {
    const name = oneOf(CUSTOMERS, this.who);
    const phone = floor.customer(name);
    if (phone.state === 'ringing') {
      say(`customer ${name} answers`);
      phone.answer();
      model.customer(name, 'answer');
    } else if (phone.state === 'idle') this.#dials(model, floor, phone, say);
    else say(`customer ${name} goes on talking`);
  }

  #dials(model: ReferenceModel, floor: Floor, phone: CustomersPhone, say: (words: string) => void): void {
    const target = oneOf(DIALLED, this.target);
    say(`customer ${phone.number} dials ${target}`);
    floor.dials(phone, target);
    if (target === QUEUE) model.doubt('a queue picks the agent');
    else if (target !== '9999') model.dialIn(phone.number, target);
  }
}

/** A customer has enough: hangs up, or does not take the call. */
export class CustomerHangsUp extends Step {
  protected readonly plan = 'a customer hangs up';

  constructor(private readonly who: number) {
    super();
  }

  override check(model: Readonly<ReferenceModel>): boolean {
    return model.doubts !== null || model.sceneOf(oneOf(CUSTOMERS, this.who)).is !== 'nothing';
  }

  protected act(model: ReferenceModel, { floor }: Stage, say: (words: string) => void): void {
    const name = oneOf(CUSTOMERS, this.who);
    const phone = floor.customer(name);
    if (phone.state === 'idle') {
      say(`customer ${name} does nothing`);
      return;
    }
    const isRinging = phone.state === 'ringing';
    say(`customer ${name} ${isRinging ? 'rejects the call' : 'hangs up'}`);
    if (isRinging) phone.reject();
    else phone.hangup();
    model.customer(name, isRinging ? 'rejectCall' : 'hangup');
  }
}
