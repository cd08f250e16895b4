import { describe, expect, test } from '@jest/globals';
import { Confidential, NOTHING } from '../../machines/index.js';
import { project } from '../../src/agent/agent-state.js';
import { View } from '../../src/agent/view.js';
import { Page, START } from '../machines/support/page.js';

const everything = () => true;
const TALK = '0 R1 @0 · 5 E1 @5';
const details = (attributes: object) => new Confidential<Readonly<Record<string, unknown>>>({ ...attributes });
const stateOf = (page: Page) => project(page.snapshot, everything, null).state;
const ring = (page: Page, attributes: object) =>
  page.fact({ type: 'call.ringing', leg: { callID: '1', partyID: 'a', callType: 'Inbound' }, details: details(attributes) }, { at: 0 });

describe('the state of a page just opened', () => {
  test('is nothing yet', () => {
    expect(stateOf(new Page())).toEqual({
      connection: 'uninitialized',
      login: 'offline',
      reason: null,
      reasonCode: null,
      work: 'idle',
      call: null,
      waiting: [],
      consult: null,
      onHold: null,
      muted: false,
      device: 'unknown',
      acw: null,
      pending: [],
      allowed: ['initAgent', 'on', 'off'],
      since: START,
      network: null,
    });
  });
});

describe('the call', () => {
  test('has its ids, its answer, and what the server says besides', () => {
    const page = ring(Page.online(), { otherDN: '139', attachedData: { order: 1 }, skill: 'x' }).play('5 E1 @5');
    expect(stateOf(page).call).toEqual({
      callID: '1',
      partyID: 'a',
      callType: 'Inbound',
      establishedAt: page.at(5),
      otherDN: '139',
      attachedData: { order: 1 },
      skill: 'x',
    });
  });

  test.each<readonly [unknown, string | null]>([
    ['139', '139'],
    ['', null],
    [139, null],
    [{}, null],
    [undefined, null],
  ])('has the number %p as %p', (otherDN, told) => {
    expect(stateOf(ring(Page.online(), { otherDN })).call).toMatchObject({ otherDN: told, attachedData: null });
  });

  test('cannot be renamed by an attribute', () => {
    expect(stateOf(ring(Page.online(), { callID: 'x', partyID: 'x', callType: 'x', establishedAt: 1 })).call).toMatchObject({
      callID: '1',
      partyID: 'a',
      callType: 'Inbound',
      establishedAt: null,
    });
  });
});

describe('the consult', () => {
  const consulting = (attributes?: object) => {
    const page = Page.online().play(TALK);
    if (attributes !== undefined) page.command('initiateConsult', { details: new Confidential({ target: '1002', targetType: '0' }) });
    return page.fact(
      {
        type: 'call.dialing',
        leg: { callID: '1', partyID: 'x', callType: 'Consult' },
        details: attributes === undefined ? NOTHING : details(attributes),
      },
      { at: 6 },
    );
  };

  test('has its phase, its target as asked for, and what the server says besides', () => {
    expect(stateOf(consulting({ otherDN: '8002', skill: 'x' })).consult).toMatchObject({
      phase: 'dialing',
      target: '1002',
      callID: '1',
      partyID: 'x',
      callType: 'Consult',
      establishedAt: null,
      skill: 'x',
    });
    expect(stateOf(consulting({}).play('9 EC')).consult).toMatchObject({ phase: 'talking', establishedAt: START + 9000 });
  });

  test('has nobody as its target, where nobody says who', () => {
    expect(stateOf(consulting()).consult).toMatchObject({ target: null });
    expect(stateOf(Page.online().play(TALK)).consult).toBeNull();
  });
});

test('calls that wait have their work and since when it is so', () => {
  const page = Page.online().play(`${TALK} · 6 R3 @6 · 7 E3 @7`);
  expect(stateOf(page).waiting).toEqual([
    {
      callID: '3',
      partyID: 'd',
      callType: 'Inbound',
      establishedAt: page.at(7),
      otherDN: null,
      attachedData: null,
      work: 'talking',
      since: page.at(7),
    },
  ]);
});

