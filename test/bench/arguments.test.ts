import { describe, expect, test } from '@jest/globals';
import { UsageError, wishOf } from '../../bench/frame/arguments.js';

describe('the bench is asked', () => {
  test('for everything, without arguments', () => {
    expect(wishOf([])).toMatchObject({ mode: 'measure', commit: null, isWritten: false });
  });

  test('to write it down', () => {
    expect(wishOf(['--write'])).toMatchObject({ mode: 'measure', isWritten: true });
  });

  test('for a quick check', () => {
    const { mode, ms } = wishOf(['--check']);
    expect(mode).toBe('check');
    expect(ms).toBeLessThan(wishOf([]).ms);
  });

  test.each([['--against', 'eef3aad'], ['--against=eef3aad']])('to measure against a commit: %s %s', (...args) => {
    expect(wishOf(args.filter((one) => typeof one === 'string'))).toMatchObject({ mode: 'against', commit: 'eef3aad' });
  });

  test('for more or less effort', () => {
    expect(wishOf(['--rounds', '9', '--ms', '50'])).toMatchObject({ rounds: 9, ms: 50 });
  });
});

describe('the bench says what is wrong with', () => {
  test.each([
    { args: ['--against'], problem: /--against/ },
    { args: ['--against', ''], problem: /--against needs a commit/ },
    { args: ['--against', '  '], problem: /--against needs a commit/ },
    { args: ['--against', '--check'], problem: /--against/ },
    { args: ['--against=--upload-pack=x'], problem: /--against needs a commit/ },
    { args: ['--fast'], problem: /--fast/ },
    { args: ['--check=yes'], problem: /--check/ },
    { args: ['eef3aad'], problem: /eef3aad/ },
    { args: ['--rounds', '0'], problem: /--rounds needs a whole number from 1, not 0/ },
    { args: ['--rounds', 'many'], problem: /--rounds needs .* not many/ },
    { args: ['--ms', '1.5'], problem: /--ms needs .* not 1.5/ },
    { args: ['--check', '--write'], problem: /exclude each other/ },
    { args: ['--check', '--against', 'eef3aad'], problem: /exclude each other/ },
  ])('$args', ({ args, problem }) => {
    expect(() => wishOf(args)).toThrow(UsageError);
    expect(() => wishOf(args)).toThrow(problem);
    expect(() => wishOf(args)).toThrow(/npm run bench -- --against <commit>/);
  });
});
