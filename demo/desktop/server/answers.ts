import type { OutgoingHttpHeaders, ServerResponse } from 'node:http';

/** The rules under which the page runs: its own files and its own server, in frames of its own pages alone. */
const RULES = {
  'content-security-policy': "default-src 'self'; frame-ancestors 'self'",
  'x-content-type-options': 'nosniff',
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'cache-control': 'no-store',
} as const;

/** Answers with content. A HEAD gets all of it but the content: Node sees to that. */
export function give(response: ServerResponse, type: string, content: string | Buffer, headers: OutgoingHttpHeaders = {}): void {
  response.writeHead(200, { ...RULES, 'content-type': type, 'content-length': Buffer.byteLength(content), ...headers }).end(content);
}

export function giveJson(response: ServerResponse, value: unknown): void {
  give(response, 'application/json', JSON.stringify(value));
}

/** Answers that it is not to be had, in a sentence that says why. */
export function refuse(response: ServerResponse, status: number, sentence: string, headers: OutgoingHttpHeaders = {}): void {
  response.writeHead(status, { ...RULES, 'content-type': 'text/plain; charset=utf-8', ...headers }).end(`${sentence}\n`);
}

/** Answers that the method is none of those that the address takes. */
export function refuseMethod(response: ServerResponse, path: string, ...allowed: readonly string[]): void {
  refuse(response, 405, `${path} takes ${allowed.join(' and ')} only.`, { allow: allowed.join(', ') });
}
