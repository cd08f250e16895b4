import {
  hasRested,
  isClearWhatRings,
  mayChangeDevice,
  mayChangeLogin,
  mayEndACall,
  mayLeaveOutSince,
  mayOfferAgain,
  mayRegain,
  type LastSent,
} from './manners.js';
import { sayRegain } from './regain.js';
import { legOf, thirdLegOf, type Service } from './service.js';
import type { Call, Consult } from './truth.js';

/** Something that customers, third parties, phones, supervisors or the network do. */
export interface Happening {
  readonly what: string;
  readonly happen: () => void;
  /** How likely it is beside the others. Default: 1. */
  readonly weight?: number;
}

/** How many calls the world gives an agent at once. */
const MOST_CALLS = 3;

interface Circumstances {
  readonly service: Service;
  readonly lastSent: LastSent;
  /** A rejectCall of the agent's is under way: another call that begins to ring now could be meant as well. */
  readonly isRejecting: boolean;
}

/** What may happen now without anybody's command. */
export function happenings(circumstances: Circumstances): readonly Happening[] {
  const { service, lastSent } = circumstances;
  const { truth, time } = service;
  const mayEnd = mayEndACall(truth, lastSent, time);
  return [
    ...beginnings(circumstances),
    ...truth.calls.flatMap((call) => [...answers(service, call), ...changes(service, call), ...(mayEnd ? ends(service, call) : [])]),
    ...(truth.consult === null ? [] : ofConsult(service, truth.consult)),
    ...ofPhoneAndNetwork(service),
    ...(mayChangeLogin(truth, lastSent, time) ? fromElsewhere(service) : []),
  ];
}

function beginnings({ service, isRejecting }: Circumstances): Happening[] {
  const { truth, time, weather } = service;
  // Of what begins while another end is signed in, a regain can name one call.
  const most = truth.isDisplaced ? 1 : MOST_CALLS;
  if (truth.login === 'offline' || truth.calls.length >= most || isRejecting) return [];
  const offer = (what: string, call: Pick<Call, 'callType'>, phones: 1 | 2): Happening => ({
    what,
    happen: () => {
      const party = truth.newName('party-');
      const partyIDs: Call['partyIDs'] = phones === 2 ? [party, truth.newName('party-')] : [party];
      service.begin({ ...call, role: 'Destination', callID: truth.newName('call-'), partyIDs }, 'ringing');
    },
  });
  // Where a regain may be needed at any moment, two phones would be more than it can name.
  const hasTwoPhones = weather.lost === 0 && !truth.isDisplaced;
  const { missed } = truth;
  return [
    offer('a customer calls', { callType: 'Inbound' }, 1),
    offer('a dialer calls a customer for the agent', { callType: 'Outbound' }, 1),
    ...(hasTwoPhones ? [offer("a customer calls, and two phones of the agent's ring", { callType: 'Inbound' }, 2)] : []),
    ...(missed !== null && mayOfferAgain(truth, time, weather.hasStamps)
      ? [{ what: 'the queue offers the call again', happen: () => service.begin(missed.call, 'ringing') }]
      : []),
  ];
}

function answers(service: Service, call: Call): Happening[] {
  const { truth } = service;
  const isFree = truth.spokenTo === undefined && truth.consult === null;
  if (!isFree) return [];
  if (call.stage === 'dialing') return [{ what: 'the customer answers', happen: () => service.establish(call), weight: 4 }];
  if (call.stage === 'ringing' && isClearWhatRings(truth))
    return [{ what: 'the agent picks up the phone itself', happen: () => service.establish(call) }];
  return [];
}

function changes(service: Service, call: Call): Happening[] {
  if (call.stage !== 'conferencing' || !hasRested(call, service.time)) return [];
  const leaves = (): void => {
    service.change(call, call.isHeld ? 'holding' : 'talking');
    service.wire.message('EventPartyDeleted', legOf(call));
  };
  const holds = (): void => {
    call.isHeld = true;
    call.changedAt = service.time;
    service.wire.message('EventAgentHoldCall', legOf(call));
  };
  return [
    { what: 'one party leaves the conference', happen: leaves },
    ...(call.isHeld ? [] : [{ what: 'the agent holds the conference on the phone', happen: holds, weight: 3 }]),
  ];
}

