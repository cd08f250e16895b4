import { describe, expect, test } from '@jest/globals';
import { Confidential, NOTHING, revealed } from '../../machines/index.js';
import { Memory, type Kept, type KeptCall, type Owner } from '../../src/agent/memory.js';
import { PageStorage } from '../support/bench/page-storage.js';

const KEY = 'switchhook:agent';
const NOW = 1_700_000_000_000;
const DAY = 86_400_000;

const owner: Owner = { companyId: 'company-1', agent: '1005', agentType: '0' };
const ids = { callID: 'call-1', partyID: 'party-1', callType: 'Inbound', establishedAt: NOW - 60_000 };
const consultIds = { callID: 'call-1', partyID: 'party-2', callType: 'Consult', establishedAt: null };

const storedCall = {
  callID: 'call-1',
  work: 'holding',
  phase: null,
  muted: true,
  onHold: 'customer',
  stamp: 7,
  isFromRegain: false,
  leg: ids,
  consult: null,
};
const storedAcw = { since: NOW - 10_000, deadline: NOW + 20_000, length: 30_000 };
const stored = { version: 2, owner, storedAt: NOW - 5_000, call: storedCall, acw: null };

const call: KeptCall = {
  callID: 'call-1',
  work: 'holding',
  phase: null,
  muted: true,
  onHold: 'customer',
  stamp: 7,
  isFromRegain: false,
  leg: { ...ids, details: NOTHING },
  consult: null,
};
const NOTHING_KEPT: Kept = { call: null, acw: null };

function memoryOf(text?: unknown, isOpen = false) {
  const storage = new PageStorage();
  if (text !== undefined) storage.setItem(KEY, typeof text === 'string' ? text : JSON.stringify(text));
  const writes: (string | null)[] = [];
  const problems: string[] = [];
  const watched = {
    getItem: (key: string) => storage.getItem(key),
    setItem: (key: string, value: string) => {
      writes.push(value);
      storage.setItem(key, value);
    },
    removeItem: (key: string) => {
      writes.push(null);
      storage.removeItem(key);
    },
  };
  const memory = new Memory(watched, isOpen, (problem) => problems.push(problem));
  return { storage, writes, problems, memory, record: () => JSON.parse(storage.getItem(KEY) ?? 'null') as unknown };
}

/** A memory of which the agent is known, and nothing was kept. */
function memoryOfOwner(isOpen = false) {
  const one = memoryOf(undefined, isOpen);
  one.memory.recall(owner, NOW);
  return one;
}

