import type { NetworkReading } from '../../../machines/index.js';
import { readSafely, withoutThen, type Fact, type News } from '../../../src/index.js';
import { qualityOf } from '../codes.js';
import { refusedBy, statementOf } from '../errors/error-classes.js';
import { ANY } from '../errors/refused-commands.js';
import { failureOf } from '../errors/failure.js';
import { loginReason, notReadyReason } from './agent-facts.js';
import { canonicalName, type EventName } from './aliases.js';
import { attributesOf, idIn, Malformed, numberIn, referenceIn, stampIn, type Wire } from './attributes.js';
import { endCauseIn } from './end-cause.js';
import { detailsIn, isBroughtIn, isCalled, isOwnCall, isTakenOver, isTransfer, legIn } from './leg-facts.js';
import { regainFact } from './regain-fact.js';

/** The facts about a leg that need nothing but the leg. */
const LEG_FACTS = {
  EventDialing: 'call.dialing',
  EventEstablished: 'call.established',
  EventAgentHoldCall: 'call.held',
  EventAgentRetrieveCall: 'call.retrieved',
  EventAgentMute: 'microphone.muted',
  EventAgentUnmute: 'microphone.unmuted',
  EventPartyAdded: 'conference.formed',
  EventPartyDeleted: 'conference.partyDeleted',
  EventDtmfSent: 'dtmf.sent',
  // Not the end of the leg: the release follows.
  EventDestinationBusy: 'call.destinationBusy',
} as const satisfies { readonly [Name in EventName]?: Fact['type'] };

/** The facts about an extension. */
const DEVICE_FACTS = {
  EventRegistered: 'device.registered',
  EventDNBackInService: 'device.registered',
  EventUnregistered: 'device.lost',
  EventUnreachable: 'device.lost',
  EventDNOutOfService: 'device.lost',
} as const satisfies { readonly [Name in EventName]?: Fact['type'] };

type LegFactType = (typeof LEG_FACTS)[keyof typeof LEG_FACTS] | 'call.ringing' | 'call.released' | 'call.partyChanged';

function legFact(type: LegFactType, wire: Wire): Fact {
  const leg = legIn(wire);
  return { type, leg, details: detailsIn(wire, leg) };
}

function releasedFact(wire: Wire): Fact {
  const cause = endCauseIn(wire);
  return {
    ...legFact('call.released', wire),
    ...(isTakenOver(wire) ? { isHandedOver: true } : {}),
    ...(cause === undefined ? {} : { cause }),
  };
}

/** Of another extension than the agent's, it says nothing to the machine. */
function deviceFact(name: keyof typeof DEVICE_FACTS, wire: Wire, boundExtension: string | null): Fact | null {
  const extension = idIn(wire, 'thisDN');
  return extension === undefined || extension === boundExtension ? { type: DEVICE_FACTS[name] } : null;
}

function textIn(wire: Wire, name: string): string | null {
  return idIn(wire, name) ?? null;
}

function networkReading(wire: Wire): NetworkReading {
  return Object.freeze({
    ping: numberIn(wire, 'ping') ?? null,
    jitter: numberIn(wire, 'jitter') ?? null,
    loss: textIn(wire, 'loss'),
    quality: qualityOf(idIn(wire, 'quality')?.toLowerCase()),
  });
}

function extension(wire: Wire): number | undefined {
  const seconds = numberIn(wire, 'delayTime');
  if ((seconds ?? 0) < 0) throw new Malformed('delayTime must not be negative');
  return seconds;
}

