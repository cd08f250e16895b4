import { partyOf, readState, type AgentSnapshot, type Call, type LegRef, type LoginStatus } from '../../machines/index.js';
import type { CommandDeclaration, Fact, Intent } from '../commands/declaration.js';

/** Which of the facts that a command waits for the server would send. */
function expected({ confirmedBy }: CommandDeclaration, login: LoginStatus) {
  // After-call work ends in the login state before the call.
  const isReadyWrong = confirmedBy[0]?.fact === 'agent.ready' && login !== 'online';
  return isReadyWrong ? (confirmedBy[1] ?? confirmedBy[0]) : confirmedBy[0];
}

/** The ids by which the server would name the leg; of one that does not exist yet, its type. */
function refTo(call: Call | null, callType?: string): LegRef {
  return {
    callID: call?.callID ?? undefined,
    partyID: (call && partyOf(call)) ?? undefined,
    callType: call?.callType ?? callType,
  };
}

/** The fact that a command waits for, as if the server had said it; undefined if it waits for none. */
export function expectedFact(declaration: CommandDeclaration, { reason, seconds }: Intent, snapshot: AgentSnapshot): Fact | undefined {
  const confirmation = expected(declaration, readState(snapshot).login);
  if (confirmation === undefined) return undefined;
  const { fact: type, leg } = confirmation;
  if (leg !== undefined) {
    const { call, third, waiting } = snapshot.context.roster;
    const meant =
      declaration.name === 'answer' && call?.establishedAt != null ? (waiting.find(({ work }) => work === 'ringing') ?? call) : call;
    const ref = leg === 'consult' ? refTo(third, 'Consult') : refTo(meant);
    return { type, leg: ref, ...(declaration.name === 'consultTransfer' ? { isHandedOver: true } : {}) } as Fact;
  }
  if (type === 'agent.notReady') return reason == null ? { type } : { type, reason };
  if (type === 'acw.extended') return { type, ...(seconds === undefined ? {} : { seconds }) };
  return { type } as Fact;
}
