import type { Locator } from 'playwright-core';

/**
 * Clicks, and waits until the page has done all that it does for the click: handler, rendering, layout. A frame is not waited
 * for.
 *
 * @returns ms
 */
export function timeOfClick(button: Locator): Promise<number> {
  return button.evaluate(async (element) => {
    const begin = performance.now();
    (element as HTMLElement).click();
    // A task of its own: after it, React has rendered, and what was promised is kept.
    await new Promise((resolve) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = resolve;
      port2.postMessage(null);
    });
    document.body.getBoundingClientRect();
    return performance.now() - begin;
  });
}
