import type { AgentState } from '../../sobot/index.js';
import type { RaceEnd } from './race.js';

type Works = readonly AgentState['work'][];

/** The call work status must be one of these. */
export function work(...works: Works): RaceEnd {
  return { words: `work must be ${works.join(' or ')}`, isSo: (state) => works.includes(state.work) };
}

/** The login state must be one of these. */
export function login(...logins: readonly AgentState['login'][]): RaceEnd {
  return { words: `login must be ${logins.join(' or ')}`, isSo: (state) => logins.includes(state.login) };
}

/** Another end has the agent. */
export const displaced: RaceEnd = {
  words: 'the page must be displaced, offline and without a call',
  isSo: ({ connection, login: now, call }) => connection === 'displaced' && now === 'offline' && call === null,
};

/** This page has the agent, who is signed in. */
export const wonBack: RaceEnd = {
  words: 'the page must be connected, and the agent online',
  isSo: ({ connection, login: now }) => connection === 'connected' && now === 'online',
};

export const noCall: RaceEnd = { words: 'there must be no call', isSo: ({ call }) => call === null };

export const nothingPending: RaceEnd = { words: 'nothing must be pending', isSo: ({ pending }) => pending.length === 0 };

/** All of them. */
export function both(...ends: readonly RaceEnd[]): RaceEnd {
  return { words: ends.map(({ words }) => words).join(', and '), isSo: (state) => ends.every(({ isSo }) => isSo(state)) };
}

/** One of them. */
export function either(...ends: readonly RaceEnd[]): RaceEnd {
  return { words: ends.map(({ words }) => words).join(', or '), isSo: (state) => ends.some(({ isSo }) => isSo(state)) };
}
