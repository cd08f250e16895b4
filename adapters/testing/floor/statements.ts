import type { FloorEvent } from '../../simulator/index.js';
import { canonicalName } from '../../sobot/index.js';

/** The codes with which a refusal states a truth besides (contract, section 5). */
export const STATING: ReadonlySet<string> = new Set([
  // A call is over.
  '330303', '330039', '330063',
  // After-call work is over, or on.
  '330102', '330013', '330043',
  // Signed out.
  '330005', '330010', '330015', '330017', '330054', '330055', '330097', '391031',
  // Displaced.
  '330049', '330099', '330143', '397000',
  // The link is down.
  '330026', '330051', '330052', '330096',
]);

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
