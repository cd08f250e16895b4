import type { Core } from 'sip.js';

/**
 * Whether an INVITE asks the phone to answer by itself. There is a standard (RFC 5373) and what phones
 * have understood since before it: `Call-Info: <sip:x>;answer-after=0` and an `Alert-Info` that says so.
 */
export function asksForAnswer(invite: Pick<Core.IncomingRequestMessage, 'getHeaders'>): boolean {
  const says = (name: string, pattern: RegExp): boolean => invite.getHeaders(name).some((value) => pattern.test(value));
  return (
    says('Answer-Mode', /^\s*auto\b/i) ||
    says('Call-Info', /;\s*answer-after\s*=\s*0\b/i) ||
    says('Alert-Info', /auto-?\s?answer|ring-answer|;\s*answer-after\s*=\s*0\b/i)
  );
}
