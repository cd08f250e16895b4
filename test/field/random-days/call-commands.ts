import { CALL_ENDED, CALL_OFFERED, IN_AFTER_CALL_WORK, IN_A_CALL, NOT_IN_TALK, NOT_NOW, NO_AFTER_CALL_WORK, SIGNED_OUT, TARGET_IN_TALK, TARGET_OFFLINE, type Refuse } from './refuse.js';
import { legOf, thirdLegOf, type Service } from './service.js';
import type { Call, Consult } from './truth.js';

type Perform = (service: Service, refuse: Refuse, parameters: Readonly<Record<string, unknown>>) => void;

/** How the service performs the commands that are answered by events only, or refuses them. */
export const CALL_COMMANDS = {
  makeCall(service, refuse) {
    const { truth } = service;
    if (truth.login === 'offline') return refuse(SIGNED_OUT);
    if (truth.isInAfterCallWork) return refuse(IN_AFTER_CALL_WORK);
    if (truth.isBusy) return refuse(truth.inStage('ringing') === undefined ? IN_A_CALL : CALL_OFFERED);
    service.begin({ callID: truth.newName('call-'), callType: 'Outbound', role: 'Origination', partyIDs: [truth.newName('party-')] }, 'dialing');
  },
  answer(service, refuse) {
    const { truth } = service;
    const ringing = truth.inStage('ringing');
    if (ringing === undefined) return refuse(CALL_ENDED);
    const { spokenTo } = truth;
    if (truth.consult !== null || spokenTo?.stage === 'conferencing') return refuse(NOT_NOW);
    if (spokenTo !== undefined) service.hold(spokenTo);
    service.establish(ringing);
  },
  rejectCall(service, refuse) {
    const ringing = service.truth.inStage('ringing');
    if (ringing === undefined) return refuse(CALL_ENDED);
    service.release(ringing);
  },
  hangup(service, refuse) {
    const { truth } = service;
    const call = truth.spokenTo ?? truth.consulted ?? truth.held ?? truth.inStage('dialing');
    if (call === undefined) return refuse(truth.isBusy ? NOT_IN_TALK : CALL_ENDED);
    service.release(call);
  },
  holdCall(service, refuse) {
    const { spokenTo } = service.truth;
    if (spokenTo?.stage !== 'talking') return refuse(NOT_IN_TALK);
    service.hold(spokenTo);
  },
  retrieveCall(service, refuse) {
    const { spokenTo, held, consult } = service.truth;
    if (spokenTo?.isHeld === true) return retrieveConference(service, spokenTo);
    if (held === undefined || spokenTo !== undefined || consult !== null) return refuse(NOT_NOW);
    service.retrieve(held);
  },
  singleTransfer(service, refuse) {
    const { spokenTo } = service.truth;
    if (spokenTo?.stage !== 'talking') return refuse(NOT_IN_TALK);
    if (service.chance.happens(0.3)) return refuse(TARGET_OFFLINE);
    service.release(spokenTo, { thirdDNRole: 'TransferTo' });
  },
  initiateConsult(service, refuse) {
    const { spokenTo, consult } = service.truth;
    if (spokenTo?.stage !== 'talking' || consult !== null) return refuse(TARGET_IN_TALK);
    service.beginConsult(spokenTo);
  },
  cancelConsult(service, refuse) {
    const { consult } = service.truth;
    if (consult === null || consult.isTalking) return refuse(NOT_NOW);
    service.endConsult(consult, 'retrieved');
  },
  retrieveConsult(service, refuse) {
    const { spokenTo, held, consult } = service.truth;
    if (consult?.isTalking === true) return service.endConsult(consult, 'retrieved');
    if (held === undefined || spokenTo !== undefined || consult !== null) return refuse(NOT_NOW);
    service.retrieve(held);
  },
  consultTransfer(service, refuse) {
    const { consult } = service.truth;
    if (consult?.isTalking !== true) return refuse(TARGET_IN_TALK);
    handOver(service, consult);
  },
  consultConference(service, refuse) {
    const { consult } = service.truth;
    if (consult?.isTalking !== true) return refuse(TARGET_IN_TALK);
    join(service, consult);
  },
  muteCall: (service, refuse) => mute(service, refuse, true),
  unmute: (service, refuse) => mute(service, refuse, false),
  delayACW(service, refuse, { delayTime }) {
    if (!service.truth.isInAfterCallWork) return refuse(NO_AFTER_CALL_WORK);
    service.prolongAfterCallWork(Number(delayTime));
  },
  completeACW(service, refuse) {
    if (!service.truth.isInAfterCallWork) return refuse(NO_AFTER_CALL_WORK);
    service.endAfterCallWork();
    service.sayLogin();
  },
  completeACWToBusy(service, refuse) {
    if (!service.truth.isInAfterCallWork) return refuse(NO_AFTER_CALL_WORK);
    service.endAfterCallWork();
    service.logsIn('dnd');
    service.sayLogin();
  },
} as const satisfies Readonly<Record<string, Perform>>;

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
  for (const word of service.chance.happens(0.5) ? words : [...words].reverse()) service.wire.message(...word);
}

function mute(service: Service, refuse: Refuse, isMuted: boolean): void {
  const { truth } = service;
  const call = truth.spokenTo ?? truth.consulted ?? truth.held;
  if (call === undefined) return refuse(NOT_IN_TALK);
  truth.isMuted = isMuted;
  service.wire.message(isMuted ? 'EventAgentMute' : 'EventAgentUnmute', legOf(call));
}
