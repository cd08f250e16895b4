import type { BrowserContext, Page } from 'playwright-core';

/** The work of React after one click, one message of the service, or one tick of a timer. */
export interface Work {
  readonly cause: 'click' | 'message' | 'other';
  /** How often components were rendered, all that had to be in one go. */
  readonly commits: number;
  /** How many components it asked for what they show. */
  readonly renders: number;
}

interface Fiber {
  readonly tag: number;
  readonly flags: number;
  readonly child: Fiber | null;
  readonly sibling: Fiber | null;
  readonly alternate: Fiber | null;
}

interface Watched {
  readonly work: Work[];
}

/** Runs in the page before anything else: it stands where React's developer tools would. */
function watch(): void {
  /** React's words for itself: functions as components, with and without a reference or a memory; and "this one was asked". */
  const COMPONENTS = new Set([0, 11, 14, 15]);
  const PERFORMED = 1;
  /** So long after it a change of the page counts as the work of a cause, in ms. */
  const LATEST = 20;
  type Counted = { -readonly [Key in keyof Work]: Work[Key] };
  const work: Counted[] = [];
  let current: Counted | null = null;

  const begin = (cause: Work['cause']): void => {
    const begun: Counted = { cause, commits: 0, renders: 0 };
    work.push(begun);
    current = begun;
    setTimeout(() => {
      if (current === begun) current = null;
    }, LATEST);
  };
  const rendersIn = (fiber: Fiber, before: Fiber | null): number => {
    if (fiber === before) return 0;
    let renders = COMPONENTS.has(fiber.tag) && (before === null || (fiber.flags & PERFORMED) !== 0) ? 1 : 0;
    if (before !== null && fiber.child === before.child) return renders;
    for (let child = fiber.child; child !== null; child = child.sibling) renders += rendersIn(child, child.alternate);
    return renders;
  };

  const hook = {
    supportsFiber: true,
    renderers: new Map(),
    inject: () => 1,
    checkDCE: () => undefined,
    onCommitFiberUnmount: () => undefined,
    onCommitFiberRoot: (_id: number, root: { readonly current: Fiber }) => {
      if (current === null) begin('other');
      const counted = current as unknown as Counted;
      const renders = rendersIn(root.current, root.current.alternate);
      // A state that was set to what it was ends in a commit of nothing.
      counted.commits += renders > 0 ? 1 : 0;
      counted.renders += renders;
    },
  };
  Object.assign(window, { __REACT_DEVTOOLS_GLOBAL_HOOK__: hook, reactWork: { work } satisfies Watched });
  window.addEventListener('click', () => begin('click'), { capture: true });
  const Socket = window.WebSocket;
  window.WebSocket = class extends Socket {
    constructor(url: string | URL, protocols?: string | string[]) {
      super(url, protocols);
      this.addEventListener('message', () => begin('message'));
    }
  };
}

/** To be called before a page is opened in it. */
export async function watchReact(context: BrowserContext): Promise<void> {
  await context.addInitScript(watch);
}

/** The work of React since this was asked last. */
export function workOf(page: Page): Promise<readonly Work[]> {
  return page.evaluate(() => (window as unknown as { readonly reactWork: Watched }).reactWork.work.splice(0));
}