describe('what is recalled', () => {
  test('is the call of a record that does not say how it was learnt', () => {
    const { isFromRegain, ...older } = storedCall;
    const { memory, problems } = memoryOf({ ...stored, call: older });
    expect(memory.recall(owner, NOW)).toEqual({ call: { ...call, isFromRegain }, acw: null });
    expect(problems).toEqual([]);
  });

  test('is the call, with the time of the newest fact about it', () => {
    const { memory, problems, writes } = memoryOf(stored);
    expect(memory.recall(owner, NOW)).toEqual({ call, acw: null });
    expect([problems, writes]).toEqual([[], []]);
  });

  test('is for the agent who is to be signed in, once', () => {
    const { memory } = memoryOf(stored);
    expect(memory.recallFor({ ...owner }, NOW)).toEqual({ call, acw: null });
    expect(memory.recallFor({ ...owner }, NOW)).toBeUndefined();
  });

  test.each<readonly [string, object]>([
    ['another company', { companyId: 'company-2' }],
    ['another agent', { agent: '1006' }],
    ['another type', { agentType: '1' }],
  ])('is nothing for %s, and stays for its owner until that one has signed in', (_, more) => {
    const { memory, record } = memoryOf(stored);
    expect(memory.recallFor({ ...owner, ...more }, NOW)).toBeNull();
    memory.keep(NOTHING_KEPT, NOW);
    memory.keep({ call, acw: null }, NOW);
    expect(record()).toEqual(stored);
    memory.settle('confirmed');
    expect(record()).toBeNull();
    memory.keep({ call, acw: null }, NOW);
    expect(record()).toMatchObject({ owner: { ...owner, ...more } });
  });

  test('is there still, for its owner, where another was refused', () => {
    const { memory, record } = memoryOf(stored);
    expect(memory.recallFor({ ...owner, agent: 'nobody' }, NOW)).toBeNull();
    memory.settle('rejected');
    memory.keep({ call, acw: null }, NOW);
    expect(record()).toEqual(stored);
    expect(memory.recallFor(owner, NOW)).toEqual({ call, acw: null });
  });

  test('is in the place of what was stored, where initAgent was not answered: the regain may still come', () => {
    const { memory, record } = memoryOf(stored);
    memory.recallFor({ ...owner, agent: '1006' }, NOW);
    memory.settle('timedOut');
    memory.keep(NOTHING_KEPT, NOW);
    expect(record()).toEqual(stored);
    memory.keep({ call, acw: null }, NOW);
    expect(record()).toMatchObject({ owner: { agent: '1006' } });
  });

  test('is kept on by its owner, where another was refused at the same page', () => {
    const { memory, record } = memoryOf(stored);
    memory.recallFor(owner, NOW);
    memory.settle('confirmed');
    memory.recallFor({ ...owner, agent: 'nobody' }, NOW);
    memory.settle('rejected');
    memory.keep(NOTHING_KEPT, NOW);
    expect(record()).toBeNull();
    memory.keep({ call, acw: null }, NOW + 1);
    expect(record()).toMatchObject({ owner, storedAt: NOW + 1 });
  });

  test('is, for an agent of type 1, what was stored of that type', () => {
    const { memory } = memoryOf({ ...stored, owner: { ...owner, agentType: '1' } });
    expect(memory.recallFor({ ...owner, agentType: '1' }, NOW)).toEqual({ call, acw: null });
  });

  test('is nothing, where nothing is stored', () => {
    const { memory, problems, writes } = memoryOf();
    expect(memory.recall(owner, NOW)).toBeNull();
    expect([problems, writes]).toEqual([[], []]);
  });

  test('is after-call work without a call', () => {
    const recollection = memoryOf({ ...stored, call: null, acw: storedAcw }).memory.recall(owner, NOW);
    expect(recollection).toEqual({ call: null, acw: storedAcw });
    expect(Object.isFrozen(recollection?.acw)).toBe(true);
  });

  test.each(['dialing', 'talking', 'unknown'])('is a consult as well: %s', (phase) => {
    const consulting = { ...storedCall, work: 'consulting', phase, onHold: 'thirdParty', consult: consultIds };
    expect(memoryOf({ ...stored, call: consulting }).memory.recall(owner, NOW)?.call).toEqual({
      ...call,
      work: 'consulting',
      phase,
      onHold: 'thirdParty',
      consult: { ...consultIds, details: NOTHING },
    });
  });

  test('has attributes only where they are open', () => {
    const withAttributes = { ...stored, call: { ...storedCall, leg: { ...ids, attributes: { otherDN: '139' } } } };
    const detailsIn = (text: unknown, isOpen: boolean) => memoryOf(text, isOpen).memory.recall(owner, NOW)!.call!.leg.details;
    expect(revealed(detailsIn(withAttributes, false))).toEqual({});
    expect(revealed(detailsIn(withAttributes, true))).toEqual({ otherDN: '139' });
    expect(detailsIn(stored, true).isOpen).toBe(false);
    expect(detailsIn(withAttributes, true).isOpen).toBe(true);
  });
});

describe('what was kept of somebody else', () => {
  test.each([
    ['another agent', { ...owner, agent: '1006' }],
    ['an agent of another company', { ...owner, companyId: 'company-2' }],
    ['an agent whose id is that work number', { ...owner, agentType: '1' }],
  ])('is dropped when %s signs in, without a complaint (case 25)', (_, other) => {
    const { memory, record, problems } = memoryOf({ ...stored, acw: storedAcw });
    expect(memory.recallFor(other, NOW)).toBeNull();
    memory.settle('confirmed');
    expect([record(), problems]).toEqual([null, []]);
    expect(memory.recall(owner, NOW)).toBeNull();
  });

  test('is dropped also where it was kept by this page', () => {
    const { memory, record } = memoryOfOwner();
    memory.keep({ call, acw: null }, NOW);
    expect(memory.recallFor({ ...owner, agent: '1006' }, NOW)).toBeNull();
    memory.settle('confirmed');
    expect(record()).toBeNull();
    memory.keep({ call, acw: null }, NOW);
    expect(record()).toMatchObject({ owner: { agent: '1006' } });
  });
});

