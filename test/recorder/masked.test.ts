import { describe, expect, test } from '@jest/globals';
import { Confidential } from '../../machines/index.js';
import { Bench, benchAt, CUSTOMER, THIRD } from '../support/bench/index.js';
import { entriesOf, recordAgent } from './recorded.js';

const NUMBER = '13800138000';
const OTHER = '13900139000';
const TOKEN = 'tok-aeiou-f00';
const ORDER = 'ORD-XYZZY';

/** All that a recording gives away, as text. */
function everythingOf(recorder: ReturnType<typeof recordAgent>): string {
  const steps = entriesOf(recorder).map(({ step }) => recorder.at(step)!);
  const refusals = steps.map((moment) => ['makeCall', 'holdCall', 'answer'].map((name) => moment.whyNot(name as 'answer')));
  return JSON.stringify([recorder, steps.map(({ value, state, active }) => ({ value, state, active })), refusals]);
}

describe('a recording gives away', () => {
  test('no number, no token, no attached data and no keys', () => {
    const bench = new Bench();
    const recorder = recordAgent(bench.agent);
    bench.leave('initAgent', { token: TOKEN, companyId: 'company-1', agent: '1005', agentName: 'Quuxina' });
    bench.leave('login', { phoneType: 'pstn', bindMobile: OTHER, agentState: '1' });
    bench.emit('EventAgentReady');
    bench.leave('makeCall', { otherDN: NUMBER, businessTags: ORDER, ANI: OTHER });
    bench.emit('EventDialing', {
      ...CUSTOMER,
      callType: 'Outbound',
      otherDN: NUMBER,
      note: `call ${NUMBER}`,
      attachedData: { order: ORDER },
    });
    bench.emit('EventEstablished', { ...CUSTOMER, callType: 'Outbound', privacyNumber: NUMBER, attachedData: ORDER });
    bench.leave('sendDtmf', { dtmfDigits: '8642#' });
    bench.leave('initiateConsult', { targetType: '0', target: OTHER });
    bench.third('EventDialing', { otherDN: OTHER, attachedData: ORDER });
    bench.emit('EventError', { errorCode: '330041', errorMessage: `${NUMBER} is busy` });
    bench.leave('setRoute', { explicitRule: NUMBER });
    const text = everythingOf(recorder);
    expect(text).toContain('call-1');
    expect(text).toContain('"number-');
    for (const secret of [NUMBER, OTHER, TOKEN, ORDER, '8642', 'Quuxina']) expect(text).not.toContain(secret);
  });

  test('no number to whoever looks into it in the page itself', () => {
    const bench = benchAt('talking');
    const recorder = recordAgent(bench.agent);
    bench.customer('EventAgentHoldCall', { otherDN: NUMBER });
    const confidential = (value: unknown): readonly unknown[] =>
      value instanceof Confidential
        ? [value.reveal()]
        : typeof value === 'object' && value !== null
          ? Object.values(value).flatMap(confidential)
          : [];
    expect(confidential(entriesOf(recorder))).toEqual([]);
    expect(recorder.entry(1)?.data['leg']).toEqual({ callID: 'call-1', partyID: 'party-1', callType: 'Inbound' });
  });

  test('nothing in clear either where the agent shows personal data in clear', () => {
    const bench = benchAt('talking', { bench: new Bench({ revealPersonalData: true }) });
    const recorder = recordAgent(bench.agent);
    bench.customer('EventEstablished', { otherDN: OTHER, attachedData: ORDER });
    const text = everythingOf(recorder);
    for (const secret of [NUMBER, OTHER, ORDER]) expect(text).not.toContain(secret);
  });
});

describe('a pseudonym', () => {
  const otherDNs = (recorder: ReturnType<typeof recordAgent>) =>
    entriesOf(recorder).flatMap(({ data }) => (data['details'] as { otherDN?: string } | undefined)?.otherDN ?? []);

  test('is the same for the same number, however it is written, and another for another', () => {
    const bench = benchAt('talking');
    const recorder = recordAgent(bench.agent);
    for (const otherDN of [NUMBER, OTHER, '138 0013-8000', NUMBER]) bench.customer('EventEstablished', { otherDN });
    const [one, other, again, last] = otherDNs(recorder);
    expect(one).toMatch(/^number-[a-z]{5}$/);
    expect(again).toBe(one);
    expect(last).toBe(one);
    expect(other).not.toBe(one);
    expect(recorder.at(1)?.state.call?.otherDN).toBe(one);
  });

  test('is drawn anew by each recorder, hence says nothing of the number', () => {
    const bench = benchAt('talking');
    const recorders = Array.from({ length: 5 }, () => recordAgent(bench.agent));
    bench.customer('EventEstablished', { otherDN: OTHER });
    const names = recorders.flatMap(otherDNs);
    expect(names).toHaveLength(5);
    expect(new Set(names).size).toBeGreaterThan(1);
  });
});

describe('a value that may be anything', () => {
  test('is told by its kind and not looked into', () => {
    const bench = benchAt('talking');
    const recorder = recordAgent(bench.agent);
    const cycle: Record<string, unknown> = {};
    cycle['self'] = cycle;
    let reads = 0;
    const trap = {
      get inside() {
        return (reads += 1);
      },
    };
    const readsBefore = () => reads;
    bench.customer('EventEstablished', { cycle, list: [1, 2, 3], text: 'y'.repeat(5_000), count: 12, isVip: true });
    const details = recorder.entry(1)?.data['details'];
    expect(details).toMatchObject({ cycle: '[object]', list: '[list]', text: '[text of 5000 characters]', count: '[number]', isVip: true });
    const before = readsBefore();
    bench.customer('EventEstablished', { trap, otherDN: OTHER });
    const byTheMachine = reads - before;
    recordAgent(bench.agent).at(0);
    JSON.stringify(recorder.at(2)?.state);
    expect(reads - before).toBe(byTheMachine);
  });

  test('of ten megabytes costs no more to record than a small one', () => {
    const bench = benchAt('talking');
    const recorder = recordAgent(bench.agent);
    bench.customer('EventEstablished', { attachedData: { all: 'x'.repeat(10_000_000) } });
    expect(recorder.entry(1)?.data['details']).toMatchObject({ attachedData: '[attached data]' });
    expect(recorder.bytes).toBeLessThan(20_000);
  });

  test('of a third party is masked as the customer is', () => {
    const bench = benchAt('consulting, connected');
    const recorder = recordAgent(bench.agent);
    expect(recorder.at(0)?.state.consult).toMatchObject({
      partyID: THIRD.partyID,
      otherDN: expect.stringMatching(/^number-/),
      target: expect.stringMatching(/^number-/),
    });
  });
});
