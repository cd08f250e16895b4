import { describe, expect, test } from '@jest/globals';
import { onReturnToView, type Page } from '../../../src/agent/time/return-to-view.js';

class FakeDocument extends EventTarget {
  visibilityState = 'visible';
}

/** A page whose tab can be hidden and shown. */
function openPage() {
  const document = new FakeDocument();
  const window = new EventTarget();
  const page: Page = {
    document,
    addEventListener: window.addEventListener.bind(window),
    removeEventListener: window.removeEventListener.bind(window),
  };
  const show = (visibilityState: string) => {
    document.visibilityState = visibilityState;
    document.dispatchEvent(new Event('visibilitychange'));
  };
  return { page, window, show };
}

describe('a return to view', () => {
  test('is a hidden tab that is shown', () => {
    const { page, show } = openPage();
    let looks = 0;
    onReturnToView(() => (looks += 1), page);
    show('hidden');
    expect(looks).toBe(0);
    show('visible');
    expect(looks).toBe(1);
  });

  test('is a page that the browser shows again, as by its back button', () => {
    const { page, window } = openPage();
    let looks = 0;
    onReturnToView(() => (looks += 1), page);
    window.dispatchEvent(new Event('pageshow'));
    expect(looks).toBe(1);
  });

  test('is not told any more after unsubscribing, however often that is done', () => {
    const { page, window, show } = openPage();
    let looks = 0;
    const stop = onReturnToView(() => (looks += 1), page);
    stop();
    stop();
    show('visible');
    window.dispatchEvent(new Event('pageshow'));
    expect(looks).toBe(0);
  });

  test('is told to each that waits for it, also where two wait by one function', () => {
    const { page, window } = openPage();
    let looks = 0;
    const look = () => (looks += 1);
    const stop = onReturnToView(look, page);
    onReturnToView(look, page);
    stop();
    window.dispatchEvent(new Event('pageshow'));
    expect(looks).toBe(1);
  });

  test('does not exist where there is no document', () => {
    expect(() => onReturnToView(() => undefined)()).not.toThrow();
    expect(() => onReturnToView(() => undefined, {})()).not.toThrow();
  });

  test('does not exist, and nothing throws, where the page forbids to listen', () => {
    const forbidden = () => {
      throw new Error('forbidden');
    };
    const pages: Page[] = [
      { document: { visibilityState: 'visible', addEventListener: forbidden, removeEventListener: forbidden } },
      { ...openPage().page, addEventListener: forbidden, removeEventListener: forbidden },
      {
        get document(): never {
          throw new Error('forbidden');
        },
      },
    ];
    for (const page of pages) expect(() => onReturnToView(() => undefined, page)()).not.toThrow();
  });
});
