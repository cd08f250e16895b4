/** Attributes and values that messages and results have in common. Types only. */

/**
 * One of the known values, or any other string: the wire may have blanks around a value, or a value
 * of a later version.
 */
export type Known<Values extends string> = Values | (string & Record<never, never>);

/** How the agent's calls are answered: SIP phone, telephone, web page. Source: the vendor's page. */
export type PhoneType = Known<'sip' | 'pstn' | 'webrtc'>;

/** `Consult` is a leg to a third party. Source: the vendor's event documents. */
export type CallType = Known<'Inbound' | 'Outbound' | 'Internal' | 'Consult'>;

/**
 * The attributes of every message. Only `messageID` is sure to be there, and attributes may come
 * that no document names. Source: the vendor's event documents.
 */
export interface SobotMessageFields<Name extends string = string> {
  /** The name of the event, as the wire has it: it may be an alias. */
  readonly messageID: Name;
  /** When it happened, in epoch ms. */
  readonly creationTime?: number;
  /** The tenant. */
  readonly companyId?: string;
  /** The number of the request that led to the event; the SDK does not tell the number of yours. */
  readonly referenceID?: number;
  /** Business data attached to the call: a string in the vendor's table, an object in its example. */
  readonly attachedData?: string | Readonly<Record<string, unknown>>;
  readonly [attribute: string]: unknown;
}
