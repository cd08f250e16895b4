import { readSafely, withoutNumbers, type ServiceFailure } from '../../../src/index.js';
import { classifyError, statementOf } from './error-classes.js';

const LONGEST_TEXT = 300;
/** The vendor's codes have six digits; anything longer may be a number of another kind. */
const CODE = /^(\d{1,6}|[A-Za-z][\w.-]{0,31})$/;

/** Cut between words: half a secret would not be recognised as one. */
function shortened(text: string): string {
  if (text.length <= LONGEST_TEXT) return text;
  return text
    .slice(0, LONGEST_TEXT + 1)
    .replace(/\s*\S*$/, ' …')
    .trim();
}

function textOf(value: unknown): string | undefined {
  if (typeof value !== 'string' || value.trim() === '') return undefined;
  return shortened(withoutNumbers(value.trim()));
}

function codeOf(value: unknown): string | undefined {
  if (typeof value !== 'string' && typeof value !== 'number') return undefined;
  const code = String(value).trim();
  return CODE.test(code) ? code : undefined;
}

/**
 * The service's refusal: a failure callback's object, an error event or a value
 * that an SDK method threw. The vendor's methods name the text differently.
 * Never throws: unreadable parts are left out.
 */
export function failureOf(cause: unknown): ServiceFailure {
  if (typeof cause !== 'object' || cause === null) return { cause, text: textOf(cause) };
  const vendorCode = codeOf(readSafely(cause, 'errorCode'));
  return {
    cause,
    vendorCode,
    vendorClass: classifyError(vendorCode) ?? undefined,
    says: statementOf(vendorCode) ?? undefined,
    text: textOf(readSafely(cause, 'errorMessage')) ?? textOf(readSafely(cause, 'message')),
  };
}
