import { describe, expect, test } from '@jest/globals';
import { executeOn, onReportOf, type AnyAgent } from '../../src/any-agent/any-agent.js';
import { sameStanding, standingOf } from '../../src/any-agent/command-standing.js';
import { INITIAL_STATE } from '../../src/any-agent/initial-state.js';
import type { AgentReport } from '../../src/agent/report.js';
import { plainAgentInCall } from '../support/adapters/plain-agent.js';
import { benchAt, type Bench } from '../support/bench/index.js';

describe('an agent of either kind', () => {
  const kinds = () => [benchAt('talking'), plainAgentInCall()] as const;

  test('is sent a command by its name, with its parameters', () => {
    for (const { agent, sdk } of kinds()) {
      void executeOn(agent, 'sendDtmf', { dtmfDigits: '7' });
      expect(sdk.lastCall('sendDtmf').parameters).toMatchObject({ dtmfDigits: '7' });
      agent.dispose();
    }
  });

  test('tells its reports until nobody listens', () => {
    for (const { agent, sdk } of kinds()) {
      const heard: AgentReport['type'][] = [];
      const listen = ({ type }: AgentReport) => heard.push(type);
      const [leave, leaveToo] = [onReportOf(agent, listen), onReportOf(agent, listen)];
      sdk.emitRaw(7);
      leave();
      sdk.emitRaw(7);
      leaveToo();
      sdk.emitRaw(7);
      expect(heard).toEqual(['malformed', 'malformed', 'malformed']);
      agent.dispose();
    }
  });

  test('is a drop-in whatever else its SDK object has', () => {
    const { agent, sdk } = benchAt('talking');
    const withMore = { ...agent, execute: () => Promise.reject(new Error('of the SDK')), onReport: () => () => undefined } as AnyAgent;
    void executeOn(withMore, 'holdCall', undefined);
    expect(sdk.sent.at(-1)).toBe('holdCall');
    const heard: unknown[] = [];
    onReportOf(withMore, (report) => heard.push(report));
    sdk.emitRaw(7);
    expect(heard).toHaveLength(1);
  });

  test('tells every kind of report', () => {
    const { agent } = benchAt('talking');
    const handlers = new Map<string, (report: AgentReport) => void>();
    const drop = { ...agent, on: (name: string, handler: (report: AgentReport) => void) => handlers.set(name, handler) } as AnyAgent;
    const heard: unknown[] = [];
    onReportOf(drop, (report) => heard.push(report));
    expect([...handlers.keys()]).toEqual(
      ['callEnded', 'divergence', 'ignored', 'malformed', 'storage'].map((type) => `switchhook:${type}`),
    );
    const report: AgentReport = { type: 'storage', problem: 'full' };
    for (const handler of handlers.values()) handler(report);
    expect(heard).toEqual([report, report, report, report, report]);
  });
});

describe('how a command stands', () => {
  const at = (bench: Bench) => standingOf(bench.agent, bench.state(), 'holdCall');

  test('has a reason exactly where it is not allowed', () => {
    expect(at(benchAt('talking'))).toEqual({ allowed: true, whyNot: null, pending: false });
    const bench = benchAt('holding');
    expect(at(bench)).toEqual({ allowed: false, whyNot: bench.agent.whyNot('holdCall'), pending: false });
  });

  test('has no reason for another state than the present one', () => {
    const { agent } = benchAt('talking');
    expect(standingOf(agent, INITIAL_STATE, 'holdCall')).toEqual({ allowed: false, whyNot: null, pending: false });
    expect(standingOf(agent, INITIAL_STATE, 'answer')).toEqual({ allowed: false, whyNot: null, pending: false });
    expect(standingOf(agent, agent.getSnapshot(), 'answer').whyNot).not.toBeNull();
  });

  test('is under way as long as its own command is', () => {
    const bench = benchAt('talking');
    bench.leave('muteCall');
    expect(at(bench).pending).toBe(false);
    bench.leave('holdCall');
    expect(at(bench).pending).toBe(true);
  });

  test('is the same if a button shows the same', () => {
    const [talking, holding, acw] = (['talking', 'holding', 'acw'] as const).map((place) => at(benchAt(place))) as [
      ReturnType<typeof at>,
      ReturnType<typeof at>,
      ReturnType<typeof at>,
    ];
    expect(sameStanding(holding, at(benchAt('holding')))).toBe(true);
    expect(sameStanding(talking, { ...talking })).toBe(true);
    const others = [
      holding,
      acw,
      { ...talking, pending: true },
      { ...talking, allowed: false },
      { ...holding, whyNot: null },
      { ...holding, whyNot: { ...holding.whyNot!, message: 'other' } },
      { ...holding, whyNot: { ...holding.whyNot!, reason: 'other' } },
    ];
    expect(others.map((other) => sameStanding(talking, other) || (other !== holding && sameStanding(holding, other)))).toEqual(
      others.map(() => false),
    );
  });
});
