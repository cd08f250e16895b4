import { afterEach, describe, expect, test } from '@jest/globals';
import { from } from 'rxjs';
import { observableMembers } from '../../src/agent/observable.js';
import { createAgent, type AgentState } from '../../src/index.js';
import { SobotControl } from '../../adapters/sobot/sobot-control.js';
import { Bench, benchAt, ScriptedSdk } from '../support/bench/index.js';

const works = (heard: readonly AgentState[]) => heard.map(({ work }) => work);

describe('from(agent), without switchhook/rxjs', () => {
  test('tells changes only, not the present', () => {
    const bench = benchAt('idle');
    const heard: AgentState[] = [];
    from(bench.agent).subscribe((state) => heard.push(state));
    expect(heard).toEqual([]);
    bench.customer('EventRinging');
    bench.customer('EventEstablished');
    expect(works(heard)).toEqual(['ringing', 'talking']);
    expect(heard.at(-1)).toBe(bench.state());
  });

  test('ends when nobody listens any more', () => {
    const bench = benchAt('idle');
    const heard: AgentState[] = [];
    const subscription = from(bench.agent).subscribe((state) => heard.push(state));
    bench.customer('EventRinging');
    subscription.unsubscribe();
    bench.customer('EventEstablished');
    expect(works(heard)).toEqual(['ringing']);
  });

  test('completes when the agent is disposed of, also for those who come later', () => {
    const bench = benchAt('talking');
    let completed = 0;
    const observer = { complete: () => (completed += 1) };
    from(bench.agent).subscribe(observer);
    bench.agent.dispose();
    bench.agent.dispose();
    expect(completed).toBe(1);
    from(bench.agent).subscribe(observer);
    expect(completed).toBe(2);
  });

  test('takes an agent of another backend', () => {
    const sdk = new ScriptedSdk();
    const agent = createAgent(new SobotControl(sdk, () => undefined));
    const heard: AgentState[] = [];
    from(agent).subscribe((state) => heard.push(state));
    sdk.emit('EventAgentRegainStatus', { agentStateInfo: { agentState: '1' } });
    expect(heard.at(-1)).toMatchObject({ login: 'online' });
    agent.dispose();
  });
});

describe('Symbol.observable', () => {
  const symbols = Symbol as { observable?: symbol };
  afterEach(() => {
    delete symbols.observable;
  });

  test('is not defined by this package', () => {
    expect(new Bench().agent).toHaveProperty('@@observable');
    expect(symbols.observable).toBeUndefined();
  });

  test('is a member of the agent where something else has defined it', () => {
    symbols.observable = Symbol('observable');
    const { agent, customer } = benchAt('idle');
    const observable = agent[Symbol.observable]();
    // Such a thing gives itself, as RxJS and the proposal for the language have it.
    expect(observable[Symbol.observable]()).toBe(observable);
    expect(observable['@@observable']()).toBe(observable);
    const heard: AgentState[] = [];
    const subscription = observable.subscribe({ next: (state) => heard.push(state) });
    customer('EventRinging');
    subscription.unsubscribe();
    customer('EventEstablished');
    expect(works(heard)).toEqual(['ringing']);
  });

  test('takes a function, and an observer without some of its methods', () => {
    const { agent, customer } = benchAt('idle');
    const heard: string[] = [];
    const observable = agent['@@observable']();
    observable.subscribe(({ work }) => heard.push(work));
    observable.subscribe({ complete: () => heard.push('complete') });
    customer('EventRinging');
    agent.dispose();
    expect(heard).toEqual(['ringing', 'complete']);
  });

  test('gives no member called undefined where nothing has', () => {
    expect(Reflect.ownKeys(observableMembers(() => () => undefined))).toEqual(['@@observable']);
  });
});
