import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { COMMANDS } from '../../machines/index.js';
import { describeChart, withAll } from '../../src/chart-map/describe.js';
import { columnsOf } from './chart/commands.js';
import { chartFiles } from './chart/files.js';

const DOCS = new URL('../../docs/', import.meta.url);
const files = chartFiles();

// `npm run docs:chart` writes all of it anew.
if (process.env['UPDATE_DOCS'] === '1') {
  rmSync(new URL('chart/', DOCS), { recursive: true, force: true });
  mkdirSync(new URL('chart/', DOCS));
  for (const [file, text] of files) writeFileSync(new URL(file, DOCS), text);
}

describe('what docs/ says of the chart', () => {
  test.each([...files.keys()])('%s is as the machine has it', (file) => {
    expect(readFileSync(new URL(file, DOCS), 'utf8')).toBe(files.get(file));
  });

  test('is nothing else', () => {
    const pictures = readdirSync(new URL('chart/', DOCS)).map((name) => `chart/${name}`);
    expect(pictures.sort()).toEqual([...files.keys()].filter((file) => file.startsWith('chart/')).sort());
  });

  test('comes out the same each time', () => {
    expect(chartFiles()).toEqual(files);
  });

  test('the map fits a page of 1280 by 790', () => {
    const [, width, height] = /width="(\d+)" height="(\d+)"/.exec(files.get('chart/map.svg') ?? '') ?? [];
    expect(Number(width)).toBeLessThanOrEqual(1280);
    expect(Number(height)).toBeLessThanOrEqual(790);
  });

  test('the reference page has every state, transition and command', () => {
    const page = files.get('chart.md') ?? '';
    for (const { path } of withAll(describeChart()).slice(1)) expect(page).toContain(`# ${path}\n`);
    const transitions = withAll(describeChart())
      .slice(1)
      .flatMap(({ edges }) => edges);
    expect(page.match(/^\| `/gm)).toHaveLength(transitions.length);
    for (const command of COMMANDS) expect(page).toContain(`- \`${command}\``);
  });

  test('every link of the reference page leads to a heading of it', () => {
    const page = files.get('chart.md') ?? '';
    const anchors = new Set(
      [...page.matchAll(/^#+ (.+)$/gm)].map(([, heading]) => heading?.toLowerCase().replace(/[. ]/g, (one) => (one === ' ' ? '-' : ''))),
    );
    const links = [...page.matchAll(/\]\(#([^)]*)\)/g)].map(([, target]) => target);
    expect(links.length).toBeGreaterThan(100);
    expect(links.filter((target) => !anchors.has(target))).toEqual([]);
  });
});

describe('the table of states and commands', () => {
  const says = (path: string) => columnsOf(describeChart()).find(({ state }) => state.path === path)?.says;

  test('knows what a state takes and stands against', () => {
    expect(says('work.idle')).toMatchObject({ makeCall: 'takes', login: 'nothing', hangup: 'nothing', holdCall: 'nothing' });
    expect(says('work.live.ringing')).toMatchObject({ answer: 'takes', hangup: 'takes', logout: 'against', muteCall: 'against' });
    expect(says('connection.interrupted')).toMatchObject({ initAgent: 'takes', holdCall: 'against' });
    expect(says('login.settled.loggedIn.locked')).toMatchObject({ ready: 'takes', makeCall: 'against' });
  });
});
