import type { CommandName } from '../../sobot/index.js';
import * as calls from './calls.js';
import { Unforeseeable, type Company } from './company.js';
import * as consult from './consult.js';
import type { Outcome } from './outcome.js';
import * as presence from './presence.js';
import type { Name, Person } from './scene.js';
import * as talk from './talk.js';

/** The meaning of a command, in plain words; parameters beyond these make its outcome unforeseeable. */
export interface Intent {
  /** The party that is called, consulted, transferred to or forced. */
  readonly target?: Name;
  /** Of notReady. */
  readonly reasonCode?: number;
  /** Of delayACW. */
  readonly seconds?: number;
  /** Of login: online, or else not disturbed. */
  readonly isOnline?: boolean;
}

type Effect = (company: Company, one: Person, intent: Intent) => Outcome;

function targetOf({ target }: Intent): Name {
  if (target === undefined) throw new Unforeseeable('nobody knows whom it is about');
  return target;
}

/** Anybody signed in may ask; anybody else is refused. */
const asks: Effect = (_company, { signedIn }) => (signedIn === null ? 'refused' : 'done');
const tells: Effect = () => 'done';

/** A supervisor's command upon an agent who is signed in. */
const forces =
  (supervisors: ReadonlySet<Name>, effect: (company: Company, target: Person) => Outcome): Effect =>
  (company, one, intent) => {
    const target = company.get(targetOf(intent));
    if (!supervisors.has(one.name) || target.signedIn === null) return 'refused';
    return effect(company, target);
  };

/** The effect that a person expects of each command, by its sender; `supervisors` may force others. */
export function effectsOf(supervisors: ReadonlySet<Name>): Readonly<Record<CommandName, Effect>> {
  return {
    initAgent: tells,
    login: (company, one, { isOnline = false }) => {
      if (one.givesExtensionBack) throw new Unforeseeable('the extension was given back');
      return presence.login(company, one, isOnline);
    },
    logout: presence.logout,
    ready: presence.ready,
    notReady: (company, one, { reasonCode = 2 }) => presence.notReady(company, one, reasonCode),
    resetLogout: presence.resetLogout,
    queryStates: tells,
    queryPhoneType: tells,
    queryUnusedExts: tells,
    queryAgentLoginInfo: tells,
    queryAgentCanJoinedInfo: tells,
    queryAgents: tells,
    queryRoutes: asks,
    setRoute: asks,
    forceLogout: forces(supervisors, presence.resetLogout),
    forceBusy: forces(supervisors, (company, target) => presence.notReady(company, target, 2)),
    forceReady: forces(supervisors, presence.ready),
    makeCall: (company, one, intent) => calls.makeCall(company, one, targetOf(intent)),
    answer: calls.answer,
    rejectCall: calls.reject,
    hangup: calls.hangup,
    holdCall: talk.holdCall,
    retrieveCall: talk.retrieveCall,
    muteCall: (company, one) => talk.setMuted(company, one, true),
    unmute: (company, one) => talk.setMuted(company, one, false),
    singleTransfer: (company, one, intent) => consult.singleTransfer(company, one, targetOf(intent)),
    initiateConsult: (company, one, intent) => consult.initiateConsult(company, one, targetOf(intent)),
    cancelConsult: consult.cancelConsult,
    retrieveConsult: consult.retrieveConsult,
    consultTransfer: (company, one) => consult.bringTogether(company, one, true),
    consultConference: (company, one) => consult.bringTogether(company, one, false),
    delayACW: (company, one, { seconds = 30 }) => presence.delayACW(company, one, seconds),
    completeACW: presence.completeACW,
    completeACWToBusy: presence.completeACWToBusy,
    sendDtmf: talk.sendDtmf,
  };
}