describe('what was kept long ago', () => {
  test('is dropped after a day, without a complaint', () => {
    const recalled = (age: number) => {
      const { memory, record, problems } = memoryOf({ ...stored, storedAt: NOW - age });
      return [memory.recall(owner, NOW) !== null, record() !== null, problems];
    };
    expect(recalled(DAY)).toEqual([true, true, []]);
    expect(recalled(DAY + 1)).toEqual([false, false, []]);
  });

  test('of the future counts as kept now, and the day begins now', () => {
    const { memory, record } = memoryOf({ ...stored, storedAt: NOW + 100 * DAY });
    expect(memory.recall(owner, NOW)).toEqual({ call, acw: null });
    expect(record()).toEqual({ ...stored, storedAt: NOW });
    expect(memory.recall(owner, NOW + DAY + 1)).toBeNull();
  });
});

describe('a call across a reload', () => {
  test('has not been established in the future, where the clock was set back', () => {
    const leg = { ...call.leg, establishedAt: NOW - 10_000 };
    const recalledAt = (now: number) =>
      memoryOf({ ...stored, call: { ...stored.call, leg, consult: leg } }).memory.recall(owner, now)?.call;
    const now = NOW - 10_800_000;
    expect([recalledAt(now)?.leg.establishedAt, recalledAt(now)?.consult?.establishedAt]).toEqual([now, now]);
    expect([recalledAt(NOW)?.leg.establishedAt, recalledAt(NOW)?.consult?.establishedAt]).toEqual([NOW - 10_000, NOW - 10_000]);
  });

  test('is not established by that', () => {
    const leg = { ...call.leg, establishedAt: null };
    const { memory } = memoryOf({ ...stored, call: { ...stored.call, leg, consult: null } });
    expect(memory.recall(owner, NOW)?.call?.leg.establishedAt).toBeNull();
  });
});

describe('after-call work across a reload', () => {
  const recalled = (acw: unknown, now = NOW) => memoryOf({ ...stored, call: null, acw }).memory.recall(owner, now)?.acw;

  test('goes on by the wall clock', () => {
    expect(recalled(storedAcw, NOW + 15_000)).toEqual(storedAcw);
    expect(recalled(storedAcw, NOW + 3_600_000)).toEqual(storedAcw);
  });

  test('of which more is left than the whole, because the clock was set back, has the whole left', () => {
    const now = NOW - 10_800_000;
    expect(recalled(storedAcw, now)).toEqual({ since: now, deadline: now + 30_000, length: 30_000 });
  });

  test('has no deadline where no length is known', () => {
    const open = { since: NOW - 10_000, deadline: null, length: null };
    expect(recalled(open)).toEqual(open);
    expect(recalled({ ...open, length: 30_000 })).toEqual({ ...open, length: 30_000 });
  });

  test('of a deadline without a length is as long as from its beginning', () => {
    const acw = { since: NOW - 10_000, deadline: NOW + 20_000, length: null };
    expect(recalled(acw)).toEqual(acw);
    const now = NOW - 60_000;
    expect(recalled(acw, now)).toEqual({ since: now, deadline: now + 30_000, length: null });
    expect(recalled({ ...acw, deadline: NOW - 20_000 }, now)).toEqual({ since: now, deadline: now, length: null });
  });
});

