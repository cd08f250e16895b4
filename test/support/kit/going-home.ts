import { Finding } from '../../../adapters/testing/floor/finding.js';
import { CUSTOMERS } from '../../../adapters/testing/floor/house.js';
import type { Step } from '../../../adapters/testing/steps/step.js';
import { Does } from './does.js';

/** All deadlines of the house have passed, in ms. */
const EVERYTHING_IS_OVER = 120_000;

/** Everybody signs out and hangs up; then nothing is left at the call centre but the pages. */
export function* goingHome(): Generator<Step> {
  yield new Does('all agents sign out, all customers hang up', async (floor) => {
    for (const page of floor.pages) floor.call(page, 'resetLogout', {});
    await floor.rest();
    for (const name of CUSTOMERS) {
      const phone = floor.customer(name);
      if (phone.state !== 'idle') phone.hangup();
    }
    await floor.passes(EVERYTHING_IS_OVER);
  });
  yield new Does('somebody counts what is left', (floor) => {
    const left = JSON.stringify({ ...floor.centre.counts(), legs: floor.centre.legs() });
    const nothing = JSON.stringify({ legs: [], calls: 0, ends: floor.pages.length, inFlight: 0, timers: 0 });
    if (left !== nothing) throw new Finding('the call centre', nothing, left);
  });
}
