import { liveLeg, wrongState, asking, type Asking, type Control } from './operation.js';

/** How long a phone may take to do what it is told, in ms. */
const PHONE_PATIENCE = 8000;

export function answer({ state, talk }: Control, id: string): Asking {
  return async () => {
    const leg = liveLeg(state, id);
    if (leg.state !== 'alerting') wrongState();
    const expectation = state.expectations.add({
      what: 'the phone has answered',
      legs: [leg],
      met: () => leg.state === 'up',
      patience: PHONE_PATIENCE,
    });
    return asking(expectation, () => talk(leg));
  };
}
