import { describe, expect, test } from '@jest/globals';
import { type Bench, benchAt, CUSTOMER, regain, THIRD } from '../support/bench/index.js';

const SECOND = { ...THIRD, partyID: 'party-3', otherDN: '1003' };
const NOBODYS = { ...THIRD, partyID: 'party-4' };

const later = ({ clock }: Bench): void => {
  clock.increment(5000);
};

describe('keys go out in every consult whose third party has answered', () => {
  test('while a conference forms and the third party has no leg of its own any more', () => {
    const bench = benchAt('consulting, connected');
    bench.leave('consultConference');
    bench.third('EventReleased');
    expect(bench.state()).toMatchObject({ work: 'consulting', consult: { phase: 'talking' } });
    expect(bench.agent.can('sendDtmf')).toBe(true);
    expect(bench.agent.whyNot('consultTransfer')).toMatchObject({ code: 'IN_FLIGHT' });
  });

  test('while it is not clear whether a transfer is done', () => {
    const bench = benchAt('consulting, connected');
    bench.leave('consultTransfer');
    bench.customer('EventReleased');
    expect(bench.state()).toMatchObject({ work: 'consulting', consult: { phase: 'talking' } });
    expect(bench.agent.can('sendDtmf')).toBe(true);
  });
});

test('a call has a second consult when the first has become a conference', () => {
  const bench = benchAt('consulting, connected');
  bench.leave('consultConference');
  bench.customer('EventAgentRetrieveCall');
  bench.third('EventReleased');
  bench.customer('EventPartyAdded');
  bench.customer('EventPartyDeleted');
  expect(bench.state().work).toBe('talking');
  bench.leave('initiateConsult');
  bench.customer('EventAgentHoldCall');
  bench.emit('EventDialing', SECOND);
  expect(bench.state()).toMatchObject({ work: 'consulting', consult: { phase: 'dialing', partyID: 'party-3' }, pending: [] });
});

test('the talk with a third party of whom nobody knows whether he has answered has a time', () => {
  const bench = benchAt('consulting, not connected');
  regain(bench, {}, CUSTOMER);
  expect(bench.state()).toMatchObject({ work: 'consulting', consult: { phase: 'unknown' } });
  bench.customer('EventReleased');
  expect(bench.state().work).toBe('talking');
  expect(bench.state().call?.establishedAt).toEqual(expect.any(Number));
});

describe('since stays while work stays', () => {
  test('when a leg that nobody knows is held of a call that is', () => {
    const bench = benchAt('holding');
    const { since } = bench.state();
    later(bench);
    bench.emit('EventAgentHoldCall', NOBODYS);
    expect(bench.state()).toMatchObject({ work: 'holding', since });
  });

  test('when a leg that nobody knows is retrieved of a call that is a talk', () => {
    const bench = benchAt('talking');
    const { since } = bench.state();
    later(bench);
    bench.emit('EventAgentRetrieveCall', NOBODYS);
    expect(bench.state()).toMatchObject({ work: 'talking', since });
  });

  test('when the login of a displaced page is refused', () => {
    const bench = benchAt('idle', { standing: 'displaced, offline' });
    const { since } = bench.state();
    later(bench);
    bench.leave('login');
    bench.sdk.fail('login', { errorCode: '330014' });
    expect(bench.state()).toMatchObject({ connection: 'displaced', work: 'idle', since });
  });
});

test('a regain without a call says since when there is none', () => {
  const bench = benchAt('idle');
  const now = bench.clock.now();
  bench.emit('EventAgentRegainStatus', {
    creationTime: now,
    agentStateInfo: { agentState: '1', workStatus: 'ready', workStatusTimestamp: now - 600_000 },
  });
  expect(bench.state()).toMatchObject({ work: 'idle', since: now - 600_000 });
});

test('a consult that was asked for can be given up while a regain names another call', () => {
  const bench = benchAt('talking');
  bench.leave('initiateConsult');
  regain(bench, { workStatus: 'ringing' }, { callID: 'call-2', callType: 'Inbound' });
  expect(bench.state()).toMatchObject({
    work: 'ringing',
    waiting: [{ callID: CUSTOMER.callID, work: 'holding' }],
    pending: [{ command: 'initiateConsult' }],
  });
  expect(bench.agent.can('cancelConsult')).toBe(true);
});
