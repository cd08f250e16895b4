import type { AgentState } from '../../../sobot/index.js';
import { twisted } from './twists.js';
import type { LegChoice, WireEvent } from './wire-event.js';

interface Ids {
  readonly callID: string;
  readonly partyID: string;
  readonly callType: string;
}

const orElse = (value: unknown, otherwise: string): string => (typeof value === 'string' && value !== '' ? value : otherwise);

function customerIds({ number, callType }: WireEvent, state: AgentState | null): Ids {
  const call = state?.call ?? null;
  return {
    callID: orElse(call?.callID, `call-${String(number)}`),
    partyID: orElse(call?.partyID, `party-${String(number)}`),
    callType: orElse(call?.callType, call === null ? callType : 'Outbound'),
  };
}

function idsOf(leg: Exclude<LegChoice, 'none'>, event: WireEvent, state: AgentState | null): Ids {
  const { number, callType } = event;
  const customer = customerIds(event, state);
  const consult = state?.consult ?? null;
  switch (leg) {
    case 'customer':
      return customer;
    case 'consult':
      return {
        callID: orElse(consult?.['callID'], customer.callID),
        partyID: orElse(consult?.['partyID'], `third-${String(number)}`),
        callType: 'Consult',
      };
    case 'stranger':
      return { callID: `stranger-${String(number)}`, partyID: `stranger-party-${String(number)}`, callType };
  }
}

function named(event: WireEvent, state: AgentState | null): Partial<Ids> {
  if (event.leg === 'none') return {};
  const { callID, partyID, callType } = idsOf(event.leg, event, state);
  switch (event.naming) {
    case 'callID and partyID':
      return { callID, partyID, callType };
    case 'callID':
      return { callID };
    case 'partyID':
      return { partyID };
    case 'callID and callType':
      return { callID, callType };
  }
}

/** Attributes of a regain lie deeper: the call, and since when the agent's state holds. */
function regained(event: WireEvent, ids: Partial<Ids>, times: object): Record<string, unknown> {
  const { agentStateInfo, workStatusInfo } = event.attributes;
  const since = Object.keys(times).length === 0 ? {} : { workStatusTimestamp: Object.values(times)[0] as unknown };
  return {
    ...event.attributes,
    agentStateInfo: { ...(agentStateInfo as object), ...since },
    ...(workStatusInfo === undefined ? {} : { workStatusInfo: { ...ids, ...(workStatusInfo as object) } }),
  };
}

/**
 * The message that a wire event is at this moment.
 *
 * @param state the state of the agent who gets it, so that it is about the legs that are there; null: none are known
 * @param now epoch ms
 * @returns what the SDK would hand to the handlers; of a hostile event it need not be an object. The same event,
 *   state and moment make the same message
 *
 * @example
 * const [event] = fc.sample(wellFormedEvent(), 1);
 * deliver(messageOf(event, agent.getSnapshot(), clock.now()));
 */
export function messageOf(event: WireEvent, state: AgentState | null, now: number): unknown {
  const ids = named(event, state);
  const times = event.age === null ? {} : { creationTime: now - event.age };
  const isRegain = 'agentStateInfo' in event.attributes;
  const message = {
    messageID: event.messageID,
    ...times,
    ...(isRegain ? regained(event, ids, times) : { ...ids, ...event.attributes }),
  };
  return event.twist === null ? message : twisted(message, event.twist);
}
