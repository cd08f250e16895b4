import type { Known, PhoneType } from '../messages/fields.js';

/** Attributes that no document names yet: the vendor announces that results will grow. */
interface Open {
  readonly [attribute: string]: unknown;
}

/** A result of which nothing is documented but that it is a success. */
export interface SobotSuccess extends Open {
  readonly status: 'success';
}

/** A code with its name, as shown to the agent. */
export interface CodeName extends Open {
  readonly code?: string;
  readonly name?: string;
}

/** The identity of the agent. (`queryAgentCanJoinedInfo` has `id` for `agentUUID`.) */
interface AgentIdentity {
  /** The id, which never changes. */
  readonly agentUUID?: string;
  /** The work number. */
  readonly agentID?: string;
  readonly agentName?: string;
}

/** The settings that the agent signed in with. `reasonCode`: 2 DND, 11-18 breaks. */
export interface LoginResult extends SobotSuccess {
  /** `1` online, `2` DND. */
  readonly agentState?: Known<'1' | '2'>;
  readonly phoneType?: PhoneType;
  readonly bindExt?: string;
  readonly bindMobile?: string;
  readonly reasonCode?: number;
}

/** The breaks the agent may take: codes 11-18. */
export interface StatesResult extends SobotSuccess {
  readonly states?: readonly CodeName[];
}

/** The phone types the agent may use; exactly one is marked `default`. */
export interface PhoneTypeResult extends SobotSuccess, AgentIdentity {
  readonly ext?: string;
  readonly phone?: string;
  readonly phoneTypes?: readonly ({ readonly phoneType?: PhoneType; readonly default?: boolean } & Open)[];
}

/** As `PhoneTypeResult`, but the mark is named `defaultPhoneType`. */
export interface AgentLoginInfoResult extends SobotSuccess, AgentIdentity {
  readonly ext?: string;
  readonly phone?: string;
  readonly phoneTypes?: readonly ({ readonly phoneType?: PhoneType; readonly defaultPhoneType?: boolean } & Open)[];
}

/** One page of the company's extensions. */
export interface UnusedExtsResult extends SobotSuccess {
  /** From 1. */
  readonly currPage?: number;
  readonly pageSize?: number;
  /** Extensions on all pages together. */
  readonly total?: number;
  readonly exts?: readonly ({ readonly ext?: string; readonly default?: boolean } & Open)[];
}

/** The settings that a login can have, and those of the last one; no phone type is marked as the default. */
export interface AgentCanJoinedInfoResult extends SobotSuccess {
  /** The id, which other results call `agentUUID`. */
  readonly id?: string;
  /** The work number. */
  readonly agentID?: string;
  readonly agentName?: string;
  /** Of the last login; may be blank. */
  readonly loginStatusCode?: string;
  /** Of the last login; may be blank. */
  readonly loginStatusName?: string;
  /** Of the last login; may be blank. */
  readonly currentPhoneType?: PhoneType;
  readonly ext?: string;
  readonly phone?: string;
  readonly phoneTypes?: readonly ({ readonly phoneType?: PhoneType } & Open)[];
  readonly loginStatus?: readonly CodeName[];
}

/** A rule, a plan or a number that can decide what the customer sees; one of each kind is set. */
interface Settable extends Open {
  readonly hasSet?: boolean;
}

/**
 * The agent's outbound routing. Reads and writes share it. Documented without a `status`; the names
 * of `explicitRule` and `explicitSchema` are singular, and all three are lists.
 */
export interface RoutesResult extends Open, AgentIdentity {
  /** `1` at random from the company's pool, `2` by a plan, `3` the agent's own number. */
  readonly explicitRule?: readonly (Settable & { readonly code?: Known<'1' | '2' | '3'>; readonly name?: string })[];
  readonly explicitSchema?: readonly (Settable & { readonly code?: string; readonly planName?: string })[];
  readonly explicitNumbers?: readonly (Settable & { readonly number?: string; readonly nickName?: string })[];
}

/** One row of `queryAgents`; its states are numbers, which elsewhere are strings. */
export interface AgentRow extends Open, AgentIdentity {
  readonly ext?: string;
  /** 0 offline, 1 ready, 2 DND. */
  readonly agentState?: number;
  /** 1: ready; nothing else is documented. */
  readonly workStatus?: number;
}

export interface AgentsResult extends SobotSuccess {
  readonly agents?: readonly AgentRow[];
}
