import type { ReleaseCause } from '../../exchange/index.js';
import { CAUSE_CODES } from '../switch/causes.js';
import { asking, liveLeg, type Asking, type Control } from './operation.js';

export function release({ state, ari }: Control, id: string, cause: ReleaseCause): Asking {
  return async () => {
    const leg = liveLeg(state, id);
    const expectation = state.expectations.add({
      what: 'the leg is over',
      // Its end is what is waited for.
      legs: [],
      met: () => !state.legs.has(leg),
    });
    return asking(expectation, () => ari.request('DELETE', `/channels/${leg.channel}`, { reason_code: CAUSE_CODES[cause] }));
  };
}
