import { canonicalName, type AgentState, type CallInfo, type FactRule } from '../../sobot/index.js';
import type { Hearing } from '../history/history.js';
import type { Invariant } from './invariant.js';

const RULES = {
  doubled: true,
  late: true,
  beforeLogout: true,
  over: true,
  offerBefore: true,
  answered: true,
  otherLeg: true,
  otherEnd: true,
  tooMany: true,
} as const satisfies Readonly<Record<FactRule, true>>;

type Said = Readonly<Record<string, unknown>>;
type Tells = (state: AgentState, said: Said) => boolean;

function isAbout(call: CallInfo | null, { callID, partyID, callType }: Said): boolean {
  return call !== null && call.partyID !== null && call.callID === callID && call.partyID === partyID && call.callType === callType;
}

const isPending = ({ pending }: AgentState, ...commands: readonly string[]): boolean =>
  pending.some(({ command }) => commands.includes(command));
const isLoggedIn = ({ login }: AgentState): boolean => ['online', 'dnd', 'break', 'locked'].includes(login);

/** Of the call in hand, while it is in one of these work statuses. */
const ofCall =
  (...work: readonly AgentState['work'][]): Tells =>
  (state, said) =>
    work.includes(state.work) && isAbout(state.call, said);

const ofMicrophone =
  (isMuted: boolean): Tells =>
  (state, said) =>
    state.muted !== isMuted && ofCall('talking', 'holding')(state, said);

/** Messages that say what cannot be so already, given what the page shows. All others may repeat what is so. */
const TELLS_NEWS: Readonly<Record<string, Tells>> = {
  // A transfer may be done, which only the next second tells.
  EventReleased: (state, said) => ofCall('dialing', 'ringing', 'talking', 'holding')(state, said) && !isPending(state, 'consultTransfer'),
  EventEstablished: ofCall('dialing', 'ringing'),
  EventAgentHoldCall: ofCall('talking'),
  EventAgentRetrieveCall: ofCall('holding'),
  EventAgentMute: ofMicrophone(true),
  EventAgentUnmute: ofMicrophone(false),
  EventRinging: (state, { callID }) => isLoggedIn(state) && state.work === 'idle' && typeof callID === 'string' && callID !== '',
  EventAgentReady: ({ login }) => ['dnd', 'break', 'locked'].includes(login),
  EventAgentLogout: isLoggedIn,
  EventAgentConnectionChanged: (state) => state.connection === 'connected' && !isPending(state, 'login', 'initAgent'),
};

function isNews({ messageID, message, before }: Hearing): boolean {
  if (typeof message !== 'object' || message === null) return false;
  const said = message as Said;
  // A message with another name, or none that can be read, is one that nobody knows.
  const isNamed = typeof said['messageID'] === 'string' && canonicalName(said['messageID']) === messageID;
  return isNamed && TELLS_NEWS[messageID]?.(before, said) === true;
}

export const nothingInSilence: Invariant = {
  name: 'a message that says what is not so changes the state, or is reported with a rule of the list',
  meaning: 'The service says that the customer has gone, the page shows him still, and nobody can find out why.',
  source: 'contract §6: nothing is ignored in silence',
  ofMessage: (hearing) => {
    const unknown = hearing.reports.find(({ type, rule }) => type === 'ignored' && !Object.hasOwn(RULES, rule ?? ''));
    if (unknown !== undefined) return `${hearing.messageID} was ignored by a rule that is not in the list`;
    const isSilent = hearing.after === hearing.before && hearing.reports.length === 0 && !hearing.isRepeated;
    return isSilent && isNews(hearing)
      ? `${hearing.messageID} has changed nothing and was not reported, while work is ${hearing.before.work}`
      : null;
  },
};
