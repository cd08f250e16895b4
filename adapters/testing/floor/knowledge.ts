import type { FloorEvent, Truth } from '../../simulator/index.js';
import { canonicalName, type AgentState } from '../../sobot/index.js';
import type { View } from './agreement.js';
import { Arrivals, DISAGREE, stampInMs } from './arrivals.js';

/** A work status that is none of the names of the vendor's page. */
const NO_NAME = /^\d+$/;
/** Work statuses in which an agent has two others on the phone. */
const OF_THREE: ReadonlySet<string> = new Set(['consulting', 'conferencing']);

/** Words about the phone; it may be another one from a login on, of which no word need come. */
const OF_THE_PHONE: ReadonlySet<string> = new Set([
  'EventRegistered',
  'EventUnregistered',
  'EventUnreachable',
  'EventDNOutOfService',
  'EventDNBackInService',
]);
const OF_PRESENCE: ReadonlySet<string> = new Set([
  'EventAgentLogin',
  'EventAgentLogout',
  'RequestAgentLogout',
  'EventAgentRegainStatus',
  'EventAgentConnectionChanged',
]);

const OF_LOGIN_STATE: ReadonlySet<string> = new Set(['login', 'logout', 'resetLogout', 'ready', 'notReady']);

/** How much a stamp in whole seconds may be too early, in ms. */
const STAMPED_IN_SECONDS = 1000;

const ABOUT_A_CALL: readonly (keyof View)[] = ['work', 'call', 'waiting', 'consult', 'onHold', 'muted', 'acw'];

/**
 * Whether a page was told everything that it must know to show the truth. A fact that was lost, or told by
 * nobody, may show until the service tells everything anew.
 */
export class Knowledge {
  /** When something was last lost or made up: a regain from before does not mend it. */
  #disturbedAt = 0;
  #isWhole = false;
  /** No regain tells whether the microphone is muted, nor whether a third party has answered. */
  #knowsMicrophone = false;
  /** It has asked to be muted, or not, and was not told of it yet. */
  #awaitsMicrophone = false;
  #knowsThird = false;
  /** Which of two waits in a consult, or whether a conference is held; no regain tells. */
  #knowsHeld = false;

  /** Whether the phone is registered is told when it changes, and else by nobody. */
  #knowsPhone = false;
  /** When the last word about the login was sent: earlier words about the phone may be of another. */
  #presenceAt = 0;

  /** A regain has named the call and not its leg, and since then nothing has. */
  isLegOpen = false;

  /** The page was loaded anew, and has missed what happened meanwhile. */
  #isLoadedAnew = false;
  /** It knows nothing of the calls before either. */
  #hasForgotten = false;

  /** Calls may be left over whose end the page was not told of: a regain that names another says nothing of them. */
  #mayBeLeftOver = false;
  /** They are shown, or have taken the place of a call that has ended. */
  #isLeftOver = false;
  /** A command may wait for an answer that has come, and cannot be told to be its own. */
  #mayMissRefusal = false;

  /** The page ends after-call work by itself, as it knows its length. */
  #endsWork = false;
  /** When after-call work ends it cannot know: its computer slept meanwhile or was set forward, or it heard too late of the beginning. */
  #mistakesTime = false;

  readonly #arrivals = new Arrivals();
  /** When somebody else than the service last told the page something, with a stamp no later than that. */
  #liedAt = 0;

  /** When each command was last sent, and when the last regain has arrived. */
  readonly #askedAt = new Map<string, number>();
  #regainedAt = -1;

  #newestBefore: Arrivals['newestOfLegs'] = null;

  /** When its logout was answered: the answer, which has no stamp, has overtaken messages sent before and arriving after it. */
  #loggedOutAt = 0;

  /** The call about which the page was told what is not true. */
  #spoiltCall: string | null = null;
  /** A talk may have been made up, after which a later call leaves something to wrap up, answered or not. */
  #mayOweWork = false;

  /**
   * @param now epoch ms
   * @param truth the truth about the page's agent; of calls that wait no regain tells
   * @param hasTwoPhones a customer's call may ring at two phones of the agent's
   */
  constructor(
    private readonly now: () => number,
    private readonly truth: () => Truth,
    private readonly hasTwoPhones: boolean,
  ) {}

  /** The page has nothing to know: its agent is not signed in. */
  isBlank(): void {
    this.#isWhole = true;
    this.#knowsMicrophone = true;
    this.#knowsThird = true;
    this.#knowsHeld = true;
    this.#mayBeLeftOver = false;
    this.#isLeftOver = false;
  }

  isDisturbed(): void {
    this.#mayBeLeftOver = true;
    this.#disturbedAt = this.now();
    this.#isWhole = false;
    this.#knowsMicrophone = false;
    this.#knowsThird = false;
    this.#knowsHeld = false;
    this.#knowsPhone = false;
  }

  /**
   * Somebody else than the service has told the page something, during this call. Of a call that is known already,
   * a regain does not contradict what is known of its status (contract, section 6).
   */
  isLiedTo(callID: string | null): void {
    this.isDisturbed();
    this.#liedAt = this.now();
    this.#spoiltCall = callID ?? this.#spoiltCall;
    this.#mayOweWork = true;
  }

