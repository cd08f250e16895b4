import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { Bench, benchAt } from '../support/bench/index.js';
import { covers } from '../sobot-contract/covers.js';

function listening() {
  const bench = benchAt('idle');
  const heard: string[] = [];
  return { bench, agent: bench.agent, heard, note: (name: string) => () => heard.push(name) };
}

describe('handlers', () => {
  test('several of one event are all called, in the order of their subscription', () => {
    const { bench, agent, heard, note } = listening();
    agent.on('EventRinging', note('a')).on('EventRinging', note('b')).on('EventRinging', note('c'));
    bench.customer('EventRinging');
    expect(heard).toEqual(['a', 'b', 'c']);
  });

  test('of EventAgentAll and of the event itself both get it, once each', () => {
    covers(
      'on rule: EventAgentAll gets every agent event',
      'on rule: subscribed to both EventAgentAll and one event: the handler of each gets it',
    );
    const { bench, agent, heard, note } = listening();
    agent.on('EventAgentAll', note('all')).on('EventRinging', note('one'));
    bench.customer('EventRinging');
    expect(heard.sort()).toEqual(['all', 'one']);
  });

  test('hear nothing of other events', () => {
    const { bench, agent, heard, note } = listening();
    agent.on('EventEstablished', note('established'));
    bench.customer('EventRinging');
    expect(heard).toEqual([]);
  });

  test('the same handler twice is called twice, and each subscription is cancelled on its own', () => {
    covers('on rule: the same event can be subscribed several times, each cancelled on its own', 'off(handler): function, optional');
    const { bench, agent, heard, note } = listening();
    const handler = note('a');
    agent.on('EventRinging', handler).on('EventRinging', handler);
    bench.customer('EventRinging');
    expect(heard).toHaveLength(2);
    agent.off('EventRinging', handler);
    bench.customer('EventRinging');
    expect(heard).toHaveLength(3);
    agent.off('EventRinging', handler);
    bench.customer('EventRinging');
    expect(heard).toHaveLength(3);
  });

  test('removed one by one leave the others', () => {
    const { bench, agent, heard, note } = listening();
    const [a, b, c] = [note('a'), note('b'), note('c')];
    for (const handler of [a, b, c]) agent.on('EventRinging', handler);
    agent.off('EventRinging', b);
    bench.customer('EventRinging');
    expect(heard).toEqual(['a', 'c']);
  });

  test('off without a handler takes all of that event and no others', () => {
    covers(
      'off rule: without a handler: all handlers of that event go',
      'off(eventName): string, required',
      'off(handler): function, optional',
    );
    const { bench, agent, heard, note } = listening();
    agent.on('EventRinging', note('a')).on('EventRinging', note('b')).on('EventAgentAll', note('all'));
    agent.off('EventRinging');
    bench.customer('EventRinging');
    expect(heard).toEqual(['all']);
    agent.off('EventAgentAll');
    bench.customer('EventEstablished');
    expect(heard).toEqual(['all']);
    expect(bench.state().work).toBe('talking');
  });

  test('off EventAgentAll leaves the guard itself subscribed to the SDK', () => {
    const { bench, agent } = listening();
    agent.off('EventAgentAll').off('EventJanusLatency').off('EventRinging');
    bench.customer('EventRinging');
    expect(bench.state().work).toBe('ringing');
  });

  test('off of what was never subscribed does nothing', () => {
    const { agent, note } = listening();
    expect(agent.off('EventRinging').off('EventRinging', note('a')).off('__proto__').off('constructor')).toBe(agent);
  });

  test.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty'])('an event named %s is an event like any other', (messageID) => {
    const { bench, agent, heard, note } = listening();
    agent.on(messageID, note('a'));
    bench.sdk.emit(messageID);
    expect(heard).toEqual(['a']);
  });

  test('on and off return the agent, so that calls chain', () => {
    covers('on rule: chains', 'off rule: chains');
    const { agent } = listening();
    expect(agent.on('EventRinging', () => {}).off('EventRinging')).toBe(agent);
  });

  test('one that takes itself off is not called again, and the next one is not skipped', () => {
    const { bench, agent, heard, note } = listening();
    const once = () => {
      heard.push('once');
      agent.off('EventRinging', once);
    };
    agent.on('EventRinging', once).on('EventRinging', note('next'));
    bench.customer('EventRinging');
    bench.customer('EventRinging');
    expect(heard).toEqual(['once', 'next', 'next']);
  });

  test('one that is taken off by an earlier one, while the event is told, is not called any more', () => {
    const { bench, agent, heard, note } = listening();
    const second = note('second');
    agent
      .on('EventRinging', () => agent.off('EventRinging', second))
      .on('EventRinging', second)
      .on('EventRinging', note('third'));
    bench.customer('EventRinging');
    expect(heard).toEqual(['third']);
  });

  test('one that is added while the event is told waits for the next event', () => {
    const { bench, agent, heard, note } = listening();
    agent.on('EventRinging', () => {
      agent.on('EventRinging', note('added'));
    });
    bench.customer('EventRinging');
    expect(heard).toEqual([]);
    bench.customer('EventRinging');
    expect(heard).toEqual(['added']);
  });

  test('on refuses what is no handler', () => {
    covers('on(eventName): string, required', 'on(handler): function, required');
    const { agent } = listening();
    for (const handler of [undefined, null, 'handler', {}]) {
      expect(() => agent.on('EventRinging', handler as never)).toThrow(TypeError);
    }
    expect(() => agent.on(5 as never, () => {})).toThrow(TypeError);
  });
});

