import { describe, expect, test } from '@jest/globals';
import { betweenPlaces, circleIn, graphOf } from '../support/import-graph.js';

describe('imports, when the code runs,', () => {
  const files = graphOf('machines', 'src', 'adapters');

  test('go in no circle between files', () => {
    expect(circleIn(files)).toBeNull();
  });

  test('go in no circle between machines, the folders of src, and the adapters', () => {
    expect(circleIn(betweenPlaces(files))).toBeNull();
  });

  test('are all of them found: a circle would be seen', () => {
    expect([...(files.get('src/agent/agent.ts') ?? [])]).toEqual(expect.arrayContaining(['machines/index.ts']));
    const withOneMore = new Map(files).set('machines/index.ts', new Set(['src/agent/agent.ts']));
    expect(circleIn(withOneMore)).toEqual(expect.arrayContaining(['machines/index.ts', 'src/agent/agent.ts']));
    expect(circleIn(betweenPlaces(withOneMore))).toEqual(expect.arrayContaining(['machines']));
  });
});
