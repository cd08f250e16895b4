import { Bench } from './bench.js';
import { START } from './counting-clock.js';
import { CUSTOMER, THIRD } from './legs.js';
import { signIn } from './pages.js';

/** One step of a day: what the agent does, if anything, and then what the server says. */
export interface Step {
  readonly act?: (bench: Bench) => unknown;
  readonly event: string;
  readonly attributes?: Record<string, unknown>;
}

const SECOND_CALL = { callID: 'call-2', partyID: 'party-4', callType: 'Outbound', DNIS: '13700137000' };
const SECOND_THIRD = { ...THIRD, partyID: 'party-3' };
const ONLINE = { agentStateInfo: { agentState: '1' } };
const consult = ({ agent }: Bench) => agent.initiateConsult({ targetType: '0', target: '1002' });

/** A day with all that a server tells, each once. */
export const A_DAY: readonly Step[] = [
  { event: 'EventAgentLogin', attributes: { agentState: '1' } },
  { event: 'EventAgentReady' },
  { event: 'EventRinging', attributes: CUSTOMER },
  { event: 'EventEstablished', attributes: CUSTOMER },
  { event: 'EventAgentHoldCall', attributes: CUSTOMER },
  { event: 'EventAgentRegainStatus', attributes: { ...ONLINE, workStatusInfo: { callID: 'call-1' } } },
  { event: 'EventAgentRetrieveCall', attributes: CUSTOMER },
  { event: 'EventAgentMute', attributes: CUSTOMER },
  { event: 'EventAgentUnmute', attributes: CUSTOMER },
  { act: consult, event: 'EventDialing', attributes: THIRD },
  { event: 'EventEstablished', attributes: THIRD },
  { act: ({ agent }) => agent.retrieveConsult(), event: 'EventReleased', attributes: THIRD },
  { event: 'EventAgentRetrieveCall', attributes: { ...CUSTOMER, again: true } },
  { act: consult, event: 'EventDialing', attributes: SECOND_THIRD },
  { event: 'EventEstablished', attributes: SECOND_THIRD },
  { act: ({ agent }) => agent.consultConference(), event: 'EventPartyAdded', attributes: SECOND_THIRD },
  { event: 'EventAgentRetrieveCall', attributes: { ...CUSTOMER, joined: true } },
  { event: 'EventReleased', attributes: SECOND_THIRD },
  { event: 'EventPartyDeleted', attributes: { callID: 'call-1', partyID: 'party-3' } },
  { event: 'EventReleased', attributes: CUSTOMER },
  { event: 'EventAgentAfterCallWork' },
  { act: ({ agent }) => agent.delayACW({ delayTime: 60 }), event: 'EventDelayCallAfterWork', attributes: { delayTime: 60 } },
  { act: ({ agent }) => agent.completeACW(), event: 'EventAgentReady', attributes: { after: 'sorting' } },
  { event: 'EventAgentNotReady', attributes: { reasonCode: 12 } },
  { event: 'EventAgentReady', attributes: { after: 'training' } },
  { act: ({ agent }) => agent.makeCall({ otherDN: '13700137000' }), event: 'EventDialing', attributes: SECOND_CALL },
  { event: 'EventEstablished', attributes: SECOND_CALL },
  { event: 'EventReleased', attributes: SECOND_CALL },
  { event: 'EventAgentNotReady', attributes: { reasonCode: 2 } },
  { event: 'EventAgentLogout' },
  { event: 'EventAgentRegainStatus', attributes: ONLINE },
  { event: 'EventAgentConnectionChanged' },
];

/** The message of a step; all that is stamped has a `creationTime`, a second apart. */
function messageOf(index: number, isStamped: boolean): Record<string, unknown> {
  const { event, attributes } = A_DAY[index]!;
  return {
    messageID: event,
    referenceID: 100 + index,
    ...(isStamped ? { creationTime: START + index * 1000 } : {}),
    ...attributes,
  };
}

export function tell({ sdk }: Bench, index: number, isStamped: boolean): void {
  sdk.emitRaw(messageOf(index, isStamped), A_DAY[index]!.event);
}

/** An agent for whom the day has come as far as this step. */
export function dayUntil(last: number, isStamped: boolean): Bench {
  const bench = new Bench({ acw: { seconds: 300 } });
  signIn(bench);
  for (let index = 0; index <= last; index += 1) {
    bench.clock.increment(1000);
    void A_DAY[index]!.act?.(bench);
    tell(bench, index, isStamped);
  }
  bench.clock.increment(500);
  return bench;
}
