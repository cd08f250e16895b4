import { MASK, without, withoutNumbers } from './personal-texts.js';

const DEEPEST = 5;
const MOST_PARTS = 200;
/** A longer text is left out: one cut short may end in half a secret, which nothing recognises. */
const LONGEST_TEXT = 2_000;

/** Attributes that are personal or secret whatever they hold: numbers by the vendor's names, and business data. */
const PERSONAL = /DN$|^ANI$|ANI$|^DNIS$|token|secret|password|phone(?!Type)|mobile|number|^attachedData$|^target$|digits/i;
/** The service's own code has as many digits as a short number. */
const CODE = /^(errorCode|retCode|code)$/;
const CODE_VALUE = /^\d{1,6}$/;
/** Digits of a number that could be one of a phone. */
const LONGEST_PLAIN_NUMBER = 4;

/**
 * A copy that may be printed: numbers, secrets and business data are masked, at any depth. It has an end, also where
 * the value has none, and never throws: unreadable parts are said to be so. Errors stay errors.
 *
 * @param secrets texts that must not be seen, such as the token that a command was given.
 */
export function maskedCopy(value: unknown, secrets: readonly string[]): unknown {
  let parts = 0;
  const above: object[] = [];

  function copyText(text: string): string {
    if (text.length > LONGEST_TEXT) return `[text of ${text.length} characters]`;
    return withoutNumbers(without(secrets, text));
  }

  function copyAttribute(name: string, attribute: unknown): unknown {
    if (CODE.test(name) && CODE_VALUE.test(String(attribute)) && !secrets.includes(String(attribute))) return attribute;
    return PERSONAL.test(name) && attribute !== undefined && attribute !== null ? MASK : copy(attribute);
  }

  function copyAttributes(from: object, to: object): object {
    for (const name of Object.keys(from)) {
      if (++parts > MOST_PARTS) break;
      Object.defineProperty(to, copyText(name), {
        value: copyAttribute(name, readSafely(from, name)),
        enumerable: true,
        configurable: true,
        writable: true,
      });
    }
    return to;
  }

  function copyObject(from: object): unknown {
    if (above.includes(from)) return '[circle]';
    if (above.length === DEEPEST || parts > MOST_PARTS) return '[more]';
    above.push(from);
    try {
      if (Array.isArray(from)) return Object.values(copyAttributes(from.slice(0, MOST_PARTS), {}));
      return from instanceof Error ? copyError(from) : copyAttributes(from, {});
    } finally {
      above.pop();
    }
  }

  function copyError(from: Error): Error {
    // A class of errors may give them any value.
    const { name, message, stack } = from as Readonly<Record<'name' | 'message' | 'stack', unknown>>;
    const to = new Error(copyText(String(message)));
    // Not the place where it was copied: that tells nobody anything.
    hide(to, 'stack', typeof stack === 'string' ? copyText(stack) : undefined);
    hide(to, 'name', copyText(String(name)));
    if ('cause' in from) hide(to, 'cause', copy(from.cause));
    return copyAttributes(from, to) as Error;
  }

  function copy(from: unknown): unknown {
    try {
      switch (typeof from) {
        case 'string':
          return copyText(from);
        case 'number':
        case 'bigint':
          return String(from).length > LONGEST_PLAIN_NUMBER ? MASK : from;
        case 'object':
          return from === null ? null : copyObject(from);
        case 'function':
        case 'symbol':
          return `[${typeof from}]`;
        default:
          return from;
      }
    } catch {
      return UNREADABLE;
    }
  }

  return copy(value);
}

const UNREADABLE = '[unreadable]';

function readSafely(from: object, name: string): unknown {
  try {
    return (from as Readonly<Record<string, unknown>>)[name];
  } catch {
    return UNREADABLE;
  }
}

/** As the platform has it of an error: not among what is listed. */
function hide(error: Error, name: string, value: unknown): void {
  Object.defineProperty(error, name, { value, enumerable: false, configurable: true, writable: true });
}
