import type { Confidential } from '../confidential.js';

/** The ids by which a server fact names a leg; any of them may be missing. */
export interface LegRef {
  /** Id of the call; the legs of a consult may share it. */
  readonly callID?: string | undefined;
  /** Id of the channel: one per party, so the surest way to tell legs apart. */
  readonly partyID?: string | undefined;
  /** `Inbound`, `Outbound`, `Internal`, `Consult` or what else the server says. */
  readonly callType?: string | undefined;
  /** The other side's number: it tells legs apart only where no id does, as it may change during a call. */
  readonly other?: Confidential<string> | undefined;
}

/** Whether two values may mean the same: a missing one contradicts nothing. */
export function agrees(a: string | null | undefined, b: string | null | undefined): boolean {
  return !a || !b || a === b;
}
