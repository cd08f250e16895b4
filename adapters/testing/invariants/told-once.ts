import type { AgentState } from '../../sobot/index.js';
import type { Invariant } from './invariant.js';

export const toldOnceInOrder: Invariant = {
  name: 'the subscriber sees every state once and in order',
  meaning: 'A page that renders what it is told shows an old state, or misses the one in which the phone rang.',
  source: 'contract §2, subscribe',
  ofChange: ({ state }, before) => (state === before ? 'the same state was told twice in a row' : null),
  ofLook: ({ state, told }) => (state === told ? null : 'getSnapshot returns a state that was not told, or not the last one told'),
  ofHistory: ({ first, notifications }, current) => {
    const position = new Map<AgentState, number>(first === null ? [] : [[first, -1]]);
    for (const [index, { state }] of notifications.entries()) {
      if (position.has(state)) return `a state was told again, ${String(index - (position.get(state) ?? 0))} later`;
      position.set(state, index);
    }
    for (const [index, { snapshot }] of notifications.entries()) {
      const told = position.get(snapshot);
      if (told === undefined) return 'getSnapshot returned a state within a subscriber that nobody was told';
      if (told < index) return 'getSnapshot returned an older state within a subscriber than the one being told';
    }
    const last = notifications.at(-1)?.state ?? first;
    return current === last ? null : 'the last state that was told is not the one that is there';
  },
};

export const toldOnlyChanges: Invariant = {
  name: 'getSnapshot returns the same reference until something changes',
  meaning: 'A page built on useSyncExternalStore renders for ever.',
  source: 'contract §2, getSnapshot',
  ofChange: ({ state }, before) => {
    const fields = Object.keys(state) as (keyof AgentState)[];
    return fields.some((field) => !Object.is(state[field], before[field])) ? null : 'a new state was told in which nothing is new';
  },
};
