import { describe, expect, test } from '@jest/globals';
import { createActor, type ActorRefFrom } from 'xstate';
import { agentMachine, Confidential, deadlinesOf, readState, type AgentEvent } from '../../machines/index.js';
import { LEGS, Page } from './support/page.js';

type Machine = ActorRefFrom<typeof agentMachine>;

const TALK = '0 R1 @0 · 5 E1 @5';
const PLACES: Readonly<Record<string, string>> = {
  offline: 'Logout',
  displaced: 'displaced',
  interrupted: 'interrupted',
  ringing: '0 R1 @0',
  dialing: '0 Down @0',
  calling: 'makeCall',
  talking: TALK,
  guessed: 'regain/1',
  holding: `${TALK} · 6 H1`,
  muted: `${TALK} · 6 Muted1`,
  'on a break': 'Break',
  'several calls': `${TALK} · 6 R3 · 7 E3`,
  'consult dialing': `${TALK} · 6 DC`,
  'consult talking': `${TALK} · 6 DC · 7 EC · 8 HC`,
  'consult unknown': `${TALK} · 6 DC · 7 regain/1`,
  transferring: `${TALK} · 6 DC · 7 EC · 8 consultTransfer`,
  completing: `${TALK} · 6 DC · 7 EC · 8 consultTransfer · 9 X1`,
  joining: `${TALK} · 6 DC · 7 EC · 8 consultConference · 9 T1`,
  conferencing: `${TALK} · 6 Formed1 · 7 H1`,
  'after-call work': `${TALK} · 6 X1 · 7 delayACW`,
  'hanging up': `${TALK} · 6 hangup`,
};
const NAMES = Object.keys(PLACES);
const pageAt = (place: string) => Page.online({ acw: { seconds: 60 } }).play(PLACES[place]!);

function restore(actor: Machine, errors: unknown[] = []): Machine {
  const snapshot = JSON.parse(JSON.stringify(actor.getPersistedSnapshot())) as ReturnType<Machine['getPersistedSnapshot']>;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- the type of a snapshot is lost in JSON
  const restored = createActor(agentMachine, { snapshot: snapshot as any, input: { now: 1 } });
  restored.subscribe({ error: (error) => errors.push(error) });
  restored.start();
  return restored;
}

const details = new Confidential<Readonly<Record<string, unknown>>>({ otherDN: '13800138000', loyalty: 'gold' });
const TYPES = [
  'call.dialing',
  'call.ringing',
  'call.established',
  'call.held',
  'call.retrieved',
  'call.partyChanged',
  'call.destinationBusy',
  'microphone.muted',
  'microphone.unmuted',
  'dtmf.sent',
  'conference.formed',
  'conference.partyDeleted',
  'call.released',
];

describe.each(NAMES)('a machine restored from JSON: %s', (place) => {
  test('stands where it stood, with its deadlines', () => {
    const { actor } = pageAt(place);
    const restored = restore(actor);
    expect(readState(restored.getSnapshot())).toEqual(readState(actor.getSnapshot()));
    expect(deadlinesOf(restored.getSnapshot().context)).toEqual(deadlinesOf(actor.getSnapshot().context));
  });

  test('does with every fact about its legs what the one before would have done', () => {
    for (const leg of [LEGS['1'], LEGS['C'], LEGS['3']]) {
      for (const type of TYPES) {
        const errors: unknown[] = [];
        const { actor } = pageAt(place);
        const restored = restore(actor, errors);
        const event = { type, at: actor.getSnapshot().context.workSince + 5, leg, details } as unknown as AgentEvent;
        for (const one of [actor, restored]) one.send(event);
        expect({ type, errors }).toEqual({ type, errors: [] });
        expect(readState(restored.getSnapshot())).toEqual(readState(actor.getSnapshot()));
      }
    }
  });

  test('can be regained with its call, and shows no secrets', () => {
    const errors: unknown[] = [];
    const restored = restore(pageAt(place).actor, errors);
    restored.send({
      type: 'connection.regained',
      at: 50,
      status: null,
      statusIsNews: false,
      leg: { callID: '1' },
      details,
      consultDetails: details,
    });
    expect(errors).toEqual([]);
    expect(restored.getSnapshot().context.roster.call?.callID).toBe('1');
    expect(JSON.stringify(restored.getPersistedSnapshot())).not.toContain('13800138000');
  });
});

describe('the deadlines of a restored machine', () => {
  const reached = (machine: Machine, ...keys: readonly string[]) => machine.send({ type: 'deadline.reached', at: 1, keys });

  test('end after-call work', () => {
    const restored = restore(Page.online({ acw: { seconds: 60 } }).play(`${TALK} · 6 X1`).actor);
    expect(deadlinesOf(restored.getSnapshot().context)).toMatchObject([{ key: 'acw' }]);
    reached(restored, 'other');
    expect(readState(restored.getSnapshot()).work).toBe('acw');
    reached(restored, 'acw');
    expect(readState(restored.getSnapshot()).work).toBe('idle');
    expect(deadlinesOf(restored.getSnapshot().context)).toEqual([]);
  });

  test.each([
    ['calling', 'idle'],
    ['joining', 'talking'],
    ['hanging up', 'talking'],
  ] as const)('give up what is pending: %s, then %s', (place, work) => {
    const restored = restore(pageAt(place).actor);
    const outcomes: unknown[] = [];
    restored.on('command.settled', ({ outcome }) => outcomes.push(outcome));
    reached(restored, '1');
    expect(outcomes).toEqual(['timedOut']);
    if (place !== 'joining') expect(readState(restored.getSnapshot()).work).toBe(work);
  });

  test('lead a login back to where it was, also deep in a break', () => {
    const restored = restore(new Page().play('interrupted').actor);
    expect(readState(restored.getSnapshot()).connection).toBe('interrupted');
    const page = Page.online().fact({ type: 'agent.notReady', reason: 'dining' }).command('login');
    const again = restore(page.actor);
    expect(readState(again.getSnapshot()).login).toBe('loggingIn');
    reached(again, '1');
    expect(readState(again.getSnapshot())).toMatchObject({ login: 'break', reason: 'dining' });
  });
});
