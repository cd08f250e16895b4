import { describe, expect, jest, test } from '@jest/globals';
import { Handlers } from '../../src/drop-in/handlers.js';
import { listenerOf, Notifier } from '../../src/agent/notifier.js';

describe('a notifier', () => {
  test('tells all who listen, in their order', () => {
    const notifier = new Notifier<number>();
    const heard: string[] = [];
    notifier.subscribe((value) => heard.push(`a${value}`));
    notifier.subscribe((value) => heard.push(`b${value}`));
    notifier.tell(1);
    notifier.tell(2);
    expect(heard).toEqual(['a1', 'b1', 'a2', 'b2']);
  });

  test('tells what was added with the next telling, in order', () => {
    const notifier = new Notifier<number>();
    const heard: number[] = [];
    notifier.subscribe((value) => heard.push(value));
    notifier.add(1);
    notifier.add(2);
    expect(heard).toEqual([]);
    notifier.tellWaiting();
    expect(heard).toEqual([1, 2]);
  });

  test('tells what comes while it tells when the present is told to all', () => {
    const notifier = new Notifier<number>();
    const heard: string[] = [];
    notifier.subscribe((value) => {
      heard.push(`a${value}`);
      if (value === 1) notifier.tell(2);
    });
    notifier.subscribe((value) => heard.push(`b${value}`));
    notifier.tell(1);
    expect(heard).toEqual(['a1', 'b1', 'a2', 'b2']);
  });

  test('does not tell who has left, be it meanwhile', () => {
    const notifier = new Notifier<number>();
    const heard: string[] = [];
    notifier.subscribe(() => {
      heard.push('a');
      leave();
    });
    const leave = notifier.subscribe(() => heard.push('b'));
    notifier.tell(1);
    expect(heard).toEqual(['a']);
  });

  test('does not tell the present to who comes meanwhile', () => {
    const notifier = new Notifier<number>();
    const heard: string[] = [];
    notifier.subscribe((value) => {
      if (value === 1) notifier.subscribe((later) => heard.push(`late ${later}`));
    });
    notifier.tell(1);
    notifier.tell(2);
    expect(heard).toEqual(['late 2']);
  });

  test('tells the same listener as often as it has come', () => {
    const notifier = new Notifier<number>();
    const heard: number[] = [];
    const listener = (value: number) => heard.push(value);
    const leave = notifier.subscribe(listener);
    notifier.subscribe(listener);
    notifier.tell(1);
    leave();
    notifier.tell(2);
    expect(heard).toEqual([1, 1, 2]);
  });

  test('tells the others though one throws, and goes on telling', () => {
    const later: (() => void)[] = [];
    const spy = jest.spyOn(globalThis, 'queueMicrotask').mockImplementation((run) => later.push(run));
    const notifier = new Notifier<number>();
    const heard: number[] = [];
    notifier.subscribe(() => {
      throw new Error('of a listener');
    });
    notifier.subscribe((value) => heard.push(value));
    notifier.tell(1);
    notifier.tell(2);
    spy.mockRestore();
    expect(heard).toEqual([1, 2]);
    expect(later).toHaveLength(2);
    expect(later[0]).toThrow('of a listener');
  });

  test('is heard while somebody listens', () => {
    const notifier = new Notifier<number>();
    expect(notifier.isHeard).toBe(false);
    const leave = notifier.subscribe(() => undefined);
    expect(notifier.isHeard).toBe(true);
    leave();
    expect(notifier.isHeard).toBe(false);
  });

  test('that is complete tells nobody anything, nor what was waiting', () => {
    const notifier = new Notifier<number>();
    const heard: number[] = [];
    notifier.subscribe((value) => heard.push(value));
    notifier.add(1);
    notifier.complete();
    notifier.tellWaiting();
    notifier.tell(2);
    notifier.subscribe((value) => heard.push(value));
    notifier.tell(3);
    expect(heard).toEqual([]);
    expect(notifier.isHeard).toBe(false);
  });

  test('tells observers once that it is complete, and those who come later at once', () => {
    const notifier = new Notifier<number>();
    const heard: string[] = [];
    const observer = (name: string) => ({ next: () => undefined, complete: () => heard.push(name) });
    notifier.subscribe(() => heard.push('a function'));
    notifier.subscribe({ next: () => undefined });
    notifier.subscribe(observer('a'));
    notifier.subscribe(observer('b'))();
    notifier.complete();
    expect(heard).toEqual(['a']);
    notifier.subscribe(observer('late'))();
    notifier.complete();
    expect(heard).toEqual(['a', 'late']);
  });

  test('tells the other observers of its end though one throws', () => {
    const later: (() => void)[] = [];
    const spy = jest.spyOn(globalThis, 'queueMicrotask').mockImplementation((run) => later.push(run));
    const notifier = new Notifier<number>();
    const heard: string[] = [];
    const throwing = {
      next: () => undefined,
      complete() {
        throw new Error('of an observer');
      },
    };
    notifier.subscribe(throwing);
    notifier.subscribe({ next: () => undefined, complete: () => heard.push('complete') });
    notifier.complete();
    notifier.subscribe(throwing);
    spy.mockRestore();
    expect(heard).toEqual(['complete']);
    expect(later).toHaveLength(2);
    for (const rethrown of later) expect(rethrown).toThrow('of an observer');
  });
});