function ends(service: Service, call: Call): Happening[] {
  if (!hasRested(call, service.time)) return [];
  const [leg, other] = call.partyIDs;
  const oneStops = (): void => {
    call.partyIDs = [leg];
    service.truth.saidAt.otherPhone = service.time;
    call.changedAt = service.time;
    service.wire.message('EventReleased', { ...legOf(call), partyID: other });
  };
  return [
    { what: `the other side of ${call.callID} hangs up`, happen: () => service.release(call) },
    ...(other === undefined ? [] : [{ what: 'one of the two phones stops ringing', happen: oneStops }]),
  ];
}

function ofConsult(service: Service, consult: Consult): Happening[] {
  const touches = (): void => {
    consult.changedAt = service.time;
    consult.customer.changedAt = service.time;
  };
  const answered = (): void => {
    consult.isTalking = true;
    consult.isPhaseTold = true;
    consult.changedAt = service.time;
    service.wire.message('EventEstablished', thirdLegOf(consult));
  };
  const swapped = (): void => {
    touches();
    const customer = legOf(consult.customer);
    const third = thirdLegOf(consult);
    const [toHold, toTalk] = consult.onHold === 'customer' ? [third, customer] : [customer, third];
    consult.onHold = consult.onHold === 'customer' ? 'thirdParty' : 'customer';
    service.wire.message('EventAgentHoldCall', toHold);
    service.wire.message('EventAgentRetrieveCall', toTalk);
  };
  if (!consult.isTalking) return [{ what: 'the third party answers', happen: answered, weight: 8 }];
  if (!hasRested(consult, service.time) || !hasRested(consult.customer, service.time)) return [];
  return [
    { what: 'the third party hangs up', happen: () => service.endConsult(consult, 'as before') },
    { what: 'the agent swaps the two on the phone', happen: swapped, weight: 2 },
  ];
}

function ofPhoneAndNetwork(service: Service): Happening[] {
  const { truth, time } = service;
  const phone = (device: 'registered' | 'lost', name: string) => (): void => {
    truth.device = device;
    truth.saidAt.device = time;
    service.wire.message(name);
  };
  return [
    ...(mayChangeDevice(truth, time) && !truth.isDisplaced
      ? [
          truth.device === 'lost'
            ? { what: 'the phone is back', happen: phone('registered', 'EventRegistered'), weight: 0.3 }
            : { what: 'the phone is lost', happen: phone('lost', 'EventUnregistered'), weight: 0.3 },
        ]
      : []),
    ...(truth.login !== 'offline' && !truth.isDisplaced && mayRegain(truth, time)
      ? [
          {
            what: 'the connection was away and is back',
            happen: () => sayRegain(service, service.chance.happens(0.5) || !mayLeaveOutSince(service.weather.lost)),
            weight: 0.5,
          },
        ]
      : []),
  ];
}

function fromElsewhere(service: Service): Happening[] {
  const { truth } = service;
  if (truth.login === 'offline' || truth.isDisplaced || !mayChangeDevice(truth, service.time)) return [];
  // The page takes its call back by a regain.
  const mayDisplace = truth.calls.length <= 1 && truth.consult === null && mayRegain(truth, service.time);
  const displaces = (): void => {
    truth.isDisplaced = true;
    // Which phone the other end uses is nobody's business here.
    truth.device = 'unknown';
    truth.saidAt.device = service.time;
    truth.saidAt.login = service.time;
    service.wire.message('EventAgentConnectionChanged');
  };
  const forces = (login: 'online' | 'break') => (): void => {
    service.logsIn(login);
    service.endAfterCallWork();
    service.sayLogin();
  };
  return [
    { what: 'a supervisor makes the agent busy', happen: forces('break'), weight: 0.3 },
    { what: 'a supervisor makes the agent ready', happen: forces('online'), weight: 0.3 },
    // What the other end is told of more calls than one, no regain can name afterwards.
    ...(mayDisplace ? [{ what: 'the agent signs in at another end', happen: displaces, weight: 0.3 }] : []),
  ];
}
