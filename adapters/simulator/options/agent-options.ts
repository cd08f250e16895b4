/** How an agent's calls are answered: SIP phone, telephone, web page. */
export type PhoneType = 'sip' | 'pstn' | 'webrtc';

export const PHONE_TYPES = ['sip', 'pstn', 'webrtc'] as const satisfies readonly PhoneType[];

/** The agent's outbound routing: the possible sources of the number that a customer sees. */
export interface RouteOptions {
  /** Default: all three. `1` company pool, `2` plan, `3` own number. */
  rules?: readonly ('1' | '2' | '3')[];
  /** Codes of plans the agent may use. Default: all of the floor's plans. */
  plans?: readonly string[];
  /** Display numbers of the agent's own pool. Default: all of the floor's numbers. */
  numbers?: readonly string[];
}

export interface AgentOptions {
  /** Work number. */
  agentID: string;
  /** The id that never changes. Default: made from the seed. */
  agentUUID?: string;
  /** Default: `Agent` and the work number. */
  name?: string;
  /** The extension bound in the agent's settings. Default: none. */
  ext?: string;
  /** The phone number bound in the agent's settings; needed for `pstn`. Default: none. */
  mobile?: string;
  /**
   * The extension of a second phone of the agent's: customers' calls ring at both, one call with two legs of the same
   * `callID`, until one takes the call or both have ended. `answer` takes it at the phone of the login. Default: none.
   *
   * @field two phones of one agent ring for one call
   */
  secondPhone?: string;
  /** May force others. Default: false. */
  supervisor?: boolean;
  /** Default: all three. */
  phoneTypes?: readonly PhoneType[];
  /** Default: `webrtc` if allowed, else the first of `phoneTypes`. */
  defaultPhoneType?: PhoneType;
  /** Break codes the agent may use, 11 to 18. Default: all. DND, 2, is always allowed. */
  breaks?: readonly number[];
  /** Names of the queues (skill groups) whose calls the agent gets. Default: none. */
  queues?: readonly string[];
  /** How many calls may come to this agent while he is on one. Default: the floor's `callWaiting`. */
  callWaiting?: number;
  /** The token `initAgent` must present. Default: any that is not blank. */
  token?: string;
  /** The numbers that customers may see when the agent calls, and how one is chosen. Default: all of the floor's. */
  routes?: RouteOptions;
}
