import { describe, expect, test } from '@jest/globals';
import { WORK_STATUSES, type AgentSnapshot, type WorkStatus } from '../../machines/index.js';
import { isStatusNews } from '../../src/agent/status-news.js';
import { benchAt, CUSTOMER, type PlaceName } from '../support/bench/index.js';
import { callLeg } from '../support/machine-context.js';

const snapshotIn = (place: PlaceName): AgentSnapshot => benchAt(place).agent.actor.getSnapshot();
const { callID } = CUSTOMER;

const remembering = (work: WorkStatus): AgentSnapshot => {
  const idle = snapshotIn('idle');
  const remembered = { call: { callID, work, phase: null, muted: false, leg: callLeg, consult: null }, acw: null };
  return { ...idle, context: { ...idle.context, remembered } };
};

const ask = (snapshot: AgentSnapshot, status: WorkStatus | null, more: { leg?: object | null; stamp?: number; newest?: number | null } = {}) => {
  const { leg = { callID }, newest = 10 } = more;
  const fact = { type: 'connection.regained', at: 1, leg, status, statusIsNews: false } as const;
  return isStatusNews(snapshot, fact, 'stamp' in more ? more.stamp : 11, newest);
};

describe('the status that the server names', () => {
  test('is news if it is another than the known one, and newer', () => {
    expect(ask(snapshotIn('talking'), 'holding')).toBe(true);
    expect(ask(snapshotIn('holding'), 'talking')).toBe(true);
    expect(ask(snapshotIn('talking'), 'ringing')).toBe(true);
  });

  test.each([[9, false], [10, true], [11, true]])('is news if its time is %i, the newest known being 10: %p', (stamp, isNews) => {
    expect(ask(snapshotIn('talking'), 'holding', { stamp })).toBe(isNews);
  });

  test('is none without a call, a status, a time, or a time to compare it with', () => {
    expect(ask(snapshotIn('talking'), 'holding', { leg: null })).toBe(false);
    expect(ask(snapshotIn('talking'), null)).toBe(false);
    expect(isStatusNews(snapshotIn('talking'), { type: 'connection.regained', at: 1, leg: { callID }, status: 'holding', statusIsNews: false }, undefined, 10)).toBe(false);
    expect(ask(snapshotIn('talking'), 'holding', { newest: null })).toBe(false);
  });

  test('is none of a call that is not known, though after-call work is remembered', () => {
    const idle = snapshotIn('idle');
    const remembered = { call: null, acw: { since: 1, deadline: null } };
    expect(ask({ ...idle, context: { ...idle.context, remembered } }, 'holding')).toBe(false);
  });

  test('is none if it says in less detail what is known', () => {
    expect(ask(snapshotIn('consulting, connected'), 'talking')).toBe(false);
    expect(ask(snapshotIn('consulting, connected'), 'holding')).toBe(false);
    expect(ask(snapshotIn('consulting, connected'), 'consulting')).toBe(false);
    expect(ask(snapshotIn('consulting, connected'), 'conferencing')).toBe(true);
  });

  test.each(WORK_STATUSES.filter((status) => status !== 'idle' && status !== 'acw'))('is none if %s is what is remembered', (status) => {
    expect(ask(remembering(status), status)).toBe(false);
  });

  test.each<readonly [WorkStatus, WorkStatus, boolean]>([
    ['conferencing', 'talking', false],
    ['conferencing', 'holding', true],
    ['talking', 'conferencing', true],
    ['holding', 'talking', true],
  ])('where %s is remembered, %s is news: %p', (remembered, status, isNews) => {
    expect(ask(remembering(remembered), status)).toBe(isNews);
  });

  test('is none of a call of which nothing is known', () => {
    expect(ask(snapshotIn('idle'), 'talking', { leg: { callID: 'another' } })).toBe(false);
  });
});