describe('what is of another version or damaged', () => {
  const DAMAGED = 'what was stored is of another version or damaged, and is not used';

  test.each([
    { ...stored, version: 1 },
    { ...stored, version: 3 },
    { version: 1, call: null, acw: { since: 1, deadline: null } },
    { ...stored, owner: null },
    { ...stored, owner: { ...owner, agent: 1005 } },
    { ...stored, storedAt: null },
    { ...stored, storedAt: 'now' },
    { ...stored, acw: 7 },
    { ...stored, acw: { since: 'x', deadline: null, length: null } },
    { ...stored, acw: { since: 1, deadline: null } },
    { ...stored, acw: { ...storedAcw, length: -1 } },
    { ...stored, call: { ...storedCall, work: 'sleeping' } },
    { ...stored, call: { ...storedCall, phase: 'x' } },
    { ...stored, call: { ...storedCall, onHold: 'x' } },
    { ...stored, call: { ...storedCall, muted: 'no' } },
    { ...stored, call: { ...storedCall, stamp: 'x' } },
    { ...stored, call: { ...storedCall, leg: {} } },
    { ...stored, call: { ...storedCall, leg: { ...ids, establishedAt: 'x' } } },
    { ...stored, call: { ...storedCall, leg: { ...ids, attributes: 7 } } },
    { ...stored, call: { ...storedCall, consult: {} } },
    7,
    null,
    [],
    '"text"',
    '{"__proto__":{"polluted":1}}',
  ])('is not used and removed, and that is said once: %#', (damaged) => {
    const { memory, problems, storage } = memoryOf(damaged);
    expect(memory.recall(owner, NOW)).toBeNull();
    expect(memory.recall(owner, NOW)).toBeNull();
    expect(problems).toEqual([DAMAGED]);
    expect(storage.getItem(KEY)).toBeNull();
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
  });

  test.each(['', '{'])('cannot be read: is not used and removed, and that is said once: %j', (text) => {
    const { memory, problems, storage } = memoryOf(text);
    expect(memory.recall(owner, NOW)).toBeNull();
    expect(memory.recall(owner, NOW)).toBeNull();
    expect(problems).toEqual(['what was stored cannot be read, and is not used']);
    expect(storage.getItem(KEY)).toBeNull();
  });
});

describe('what is kept', () => {
  test('is nothing, until it is known whose it is', () => {
    const { memory, writes } = memoryOf();
    memory.keep({ call, acw: null }, NOW);
    expect(writes).toEqual([]);
    memory.recall(owner, NOW);
    memory.keep({ call, acw: null }, NOW);
    expect(writes).toHaveLength(1);
  });

  test('is which call it is and how far, by ids and times, and whose', () => {
    const { memory, record } = memoryOfOwner();
    const consult = { ...consultIds, details: NOTHING };
    memory.keep({ call: { ...call, work: 'consulting', phase: 'unknown', onHold: 'customer', consult }, acw: null }, NOW);
    expect(record()).toEqual({
      version: 2,
      owner,
      storedAt: NOW,
      call: { ...storedCall, work: 'consulting', phase: 'unknown', consult: consultIds },
      acw: null,
    });
  });

  test('is after-call work, with its whole length', () => {
    const { memory, record } = memoryOfOwner();
    memory.keep({ call: null, acw: storedAcw }, NOW);
    expect(record()).toEqual({ version: 2, owner, storedAt: NOW, call: null, acw: storedAcw });
  });

  test('has attributes where they are open, and there only', () => {
    const keptOf = (isOpen: boolean) => {
      const { memory, storage } = memoryOfOwner(true);
      memory.keep({ call: { ...call, leg: { ...call.leg, details: new Confidential({ otherDN: '139' }, isOpen) } }, acw: null }, NOW);
      return storage.getItem(KEY);
    };
    expect(keptOf(true)).toContain('"attributes":{"otherDN":"139"}');
    expect(keptOf(false)).not.toContain('139');
  });

  test('carries nothing that it is not asked to keep', () => {
    const { memory, storage } = memoryOfOwner();
    const secretive = { ...call, token: 'secret', leg: { ...call.leg, otherDN: 'secret' } };
    memory.recall({ ...owner, token: 'secret' } as Owner, NOW);
    memory.keep({ call: secretive, acw: { ...storedAcw, note: 'secret' } as Kept['acw'] }, NOW);
    expect(storage.getItem(KEY)).not.toContain('secret');
  });

  test('is what another page recalls', () => {
    const { memory, storage } = memoryOfOwner();
    const kept: Kept = { call: { ...call, consult: { ...consultIds, details: NOTHING } }, acw: storedAcw };
    memory.keep(kept, NOW);
    expect(new Memory(storage, false, () => undefined).recall(owner, NOW)).toEqual(kept);
  });

  test('is removed when all is over', () => {
    const { memory, record, writes } = memoryOfOwner();
    memory.keep({ call, acw: null }, NOW);
    memory.keep(NOTHING_KEPT, NOW);
    memory.keep(NOTHING_KEPT, NOW);
    expect(record()).toBeNull();
    expect(writes).toHaveLength(2);
  });

  test('is written when it has changed, and only then: a day counts from the last change', () => {
    const { memory, writes, record } = memoryOfOwner();
    memory.keep(NOTHING_KEPT, NOW);
    expect(writes).toEqual([]);
    memory.keep({ call, acw: null }, NOW);
    memory.keep({ call: { ...call, leg: { ...call.leg } }, acw: null }, NOW + 1_000);
    expect(writes).toHaveLength(1);
    memory.keep({ call: { ...call, stamp: 8 }, acw: null }, NOW + 2_000);
    expect(writes).toHaveLength(2);
    expect(record()).toMatchObject({ storedAt: NOW + 2_000, call: { stamp: 8 } });
  });

  test('is not written where it is what was recalled', () => {
    const { memory, writes } = memoryOf(stored);
    const recollection = memory.recall(owner, NOW)!;
    memory.keep(recollection, NOW);
    expect(writes).toEqual([]);
    memory.keep(NOTHING_KEPT, NOW);
    expect(writes).toEqual([null]);
  });
});

