import { check, SLACK, type Verdict } from './check.js';
import type { Figure } from './measurement.js';

/** How often a measurement is repeated when a ratio misses its goal: a hiccup of the computer's passes, a regression stays. */
const AGAIN = 3;

export interface PatientVerdict extends Verdict {
  /** How often it was measured. */
  readonly times: number;
}

/** Judges the ratios of one measurement; a ratio has missed its goal only if it misses it every time. */
export async function checkPatiently(measure: () => Promise<readonly Figure[]>, slack = SLACK): Promise<readonly PatientVerdict[]> {
  let verdicts: readonly PatientVerdict[] = check(await measure(), slack).map((verdict) => ({ ...verdict, times: 1 }));
  for (let again = 0; again < AGAIN && verdicts.some(({ ok }) => !ok); again += 1) {
    const anew = check(await measure(), slack);
    verdicts = verdicts.map((verdict) =>
      verdict.ok ? verdict : { ...(anew.find(({ name }) => name === verdict.name) ?? verdict), times: verdict.times + 1 },
    );
  }
  return verdicts;
}
