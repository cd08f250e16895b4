import type { EndCause } from '../../../machines/index.js';
import type { Wire } from './attributes.js';

/**
 * Causes of FreeSWITCH's own table of hangup causes. That the vendor's words are FreeSWITCH's is inferred: a record of
 * the vendor's names `ORIGINATOR_CANCEL`, one of that table; whether a release carries a cause is not documented. All
 * other names (`NORMAL_CLEARING`, `ORIGINATOR_CANCEL`, …) say no more than that the leg is over.
 */
const NAMED: Readonly<Record<string, EndCause>> = {
  USER_BUSY: 'busy',
  NO_ANSWER: 'noAnswer',
  NO_USER_RESPONSE: 'noAnswer',
  CALL_REJECTED: 'declined',
  UNALLOCATED_NUMBER: 'noSuchNumber',
  LOSE_RACE: 'answeredElsewhere',
  PICKED_OFF: 'answeredElsewhere',
};

/** Attributes with a name of the table, the vendor's own first; the others are names that telephone systems use. */
const WITH_NAME = ['hangupCause', 'releaseCause', 'cause'] as const;

/** Causes that a switch hears on the line before anybody answered, in free text: `no answer`, `user busy`. Inferred. */
const HEARD: readonly (readonly [RegExp, EndCause])[] = [
  [/answered elsewhere/i, 'answeredElsewhere'],
  [/no[ _-]?(answer|reply|response)|not answer|unanswered|无人接听|无应答/i, 'noAnswer'],
  [/reject|declin|refus|拒接|拒绝/i, 'declined'],
  [/unallocated|no such number|not exist|(empty|invalid|vacant|unknown|wrong) number|空号/i, 'noSuchNumber'],
  [/busy|on the phone|占线|正忙|通话中/i, 'busy'],
];

function named(value: unknown): EndCause | undefined {
  if (typeof value !== 'string') return undefined;
  const name = value.toUpperCase().replace(/[\s-]+/g, '_');
  return Object.hasOwn(NAMED, name) ? NAMED[name] : undefined;
}

function heard(value: unknown): EndCause | undefined {
  if (typeof value !== 'string') return undefined;
  return HEARD.find(([pattern]) => pattern.test(value))?.[1];
}

/**
 * Why a leg has ended, where a message says so. `hangupDisposition` is not asked: it tells on whose side the leg was
 * ended, not why.
 */
export function endCauseIn(wire: Wire): EndCause | undefined {
  for (const attribute of WITH_NAME) {
    const cause = named(wire[attribute]);
    if (cause !== undefined) return cause;
  }
  return named(wire['earlyDetectCause']) ?? heard(wire['earlyDetectCause']);
}
