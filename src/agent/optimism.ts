import { readState, type AgentSnapshot, type Leg, type LegRef, type LoginStatus } from '../../machines/index.js';
import type { CommandDeclaration, Fact } from '../commands/declaration.js';

/** Which of the facts that a command waits for the server would send. */
function expected({ confirmedBy }: CommandDeclaration, login: LoginStatus) {
  // After-call work ends in the login state before the call.
  const isReadyWrong = confirmedBy[0]?.fact === 'agent.ready' && login !== 'online';
  return isReadyWrong ? (confirmedBy[1] ?? confirmedBy[0]) : confirmedBy[0];
}

/** The ids by which the server would name the leg; of one that does not exist yet, its type. */
function refTo(leg: Leg | null, callType?: string): LegRef {
  return {
    callID: leg?.callID ?? undefined,
    partyID: leg?.partyID ?? undefined,
    callType: leg?.callType ?? callType,
  };
}

/** The fact that a command waits for, as if the server had said it; undefined if it waits for none. */
export function expectedFact(
  declaration: CommandDeclaration,
  parameters: Record<string, unknown>,
  snapshot: AgentSnapshot,
): Fact | undefined {
  const confirmation = expected(declaration, readState(snapshot).login);
  if (confirmation === undefined) return undefined;
  const { fact: type, leg } = confirmation;
  if (leg !== undefined) {
    const { call, consult } = snapshot.context;
    const ref = leg === 'consult' ? refTo(consult, 'Consult') : refTo(call);
    return { type, leg: ref, ...(declaration.name === 'consultTransfer' ? { isHandedOver: true } : {}) } as Fact;
  }
  const { reasonCode, seconds } = declaration.intent?.(parameters) ?? {};
  if (type === 'agent.notReady') return reasonCode == null ? { type } : { type, reasonCode };
  if (type === 'acw.extended') return { type, ...(seconds === undefined ? {} : { seconds }) };
  return { type } as Fact;
}
