import { describe, expect, test } from '@jest/globals';
import { RingoControl } from '../../demo/second-vendor/ringo-control.js';
import type { RingoEvent, RingoReason, RingoSdk } from '../../demo/second-vendor/ringo-sdk.js';
import { COMMANDS, createAgent } from '../../src/index.js';

/** A service that says yes to everything but what it is told to refuse. */
class Service implements RingoSdk {
  readonly asked: string[] = [];
  refuses: string | null = null;
  readonly #listeners = new Set<(event: RingoEvent) => void>();

  tell(event: RingoEvent): void {
    for (const listener of this.#listeners) listener(event);
  }

  listen(listener: (event: RingoEvent) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  connect = ({ user, team }: { user: string; team: string }) => this.#does(`connect ${user} ${team}`);
  startDuty = () => this.#does('startDuty');
  goOnDuty = () => this.#does('goOnDuty');
  goOffDuty = (why: RingoReason) => this.#does(`goOffDuty ${why}`);
  pickUp = () => this.#does('pickUp');
  park = () => this.#does('park');
  unpark = () => this.#does('unpark');
  bye = () => this.#does('bye');

  #does(what: string): Promise<void> {
    this.asked.push(what);
    return this.refuses === what ? Promise.reject(Object.assign(new Error(what), { problem: 'no-way' })) : Promise.resolve();
  }
}

async function onDuty() {
  const service = new Service();
  const agent = createAgent(new RingoControl(service));
  await agent.execute('initAgent', { user: 'ann', team: 'blue' });
  await agent.execute('login');
  return { service, agent };
}

describe('a second vendor, with verbs and reasons of its own', () => {
  test('signs an agent in', async () => {
    const { service, agent } = await onDuty();
    expect(service.asked).toEqual(['connect ann blue', 'startDuty']);
    expect(agent.getSnapshot()).toMatchObject({ connection: 'connected', login: 'online', reason: null, reasonCode: null });
  });

  test('supports but some of the commands, and the others are said to be not supported', async () => {
    const { agent } = await onDuty();
    const unsupported = COMMANDS.filter((command) => agent.whyNot(command)?.code === 'NOT_SUPPORTED');
    expect(unsupported).toHaveLength(COMMANDS.length - 8);
    expect(agent.getSnapshot().allowed).toEqual(['initAgent', 'login', 'notReady', 'on', 'off']);
    await expect(agent.execute('makeCall', { otherDN: '1' })).rejects.toMatchObject({ code: 'NOT_SUPPORTED', command: 'makeCall' });
  });

  test.each([
    ['lunch', 'break', 'dining'],
    ['course', 'break', 'training'],
    ['quiet', 'dnd', 'dnd'],
  ] as const)('has its reason %s shown as %s, %s', async (why, login, reason) => {
    const { service, agent } = await onDuty();
    await agent.execute('notReady', { why });
    expect(service.asked.at(-1)).toBe(`goOffDuty ${why}`);
    expect(agent.getSnapshot()).toMatchObject({ login, reason, reasonCode: null });
  });

  test('is not asked for reasons of another vendor', async () => {
    const { service, agent } = await onDuty();
    await expect(agent.execute('notReady', { reasonCode: 12 })).rejects.toMatchObject({
      code: 'INVALID_PARAMETER',
      message: expect.stringContaining('why must be one of lunch, course, quiet'),
    });
    expect(service.asked).toHaveLength(2);
  });

  test('is believed, whatever it says', async () => {
    const { service, agent } = await onDuty();
    service.tell({ kind: 'offered', call: 'c1', from: '4930123456' });
    expect(agent.getSnapshot()).toMatchObject({ work: 'ringing', call: { callID: 'c1' } });
    expect(agent.can('holdCall')).toBe(false);
    await agent.execute('answer');
    expect(agent.getSnapshot().work).toBe('talking');
    await agent.execute('holdCall');
    expect(agent.getSnapshot()).toMatchObject({ work: 'holding', onHold: 'customer' });
    service.tell({ kind: 'unparked', call: 'c1' });
    service.tell({ kind: 'finished', call: 'c1' });
    expect(agent.getSnapshot().work).toBe('acw');
    service.tell({ kind: 'offDuty', why: 'lunch' });
    expect(agent.getSnapshot()).toMatchObject({ work: 'idle', login: 'break', reason: 'dining' });
  });

  test('has its refusals brought to whoever asked', async () => {
    const { service, agent } = await onDuty();
    service.refuses = 'goOffDuty lunch';
    await expect(agent.execute('notReady', { why: 'lunch' })).rejects.toMatchObject({ code: 'REJECTED', vendorCode: 'no-way' });
    expect(agent.getSnapshot().login).toBe('online');
  });
});
