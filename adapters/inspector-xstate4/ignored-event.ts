/** An event that a viewer has sent for the agent's machine, and that was ignored. */
export interface IgnoredEvent {
  /** Its type; null if it makes no sense. */
  readonly type: string | null;
  /** The session that it was for; null if it names none. */
  readonly sessionId: string | null;
}

export interface BridgeOptions {
  /** Told of every event that a viewer sends for the agent's machine: it is ignored. Default: `console.warn`. */
  readonly onIgnored?: (ignored: IgnoredEvent) => void;
}

/** Reads the event of a viewer's, which may be anything. */
export function ignoredEventOf(event: unknown): IgnoredEvent {
  try {
    const given: unknown = typeof event === 'string' ? JSON.parse(event) : event;
    const { name, origin } = given as { readonly name?: unknown; readonly origin?: unknown };
    return { type: typeof name === 'string' ? name : null, sessionId: typeof origin === 'string' ? origin : null };
  } catch {
    return { type: null, sessionId: null };
  }
}

export function warnOf({ type, sessionId }: IgnoredEvent): void {
  console.warn(
    `switchhook: a viewer has sent ${type ?? 'an event'} to ${sessionId ?? 'the agent'}; it is ignored: an inspector watches and changes nothing`,
  );
}