/** The fact in a message, in the machine's words; null: none that concerns the machine. */
function factOf(name: string, wire: Wire, boundExtension: string | null): Fact | null {
  if (Object.hasOwn(LEG_FACTS, name)) return legFact(LEG_FACTS[name as keyof typeof LEG_FACTS], wire);
  if (Object.hasOwn(DEVICE_FACTS, name)) return deviceFact(name as keyof typeof DEVICE_FACTS, wire, boundExtension);
  switch (name as EventName) {
    // The agent's own phone may ring first: to the agent that is a call going out.
    case 'EventRinging':
      if (isOwnCall(wire, legIn(wire))) return legFact('call.dialing', wire);
      return {
        ...legFact('call.ringing', wire),
        ...(isCalled(wire) ? { isIncoming: true } : {}),
        ...(isBroughtIn(wire) ? { isBroughtIn: true } : {}),
      };
    case 'EventReleased':
      return releasedFact(wire);
    case 'EventPartyChanged':
      return legFact(isTransfer(wire) ? 'call.partyChanged' : 'conference.formed', wire);
    case 'EventAgentReady':
      return { type: 'agent.ready' };
    case 'EventAgentNotReady':
      return { type: 'agent.notReady', ...notReadyReason(wire) };
    case 'EventAgentLogin': {
      const reason = loginReason(wire);
      return { type: 'agent.loggedIn', ...(reason === undefined ? {} : { reason }) };
    }
    case 'EventAgentLogout':
      return { type: 'agent.loggedOut' };
    case 'EventAgentConnectionChanged':
      return { type: 'connection.displaced' };
    case 'EventAgentAfterCallWork':
      return { type: 'acw.started' };
    case 'EventDelayCallAfterWork': {
      const seconds = extension(wire);
      return { type: 'acw.extended', ...(seconds === undefined ? {} : { seconds }) };
    }
    case 'EventJanusLatency':
      return { type: 'network.measured', reading: networkReading(wire) };
    case 'EventError': {
      const isAboutLeg = idIn(wire, 'callID') !== undefined || idIn(wire, 'partyID') !== undefined;
      const { vendorCode } = failureOf(wire);
      const says = statementOf(vendorCode);
      const refuses = refusedBy(vendorCode);
      return {
        type: 'call.error',
        ...(isAboutLeg ? { leg: legIn(wire) } : {}),
        ...(refuses === ANY ? {} : { refuses }),
        ...(says === null ? {} : { says }),
      };
    }
    default:
      return null;
  }
}

function read(message: unknown, subscribedAs: string | null, boundExtension: string | null): News {
  const wire = attributesOf(message);
  const messageID = idIn(wire, 'messageID') ?? subscribedAs ?? undefined;
  if (messageID === undefined) throw new Malformed('messageID is missing');
  const name = canonicalName(messageID);
  const stamp = stampIn(wire, 'creationTime');
  const frame = { kind: 'fact', stamp, referenceID: referenceIn(wire), message: withoutThen(message), messageID } as const;
  if (name === 'EventAgentRegainStatus') {
    const agent = attributesOf(wire['agentStateInfo'], 'agentStateInfo');
    return { ...frame, fact: regainFact(wire, agent), statusStamp: stampIn(agent, 'workStatusTimestamp') };
  }
  const fact = factOf(name, wire, boundExtension);
  if (fact === null) return { kind: 'other', stamp, messageID };
  return { ...frame, fact, failure: fact.type === 'call.error' ? failureOf(message) : undefined };
}

/** The name of a message, as far as it has one; never throws. */
export function messageIDOf(message: unknown): string | null {
  const messageID = readSafely(message as object, 'messageID');
  return typeof messageID === 'string' ? messageID.trim() : null;
}

/** The form of an event's name; anything else in its place may be personal. */
const EVENT_NAME = /^[A-Za-z_][\w:.-]{0,63}$/;

function reportableName(message: unknown): string | null {
  return messageIDOf(message)?.match(EVENT_NAME)?.[0] ?? null;
}

/**
 * Reads one message of the SDK. Never throws, whatever the message is. `subscribedAs` is the name of a message without
 * one, `boundExtension` the agent's extension as far as it is known.
 */
export function normalise(message: unknown, subscribedAs: string | null = null, boundExtension: string | null = null): News {
  try {
    return read(message, subscribedAs, boundExtension);
  } catch (error) {
    const problem = error instanceof Malformed ? error.message : 'the message cannot be read';
    return { kind: 'malformed', problem, messageID: reportableName(message) };
  }
}
