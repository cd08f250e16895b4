import { describe, expect, test } from '@jest/globals';
import type { AgentContext, AgentSnapshot } from '../../machines/index.js';
import { Confidential, revealed } from '../../machines/index.js';
import { Memory } from '../../src/agent/memory.js';
import { benchAt, PageStorage, type PlaceName } from '../support/bench/index.js';
import { callLeg, consultLeg } from '../support/machine-context.js';

const KEY = 'switchhook:agent';

function memoryOf(stored?: unknown, isOpen = false) {
  const storage = new PageStorage();
  if (stored !== undefined) storage.setItem(KEY, typeof stored === 'string' ? stored : JSON.stringify(stored));
  const problems: string[] = [];
  const memory = new Memory(storage, isOpen, (problem) => problems.push(problem));
  return { storage, problems, memory, text: () => storage.getItem(KEY), record: () => JSON.parse(storage.getItem(KEY) ?? 'null') as unknown };
}

const ids = { callID: 'call-1', partyID: 'party-1', callType: 'Inbound', establishedAt: 2 };
const call = { callID: 'call-1', work: 'holding', phase: null, muted: true, stamp: 7, leg: ids, consult: null };
const stored = { version: 1, call, acw: { since: 1, deadline: null } };

function snapshotIn(place: PlaceName, context: Partial<AgentContext> = {}): AgentSnapshot {
  const snapshot = benchAt(place).agent.actor.getSnapshot();
  return { ...snapshot, context: { ...snapshot.context, ...context } };
}
const noTime = () => null;

describe('what is recalled', () => {
  test('is the call, the after-call work and the time of the newest fact', () => {
    const recollection = memoryOf(stored).memory.recall();
    expect(recollection).toMatchObject({ stamp: 7, remembered: { call: { callID: 'call-1', work: 'holding', muted: true, leg: ids, consult: null }, acw: { since: 1, deadline: null } } });
    expect(Object.isFrozen(recollection?.remembered.acw)).toBe(true);
  });

  test('is nothing, where nothing is stored', () => {
    const { memory, problems } = memoryOf();
    expect(memory.recall()).toBeNull();
    expect(problems).toEqual([]);
  });

  test('is after-call work without a call', () => {
    expect(memoryOf({ ...stored, call: null }).memory.recall()).toEqual({ stamp: null, remembered: { call: null, acw: { since: 1, deadline: null } } });
    expect(memoryOf({ ...stored, acw: null }).memory.recall()?.remembered.acw).toBeNull();
  });

  test('is the consult as well', () => {
    const recollection = memoryOf({ ...stored, call: { ...call, work: 'consulting', phase: 'dialing', consult: { ...ids, establishedAt: null } } }).memory.recall();
    expect(recollection?.remembered.call).toMatchObject({ phase: 'dialing', consult: { ...ids, establishedAt: null } });
  });

  test('has attributes only where they are open', () => {
    const withAttributes = { ...stored, call: { ...call, leg: { ...ids, attributes: { otherDN: '139' } } } };
    const detailsOf = (isOpen: boolean) => revealed(memoryOf(withAttributes, isOpen).memory.recall()!.remembered.call!.leg.details);
    expect(detailsOf(false)).toEqual({});
    expect(detailsOf(true)).toEqual({ otherDN: '139' });
    expect(memoryOf(stored, true).memory.recall()!.remembered.call!.leg.details.isOpen).toBe(false);
    expect(memoryOf(withAttributes, true).memory.recall()!.remembered.call!.leg.details.isOpen).toBe(true);
  });

  test.each([
    { ...stored, version: 2 }, { ...stored, acw: 7 }, { ...stored, call: { ...call, work: 'sleeping' } }, { ...stored, call: { ...call, phase: 'x' } },
    { ...stored, call: { ...call, muted: 'no' } }, { ...stored, call: { ...call, stamp: 'x' } }, { ...stored, call: { ...call, leg: {} } },
    { ...stored, call: { ...call, leg: { ...ids, establishedAt: 'x' } } }, { ...stored, call: { ...call, leg: { ...ids, attributes: 7 } } },
    { ...stored, call: { ...call, consult: {} } }, { ...stored, acw: { since: 'x', deadline: null } }, { ...stored, acw: { since: 1 } }, 7, null,
  ])('is nothing, and that is said, where it is of another version or damaged: %#', (damaged) => {
    const { memory, problems } = memoryOf(damaged);
    expect(memory.recall()).toBeNull();
    expect(problems).toEqual(['what was stored is of another version or damaged, and is not used']);
  });

  test('is nothing, and that is said, where it cannot be read', () => {
    const { memory, problems } = memoryOf('{');
    expect(memory.recall()).toBeNull();
    expect(problems).toEqual(['what was stored cannot be read, and is not used']);
  });
});

