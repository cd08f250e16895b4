import { act, createElement, StrictMode, type ReactNode } from 'react';
import { createRoot, hydrateRoot, type Root } from 'react-dom/client';

(globalThis as { IS_REACT_ACT_ENVIRONMENT?: boolean }).IS_REACT_ACT_ENVIRONMENT = true;

/** React's two ways of running an effect: once, or, in StrictMode's rehearsal, twice. */
export const MODES = [
  { mode: 'plain', isStrict: false },
  { mode: 'StrictMode', isStrict: true },
] as const;

export interface Stage {
  readonly text: () => string | null;
  readonly find: <Found extends Element>(selector: string) => Found;
  readonly render: (node: ReactNode) => Promise<void>;
  readonly unmount: () => Promise<void>;
}

export interface StageOptions {
  readonly isStrict: boolean;
  /** Markup that a server has rendered, to be hydrated. Default: none. */
  readonly html?: string;
  /** Differences that React found when it hydrated. */
  readonly mismatches?: unknown[];
}

/** An action on the page, with all that React makes of it. */
export async function whenDone(work: () => void): Promise<void> {
  await act(async () => {
    work();
  });
}

/** Shows a page. */
export async function show(node: ReactNode, { isStrict, html, mismatches = [] }: StageOptions): Promise<Stage> {
  const container = document.createElement('div');
  const wrapped = (content: ReactNode) => (isStrict ? createElement(StrictMode, null, content) : content);
  let root: Root;
  await act(async () => {
    if (html === undefined) {
      root = createRoot(container);
      root.render(wrapped(node));
    } else {
      container.innerHTML = html;
      root = hydrateRoot(container, wrapped(node), { onRecoverableError: (error) => mismatches.push(error) });
    }
  });
  return {
    text: () => container.textContent,
    find: (selector) => container.querySelector(selector)!,
    render: (content) => whenDone(() => root.render(wrapped(content))),
    unmount: () => whenDone(() => root.unmount()),
  };
}
