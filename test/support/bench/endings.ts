import type { CommandError } from '../../../adapters/sobot/index.js';

/** How a promise ended. */
export type Ending = { readonly ended: 'resolved'; readonly value: unknown } | { readonly ended: 'rejected'; readonly error: unknown };

/** Watches a promise; the list has its ending once it has ended. */
export function watch(promise: Promise<unknown>): Ending[] {
  const endings: Ending[] = [];
  promise.then(
    (value) => endings.push({ ended: 'resolved', value }),
    (error: unknown) => endings.push({ ended: 'rejected', error }),
  );
  return endings;
}

/** Lets everything run that waits for nothing but its turn; a browser, where days are played too, has no `setImmediate`. */
export function turns(): Promise<void> {
  return new Promise((resolve) => {
    if (typeof setImmediate === 'function') setImmediate(resolve);
    else setTimeout(resolve);
  });
}

/** How a command has ended by now: `resolved`, the code of its error, or `pending`. */
export async function endOf(outcome: Promise<unknown>): Promise<string> {
  const endings = watch(outcome);
  await turns();
  const [ending] = endings;
  if (ending === undefined) return 'pending';
  return ending.ended === 'resolved' ? 'resolved' : (ending.error as CommandError).code;
}

/** The error that a promise rejects with; fails if it does not reject. */
export async function errorOf(promise: Promise<unknown>): Promise<Error & Record<string, unknown>> {
  const endings = watch(promise);
  await turns();
  const [ending] = endings;
  if (ending?.ended !== 'rejected') throw new Error(`expected a rejection, but it ${ending?.ended ?? 'is still pending'}`);
  return ending.error as Error & Record<string, unknown>;
}