describe('a storage that fails', () => {
  const fail = () => {
    throw new Error('denied');
  };

  function memoryOn(methods: Partial<PageStorage>) {
    const problems: string[] = [];
    const storage = Object.assign(new PageStorage(), methods);
    return { problems, memory: new Memory(storage, false, (problem) => problems.push(problem)) };
  }

  test('of reading recalls nothing, which is said', () => {
    const { memory, problems } = memoryOn({ getItem: fail });
    expect(memory.recall(owner, NOW)).toBeNull();
    expect(problems).toEqual(['what was stored cannot be read, and is not used']);
  });

  test('of writing keeps nothing, which is said', () => {
    const { memory, problems } = memoryOn({ setItem: fail });
    memory.recall(owner, NOW);
    memory.keep({ call, acw: null }, NOW);
    memory.keep({ call, acw: null }, NOW);
    expect(problems).toEqual(['the state cannot be stored, so it will not survive a reload of the page']);
  });

  test('of writing at every change is told of once, and again when it has worked meanwhile', () => {
    let isFull = true;
    const { memory, problems } = memoryOn({
      setItem: () => {
        if (isFull) throw new Error('full');
      },
    });
    memory.recall(owner, NOW);
    const keep = (stamp: number) => {
      memory.keep({ call: { ...call, stamp }, acw: null }, NOW);
      return problems.length;
    };
    expect([keep(1), keep(2)]).toEqual([1, 1]);
    isFull = false;
    expect(keep(3)).toBe(1);
    isFull = true;
    expect([keep(4), keep(5)]).toEqual([2, 2]);
  });

  test('of removing does not bring back what was dropped, which is said', () => {
    const { memory, problems } = memoryOn({ getItem: () => JSON.stringify(stored), removeItem: fail });
    expect(memory.recallFor({ ...owner, agent: '1006' }, NOW)).toBeNull();
    memory.settle('confirmed');
    expect(problems).toEqual(['the state cannot be stored, so it will not survive a reload of the page']);
  });

  test('of attributes that cannot be written keeps nothing, which is said', () => {
    const { memory, problems } = memoryOn({});
    const cycle: Record<string, unknown> = {};
    cycle['self'] = cycle;
    memory.recall(owner, NOW);
    memory.keep({ call: { ...call, leg: { ...call.leg, details: new Confidential(cycle, true) } }, acw: null }, NOW);
    expect(problems).toEqual(['the state cannot be stored, so it will not survive a reload of the page']);
  });
});