  /** A command without a callback was refused with a code that may be no refusal of such a command. */
  mayMissRefusal(): void {
    this.#mayMissRefusal = true;
  }

  /** The page shows this state. */
  shows({ waiting, pending, consult, acw }: Pick<AgentState, 'waiting' | 'pending' | 'consult' | 'acw'>): void {
    if (acw !== null) this.#endsWork = acw.deadline !== null;
    if (consult?.phase === 'unknown') this.#knowsThird = false;
    if (waiting.length > 0 && this.#mayBeLeftOver) this.#isLeftOver = true;
    if (pending.length === 0) this.#mayMissRefusal = false;
  }

  /** The time that the page reads from its clocks is not the time that has passed for the service. */
  mistakesTime(): void {
    this.#mistakesTime = true;
  }

  /** A page loaded anew, which remembers what the last one knew, or nothing; where it may have dropped it, one or the other. */
  isReloaded(before: Knowledge, { isKept, mayBeDropped }: { readonly isKept: boolean; readonly mayBeDropped: boolean }): void {
    this.#isLoadedAnew = true;
    this.#hasForgotten = !isKept || mayBeDropped;
    if (isKept) this.#spoiltCall = before.#spoiltCall;
    if (this.#hasForgotten) return;
    this.#newestBefore = before.#newestOfLegs;
    this.#knowsMicrophone = before.#knowsMicrophone && !before.#awaitsMicrophone;
    this.#knowsThird = before.#knowsThird;
    this.#knowsHeld = before.#knowsHeld;
  }

  /** Something has happened at this page. */
  hears(event: FloorEvent): void {
    if (event.type === 'lost') this.isDisturbed();
    else if (event.type === 'command') {
      this.#askedAt.set(event.command, event.at);
      if (event.command === 'muteCall' || event.command === 'unmute') this.#awaitsMicrophone = true;
    } else if (event.type === 'callback' && event.outcome === 'success') {
      if (event.command === 'logout' || event.command === 'resetLogout') this.#loggedOutAt = event.at;
      // A word that has come since the command was sent says the login state, though it may have been sent before the command was done.
      if (OF_LOGIN_STATE.has(event.command) && this.#regainedAt >= (this.#askedAt.get(event.command) ?? 0)) this.isDisturbed();
    } else if (event.type === 'message') {
      const name = canonicalName(event.message.messageID);
      const isOvertaken = name === 'EventAgentRegainStatus' && event.sentAt < this.#loggedOutAt;
      const isUncertain = this.#arrivals.isUncertain(event) || isOvertaken;
      if (isUncertain) this.isDisturbed();
      const isRegain =
        name === 'EventAgentRegainStatus' && !isUncertain && event.sentAt > this.#trustedFrom && !this.#isOutranked(event.message);
      const wasWhole = this.#isWhole;
      if (isRegain) this.#isWhole = this.#isTheOnlyCall(event.message);
      // The length of after-call work counts from when the page hears of it.
      if (isRegain) this.mistakesTime();
      if (name === 'EventAgentRegainStatus') this.#regainedAt = event.at;
      if (name === 'EventAgentRegainStatus') this.isLegOpen = true;
      else if (typeof event.message['partyID'] === 'string') this.isLegOpen = false;
      if (isRegain) this.#regains(event.message, wasWhole);
      if (isRegain && event.message['workStatusInfo'] === undefined) {
        this.#mayBeLeftOver = false;
        this.#isLeftOver = false;
        this.#mayOweWork = false;
      }
      if (OF_THE_PHONE.has(name)) this.#knowsPhone = event.sentAt >= this.#presenceAt;
      else if (OF_PRESENCE.has(name)) {
        this.#knowsPhone = false;
        this.#presenceAt = Math.max(this.#presenceAt, event.sentAt);
      }
      if (name === 'EventAgentMute' || name === 'EventAgentUnmute') {
        this.#knowsMicrophone = true;
        this.#awaitsMicrophone = false;
      }
      if (name === 'EventAgentHoldCall' || name === 'EventAgentRetrieveCall') this.#knowsHeld = true;
    }
  }

  /** Where the agent talks to one other, there is nobody to ask whether he has answered, or waits. */
  #regains(message: Readonly<Record<string, unknown>>, wasWhole: boolean): void {
    const { workStatus } = (message['agentStateInfo'] ?? {}) as { readonly workStatus?: unknown };
    if (!OF_THREE.has(String(workStatus))) {
      this.#knowsThird = true;
      this.#knowsHeld = true;
    }
    const { callType } = (message['workStatusInfo'] ?? {}) as { readonly callType?: unknown };
    // A talk before the call that rings may have left something to wrap up, and so may one in which the third party was dialed
    // while the page was loaded.
    const isAfterTalk = this.#isLoadedAnew && workStatus === 'ringing';
    const isLeftOfConsult = this.#isLoadedAnew && workStatus === 'dialing' && callType === 'Consult';
    if (isAfterTalk || isLeftOfConsult) this.#isWhole = false;
    // It names no leg: a page that is told of the end of one cannot tell whether the other still rings.
    const mayRingOn = this.hasTwoPhones && workStatus === 'ringing';
    const mayOweWork = this.#mayOweWork && message['workStatusInfo'] !== undefined;
    if (mayOweWork || mayRingOn || NO_NAME.test(String(workStatus)) || this.#seemsOlder(message, wasWhole)) this.#guesses(message);
  }

  /** No regain tells of calls that wait: of none that waits now, and of none that has taken the place of the one that it names. */
  #isTheOnlyCall({ workStatusInfo }: Readonly<Record<string, unknown>>): boolean {
    const { call, waiting } = this.truth();
    const { callID } = (workStatusInfo ?? {}) as { readonly callID?: unknown };
    return waiting.length === 0 && (call === null || workStatusInfo === undefined || call.callID === callID);
  }

  /**
   * When a regain was sent that mends what the page believes. What was made up has the stamp of its moment: by one that counts
   * whole seconds, what the service says within the next second seems to be from before. Of the very moment in which something
   * was lost, the order is not known.
   */
  get #trustedFrom(): number {
    return Math.max(this.#disturbedAt, this.#liedAt + STAMPED_IN_SECONDS);
  }

  /** By the clock of its node, a regain is from before what was made up, or said of a leg, which goes before it. */
  #isOutranked(message: Readonly<Record<string, unknown>>): boolean {
    const stamp = stampInMs(message['creationTime']);
    const newest = Math.max(this.#liedAt, this.#newestOfLegs?.stamp ?? 0);
    return stamp !== null && stamp < newest && stamp > newest - DISAGREE;
  }

  /** The newest stamp of what is known of legs, be it from before the page was loaded anew. */
  get #newestOfLegs(): Arrivals['newestOfLegs'] {
    return this.#arrivals.newestOfLegs ?? this.#newestBefore;
  }

  /**
   * The status that a regain names is older than what is known of the legs, and does not win: by the clocks of two nodes, though it
   * is newer, or because something has been told since that does not change it, as that a conference is held.
   */
  #seemsOlder({ agentStateInfo }: Readonly<Record<string, unknown>>, wasWhole: boolean): boolean {
    const { workStatusTimestamp } = (agentStateInfo ?? {}) as { readonly workStatusTimestamp?: unknown };
    const stamp = stampInMs(workStatusTimestamp);
    const newest = this.#newestOfLegs;
    return newest !== null && stamp !== null && stamp < newest.stamp && (newest.sentAt <= this.truth().since || !wasWhole);
  }

