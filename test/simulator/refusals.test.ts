import { describe, expect, test } from '@jest/globals';
import type { Truth } from '../../adapters/simulator/index.js';
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
  'makeCall', 'answer', 'rejectCall', 'hangup', 'holdCall', 'retrieveCall', 'muteCall', 'unmute', 'singleTransfer',
  'initiateConsult', 'cancelConsult', 'retrieveConsult', 'consultTransfer', 'consultConference', 'delayACW',
  'completeACW', 'completeACWToBusy', 'sendDtmf',
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

/** A state, how to get there, and the code for every command that is illegal in it; all others are legal. */
interface Case {
  readonly state: string;
  readonly make: () => Scene;
  readonly work: Truth['work'];
  readonly refused: Partial<Record<CallCommand, string>>;
}

const NO_ACW = { delayACW: '330102', completeACW: '330102', completeACWToBusy: '330102' } as const;
const NO_RING = { answer: '330039', rejectCall: '330039' } as const;
const NO_CONSULT = { cancelConsult: '330039', retrieveConsult: '330039', consultTransfer: '330039', consultConference: '330039' } as const;
const NO_TALK = {
  holdCall: '330039', retrieveCall: '330039', muteCall: '330039', unmute: '330039', singleTransfer: '330039',
  initiateConsult: '330039', sendDtmf: '330061', ...NO_CONSULT,
} as const;
const IN_CALL = { makeCall: '330035', ...NO_ACW, ...NO_RING } as const;

const CASES: readonly Case[] = [
  {
    state: 'idle',
    make: readyScene,
    work: 'idle',
    refused: { hangup: '330039', ...NO_TALK, ...NO_RING, ...NO_ACW },
  },
  {
    state: 'dialing',
    make: then(readyScene, ['makeCall', { otherDN: CUSTOMER }]),
    work: 'dialing',
    refused: { ...NO_TALK, ...IN_CALL },
  },
  {
    state: 'ringing',
    make: ringingScene,
    work: 'ringing',
    refused: { ...NO_TALK, ...NO_ACW, makeCall: '391043' },
  },
  {
    state: 'talking',
    make: talkingScene,
    work: 'talking',
    refused: { ...IN_CALL, ...NO_CONSULT, retrieveCall: '330039', unmute: '330007' },
  },
  {
    state: 'talking, muted',
    make: then(talkingScene, ['muteCall']),
    work: 'talking',
    refused: { ...IN_CALL, ...NO_CONSULT, retrieveCall: '330039', muteCall: '330007' },
  },
  {
    state: 'holding',
    make: then(talkingScene, ['holdCall']),
    work: 'holding',
    refused: {
      ...IN_CALL, holdCall: '391026', singleTransfer: '391026', initiateConsult: '391026', sendDtmf: '391026',
      unmute: '330007', cancelConsult: '330039', retrieveConsult: '391026', consultTransfer: '391026',
      consultConference: '391026',
    },
  },
  {
    state: 'consulting, third party rings',
    make: consultRingingScene,
    work: 'consulting',
    refused: {
      ...IN_CALL, holdCall: '391038', retrieveCall: '391038', singleTransfer: '391038', initiateConsult: '391038',
      sendDtmf: '330061', unmute: '330007', retrieveConsult: '330039', consultTransfer: '330039',
      consultConference: '330039',
    },
  },
  {
    state: 'consulting, third party talks',
    make: consultingScene,
    work: 'consulting',
    refused: {
      ...IN_CALL, holdCall: '391038', retrieveCall: '391038', singleTransfer: '391038', initiateConsult: '391038',
      unmute: '330007', cancelConsult: '391038',
    },
  },
  {
    state: 'conferencing',
    make: conferenceScene,
    work: 'conferencing',
    refused: {
      ...IN_CALL, ...NO_CONSULT, holdCall: '391039', retrieveCall: '330039', singleTransfer: '391039',
      initiateConsult: '391039', unmute: '330007',
    },
  },
  {
    state: 'sorting',
    make: then(talkingScene, ['hangup']),
    work: 'acw',
    refused: {
      ...NO_TALK, ...NO_RING, makeCall: '330013', hangup: '330039', holdCall: '330013', singleTransfer: '330013',
      initiateConsult: '330013',
    },
  },
];

describe.each(CASES)('while $state', ({ make, work, refused }) => {
  test.each(CALL_COMMANDS.map((command) => [command, refused[command] ?? 'done'] as const))(
    '%s is answered with: %s',
    (command, code) => {
      const scene = make();
      const before = scene.centre.truth('1001');
      expect(before.work).toBe(work);
      const legs = scene.centre.legs();
      scene.desk.run(command, PARAMS[command]);
      if (code === 'done') {
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

test.each(CALL_COMMANDS)('%s of an agent who is not signed in is refused with 330062', (command) => {
  const desk = openFloor().open('1001');
  desk.run(command, PARAMS[command]);
  expect(desk.last('EventError')).toMatchObject({ errorCode: '330062' });
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
