import { describe, expect, test } from '@jest/globals';
import { createActor, type ActorRefFrom } from 'xstate';
import { agentMachine, nextDeadline, readState, type AgentEvent, type LegRef, type ServerFact } from '../../machines/index.js';
import { Confidential } from '../../machines/index.js';
import { requestFor } from '../support/machine-context.js';
import type { CommandName, Request } from '../../machines/index.js';

type Machine = ActorRefFrom<typeof agentMachine>;

const CUSTOMER = { callID: 'call-1', partyID: 'party-1', callType: 'Inbound' };
const THIRD = { callID: 'call-1', partyID: 'party-2', callType: 'Consult' };
const details = (more: object = {}) => new Confidential<Readonly<Record<string, unknown>>>({ otherDN: '13800138000', ...more });
const about = (type: string, leg: LegRef, at = 10) => ({ type, at, leg, details: details() }) as unknown as ServerFact;
const input = { now: 1, acw: { seconds: 60 } };

/** A request as an agent sends it, due at 1000. */
function requestOf(command: CommandName, more: Partial<Request> = {}): AgentEvent {
  const request = { ...requestFor(command).call!, since: 10, deadline: 1000, details: details(), ...more };
  return { type: command, request };
}

function machineAfter(...events: readonly AgentEvent[]): Machine {
  const actor = createActor(agentMachine, { input });
  actor.start();
  for (const event of [{ type: 'agent.ready', at: 2 } as const, ...events]) actor.send(event);
  return actor;
}

function restore(actor: Machine): Machine {
  const snapshot = JSON.parse(JSON.stringify(actor.getPersistedSnapshot())) as ReturnType<Machine['getPersistedSnapshot']>;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- the type of a snapshot is lost in JSON
  const restored = createActor(agentMachine, { snapshot: snapshot as any, input });
  restored.start();
  return restored;
}

const talking = [about('call.ringing', CUSTOMER), about('call.established', CUSTOMER)];
const consulting = [...talking, about('call.dialing', THIRD), about('call.established', THIRD)];
const PLACES: Readonly<Record<string, readonly AgentEvent[]>> = {
  ringing: talking.slice(0, 1),
  talking,
  holding: [...talking, about('call.held', CUSTOMER)],
  'consulting dialing': consulting.slice(0, 3),
  'consulting talking': consulting,
  merging: [...consulting, requestOf('consultConference'), about('call.retrieved', CUSTOMER)],
  conferencing: [...consulting, about('conference.formed', CUSTOMER)],
  calling: [requestOf('makeCall')],
  muted: [...talking, about('microphone.muted', CUSTOMER)],
  acw: [...talking, about('call.released', CUSTOMER)],
};
const PLACE_NAMES = Object.keys(PLACES);

describe('a machine restored from JSON', () => {
  test.each(PLACE_NAMES)('stands where it stood: %s', (place) => {
    const actor = machineAfter(...PLACES[place]!);
    const restored = restore(actor);
    expect(readState(restored.getSnapshot())).toEqual(readState(actor.getSnapshot()));
    expect(nextDeadline(restored.getSnapshot().context)).toBe(nextDeadline(actor.getSnapshot().context));
  });

  test.each(PLACE_NAMES)('takes every fact about its legs, with details, without an error: %s', (place) => {
    const types = ['call.dialing', 'call.ringing', 'call.established', 'call.held', 'call.retrieved', 'call.partyChanged', 'microphone.muted',
      'microphone.unmuted', 'dtmf.sent', 'conference.formed', 'conference.partyDeleted', 'call.released'];
    for (const leg of [CUSTOMER, THIRD]) {
      for (const type of types) {
        const [actor, restored] = [machineAfter(...PLACES[place]!), restore(machineAfter(...PLACES[place]!))];
        const errors: unknown[] = [];
        restored.subscribe({ error: (error) => errors.push(error) });
        for (const one of [actor, restored]) one.send(about(type, leg, 50));
        expect({ type, errors }).toEqual({ type, errors: [] });
        expect(restored.getSnapshot().status).toBe('active');
        expect(readState(restored.getSnapshot())).toEqual(readState(actor.getSnapshot()));
      }
    }
  });

  test.each(PLACE_NAMES)('can be regained with its call, with details: %s', (place) => {
    const restored = restore(machineAfter(...PLACES[place]!));
    const errors: unknown[] = [];
    restored.subscribe({ error: (error) => errors.push(error) });
    restored.send({
      type: 'connection.regained',
      at: 50,
      status: null,
      statusIsNews: false,
      leg: { callID: 'call-1' },
      details: details(),
      consultDetails: details(),
    });
    expect(errors).toEqual([]);
    expect(restored.getSnapshot().context.call?.callID).toBe('call-1');
  });

  test('has the attributes that come after it, and no secrets from before', () => {
    const restored = restore(machineAfter(...talking));
    const errors: unknown[] = [];
    restored.subscribe({ error: (error) => errors.push(error) });
    restored.send({ ...about('call.held', CUSTOMER, 50), details: details({ loyalty: 'gold' }) } as ServerFact);
    expect(errors).toEqual([]);
    expect(restored.getSnapshot().context.call?.details.reveal()).toMatchObject({ loyalty: 'gold' });
    expect(JSON.stringify(restored.getPersistedSnapshot())).not.toContain('13800138000');
  });
});

describe('the deadlines of a restored machine', () => {
  test('of after-call work: it ends at its deadline, not before', () => {
    const restored = restore(machineAfter(...PLACES['acw']!));
    const deadline = nextDeadline(restored.getSnapshot().context);
    expect(deadline).toBe(60_010);
    restored.send({ type: 'deadline.reached', at: 60_009 });
    expect(readState(restored.getSnapshot()).work).toBe('acw');
    restored.send({ type: 'deadline.reached', at: 60_010 });
    expect(readState(restored.getSnapshot()).work).toBe('idle');
    expect(nextDeadline(restored.getSnapshot().context)).toBeNull();
  });

  test.each(['calling', 'merging'])('of a command in flight: it is given up, while %s', (place) => {
    const restored = restore(machineAfter(...PLACES[place]!));
    const ended: unknown[] = [];
    restored.on('request.ended', ({ outcome }) => ended.push(outcome));
    expect(nextDeadline(restored.getSnapshot().context)).toBe(1000);
    restored.send({ type: 'deadline.reached', at: 1000 });
    expect(ended).toEqual(['timedOut']);
    expect(readState(restored.getSnapshot()).work).toBe(place === 'calling' ? 'idle' : 'talking');
    expect(nextDeadline(restored.getSnapshot().context)).toBeNull();
  });

  test('of a login: the state is the one before, also deep in a break', () => {
    const request: Request = { ...requestFor('login').login!, since: 10, deadline: 1000 };
    const actor = machineAfter({ type: 'agent.notReady', at: 3, reasonCode: 14 }, { type: 'login', request });
    expect(readState(actor.getSnapshot()).login).toBe('loggingIn');
    const restored = restore(actor);
    restored.send({ type: 'deadline.reached', at: 1000 });
    expect(readState(restored.getSnapshot())).toMatchObject({ login: 'break', reasonCode: 14 });
  });

  test('of a query: it is given up', () => {
    const request: Request = { ...requestFor('login').login!, command: 'queryStates', lane: 'query', deadline: 500 };
    const restored = restore(machineAfter({ type: 'queryStates', request }));
    expect(nextDeadline(restored.getSnapshot().context)).toBe(500);
    restored.send({ type: 'deadline.reached', at: 500 });
    expect(restored.getSnapshot().context.queries).toEqual([]);
  });
});
