import { afterAll, afterEach, beforeAll, expect } from '@jest/globals';
import { createSipPhone, createTonePlan, type PhoneEvent, type SipPhone, type SipPhoneOptions } from '../../../demo/phones/index.js';
import { startDirectSwitch, type DirectSwitch } from './direct-switch.js';
import { switchIsThere } from './on-switch.js';

/** Phones of one test, which are closed after it. */
export interface DirectPhones {
  /** A phone that is registered. */
  phone(ext: string, options?: Partial<SipPhoneOptions>): Promise<SipPhone>;
  /** One that is not. */
  unregistered(ext: string, options?: Partial<SipPhoneOptions>): SipPhone;
  /** Two phones that talk with each other. */
  talking(caller: string, called: string): Promise<[SipPhone, SipPhone]>;
  /** Of all phones of this test, in order. */
  readonly events: readonly PhoneEvent[];
  readonly at: DirectSwitch;
}

/** The one hears the other, and is heard by him. */
export function hearEachOther(one: SipPhone, other: SipPhone): Promise<void> {
  return one.until(() => one.hears().includes(other.ext) && other.hears().includes(one.ext));
}

/** Starts a switch for the tests of this file; after each of them, nothing may be left of its phones. */
export function useDirectPhones(): DirectPhones {
  let at: DirectSwitch;
  let phones: SipPhone[] = [];
  let events: PhoneEvent[] = [];
  let tones = createTonePlan();
  // Hooks of a file run even if all its tests are skipped.
  if (switchIsThere) {
    beforeAll(async () => {
      at = await startDirectSwitch();
    }, 30_000);
    afterAll(() => at.stop());
  }
  afterEach(async () => {
    await Promise.all(phones.map((phone) => phone.close()));
    expect(phones.filter((phone) => !phone.isShutdown)).toEqual([]);
    phones = [];
    events = [];
    tones = createTonePlan();
  });

  const unregistered = (ext: string, options: Partial<SipPhoneOptions> = {}): SipPhone => {
    const phone = createSipPhone({ ext, password: at.password, server: at.server, tones, ...options });
    phone.subscribe((event) => events.push(event));
    phones.push(phone);
    return phone;
  };
  const registered = async (ext: string, options?: Partial<SipPhoneOptions>): Promise<SipPhone> => {
    const phone = unregistered(ext, options);
    await phone.register();
    return phone;
  };
  return {
    unregistered,
    phone: registered,
    talking: async (caller, called) => {
      const [one, other] = await Promise.all([registered(caller), registered(called)]);
      await one.dial(called);
      await other.until('ringing');
      await other.answer();
      await one.until('talking');
      return [one, other];
    },
    get events() {
      return events;
    },
    get at() {
      return at;
    },
  };
}
