import { expect, test } from '@jest/globals';
import { createSobotAgent, type SobotAgent } from '../../adapters/sobot/index.js';
import { checkAgent } from '../../adapters/testing/index.js';
import { ChartCoverage } from '../../adapters/testing/coverage/chart-coverage.js';
import { activeStates, reachableStates } from '../../adapters/testing/coverage/chart-states.js';
import { BREAKS, COMMANDS, WORK_STATUSES } from '../../machines/index.js';
import { benchAt } from '../support/bench/index.js';

test('the states that count are read off the chart: every status of the contract is among them', () => {
  const leaves = reachableStates();
  expect(new Set(leaves).size).toBe(leaves.length);
  for (const status of ['uninitialized', 'initializing', 'connected', 'interrupted', 'displaced', 'failed']) {
    expect(leaves.some((leaf) => leaf.startsWith('connection.') && leaf.split('.').includes(status))).toBe(true);
  }
  for (const status of ['offline', 'loggingIn', 'online', 'dnd', 'locked', 'loggingOut']) {
    expect(leaves.some((leaf) => leaf.startsWith('login.') && leaf.split('.').includes(status))).toBe(true);
  }
  for (const name of BREAKS) expect(leaves).toContain(`login.settled.loggedIn.break.${name}`);
  for (const status of WORK_STATUSES)
    expect(leaves.some((leaf) => leaf.startsWith('work.') && leaf.split('.').includes(status))).toBe(true);
  expect(leaves).toEqual(expect.arrayContaining(['microphone.muted', 'microphone.unmuted']));
  // The three parallel parts of a consult: what is being done to it, who is held, how far the third party is.
  const parts = leaves.flatMap((leaf) => /\.consulting\.(\w+)\.\w+$/.exec(leaf)?.[1] ?? []);
  expect([...new Set(parts)].sort()).toEqual(['doing', 'held', 'third']);
  expect(leaves).not.toContain('work.regained');
  expect(leaves.filter((leaf) => leaf.startsWith('network.'))).toHaveLength(6);
  const lanes = ['login', 'reset', 'makeCall', 'call', 'cancelConsult', 'hangup', 'microphone', 'query'];
  expect(leaves.filter((leaf) => /^pending\./.test(leaf)).sort()).toEqual(lanes.map((lane) => `pending.${lane}`).sort());
});

test('a pair is exercised when the command, or the event, has met the state', () => {
  const { agent } = benchAt('talking') as { readonly agent: SobotAgent };
  expect(activeStates(agent)).toEqual(
    expect.arrayContaining([
      'connection.connected',
      'login.settled.loggedIn.online',
      'work.live.established.talking.heard',
      'microphone.unmuted',
    ]),
  );
  // One of each region: no lane is taken.
  expect(activeStates(agent)).toHaveLength(7);
  const coverage = new ChartCoverage();
  expect(coverage.report()).toBeNull();
  coverage.beforeCommand(agent, 'answer');
  coverage.beforeCommand(agent, 'answer');
  void agent.holdCall();
  expect(activeStates(agent)).toContain('pending.call');
  coverage.beforeCommand(agent, 'answer');
  coverage.beforeEvent(agent, 'EventRinging');
  const { commands, events } = coverage.report()!;
  expect(commands.exercised).toBe(8);
  expect(commands.reachable).toBe(reachableStates().length * COMMANDS.length);
  expect(commands.missing).toContain('work.live.established.talking.heard × holdCall');
  expect(commands.missing).not.toContain('work.live.established.talking.heard × answer');
  expect(events.exercised).toBe(8);
  expect(events.missing).not.toContain('microphone.unmuted × EventRinging');
});

test('a report tells what was exercised out of all that there is, and what is missing', async () => {
  const report = await checkAgent((sdk, { clock, storage }) => createSobotAgent(sdk, { clock, storage }), {
    runs: 10,
    seed: 1,
    races: false,
  });
  const { commands, events } = report.coverage!;
  expect(commands.exercised).toBeGreaterThan(100);
  expect(commands.exercised + commands.missing.length).toBe(commands.reachable);
  expect(String(report)).toContain(
    `exercised: ${commands.exercised} of ${commands.reachable} pairs of state and command, ${events.exercised} of ${events.reachable}`,
  );
}, 60_000);
