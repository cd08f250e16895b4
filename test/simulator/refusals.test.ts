import { describe, expect, test } from '@jest/globals';
import type { Truth } from '../../adapters/simulator/index.js';
import { refusedBy } from '../../adapters/sobot/errors/error-classes.js';
import { CUSTOMER, openFloor, type Command } from './support/floor.js';
import {
  conferenceScene,
  consultingScene,
  consultRingingScene,
  readyScene,
  ringingScene,
  talkingScene,
  type Scene,
} from './support/scenes.js';

const THIRD = '13700000000';
const TARGET = { targetType: '1', target: THIRD };

const PARAMS: Partial<Record<Command, object>> = {
  makeCall: { otherDN: THIRD },
  singleTransfer: TARGET,
  initiateConsult: TARGET,
  delayACW: { delayTime: 60 },
  sendDtmf: { dtmfDigits: '1' },
};

const CALL_COMMANDS = [
  'makeCall',
  'answer',
  'rejectCall',
  'hangup',
  'holdCall',
  'retrieveCall',
  'muteCall',
  'unmute',
  'singleTransfer',
  'initiateConsult',
  'cancelConsult',
  'retrieveConsult',
  'consultTransfer',
  'consultConference',
  'delayACW',
  'completeACW',
  'completeACWToBusy',
  'sendDtmf',
] as const satisfies readonly Command[];

type CallCommand = (typeof CALL_COMMANDS)[number];

function then(make: () => Scene, ...commands: [Command, object?][]): () => Scene {
  return () => {
    const scene = make();
    for (const [command, params] of commands) scene.desk.run(command, params);
    scene.desk.news();
    return scene;
  };
}

/** The text of the vendor's mobile SDKs for each code: the reason for which a command deserves it. */
const VENDOR = {
  '330007': 'too frequent, or repeated: it is so, or under way, already',
  '330013': 'in sorting',
  '330035': 'in a call',
  '330039': 'not in a talk',
  '330058': 'call already initiated',
  '330061': 'not in a call (keys)',
  '330102': 'not in sorting, or it has ended',
  '330303': 'the call has ended',
  '391026': 'on hold, retrieve first',
  '391038': 'already in a consult',
  '391039': 'already in a conference',
  '391043': 'an inbound call is already assigned, cannot dial',
} as const;
type Code = keyof typeof VENDOR;

/** A state, how to get there, and the code for every command that is illegal in it; all others are legal. */
interface Case {
  readonly state: string;
  readonly make: () => Scene;
  readonly work: Truth['work'];
  readonly refused: Partial<Record<CallCommand, Code>>;
}

function all<Name extends CallCommand>(code: Code, ...commands: readonly Name[]): Record<Name, Code> {
  return Object.fromEntries(commands.map((command) => [command, code])) as Record<Name, Code>;
}

const OFFERED = ['answer', 'rejectCall'] as const;
const SORTING = ['delayACW', 'completeACW', 'completeACWToBusy'] as const;
const MICROPHONE = ['muteCall', 'unmute'] as const;
const EXTENDING = ['singleTransfer', 'initiateConsult'] as const;
const OF_REACHED = ['retrieveConsult', 'consultTransfer', 'consultConference'] as const;
const OF_CONSULT = ['cancelConsult', ...OF_REACHED] as const;

const NO_ACW = all('330102', ...SORTING);
const NO_TALK = {
  ...all('330039', 'holdCall', 'retrieveCall', ...MICROPHONE, ...EXTENDING, ...OF_CONSULT),
  sendDtmf: '330061',
} as const;
const IN_CALL = { ...all('330035', 'makeCall', ...OFFERED), ...NO_ACW } as const;
const NO_CALL = { ...NO_TALK, ...all('330303', ...OFFERED), hangup: '330039' } as const;
const IN_CONFERENCE = { ...IN_CALL, ...all('391039', 'holdCall', ...EXTENDING, ...OF_CONSULT), unmute: '330007' } as const;
const IN_CONSULT = { ...IN_CALL, ...all('391038', 'holdCall', 'retrieveCall', ...EXTENDING), unmute: '330007' } as const;

