/** Hosts under which a page comes from this very machine. */
const LOOPBACK: readonly string[] = ['localhost', '127.0.0.1', '[::1]'];

function isLoopback(origin: string): boolean {
  try {
    return LOOPBACK.includes(new URL(origin).hostname);
  } catch {
    return false;
  }
}

/**
 * Whether a page from this origin may connect. Browsers say where a page comes from, other programs
 * do not: without this check, any web site could use a floor on the visitor's own machine.
 *
 * @param origin the `Origin` header; undefined if there is none
 * @param allowed what the server was told, `*` for all; undefined: pages from this machine only
 */
export function isAllowedOrigin(origin: string | undefined, allowed: readonly string[] | undefined): boolean {
  if (origin === undefined) return true;
  if (allowed === undefined) return isLoopback(origin);
  return allowed.includes('*') || allowed.includes(origin);
}
