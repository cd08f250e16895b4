import { hasRested } from './manners.js';
import {
  CALL_ENDED,
  CALL_OFFERED,
  IN_AFTER_CALL_WORK,
  IN_A_CALL,
  NOT_IN_TALK,
  NOT_NOW,
  NO_AFTER_CALL_WORK,
  SIGNED_OUT,
  TARGET_IN_TALK,
  TARGET_OFFLINE,
} from './refusal-codes.js';
import { legOf, thirdLegOf, type Service } from './service.js';
import type { Call, Consult } from './truth.js';

/** Performs the command, or returns the code by which it is refused. */
type Perform = (service: Service, parameters: Readonly<Record<string, unknown>>) => string | undefined;

/** How the service performs the commands that are answered by events only, or refuses them. */
export const CALL_COMMANDS = {
  makeCall(service) {
    const { truth } = service;
    if (truth.login === 'offline') return SIGNED_OUT;
    if (truth.isInAfterCallWork) return IN_AFTER_CALL_WORK;
    if (truth.isBusy) return truth.inStage('ringing') === undefined ? IN_A_CALL : CALL_OFFERED;
    service.begin(
      { callID: truth.newName('call-'), callType: 'Outbound', role: 'Origination', partyIDs: [truth.newName('party-')] },
      'dialing',
    );
  },
  answer(service) {
    const { truth } = service;
    const ringing = truth.inStage('ringing');
    if (ringing === undefined) return whyNothingRings(service);
    const { spokenTo } = truth;
    // It would have to be held, and has just been retrieved.
    const isInMotion = spokenTo !== undefined && !hasRested(spokenTo, service.time);
    if (truth.consult !== null || spokenTo?.stage === 'conferencing' || isInMotion) return NOT_NOW;
    if (spokenTo !== undefined) service.hold(spokenTo);
    service.establish(ringing);
  },
  rejectCall(service) {
    const ringing = service.truth.inStage('ringing');
    if (ringing === undefined) return whyNothingRings(service);
    service.release(ringing);
  },
  hangup(service) {
    const { truth } = service;
    const call = truth.spokenTo ?? truth.consulted ?? truth.held ?? truth.inStage('dialing');
    if (call === undefined) return truth.isBusy ? NOT_IN_TALK : CALL_ENDED;
    service.release(call);
  },
  holdCall(service) {
    const { spokenTo } = service.truth;
    if (spokenTo?.stage !== 'talking') return NOT_IN_TALK;
    service.hold(spokenTo);
  },
  retrieveCall(service) {
    const { spokenTo, held, consult } = service.truth;
    if (spokenTo?.isHeld === true) {
      retrieveConference(service, spokenTo);
      return;
    }
    if (held === undefined || spokenTo !== undefined || consult !== null) return NOT_NOW;
    service.retrieve(held);
  },
  singleTransfer(service) {
    const { spokenTo } = service.truth;
    if (spokenTo?.stage !== 'talking') return NOT_IN_TALK;
    if (service.chance.happens(0.3)) return TARGET_OFFLINE;
    service.release(spokenTo, { thirdDNRole: 'TransferTo' });
  },
  initiateConsult(service) {
    const { spokenTo, consult } = service.truth;
    if (spokenTo?.stage !== 'talking' || consult !== null) return TARGET_IN_TALK;
    service.beginConsult(spokenTo);
  },
  cancelConsult(service) {
    const { consult } = service.truth;
    if (consult === null || consult.isTalking) return NOT_NOW;
    service.endConsult(consult, 'retrieved');
  },
  retrieveConsult(service) {
    const { spokenTo, held, consult } = service.truth;
    if (consult?.isTalking === true) {
      service.endConsult(consult, 'retrieved');
      return;
    }
    if (held === undefined || spokenTo !== undefined || consult !== null) return NOT_NOW;
    service.retrieve(held);
  },
  consultTransfer(service) {
    const { consult } = service.truth;
    if (consult?.isTalking !== true) return TARGET_IN_TALK;
    handOver(service, consult);
  },
  consultConference(service) {
    const { consult } = service.truth;
    if (consult?.isTalking !== true) return TARGET_IN_TALK;
    join(service, consult);
  },
  muteCall: (service) => mute(service, true),
  unmute: (service) => mute(service, false),
  delayACW(service, { delayTime }) {
    if (!service.truth.isInAfterCallWork) return NO_AFTER_CALL_WORK;
    service.prolongAfterCallWork(Number(delayTime));
  },
  completeACW(service) {
    if (!service.truth.isInAfterCallWork) return NO_AFTER_CALL_WORK;
    service.endAfterCallWork();
    service.sayLogin();
  },
  completeACWToBusy(service) {
    if (!service.truth.isInAfterCallWork) return NO_AFTER_CALL_WORK;
    service.endAfterCallWork();
    service.logsIn('dnd');
    service.sayLogin();
  },
} as const satisfies Readonly<Record<string, Perform>>;

/** A call that has been answered at the phone meanwhile is there, and not over. */
function whyNothingRings({ truth, time }: Service): string {
  const isAnswered = truth.calls.some((call) => call.role === 'Destination' && !hasRested(call, time));
  return isAnswered ? NOT_NOW : CALL_ENDED;
}

function retrieveConference(service: Service, conference: Call): void {
  service.change(conference, 'conferencing');
  service.wire.message('EventAgentRetrieveCall', legOf(conference));
}

/** Both legs end: either both ends are told, or one that names who has taken over. */
function handOver(service: Service, consult: Consult): void {
  const { customer } = consult;
  service.truth.forget(customer);
  service.truth.consult = null;
  customer.hasTalked = true;
  if (service.chance.happens(0.5)) {
    service.wire.message('EventReleased', legOf(customer));
    service.wire.message('EventReleased', thirdLegOf(consult));
  } else {
    service.wire.message('EventReleased', { ...legOf(customer), thirdDNRole: 'TransferTo' });
  }
  service.over(customer);
}

/** The vendor does not say in which order it is told that the two calls have become one. */
function join(service: Service, consult: Consult): void {
  const { customer } = consult;
  service.truth.consult = null;
  service.change(customer, 'conferencing');
  const words = [
    ['EventReleased', thirdLegOf(consult)],
    ['EventAgentRetrieveCall', legOf(customer)],
    ['EventPartyAdded', legOf(customer)],
  ] as const;
  const told = service.chance.happens(0.5) ? words : [...words].reverse();
  for (const [name, attributes] of told) service.wire.message(name, attributes);
}

function mute(service: Service, isMuted: boolean): string | undefined {
  const { truth } = service;
  const call = truth.spokenTo ?? truth.consulted ?? truth.held;
  if (call === undefined) return NOT_IN_TALK;
  truth.isMuted = isMuted;
  service.wire.message(isMuted ? 'EventAgentMute' : 'EventAgentUnmute', legOf(call));
}