describe('what is kept', () => {
  test('is which call it is and how far, by ids and times', () => {
    const { memory, record } = memoryOf();
    memory.keep(snapshotIn('consulting, not connected'), (callID) => (callID === 'call-1' ? 9 : null));
    expect(record()).toEqual({
      version: 1,
      call: {
        callID: 'call-1', work: 'consulting', phase: 'dialing', muted: false, stamp: 9,
        leg: { callID: 'call-1', partyID: 'party-1', callType: 'Inbound', establishedAt: expect.any(Number) },
        consult: { callID: 'call-1', partyID: 'party-2', callType: 'Consult', establishedAt: null },
      },
      acw: null,
    });
  });

  test('is the call without a consult', () => {
    const { memory, record } = memoryOf();
    memory.keep(snapshotIn('talking'), noTime);
    expect(record()).toMatchObject({ call: { work: 'talking', phase: null, stamp: null, consult: null } });
  });

  test('has attributes where they are open', () => {
    const { memory, record } = memoryOf();
    memory.keep(snapshotIn('talking', { call: { ...callLeg, details: new Confidential({ otherDN: '139' }, true) } }), noTime);
    expect(record()).toMatchObject({ call: { leg: { attributes: { otherDN: '139' } } } });
  });

  test('is after-call work', () => {
    const { memory, record } = memoryOf();
    memory.keep(snapshotIn('acw'), noTime);
    expect(record()).toMatchObject({ call: null, acw: { deadline: null } });
  });

  test('is not a call that the server has not named', () => {
    const { memory, text } = memoryOf();
    memory.keep(snapshotIn('calling'), noTime);
    expect(text()).toBeNull();
  });

  test('is nothing, when all is over', () => {
    const { memory, text } = memoryOf();
    memory.keep(snapshotIn('talking'), noTime);
    memory.keep(snapshotIn('idle'), noTime);
    expect(text()).toBeNull();
  });

  test('is what was recalled, as long as it was not used', () => {
    const { memory, text } = memoryOf(stored);
    const { remembered } = memory.recall()!;
    memory.keep(snapshotIn('idle', { remembered }), noTime);
    expect(text()).not.toBeNull();
    memory.keep(snapshotIn('idle'), noTime);
    expect(text()).toBeNull();
  });

  test('is a call or after-call work that comes before what was recalled is used', () => {
    const { memory, record } = memoryOf(stored);
    const { remembered } = memory.recall()!;
    memory.keep(snapshotIn('acw', { remembered }), noTime);
    expect(record()).toMatchObject({ call: null });
    memory.keep(snapshotIn('talking', { remembered, call: { ...callLeg, callID: 'call-3' }, consult: consultLeg }), noTime);
    expect(record()).toMatchObject({ call: { callID: 'call-3' } });
  });

  test('is written when it has changed, and only then', () => {
    const { memory, storage } = memoryOf();
    let writes = 0;
    storage.setItem = () => (writes += 1);
    storage.removeItem = () => (writes += 1);
    memory.keep(snapshotIn('idle'), noTime);
    expect(writes).toBe(0);
    const snapshot = snapshotIn('talking');
    memory.keep(snapshot, noTime);
    memory.keep(snapshot, noTime);
    expect(writes).toBe(1);
    memory.keep(snapshotIn('idle'), noTime);
    memory.keep(snapshotIn('idle'), noTime);
    expect(writes).toBe(2);
  });

  test('is lost where the storage fails, which is said', () => {
    const { memory, storage, problems } = memoryOf();
    storage.setItem = () => {
      throw new Error('full');
    };
    memory.keep(snapshotIn('talking'), noTime);
    expect(problems).toEqual(['the state cannot be stored, so it will not survive a reload of the page']);
  });
});
