import type { Snapshot } from 'xstate';
import { plain } from './plain.js';

/** The attributes of a machine's snapshot that are data; the others are its methods and the machine itself. */
interface Shown {
  readonly status: string;
  readonly value?: unknown;
  readonly context?: unknown;
  readonly tags?: Iterable<string>;
  readonly children?: unknown;
  readonly historyValue?: Readonly<Record<string, readonly { readonly id: string }[]>>;
  readonly output?: unknown;
  readonly error?: unknown;
}

/** The snapshot as data: states of the history by their ids, as XState stores them. */
export function plainSnapshot(snapshot: Snapshot<unknown>): Snapshot<unknown> {
  const { status, value, context, tags = [], children, historyValue = {}, output, error } = snapshot as Shown;
  const histories = Object.entries(historyValue).map(([id, states]) => [id, states.map((state) => ({ id: state.id }))]);
  return plain({
    status,
    value,
    context,
    tags: [...tags],
    children,
    historyValue: Object.fromEntries(histories) as unknown,
    output,
    error,
  }) as Snapshot<unknown>;
}
