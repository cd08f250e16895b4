import type { EventStep, RaceStep } from './race.js';

const customer = (event: string): EventStep => ({ event, leg: 'customer' });
const third = (event: string): EventStep => ({ event, leg: 'third' });

const connected: readonly RaceStep[] = [
  { send: 'initAgent', parameters: { token: 'token-of-an-agent', companyId: 'company-1', agent: '1001' } },
  { answer: 'initAgent', by: 'success' },
];
const idle: readonly RaceStep[] = [
  ...connected,
  { send: 'login', parameters: { phoneType: 'webrtc', bindExt: '8001', agentState: '1' } },
  { answer: 'login', by: 'success' },
  { event: 'EventAgentReady' },
];
const ringing = [...idle, customer('EventRinging')];
const talking = [...ringing, customer('EventEstablished')];
const holding = [...talking, customer('EventAgentHoldCall')];
const consulting = [...holding, third('EventDialing')];
const consultTalking = [...consulting, third('EventEstablished')];

/** Where races begin, and what leads there. */
export const SCENES = {
  loaded: [],
  connected,
  idle,
  onBreak: [...idle, { event: 'EventAgentNotReady', attributes: { reasonCode: 11 } }],
  ringing,
  talking,
  holding,
  consulting,
  consultTalking,
  conferencing: [...consultTalking, customer('EventPartyAdded')],
  acw: [...talking, customer('EventReleased')],
} as const satisfies Readonly<Record<string, readonly RaceStep[]>>;

export type SceneName = keyof typeof SCENES;

export const SCENE_NAMES = Object.keys(SCENES) as readonly SceneName[];
