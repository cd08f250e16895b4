import { expect } from '@jest/globals';
import { SimulatedClock } from 'xstate';
import { SOBOT_METHODS } from '../../adapters/sobot/methods.js';
import {
  createCallCentre,
  createRandom,
  runUntilQuiet,
  type Behaviour,
  type Random,
  type Truth,
} from '../../adapters/simulator/index.js';
import type { Command } from '../simulator/support/floor.js';
import { NaiveClient, viewOf } from '../simulator/support/naive-client.js';
import { grouped, type Soak } from './soak.js';

const AGENTS = 50;
const CUSTOMERS = 20;

/** The other value of whatever a client that believes every event can live with. */
const OTHERWISE: Partial<Behaviour> = {
  answerOrder: 'eventFirst',
  acwAfterAbandon: 'acw',
  acwAfterLostCustomer: 'acw',
  acwAnnounced: 'EventAgentAfterCallWork',
  acwEnd: 'dnd',
  destinationBusy: 'EventDestinationBusy',
  consultCallID: 'own',
  consultFailed: 'autoRetrieve',
  consultTransferReleases: 'consultFirst',
  conferenceOrder: 'releasedFirst',
  hangupInConsult: 'consultOnly',
  transferDone: 'ringing',
  pstnDialOut: 'establishedTwice',
  sipDialOut: 'ringingFirst',
  dialOutInBreak: 'refused',
  notReadyTarget: 'allowed',
  missedCalls: 'noAnswer',
};

const SOBOT_COMMANDS = SOBOT_METHODS.filter((method) => method !== 'on' && method !== 'off');

const agentID = (index: number): string => String(1001 + index);
const number = (index: number): string => `1351234${String(index).padStart(4, '0')}`;

const LOGIN_TYPES = ['webrtc', 'sip', 'pstn'] as const;

/** What somebody who knows what he is doing would do. */
const SENSIBLE: Readonly<Record<Truth['work'], readonly Command[]>> = {
  idle: ['login', 'login', 'makeCall', 'ready', 'ready', 'notReady', 'logout'],
  dialing: ['hangup', 'queryAgents', 'queryAgents'],
  ringing: ['answer', 'answer', 'answer', 'rejectCall'],
  talking: ['initiateConsult', 'initiateConsult', 'initiateConsult', 'singleTransfer', 'holdCall', 'muteCall', 'sendDtmf', 'hangup'],
  holding: ['retrieveCall', 'retrieveCall', 'retrieveConsult', 'unmute', 'hangup'],
  consulting: ['consultConference', 'consultConference', 'consultTransfer', 'retrieveConsult', 'cancelConsult', 'muteCall'],
  conferencing: ['sendDtmf', 'muteCall', 'unmute', 'queryAgents', 'hangup'],
  acw: ['completeACW', 'completeACW', 'completeACWToBusy', 'delayACW', 'ready', 'notReady'],
};

/** Soaks of clients that believe every event: `npm run test:deep`. */
export const CLIENT_SOAKS: readonly Soak[] = [
  { of: 'clients', steps: 20_000, seed: 'soak', behaviour: {} },
  { of: 'clients', steps: 5000, seed: 'otherwise', behaviour: OTHERWISE },
  { of: 'clients', steps: 5000, seed: 'ringing first', behaviour: { pstnDialOut: 'ringingFirst', transferDone: 'ringing' } },
];

