import type { Day } from '../day.js';
import { acwToldByARefusal } from './acw-told-by-a-refusal.js';
import { answeredTooLate } from './answered-too-late.js';
import { consultDuringRegain } from './consult-during-regain.js';
import { muteToldTwice } from './mute-told-twice.js';
import { notReadyOfAcw } from './not-ready-of-acw.js';

/** All days, by the names under which lists refer to them. */
export const DAYS = {
  acwToldByARefusal,
  answeredTooLate,
  consultDuringRegain,
  muteToldTwice,
  notReadyOfAcw,
} as const satisfies Readonly<Record<string, Day>>;

export type DayName = keyof typeof DAYS;
