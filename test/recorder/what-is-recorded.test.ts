import { describe, expect, jest, test } from '@jest/globals';
import { Bench, benchAt, PageStorage } from '../support/bench/index.js';
import { entriesOf, linesOf, recordAgent } from './recorded.js';

describe('a recording', () => {
  test('has events, commands, answers and ends in their order', () => {
    const bench = new Bench();
    const recorder = recordAgent(bench.agent);
    bench.leave('initAgent');
    (bench.sdk.calls.at(-1)?.parameters?.['success'] as (result: unknown) => void)({});
    bench.emit('EventAgentReady');
    bench.customer('EventRinging');
    bench.leave('answer');
    bench.customer('EventEstablished');
    bench.customer('EventReleased');
    expect(linesOf(recorder)).toEqual([
      'start start',
      'command initAgent',
      'answer initAgent initAgent confirmed',
      'fact agent.ready divergence',
      'fact call.ringing',
      'command answer',
      'fact call.established answer confirmed',
      'fact call.released callEnded',
    ]);
  });

  test('names each message as the service does, and holds what it said', () => {
    const bench = benchAt('ringing');
    const recorder = recordAgent(bench.agent);
    bench.customer('EventEstablished', { thisDNRole: 'Destination' });
    expect(recorder.entry(1)).toMatchObject({
      step: 1,
      kind: 'fact',
      type: 'call.established',
      messageID: 'EventEstablished',
      hasChanged: true,
      data: { leg: { callID: 'call-1', partyID: 'party-1' }, details: { thisDNRole: 'Destination' } },
    });
  });

  test('holds the parameters of a command', () => {
    const bench = benchAt('acw');
    const recorder = recordAgent(bench.agent);
    bench.leave('delayACW', { delayTime: 60 });
    expect(recorder.entry(1)).toMatchObject({ kind: 'command', type: 'delayACW', data: { delayTime: 60 } });
  });

  test('has the commands that were refused, and why', () => {
    const bench = benchAt('talking');
    const recorder = recordAgent(bench.agent);
    bench.leave('answer');
    bench.leave('sendDtmf', { dtmfDigits: 'x' });
    expect(entriesOf(recorder).slice(1)).toMatchObject([
      { kind: 'refused', type: 'answer', data: { code: 'NOT_ALLOWED', reason: 'nothingRings', guard: 'noWaitingCallRings' } },
      { kind: 'refused', type: 'sendDtmf', data: { code: 'INVALID_PARAMETER' } },
    ]);
  });

  test('has what the chart refuses when its turn comes', () => {
    const bench = benchAt('talking');
    const recorder = recordAgent(bench.agent);
    let isFirst = true;
    bench.agent.actor.subscribe(() => {
      if (!isFirst) return;
      isFirst = false;
      // Both are sent while the machine is at work; the second finds the lane taken.
      bench.leave('holdCall');
      bench.leave('singleTransfer');
    });
    bench.customer('EventEstablished');
    expect(linesOf(recorder).slice(1)).toEqual(['fact call.established', 'command holdCall', 'refused singleTransfer']);
  });

  test('has what was ignored, and the rule', () => {
    const bench = benchAt('talking');
    bench.customer('EventAgentHoldCall', { creationTime: 1_700_000_005_000 });
    const recorder = recordAgent(bench.agent);
    bench.customer('EventAgentRetrieveCall', { creationTime: 1_700_000_000_000 });
    expect(recorder.entry(1)).toMatchObject({ kind: 'ignored', type: 'call.retrieved', hasChanged: false, told: [{ type: 'ignored' }] });
    expect(recorder.entry(1)?.data['rule']).toBe((recorder.entry(1)?.told[0] as { rule: string }).rule);
  });

  test('has the code with which the service said no', () => {
    const bench = benchAt('talking');
    const recorder = recordAgent(bench.agent);
    bench.leave('holdCall');
    bench.emit('EventError', { errorCode: '330041', errorMessage: 'not now' });
    expect(recorder.entry(2)).toMatchObject({
      type: 'call.error',
      told: [{ type: 'settled', command: 'holdCall', outcome: 'rejected', vendorCode: '330041' }],
    });
  });

  test('has messages that make no sense, a storage that fails, and the end', () => {
    const storage = new PageStorage();
    storage.setItem('switchhook:agent', '{');
    const bench = new Bench({ storage });
    const recorder = recordAgent(bench.agent);
    bench.sdk.emitRaw(17);
    bench.leave('initAgent');
    bench.agent.dispose();
    const kinds = entriesOf(recorder).map(({ kind }) => kind);
    expect(kinds).toEqual(['start', 'malformed', 'storage', 'memory', 'command', 'disposed']);
    expect(recorder.entry(2)?.messageID).toBeNull();
  });

  test('says what made no sense, and in which message', () => {
    const bench = benchAt('talking');
    const recorder = recordAgent(bench.agent);
    bench.emit('EventAgentHoldCall', {});
    bench.agent.dispose();
    bench.agent.dispose();
    expect(entriesOf(recorder).slice(1)).toMatchObject([
      {
        kind: 'malformed',
        type: 'malformed',
        messageID: 'EventAgentHoldCall',
        hasChanged: false,
        told: [],
        data: { problem: expect.stringContaining('callID') },
      },
      { kind: 'disposed', type: 'dispose', messageID: null, data: {} },
    ]);
  });

  test('says what a command waits for', () => {
    const bench = benchAt('talking');
    bench.leave('holdCall');
    const recorder = recordAgent(bench.agent);
    bench.leave('singleTransfer');
    bench.leave('answer');
    const [busy, wrong] = entriesOf(recorder)
      .slice(1)
      .map(({ data }) => data);
    expect(busy).toMatchObject({ code: 'IN_FLIGHT', waitsFor: ['holdCall'], guard: 'callLaneIsBusy' });
    expect(wrong).toMatchObject({ code: 'NOT_ALLOWED', waitsFor: [] });
  });

  test('names the command that was answered, of several that are pending', () => {
    const bench = benchAt('talking');
    const recorder = recordAgent(bench.agent);
    bench.leave('queryAgents');
    bench.leave('holdCall');
    bench.leave('muteCall');
    (bench.sdk.lastCall('queryAgents').parameters!['error'] as (result: unknown) => void)({ errorCode: '330001' });
    bench.customer('EventAgentMute');
    bench.customer('EventAgentHoldCall');
    expect(linesOf(recorder).slice(1, 4)).toEqual(['command queryAgents', 'command holdCall', 'command muteCall']);
    expect(linesOf(recorder).slice(4)).toEqual([
      'answer queryAgents queryAgents rejected',
      'fact microphone.muted muteCall confirmed',
      'fact call.held holdCall confirmed',
    ]);
    const codes = entriesOf(recorder)
      .slice(4)
      .map(({ told }) => 'vendorCode' in told[0]!);
    expect(codes).toEqual([true, false, false]);
  });

  test('tells two queries apart, and has each at its time', () => {
    const bench = benchAt('talking');
    const recorder = recordAgent(bench.agent);
    const begun = bench.clock.now();
    bench.leave('queryAgents');
    bench.clock.increment(2_000);
    bench.leave('queryRoutes');
    bench.clock.increment(1_000);
    (bench.sdk.lastCall('queryRoutes').parameters!['success'] as (result: unknown) => void)([]);
    expect(linesOf(recorder).slice(1)).toEqual(['command queryAgents', 'command queryRoutes', 'answer queryRoutes queryRoutes confirmed']);
    expect(
      entriesOf(recorder)
        .slice(1)
        .map(({ at }) => at - begun),
    ).toEqual([0, 2_000, 3_000]);
  });

  test('cuts a code that is none of a service that one knows', () => {
    const bench = benchAt('talking');
    const recorder = recordAgent(bench.agent);
    bench.leave('queryAgents');
    (bench.sdk.lastCall('queryAgents').parameters!['error'] as (result: unknown) => void)({ errorCode: 'x'.repeat(30) });
    expect(recorder.entry(2)?.told).toMatchObject([{ command: 'queryAgents', vendorCode: 'x'.repeat(20) }]);
  });

  test('holds of a fact that was ignored what the fact said, masked', () => {
    const bench = benchAt('talking');
    bench.customer('EventAgentHoldCall', { creationTime: 1_700_000_005_000 });
    const recorder = recordAgent(bench.agent);
    bench.customer('EventAgentRetrieveCall', { creationTime: 1_700_000_000_000, otherDN: '13800138000' });
    expect(recorder.entry(1)?.data).toEqual({
      rule: 'late',
      fact: {
        type: 'call.retrieved',
        leg: { callID: 'call-1', partyID: 'party-1', callType: 'Inbound' },
        details: { otherDN: expect.stringMatching(/^number-/) },
        time: expect.any(Number),
      },
    });
  });

  test('holds of what was remembered whether there was a call, and after-call work, and no more', () => {
    const storage = new PageStorage();
    const before = benchAt('talking', { bench: new Bench({ storage }) });
    before.agent.dispose();
    const bench = new Bench({ storage });
    const recorder = recordAgent(bench.agent);
    bench.leave('initAgent');
    expect(entriesOf(recorder).find(({ kind }) => kind === 'memory')?.data).toEqual({ remembered: { hasCall: true, hasAcw: false } });
  });

  test('holds of after-call work that was remembered that there was some', () => {
    const storage = new PageStorage();
    benchAt('acw', { bench: new Bench({ storage }) }).agent.dispose();
    const bench = new Bench({ storage });
    const recorder = recordAgent(bench.agent);
    bench.leave('initAgent');
    expect(entriesOf(recorder).find(({ kind }) => kind === 'memory')?.data).toEqual({ remembered: { hasCall: false, hasAcw: true } });
  });

  test('has what comes due', () => {
    const bench = benchAt('talking');
    const recorder = recordAgent(bench.agent);
    bench.leave('holdCall');
    bench.clock.increment(10_001);
    expect(linesOf(recorder).slice(1)).toEqual(['command holdCall', 'deadline deadline.reached holdCall timedOut']);
  });

  test('begins where the agent stands when it begins', () => {
    const recorder = recordAgent(benchAt('holding').agent);
    expect(recorder.entry(0)).toMatchObject({ step: 0, kind: 'start', told: [] });
    expect(recorder.at(0)?.state).toMatchObject({ connection: 'connected', work: 'holding' });
  });

  test('goes on until it is stopped, and keeps what it has', () => {
    const bench = benchAt('ringing');
    const recorder = recordAgent(bench.agent);
    const heard: number[] = [];
    recorder.subscribe(({ step }) => heard.push(step));
    expect(recorder.isStopped).toBe(false);
    bench.customer('EventEstablished');
    recorder.stop();
    bench.customer('EventReleased');
    expect(recorder.isStopped).toBe(true);
    expect(heard).toEqual([1]);
    expect(recorder.last).toBe(1);
    expect(recorder.at(1)?.state.work).toBe('talking');
  });

  test('is only of an agent of this package, and has a limit that is a number of bytes', () => {
    for (const actor of [{}, null, undefined, 7]) {
      const record = () => recordAgent({ actor });
      expect(record).toThrow(TypeError);
      expect(record).toThrow('switchhook: only an agent of this package can be recorded');
    }
    for (const limit of [0, 9_999, NaN, Infinity, '1' as never, '20000' as never]) {
      const record = () => recordAgent(new Bench().agent, { limit });
      expect(record).toThrow(TypeError);
      expect(record).toThrow('switchhook: limit must be a number of bytes, 10000 or more');
    }
  });
});

