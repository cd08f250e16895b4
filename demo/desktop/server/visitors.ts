import type { IncomingMessage } from 'node:http';

/** This machine, and nobody else. */
export const HOST = '127.0.0.1';

const HTTP_PORT = 80;

/** Names of this machine, by which it is asked for. Behind another name may be a web site that has had it point here. */
export function hostsAt(port: number): ReadonlySet<string | undefined> {
  const names = [HOST, 'localhost'];
  // Browsers leave out the usual port.
  return new Set(names.flatMap((name) => (port === HTTP_PORT ? [name, `${name}:${port}`] : [`${name}:${port}`])));
}

/** Whether it is asked by the server's own page, or by a program that is no browser: those name no origin. */
export function isFromOwnPage({ headers: { host, origin } }: IncomingMessage): boolean {
  return origin === undefined || origin === `http://${host}`;
}
