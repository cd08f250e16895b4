/**
 * How the company's dialer calls out. To the agent, all three come in: `callType` Outbound, own role Destination.
 *
 * - `predictive` the customer first; as soon as he answers, the call is offered to the agent, or to a queue
 * - `preview` the agent first; when he has taken the call, the customer is called
 * - `callback` the same, for a customer who has asked for it
 */
export const DIALER_KINDS = ['predictive', 'preview', 'callback'] as const;
export type DialerKind = (typeof DIALER_KINDS)[number];

export interface DialerOptions {
  /** Default: `predictive`. */
  readonly kind?: DialerKind;
  /** Business data that come with the call. Default: none. */
  readonly attachedData?: Readonly<Record<string, unknown>>;
}
