import { describe, expect, test } from '@jest/globals';
import { ReferenceModel, type HouseRules, type Sight } from '../../adapters/testing/index.js';

const RULES = { wrapUp: 30_000, ring: 20_000, dial: 45_000, lockAfterMissed: 3, callWaiting: 2 } satisfies HouseRules;

type Seen = Sight['agents'][number];
type Phones = Readonly<Partial<Record<'Dora' | 'Emil', 'idle' | 'dialing' | 'ringing' | 'talking'>>>;

function truth(agentID: string, more: Partial<Seen> = {}): Seen {
  return {
    agentID,
    login: 'online',
    reasonCode: null,
    work: 'idle',
    since: 0,
    call: null,
    consult: null,
    waiting: [],
    onHold: null,
    muted: false,
    acw: null,
    device: 'registered',
    connected: true,
    ends: [],
    links: {},
    phoneType: 'webrtc',
    ext: null,
    mobile: null,
    missed: 0,
    ...more,
  };
}
const callWith = (otherDN: string): NonNullable<Seen['call']> => ({
  callID: `call of ${otherDN}`,
  partyID: 'p',
  callType: 'Inbound',
  thisDN: '',
  otherDN,
  attachedData: null,
  establishedAt: 0,
});
const thirdParty = (otherDN: string): NonNullable<Seen['consult']> => ({
  ...callWith(otherDN),
  callType: 'Consult',
  phase: 'talking',
  target: otherDN,
});
const waits = (work: 'dialing' | 'ringing' | 'talking' | 'holding', otherDN: string, since = 0) => ({ ...callWith(otherDN), work, since });

/** Ada and Ben work here; Dora and Emil call. */
function seen(ada: Partial<Seen>, phones: Phones, ben: Partial<Seen> = {}): Sight {
  return {
    agents: [truth('Ada', ada), truth('Ben', ben)],
    customers: (['Dora', 'Emil'] as const).map((name) => ({ name, state: phones[name] ?? 'idle' })),
    isQueueing: false,
    nameOf: (dn) => dn,
  };
}

function lookingAt(sight: Sight, rules: HouseRules = RULES): ReferenceModel {
  const model = new ReferenceModel({ agents: ['Ada', 'Ben'], supervisors: [], customers: ['Dora', 'Emil'], rules });
  model.lookAround(sight, 1_000);
  return model;
}

