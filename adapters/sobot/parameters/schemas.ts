import * as v from 'valibot';

/*
 * Building blocks of parameter schemas. The vendor's examples pad strings with
 * blanks and give codes now as strings, now as numbers: both are taken, and
 * blank means "the default". Messages say what is allowed and never repeat what
 * was given, which may be personal.
 */

const isBlank = (value: unknown): boolean => value === null || (typeof value === 'string' && value.trim() === '');

const blank = v.pipe(
  v.custom<'' | null>(isBlank),
  v.transform(() => undefined),
);

/** A schema for which blank is the same as not given. */
const optional = <Schema extends v.GenericSchema>(schema: Schema, message: string) => v.optional(v.union([blank, schema], message));

/** A string, trimmed; a number is taken for its digits. */
const text = (message: string) =>
  v.pipe(
    v.union([v.string(), v.number()], message),
    v.transform((value) => String(value)),
    v.trim(),
  );

/** Text that must not be blank. */
export const requiredText = () => v.pipe(text('must be a string'), v.nonEmpty('must not be blank'));

/** Text that must be given but may be blank, which the service takes for its default. */
export const textOrBlank = () => text('must be a string (blank: the default)');

export const optionalText = () => {
  const message = 'must be a string';
  return optional(text(message), message);
};

/** One of the codes, given as string or number, as a string. */
export const code = <const Codes extends readonly string[]>(...codes: Codes) => {
  const message = `must be one of ${codes.join(', ')}`;
  return v.pipe(text(message), v.picklist(codes, message));
};

export const optionalCode = <const Codes extends readonly string[]>(...codes: Codes) =>
  optional(code(...codes), `must be one of ${codes.join(', ')}, or blank`);

/** How the agent takes calls; blank is the default of the agent's settings. */
export const phoneType = () => {
  const message = 'must be one of sip, pstn, webrtc, or blank';
  return v.pipe(text(message), v.picklist(['sip', 'pstn', 'webrtc', ''], message));
};

/** A whole number that is allowed, given as number or as string. */
export const wholeNumber = (message: string, isAllowed: (value: number) => boolean) => {
  const digits = v.pipe(
    v.string(),
    v.trim(),
    v.regex(/^[+-]?\d+$/, message),
    v.transform((value) => Number(value)),
  );
  return v.pipe(
    v.union([v.number(), digits], message),
    v.check((value) => Number.isInteger(value) && isAllowed(value), message),
  );
};

export const optionalWholeNumber = (allowed: string, isAllowed: (value: number) => boolean) => {
  const message = `${allowed}, or blank`;
  return optional(wholeNumber(message, isAllowed), message);
};

/** True or false, also as the words `'true'` and `'false'`. */
export const optionalFlag = () => {
  const word = v.pipe(
    v.string(),
    v.trim(),
    v.picklist(['true', 'false']),
    v.transform((value) => value === 'true'),
  );
  return optional(v.union([v.boolean(), word]), 'must be true or false');
};

/** The parameter object of a command; unknown parameters pass through. */
export const parameters = <Entries extends v.ObjectEntries>(entries: Entries) =>
  v.looseObject(entries, (issue) => (issue.path === undefined ? 'the parameters must be an object' : 'is missing'));

/** A command without parameters of its own may be called with or without an object. */
export const noParameters = () => v.optional(parameters({}), {});