function pressed(make: () => Scene, ...keys: ('hold' | 'swap')[]): () => Scene {
  return () => {
    const scene = make();
    for (const key of keys) {
      scene.centre.device('8001')[key]();
      scene.rest();
    }
    scene.desk.news();
    return scene;
  };
}

const CASES: readonly Case[] = [
  { state: 'idle', make: readyScene, work: 'idle', refused: { ...NO_CALL, ...NO_ACW } },
  {
    state: 'dialing',
    make: then(readyScene, ['makeCall', { otherDN: CUSTOMER }]),
    work: 'dialing',
    refused: { ...NO_TALK, ...IN_CALL },
  },
  { state: 'ringing', make: ringingScene, work: 'ringing', refused: { ...NO_TALK, ...NO_ACW, makeCall: '391043' } },
  {
    state: 'talking',
    make: talkingScene,
    work: 'talking',
    refused: { ...IN_CALL, ...all('330303', ...OF_CONSULT), ...all('330007', 'retrieveCall', 'unmute') },
  },
  {
    state: 'talking, muted',
    make: then(talkingScene, ['muteCall']),
    work: 'talking',
    refused: { ...IN_CALL, ...all('330303', ...OF_CONSULT), ...all('330007', 'retrieveCall', 'muteCall') },
  },
  {
    state: 'holding',
    make: then(talkingScene, ['holdCall']),
    work: 'holding',
    refused: {
      ...IN_CALL,
      ...all('391026', 'holdCall', ...EXTENDING, 'sendDtmf'),
      ...all('330303', ...OF_CONSULT),
      unmute: '330007',
    },
  },
  {
    state: 'consulting, third party rings',
    make: consultRingingScene,
    work: 'consulting',
    refused: { ...IN_CONSULT, ...all('330039', ...OF_REACHED), sendDtmf: '330061' },
  },
  {
    state: 'consulting, third party talks',
    make: consultingScene,
    work: 'consulting',
    refused: { ...IN_CONSULT, cancelConsult: '391038' },
  },
  {
    state: 'consulting, third party waits',
    make: pressed(consultingScene, 'swap'),
    work: 'consulting',
    refused: { ...IN_CONSULT, cancelConsult: '391038' },
  },
  {
    state: 'consulting, both wait',
    make: pressed(consultingScene, 'hold'),
    work: 'consulting',
    refused: { ...IN_CONSULT, cancelConsult: '391038', sendDtmf: '391026' },
  },
  {
    state: 'conferencing',
    make: conferenceScene,
    work: 'conferencing',
    refused: { ...IN_CONFERENCE, retrieveCall: '330007' },
  },
  {
    state: 'conferencing, held',
    make: pressed(conferenceScene, 'hold'),
    work: 'conferencing',
    refused: { ...IN_CONFERENCE, sendDtmf: '391026' },
  },
  { state: 'sorting', make: then(talkingScene, ['hangup']), work: 'acw', refused: { ...NO_CALL, makeCall: '330013' } },
];

const reasonFor = (code: Code | undefined): string => (code === undefined ? 'done' : `${code}, ${VENDOR[code]}`);

describe.each(CASES)('while $state', ({ make, work, refused }) => {
  test.each(CALL_COMMANDS.map((command) => [command, reasonFor(refused[command]), refused[command]] as const))(
    '%s is answered with: %s',
    (command, _reason, code) => {
      const scene = make();
      const before = scene.centre.truth('1001');
      expect(before.work).toBe(work);
      const legs = scene.centre.legs();
      scene.desk.run(command, PARAMS[command]);
      if (code === undefined) {
        expect(scene.desk.messages.filter(({ messageID }) => messageID === 'EventError')).toEqual([]);
        return;
      }
      expect(scene.desk.news()).toEqual(['EventError']);
      expect(scene.desk.last('EventError')).toMatchObject({ errorCode: code, errorMessage: expect.any(String) });
      expect(scene.centre.truth('1001')).toEqual(before);
      expect(scene.centre.legs()).toEqual(legs);
    },
  );
});

