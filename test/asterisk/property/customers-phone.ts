import { PhoneError, type SipPhone } from '../../../demo/phones/index.js';
import type { PhoneState } from '../../../adapters/simulator/index.js';
import { QUEUE } from '../../../adapters/testing/floor/house.js';
import type { CustomersPhone } from '../../../adapters/testing/floor/world.js';

/** The number at which the queue is called. */
export const QUEUE_NUMBER = '4001';

/** A gesture at a phone may come too late: the call is over, or was taken, a moment before. */
const TOO_LATE: readonly string[] = ['WRONG_STATE', 'GONE', 'REJECTED'];

const STATES: Readonly<Record<SipPhone['state'], PhoneState>> = {
  idle: 'idle',
  dialing: 'dialing',
  ringing: 'ringing',
  talking: 'talking',
  holding: 'talking',
  held: 'held',
};

/** Gestures of people at their phones, each of which takes a moment. */
export class Gestures {
  #underWay = 0;

  /** @param fails is told of what no phone should do */
  constructor(private readonly fails: (error: unknown) => void) {}

  get underWay(): number {
    return this.#underWay;
  }

  make(gesture: () => Promise<unknown>): void {
    this.#underWay += 1;
    gesture()
      .catch((error: unknown) => {
        if (!(error instanceof PhoneError) || !TOO_LATE.includes(error.code)) this.fails(error);
      })
      .finally(() => {
        this.#underWay -= 1;
      });
  }
}

/** A SIP phone, as the floor's people have it in hand. */
export function inHand(phone: SipPhone, gestures: Gestures): CustomersPhone {
  return {
    number: phone.ext,
    get state() {
      return STATES[phone.state];
    },
    dial: (target) => {
      gestures.make(() => phone.dial(target === QUEUE ? QUEUE_NUMBER : target));
    },
    answer: () => {
      gestures.make(() => phone.answer());
    },
    reject: () => {
      gestures.make(() => phone.reject());
    },
    hangup: () => {
      gestures.make(() => phone.hangup());
    },
  };
}
