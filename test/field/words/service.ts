import type { Attributes, Moment, PageName } from '../day.js';

/** The service says this. `stamp`: default, 40 ms before it arrives; null, none. */
export function says(service: string, at: number, stamp: number | null = at - 40, attributes: Attributes = {}): Moment {
  return { at, service, stamp, attributes };
}

type OfLeg = (at: number, leg: Attributes, stamp?: number | null, more?: Attributes) => Moment;

const ofLeg =
  (service: string): OfLeg =>
  (at, leg, stamp, more = {}) =>
    says(service, at, stamp, { ...leg, ...more });

export const ringing = ofLeg('EventRinging');
export const dialing = ofLeg('EventDialing');
export const established = ofLeg('EventEstablished');
export const held = ofLeg('EventAgentHoldCall');
export const retrieved = ofLeg('EventAgentRetrieveCall');
export const released = ofLeg('EventReleased');

const AGENT: Attributes = { agentID: '1001', thisDN: '8001' };

export const ready = (at: number, stamp?: number | null): Moment => says('EventAgentReady', at, stamp, { ...AGENT, agentState: '1' });

export const notReady = (at: number, reasonCode: number, stamp?: number | null): Moment =>
  says('EventAgentNotReady', at, stamp, { ...AGENT, agentState: '2', reasonCode });

export const loggedOut = (at: number, stamp?: number | null): Moment => says('EventAgentLogout', at, stamp, AGENT);

export const displaced = (at: number, stamp?: number | null): Moment => says('EventAgentConnectionChanged', at, stamp, AGENT);

/** The word of after-call work. */
export const acwWord = (at: number, stamp?: number | null): Moment => says('EventAgentAfterCallWork', at, stamp, AGENT);

/** A message that says nothing of the agent's state or calls. */
export const noise = (at: number, stamp: number): Moment => says('EventTierAdded', at, stamp, { thisQueues: 'q8001' });

interface Regained {
  /** The agent's work number. Default: 1001. */
  readonly agent?: string;
  /** The call that it names, without the party, which the vendor's document does not list. */
  readonly call?: Attributes;
  readonly workStatus?: string;
  /** The time of the work status. */
  readonly workStatusTimestamp?: number;
  readonly stamp?: number;
}

/** The page is connected again, and the service says where the agent, who is online, stands. */
export function regain(at: number, { agent = '1001', call, workStatus, workStatusTimestamp, stamp }: Regained = {}): Moment {
  const named = ['callID', 'callType', 'thisDN', 'thisDNRole', 'otherDN', 'otherDNRole'];
  return says('EventAgentRegainStatus', at, stamp, {
    agentStateInfo: {
      agent,
      agentType: '0',
      phoneType: 'webrtc',
      thisDN: '8001',
      agentState: '1',
      ...(workStatus === undefined ? {} : { workStatus }),
      ...(workStatusTimestamp === undefined ? {} : { workStatusTimestamp }),
    },
    ...(call === undefined ? {} : { workStatusInfo: Object.fromEntries(named.map((name) => [name, call[name]])) }),
  });
}

/** The service refuses a command that has no callback. */
export const refused = (at: number, errorCode: string, more: Attributes = {}): Moment =>
  says('EventError', at, undefined, { errorCode, errorMessage: 'Refused.', ...more });

/** The same on another page. */
export const onPage = (page: PageName, ...moments: readonly Moment[]): readonly Moment[] => moments.map((moment) => ({ ...moment, page }));