test('after-call work, the pending commands and the network are told', () => {
  const page = Page.online({ acw: { seconds: 30 } }).play(`${TALK} · 20 X1 @20 · 21 noise @21 · 22 delayACW`);
  const reading = { ping: 1, jitter: 2, loss: '0', quality: 'veryGood' };
  page.fact({ type: 'network.measured', reading });
  expect(stateOf(page)).toMatchObject({
    acw: { since: page.at(20), deadline: page.at(50) },
    pending: [{ command: 'delayACW', since: page.at(22), deadline: page.at(32) }],
    network: reading,
    since: page.at(20),
  });
});

test('only what is supported is allowed', () => {
  const { state } = project(Page.online().play(TALK).snapshot, (command) => command !== 'holdCall', null);
  expect(state.allowed).toContain('singleTransfer');
  expect(state.allowed).not.toContain('holdCall');
});

describe('what has not changed keeps its reference', () => {
  const page = () => ring(Page.online(), { otherDN: '139' }).play('5 E1 @5 · 6 R3 @6 · 7 DC @7 · 8 muteCall');
  const before = () => {
    const one = page();
    return { one, first: project(one.snapshot, everything, null) };
  };

  test('the whole state, where another event has said nothing', () => {
    const { one, first } = before();
    one.fact({ type: 'call.dialing', leg: { callID: '1', partyID: 'x', callType: 'Consult' } });
    expect(project(one.snapshot, everything, first).state).toBe(first.state);
    expect(project(one.snapshot, everything, null).state).not.toBe(first.state);
  });

  test('call, calls that wait and pending commands, where only the consult has changed', () => {
    const { one, first } = before();
    const { state } = project(one.play('9 EC @9').snapshot, everything, first);
    expect(state.consult).not.toBe(first.state.consult);
    expect([state.call === first.state.call, state.waiting === first.state.waiting, state.pending === first.state.pending]).toEqual([
      true,
      true,
      true,
    ]);
  });

  test('the consult and the other calls that wait, where one has changed', () => {
    const { one, first } = before();
    const second = project(one.play('9 R2 @9').snapshot, everything, first);
    expect(second.state.consult).toBe(first.state.consult);
    expect(second.state.waiting).toHaveLength(2);
    expect(second.state.waiting[0]).toBe(first.state.waiting[0]);
    const third = project(one.play('10 E2 @10').snapshot, everything, second);
    expect(third.state.waiting[0]).toBe(first.state.waiting[0]);
    expect(third.state.waiting[1]).toMatchObject({ work: 'talking' });
  });

  test('not the pending commands, where one is settled', () => {
    const { one, first } = before();
    const { state } = project(one.play('9 no:muteCall').snapshot, everything, first);
    expect(first.state.pending).toHaveLength(1);
    expect(state.pending).toEqual([]);
    expect(state.allowed).not.toBe(first.state.allowed);
  });

  test('not the pending commands, where another of the same name is sent', () => {
    const { one, first } = before();
    one.play('9 no:muteCall · 9 muteCall');
    expect(project(one.snapshot, everything, first).state.pending).toMatchObject([{ command: 'muteCall', since: one.at(9) }]);
  });

  test('what is allowed, where it is the same', () => {
    const { one, first } = before();
    const { state } = project(one.play('9 X3 @9').snapshot, everything, first);
    expect(state.waiting).toEqual([]);
    expect(state.call).toBe(first.state.call);
  });
});

test('nothing of a state can be changed', () => {
  const state = stateOf(Page.online().play(`${TALK} · 6 R3 @6 · 7 DC @7 · 8 muteCall`));
  for (const part of [state, state.call, state.waiting, state.waiting[0], state.consult, state.pending, state.pending[0], state.allowed])
    expect(Object.isFrozen(part)).toBe(true);
  expect(Object.isFrozen(stateOf(Page.online({ acw: { seconds: 1 } }).play(`${TALK} · 9 X1 @9`)).acw)).toBe(true);
});

test('a view reads a snapshot once, and the next one by what it has read', () => {
  const page = Page.online().play(TALK);
  let asked = 0;
  const view = new View(page.snapshot, () => {
    asked += 1;
    return true;
  });
  const first = view.state;
  const once = asked;
  expect([view.state, asked]).toEqual([first, once]);
  view.show(page.play('6 R3 @6').snapshot);
  expect(view.state.call).toBe(first.call);
  expect(view.state.waiting).toHaveLength(1);
});
