/** Why a connection was closed: codes of RFC 6455, and from 4000 on our own. */
export const CLOSE_CODES = {
  /** The page is closed for good. */
  done: 1000,
  /** The server ends, or the browser leaves the page. */
  goingAway: 1001,
  /** The client misbehaved again and again. */
  policy: 1008,
  /** A single message far beyond the bound. */
  tooBig: 1009,
  /** There are as many clients as there may be. */
  tryLater: 1013,
  /** The same session goes on over another connection. */
  replaced: 4001,
  /** The client speaks another version of the protocol. */
  version: 4002,
  /** The client asked to control the floor, which this server does not allow. */
  forbidden: 4003,
} as const;

/** Trying again will not help: the client stays away. */
export function isFinal(code: number): boolean {
  const { policy, tooBig, replaced, version, forbidden } = CLOSE_CODES;
  return [policy, tooBig, replaced, version, forbidden].some((final) => final === code);
}
