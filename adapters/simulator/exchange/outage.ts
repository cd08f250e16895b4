import type { PhoneBook } from './phone-book.js';
import { isRegistered } from './simulated-phone.js';
import type { SwitchCore } from './switch-core.js';

/** Reports the registration of all phones that can be reached when the switch is there. */
function tellRegistrations(core: SwitchCore, phones: PhoneBook, type: 'registered' | 'unregistered'): void {
  for (const phone of phones.extensions()) {
    if (phone.address.kind === 'ext' && isRegistered(phone)) core.emit({ type, ext: phone.address.ext });
  }
}

/** The switch is gone, and with it every call; nothing can be reached until it is back. */
export function goDown(core: SwitchCore, phones: PhoneBook): void {
  core.isDown = true;
  const lost = [...core.legs.values()];
  for (const leg of lost) core.end(leg, 'lost');
  core.step(() => {
    for (const { id } of lost) core.emit({ type: 'released', leg: id, cause: 'lost' });
    tellRegistrations(core, phones, 'unregistered');
  });
}

/** It runs again, without any call, and the phones that are there have signed on. */
export function comeBack(core: SwitchCore, phones: PhoneBook): void {
  core.isDown = false;
  core.step(() => tellRegistrations(core, phones, 'registered'));
}
