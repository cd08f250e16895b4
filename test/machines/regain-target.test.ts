import { describe, expect, test } from '@jest/globals';
import { WORK_STATUSES, type AgentContext, type RegainedFact, type WorkStatus } from '../../machines/index.js';
import { regainTarget } from '../../machines/regain-target.js';
import { callLeg, consultLeg, contextOf } from '../support/machine-context.js';

type Told = Partial<Pick<RegainedFact, 'leg' | 'status' | 'statusIsNews'>>;

function target(told: Told, differences: Partial<AgentContext> = {}) {
  const event: RegainedFact = { type: 'connection.regained', at: 100, status: null, statusIsNews: false, leg: null, ...told };
  return regainTarget({ context: contextOf(differences), event });
}

const known = { call: callLeg };
const rememberedIn = (work: WorkStatus): Partial<AgentContext> => ({
  remembered: { call: { callID: 'call-1', work, phase: null, muted: false, leg: callLeg, consult: null }, acw: null },
});
const acwUntil = (deadline: number | null) => ({ since: 1, deadline });
const LIVE = WORK_STATUSES.filter((status) => status !== 'idle' && status !== 'acw');

describe('without a call', () => {
  test.each<readonly [string, Told, Partial<AgentContext>, string]>([
    ['nothing is known', {}, {}, 'idle'],
    ['a call was known', {}, known, 'idle'],
    ['a call was remembered', {}, rememberedIn('holding'), 'idle'],
    ['after-call work is under way', {}, { acw: acwUntil(null) }, 'keep'],
    ['after-call work is under way, with time left', {}, { acw: acwUntil(101) }, 'keep'],
    ['after-call work is due', {}, { acw: acwUntil(100) }, 'idle'],
    ['after-call work was remembered', {}, { remembered: { call: null, acw: acwUntil(null) } }, 'acw'],
    ['after-call work was remembered and is due', {}, { remembered: { call: null, acw: acwUntil(99) } }, 'idle'],
    ['the server says acw', { status: 'acw' }, {}, 'acw'],
    ['the server says acw, which it is', { status: 'acw' }, { acw: acwUntil(null) }, 'keep'],
    ['the server says idle, though after-call work is under way', { status: 'idle' }, { acw: acwUntil(null) }, 'idle'],
    ['the server names a live status', { status: 'talking' }, {}, 'idle'],
    ['the server names a live status in after-call work', { status: 'talking' }, { acw: acwUntil(null) }, 'keep'],
  ])('when %s', (_, told, differences, expected) => {
    expect(target({ leg: null, ...told }, differences)).toBe(expected);
  });
});

describe('with the call that is known', () => {
  test.each([null, ...WORK_STATUSES])('goes on as it was, though the server says %p', (status) => {
    expect(target({ leg: { callID: 'call-1' }, status }, known)).toBe('keep');
  });

  test.each(LIVE)('goes on %s, as remembered, though the server says ringing', (work) => {
    expect(target({ leg: { callID: 'call-1' }, status: 'ringing' }, rememberedIn(work))).toBe(work);
  });

  test('goes on as the server says, where that is news', () => {
    expect(target({ leg: { callID: 'call-1' }, status: 'ringing', statusIsNews: true }, known)).toBe('ringing');
    expect(target({ leg: { callID: 'call-1' }, status: null, statusIsNews: true }, known)).toBe('keep');
  });

  test('what is live comes before what is remembered', () => {
    expect(target({ leg: { callID: 'call-1' } }, { ...known, ...rememberedIn('holding') })).toBe('keep');
  });
});

describe('with the leg of the third party: the customer has gone', () => {
  const THIRD = { callID: 'call-1', callType: 'Consult' };
  const consulting = (establishedAt: number | null) => ({ call: callLeg, consult: { ...consultLeg, establishedAt } });
  const wasConsulting = (phase: 'dialing' | 'talking'): Partial<AgentContext> => ({
    remembered: { call: { callID: 'call-1', work: 'consulting', phase, muted: false, leg: callLeg, consult: consultLeg }, acw: null },
  });

  test.each<readonly [string, Partial<AgentContext>, string]>([
    ['the agent still waits for who has not answered', consulting(null), 'dialing'],
    ['the agent talks with who has', consulting(3), 'talking'],
    ['the agent still waits for who had not answered, as remembered', wasConsulting('dialing'), 'dialing'],
    ['the agent talks with who had, as remembered', wasConsulting('talking'), 'talking'],
  ])('%s', (_, context, expected) => {
    expect(target({ leg: THIRD }, context)).toBe(expected);
  });

  test('and it is a leg of the third party only by the type that the server names', () => {
    expect(target({ leg: { callID: 'call-1' } }, consulting(3))).toBe('keep');
    expect(target({ leg: { callID: 'call-1', callType: 'Inbound' } }, consulting(3))).toBe('keep');
    expect(target({ leg: THIRD }, known)).toBe('keep');
  });
});

describe('with a call that is not known', () => {
  test.each([known, rememberedIn('holding'), { acw: acwUntil(null) }, {}])('is talking where the server names no status: %#', (differences) => {
    expect(target({ leg: { callID: 'call-2' } }, differences)).toBe('talking');
  });

  test.each(LIVE.filter((status) => status !== 'calling'))('is %s where the server says so', (status) => {
    expect(target({ leg: { callID: 'call-2' }, status }, known)).toBe(status);
  });

  test('is dialing where the server says calling: only the page that has asked for a call knows of one not heard of', () => {
    expect(target({ leg: { callID: 'call-2' }, status: 'calling' }, known)).toBe('dialing');
  });

  test.each(['idle', 'acw'] as const)('is talking where the server contradicts itself: %s', (status) => {
    expect(target({ leg: { callID: 'call-2' }, status }, known)).toBe('talking');
  });

  test('is not the known one for want of a callID on both sides', () => {
    const unnamed = { ...callLeg, callID: null, partyID: null };
    expect(target({ leg: { partyID: 'party-9' } }, { call: unnamed })).toBe('talking');
  });
});

test('is null for what is no regain', () => {
  expect(regainTarget({ context: contextOf(known), event: { type: 'agent.ready', at: 1 } })).toBeNull();
});
