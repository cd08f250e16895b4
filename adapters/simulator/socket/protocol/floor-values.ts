import * as v from 'valibot';
import type { ReleaseCause } from '../../../exchange/index.js';
import type { FaultRule } from '../../network/fault-rule.js';
import type { AnswerScript } from '../../options/floor-options.js';
import { faultRuleSchema, latencySchema } from '../../options/schema.js';

/** Every way in which a leg can end. */
export const RELEASE_CAUSES = [
  'normal',
  'cancelled',
  'rejected',
  'noAnswer',
  'busy',
  'unavailable',
  'unknown',
  'answeredElsewhere',
  'lost',
] as const satisfies readonly ReleaseCause[];

/** The reaction of a phone to a call. */
export const answerSchema: v.GenericSchema<unknown, AnswerScript> = v.union([
  v.pipe(v.number(), v.finite(), v.minValue(0)),
  v.picklist(['manual', 'busy', 'noAnswer', 'reject', 'unknown']),
]);

/** A fault on messages, checked as in a floor file. */
export const faultSchema: v.GenericSchema<unknown, FaultRule> = faultRuleSchema;

/** Lowest and highest, in ms. */
export const latencyRange: v.GenericSchema<unknown, readonly [number, number]> = latencySchema;