/** After random steps, clients know what the server holds true, and nothing is left. @throws what is not so */
export function soakClients({ steps, seed, behaviour }: Soak): string {
  const clock = new SimulatedClock();
  const random = createRandom(seed);
  const pick = <Item>(from: Random, items: readonly Item[]): Item => items[from.between(0, items.length - 1)] as Item;
  const centre = createCallCentre({
    clock,
    seed,
    behaviour,
    agents: Array.from({ length: AGENTS }, (_, index) => ({
      agentID: agentID(index),
      ext: String(8001 + index),
      mobile: `1390000${String(index).padStart(4, '0')}`,
      queues: ['support'],
      supervisor: index === 0,
    })),
    queues: [{ name: 'support' }],
    customers: [
      { number: number(CUSTOMERS), answer: 700 },
      { number: number(CUSTOMERS + 1), answer: 'busy' },
      { number: number(CUSTOMERS + 2), answer: 'reject' },
      { number: number(CUSTOMERS + 3), answer: 'unknown' },
    ],
    acwSeconds: 5,
    dialSeconds: 20,
    ringSeconds: 10,
  });
  const pages = Array.from({ length: AGENTS }, (_, index) => {
    const sdk = centre.connect();
    sdk.initAgent({ token: 't', companyId: 'c', agent: agentID(index) });
    return { sdk, client: new NaiveClient(sdk), agentID: agentID(index) };
  });

  const colleague = (): number => random.between(0, random.next() < 0.6 ? 7 : AGENTS - 1);
  const params = (of: Command): object => {
    const target = random.between(0, 2);
    switch (of) {
      case 'login':
        return { agentState: pick(random, ['1', '1', '2']), phoneType: pick(random, LOGIN_TYPES), bindExt: '' };
      case 'makeCall':
        return { otherDN: pick(random, [number(random.between(0, CUSTOMERS + 3)), String(8001 + colleague())]) };
      case 'initiateConsult':
      case 'singleTransfer':
        if (target === 0) return { targetType: '0', target: agentID(colleague()) };
        if (target === 1) return { targetType: '1', target: number(random.between(0, CUSTOMERS + 3)) };
        return { targetType: '2', target: String(8001 + colleague()) };
      case 'notReady':
        return { reasonCode: random.between(11, 18) };
      case 'sendDtmf':
        return { dtmfDigits: '801#' };
      case 'delayACW':
        return { delayTime: 30 };
      case 'forceLogout':
      case 'forceBusy':
      case 'forceReady':
        return { targetAgentID: agentID(colleague()) };
      default:
        return {};
    }
  };

  const commands = SOBOT_COMMANDS.filter((command) => command !== 'initAgent');
  const command = (id: string): Command =>
    random.next() < 0.8 ? pick(random, SENSIBLE[centre.truth(id).work]) : pick(random, commands);

  const moveCustomer = (): void => {
    const customer = centre.customer(number(random.between(0, CUSTOMERS - 1)));
    if (customer.state === 'idle') {
      customer.dial(pick(random, ['support', agentID(colleague()), '9999']));
    } else if (customer.state === 'ringing') {
      if (random.next() < 0.8) customer.answer();
      else customer.reject();
    } else if (random.next() < 0.3) customer.hangup();
  };

  const compare = (): void => {
    for (const { client, agentID: id } of pages) expect({ id, ...client.view() }).toEqual({ id, ...viewOf(centre.truth(id)) });
  };

  const seen = new Set<string>();
  for (let step = 0; step < steps; step += 1) {
    if (random.next() < 0.25) moveCustomer();
    else {
      // A few are busier than others, or hardly any two would ever meet.
      const page = random.next() < 0.6 ? pick(random, pages.slice(0, 8)) : pick(random, pages);
      const next = command(page.agentID);
      page.sdk[next](params(next));
    }
    // Most steps fall into the middle of what the ones before have started.
    if (random.next() < 0.7) clock.increment(random.between(0, 60));
    if (step % 20 === 0) {
      if (random.next() < 0.2) clock.increment(random.between(1000, 20_000));
      runUntilQuiet(centre, clock);
      compare();
      for (const id of centre.agentIDs) seen.add(centre.truth(id).work);
    }
  }
  expect([...seen].sort()).toEqual([
    'acw', 'conferencing', 'consulting', 'dialing', 'holding', 'idle', 'ringing', 'talking',
  ]);

  for (const { sdk } of pages) sdk.resetLogout();
  runUntilQuiet(centre, clock);
  for (let index = 0; index < CUSTOMERS; index += 1) {
    const customer = centre.customer(number(index));
    if (customer.state !== 'idle') customer.hangup();
  }
  clock.increment(60_000);
  runUntilQuiet(centre, clock);
  compare();
  expect(centre.counts()).toEqual({ legs: 0, calls: 0, ends: AGENTS, inFlight: 0, timers: 0 });
  expect(centre.legs()).toEqual([]);
  centre.dispose();
  return `${grouped(steps)} steps`;
}
