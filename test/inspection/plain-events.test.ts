import { afterEach, describe, expect, jest, test } from '@jest/globals';
import { createMachine, type AnyStateMachine, type AnyStateNode, type InspectionEvent } from 'xstate';
import { agentMachine, Confidential } from '../../machines/index.js';
import { Bench, benchAt, signIn } from '../support/bench/index.js';
import { secretConsult, secretDay, secretMorning, SECRETS, secretsIn } from './support/secret-day.js';

/** The attributes of all inspection events. */
interface Seen {
  readonly type: string;
  readonly rootId: string;
  readonly actorRef: {
    readonly id: string;
    readonly sessionId: string;
    readonly logic?: { readonly config: { readonly id: string } };
    readonly _parent?: unknown;
    getSnapshot(): { readonly value: { readonly work: unknown; readonly connection: unknown }; readonly context: Record<string, unknown> };
  };
  readonly event: { readonly type: string };
  readonly snapshot: { readonly value: Record<string, unknown>; readonly context: Record<string, unknown> };
  readonly _transitions: readonly { readonly source: string; readonly target?: readonly string[] }[];
  readonly action: { readonly type: string };
}

/** Keeps what it is told, cloned as `postMessage` would clone it. */
function cloning() {
  const events: Seen[] = [];
  return { events, inspect: (event: InspectionEvent) => void events.push(structuredClone(event) as unknown as Seen) };
}

function keeping() {
  const events: Seen[] = [];
  return { events, inspect: (event: InspectionEvent) => void events.push(event as unknown as Seen) };
}

const stored = ({ agent }: Bench) => JSON.parse(JSON.stringify(agent.actor.getPersistedSnapshot())) as object;
const idsOf = ({ root }: AnyStateMachine): readonly string[] => {
  const idsUnder = (state: AnyStateNode): readonly string[] => [state.id, ...Object.values(state.states).flatMap(idsUnder)];
  return idsUnder(root);
};
const ofType = (events: readonly Seen[], type: string) => events.filter((event) => event.type === `@xstate.${type}`);
const TYPES = ['actor', 'event', 'microstep', 'action', 'snapshot'] as const;

afterEach(() => {
  jest.restoreAllMocks();
});

describe('every inspection event can be cloned', () => {
  test('and says in the clone what the agent did', () => {
    const { events, inspect } = cloning();
    const bench = new Bench({ inspect });
    signIn(bench);
    bench.customer('EventRinging');
    bench.customer('EventEstablished');
    for (const type of TYPES) expect([type, ofType(events, type).length > 0]).toEqual([type, true]);
    expect(ofType(events, 'event').map(({ event }) => event.type)).toEqual(
      expect.arrayContaining(['xstate.init', 'initAgent', 'login', 'call.ringing', 'call.established']),
    );
    const last = ofType(events, 'snapshot').at(-1)!;
    expect(last.snapshot).toEqual({ ...stored(bench), tags: [] });
    expect(last.snapshot.value).toEqual(bench.agent.actor.getSnapshot().value);
    const steps = ofType(events, 'microstep').flatMap(({ _transitions }) => _transitions);
    const named = steps.flatMap(({ source, target = [] }) => [source, ...target]);
    expect(named.filter((name) => !idsOf(agentMachine).includes(name.replace('#', '')))).toEqual([]);
    expect(named).toContain('#ringing');
    expect(new Set(events.map(({ actorRef, rootId }) => [actorRef.sessionId, rootId].join()))).toEqual(
      new Set([[bench.agent.actor.sessionId, bench.agent.actor.sessionId].join()]),
    );
  });

  test('the first of them has the chart, from which the same machine can be made', () => {
    const { events, inspect } = cloning();
    new Bench({ inspect });
    const [first] = events;
    expect(first?.type).toBe('@xstate.actor');
    const copy = createMachine(first!.actorRef.logic!.config as never);
    expect(Object.keys(copy.states)).toEqual(Object.keys(agentMachine.states));
    expect(idsOf(copy)).toEqual(idsOf(agentMachine));
    expect(copy.events).toEqual(agentMachine.events);
    expect(events.filter(({ actorRef }) => actorRef.logic !== undefined)).toEqual([first]);
  });

  test('after a state of the chart is remembered, too', () => {
    const { events, inspect } = cloning();
    const bench = benchAt('talking', { bench: new Bench({ inspect }) });
    bench.emit('EventAgentConnectionChanged');
    const { historyValue } = bench.agent.actor.getSnapshot();
    const names = Object.entries(historyValue).map(([id, states]) => [id, states.map((state) => ({ id: state.id }))]);
    expect(names.length).toBeGreaterThan(0);
    expect(events.at(-1)?.snapshot).toMatchObject({ historyValue: Object.fromEntries(names) });
  });
});

