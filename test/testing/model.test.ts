import { describe, expect, test } from '@jest/globals';
import { ReferenceModel, type Intent, type Scene, type Sight } from '../../adapters/testing/index.js';
import type { CommandName } from '../../adapters/sobot/index.js';
import type { Truth } from '../../adapters/simulator/index.js';

const RULES = { wrapUp: 30_000, ring: 20_000, dial: 45_000, lockAfterMissed: 3 };

/** Ada (a supervisor), Ben and Chen work here; Dora and Emil call. */
function newModel(): ReferenceModel {
  const model = new ReferenceModel({ agents: ['Ada', 'Ben', 'Chen'], supervisors: ['Ada'], customers: ['Dora', 'Emil'], rules: RULES });
  for (const agent of ['Ada', 'Ben', 'Chen']) model.command(agent, 'login', { isOnline: true });
  return model;
}

type Deed = readonly [who: string, what: CommandName | 'dials', about?: string];

function deeds(...done: readonly Deed[]): ReferenceModel {
  const model = newModel();
  for (const [who, what, about] of done) {
    if (what === 'dials') model.dialIn(who, about!);
    else model.command(who, what, about === undefined ? {} : { target: about });
  }
  return model;
}

const TALK: readonly Deed[] = [
  ['Dora', 'dials', 'Ada'],
  ['Ada', 'answer'],
];
const ASKED: readonly Deed[] = [...TALK, ['Ada', 'initiateConsult', 'Ben']];
const CONSULT: readonly Deed[] = [...ASKED, ['Ben', 'answer']];

const scenes = (model: ReferenceModel): Record<string, Scene['is']> =>
  Object.fromEntries([...model.company.people.values()].map(({ name, scene }) => [name, scene.is]));

describe('the reference model says what a person would say', () => {
  const NOTHING = { Ada: 'nothing', Ben: 'nothing', Chen: 'nothing', Dora: 'nothing', Emil: 'nothing' };

  test.each<[string, readonly Deed[], Partial<Record<string, Scene['is']>>]>([
    ['a customer calls', [['Dora', 'dials', 'Ada']], { Dora: 'calling', Ada: 'rung' }],
    ['the agent answers', TALK, { Dora: 'talking', Ada: 'talking' }],
    [
      'the agent rejects the call',
      [
        ['Dora', 'dials', 'Ada'],
        ['Ada', 'rejectCall'],
      ],
      {},
    ],
    [
      'the customer gives up',
      [
        ['Dora', 'dials', 'Ada'],
        ['Dora', 'hangup'],
      ],
      {},
    ],
    ['the customer hangs up after a talk', [...TALK, ['Dora', 'hangup']], { Ada: 'wrapping up' }],
    [
      'an agent calls a customer, who answers',
      [
        ['Ada', 'makeCall', 'Dora'],
        ['Dora', 'answer'],
      ],
      { Ada: 'talking', Dora: 'talking' },
    ],
    ['an agent calls a colleague', [['Ada', 'makeCall', 'Ben']], { Ada: 'calling', Ben: 'rung' }],
    ['the customer is held, and hears nothing of it', [...TALK, ['Ada', 'holdCall']], { Ada: 'holding', Dora: 'talking' }],
    ['a colleague is asked', ASKED, { Ada: 'consulting', Ben: 'rung', Dora: 'talking' }],
    ['the colleague does not answer: the customer still waits', [...ASKED, ['Ben', 'rejectCall']], { Ada: 'holding', Dora: 'talking' }],
    ['the colleague answers', CONSULT, { Ada: 'consulting', Ben: 'talking', Dora: 'talking' }],
    ['the customer goes meanwhile: the two talk on', [...CONSULT, ['Dora', 'hangup']], { Ada: 'talking', Ben: 'talking' }],
    ['the consult is transferred', [...CONSULT, ['Ada', 'consultTransfer']], { Ada: 'wrapping up', Ben: 'talking', Dora: 'talking' }],
    ['the consult is joined', [...CONSULT, ['Ada', 'consultConference']], { Ada: 'conferring', Ben: 'conferring', Dora: 'conferring' }],
    [
      'one of three goes',
      [...CONSULT, ['Ada', 'consultConference'], ['Ada', 'hangup']],
      { Ada: 'wrapping up', Ben: 'talking', Dora: 'talking' },
    ],
    ['back to the customer', [...CONSULT, ['Ada', 'retrieveConsult']], { Ada: 'talking', Ben: 'wrapping up', Dora: 'talking' }],
    ['a call is handed over', [...TALK, ['Ada', 'singleTransfer', 'Ben']], { Ada: 'talking', Ben: 'rung', Dora: 'talking' }],
    ['and taken', [...TALK, ['Ada', 'singleTransfer', 'Ben'], ['Ben', 'answer']], { Ada: 'wrapping up', Ben: 'talking', Dora: 'talking' }],
    [
      'the supervisor throws somebody out',
      [
        ['Dora', 'dials', 'Ben'],
        ['Ben', 'answer'],
        ['Ada', 'forceLogout', 'Ben'],
      ],
      {},
    ],
  ])('%s', (_name, done, expected) => {
    const model = deeds(...done);
    expect(scenes(model)).toEqual({ ...NOTHING, ...expected });
    expect(model.doubts).toBeNull();
  });

  test.each<[string, CommandName, readonly Deed[], Intent]>([
    ['Ada', 'holdCall', [['Dora', 'dials', 'Ada']], {}],
    ['Ada', 'makeCall', TALK, { target: 'Emil' }],
    ['Ben', 'forceBusy', [], { target: 'Ada' }],
    ['Ada', 'ready', [], {}],
    ['Ada', 'consultTransfer', ASKED, {}],
    ['Ada', 'initiateConsult', [...TALK, ['Emil', 'dials', 'Ben']], { target: 'Ben' }],
    ['Ada', 'logout', TALK, {}],
    ['Ada', 'muteCall', [['Dora', 'dials', 'Ada']], {}],
  ])('%s: %s is refused then, and nothing has changed', (who, command, done, intent) => {
    const model = deeds(...done);
    const before = scenes(model);
    expect(model.command(who, command, intent)).toBe('refused');
    expect(scenes(model)).toEqual(before);
  });

  test('three missed calls, and the system locks the agent until ready', () => {
    const missed: Deed[] = [
      ['Dora', 'dials', 'Ada'],
      ['Ada', 'rejectCall'],
    ];
    const model = deeds(...missed, ...missed, ...missed);
    expect(model.company.get('Ada')).toMatchObject({ signedIn: 'locked', reasonCode: null });
    expect(model.command('Ada', 'notReady', { reasonCode: 11 })).toBe('refused');
    expect(model.command('Ada', 'ready', {})).toBe('done');
    expect(model.company.get('Ada').signedIn).toBe('online');
  });

  test('wrapping up ends by itself, and a phone does not ring for ever', () => {
    const model = deeds(...TALK, ['Dora', 'hangup'], ['Emil', 'dials', 'Ben']);
    expect(model.deadlines).toEqual([30_000, 20_000]);
    model.itIs(25_000);
    expect(scenes(model)).toMatchObject({ Ada: 'wrapping up', Ben: 'nothing', Emil: 'nothing' });
    expect(model.company.get('Ben').missed).toBe(1);
    model.itIs(31_000);
    expect(scenes(model)).toMatchObject({ Ada: 'nothing' });
  });
});

