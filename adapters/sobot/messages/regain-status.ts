import type { CallParties } from './call.js';
import type { CallType, Known, PhoneType, SobotMessageFields } from './fields.js';

/** The agent's login, as the server has it. Source: the vendor's page. */
export interface AgentStateInfo {
  /** Work number or id; `agentType` says which. */
  readonly agent?: string;
  /** `0`: work number, `1`: id. */
  readonly agentType?: Known<'0' | '1'>;
  readonly companyId?: string;
  readonly phoneType?: PhoneType;
  /** The extension given to `login`. */
  readonly thisDN?: string;
  /** `1`: online, `2`: DND. */
  readonly agentState?: Known<'1' | '2'>;
  /** Since when `agentState` holds. A timestamp; presumably epoch ms, as in `creationTime` (inferred). */
  readonly agentStateTimestamp?: number | string;
  /** `2` DND, `11`-`18` breaks. */
  readonly reasonCode?: Known<'2' | '11' | '12' | '13' | '14' | '15' | '16' | '17' | '18'>;
  /** Since when `reasonCode` holds; as `agentStateTimestamp`. */
  readonly reasonCodeTimestamp?: number | string;
  /** The traffic status. Its values are not documented. */
  readonly workStatus?: string;
  /** Since when `workStatus` holds; as `agentStateTimestamp`. */
  readonly workStatusTimestamp?: number | string;
  readonly [attribute: string]: unknown;
}

/** The agent's call, as the server has it; it does not say whether it is held. Source: the vendor's page. */
export interface WorkStatusInfo extends CallParties {
  readonly callID?: string;
  /** The page names only `Outbound` and `Inbound` here. */
  readonly callType?: CallType;
  readonly companyId?: string;
  readonly [attribute: string]: unknown;
}

/** The page is connected again and can restore what it showed. Source: the vendor's page. */
export interface SobotRegainStatusMessage<Name extends string = string> extends SobotMessageFields<Name> {
  readonly agentStateInfo: AgentStateInfo;
  /** Absent: the agent is not on a call. */
  readonly workStatusInfo?: WorkStatusInfo;
}