describe('the actor of an inspection event is a stand-in', () => {
  test('that has what receivers read, and nothing to send by', () => {
    const { events, inspect } = keeping();
    const bench = new Bench({ inspect });
    signIn(bench);
    const { sessionId, id } = bench.agent.actor;
    for (const { actorRef } of events) {
      expect(actorRef).toMatchObject({ sessionId, id, _parent: undefined, logic: { config: { id: 'agent', type: 'parallel' } } });
      expect(actorRef).not.toHaveProperty('send');
      expect(actorRef).not.toHaveProperty('system');
    }
    const later = events.slice(1).map(({ actorRef }) => actorRef);
    expect(new Set(later).size).toBe(1);
    expect(later[0]?.getSnapshot()).toEqual({ ...stored(bench), tags: [] });
  });

  test('with `@xstate.actor` its snapshot is the first one, however late it is read', () => {
    const { events, inspect } = keeping();
    const bench = new Bench({ inspect });
    signIn(bench);
    expect(events[0]?.actorRef.getSnapshot().value.connection).toEqual({ down: 'uninitialized' });
    expect(events[1]?.actorRef.getSnapshot().value.connection).toBe('connected');
  });

  test('that has no state yet while the actor is being made', () => {
    const snapshots: unknown[] = [];
    new Bench({
      inspect: ({ type, actorRef }) => {
        if (type === '@xstate.actor') snapshots.push(structuredClone(actorRef.getSnapshot()));
      },
    });
    expect(snapshots).toEqual([{ status: 'active', tags: [], historyValue: {} }]);
  });
});

describe('an inspector that comes later', () => {
  test('is told of the actor first, in the state in which it finds it', () => {
    const bench = benchAt('talking');
    const { events, inspect } = keeping();
    bench.agent.actor.system.inspect(inspect);
    expect(events.map(({ type }) => type)).toEqual(['@xstate.actor']);
    bench.customer('EventAgentHoldCall');
    const [first] = structuredClone(events.slice(0, 1));
    expect(first?.actorRef.logic?.config.id).toBe('agent');
    expect(events[0]?.actorRef.getSnapshot().value.work).toEqual({ live: expect.objectContaining({}) });
    expect(events[0]?.actorRef.getSnapshot().value.work).not.toEqual(events.at(-1)?.snapshot.value['work']);
  });

  test('gets what others get, plain', () => {
    const one = cloning();
    const other = cloning();
    const bench = new Bench({ inspect: one.inspect });
    const before = one.events.length;
    bench.agent.actor.system.inspect({ next: other.inspect });
    signIn(bench);
    expect(other.events.slice(1)).toEqual(one.events.slice(before));
    expect(other.events.length).toBeGreaterThan(10);
  });

  test('hears no more when it has left', () => {
    const bench = new Bench();
    const { events, inspect } = keeping();
    bench.agent.actor.system.inspect(inspect).unsubscribe();
    signIn(bench);
    expect(events.length).toBe(1);
  });
});

describe('neither token nor number nor attached data', () => {
  test('is in any inspection event, whatever the service says and however it answers', () => {
    const texts: string[] = [];
    const bench = secretMorning({
      inspect: (event) => void texts.push(JSON.stringify([structuredClone(event), event.actorRef.getSnapshot()])),
    });
    secretDay(bench);
    expect(texts.length).toBeGreaterThan(1_000);
    expect(secretsIn(...texts)).toEqual([]);
  });

  test('is kept from an inspector where the integrator asks for it, but for the token', () => {
    const { events, inspect } = cloning();
    secretConsult(secretMorning({ inspect, revealPersonalData: true }));
    const { token: _, ...shown } = SECRETS;
    expect(secretsIn(JSON.stringify(events))).toEqual(Object.values(shown));
  });
});

describe('the cost', () => {
  const countCopies = () => jest.spyOn(Confidential.prototype, 'toJSON');

  test('is none without an inspector', () => {
    const copies = countCopies();
    secretConsult(secretMorning({}));
    expect(copies).not.toHaveBeenCalled();
  });

  test('is the same for one inspector and for three', () => {
    const counts = [1, 3].map((inspectors) => {
      const bench = secretMorning({ inspect: cloning().inspect });
      for (let more = 1; more < inspectors; more += 1) bench.agent.actor.system.inspect(cloning().inspect);
      bench.agent.actor.getSnapshot();
      const copies = countCopies();
      secretConsult(bench);
      const count = copies.mock.calls.length;
      copies.mockRestore();
      return count;
    });
    expect(counts[0]).toBeGreaterThan(0);
    expect(counts[1]).toBe(counts[0]);
  });

  test('of a snapshot is none before it is read', () => {
    const bench = benchAt('talking', { bench: new Bench({ inspect: () => undefined }) });
    const copies = countCopies();
    bench.emit('EventAgentNotReady', { reasonCode: 11 });
    expect(copies).not.toHaveBeenCalled();
    bench.agent.actor.system.inspect(cloning().inspect);
    bench.emit('EventAgentReady');
    expect(copies).toHaveBeenCalled();
  });
});
