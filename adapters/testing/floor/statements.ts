import type { FloorEvent } from '../../simulator/index.js';
import { canonicalName } from '../../sobot/index.js';
import { STATEMENTS } from '../model/statements.js';

/** The codes with which a refusal states a truth besides. */
export const STATING: ReadonlySet<string> = new Set(Object.values(STATEMENTS).flat());

function codeIn(value: Readonly<Record<string, unknown>>): string | null {
  const code = value['errorCode'];
  return typeof code === 'string' || typeof code === 'number' ? String(code) : null;
}

/** The code with which something is refused; null: nothing is. */
export function refusalIn(event: FloorEvent): string | null {
  if (event.type === 'callback') return event.outcome === 'error' ? codeIn(event.result) : null;
  if (event.type !== 'message' || canonicalName(event.message.messageID) !== 'EventError') return null;
  return codeIn(event.message);
}