describe('what a handler reads', () => {
  test.each(['EventRinging', 'EventAgentAll'])('is the state after the event: %s', (eventName) => {
    const bench = benchAt('idle');
    const seen: unknown[] = [];
    bench.agent.on(eventName, () => seen.push([bench.state().work, bench.agent.can('answer'), bench.state().allowed.includes('answer')]));
    bench.customer('EventRinging');
    expect(seen).toEqual([['ringing', true, true]]);
  });

  test('is current also when it sends a command', () => {
    const bench = benchAt('idle');
    const seen: unknown[] = [];
    bench.agent.on('EventRinging', () => {
      void bench.agent.answer();
      seen.push(bench.state().pending.map(({ command }) => command));
    });
    bench.agent.on('EventRinging', () => seen.push(bench.agent.whyNot('answer')?.code));
    bench.customer('EventRinging');
    expect(seen).toEqual([['answer'], 'IN_FLIGHT']);
    expect(bench.sdk.sent.at(-1)).toBe('answer');
  });

  test('of the network is the measurement it is told of', () => {
    const bench = benchAt('talking');
    const seen: unknown[] = [];
    bench.agent.on('EventJanusLatency', (message) => seen.push([message.quality, bench.state().network?.quality]));
    bench.sdk.emit('EventJanusLatency', { ping: 20, jitter: 3, loss: '0%', quality: 'e' });
    bench.sdk.emitRaw({ ping: 20, jitter: 3, loss: '0%', quality: 'a' }, 'EventJanusLatency');
    expect(seen).toEqual([
      ['e', 'e'],
      ['a', 'a'],
    ]);
  });
});

describe('a handler or listener that throws', () => {
  const later: (() => void)[] = [];

  beforeEach(() => {
    later.length = 0;
    jest.spyOn(globalThis, 'queueMicrotask').mockImplementation((run) => later.push(run));
  });
  afterEach(() => {
    jest.restoreAllMocks();
  });

  test('stops neither the others nor the SDK, and its error is not lost', () => {
    const bench: Bench = benchAt('idle');
    const heard: string[] = [];
    const faulty = (name: string) => () => {
      heard.push(`faulty ${name}`);
      throw new Error(name);
    };
    bench.agent.on('EventRinging', faulty('named')).on('EventRinging', () => heard.push('named'));
    bench.agent.on('EventAgentAll', faulty('all')).on('EventAgentAll', () => heard.push('all'));
    bench.agent.subscribe(faulty('listener'));
    bench.agent.subscribe(() => heard.push('listener'));
    expect(() => bench.customer('EventRinging')).not.toThrow();
    expect(heard).toEqual(['faulty listener', 'listener', 'faulty named', 'named', 'faulty all', 'all']);
    expect(bench.state().work).toBe('ringing');
    expect(
      later.map((run) => {
        try {
          run();
          return null;
        } catch (error) {
          return (error as Error).message;
        }
      }),
    ).toEqual(['listener', 'named', 'all']);
  });

  test('does not stop a command', async () => {
    const bench = benchAt('talking');
    bench.agent.subscribe(() => {
      throw new Error('listener');
    });
    const outcome = bench.send('holdCall');
    expect(bench.sdk.sent.at(-1)).toBe('holdCall');
    bench.customer('EventAgentHoldCall');
    await expect(outcome).resolves.toMatchObject({ messageID: 'EventAgentHoldCall' });
  });
});
