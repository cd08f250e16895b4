import { CALL_ENDED, CALL_OFFERED, IN_AFTER_CALL_WORK, IN_A_CALL, NOT_IN_TALK, NOT_NOW, NO_AFTER_CALL_WORK, SIGNED_OUT, TARGET_IN_TALK, TARGET_OFFLINE, type Refuse } from './refuse.js';
import { legOf, thirdLegOf, type Service } from './service.js';
import type { Call, Consult } from './truth.js';

type Perform = (service: Service, refuse: Refuse, parameters: Readonly<Record<string, unknown>>) => void;

/** How the service performs the commands that are answered by events only, or refuses them. */
export const CALL_COMMANDS = {
  makeCall(service, refuse) {
    const { truth } = service;
    if (truth.login === 'offline') { refuse(SIGNED_OUT); return; }
    if (truth.isInAfterCallWork) { refuse(IN_AFTER_CALL_WORK); return; }
    if (truth.isBusy) { refuse(truth.inStage('ringing') === undefined ? IN_A_CALL : CALL_OFFERED); return; }
    service.begin({ callID: truth.newName('call-'), callType: 'Outbound', role: 'Origination', partyIDs: [truth.newName('party-')] }, 'dialing');
  },
  answer(service, refuse) {
    const { truth } = service;
    const ringing = truth.inStage('ringing');
    if (ringing === undefined) { refuse(CALL_ENDED); return; }
    const { spokenTo } = truth;
    if (truth.consult !== null || spokenTo?.stage === 'conferencing') { refuse(NOT_NOW); return; }
    if (spokenTo !== undefined) service.hold(spokenTo);
    service.establish(ringing);
  },
  rejectCall(service, refuse) {
    const ringing = service.truth.inStage('ringing');
    if (ringing === undefined) { refuse(CALL_ENDED); return; }
    service.release(ringing);
  },
  hangup(service, refuse) {
    const { truth } = service;
    const call = truth.spokenTo ?? truth.consulted ?? truth.held ?? truth.inStage('dialing');
    if (call === undefined) { refuse(truth.isBusy ? NOT_IN_TALK : CALL_ENDED); return; }
    service.release(call);
  },
  holdCall(service, refuse) {
    const { spokenTo } = service.truth;
    if (spokenTo?.stage !== 'talking') { refuse(NOT_IN_TALK); return; }
    service.hold(spokenTo);
  },
  retrieveCall(service, refuse) {
    const { spokenTo, held, consult } = service.truth;
    if (spokenTo?.isHeld === true) { retrieveConference(service, spokenTo); return; }
    if (held === undefined || spokenTo !== undefined || consult !== null) { refuse(NOT_NOW); return; }
    service.retrieve(held);
  },
  singleTransfer(service, refuse) {
    const { spokenTo } = service.truth;
    if (spokenTo?.stage !== 'talking') { refuse(NOT_IN_TALK); return; }
    if (service.chance.happens(0.3)) { refuse(TARGET_OFFLINE); return; }
    service.release(spokenTo, { thirdDNRole: 'TransferTo' });
  },
  initiateConsult(service, refuse) {
    const { spokenTo, consult } = service.truth;
    if (spokenTo?.stage !== 'talking' || consult !== null) { refuse(TARGET_IN_TALK); return; }
    service.beginConsult(spokenTo);
  },
  cancelConsult(service, refuse) {
    const { consult } = service.truth;
    if (consult === null || consult.isTalking) { refuse(NOT_NOW); return; }
    service.endConsult(consult, 'retrieved');
  },
  retrieveConsult(service, refuse) {
    const { spokenTo, held, consult } = service.truth;
    if (consult?.isTalking === true) { service.endConsult(consult, 'retrieved'); return; }
    if (held === undefined || spokenTo !== undefined || consult !== null) { refuse(NOT_NOW); return; }
    service.retrieve(held);
  },
  consultTransfer(service, refuse) {
    const { consult } = service.truth;
    if (consult?.isTalking !== true) { refuse(TARGET_IN_TALK); return; }
    handOver(service, consult);
  },
  consultConference(service, refuse) {
    const { consult } = service.truth;
    if (consult?.isTalking !== true) { refuse(TARGET_IN_TALK); return; }
    join(service, consult);
  },
  muteCall: (service, refuse) => mute(service, refuse, true),
  unmute: (service, refuse) => mute(service, refuse, false),
  delayACW(service, refuse, { delayTime }) {
    if (!service.truth.isInAfterCallWork) { refuse(NO_AFTER_CALL_WORK); return; }
    service.prolongAfterCallWork(Number(delayTime));
  },
  completeACW(service, refuse) {
    if (!service.truth.isInAfterCallWork) { refuse(NO_AFTER_CALL_WORK); return; }
    service.endAfterCallWork();
    service.sayLogin();
  },
  completeACWToBusy(service, refuse) {
    if (!service.truth.isInAfterCallWork) { refuse(NO_AFTER_CALL_WORK); return; }
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
  const told = service.chance.happens(0.5) ? words : [...words].reverse();
  for (const [name, attributes] of told) service.wire.message(name, attributes);
}

function mute(service: Service, refuse: Refuse, isMuted: boolean): void {
  const { truth } = service;
  const call = truth.spokenTo ?? truth.consulted ?? truth.held;
  if (call === undefined) { refuse(NOT_IN_TALK); return; }
  truth.isMuted = isMuted;
  service.wire.message(isMuted ? 'EventAgentMute' : 'EventAgentUnmute', legOf(call));
}
