import { describe, expect, test } from '@jest/globals';
import { firstValueFrom, from, type Observable } from 'rxjs';
import { can$, pending$, select$, state$ } from '../../adapters/rxjs/index.js';
import { counted } from '../support/adapters/counted.js';
import { plainAgentInCall } from '../support/adapters/plain-agent.js';
import { benchAt, STRANGER } from '../support/bench/index.js';

/** Everything that a stream has told so far, and its end. */
function heardOf<T>(stream: Observable<T>): (T | 'complete')[] {
  const heard: (T | 'complete')[] = [];
  stream.subscribe({ next: (value) => heard.push(value), complete: () => heard.push('complete') });
  return heard;
}

describe('state$', () => {
  test('replays the present, unlike from(agent), and tells every later state', () => {
    const bench = benchAt('idle');
    const [streamed, converted] = [heardOf(state$(bench.agent)), heardOf(from(bench.agent))];
    const present = bench.state();
    expect([streamed, converted]).toEqual([[present], []]);
    expect(streamed[0]).toBe(present);
    bench.customer('EventRinging');
    const later = bench.state();
    expect(streamed).toEqual([present, later]);
    expect(converted).toEqual([later]);
  });

  test('replays the present to those who come later, too', () => {
    const bench = benchAt('idle');
    const stream = state$(bench.agent);
    heardOf(stream);
    bench.customer('EventRinging');
    const late = heardOf(stream);
    expect(late).toEqual([bench.state()]);
    bench.customer('EventEstablished');
    expect(late).toHaveLength(2);
  });

  test('is one subscription, however many listen, and none when nobody does', () => {
    const bench = benchAt('idle');
    const counts = counted(bench.agent);
    const stream = state$(counts.agent);
    expect(counts.begun).toBe(0);
    const subscriptions = [stream.subscribe(), stream.subscribe(), stream.subscribe()];
    expect(counts).toMatchObject({ begun: 1, listening: 1 });
    for (const subscription of subscriptions) subscription.unsubscribe();
    expect(counts.listening).toBe(0);
  });

  test('does not replay what was true when somebody listened last', async () => {
    const bench = benchAt('idle');
    const stream = state$(bench.agent);
    stream.subscribe().unsubscribe();
    bench.customer('EventRinging');
    expect(await firstValueFrom(stream)).toBe(bench.state());
  });

  test('tells the last state, then completes, when the agent is disposed of; later ones get both', () => {
    const bench = benchAt('talking');
    bench.leave('holdCall');
    const stream = state$(bench.agent);
    const heard = heardOf(stream);
    bench.agent.dispose();
    expect(heard.slice(1)).toEqual([bench.state(), 'complete']);
    expect(bench.state()).toMatchObject({ pending: [], allowed: ['on', 'off'] });
    for (const late of [heardOf(stream), heardOf(state$(bench.agent))]) expect(late).toEqual([bench.state(), 'complete']);
  });

  test('loses no change that hearing the present leads to', () => {
    const bench = benchAt('ringing');
    const works: (readonly string[])[] = [];
    state$(bench.agent).subscribe(({ pending }) => {
      works.push(pending.map(({ command }) => command));
      if (pending.length === 0) bench.leave('answer');
    });
    expect(works).toEqual([[], ['answer']]);
  });

  test('takes an agent of createAgent', () => {
    const { agent, sdk } = plainAgentInCall();
    const heard = heardOf(state$(agent));
    sdk.emit('EventReleased', { callID: 'call-1', partyID: 'party-1', callType: 'Inbound' });
    agent.dispose();
    expect(heard.map((one) => (one === 'complete' ? one : one.work))).toEqual(['talking', 'acw', 'acw', 'complete']);
  });
});

describe('select$', () => {
  test('tells the part at once, and when it changes', () => {
    const bench = benchAt('talking');
    const heard = heardOf(select$(bench.agent, (state) => state.work));
    bench.customer('EventAgentMute');
    bench.customer('EventAgentHoldCall');
    expect(heard).toEqual(['talking', 'holding']);
  });

  test('takes objects of the same parts for the same', () => {
    const bench = benchAt('talking');
    const heard = heardOf(select$(bench.agent, ({ muted, waiting }) => ({ muted, waiting })));
    bench.emit('EventJanusLatency', { ping: 20 });
    expect(heard).toHaveLength(1);
    bench.emit('EventRinging', STRANGER);
    expect(heard).toMatchObject([{ waiting: [] }, { waiting: [{ callID: 'call-9' }] }]);
  });

  test('compares as it is told to', () => {
    const bench = benchAt('talking');
    const heard = heardOf(select$(bench.agent, ({ work }) => ({ work }), Object.is));
    bench.customer('EventAgentMute');
    expect(heard).toEqual([{ work: 'talking' }, { work: 'talking' }]);
  });

  test('asks the selector once per state, however many listen, and gives it nothing but the state', () => {
    const bench = benchAt('idle');
    const asked: unknown[][] = [];
    const stream = select$(bench.agent, (...given) => (asked.push(given), given[0].work));
    const late: string[] = [];
    stream.subscribe();
    stream.subscribe((work) => late.push(work));
    bench.customer('EventRinging');
    expect(asked).toEqual([[expect.objectContaining({ work: 'idle' })], [bench.state()]]);
    expect(late).toEqual(['idle', 'ringing']);
  });
});

describe('can$', () => {
  test('tells whether the command is allowed, at once and when it changes; at the end it is not', () => {
    const bench = benchAt('talking');
    const heard = heardOf(can$(bench.agent, 'holdCall'));
    bench.customer('EventAgentMute');
    bench.customer('EventAgentHoldCall');
    bench.customer('EventAgentRetrieveCall');
    bench.agent.dispose();
    expect(heard).toEqual([true, false, true, false, 'complete']);
  });
});

describe('pending$', () => {
  test('tells the commands under way, at once and when they change; at the end there are none', () => {
    const bench = benchAt('talking');
    bench.leave('holdCall');
    const heard = heardOf(pending$(bench.agent));
    bench.customer('EventAgentMute');
    bench.customer('EventAgentHoldCall');
    bench.leave('retrieveCall');
    bench.agent.dispose();
    const names = heard.map((one) => (one === 'complete' ? one : one.map(({ command }) => command)));
    expect(names).toEqual([['holdCall'], [], ['retrieveCall'], [], 'complete']);
  });
});
