import type { AgentState } from '../../sobot/index.js';
import type { Invariant } from './invariant.js';

/** The times at which something has begun, as a state shows them. */
function timesIn({ since, call, waiting, acw, pending }: AgentState): readonly (readonly [what: string, at: number | null])[] {
  return [
    ['since', since],
    ['establishedAt', call?.establishedAt ?? null],
    ...waiting.flatMap((one) => [
      ['since of a call that waits', one.since] as const,
      ['establishedAt of a call that waits', one.establishedAt] as const,
    ]),
    ['since of after-call work', acw?.since ?? null],
    ...pending.map(({ command, since }) => [`since of ${command}`, since] as const),
  ];
}

export const timesShownArePast: Invariant = {
  name: 'no time is shown that was in the future when it was first shown',
  meaning: 'The timer of the call begins below zero, and what is recorded of its length is wrong.',
  source: "contract §6, times shown: no time shown is later than its message's arrival",
  ofState: (state) => {
    const wrong = timesIn(state).find(([, at]) => at !== null && !Number.isFinite(at));
    return wrong === undefined ? null : `${wrong[0]} is no time`;
  },
  ofChange: ({ state, at: now, latest = now }, before) => {
    const known = new Set(timesIn(before).map(([, at]) => at));
    // A time from before the clock was set back may be ahead of it: a time shown already, and that of the third party's
    // answer, which is shown once its leg is the call.
    const isOld = (at: number): boolean => at <= latest && (known.has(at) || before.consult !== null);
    const wrong = timesIn(state).find(([, at]) => at !== null && at > now && !isOld(at));
    return wrong === undefined ? null : `${wrong[0]} is ${String(Number(wrong[1]) - now)} ms in the future`;
  },
};
