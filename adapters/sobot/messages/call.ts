import type { DNRole } from '../events/roles.js';
import type { CallType, Known, SobotMessageFields } from './fields.js';

/** A role by name, number or numeric string; `normaliseRole` makes a name of it. */
export type WireRole = Known<DNRole> | number;

/** The numbers of the parties to a call. Source: the vendor's page and its event documents. */
export interface CallParties {
  /** This side: extension or mobile number. */
  readonly thisDN?: string;
  readonly thisDNRole?: WireRole;
  /** The other side; for an agent, the customer. */
  readonly otherDN?: string;
  readonly otherDNRole?: WireRole;
  /** The third party: the one who transferred, was consulted, and so on. */
  readonly thirdDN?: string;
  readonly thirdDNRole?: WireRole;
}

/** A message about a call, or one leg of it. Source: the vendor's event documents. */
export interface SobotCallMessage<Name extends string = string> extends SobotMessageFields<Name>, CallParties {
  /** The call. Opaque; a consult may share it with the customer's call (inferred). */
  readonly callID?: string;
  /** The leg: one per party. Opaque. */
  readonly partyID?: string;
  readonly callType?: CallType;
  /** The owner of the leg. A record of the vendor's has a number here. */
  readonly partyRole?: Known<'Customer' | 'Agent' | 'VirtualAgent' | 'Supervisor' | 'ThirdPSTN'> | number;
  /** The caller's telephone number; empty when the caller is not in the telephone network. */
  readonly ANI?: string;
  /** The called telephone number; empty when the called is not in the telephone network. */
  readonly DNIS?: string;
}

/** The leg is over. Source: inferred; the attributes are known of call records only. */
export interface SobotReleasedMessage<Name extends string = string> extends SobotCallMessage<Name> {
  /** The side that ended it: 1 other, 2 the agent's side, 3 the customer's side. */
  readonly hangupDisposition?: number | string;
  /** Why it ended, such as `ORIGINATOR_CANCEL` or `USER_BUSY`; by its form a name of FreeSWITCH's table. */
  readonly hangupCause?: string;
  /** The cause heard on the line before anybody answered, in free text, such as `no answer`. */
  readonly earlyDetectCause?: string;
}

/** The service could not do something. Source: inferred from the vendor's mobile SDKs. */
export interface SobotErrorMessage<Name extends string = string> extends SobotCallMessage<Name> {
  readonly errorCode?: string | number;
  readonly errorMessage?: string;
}
