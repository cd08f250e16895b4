import { NETWORK_QUALITIES, type NetworkReading, type QualityLetter } from '../../../machines/index.js';
import type { Fact, News } from '../../../src/index.js';
import { classifyError, statementOf } from '../errors/error-classes.js';
import { failureOf } from '../errors/failure.js';
import { loginReason, notReadyReason } from './agent-facts.js';
import { canonicalName, type EventName } from './aliases.js';
import { attributesOf, idIn, Malformed, numberIn, stampIn, type Wire } from './attributes.js';
import { detailsIn, isCalled, isOwnCall, isTakenOver, isTransfer, legIn } from './leg-facts.js';
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
} as const satisfies { readonly [Name in EventName]?: Fact['type'] };

type LegFactType = (typeof LEG_FACTS)[keyof typeof LEG_FACTS] | 'call.ringing' | 'call.released' | 'call.partyChanged';

function legFact(type: LegFactType, wire: Wire): Fact {
  const leg = legIn(wire);
  return { type, leg, details: detailsIn(wire, leg) };
}

function textIn(wire: Wire, name: string): string | null {
  return idIn(wire, name) ?? null;
}

function networkReading(wire: Wire): NetworkReading {
  const letter = idIn(wire, 'quality')?.toLowerCase() ?? '';
  return Object.freeze({
    ping: numberIn(wire, 'ping') ?? null,
    jitter: numberIn(wire, 'jitter') ?? null,
    loss: textIn(wire, 'loss'),
    quality: Object.hasOwn(NETWORK_QUALITIES, letter) ? (letter as QualityLetter) : null,
  });
}

function extension(wire: Wire): number | undefined {
  const seconds = numberIn(wire, 'delayTime');
  if (seconds !== undefined && seconds < 0) throw new Malformed('delayTime must not be negative');
  return seconds;
}

/** What a message says, in the machine's words; null: nothing that concerns the machine. */
function factOf(name: string, wire: Wire): Fact | null {
  if (Object.hasOwn(LEG_FACTS, name)) return legFact(LEG_FACTS[name as keyof typeof LEG_FACTS], wire);
  switch (name as EventName) {
    // The agent's own phone may ring first: to the agent that is a call going out.
    case 'EventRinging':
      if (isOwnCall(wire, legIn(wire))) return legFact('call.dialing', wire);
      return { ...legFact('call.ringing', wire), ...(isCalled(wire) ? { isIncoming: true } : {}) };
    case 'EventReleased':
      return { ...legFact('call.released', wire), ...(isTakenOver(wire) ? { isHandedOver: true } : {}) };
    case 'EventPartyChanged':
      return legFact(isTransfer(wire) ? 'call.partyChanged' : 'conference.formed', wire);
    case 'EventAgentReady':
      return { type: 'agent.ready' };
    case 'EventAgentNotReady':
      return { type: 'agent.notReady', ...notReadyReason(wire) };
    case 'EventAgentLogin': {
      const reasonCode = loginReason(wire);
      return { type: 'agent.loggedIn', ...(reasonCode === undefined ? {} : { reasonCode }) };
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
      const refuses = classifyError(vendorCode)?.refuses;
      const says = statementOf(vendorCode);
      return {
        type: 'call.error',
        ...(isAboutLeg ? { leg: legIn(wire) } : {}),
        ...(refuses === undefined ? {} : { refuses }),
        ...(says === null ? {} : { says }),
      };
    }
    default:
      return null;
  }
}

function read(message: unknown, subscribedAs: string | null): News | null {
  const wire = attributesOf(message, 'the message');
  const messageID = idIn(wire, 'messageID') ?? subscribedAs ?? undefined;
  if (messageID === undefined) throw new Malformed('messageID is missing');
  const name = canonicalName(messageID);
  const stamp = stampIn(wire, 'creationTime');
  if (name === 'EventAgentRegainStatus') {
    const agent = attributesOf(wire['agentStateInfo'], 'agentStateInfo');
    const fact = regainFact(wire, agent);
    return { kind: 'fact', fact, stamp, statusStamp: stampIn(agent, 'workStatusTimestamp'), message, messageID };
  }
  const fact = factOf(name, wire);
  if (fact === null) return null;
  const failure = fact.type === 'call.error' ? failureOf(message) : undefined;
  return { kind: 'fact', fact, stamp, failure, message, messageID };
}

/** The name of a message, as far as it has one; never throws. */
export function messageIDOf(message: unknown): string | null {
  try {
    const { messageID } = message as { readonly messageID?: unknown };
    return typeof messageID === 'string' ? messageID.trim() : null;
  } catch {
    return null;
  }
}

/** What the name of an event looks like; anything else in its place may be personal. */
const EVENT_NAME = /^[A-Za-z_][\w:.-]{0,63}$/;

function reportableName(message: unknown): string | null {
  const messageID = messageIDOf(message);
  return messageID !== null && EVENT_NAME.test(messageID) ? messageID : null;
}

/**
 * Reads one message of the SDK. Null: nothing that the machine knows, which
 * only the handlers get. Never throws, whatever the message is.
 */
export function normalise(message: unknown, subscribedAs: string | null = null): News | null {
  try {
    return read(message, subscribedAs);
  } catch (error) {
    const problem = error instanceof Malformed ? error.message : 'the message cannot be read';
    return { kind: 'malformed', problem, messageID: reportableName(message) };
  }
}
