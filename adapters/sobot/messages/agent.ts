import type { SobotMessageFields } from './fields.js';

/** A message about the agent. Source: the vendor's event documents, unless said otherwise. */
export interface SobotAgentMessage<Name extends string = string> extends SobotMessageFields<Name> {
  /** The work number, which may change. */
  readonly agentID?: string;
  /** The id, which never changes. */
  readonly agentUUID?: string;
  /** The agent's extension or mobile number. */
  readonly thisDN?: string;
  /** The agent's skill groups; the vendor's example of it is neither an array nor JSON. */
  readonly thisQueues?: unknown;
  /** `0` offline, `1` online, `2` DND. Source: inferred. */
  readonly agentState?: string | number;
  /** `2` DND, `11`-`18` breaks; `0` means none. Source: inferred. */
  readonly reasonCode?: string | number;
  /** The traffic status; of the numbers only `1`, ready, is documented. Source: inferred. */
  readonly workStatus?: string | number;
}
