import { SimulatedClock } from 'xstate';
import {
  advance,
  createCallCentre,
  runUntilQuiet,
  type CallCentre,
  type Customer,
  type Device,
  type FloorOptions,
} from '../../../adapters/simulator/index.js';
import { settled } from '../../support/guarded-floor.js';
import type { Backing } from './backing.js';
import { EXTENSIONS, FLOOR, PHONES } from './floor.js';
import { dnOf, type SwitchLeg } from './legs.js';
import { PlayStage } from './play-stage.js';
import type { Stage } from './stage.js';
import type { Handset, PhoneInHand } from './stage-phone.js';

/** How long the switch is away, in simulated ms. */
const OUTAGE = 1000;

/** How long something may take that is waited for, in simulated ms. */
const PATIENCE = 60_000;

const STATES = { idle: 'idle', dialing: 'dialing', ringing: 'ringing', talking: 'connected', held: 'connected' } as const;

function isDevice(phone: Customer | Device): phone is Device {
  return 'ext' in phone;
}

class SimulatedPhoneInHand implements PhoneInHand {
  readonly dn: string;
  readonly #phone: Customer | Device;
  readonly #centre: CallCentre;
  readonly #lost: Set<string>;

  constructor(dn: string, phone: Customer | Device, centre: CallCentre, lost: Set<string>) {
    this.dn = dn;
    this.#phone = phone;
    this.#centre = centre;
    this.#lost = lost;
  }

  get state(): Handset {
    return STATES[this.#phone.state];
  }

  get lines(): readonly Handset[] {
    return this.#phone.lines.map((line) => STATES[line]);
  }

  /** A party that is muted, or has lost the connection, is still there, but not heard. */
  get hears(): readonly string[] {
    const silent = this.#centre.legs().flatMap(({ address, muted }) => (muted ? [dnOf(address)] : []));
    return this.#phone.peers.filter((dn) => !silent.includes(dn) && !this.#lost.has(dn)).sort();
  }

  get keys(): string {
    return this.#phone.keys;
  }

  get lastRelease(): string | null {
    return this.#phone.lastRelease;
  }

  act(gesture: Parameters<PhoneInHand['act']>[0]): void {
    const phone = this.#phone;
    if (gesture === 'answer' || gesture === 'reject' || gesture === 'hangup') phone[gesture]();
    else if (!isDevice(phone)) throw new Error(`A phone outside cannot ${gesture}.`);
    else if (gesture === 'loseConnection') this.#setLost(phone, true);
    else if (gesture === 'register') this.#setLost(phone, false);
    else phone[gesture]();
  }

  dial(to: string): void {
    if (isDevice(this.#phone)) throw new Error('Phones with an extension call by command only.');
    this.#phone.dial(to);
  }

  press(keys: string): void {
    this.#phone.press(keys);
  }

  #setLost(phone: Device, lost: boolean): void {
    if (lost) {
      this.#lost.add(this.dn);
      phone.unregister();
    } else {
      this.#lost.delete(this.dn);
      phone.register();
    }
  }
}

function legsOf(centre: CallCentre): readonly SwitchLeg[] {
  const states = { incoming: 'calling', dialing: 'dialing', alerting: 'ringing', up: 'up' } as const;
  return centre.legs().map(({ address, state, conversation }) => ({ dn: dnOf(address), state: states[state], talk: conversation }));
}

/** The scenario's floor on the simulated exchange, with a clock that stands still between steps. */
export function openSimulatedStage(options: Partial<FloorOptions> = {}): Stage {
  const clock = new SimulatedClock();
  clock.set(1_700_000_000_000);
  const centre = createCallCentre({ ...FLOOR, ...options, clock });
  const lost = new Set<string>();
  centre.device(EXTENSIONS.offline).unregister();
  runUntilQuiet(centre, clock);
  const phones = [
    ...PHONES.extensions.map((ext) => new SimulatedPhoneInHand(ext, centre.device(ext), centre, lost)),
    ...PHONES.numbers.map((number) => new SimulatedPhoneInHand(number, centre.customer(number), centre, lost)),
  ];
  const settle: Backing['settle'] = async (check) => {
    for (let turn = 0; turn < 2; turn += 1) {
      runUntilQuiet(centre, clock);
      // An answer may lead to the next command.
      await settled();
    }
    await check();
  };
  const until: Backing['until'] = async (what, holds) => {
    const end = clock.now() + PATIENCE;
    while (!holds()) {
      const next = centre.nextDeadline();
      if (next === null || next > end) throw new Error(`It has not come to this: ${what}.`);
      clock.increment(Math.max(0, next - clock.now()));
      await settled();
    }
  };
  return new PlayStage({
    centre,
    agentOptions: { clock },
    phones,
    legs: () => Promise.resolve(legsOf(centre)),
    settle,
    until,
    untilTold: () => Promise.resolve(),
    restartSwitch: () => {
      centre.faults.restartSwitch({ ms: OUTAGE });
      lost.clear();
      advance(centre, clock, OUTAGE);
      return Promise.resolve();
    },
    // The counts of the desk are those of the exchange.
    expectNothingLeft: () => Promise.resolve(),
    close: () => {
      centre.dispose();
      return Promise.resolve();
    },
  });
}
