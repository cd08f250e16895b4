/** @jest-environment jsdom */
import { expect, jest, test } from '@jest/globals';
import { readdirSync } from 'node:fs';
import { modules } from 'react-18';

// All that follows is loaded once these stand in for the React that the tests have otherwise.
for (const [name, exported] of Object.entries(modules)) jest.unstable_mockModule(name, () => ({ ...exported, default: exported }));

// Beside throwing it, this React prints what a component throws.
const printed = console.error;
console.error = (...words: unknown[]) => {
  if (!/^(Error: Uncaught|The above error)/.test(String(words[0]))) printed(...words);
};

const { version } = await import('react');

test('is the one with which the tests below run', () => {
  expect(version).toMatch(/^18\./);
});

const own = import.meta.url.split('/').at(-1);
for (const file of readdirSync(new URL('.', import.meta.url))) {
  if (file.endsWith('.test.ts') && file !== own) await import(`./${file.replace(/\.ts$/, '.js')}`);
}
