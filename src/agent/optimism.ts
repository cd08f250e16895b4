import { DND_REASON } from '../../machines/index.js';
import type { CommandDeclaration, Fact } from '../commands/declaration.js';

/** The fact that a command waits for, as if the server had said it; undefined if it waits for none. */
export function firstFact(
  declaration: CommandDeclaration,
  parameters: Record<string, unknown>,
): Fact | undefined {
  const [confirmation] = declaration.confirmedBy;
  if (confirmation === undefined) return undefined;
  const { fact: type, leg } = confirmation;
  if (leg !== undefined) {
    return { type, leg: leg === 'consult' ? { callType: 'Consult' } : {} } as Fact;
  }
  const { reasonCode, seconds } = declaration.intent?.(parameters) ?? {};
  if (type === 'agent.notReady') return { type, reasonCode: reasonCode ?? DND_REASON };
  if (type === 'acw.extended') return { type, ...(seconds === undefined ? {} : { seconds }) };
  return { type } as Fact;
}
