import { describe, expect, test } from '@jest/globals';
import { events$, reports$ } from '../../adapters/rxjs/index.js';
import { counted } from '../support/adapters/counted.js';
import { plainAgentInCall } from '../support/adapters/plain-agent.js';
import { benchAt, CUSTOMER } from '../support/bench/index.js';

describe('events$', () => {
  test("tells the vendor's messages of one event from now on, with the state current", () => {
    const bench = benchAt('talking');
    const heard: unknown[] = [];
    events$(bench.agent, 'EventAgentHoldCall').subscribe((message) => heard.push([message, bench.state().work]));
    expect(heard).toEqual([]);
    bench.customer('EventAgentMute');
    bench.customer('EventAgentHoldCall');
    expect(heard).toEqual([[{ messageID: 'EventAgentHoldCall', ...CUSTOMER }, 'holding']]);
  });

  test('tells all of them, if all are asked for', () => {
    const bench = benchAt('talking');
    const heard: unknown[] = [];
    events$(bench.agent, 'EventAgentAll').subscribe(({ messageID }) => heard.push(messageID));
    bench.customer('EventAgentMute');
    bench.emit('EventNeverHeardOf');
    expect(heard).toEqual(['EventAgentMute', 'EventNeverHeardOf']);
  });

  test('is one handler, however many listen, and none when nobody does', () => {
    const bench = benchAt('talking');
    const counts = counted(bench.agent);
    const handlers: string[] = [];
    const agent: typeof bench.agent = {
      ...counts.agent,
      on(name, handler) {
        handlers.push(`on ${name}`);
        bench.agent.on(name, handler);
        return agent;
      },
      off(name, handler) {
        handlers.push(`off ${name}`);
        bench.agent.off(name, handler);
        return agent;
      },
    };
    const stream = events$(agent, 'EventRinging');
    const subscriptions = [stream.subscribe(), stream.subscribe()];
    expect(handlers).toEqual(['on EventRinging']);
    for (const subscription of subscriptions) subscription.unsubscribe();
    expect(handlers).toEqual(['on EventRinging', 'off EventRinging']);
    expect(counts.listening).toBe(0);
  });

  test('completes when the agent is disposed of, also for those who come later', () => {
    const { agent } = benchAt('talking');
    let completed = 0;
    const stream = events$(agent, 'EventRinging');
    stream.subscribe({ complete: () => (completed += 1) });
    agent.dispose();
    stream.subscribe({ complete: () => (completed += 1) });
    expect(completed).toBe(2);
  });
});

describe('reports$', () => {
  test('tells each report from now on, once', () => {
    const bench = benchAt('talking');
    const heard: unknown[] = [];
    reports$(bench.agent).subscribe((report) => heard.push(report));
    bench.customer('EventReleased');
    bench.sdk.emitRaw(7);
    expect(heard).toMatchObject([{ type: 'callEnded', reason: 'otherSide' }, { type: 'malformed' }]);
  });

  test('completes when the agent is disposed of', () => {
    const { agent, sdk } = plainAgentInCall();
    const heard: unknown[] = [];
    const stream = reports$(agent);
    stream.subscribe({ next: ({ type }) => heard.push(type), complete: () => heard.push('complete') });
    const second = stream.subscribe();
    sdk.emitRaw(7);
    second.unsubscribe();
    agent.dispose();
    expect(heard).toEqual(['malformed', 'complete']);
  });

  test('hears nothing when nobody listens any more', () => {
    const bench = benchAt('talking');
    const heard: unknown[] = [];
    reports$(bench.agent)
      .subscribe((report) => heard.push(report))
      .unsubscribe();
    bench.sdk.emitRaw(7);
    expect(heard).toEqual([]);
  });
});