describe('whoever looks around sees', () => {
  test('a call that waits beside the one in hand, and since when it rings', () => {
    const sight = seen(
      { work: 'talking', call: callWith('Dora'), waiting: [waits('ringing', 'Emil', 500)] },
      { Dora: 'talking', Emil: 'dialing' },
    );
    const model = lookingAt(sight);
    expect(model.doubts).toBeNull();
    expect(model.company.get('Ada').waiting).toEqual([{ is: 'rung', by: 'Emil', shown: 'Emil', until: 20_500 }]);
    expect(model.disagreements(sight)).toEqual([]);
    expect(model.command('Ada', 'answer', {})).toBe('done');
    expect(model.disagreements(sight)).toEqual([
      { who: 'Ada', model: 'online, talking (Emil), waiting: holding Dora', centre: 'online, talking (Dora), waiting: ringing Emil' },
    ]);
  });

  // Found by sequence 3,673,60,f52,377: an agent's call rings on while another is answered and over.
  test('how long a phone rings that an agent has called, unless another call may have come between', () => {
    const sight = seen({ work: 'dialing', since: 9_000, call: callWith('Dora') }, { Dora: 'ringing' });
    expect(lookingAt(sight, { ...RULES, callWaiting: 0 }).sceneOf('Dora')).toMatchObject({ is: 'rung', until: 54_000 });
    expect(lookingAt(sight).doubts).toBe('it cannot be seen for how long a phone will ring');
  });

  test('no two calls with one and the same, and none with somebody who has no call', () => {
    const twice = seen({ work: 'talking', call: callWith('Dora'), waiting: [waits('holding', 'Dora')] }, { Dora: 'talking' });
    const nobody = seen({ work: 'talking', call: callWith('Dora'), waiting: [waits('holding', 'Emil')] }, { Dora: 'talking' });
    for (const sight of [twice, nobody]) expect(lookingAt(sight).doubts).toBe('it cannot be seen who is on the phone with whom');
  });

  test('who of a consult waits', () => {
    const consult = { work: 'consulting', call: callWith('Dora'), consult: thirdParty('Ben') } as const;
    const ben = { work: 'talking', call: callWith('Ada') } as const;
    const swapped = lookingAt(seen({ ...consult, onHold: 'thirdParty' }, { Dora: 'talking' }, ben));
    expect(swapped.sceneOf('Ada')).toMatchObject({ is: 'consulting', onHold: 'thirdParty' });
    const plain = seen({ ...consult, onHold: 'customer' }, { Dora: 'talking' }, ben);
    expect(lookingAt(plain).sceneOf('Ada')).toMatchObject({ is: 'consulting', onHold: 'customer' });
    expect(swapped.disagreements(plain)).toEqual([
      {
        who: 'Ada',
        model: 'online, consulting (Dora and Ben), third party connected, third party held',
        centre: 'online, consulting (Dora and Ben), third party connected',
      },
    ]);
    expect(lookingAt(seen({ ...consult, onHold: null }, { Dora: 'talking' }, ben)).doubts).toBe(
      'it cannot be seen who is on the phone with whom',
    );
  });

  test('who holds his part of a conference', () => {
    const ben = { work: 'conferencing', call: callWith('Dora') } as const;
    const sight = seen({ work: 'conferencing', call: callWith('Dora'), onHold: 'conference' }, { Dora: 'talking' }, ben);
    const model = lookingAt(sight);
    expect(model.sceneOf('Ada')).toMatchObject({ is: 'conferring', isHeld: true });
    expect(model.sceneOf('Ben')).toMatchObject({ is: 'conferring', isHeld: false });
    expect(model.disagreements(sight)).toEqual([]);
    model.retrievesOwnPhone('Ada');
    expect(model.disagreements(sight)).toEqual([{ who: 'Ada', model: 'online, conferencing', centre: 'online, conferencing, held' }]);
  });

  test("a dialer's call: the customer is there already, and the agent's phone rings", () => {
    const model = lookingAt(seen({ work: 'ringing', call: callWith('Dora') }, { Dora: 'talking' }), { ...RULES, callWaiting: 0 });
    expect(model.doubts).toBeNull();
    expect(model.sceneOf('Dora')).toEqual({ is: 'calling', whom: 'Ada' });
    model.command('Ada', 'rejectCall', {});
    expect(model.sceneOf('Ada')).toEqual({ is: 'nothing' });
  });

  test('a phone that is lost, and nothing of one that nobody has spoken of', () => {
    const lost = seen({ device: 'lost' }, {});
    const model = lookingAt(lost);
    expect(model.company.get('Ada').device).toBe('lost');
    model.phoneIsRegistered('Ada');
    expect(model.disagreements(lost)).toEqual([{ who: 'Ada', model: 'online, idle', centre: 'online, idle, phone lost' }]);
    expect(model.disagreements(seen({ device: 'unknown' }, {}))).toEqual([]);
    expect(model.disagreements(seen({}, {}))).toEqual([]);
  });

  test('not since when a call rings, where calls wait: it may have waited before', () => {
    expect(lookingAt(seen({ work: 'ringing', call: callWith('Dora') }, { Dora: 'dialing' })).doubts).toBe(
      'it cannot be seen for how long a phone will ring',
    );
  });

  test('not how many of several phones still ring', () => {
    const model = new ReferenceModel({
      agents: ['Ada', 'Ben'],
      supervisors: [],
      customers: ['Dora', 'Emil'],
      rules: { ...RULES, callWaiting: 0 },
    });
    model.hasPhones('Ada', 2);
    model.lookAround(seen({ work: 'ringing', call: callWith('Dora') }, { Dora: 'dialing' }), 0);
    expect(model.onePhoneEnds('Ada')).toBeNull();
    expect(model.doubts).toBe('how many phones ring');
  });
});
