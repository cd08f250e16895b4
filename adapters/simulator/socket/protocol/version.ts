/**
 * The version of the protocol. Both sides say theirs in their first message; a server refuses a
 * client of another version instead of guessing what it means.
 */
export const PROTOCOL = 1;
