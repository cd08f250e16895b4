import type { Day } from '../day.js';
import { acwToldByARefusal } from './acw-told-by-a-refusal.js';
import { afterCallWork } from './after-call-work.js';
import { answeredTooLate } from './answered-too-late.js';
import { brokenClocks } from './broken-clocks.js';
import { clocks } from './clocks.js';
import { consultDuringRegain } from './consult-during-regain.js';
import { endsOfCalls } from './ends-of-calls.js';
import { legsWronglyOver } from './legs-wrongly-over.js';
import { muteToldTwice } from './mute-told-twice.js';
import { notReadyOfAcw } from './not-ready-of-acw.js';
import { oneCallAtRandom } from './one-call-at-random.js';
import { outages } from './outages.js';
import { restOfThePhone } from './rest-of-the-phone.js';
import { severalCallsAtRandom } from './several-calls-at-random.js';
import { severalCalls } from './several-calls.js';
import { trueRefusals } from './true-refusals.js';

/** All days, by the names under which lists refer to them. */
export const DAYS = {
  acwToldByARefusal,
  answeredTooLate,
  consultDuringRegain,
  muteToldTwice,
  notReadyOfAcw,
  ...legsWronglyOver,
  ...severalCalls,
  ...trueRefusals,
  ...afterCallWork,
  ...clocks,
  ...restOfThePhone,
  ...endsOfCalls,
  ...outages,
  ...severalCallsAtRandom,
  ...oneCallAtRandom,
  ...brokenClocks,
} as const satisfies Readonly<Record<string, Day>>;

export type DayName = keyof typeof DAYS;
