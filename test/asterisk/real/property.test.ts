import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Exchange, ExchangeEvent } from '../../../adapters/simulator/index.js';
import { PLAIN_HOUSE } from '../../../adapters/testing/floor/house.js';
import { Visit } from '../../../adapters/testing/steps/visit.js';
import type { Place } from '../../../adapters/testing/steps/places.js';
import { BROKEN_AGENTS } from '../../support/broken-agents.js';
import { Counts } from '../property/counts.js';
import { play, sequencesOf, type Sequence } from '../property/play.js';
import { openPropertySwitch, type PropertySwitch } from '../property/property-switch.js';
import { describeOnSwitch } from '../support/on-switch.js';

/** One agent gets there, and nothing else happens. */
function going(place: Place): Sequence {
  const trial = { commands: [], draw: { choice: 0, target: 0, detail: 0 }, events: [] };
  const settings = { seed: 1, start: 'signed in', house: PLAIN_HOUSE, behaviour: {}, endsWithRegain: false } as const;
  return { seed: 0, index: 0, steps: [new Visit(0, place, trial)], settings };
}

/** A switch that says it has put the leg on hold, and does nothing. */
function withoutHold(exchange: Exchange): Exchange {
  const listeners = new Set<(event: ExchangeEvent) => void>();
  const own: Partial<Exchange> = {
    subscribe: (listener) => {
      listeners.add(listener);
      return exchange.subscribe(listener);
    },
    hold: (conversation, leg, done) => {
      for (const listener of listeners) listener({ type: 'held', conversation, leg });
      done();
    },
  };
  return new Proxy(exchange, {
    get: (target, name) => Reflect.get(own, name) ?? (Reflect.get(target, name) as (...given: unknown[]) => unknown).bind(target),
  });
}

describeOnSwitch('random sequences on a real switch', () => {
  let pbx: PropertySwitch;
  beforeAll(async () => {
    pbx = await openPropertySwitch();
  }, 30_000);
  afterAll(() => pbx.stop(), 15_000);

  test('a few of those that `npm run test:pbx:property` plays: everybody agrees, and what must hold holds', async () => {
    const counts = new Counts();
    for (const sequence of sequencesOf(20_261_123, 5, { mostSteps: 10, haste: 40 })) {
      const { wrong } = await play(sequence, pbx, counts);
      expect(wrong?.finding.message ?? null).toBeNull();
    }
    expect(counts.tally.compared).toBeGreaterThan(0);
  }, 60_000);

  test('an agent that loses the end of calls is found', async () => {
    const { wrong } = await play(going('after-call work'), pbx, new Counts(), { makeSdk: BROKEN_AGENTS['loses the end of calls']! });
    expect(wrong?.finding).toMatchObject({ who: 'agent 1001', expected: expect.stringContaining('work acw') });
  }, 60_000);

  test('a switch that only says that it holds is found, by ear', async () => {
    const seen: string[] = [];
    // On a busy machine the sound may falter just when it is listened to, which sounds like a hold.
    for (let attempt = 0; attempt < 4 && seen.length === 0; attempt += 1) {
      const { wrong } = await play(going('holding'), pbx, new Counts(), { between: withoutHold, patience: 1500 });
      if (wrong !== null) seen.push(wrong.finding.seen);
    }
    expect(seen.join()).toContain('the phone 8001 hears 13511110001, and should hear nobody');
  }, 90_000);

  test('the same, with nothing wrong', async () => {
    expect((await play(going('holding'), pbx, new Counts())).wrong).toBeNull();
  }, 60_000);
});
