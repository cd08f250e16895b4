import { describe, expect, test } from '@jest/globals';
import { Confidential, type AgentContext, type AgentSnapshot, type Call, type PendingCommand } from '../../machines/index.js';
import { project } from '../../src/agent/agent-state.js';
import { Page } from '../machines/support/page.js';

const everything = () => true;

/** Attributes of a call that count how often they are read. */
class Attributes extends Confidential<Readonly<Record<string, unknown>>> {
  reads = 0;
  override reveal() {
    this.reads += 1;
    return super.reveal();
  }
}

const attributes = new Attributes({ otherDN: '139', skill: 'x' });
const page = Page.online().play('0 R1 @0 · 5 E1 @5 · 6 R3 @6 · 7 DC @7 · 8 muteCall');
const withContext = (differences: Partial<AgentContext>): AgentSnapshot => ({
  ...page.snapshot,
  context: { ...page.context, ...differences },
});
const { roster } = page.context;
const call: Call = { ...roster.call!, details: attributes };
const third: Call = { ...roster.third!, details: attributes };
const [waiting] = roster.waiting.map((each): Call => ({ ...each, details: attributes }));
const calls = { ...roster, call, third, waiting: [waiting!] };
const before = project(withContext({ roster: calls }), everything, null);
const after = (differences: Partial<typeof calls>) =>
  project(withContext({ roster: { ...calls, ...differences } }), everything, before).state;

/** One thing of a call that changes, and what is told then. */
const CHANGES: readonly (readonly [string, Partial<Call>, object])[] = [
  ['callID', { callID: '9' }, { callID: '9' }],
  ['callType', { callType: 'Internal' }, { callType: 'Internal' }],
  ['party', { legs: [{ partyID: 'z', isEstablished: true }] }, { partyID: 'z' }],
  ['answer', { establishedAt: 7 }, { establishedAt: 7 }],
  ['attribute', { details: new Confidential({ otherDN: '139', skill: 'y' }) }, { skill: 'y' }],
];

describe.each(CHANGES)('another %s', (_, change, told) => {
  test('makes the call another object, and leaves the consult and the calls that wait as they are', () => {
    const state = after({ call: { ...call, ...change } });
    expect(state.call).toMatchObject(told);
    expect(state.call).not.toBe(before.state.call);
    expect([state.consult === before.state.consult, state.waiting === before.state.waiting]).toEqual([true, true]);
  });

  test('makes the consult another object, and leaves the call as it is', () => {
    const state = after({ third: { ...third, ...change } });
    expect(state.consult).toMatchObject({ phase: 'dialing', ...told });
    expect(state.consult).not.toBe(before.state.consult);
    expect(state.call).toBe(before.state.call);
  });

  test('makes the list of calls that wait another object', () => {
    const state = after({ waiting: [{ ...waiting!, ...change }] });
    expect(state.waiting).toMatchObject([told]);
    expect(state.waiting).not.toBe(before.state.waiting);
  });
});

test('an attribute that is gone is not told any more', () => {
  const details = new Confidential({ otherDN: '139' });
  const state = after({ call: { ...call, details }, third: { ...third, details } });
  expect(state.call).not.toHaveProperty('skill');
  expect(state.consult).not.toHaveProperty('skill');
});

test('the call is the same object while it says the same, and is not read anew', () => {
  const { reads } = attributes;
  const state = after({ call: { ...call, work: 'holding', since: 9 }, third: { ...third, details: new Confidential({}) } });
  expect(state.call).toBe(before.state.call);
  expect(attributes.reads).toBe(reads);
});

test('the call and the consult are the same objects where other objects say the same', () => {
  const details = new Confidential({ ...attributes.reveal() });
  const state = after({ call: { ...call, details }, third: { ...third, details } });
  expect(state.call).toBe(before.state.call);
  expect(state.consult).toBe(before.state.consult);
});

test('a call where there was none is told, and none where there was one', () => {
  const none = project(Page.online().snapshot, everything, null);
  expect(project(withContext({ roster: calls }), everything, none).state.call).toEqual(before.state.call);
  expect(project(Page.online().snapshot, everything, before).state).toMatchObject({ call: null, consult: null, waiting: [] });
});

test('there is a consult only while consulting', () => {
  const talking = Page.online().play('0 R1 @0 · 5 E1 @5').snapshot;
  const { state } = project({ ...talking, context: { ...talking.context, roster: calls } }, everything, null);
  expect(state).toMatchObject({ work: 'talking', consult: null });
});

test.each<readonly [string, Partial<PendingCommand>]>([
  ['command', { command: 'unmute' }],
  ['beginning', { since: 1 }],
  ['deadline', { deadline: 1 }],
])('another %s of what is pending makes the list another object', (_, change) => {
  const { pending } = page.context;
  const changed = { ...pending, microphone: { ...pending.microphone!, ...change } };
  const { state } = project(withContext({ roster: calls, pending: changed }), everything, before);
  expect(state.pending).toMatchObject([change]);
  expect(state.call).toBe(before.state.call);
});

test('a blank number is none, and a blank target is the number that the server names', () => {
  expect(after({ call: { ...call, details: new Confidential({ otherDN: '' }) } }).call).toMatchObject({ otherDN: null });
  expect(after({ third: { ...third, details: new Confidential({ target: '', otherDN: '8002' }) } }).consult).toMatchObject({
    target: '8002',
  });
});
