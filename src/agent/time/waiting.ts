/** Something that must end by a deadline. */
export interface Deadline {
  /** Names it; the same from its beginning to its end. */
  readonly key: string;
  /** Epoch ms, as shown to the user. */
  readonly deadline: number;
  /** Whether it waits for something else, even if its time is over meanwhile. Default: false. */
  readonly paused?: boolean;
}

/** A deadline on the page's running time. */
export interface Waiting {
  readonly key: string;
  readonly deadline: number;
  /** Running time at which it is over. */
  readonly due: number;
  readonly isPaused: boolean;
  /** It has been told that it is over. */
  readonly isTold: boolean;
}

export type WaitingList = ReadonlyMap<string, Waiting>;

/** Ms from one epoch time to another; none if either is no moment, because nothing waits for ever. */
function between(from: number, to: number): number {
  const ms = to - from;
  return Number.isFinite(ms) ? ms : 0;
}

function begun({ key, deadline, paused }: Deadline, at: number, now: number): Waiting {
  return { key, deadline, due: now + between(at, deadline), isPaused: paused === true, isTold: false };
}

/**
 * The same deadline later on. It moves by as much as the time shown has moved,
 * so that a clock set meanwhile changes nothing; a pause leaves it where it is.
 * One that was told and is paused or moved after all is told again.
 */
function continued(before: Waiting, { deadline, paused }: Deadline): Waiting {
  const isPaused = paused === true;
  if (Object.is(deadline, before.deadline) && isPaused === before.isPaused) return before;
  const due = before.due + between(before.deadline, deadline);
  return { ...before, deadline, due, isPaused, isTold: false };
}

/** Those that wait from now on; `at`: epoch ms of what has just happened, `now`: running time. */
export function waitingFor(before: WaitingList, deadlines: readonly Deadline[], at: number, now: number): WaitingList {
  const after = new Map<string, Waiting>();
  for (const deadline of deadlines) {
    const known = before.get(deadline.key);
    after.set(deadline.key, known === undefined ? begun(deadline, at, now) : continued(known, deadline));
  }
  return after;
}

/** Whether it is to be told once it is over. */
export function isAwaited({ isPaused, isTold }: Waiting): boolean {
  return !isPaused && !isTold;
}

/** The list without the need to tell these again. */
export function told(list: WaitingList, over: readonly Waiting[]): WaitingList {
  const after = new Map(list);
  for (const waiting of over) after.set(waiting.key, { ...waiting, isTold: true });
  return after;
}