  /** A regain that names a call and not how far it is leaves the page to guess: from then on the call may be anything. */
  #guesses({ workStatusInfo }: Readonly<Record<string, unknown>>): void {
    const { callID } = (workStatusInfo ?? {}) as { readonly callID?: unknown };
    if (typeof callID === 'string') this.#spoiltCall = callID;
    // Without a call, there may be after-call work or none.
    else this.#isWhole = false;
  }

  /** Without an established call there is no microphone to be muted, and without a consult no third party. */
  sees({ work, call, consult, acw }: Pick<Truth, 'work' | 'call' | 'consult' | 'acw'>, shown: Pick<AgentState, 'acw'>): void {
    if (acw === null && shown.acw === null) this.#mistakesTime = false;
    if (!this.#isWhole) return;
    if (call?.establishedAt == null) this.#knowsMicrophone = true;
    const isOfThree = consult !== null || work === 'conferencing';
    if (isOfThree || (this.#knowsThird && this.#knowsHeld)) return;
    // The party that is left has answered, and waits, or not: the page guesses, and the call goes on as guessed.
    if (call !== null) {
      this.isDisturbed();
      return;
    }
    this.#knowsThird = true;
    this.#knowsHeld = true;
  }

  /** How many messages have reached the page after one that was sent later. */
  get overtaken(): number {
    return this.#arrivals.overtaken;
  }

  /** The parts that the page may be wrong in, while its agent has this call; null: in any. */
  unsure(callID: string | null): readonly (keyof View)[] | null {
    if (!this.#isWhole || this.#isLeftOver || this.#mayMissRefusal) return null;
    if (this.#spoiltCall !== null) {
      if (this.#spoiltCall === callID) return this.#knowsPhone ? ABOUT_A_CALL : [...ABOUT_A_CALL, 'device'];
      // The call is over; how the page has seen its end depends on what it believed.
      this.#spoiltCall = null;
      this.isDisturbed();
      return null;
    }
    const mayEndWork = this.#endsWork && this.#mistakesTime;
    return [
      ...(mayEndWork ? (['work', 'acw'] as const) : []),
      ...(this.#knowsMicrophone ? [] : (['muted'] as const)),
      ...(this.#knowsThird ? [] : (['consult'] as const)),
      ...(this.#knowsHeld ? [] : (['onHold'] as const)),
      ...(this.#knowsPhone ? [] : (['device'] as const)),
    ];
  }
}
