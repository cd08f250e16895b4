import { describe, expect, test } from '@jest/globals';
import { describeChart, withAll } from '../../src/chart-map/describe.js';
import { Page } from './support/page.js';

const TALK = '0 R1 @0 · 5 E1 @5';
const loggedOut = { type: 'agent.loggedOut' };
const offline = () => new Page().fact({ type: 'connection.established' });

describe('an interruption of the link is over with', () => {
  test.each([
    ['a word about the agent', 'Ready'],
    ['a word about a call', 'R1'],
    ['a word about a conference', 'Left1'],
    ['a word about the microphone', 'Muted1'],
    ['keys that were sent', 'Keys1'],
    ['a word of after-call work', 'word'],
    ['a regain', 'regain'],
  ])('%s', (_, word) => {
    const page = Page.online().play('interrupted');
    expect(page.state.connection).toBe('interrupted');
    expect(page.play(word).state.connection).toBe('connected');
  });

  test('a measurement of the line, a word about the phone, and the answer to a command', () => {
    const interrupted = () => Page.online().play('interrupted');
    expect(
      interrupted().fact({ type: 'network.measured', reading: { ping: 1, jitter: 1, loss: null, quality: null } }).state.connection,
    ).toBe('connected');
    expect(interrupted().fact({ type: 'device.registered' }).state.connection).toBe('connected');
    const asked = Page.online().command('notReady', { reason: 'general' }).play('interrupted');
    expect(asked.yes('notReady', { reason: 'general' }).state.connection).toBe('connected');
  });
});

describe('signing in', () => {
  test('begins a session, also of an agent who is signed in', () => {
    const page = Page.online();
    const { words, sessions } = page.context.presence;
    page.fact({ type: 'agent.loggedIn', reason: null });
    expect(page.context.presence).toMatchObject({ words: words + 1, sessions: sessions + 1 });
  });

  test('goes on when another end signs in before the answer, though a word has said that it is done', () => {
    const page = Page.online().play('displaced').command('login').play('1 Ready');
    expect(page.fact({ type: 'connection.displaced' }).state.login).toBe('loggingIn');
  });

  test('has come to nothing where the agent was signed out since it was sent, whatever its answer', () => {
    expect(offline().command('login', { reason: null }).fact(loggedOut).yes('login', { reason: null }).state.login).toBe('offline');
  });

  test('after a logout is not touched by the event of that logout, which is awaited once', () => {
    const page = Page.online().command('logout').yes('logout');
    expect(page.context.presence.echo).toBe('agent.loggedOut');
    expect(page.fact(loggedOut).context.presence.echo).toBeNull();
  });
});

describe('an agent who signs in elsewhere', () => {
  test('takes the line along: it is not measured any more', () => {
    const page = Page.online().fact({ type: 'network.measured', reading: { ping: 1, jitter: 1, loss: null, quality: 'good' } });
    expect(page.snapshot.value).toMatchObject({ network: 'good' });
    expect(page.play('displaced').snapshot.value).toMatchObject({ network: 'unmeasured' });
  });

  test('finds the call again where it was: it has not ended', () => {
    const page = Page.online().play(`${TALK} · 10 displaced`).command('login', { reason: null }).yes('login', { reason: null });
    page.play('20 H1 @20');
    expect([page.calls, page.ignored]).toEqual(['1 holding', []]);
  });
});

describe('a consult', () => {
  const CONSULT = `${TALK} · 6 DC @6 · 7 EC @7`;
  const established = (page: Page) =>
    (page.snapshot.value as { work: { live: { established: Record<string, unknown> } } }).work.live.established as unknown;

  test.each([
    ['is being cancelled as soon as that is asked for', `${TALK} · initiateConsult · 6 DC @6 · cancelConsult`, 'cancelling'],
    ['also where it was asked for before its leg was heard of', `${TALK} · initiateConsult · cancelConsult · 6 DC @6`, 'cancelling'],
    ['is in no such state else', CONSULT, 'nothing'],
  ])('%s', (_, told, doing) => {
    expect(established(Page.online().play(told))).toMatchObject({ consulting: { doing } });
  });

  test('whose third party goes leaves the customer where he was: held, or talked with', () => {
    expect(established(Page.online().play(`${CONSULT} · 8 XC @8`))).toEqual({ holding: 'afterConsult' });
    const swapped = Page.online().play(`${CONSULT} · 8 T1 @8 · 9 HC @9`);
    expect(established(swapped)).toMatchObject({ consulting: { held: 'thirdParty' } });
    expect(swapped.play('10 XC @10').state.work).toBe('talking');
  });

  test('of which a regain does not say how far it is becomes known by the next word of the third party', () => {
    const unknown = () => Page.online().play('1 regain/1/consulting @1');
    expect(established(unknown())).toMatchObject({ consulting: { third: 'unknown' } });
    expect(established(unknown().play('2 DC @2'))).toMatchObject({ consulting: { third: 'dialing' } });
    expect(established(unknown().play('2 EC @2'))).toMatchObject({ consulting: { third: 'talking' } });
  });

  test('becomes a conference, which is together again when it forms anew', () => {
    const conference = Page.online().play(`${CONSULT} · 8 Formed1 @8 · 9 H1 @9`);
    expect(established(conference)).toMatchObject({ conferencing: 'held' });
    expect(established(conference.play('10 Formed1 @10'))).toMatchObject({ conferencing: 'together' });
  });
});

describe('a call that was asked for', () => {
  test('is a talk where its answer is the first that is heard of it', () => {
    const page = Page.online().command('makeCall').play('1 Eown @1');
    expect(page.state.work).toBe('talking');
    expect(page.context.roster.call?.establishedAt).not.toBeNull();
  });

  test('was not made where it is refused', () => {
    expect(Page.online().command('makeCall').no('makeCall').ends).toEqual(['call ? notMade']);
  });

  test.each(['Down', 'Rown'])('dials as soon as the service says so: %s', (word) => {
    const page = Page.online().command('makeCall').play(`1 ${word} @1`);
    expect(page.state.work).toBe('dialing');
    expect(page.snapshot.value).toMatchObject({ work: { live: { dialing: 'outgoing' } } });
  });
});

// The contract and the vendor's table of network grades say what each means; a reader of the chart is told.
test.each(['login.settled.loggedIn', 'device', 'network'])('each state of %s says what it means to the agent', (region) => {
  const leaves = withAll(describeChart()).filter(({ path, children }) => path.startsWith(`${region}.`) && children.length === 0);
  expect(leaves.length).toBeGreaterThan(1);
  expect(leaves.filter(({ meta }) => !/\w{3}/.test(meta.agent ?? '')).map(({ path }) => path)).toEqual([]);
});