describe('where plain words end, the reference model', () => {
  const truth = (agentID: string, more: Partial<Truth> = {}): Truth => ({
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
  });
  const callWith = (otherDN: string): NonNullable<Truth['call']> => ({
    callID: 'c',
    partyID: 'p',
    callType: 'Inbound',
    thisDN: '',
    otherDN,
    attachedData: null,
    establishedAt: 0,
  });
  const sight = (agents: readonly Truth[], dora: 'idle' | 'talking' = 'talking'): Sight => ({
    agents,
    customers: [
      { name: 'Dora', state: dora },
      { name: 'Emil', state: 'idle' },
    ],
    isQueueing: false,
    nameOf: (dn) => dn,
  });

  test('says so, and does not guess', () => {
    const model = deeds(...TALK, ['Ada', 'singleTransfer', 'Ben']);
    expect(model.command('Dora', 'hangup', {})).toBeNull();
    expect(model.doubts).toBe('the other side goes while the call is handed over');
    expect(model.command('Ada', 'muteCall', {})).toBeNull();
  });

  // Seed 507, sequence 32 of the kit.
  test("does not say which comes first, a call to somebody or the end of that person's wait for somebody else", () => {
    const model = deeds(['Dora', 'dials', 'Ben']);
    model.itIs(RULES.ring - 100);
    expect(model.command('Ada', 'makeCall', { target: 'Dora' })).toBeNull();
    expect(model.doubts).toBe('which comes first: the command, or the end of a wait');
  });

  test('looks around, and can say again', () => {
    const model = newModel();
    model.doubt('things are under way');
    model.lookAround(sight([truth('Ada', { work: 'talking', call: callWith('Dora') }), truth('Ben'), truth('Chen')]), 0);
    expect(model.doubts).toBeNull();
    expect(model.command('Ada', 'hangup', {})).toBe('done');
    expect(scenes(model)).toMatchObject({ Ada: 'wrapping up', Dora: 'nothing' });
  });

  test('does not believe half of a picture', () => {
    const model = newModel();
    model.lookAround(sight([truth('Ada', { work: 'talking', call: callWith('Dora') }), truth('Ben'), truth('Chen')], 'idle'), 0);
    expect(model.doubts).toBe('it cannot be seen who is on the phone with whom');
  });

  test('tells what the centre says differently', () => {
    const model = deeds(...TALK, ['Ada', 'muteCall']);
    const seen = sight([
      truth('Ada', { work: 'talking', call: callWith('Dora') }),
      truth('Ben'),
      truth('Chen', { login: 'break', reasonCode: 13 }),
    ]);
    expect(model.disagreements(seen)).toEqual([
      { who: 'Ada', model: 'online, talking (Dora), muted', centre: 'online, talking (Dora)' },
      { who: 'Chen', model: 'online, idle', centre: 'break 13, idle' },
    ]);
  });
});
