import type { Invariant } from './invariant.js';

export const refusedIsNotSent: Invariant = {
  name: 'a command not in allowed never reaches the SDK',
  meaning: 'The server gets a command that makes no sense in this state, and what it does then nobody knows.',
  source: 'contract §2: a command that is refused never reaches the SDK',
  ofCommand: ({ command, before, reached }) =>
    before === null || before.allowed.includes(command) || reached === 0 ? null : `${command} was not allowed, and has reached the SDK`,
  ofEnding: ({ command, before }, { by }) =>
    before === null || before.allowed.includes(command) || by === 'reject' || by === 'error' || by === 'throw'
      ? null
      : `${command} was not allowed, and has succeeded`,
};

export const invalidIsNotSent: Invariant = {
  name: 'a command with invalid parameters never reaches the SDK',
  meaning: 'The server gets a call without a number, and its refusal comes late or never.',
  source: 'contract §4: parameters are checked before anything is sent',
  ofCommand: ({ command, before, isInvalid, reached }) =>
    before === null || !isInvalid || reached === 0 ? null : `${command} was given invalid parameters, and has reached the SDK`,
  ofEnding: ({ command, before, isInvalid }, { by, code }) => {
    if (before === null || !isInvalid || !before.allowed.includes(command)) return null;
    if (by === 'resolve' || by === 'success') return `${command} was given invalid parameters, and has succeeded`;
    return by !== 'reject' || code === 'INVALID_PARAMETER'
      ? null
      : `${command} was given invalid parameters, and was refused with ${String(code)}`;
  },
};