describe('who listens', () => {
  test('may be a function', () => {
    const listen = () => undefined;
    expect(listenerOf(listen)).toBe(listen);
  });

  test('may be an observer, told as one', () => {
    const observer = {
      heard: [] as (number | string)[],
      next(value: number): void {
        this.heard.push(value);
      },
      complete(): void {
        this.heard.push('complete');
      },
    };
    const notifier = new Notifier<number>();
    const leave = notifier.subscribe(observer);
    notifier.tell(1);
    leave();
    notifier.tell(2);
    notifier.subscribe(observer);
    notifier.complete();
    expect(observer.heard).toEqual([1, 'complete']);
  });

  test.each([undefined, null, 7, 'next', {}, [], { next: 'soon' }, { subscribe: () => undefined }])('can be nothing else: %p', (given) => {
    const allowed = new TypeError('switchhook: a listener must be a function, or an observer: an object with a method next');
    expect(() => listenerOf(given as never)).toThrow(allowed);
    const notifier = new Notifier<number>();
    expect(() => notifier.subscribe(given as never)).toThrow(allowed);
    expect(notifier.isHeard).toBe(false);
  });
});

describe('handlers of events', () => {
  const listening = () => {
    const thrown: unknown[] = [];
    const handlers = new Handlers((error) => thrown.push(error));
    const heard: string[] = [];
    return { handlers, thrown, heard, note: (name: string) => () => heard.push(name) };
  };

  test('get their own event, in their order', () => {
    const { handlers, heard, note } = listening();
    handlers.add('x', note('a'));
    handlers.add('y', note('b'));
    handlers.add('x', note('c'));
    handlers.dispatch('x', 1);
    handlers.dispatch('z', 1);
    expect(heard).toEqual(['a', 'c']);
  });

  test('there twice are called twice, and taken off one by one, the last first', () => {
    const { handlers, heard, note } = listening();
    const [a, b] = [note('a'), note('b')];
    for (const handler of [a, b, a]) handlers.add('x', handler);
    handlers.remove('x', a);
    handlers.dispatch('x', 1);
    expect(heard).toEqual(['a', 'b']);
    handlers.remove('x', a);
    handlers.remove('x', a);
    handlers.dispatch('x', 1);
    expect(heard).toEqual(['a', 'b', 'b']);
  });

  test('of one event are all taken off, those of others not', () => {
    const { handlers, heard, note } = listening();
    handlers.add('x', note('a'));
    handlers.add('y', note('b'));
    handlers.remove('x');
    handlers.remove('unheard of');
    for (const name of ['x', 'y']) handlers.dispatch(name, 1);
    expect(heard).toEqual(['b']);
  });

  test('taken off while the event is told are not called any more', () => {
    const { handlers, heard, note } = listening();
    const later = note('later');
    handlers.add('x', () => handlers.remove('x', later));
    handlers.add('x', later);
    handlers.dispatch('x', 1);
    expect(heard).toEqual([]);
  });

  test('that throw do not stop the others', () => {
    const { handlers, heard, thrown, note } = listening();
    handlers.add('x', () => {
      throw 'of a handler';
    });
    handlers.add('x', note('b'));
    handlers.dispatch('x', 1);
    expect(heard).toEqual(['b']);
    expect(thrown).toEqual(['of a handler']);
  });

  test('are all gone when all is cleared', () => {
    const { handlers, heard, note } = listening();
    for (const name of ['x', 'y']) handlers.add(name, note(name));
    handlers.clear();
    for (const name of ['x', 'y']) handlers.dispatch(name, 1);
    expect(heard).toEqual([]);
  });
});
