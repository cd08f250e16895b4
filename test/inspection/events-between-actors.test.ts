import { describe, expect, test } from '@jest/globals';
import { createActor, createMachine, fromCallback, sendTo, type InspectionEvent } from 'xstate';
import { PlainEvents } from '../../src/inspection/plain-events.js';

interface Seen {
  readonly type: string;
  readonly actorRef: {
    readonly id: string;
    readonly sessionId: string;
    readonly _parent?: { readonly id: string };
    readonly logic: object;
  };
  readonly sourceRef?: { readonly id: string; readonly sessionId: string };
  readonly event?: { readonly type: string };
  readonly action?: { readonly type: string };
}

/** XState's inspection events of a parent and the actor that it invokes, made plain. */
function seen(): readonly Seen[] {
  const plain = new PlainEvents();
  const events: Seen[] = [];
  const inspect = (event: InspectionEvent): void => void events.push(plain.of(event) as unknown as Seen);
  const child = fromCallback(({ sendBack, receive }) => {
    receive(() => {
      sendBack({ type: 'pong' });
    });
  });
  const machine = createMachine({
    id: 'parent',
    invoke: { id: 'child', src: child },
    on: { ping: { actions: sendTo('child', { type: 'ping' }) } },
  });
  const actor = createActor(machine, { id: 'top', inspect }).start();
  actor.send({ type: 'ping' });
  actor.stop();
  return events;
}

describe('an event between actors', () => {
  const events = seen();
  const sent = (type: string) => events.find((one) => one.type === '@xstate.event' && one.event?.type === type)!;

  test('names its sender by a stand-in, and nobody where it comes from outside', () => {
    expect(sent('pong')).toMatchObject({ sourceRef: { id: 'child' }, actorRef: { id: 'top' } });
    expect(sent('pong').sourceRef!.sessionId).toBe(events.find(({ actorRef }) => actorRef.id === 'child')!.actorRef.sessionId);
    expect(sent('ping')).toMatchObject({ actorRef: { id: 'top' } });
    expect(sent('ping').sourceRef).toBeUndefined();
    expect('sourceRef' in sent('ping')).toBe(true);
  });

  test('alone has a sender, and an action alone what was done', () => {
    for (const { type, ...rest } of events) {
      expect([type, 'sourceRef' in rest]).toEqual([type, type === '@xstate.event']);
      expect([type, 'action' in rest]).toEqual([type, type === '@xstate.action']);
    }
    expect(events.filter(({ type }) => type === '@xstate.action').map(({ action }) => action?.type)).toContain('xstate.sendTo');
  });

  test('is of an actor that tells its parent, and has a chart if it is a machine', () => {
    const of = (id: string) => events.find(({ actorRef }) => actorRef.id === id)!.actorRef;
    expect(of('child')._parent?.id).toBe('top');
    expect(of('top')._parent).toBeUndefined();
    expect(of('top').logic).toMatchObject({ config: { id: 'parent' } });
    expect(of('child').logic).toEqual({});
  });

  test('and its parts are visible to whoever lists them', () => {
    const snapshot = events.find(({ type }) => type === '@xstate.snapshot')!;
    expect(Object.keys(snapshot)).toContain('snapshot');
    expect(structuredClone(events[0]!.actorRef)).toHaveProperty('logic');
  });
});
