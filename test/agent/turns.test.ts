import { describe, expect, test } from '@jest/globals';
import type { AgentReport } from '../../src/index.js';
import { Bench, benchAt, errorOf, PageStorage, START, turns, watch } from '../support/bench/index.js';

describe('commands that are sent while the machine is at work', () => {
  test("wait for their turn, and the lane is the first one's", async () => {
    const bench = benchAt('talking');
    const outcomes: Promise<unknown>[] = [];
    const before = bench.sentCount;
    let sentMeanwhile = -1;
    const observer = bench.agent.actor.subscribe(() => {
      if (outcomes.length > 0) return;
      outcomes.push(bench.agent.holdCall(), bench.agent.singleTransfer({ targetType: '0', target: '1002' }), bench.agent.hangup());
      sentMeanwhile = bench.sentCount - before;
    });
    bench.customer('EventPartyChanged', { thirdDNRole: 'TransferBy' });
    observer.unsubscribe();
    expect(sentMeanwhile).toBe(0);
    expect(bench.sdk.sent.slice(before)).toEqual(['holdCall', 'hangup']);
    expect(
      bench
        .state()
        .pending.map(({ command }) => command)
        .sort(),
    ).toEqual(['hangup', 'holdCall']);
    expect(await errorOf(outcomes[1]!)).toMatchObject({ code: 'IN_FLIGHT', command: 'singleTransfer' });
    expect(watch(outcomes[0]!)).toEqual([]);
  });
});

describe('an answer that comes when the command was given up', () => {
  /** `notReady` is given up, the server says something, and then answers after all. */
  const answeredAfter = async (say: (bench: Bench) => void, before: (bench: Bench) => void = () => undefined): Promise<string> => {
    const bench = benchAt('idle');
    before(bench);
    bench.leave('notReady', { reasonCode: 14 });
    bench.clock.increment(60_000);
    say(bench);
    bench.sdk.succeed('notReady');
    await turns();
    return bench.state().login;
  };

  test('is believed', async () => {
    expect(await answeredAfter(() => undefined)).toBe('break');
  });

  test('is believed, whatever was said of calls since', async () => {
    expect(await answeredAfter((bench) => bench.sdk.emit('EventDtmfSent', { callID: 'x' }))).toBe('break');
  });

  test('is believed, where the server has only said again what it had said of the agent before', async () => {
    const says = (bench: Bench) => bench.sdk.emit('EventAgentReady', { creationTime: START });
    expect(await answeredAfter(says, says)).toBe('break');
  });

  test('is not believed where the server has said something of the agent since', async () => {
    expect(await answeredAfter((bench) => bench.sdk.emit('EventAgentReady'))).toBe('online');
  });
});

describe('personal data of a command in flight', () => {
  test.each([
    [true, true],
    [false, false],
    [undefined, false],
  ])('is told in the chart where revealPersonalData is %p: %p', (revealPersonalData, isTold) => {
    const bench = new Bench(revealPersonalData === undefined ? {} : { revealPersonalData });
    bench.leave('initAgent');
    bench.sdk.succeed('initAgent');
    bench.leave('login');
    bench.sdk.succeed('login');
    bench.leave('makeCall');
    expect(bench.state().work).toBe('calling');
    expect(JSON.stringify(bench.agent.actor.getSnapshot().context).includes('13800138000')).toBe(isTold);
  });
});

test.each([
  [true, true],
  [false, false],
  [undefined, false],
])('personal data that the server tells is in the chart in clear where revealPersonalData is %p: %p', (revealPersonalData, isTold) => {
  const bench = new Bench(revealPersonalData === undefined ? {} : { revealPersonalData });
  bench.customer('EventRinging', { otherDN: '13712345678' });
  expect(JSON.stringify(bench.agent.actor.getSnapshot().context).includes('13712345678')).toBe(isTold);
});

test('an agent whose storage is empty connects', () => {
  const bench = new Bench({ storage: new PageStorage() });
  bench.leave('initAgent');
  bench.sdk.succeed('initAgent');
  expect(bench.state().connection).toBe('connected');
});

test('an agent without a storage reports nothing of storage', () => {
  const reports: AgentReport[] = [];
  const bench = new Bench();
  bench.agent.on('switchhook:storage', (report) => reports.push(report as AgentReport));
  bench.leave('initAgent');
  bench.sdk.succeed('initAgent');
  bench.sdk.emit('EventRinging', { callID: 'call-1', callType: 'Inbound' });
  expect(reports).toEqual([]);
});