describe('recording never disturbs the agent', () => {
  test('a listener that throws is heard of outside, and the agent goes on', () => {
    const bench = benchAt('ringing');
    const recorder = recordAgent(bench.agent);
    recorder.subscribe(() => {
      throw new Error('of the listener');
    });
    const later: (() => void)[] = [];
    const spy = jest.spyOn(globalThis, 'queueMicrotask').mockImplementation((task) => later.push(task));
    bench.customer('EventEstablished');
    spy.mockRestore();
    expect(bench.state().work).toBe('talking');
    expect(later).toHaveLength(1);
    expect(later[0]).toThrow('of the listener');
    expect(recorder.last).toBe(1);
  });

  test('a listener that sends a command makes the next entry, in order', () => {
    const bench = benchAt('ringing');
    const recorder = recordAgent(bench.agent);
    recorder.subscribe(({ type }) => {
      if (type === 'call.established') bench.leave('holdCall');
    });
    bench.customer('EventEstablished');
    expect(linesOf(recorder).slice(1)).toEqual(['fact call.established', 'command holdCall']);
    expect(bench.sdk.calls.at(-1)?.method).toBe('holdCall');
  });

  test('an agent that nobody records makes no notes', () => {
    const bench = benchAt('ringing');
    const recorder = recordAgent(bench.agent);
    recorder.stop();
    recorder.stop();
    bench.customer('EventEstablished');
    expect(recorder.last).toBe(0);
  });
});
