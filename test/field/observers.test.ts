import { afterEach, describe, expect, jest, test } from '@jest/globals';
import type { AgentOptions } from '../../adapters/sobot/index.js';
import { Bench, signIn, turns, watch } from '../support/bench/index.js';

/*
 * Reports of other phones, H26: nobody who watches can stop the agent. It is no day, since a day is data.
 */

const FAULT = new Error('a watcher is faulty');

/** Throws the first time after it was told to, or every time. */
class Faulty {
  isArmed = false;
  thrown = 0;
  readonly #isAlways: boolean;

  constructor(isAlways: boolean) {
    this.#isAlways = isAlways;
  }

  readonly look = (): void => {
    if (!this.isArmed || (this.thrown > 0 && !this.#isAlways)) return;
    this.thrown += 1;
    throw FAULT;
  };
}

type Watch = (look: () => void) => { readonly options?: AgentOptions; readonly begin?: (bench: Bench) => void };

const WATCHERS: Readonly<Record<string, Watch>> = {
  'an inspect function': (inspect) => ({ options: { inspect } }),
  'an inspect observer': (next) => ({ options: { inspect: { next } } }),
  "an inspector of the actor's system": (look) => ({ begin: ({ agent }) => agent.actor.system.inspect(look) }),
  'a function that observes the actor': (look) => ({ begin: ({ agent }) => agent.actor.subscribe(look) }),
  'an observer of the actor': (next) => ({ begin: ({ agent }) => agent.actor.subscribe({ next }) }),
  'a listener to what the actor emits': (look) => ({ begin: ({ agent }) => agent.actor.on('*', look) }),
  'a subscriber': (look) => ({ begin: ({ agent }) => agent.subscribe(look) }),
};

/** Gathers what is rethrown outside, by whichever way leads there. */
function outside(): { readonly rethrown: () => readonly unknown[] } {
  const later: (() => void)[] = [];
  const errors: unknown[] = [];
  const keep = (run: () => void) => void later.push(run);
  jest.spyOn(globalThis, 'queueMicrotask').mockImplementation(keep);
  jest.spyOn(globalThis, 'setTimeout').mockImplementation(keep as unknown as typeof setTimeout);
  return {
    rethrown: () => {
      for (const run of later.splice(0)) {
        try {
          run();
        } catch (error) {
          errors.push(error);
        }
      }
      return errors;
    },
  };
}

afterEach(() => {
  jest.restoreAllMocks();
});

const CASES = Object.keys(WATCHERS).flatMap((watcher) => [
  { watcher, often: 'once', isArmedLate: true },
  { watcher, often: 'always', isArmedLate: true },
  { watcher, often: 'always, from the very beginning', isArmedLate: false },
]);

describe('a watcher that throws', () => {
  test.each(CASES)('$watcher, $often: the agent goes on, and the error is rethrown outside', async ({ watcher, often, isArmedLate }) => {
    const { rethrown } = outside();
    const faulty = new Faulty(often !== 'once');
    faulty.isArmed = !isArmedLate;
    const { options = {}, begin } = WATCHERS[watcher]!(faulty.look);
    const bench = new Bench(options);
    begin?.(bench);
    signIn(bench);
    faulty.isArmed = true;
    bench.customer('EventRinging');
    expect(bench.state()).toMatchObject({ login: 'online', work: 'ringing' });
    const endings = ['answer', 'holdCall', 'retrieveCall'].map((command, index) => {
      const ending = watch(bench.send(command as 'answer'));
      bench.customer(['EventEstablished', 'EventAgentHoldCall', 'EventAgentRetrieveCall'][index]!);
      return ending;
    });
    await turns();
    expect(endings).toMatchObject(endings.map(() => [{ ended: 'resolved' }]));
    expect(bench.state()).toMatchObject({ work: 'talking', pending: [] });
    expect(bench.agent.can('hangup')).toBe(true);
    expect(faulty.thrown).toBeGreaterThan(0);
    expect(rethrown()).toEqual(Array.from({ length: faulty.thrown }, () => FAULT));
  });
});
