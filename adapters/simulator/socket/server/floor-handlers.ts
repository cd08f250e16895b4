import type { CallCentre } from '../../call-centre.js';
import type { Customer, Device } from '../../exchange/customer.js';
import type { Fault } from '../../network/faults.js';
import type { FloorOperation, FloorParams, FloorResult, PhoneAction, PhoneName, PhoneView } from '../protocol/floor-operations.js';

/** The handler of each operation; throws an Error that says why if it cannot be done. */
export type FloorHandlers = { readonly [Name in FloorOperation]: (params: FloorParams<Name>) => FloorResult<Name> };

/** Most faults that one remote control can have set up. */
const MOST_FAULTS = 1000;

/** The faults one remote control has set up, by number. */
class FaultList {
  readonly #faults: Fault[] = [];

  add(setUp: () => Fault): number {
    if (this.#faults.length >= MOST_FAULTS) throw new Error(`At most ${MOST_FAULTS} faults per connection.`);
    return this.#faults.push(setUp()) - 1;
  }

  get(index: number): Fault {
    const fault = this.#faults[index];
    if (fault === undefined) throw new Error('There is no such fault.');
    return fault;
  }
}

function viewOf(phone: Customer | Device): PhoneView {
  const { state, lines, lastRelease, peers, keys } = phone;
  const view = { state, lines: [...lines], lastRelease, peers: [...peers], keys };
  return 'registered' in phone ? { ...view, registered: phone.registered } : view;
}

function act(phone: Customer | Device, action: PhoneAction): void {
  if (action === 'answer' || action === 'reject' || action === 'hangup') phone[action]();
  else if ('registered' in phone) phone[action]();
  else throw new Error(`A customer's phone cannot ${action}.`);
}

export function createFloorHandlers(centre: CallCentre, observe: (on: boolean) => void): FloorHandlers {
  const faults = new FaultList();
  const phoneOf = (phone: PhoneName): Customer | Device =>
    'customer' in phone ? centre.customer(phone.customer) : centre.device(phone.ext);
  // Operations that give nothing back answer null, which JSON has.
  const done =
    <Params>(perform: (params: Params) => void) =>
    (params: Params): null => {
      perform(params);
      return null;
    };
  return {
    agentIDs: () => [...centre.agentIDs],
    truth: ({ agentID }) => centre.truth(agentID),
    counts: () => centre.counts(),
    observe: done(({ on }) => observe(on)),

    view: ({ phone }) => viewOf(phoneOf(phone)),
    act: done(({ phone, action }) => act(phoneOf(phone), action)),
    script: done(({ phone, answer }) => phoneOf(phone).script(answer)),
    press: done(({ phone, keys }) => phoneOf(phone).press(keys)),
    dial: done(({ customer, target, ...options }) => centre.customer(customer).dial(target, options)),

    dialFor: done(({ target, number, ...options }) => centre.dialFor(target, number, options)),

    addFault: ({ fault: { fault: kind, event, ...options } }) => faults.add(() => centre.faults[kind](event, options)),
    loseCallbacks: ({ command, ...options }) => faults.add(() => centre.faults.loseCallbacks(command, options)),
    failNext: ({ command, errorCode, ...options }) => faults.add(() => centre.faults.failNext(command, errorCode, options)),
    faultStruck: ({ fault }) => faults.get(fault).struck,
    removeFault: done(({ fault }) => faults.get(fault).remove()),
    setLatency: done(({ range, ...options }) => centre.faults.latency(range, options)),
    disconnect: done(({ agentID, ...options }) => centre.faults.disconnect(agentID, options)),
    interrupt: done(({ agentID, ...options }) => centre.faults.interrupt(agentID, options)),
    reconnect: done(({ agentID }) => centre.faults.reconnect(agentID)),
    restartSwitch: done((options) => centre.faults.restartSwitch(options)),
    secondEnd: done(({ agentID }) => {
      centre.faults.secondEnd(agentID);
    }),
    rivalLogin: ({ agentID, ...options }) => faults.add(() => centre.faults.rivalLogin(agentID, options)),
    clearFaults: done(() => centre.faults.clear()),
  };
}
