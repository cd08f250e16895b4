import { describe, expect, test } from '@jest/globals';
import type { CommandRecord, Ending } from '../../adapters/testing/history/history.js';
import { record } from '../../adapters/testing/history/recorder.js';
import { InvariantWatch } from '../../adapters/testing/invariants/watch.js';
import type { Subject } from '../../adapters/testing/subject/subject.js';
import { Bench, benchAt, type PlaceName, START, turns } from '../support/bench/index.js';

function recorded(place: PlaceName) {
  const bench = benchAt(place);
  const watch = new InvariantWatch();
  const recorder = record(bench.agent, bench.clock, watch);
  const reached = (command: string) => () => bench.sdk.sent.filter((name) => name === command).length;
  return { bench, watch, recorder, reached };
}

const kinds = ({ endings }: CommandRecord) => endings.map(({ by, code }: Ending) => (code === null ? by : `${by} ${code}`));

describe('the recorder', () => {
  test('keeps every state that is told, with the moment', () => {
    const { bench, recorder } = recorded('talking');
    const { first } = recorder.history;
    bench.clock.increment(500);
    bench.customer('EventAgentHoldCall');
    bench.customer('EventAgentRetrieveCall');
    expect(first?.work).toBe('talking');
    expect(recorder.history.notifications.map(({ state, at }) => [state.work, at])).toEqual([
      ['holding', START + 500],
      ['talking', START + 500],
    ]);
    recorder.stop();
    bench.customer('EventAgentHoldCall');
    expect(recorder.history.notifications).toHaveLength(2);
  });

  test('keeps how a command ends: by its promise, and by the callbacks', async () => {
    const { bench, recorder, reached } = recorded('talking');
    const hold = recorder.call('holdCall', undefined, { reached: reached('holdCall') });
    expect(hold).toMatchObject({ command: 'holdCall', reached: 1, isPromised: true, hasCallbacks: true, endings: [] });
    expect(hold.before?.work).toBe('talking');
    bench.clock.increment(100);
    bench.customer('EventAgentHoldCall');
    await turns();
    expect(kinds(hold)).toEqual(expect.arrayContaining(['resolve', 'success']));
    expect(hold.endings.map(({ at }) => at)).toEqual([START + 100, START + 100]);
  });

  test('keeps refusals, with what they say', async () => {
    const { recorder, reached } = recorded('talking');
    const answer = recorder.call('answer', {}, { reached: reached('answer') });
    await turns();
    expect(kinds(answer).sort()).toEqual(['error NOT_ALLOWED', 'reject NOT_ALLOWED']);
    expect(answer.reached).toBe(0);
    expect(answer.endings.find(({ by }) => by === 'reject')?.text).toContain('answer is not allowed now');
  });

  test('gives parameters on as they are, getters and forbidden names and all', async () => {
    const { bench, recorder } = recorded('idle');
    const trap = recorder.call(
      'makeCall',
      {
        get otherDN() {
          throw new Error('trap');
        },
      },
      { isInvalid: true },
    );
    const proxy = recorder.call(
      'makeCall',
      new Proxy(
        {},
        {
          ownKeys: () => {
            throw new Error('trap');
          },
        },
      ),
      { isInvalid: true },
    );
    const text = recorder.call('makeCall', '13512345678', { isInvalid: true });
    await turns();
    for (const one of [trap, proxy, text]) expect(kinds(one)).toContain('reject INVALID_PARAMETER');
    expect([trap, proxy, text].map(({ hasCallbacks }) => hasCallbacks)).toEqual([true, false, false]);
    expect(bench.sdk.sent).not.toContain('makeCall');
    recorder.call('makeCall', JSON.parse('{"otherDN":"13512345678","__proto__":{"polluted":1}}'));
    expect(bench.sdk.lastCall('makeCall').parameters?.['otherDN']).toBe('13512345678');
  });

  test('knows what in the parameters is personal', () => {
    const { recorder } = recorded('idle');
    const { personal } = recorder.call('makeCall', { otherDN: ' 13512345678 ', ANI: '4008001001', outboundPlanCode: ' ' });
    expect(personal).toEqual(['13512345678', '4008001001']);
    expect(recorder.call('initAgent', { token: 'secret-token', companyId: 'company-1', agent: '1001' }).personal).toEqual(['secret-token']);
  });

  test('has no callbacks called if none are wanted', async () => {
    const { recorder } = recorded('idle');
    const answer = recorder.call('answer', {}, { withCallbacks: false });
    await turns();
    expect(kinds(answer)).toEqual(['reject NOT_ALLOWED']);
  });

  test('records what a subject throws, and goes on', () => {
    const subject: Subject = {
      on: () => undefined,
      off: () => undefined,
      ready: () => {
        throw new Error('thrown');
      },
    };
    const recorder = record(subject, { now: () => 7 });
    const ready = recorder.call('ready');
    expect(ready.endings).toEqual([{ by: 'throw', code: 'without a code', text: expect.stringContaining('thrown'), at: 7 }]);
    expect(recorder.call('logout').endings).toEqual([]);
  });

  test('records the callbacks of a bare SDK, which shows no state', () => {
    const bench = new Bench();
    const recorder = record(bench.sdk, bench.clock);
    const login = recorder.call('login', { phoneType: 'webrtc', bindExt: '' });
    bench.sdk.succeed('login');
    bench.sdk.fail('login', { errorCode: '330047' });
    expect(login).toMatchObject({ before: null, isPromised: false });
    expect(kinds(login)).toEqual(['success', 'error 330047']);
    expect(recorder.look()).toBeNull();
    expect(recorder.history.first).toBeNull();
  });

  test('tells the watch, which finds nothing wrong with our own agent in a whole call', async () => {
    const { bench, recorder, watch, reached } = recorded('idle');
    const call = (...[command, parameters]: Parameters<typeof recorder.call>) => {
      recorder.call(command, parameters, { reached: reached(command) });
      recorder.look();
    };
    call('makeCall', { otherDN: '13512345678' });
    call('answer');
    bench.customer('EventDialing', { callType: 'Outbound' });
    bench.customer('EventEstablished', { callType: 'Outbound' });
    recorder.look();
    call('initiateConsult', { targetType: '0', target: '1002' });
    bench.third('EventDialing');
    call('cancelConsult');
    bench.third('EventReleased');
    bench.clock.increment(20_000);
    recorder.look();
    call('hangup');
    bench.customer('EventReleased');
    await turns();
    bench.clock.increment(200_000);
    await turns();
    recorder.look();
    watch.finish(recorder.history, bench.state(), true);
    expect(watch.violations).toEqual([]);
    expect(recorder.history.commands).toHaveLength(5);
    expect(recorder.history.notifications.length).toBeGreaterThan(8);
  });

  test('asks for can and whyNot again when the state has changed', () => {
    const { bench, recorder } = recorded('talking');
    const talking = recorder.look();
    bench.customer('EventAgentHoldCall');
    const holding = recorder.look();
    expect(talking?.can).toContain('holdCall');
    expect(holding?.can).not.toContain('holdCall');
    expect(holding?.unrefused).toEqual(holding?.can);
  });
});
