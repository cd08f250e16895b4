/**
 * The version of the protocol. Both sides say theirs in their first message; a server refuses a
 * client of another version instead of guessing what it means.
 */
export const PROTOCOL = 2;

/** The words for a peer that speaks another version; short enough for the reason of a close frame. */
export function otherVersion(theirs: number): string {
  return `protocol version ${String(theirs).slice(0, 9)} is not ${PROTOCOL}: use the same version of switchhook on both sides`;
}
