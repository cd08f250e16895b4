import type { ServiceFailure } from '../../../src/index.js';
import { classifyError } from './error-classes.js';

/** A phone number, or what could be one, however it is written or masked. */
const NUMBER = /[+(]*\d[\d\s()*.\-/]{3,}\d/g;
const LONGEST_TEXT = 300;
/** The vendor's codes have six digits; anything longer may be a number of another kind. */
const CODE = /^(\d{1,6}|[A-Za-z][\w.-]{0,31})$/;

function textOf(value: unknown): string | undefined {
  if (typeof value !== 'string' || value.trim() === '') return undefined;
  return value.trim().slice(0, LONGEST_TEXT).replace(NUMBER, '***');
}

function codeOf(value: unknown): string | undefined {
  if (typeof value !== 'string' && typeof value !== 'number') return undefined;
  const code = String(value).trim();
  return CODE.test(code) ? code : undefined;
}

/**
 * What the service said no with: a failure callback's object, an error event or
 * whatever an SDK method threw. The vendor's methods name the text differently.
 */
export function failureOf(cause: unknown): ServiceFailure {
  if (typeof cause !== 'object' || cause === null) return { cause, text: textOf(cause) };
  const { errorCode, errorMessage, message } = cause as Record<string, unknown>;
  const vendorCode = codeOf(errorCode);
  return {
    cause,
    vendorCode,
    vendorClass: classifyError(vendorCode) ?? undefined,
    text: textOf(errorMessage) ?? textOf(message),
  };
}
