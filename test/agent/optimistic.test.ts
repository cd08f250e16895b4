import { describe, expect, test } from '@jest/globals';
import type { CommandName } from '../../adapters/sobot/index.js';
import { CALL_FLIGHTS } from '../support/bench/flights.js';
import { Bench, benchAt, errorOf, turns, watch } from '../support/bench/index.js';

const optimistic = (command: CommandName) => new Bench({ confirm: { [command]: 'optimistic' } });

/** Where each call command leads when it is believed at once. */
const LEADS_TO: Partial<Record<CommandName, string | ((from: string) => string)>> = {
  makeCall: 'dialing',
  answer: 'talking',
  rejectCall: 'idle',
  hangup: (from) => (['dialing', 'ringing'].includes(from) ? 'idle' : 'acw'),
  holdCall: 'holding',
  retrieveCall: 'talking',
  singleTransfer: 'acw',
  initiateConsult: 'consulting',
  // The third party has gone; whether the customer is taken off hold by it, the server says.
  cancelConsult: 'holding',
  retrieveConsult: 'talking',
  consultTransfer: 'acw',
  consultConference: 'conferencing',
  completeACW: 'idle',
  completeACWToBusy: 'idle',
};

const IN_CONSULT = /^consulting/;
/** The vendor does not document the effect of hanging up in a consult. */
const ROWS = CALL_FLIGHTS.filter(({ command, from }) => !(command === 'hangup' && IN_CONSULT.test(from)));

describe('with confirm: optimistic', () => {
  test.each(ROWS)('$command from $from is believed as soon as the SDK method returns', async ({ command, from, start }) => {
    const bench = start(optimistic(command));
    const { login } = bench.state();
    const before = bench.state().work;
    const divergences: unknown[] = [];
    bench.agent.on('switchhook:divergence', (report) => divergences.push(report));
    Object.assign(bench.sdk, { [command]: () => 'returned' });
    const endings = watch(bench.send(command));
    expect(bench.state().pending).toEqual([]);
    const leadsTo = LEADS_TO[command];
    const work = typeof leadsTo === 'function' ? leadsTo(from) : (leadsTo ?? before);
    expect(bench.state().work).toBe(work);
    expect(bench.state().login).toBe(command === 'completeACWToBusy' ? 'dnd' : login);
    if (command === 'muteCall' || command === 'unmute') expect(bench.state().muted).toBe(command === 'muteCall');
    await turns();
    expect(endings).toEqual([{ ended: 'resolved', value: 'returned' }]);
    // The effect of the agent's own command is no divergence.
    expect(divergences).toEqual([]);
  });

  test('waits for the promise of an SDK method that returns one, and resolves with what it brings', async () => {
    const bench = benchAt('talking', { bench: optimistic('holdCall') });
    let resolve: (value: unknown) => void = () => {};
    Object.assign(bench.sdk, {
      holdCall: () =>
        new Promise((yes) => {
          resolve = yes;
        }),
    });
    const endings = watch(bench.send('holdCall'));
    await turns();
    expect(endings).toEqual([]);
    expect(bench.state().work).toBe('talking');
    resolve('held');
    await turns();
    expect(endings).toEqual([{ ended: 'resolved', value: 'held' }]);
    expect(bench.state().work).toBe('holding');
  });

  test('waits for anything that can be awaited', async () => {
    const bench = benchAt('talking', { bench: optimistic('holdCall') });
    // As of another realm, or a library.
    const thenable = { then: (_: unknown, no: (reason: Error) => void) => setImmediate(no, new Error('no')) };
    Object.assign(bench.sdk, { holdCall: () => thenable });
    const endings = watch(bench.send('holdCall'));
    await turns();
    await turns();
    expect(endings).toMatchObject([{ error: { code: 'REJECTED' } }]);
    expect(bench.state().work).toBe('talking');
  });

  test.each([
    [
      'throws',
      () => {
        throw new Error('no');
      },
    ],
    ['returns a promise that rejects', () => Promise.reject(new Error('no'))],
  ])('an SDK method that %s is not believed', async (_, holdCall) => {
    const bench = benchAt('talking', { bench: optimistic('holdCall') });
    Object.assign(bench.sdk, { holdCall });
    expect(await errorOf(bench.send('holdCall'))).toMatchObject({ code: 'REJECTED' });
    expect(bench.state().work).toBe('talking');
  });

  test('a completeACW of an agent who was in DND before the call leaves the agent there', () => {
    const bench = benchAt('acw', { standing: 'connected, dnd 2', bench: optimistic('completeACW') });
    bench.leave('completeACW');
    expect(bench.state()).toMatchObject({ work: 'idle', login: 'dnd', reasonCode: 2 });
  });

  test('the event that comes after all changes nothing more', () => {
    const bench = benchAt('talking', { bench: optimistic('holdCall') });
    bench.leave('holdCall');
    bench.customer('EventAgentHoldCall');
    expect(bench.state().work).toBe('holding');
  });

  test('it is for the named commands only', () => {
    const bench = benchAt('talking', { bench: optimistic('holdCall') });
    bench.leave('muteCall');
    expect(bench.state().pending).toHaveLength(1);
  });

  test('a command with callbacks waits for them all the same', async () => {
    const bench = benchAt('idle', { bench: new Bench({ confirm: { notReady: 'optimistic' } }) });
    const endings = watch(bench.send('notReady'));
    await turns();
    expect(endings).toEqual([]);
    expect(bench.state().login).toBe('online');
  });

  test('event is the default, and can be said', async () => {
    const bench = benchAt('talking', { bench: new Bench({ confirm: { holdCall: 'event' } }) });
    const endings = watch(bench.send('holdCall'));
    await turns();
    expect(endings).toEqual([]);
  });
});
