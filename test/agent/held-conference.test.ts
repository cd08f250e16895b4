import { describe, expect, test } from '@jest/globals';
import { benchAt, turns, watch } from '../support/bench/index.js';

describe('a conference that is held', () => {
  const held = () => {
    const bench = benchAt('conferencing');
    bench.customer('EventAgentHoldCall');
    return bench;
  };

  test('is still a conference, and the parties wait', () => {
    const bench = held();
    expect(bench.state()).toMatchObject({ work: 'conferencing', onHold: 'conference' });
    expect(bench.divergences).toEqual([]);
    expect(bench.agent.can('retrieveCall')).toBe(true);
    expect(bench.agent.can('holdCall')).toBe(false);
  });

  test('is retrieved: retrieveCall is confirmed by the retrieved event', async () => {
    const bench = held();
    const endings = watch(bench.send('retrieveCall'));
    bench.customer('EventAgentRetrieveCall');
    await turns();
    expect(endings).toMatchObject([{ ended: 'resolved', value: { messageID: 'EventAgentRetrieveCall' } }]);
    expect(bench.state()).toMatchObject({ work: 'conferencing', onHold: null, pending: [] });
    expect(bench.agent.can('retrieveCall')).toBe(false);
  });

  test('becomes a held talk of two when a party leaves', () => {
    const bench = held();
    bench.emit('EventPartyDeleted', { callID: 'call-1', partyID: 'party-2' });
    expect(bench.state()).toMatchObject({ work: 'holding', onHold: 'customer' });
  });

  test('and one that is not held becomes a talk of two', () => {
    const bench = benchAt('conferencing');
    bench.emit('EventPartyDeleted', { callID: 'call-1', partyID: 'party-2' });
    expect(bench.state()).toMatchObject({ work: 'talking', onHold: null });
  });
});

describe('the forming of a conference', () => {
  test('ends every hold', () => {
    const bench = benchAt('consulting, connected');
    bench.third('EventAgentHoldCall');
    expect(bench.state().onHold).toBe('thirdParty');
    bench.third('EventPartyAdded');
    expect(bench.state()).toMatchObject({ work: 'conferencing', onHold: null });
  });
});

describe('a consult that is swapped', () => {
  test('the last held or retrieved of either leg decides who waits', () => {
    const bench = benchAt('consulting, connected');
    expect(bench.state().onHold).toBe('customer');
    const steps = [
      [bench.customer, 'EventAgentRetrieveCall', 'thirdParty'],
      [bench.third, 'EventAgentRetrieveCall', 'customer'],
      [bench.third, 'EventAgentHoldCall', 'thirdParty'],
      [bench.customer, 'EventAgentHoldCall', 'customer'],
    ] as const;
    for (const [say, messageID, onHold] of steps) {
      say(messageID);
      expect(bench.state()).toMatchObject({ work: 'consulting', consult: { phase: 'talking' }, onHold });
    }
    expect(bench.divergences).toEqual([]);
  });

  test('and whose customer hangs up while the third party is held leaves a held talk', () => {
    const bench = benchAt('consulting, connected');
    bench.third('EventAgentHoldCall');
    bench.customer('EventReleased');
    expect(bench.state()).toMatchObject({ work: 'holding', consult: null, call: { partyID: 'party-2' } });
  });
});
