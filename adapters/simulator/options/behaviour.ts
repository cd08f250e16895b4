/**
 * The points that the vendor's documents leave open, or state in two ways. The first value of each is
 * the default; an integration that is to survive the real service works with all of them.
 */
export const BEHAVIOURS = {
  /** Which comes first, the `success` callback or the event that the command leads to. Inferred. */
  answerOrder: ['callbackFirst', 'eventFirst'],
  /** Event names: those seen at the vendor's, or the TLib names for hold, retrieve and mute. */
  names: ['canonical', 'tlib'],
  /** The message at logout; the vendor's demo shows a request's name coming back. */
  logoutEvent: ['EventAgentLogout', 'RequestAgentLogout', 'both'],
  /** The end of a call that nobody answered because the other side gave up. */
  abandonEvent: ['EventReleased', 'EventAbandoned'],
  /** After-call work for an agent whose phone rang in vain. Not documented. */
  acwAfterAbandon: ['none', 'acw'],
  /** After-call work for an agent whose customer went during a consult that then was not answered. Not documented. */
  acwAfterLostCustomer: ['acw', 'none'],
  /**
   * How the beginning of after-call work is announced, if at all. Not documented.
   *
   * @field a word of after-call work that comes when the next call rings already
   */
  acwAnnounced: ['none', 'EventAgentAfterCallWork', 'EventAgentNotReady'],
  /** Where after-call work ends: in the login status before it, or always in DND. */
  acwEnd: ['formerStatus', 'dnd'],
  /** Longest `delayTime` of `delayACW`, in s: the vendor's page, or the text of error 330138. */
  delayLimit: ['900', '300'],
  /**
   * Whether the end of a leg says why: not at all; by `hangupCause`, a name of FreeSWITCH's table, of which the vendor's
   * records show one; or, of a call that nobody has answered, by the free text of `earlyDetectCause`. Inferred.
   *
   * @field busy, declined, no answer, no such number and answered elsewhere are told apart
   */
  endCause: ['untold', 'hangupCause', 'earlyDetectCause'],
  /**
   * Whether a queue that offers a call to the same phone again does so under a new `partyID`, or the same. Not documented.
   *
   * @field the queue offers the same call again, with a new party
   */
  reofferPartyID: ['new', 'same'],
  /**
   * A called phone that is on another call: only the release, or a message before it.
   *
   * @field four reasons for a call that is not answered: busy, declined, no answer, no such number
   */
  destinationBusy: ['releasedOnly', 'EventDestinationBusy'],
  /** Whether `initiateConsult` announces that the customer is on hold. */
  consultHold: ['sent', 'omitted'],
  /**
   * Whether the legs of a consult share the customer's `callID`, or have their own.
   *
   * @field a leg wrongly filed as over: the third party shares the customer's call
   */
  consultCallID: ['shared', 'own'],
  /** The customer when the consulted party is not reached: still held, or retrieved. */
  consultFailed: ['stayHeld', 'autoRetrieve'],
  /**
   * Which of the two legs `consultTransfer` announces as released, and in which order.
   *
   * @field a customer who hangs up while the transfer is under way
   */
  consultTransferReleases: ['mainFirst', 'consultFirst', 'mainOnly'],
  /** The first event of `consultConference`: customer retrieved, or consult leg released. */
  conferenceOrder: ['retrievedFirst', 'releasedFirst'],
  /** The legs that `hangup` ends during a consult: both, or the third party's. */
  hangupInConsult: ['all', 'consultOnly'],
  /**
   * With what `hangup` is refused when the agent has no call: not in a talk (330039), or the call has ended (330303).
   * Inferred; the field has seen both, of calls whose end was lost on the way to the page.
   *
   * @field a call whose end was lost, and the next command says so
   */
  hangupWithoutCall: ['notInTalk', 'callEnded'],
  /**
   * `hangup` of a call that rings at the agent: rejects it, or is refused as not in a talk (330039), so that only
   * `rejectCall` does. Inferred; the field has seen a ringing call that `hangup` did not end.
   *
   * @field "not in a talk" said of a call that rings: true, and no end of it
   */
  hangupWhileRinging: ['rejects', 'refused'],
  /** When a single transfer counts as done, and the agent's own call ends. */
  transferDone: ['answered', 'ringing'],
  /** Whether a single transfer that did not succeed is announced. */
  transferFailed: ['EventError', 'silent'],
  /** Calling out with `pstn`, where the agent's own phone is called first. */
  pstnDialOut: ['dialing', 'ringingFirst', 'establishedTwice'],
  /** Calling out with `sip`: whether the own phone is announced first. */
  sipDialOut: ['dialing', 'ringingFirst'],
  /** `answer()` with `sip`: takes the call, or only the phone itself can. */
  sipAnswer: ['allowed', 'deviceOnly'],
  /**
   * `login` of another page during a call: refused in every call, or only in the work statuses that the vendor's page
   * names (calling, dialing, talking, holding), which leave out ringing, consulting and conferencing. Where it is
   * accepted, the page that has the call is displaced, and the new one is told of the call by a regain (inferred).
   *
   * @field an agent displaced in a call, and taken back by a regain
   */
  loginInCall: ['refused', 'refusedWhereNamed'],
  /** `ready`, `notReady` and their supervisor's forms during a call. */
  statusDuringCall: ['accepted', 'refused'],
  /** The same during after-call work, which they end if accepted. */
  statusDuringSorting: ['accepted', 'refused'],
  /** Calling out during a break (error 330081); may be a company's setting. */
  dialOutInBreak: ['allowed', 'refused'],
  /** Whether an agent who is not ready can be consulted, or transferred to (errors 330077, 330110). */
  notReadyTarget: ['refused', 'allowed'],
  /** Which calls count as missed: rung in vain and rejected, or rung in vain only. */
  missedCalls: ['noAnswerAndReject', 'noAnswer'],
  /** How the system lock is announced: reason code 98, no reason code, or nothing. */
  lockAnnounced: ['reason98', 'noReason', 'none'],
  /** Whether `resetLogout` announces the release of the call it ends. */
  resetLogoutRelease: ['sent', 'omitted'],
  /** `forceLogout` of an agent on a call: ends the call, or is refused. */
  forceLogoutInCall: ['hangsUp', 'refused'],
  /**
   * Phones whose loss of registration, and its return, is told by events: SIP phones, or also web phones. Inferred.
   *
   * @field a phone that loses its registration while the agent is ready
   */
  registrationTold: ['ofSipPhones', 'ofWebPhonesToo'],
  /**
   * The event that tells that the agent's phone has lost its registration. The first two are named by the vendor's
   * other documents; the last is the TLib name, and `EventDNBackInService` follows it in place of `EventRegistered`.
   */
  phoneLost: ['EventUnregistered', 'EventUnreachable', 'EventDNOutOfService'],
  /** The answer to a command while the connection is lost: none at all, or an error at once. */
  whileDisconnected: ['silent', 'error'],
  /**
   * The code with which commands are refused while the page's link is interrupted and known to be. All four are of the
   * vendor's class "session or connection info not found".
   *
   * @field a link that is down and known to be
   */
  interruptedCode: ['330051', '330026', '330052', '330096'],
  /** The DNRole on the wire: name, number or numeric string. */
  roleFormat: ['name', 'number', 'numericString'],
  /** `attachedData` on the wire: an object as in the vendor's example, or a string as in its table. */
  attachedDataFormat: ['object', 'string'],
  /**
   * `workStatus` of `EventAgentRegainStatus`: a name of the vendor's prose, or a meaningless number.
   *
   * @field a regain that does not say how far the call is
   */
  regainWorkStatus: ['names', 'opaque'],
} as const satisfies Readonly<Record<string, readonly [string, string, ...string[]]>>;

/** A value of choice for everything that the vendor's documents leave open. */
export type Behaviour = { -readonly [Name in keyof typeof BEHAVIOURS]: (typeof BEHAVIOURS)[Name][number] };

/** The given values, and the default for all others. */
export function resolveBehaviour(given: Partial<Behaviour> = {}): Behaviour {
  const defaults = Object.fromEntries(Object.entries(BEHAVIOURS).map(([name, values]) => [name, values[0]]));
  return { ...(defaults as Behaviour), ...given };
}