test('a page can tell whose refusal it is: the adapter knows each code as one that can refuse the command', () => {
  const told = CASES.flatMap(({ refused }) => Object.entries(refused) as [CallCommand, Code][]);
  const strange = told.filter(([command, code]) => !refusedBy(code).includes(command));
  // The vendor says that on hold all else is refused so; no page sends keys then, and none waits for them.
  expect(new Set(strange.map(([command, code]) => `${command} ${code}`))).toEqual(new Set(['sendDtmf 391026']));
});

test.each(CALL_COMMANDS)('%s of an agent who is not signed in is refused with 330005, not signed in', (command) => {
  const desk = openFloor().open('1001');
  desk.run(command, PARAMS[command]);
  expect(desk.last('EventError')).toMatchObject({ errorCode: '330005' });
});

test.each(CALL_COMMANDS)('%s of a page that has not initialised is refused with 330014', (command) => {
  const desk = openFloor().open('nobody');
  desk.run(command, PARAMS[command]);
  expect(desk.last('EventError')).toMatchObject({ errorCode: '330014' });
});

test('a second call command while the first is under way is refused, hangup is not', () => {
  const scene = talkingScene();
  scene.desk.sdk.holdCall();
  scene.desk.sdk.retrieveCall();
  scene.desk.sdk.hangup();
  scene.rest();
  expect(scene.desk.last('EventError')).toMatchObject({ errorCode: '330007' });
  expect(scene.desk.news()).toContain('EventReleased');
  expect(scene.centre.truth('1001').work).toBe('acw');
});

test.each([
  ['notInTalk', '330039'],
  ['callEnded', '330303'],
] as const)('hangup without a call is refused as %s, with %s', (hangupWithoutCall, errorCode) => {
  const { desk } = readyScene({ behaviour: { hangupWithoutCall } });
  desk.run('hangup');
  expect(desk.last('EventError')).toMatchObject({ errorCode });
});

test('hangup of a call that rings may be refused as not in a talk; rejectCall ends it', () => {
  const { desk, centre } = ringingScene({ behaviour: { hangupWhileRinging: 'refused' } });
  desk.run('hangup');
  expect(desk.last('EventError')).toMatchObject({ errorCode: '330039' });
  expect(centre.truth('1001').work).toBe('ringing');
  desk.run('rejectCall');
  expect(centre.truth('1001').work).toBe('idle');
});

test('makeCall twice is refused the second time: the call is initiated already', () => {
  const { desk, rest } = readyScene();
  desk.sdk.makeCall({ otherDN: CUSTOMER });
  desk.sdk.makeCall({ otherDN: CUSTOMER });
  rest();
  expect(desk.news()).toEqual(['EventError', 'EventDialing']);
  expect(desk.last('EventError')).toMatchObject({ errorCode: '330058' });
});

// An error that names a leg is about a command about that leg (contract, section 5), which makeCall is not. Found by sequence 3,564,60,f52,781.
test('makeCall while a call comes in is refused without the name of that call', () => {
  const { desk } = ringingScene();
  desk.run('makeCall', { otherDN: THIRD });
  expect(desk.last('EventError')).toMatchObject({ errorCode: '391043' });
  expect(desk.last('EventError')).not.toHaveProperty('callID');
});

describe('somebody who is faster at the phone itself', () => {
  test('and has the same in mind makes nothing fail', () => {
    for (let ms = 0; ms <= 120; ms += 4) {
      const { desk, centre, clock, rest } = ringingScene();
      desk.sdk.answer();
      clock.increment(ms);
      if (centre.device('8001').state === 'ringing') centre.device('8001').answer();
      rest();
      const { messages } = desk;
      const errors = messages.filter(({ messageID }) => messageID === 'EventError').map(({ errorCode }) => errorCode);
      expect(errors.filter((code) => code !== '330007' && code !== '330035')).toEqual([]);
      expect(centre.truth('1001').work).toBe('talking');
    }
  });

  test('hears that a call he has taken by hand is no offer any more, and not that it has ended', () => {
    const { desk, centre, rest } = ringingScene();
    centre.device('8001').answer();
    rest();
    desk.news();
    desk.run('rejectCall');
    expect(desk.last('EventError')).toMatchObject({ errorCode: '330035' });
    expect(centre.truth('1001').work).toBe('talking');
  });
});
