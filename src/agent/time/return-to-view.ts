type Listen = (type: string, listener: () => void) => void;

/** The part of a browser's `window` that is used here; elsewhere there is no `document`. */
export interface Page {
  readonly document?: {
    readonly visibilityState: string;
    readonly addEventListener: Listen;
    readonly removeEventListener: Listen;
  };
  readonly addEventListener?: Listen;
  readonly removeEventListener?: Listen;
}

/**
 * Calls back whenever the user sees the page again: its tab is shown, or the
 * browser takes it from its back-forward cache. Timers may have stood still
 * until then. Returns unsubscribe. Where there is no `document`, nothing is
 * subscribed; nothing throws. `page`: default: this one.
 */
export function onReturnToView(look: () => void, page: Page = globalThis): () => void {
  let document: Page['document'];
  const onVisibility = () => {
    if (document?.visibilityState !== 'hidden') look();
  };
  const onShow = () => look();
  quietly(() => {
    document = page.document;
    if (document === undefined) return;
    document.addEventListener('visibilitychange', onVisibility);
    page.addEventListener?.('pageshow', onShow);
  });
  return () => {
    quietly(() => document?.removeEventListener('visibilitychange', onVisibility));
    quietly(() => page.removeEventListener?.('pageshow', onShow));
  };
}

/** A page that forbids to listen is one that is never seen to return: the agent works without. */
function quietly(act: () => void): void {
  try {
    act();
  } catch {
    // Timers and messages are looks as well.
  }
}
