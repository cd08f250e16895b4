import type { AgentState } from '../../sobot/index.js';
import type { Hearing } from '../history/history.js';
import { statementIn, type Statement } from '../model/statements.js';
import type { Invariant } from './invariant.js';

function codeIn(message: unknown): string {
  const code = (message as { readonly errorCode?: unknown } | null)?.errorCode;
  return typeof code === 'string' || typeof code === 'number' ? String(code).trim() : '';
}

function isPending({ pending }: AgentState, ...commands: readonly string[]): boolean {
  return pending.some(({ command }) => commands.includes(command));
}

function callIDs({ call, consult, waiting }: AgentState): readonly unknown[] {
  return [call?.callID, consult?.['callID'], ...waiting.map(({ callID }) => callID)];
}

/** The calls that nobody has spoken of as over: whether the third party has gone, or is part of a conference, a refusal tells. */
function callsGoingOn(state: AgentState): readonly unknown[] {
  if (isPending(state, 'consultTransfer')) return [];
  // The call that is asked for is not there yet, whatever was said of it.
  if (state.work === 'calling') return callIDs({ ...state, call: null });
  return callIDs(isPending(state, 'consultConference', 'retrieveConsult', 'cancelConsult') ? { ...state, consult: null } : state);
}

/** A call that the service has named is not shown any more. */
function hasLostCall(before: AgentState, after: AgentState): boolean {
  const left = callIDs(after);
  return callsGoingOn(before).some((callID) => typeof callID === 'string' && !left.includes(callID));
}

/** After-call work is no more, and neither because its time is over nor because a transfer that counted as done is refused. */
function hasLostWork({ acw }: AgentState, after: AgentState, isWorkOver: boolean): boolean {
  return acw !== null && after.acw === null && after.call === null && !isWorkOver;
}

interface Effect {
  readonly words: string;
  readonly says: readonly Statement[];
  readonly isSo: (before: AgentState, after: AgentState, isWorkOver: boolean) => boolean;
}

/** Effects that an error has only if it says so. */
const EFFECTS: readonly Effect[] = [
  // In after-call work there is no call in hand.
  { words: 'a call has ended', says: ['callIsOver', 'acwIsOn', 'signedOut', 'displaced'], isSo: hasLostCall },
  { words: 'after-call work has ended', says: ['acwIsOver', 'signedOut', 'displaced'], isSo: hasLostWork },
  {
    words: 'after-call work has begun',
    says: ['acwIsOn', 'callIsOver'],
    isSo: (before, after) => before.acw === null && after.acw !== null && !isPending(before, 'consultTransfer'),
  },
  {
    words: 'the agent is signed out',
    says: ['signedOut', 'displaced'],
    isSo: (before, after) => before.login !== 'offline' && after.login === 'offline',
  },
  {
    words: 'the page is displaced',
    says: ['displaced'],
    isSo: (before, after) => before.connection !== 'displaced' && after.connection === 'displaced',
  },
  {
    words: 'the link is interrupted',
    says: ['interrupted'],
    isSo: (before, after) => before.connection !== 'interrupted' && after.connection === 'interrupted',
  },
];

function problemIn({ message, before, atOnce, overdue = [] }: Hearing): string | null {
  const says = statementIn(codeIn(message));
  const isWorkOver = overdue.some(({ what }) => what === 'after-call work');
  const wrong = EFFECTS.find((effect) => effect.isSo(before, atOnce, isWorkOver) && (says === null || !effect.says.includes(says)));
  return wrong === undefined ? null : `${wrong.words}, by an error that does not say so`;
}

export const errorsStateTheTable: Invariant = {
  name: 'an error states only what the table says',
  meaning: 'A wrong number ends the call with the customer who is on the line.',
  source: 'contract §5: a refusal that states a truth; all other codes state nothing',
  ofMessage: (hearing) => (hearing.messageID === 'EventError' ? problemIn(hearing) : null),
};
