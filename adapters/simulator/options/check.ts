import * as v from 'valibot';
import type { CallCentreOptions } from './centre-options.js';
import { checkFloor } from './floor-rules.js';
import type { FloorOptions } from './floor-options.js';
import { centreSchema, floorSchema } from './schema.js';

/**
 * Where it is, what is there and what may be: `agents[1].ext: must not be blank`. The value itself
 * is shown only where it is no secret: a token or a phone number is not.
 */
function describe(issue: v.BaseIssue<unknown>): string {
  const path = (issue.path ?? [])
    .map(({ key }) => (typeof key === 'number' ? `[${String(key)}]` : `.${String(key)}`))
    .join('')
    .replace(/^\./, '');
  const where = path === '' ? 'options' : path;
  if (issue.type === 'strict_object' && issue.expected === 'never') return `${where}: there is no such option`;
  if (issue.kind === 'validation') return `${where}: ${issue.message}`;
  const secret = /token|number|mobile|privacyNumbers/i.test(where);
  const received = secret ? '' : `, not ${issue.received}`;
  return `${where}: must be ${issue.expected ?? 'something else'}${received}`;
}

function check(schema: typeof floorSchema | typeof centreSchema, options: unknown): void {
  const result = v.safeParse(schema, options);
  if (!result.success) throw new TypeError(`Bad call centre options. ${result.issues.map(describe).join('; ')}.`);
}

/**
 * Checks what was read from a floor file.
 *
 * @throws TypeError that says what is wrong where, and what is allowed
 */
export function checkFloorOptions(options: unknown): FloorOptions {
  check(floorSchema, options);
  // The schema has just made sure of the shape; it says the same as the interface.
  const floor = options as FloorOptions;
  checkFloor(floor);
  return floor;
}

/** As `checkFloorOptions`, for everything that `createCallCentre` takes. */
export function checkCentreOptions(options: CallCentreOptions): CallCentreOptions {
  check(centreSchema, options);
  checkFloor(options);
  return options;
}
