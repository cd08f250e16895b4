import { createCallCentre, type FloorOptions } from '../../../adapters/simulator/index.js';
import { askLegs, countLeftovers } from './ari-legs.js';
import type { Backing } from './backing.js';
import { FLOOR } from './floor.js';
import { PlayStage } from './play-stage.js';
import type { RealSwitch } from './real-switch.js';
import type { Stage } from './stage.js';
import { waitForCheck, waitUntil } from './wait.js';

/** How long a step may take until everybody agrees, in ms. */
const PATIENCE = 8000;
/** How long something may take that is waited for, in ms. */
const LONG_PATIENCE = 20_000;
/** Nothing may have been told for so long, in ms: messages on their way on this machine take less. */
const CALM = 40;

/** The scenario's floor on a real PBX, in real time. */
export async function openRealStage(pbx: RealSwitch, options: Partial<FloorOptions> = {}): Promise<Stage> {
  const exchange = await pbx.connect();
  const centre = createCallCentre({ ...FLOOR, ...options, exchange });
  let lastNews = Date.now();
  const news = (): void => {
    lastNews = Date.now();
  };
  centre.observe(news);
  const unsubscribe = pbx.onPhoneEvent(news);
  const settle: Backing['settle'] = (check) =>
    waitForCheck(async () => {
      if (!centre.quiet()) throw new Error(`The desk has ${centre.counts().inFlight} things under way.`);
      const before = lastNews;
      await check();
      if (lastNews !== before || Date.now() - lastNews < CALM) throw new Error('There is news all the time.');
    }, PATIENCE);
  return new PlayStage({
    centre,
    agentOptions: {},
    phones: pbx.phones,
    legs: () => askLegs(pbx.ari),
    settle,
    until: (what, holds) => waitUntil(what, holds, LONG_PATIENCE),
    untilTold: (ext, isRegistered) =>
      waitUntil(
        `${ext} ${isRegistered ? 'can' : 'cannot'} be reached`,
        () => (exchange.reachable({ kind: 'ext', ext }) === 'unregistered') !== isRegistered,
        PATIENCE,
      ),
    restartSwitch: async (how) => {
      await pbx.restart(how);
      await waitUntil(
        'the phones can be reached again',
        () => pbx.extensions.every((ext) => exchange.reachable({ kind: 'ext', ext }) === 'available'),
        LONG_PATIENCE,
      );
    },
    // Channels of whatever kind, and bridges, go a moment after the legs.
    expectNothingLeft: () =>
      waitForCheck(async () => {
        const { channels, bridges } = await countLeftovers(pbx.ari);
        if (channels + bridges > 0) throw new Error(`All have hung up, and the PBX has ${channels} channels and ${bridges} bridges.`);
      }, PATIENCE),
    close: async () => {
      unsubscribe();
      centre.dispose();
      await exchange.close();
    },
  });
}
