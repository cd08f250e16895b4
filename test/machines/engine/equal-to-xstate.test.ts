import { describe, expect, test } from '@jest/globals';
import { createActor } from 'xstate';
import { agentMachine, compiledLogic, pendingCommands, type AgentEvent, type CommandName } from '../../../machines/index.js';
import { commandEvent } from '../../walk/events.js';
import { bothAfter, bothAt, bothInitially, compiled, differencesAt, disagreementsAt, type Both } from './both-engines.js';
import { comparePairs } from './random-pairs.js';

const CUSTOMER = { callID: 'talk-1', partyID: 'party-1', callType: 'Inbound' };
const THIRD = { callID: 'talk-1', partyID: 'party-2', callType: 'Consult' };

function command(name: CommandName, id: number): AgentEvent {
  const { pending } = commandEvent(name);
  return { type: name, pending: { ...pending, id, since: 1, deadline: 90 } };
}

function after(...events: readonly AgentEvent[]): Both {
  return events.reduce<Both>(
    (both, event) => {
      const step = bothAfter(both, event);
      expect(step.differences).toEqual([]);
      return step.after;
    },
    bothInitially({ now: 1 }),
  );
}

const talking: readonly AgentEvent[] = [
  { type: 'agent.ready', at: 1 },
  { type: 'call.ringing', at: 2, leg: CUSTOMER },
  { type: 'call.established', at: 3, leg: CUSTOMER },
];
const consulting: readonly AgentEvent[] = [...talking, { type: 'call.dialing', at: 4, leg: THIRD }];

describe('the compiled chart does what XState does', () => {
  test('at the start', () => {
    expect(differencesAt(bothInitially({ now: 1 }))).toEqual([]);
    expect(differencesAt(bothInitially({ now: 1, acw: { seconds: 5 } }))).toEqual([]);
  });

  // The deep run compares 300,000 more.
  test('on random pairs of a snapshot and an event', () => {
    const { findings, pairs, states } = comparePairs(1, 6000);
    expect(findings).toEqual([]);
    expect(pairs).toBe(6000);
    expect(states.size).toBeGreaterThan(50);
  }, 120_000);

  test('on some random pairs', () => {
    expect(comparePairs(2, 250).findings).toEqual([]);
  });

  test('when several commands become obsolete at once: they end in the same order', () => {
    const both = after(...talking, command('initiateConsult', 1), command('cancelConsult', 2), command('hangup', 3));
    const { differences, after: gone } = bothAfter(both, { type: 'agent.loggedOut', at: 9 });
    expect(differences).toEqual([]);
    const { emitted } = compiled.transition(both.ofTables, { type: 'agent.loggedOut', at: 9 });
    expect(emitted.filter(({ type }) => type === 'command.settled')).toHaveLength(3);
    expect(pendingCommands(gone.ofTables.context)).toEqual([]);
  });

  test('when a history state remembers where the agent was', () => {
    const inBreak = after(talking[0]!, { type: 'agent.notReady', at: 5, reason: 'meeting' });
    const out = bothAfter(inBreak, command('logout', 1));
    expect(out.differences).toEqual([]);
    const back = bothAfter(out.after, { type: 'command.refused', at: 6, id: 1 });
    expect(back.differences).toEqual([]);
    expect(back.after.ofTables.value).toEqual(inBreak.ofTables.value);
  });

  test('when nothing changes: the snapshot is the same object', () => {
    const both = after(...talking);
    expect(compiled.transition(both.ofTables, { type: 'command.refused', at: 9, id: 77 }).snapshot).toBe(both.ofTables);
  });
});

describe('snapshots of both kinds', () => {
  test.each([
    ['a page just opened', []],
    ['a talk', talking],
    ['a consult', consulting],
  ] as const)('stand for each other: %s', (_, events) => {
    const { ofXState, ofTables } = after(...events);
    expect(differencesAt({ ofXState, ofTables: compiled.fromXState(ofXState) })).toEqual([]);
    expect(differencesAt(bothAt(ofTables))).toEqual([]);
    expect(disagreementsAt(bothAt(ofTables))).toEqual([]);
  });

  test('go on alike after they were turned into each other', () => {
    const both = after(...consulting);
    const turned = { ofXState: compiled.toXState(both.ofTables), ofTables: compiled.fromXState(both.ofXState) };
    expect(bothAfter(turned, { type: 'call.established', at: 6, leg: THIRD }).differences).toEqual([]);
  });

  test('show JSON no states, but their names', () => {
    const { ofTables } = after(...talking);
    expect(JSON.parse(JSON.stringify(ofTables))).toMatchObject({ status: 'active', value: ofTables.value });
  });
});

describe('an actor on the compiled chart', () => {
  const input = { now: 1 };

  function bothActors() {
    const actors = [createActor(agentMachine, { input }), createActor(compiledLogic(agentMachine), { input })];
    const emitted = actors.map((actor) => {
      const list: unknown[] = [];
      actor.on('*', (event) => list.push([event, actor.getSnapshot().value]));
      actor.start();
      return list;
    });
    return { actors, emitted };
  }

  test('emits and shows the same, and can be asked the same', () => {
    const { actors, emitted } = bothActors();
    const [ofXState, ofTables] = actors;
    for (const event of [...consulting, command('hangup', 3), { type: 'agent.loggedOut', at: 9 } as const]) {
      for (const actor of actors) actor.send(event);
      const [one, other] = actors.map((actor) => actor.getSnapshot());
      expect(other!.value).toEqual(one!.value);
      expect(other!.context).toEqual(one!.context);
      expect(other!.can({ type: 'hangup' })).toBe(one!.can({ type: 'hangup' }));
      expect(other!.matches('work')).toBe(one!.matches('work'));
      expect(other!.getMeta()).toEqual(one!.getMeta());
    }
    expect(emitted[1]).toEqual(emitted[0]);
    expect(emitted[0]!.length).toBeGreaterThan(0);
    expect(ofTables!.getPersistedSnapshot()).toEqual(ofXState!.getPersistedSnapshot());
  });

  test('keeps its snapshot at an event that changes nothing', () => {
    for (const actor of bothActors().actors) {
      const before = actor.getSnapshot();
      actor.send(command('hangup', 3));
      expect(actor.getSnapshot()).toBe(before);
    }
  });

  test('stops, and is restored from what XState has stored', () => {
    const { actors } = bothActors();
    for (const actor of actors) for (const event of talking) actor.send(event);
    const stored = actors[0]!.getPersistedSnapshot();
    const restored = createActor(compiledLogic(agentMachine), { input, snapshot: stored }).start();
    expect(restored.getSnapshot().value).toEqual(actors[0]!.getSnapshot().value);
    for (const actor of [...actors, restored]) actor.stop();
    expect(restored.getSnapshot().status).toBe('stopped');
    expect(actors[0]!.getSnapshot().status).toBe('stopped');
  });
});
