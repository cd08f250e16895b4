import type { PhoneType } from '../options/agent-options.js';
import type { Task } from '../time/agenda.js';
import { isConference, type Party } from './calls/call.js';
import type { DeskEnd, Request } from './request.js';
import type { LoginStatus, OnHold, WorkStatus } from './truth.js';

/** A call command that has been accepted and is not done. */
export interface Operation {
  readonly request: Request;
  readonly deadline: Task;
  /** Runs in place of the usual message, when the switch reports hold or retrieve. */
  onHeld: (() => void) | null;
  onRetrieved: (() => void) | null;
}

/** The phone that the agent is signed in with. */
export interface Session {
  readonly phoneType: PhoneType;
  readonly ext: string | null;
  readonly mobile: string | null;
  readonly unbindExtOnLogout: boolean;
}

interface Acw {
  readonly since: number;
  deadline: number | null;
  timer: Task | null;
}

/** Which numbers a customer may see, and which of them is set. */
export interface Routes {
  readonly rules: readonly string[];
  readonly plans: readonly string[];
  readonly numbers: readonly string[];
  rule: string;
  plan: string | null;
  number: string | null;
}

/** One agent, as the service knows him. */
export interface Agent {
  readonly agentID: string;
  readonly agentUUID: string;
  readonly name: string;
  readonly supervisor: boolean;
  readonly phoneTypes: readonly PhoneType[];
  readonly breaks: readonly number[];
  readonly queues: readonly string[];
  readonly token: string | null;
  readonly routes: Routes;

  /** His settings; a login changes them. */
  defaultPhoneType: PhoneType;
  ext: string | null;
  mobile: string | null;
  lastLogin: { readonly agentState: '1' | '2'; readonly phoneType: PhoneType } | null;

  readonly ends: Set<DeskEnd>;
  session: Session | null;
  login: LoginStatus;
  reasonCode: number | null;
  loginSince: number;
  reasonSince: number;

  /** The customer's leg, or the one that is left. */
  main: Party | null;
  /** The leg to a third party. */
  consult: Party | null;
  /** In a consult: the two were swapped, so that the third party waits and not the customer. */
  thirdWaits: boolean;
  /** His other calls: they ring, are called, or are held beside the one in `main`. */
  waiting: Party[];
  /** The extension of a phone that rings together with the one he is signed in with. */
  readonly secondPhone: string | null;
  /** How many calls may come to him while he is on one. */
  readonly callWaiting: number;
  muted: boolean;
  acw: Acw | null;
  /** The operation that the call lane waits for. */
  operation: Operation | null;
  /** The operations beside it: the microphone and keys have lanes of their own. */
  readonly asides: Set<Operation>;
  /** A talk has ended that is to be followed by after-call work. */
  wrapUpOwed: boolean;
  /** Runs when the call is over, in place of after-call work. */
  afterCall: (() => void) | null;
  missed: number;
  /** Since when he could have taken a call. */
  idleSince: number;
  work: WorkStatus;
  workSince: number;
}

/** How far a call is. */
export type LineWork = 'dialing' | 'ringing' | 'talking' | 'holding';

/** How far a call of the agent's is; null: his phone has not heard of it yet, or it is over. */
export function progressOf({ state, role, held }: Party): LineWork | null {
  switch (state) {
    case 'dialing':
      return 'dialing';
    case 'ringing':
      // An own phone that rings first cannot be answered from the page: to the agent, that is a call going out.
      return role === 'Origination' ? 'dialing' : 'ringing';
    case 'talking':
      return held ? 'holding' : 'talking';
    default:
      return null;
  }
}

/** The agent's work, derived from his parties and after-call work. */
export function workOf({ main, consult, acw }: Agent): WorkStatus {
  if (consult !== null) return 'consulting';
  const progress = main === null ? null : progressOf(main);
  if (main === null || progress === null) return acw === null ? 'idle' : 'acw';
  return ['talking', 'holding'].includes(progress) && isConference(main.call) ? 'conferencing' : progress;
}

/** The party that waits because of the agent; a conference can be held, too, and a consult be swapped. */
export function onHoldOf(agent: Agent): OnHold | null {
  switch (workOf(agent)) {
    case 'holding':
      return 'customer';
    case 'consulting':
      return agent.thirdWaits ? 'thirdParty' : 'customer';
    case 'conferencing':
      return agent.main?.held === true ? 'conference' : null;
    default:
      return null;
  }
}

/** In a consult or a conference, where no other call can take the place of this one. */
export function isWithThirdParty(agent: Agent): boolean {
  return ['consulting', 'conferencing'].includes(workOf(agent));
}

/** All calls of the agent, his consult excepted. */
export function callsOf({ main, waiting }: Agent): readonly Party[] {
  return main === null ? [] : [main, ...waiting];
}

/** The call that `answer` and `rejectCall` mean: the one that rings, else the first that rings beside it. */
export function offeredTo(agent: Agent): Party | null {
  return callsOf(agent).find((party) => progressOf(party) === 'ringing') ?? null;
}

/** On a call, or about to get one. */
export function isBusy({ main }: Agent): boolean {
  return main !== null;
}

/** A call can be offered to him, as far as he is concerned. */
export function isFree(agent: Agent): boolean {
  return agent.login === 'online' && agent.main === null && agent.acw === null && agent.operation === null;
}

/** He is on a call, and one more may come to him beside it. */
export function canBeKnockedAt({ login, main, waiting, callWaiting }: Agent): boolean {
  return login === 'online' && main !== null && waiting.length < callWaiting;
}
