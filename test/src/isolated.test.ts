import { describe, expect, jest, test } from '@jest/globals';
import { createActor, createMachine, type InspectionEvent } from 'xstate';
import { isolated, isolateInspectors } from '../../src/agent/isolated.js';

/** Runs `run`, and returns what is thrown outside of it. */
function thrownLater(run: () => void): unknown[] {
  const later: (() => void)[] = [];
  const spies = [
    jest.spyOn(globalThis, 'queueMicrotask').mockImplementation((task) => later.push(task)),
    jest.spyOn(globalThis, 'setTimeout').mockImplementation(((task: () => void) => later.push(task)) as never),
  ];
  try {
    run();
  } finally {
    for (const spy of spies) spy.mockRestore();
  }
  return later.flatMap((task) => {
    try {
      task();
      return [];
    } catch (error) {
      return [(error as Error).message];
    }
  });
}

const lamp = createMachine({
  initial: 'off',
  states: { off: { on: { toggle: { target: 'on', actions: () => undefined } } }, on: { on: { toggle: 'off' } } },
});
const fails = (): never => {
  throw new Error('of who watches');
};

/** Throws at the first event of this type. */
function failingAt(type: InspectionEvent['type']): (event: InspectionEvent) => void {
  let isDone = false;
  return (event) => {
    if (isDone || event.type !== type) return;
    isDone = true;
    fails();
  };
}

const TYPES = ['@xstate.actor', '@xstate.event', '@xstate.microstep', '@xstate.action', '@xstate.snapshot'] as const;

describe('an inspector that throws', () => {
  test.each(TYPES)('at %s is heard of outside, and the actor goes on', (type) => {
    const thrown = thrownLater(() => {
      const actor = createActor(lamp, { inspect: isolated(failingAt(type)) }).start();
      actor.send({ type: 'toggle' });
      expect(actor.getSnapshot()).toMatchObject({ status: 'active', value: 'on' });
      actor.send({ type: 'toggle' });
      expect(actor.getSnapshot()).toMatchObject({ status: 'active', value: 'off' });
    });
    expect(thrown).toEqual(['of who watches']);
  });

  test.each(TYPES.slice(1))('and has come later throws outside, too: %s', (type) => {
    const thrown = thrownLater(() => {
      const actor = createActor(lamp);
      isolateInspectors(actor);
      actor.system.inspect(failingAt(type));
      actor.start();
      actor.send({ type: 'toggle' });
      actor.send({ type: 'toggle' });
      expect(actor.getSnapshot()).toMatchObject({ status: 'active', value: 'off' });
    });
    expect(thrown).toEqual(['of who watches']);
  });

  test('may be an observer', () => {
    const thrown = thrownLater(() => {
      const actor = createActor(lamp, { inspect: isolated({ next: fails }) }).start();
      actor.send({ type: 'toggle' });
      expect(actor.getSnapshot()).toMatchObject({ status: 'active', value: 'on' });
    });
    expect(thrown.length).toBeGreaterThan(1);
  });
});

describe('an inspector', () => {
  test('hears all that XState tells', () => {
    const heard: InspectionEvent[] = [];
    const plain: InspectionEvent[] = [];
    for (const inspect of [isolated((event: InspectionEvent) => heard.push(event)), (event: InspectionEvent) => plain.push(event)]) {
      createActor(lamp, { inspect }).start().send({ type: 'toggle' });
    }
    expect(heard.map(({ type }) => type)).toEqual(plain.map(({ type }) => type));
  });

  test('may hear nothing, as XState allows, and may leave', () => {
    expect(() => {
      isolated({})({} as InspectionEvent);
    }).not.toThrow();
    const actor = createActor(lamp);
    isolateInspectors(actor);
    const inspect = jest.fn<(event: InspectionEvent) => void>();
    actor.system.inspect(inspect).unsubscribe();
    expect(inspect.mock.calls).toEqual([[{ type: '@xstate.actor', rootId: actor.sessionId, actorRef: actor }]]);
    actor.start();
    expect(inspect).toHaveBeenCalledTimes(1);
  });

  test('must be one', () => {
    expect(() => isolated(7 as never)).toThrow(TypeError);
  });
});

/** XState itself isolates these observers; a version that does not would be noticed here. */
describe('who observes the actor and throws', () => {
  test('is heard of outside, and the actor goes on', () => {
    const heard: unknown[] = [];
    const thrown = thrownLater(() => {
      const actor = createActor(lamp).start();
      actor.subscribe(fails);
      actor.subscribe({ next: fails, complete: fails });
      actor.select(({ value }) => value).subscribe(fails);
      actor.subscribe(({ value }) => heard.push(value));
      actor.send({ type: 'toggle' });
      actor.send({ type: 'toggle' });
      expect(actor.getSnapshot()).toMatchObject({ status: 'active', value: 'off' });
      actor.stop();
    });
    expect(heard).toEqual(['on', 'off']);
    expect(new Set(thrown)).toEqual(new Set(['of who watches']));
  });
});
