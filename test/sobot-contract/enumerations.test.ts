import { describe, expect, test } from '@jest/globals';
import { normaliseRole } from '../../adapters/sobot/index.js';
import { Bench, benchAt } from '../support/bench/index.js';
import { CUSTOMER, openFloor } from '../simulator/support/floor.js';
import { covers } from './covers.js';

/** Value and meaning of an item of an enumeration. */
function valueIn(item: string): { value: string; meaning: string } {
  const [, value = '', meaning = ''] = /^enum \w+ (\w+): (.+)$/.exec(item) ?? [];
  return { value, meaning };
}

describe('every reason for not being ready', () => {
  test.each(
    covers(
      'enum reasonCode 2: DND',
      'enum reasonCode 11: Break',
      'enum reasonCode 12: Break (Training)',
      'enum reasonCode 13: Break (Meeting)',
      'enum reasonCode 14: Break (Dining)',
      'enum reasonCode 15: Break (Active)',
      'enum reasonCode 16: Break (Custom 1)',
      'enum reasonCode 17: Break (Custom 2)',
      'enum reasonCode 18: Break (Custom 3)',
    ),
  )('%s: is told the agent, and leads him there', (item) => {
    const { value, meaning } = valueIn(item);
    const desk = openFloor().signIn('1001');
    const states = desk.run('queryStates')?.result['states'] as { code: string; name: string }[];
    // DND is no break: it can always be taken, and is not among them.
    expect(states.find(({ code }) => code === value)?.name).toBe(meaning === 'DND' ? undefined : meaning);
    expect(desk.run('notReady', { reasonCode: Number(value) })?.outcome).toBe('success');

    const bench = benchAt('idle');
    bench.sdk.emit('EventAgentNotReady', { reasonCode: value });
    expect(bench.state()).toMatchObject({ login: meaning === 'DND' ? 'dnd' : 'break', reasonCode: Number(value) });
  });
});

describe('every state of an agent', () => {
  const STATES: Readonly<Record<string, string>> = { offline: 'offline', online: 'online', DND: 'dnd' };

  test.each(covers('enum agentState 0: offline', 'enum agentState 1: online', 'enum agentState 2: DND'))('%s', (item) => {
    const { value, meaning } = valueIn(item);
    const floor = openFloor();
    const desk = floor.signIn('1001', { agentState: value === '0' ? '1' : value });
    if (meaning === 'offline') desk.run('logout');
    expect(floor.centre.truth('1001').login).toBe(STATES[meaning]);
    expect(desk.run('queryAgents', { agentState: -1 })?.result['agents']).toContainEqual(
      expect.objectContaining({ agentID: '1001', agentState: Number(value) }),
    );
    const bench = benchAt('idle', { standing: meaning === 'offline' ? 'connected, online' : 'connected, offline' });
    bench.sdk.emit('EventAgentRegainStatus', { agentStateInfo: { agentState: value } });
    expect(bench.state().login).toBe(STATES[meaning]);
  });
});

describe('every way to answer calls', () => {
  test.each(covers('enum phoneType sip: SIP phone', 'enum phoneType pstn: phone', 'enum phoneType webrtc: web page'))(
    '%s: is where the call rings',
    (item) => {
      const { value, meaning } = valueIn(item);
      const floor = openFloor({ handset: 'manual', behaviour: { sipAnswer: 'deviceOnly' } });
      const desk = floor.signIn('1001', { phoneType: value });
      expect(floor.centre.truth('1001').phoneType).toBe(value);
      floor.centre.customer(CUSTOMER).dial('1001');
      floor.rest();
      const phone = meaning === 'phone' ? floor.centre.customer('13900000001') : floor.centre.device('8001');
      expect(phone.state).toBe('ringing');
      // Only a web page takes its call itself.
      desk.run('answer');
      expect(floor.centre.truth('1001').work).toBe(meaning === 'web page' ? 'talking' : 'ringing');
      if (meaning !== 'web page') phone.answer();
      floor.rest();
      expect(floor.centre.truth('1001').work).toBe('talking');
    },
  );
});

describe('every work status that the rules name', () => {
  const WORK: Readonly<Record<string, string>> = {
    ready: 'idle',
    occupied: 'idle',
    locking: 'idle',
    calling: 'dialing',
    dialing: 'dialing',
    talking: 'talking',
    holding: 'holding',
    sorting: 'acw',
  };

  test.each(
    covers(
      'enum workStatus (named in the rules) ready',
      'enum workStatus (named in the rules) occupied',
      'enum workStatus (named in the rules) locking',
      'enum workStatus (named in the rules) calling',
      'enum workStatus (named in the rules) dialing',
      'enum workStatus (named in the rules) talking',
      'enum workStatus (named in the rules) holding',
      'enum workStatus (named in the rules) sorting',
    ),
  )('%s: is where a page that is loaded anew finds the agent', (item) => {
    const status = item.split(' ').at(-1)!;
    const work = WORK[status]!;
    const isCall = !['idle', 'acw'].includes(work);
    const bench = new Bench();
    bench.leave('initAgent');
    bench.sdk.emit('EventAgentRegainStatus', {
      agentStateInfo: { agentState: status === 'ready' ? '1' : '2', reasonCode: '11', workStatus: status },
      ...(isCall ? { workStatusInfo: { callID: 'call-1', callType: 'Outbound', otherDN: CUSTOMER } } : {}),
    });
    bench.sdk.succeed('initAgent');
    const login = { ready: 'online', locking: 'locked' }[status] ?? 'break';
    expect(bench.state()).toMatchObject({ work, login });
    expect(bench.agent.can('logout')).toBe(work === 'idle');
  });
});

describe('every role of a number in a call', () => {
  test.each(
    covers(
      'enum DNRole 0: Unknown',
      'enum DNRole 1: Origination',
      'enum DNRole 2: Destination',
      'enum DNRole 3: AddedBy',
      'enum DNRole 4: NewParty',
      'enum DNRole 5: DeletedBy',
      'enum DNRole 6: DeletedParty',
      'enum DNRole 7: ObserveBy',
      'enum DNRole 8: TransferBy',
      'enum DNRole 9: ConsultBy',
      'enum DNRole 10: BargeinBy',
      'enum DNRole 11: BargeinTo',
      'enum DNRole 12: InterceptTo',
      'enum DNRole 13: TransferTo',
      'enum DNRole 14: ObserveTo',
      'enum DNRole 15: InterceptBy',
      'enum DNRole 16: ConferenceBy',
    ),
  )('%s: has its name in the state, whether it comes as number, numeric text or name', (item) => {
    const { value, meaning } = valueIn(item);
    for (const form of [Number(value), value, ` ${value} `, meaning]) {
      expect(normaliseRole(form)).toBe(meaning);
      const bench = benchAt('ringing');
      bench.customer('EventEstablished', { thirdDNRole: form });
      expect(bench.state().call?.['thirdDNRole']).toBe(meaning);
    }
  });
});
