import type { Listener, Observer } from './notifier.js';

/** The shape that libraries of streams subscribe to, with a function or with any part of an observer. */
interface Subscribable<T> {
  subscribe(listener: ((value: T) => void) | Partial<Observer<T>>): { unsubscribe(): void };
}

/** A part of an observer as a whole one. */
function whole<T>(observer: Partial<Observer<T>>): Observer<T> {
  return { next: (value) => observer.next?.(value), complete: () => observer.complete?.() };
}

/** A thing that `from(…)` of RxJS and its like takes: values, and the end of them. */
export interface InteropObservable<T> {
  /** The name that libraries use where nothing has defined `Symbol.observable`. */
  '@@observable'(): InteropObservable<T> & Subscribable<T>;
  /** Present only if something has defined the symbol; xstate declares it for TypeScript. */
  [Symbol.observable](): InteropObservable<T> & Subscribable<T>;
}

/** The members of a thing that can be observed. They define no global, and look for `Symbol.observable` at this moment. */
export function observableMembers<T>(subscribe: (listener: Listener<T>) => () => void): InteropObservable<T> {
  const observe = (): InteropObservable<T> & Subscribable<T> => observable;
  const { observable: symbol = '@@observable' } = Symbol as Partial<typeof Symbol>;
  const members = { '@@observable': observe, [symbol]: observe } as unknown as InteropObservable<T>;
  const observable: ReturnType<typeof observe> = {
    ...members,
    subscribe: (listener) => ({ unsubscribe: subscribe(typeof listener === 'function' ? listener : whole(listener)) }),
  };
  return members;
}
