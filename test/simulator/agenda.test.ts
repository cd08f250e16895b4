import { describe, expect, test } from '@jest/globals';
import { SimulatedClock } from 'xstate';
import { Agenda } from '../../adapters/simulator/time/agenda.js';
import { createRealClock } from '../../adapters/exchange/index.js';
import { advance, runUntilQuiet } from '../../adapters/simulator/index.js';
import { openFloor } from './support/floor.js';

function makeAgenda(): { agenda: Agenda; clock: SimulatedClock; errors: unknown[] } {
  const clock = new SimulatedClock();
  const errors: unknown[] = [];
  return {
    clock,
    errors,
    agenda: new Agenda(
      clock,
      () => undefined,
      (error) => errors.push(error),
    ),
  };
}

describe('the agenda', () => {
  test('runs a chain of timers in one jump, each at its own moment', () => {
    const { agenda, clock } = makeAgenda();
    const at: number[] = [];
    const next = (): void => {
      at.push(agenda.now());
      if (at.length < 3) agenda.after(100, 'timer', next);
    };
    agenda.after(100, 'timer', next);
    clock.increment(1000);
    expect(at).toEqual([100, 200, 300]);
    expect(agenda.now()).toBe(1000);
  });

  test('runs in the order of the moments, equal ones in the order of asking', () => {
    const { agenda, clock } = makeAgenda();
    const order: string[] = [];
    agenda.after(20, 'timer', () => order.push('c'));
    agenda.after(10, 'timer', () => order.push('a'));
    agenda.after(10, 'timer', () => order.push('b'));
    clock.increment(20);
    expect(order).toEqual(['a', 'b', 'c']);
  });

  test('does not run what was cancelled, also by a task before it', () => {
    const { agenda, clock } = makeAgenda();
    let ran = false;
    const task = agenda.after(20, 'timer', () => (ran = true));
    agenda.after(10, 'timer', () => {
      task.cancel();
    });
    clock.increment(50);
    expect(ran).toBe(false);
    expect(agenda.count()).toBe(0);
  });

  test('tells what is on its way from what is waited for', () => {
    const { agenda } = makeAgenda();
    agenda.after(10, 'timer', () => undefined);
    agenda.after(20, 'transit', () => undefined);
    expect(agenda.count()).toBe(2);
    expect(agenda.count('transit')).toBe(1);
    expect(agenda.next()).toBe(10);
    expect(agenda.next('transit')).toBe(20);
  });

  test('goes on after a task that throws, and reports it', () => {
    const { agenda, clock, errors } = makeAgenda();
    let ran = false;
    agenda.after(1, 'timer', () => {
      throw new Error('x');
    });
    agenda.after(2, 'timer', () => (ran = true));
    clock.increment(5);
    expect(ran).toBe(true);
    expect(errors).toEqual([new Error('x')]);
  });

  test('takes nothing after dispose', () => {
    const { agenda, clock } = makeAgenda();
    let ran = false;
    agenda.after(1, 'timer', () => (ran = true));
    agenda.dispose();
    agenda.after(1, 'timer', () => (ran = true));
    clock.increment(5);
    expect(ran).toBe(false);
    expect(agenda.next()).toBeNull();
  });

  test('runs on real time', async () => {
    const agenda = new Agenda(
      createRealClock(),
      () => undefined,
      () => undefined,
    );
    const before = agenda.now();
    const cancelled = agenda.after(1, 'timer', () => undefined);
    cancelled.cancel();
    const after = await new Promise<number>((resolve) => {
      agenda.after(5, 'timer', () => {
        resolve(agenda.now());
      });
    });
    expect(after - before).toBeGreaterThanOrEqual(5);
  });
});

describe('stepping', () => {
  test('advance stops at each moment at which something happens', () => {
    const { centre, clock } = openFloor();
    centre.customer('13512345678').dial('x');
    const stops: number[] = [];
    const increment = clock.increment.bind(clock);
    const start = clock.now();
    advance(
      centre,
      {
        now: () => clock.now(),
        increment: (ms) => {
          increment(ms);
          stops.push(clock.now() - start);
        },
      },
      1000,
    );
    expect(stops.length).toBeGreaterThan(2);
    expect(stops.at(-1)).toBe(1000);
  });

  test('runUntilQuiet complains when nothing will ever happen, or never stops', () => {
    const clock = new SimulatedClock();
    expect(() => {
      runUntilQuiet({ quiet: () => false, nextDeadline: () => null }, clock);
    }).toThrow('no timer will bring');
    expect(() => {
      runUntilQuiet({ quiet: () => false, nextDeadline: () => 0 }, clock);
    }).toThrow('not come to rest');
  });
});
