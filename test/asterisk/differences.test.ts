import { describe, expect, test } from '@jest/globals';
import { headingsWithoutReason, listedDifferences, listedRaces } from './differences/listed.js';
import * as themes from './scenarios/index.js';

const SCENARIOS = Object.values(themes).flat();

describe('the scenarios', () => {
  test('have names of their own, of which none is the beginning of another in a row', () => {
    const names = SCENARIOS.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    expect(names.filter((name) => name.includes('|'))).toEqual([]);
  });
});

describe('the list of differences between the simulated exchange and a real one', () => {
  test('is about scenarios that there are, and that are compared', () => {
    const compared = SCENARIOS.filter(({ race }) => race === undefined).map(({ name }) => name);
    const strangers = listedDifferences().filter((row) => !compared.some((name) => row.startsWith(`| ${name} |`)));
    expect(strangers).toEqual([]);
  });

  test('gives a reason for each', () => {
    expect(headingsWithoutReason()).toEqual([]);
  });

  test('names every scenario that is a race, and why', () => {
    const races = SCENARIOS.flatMap(({ name, race }) => (race === undefined ? [] : [`| ${name} | ${race} |`]));
    expect([...listedRaces()].sort()).toEqual(races.sort());
  });
});
