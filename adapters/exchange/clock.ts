/** The only source of time and of timers; XState's `SimulatedClock` fits. */
export interface Clock<Handle = unknown> {
  /** Epoch ms (or ms since any other fixed moment). */
  now(): number;
  setTimeout(callback: () => void, ms: number): Handle;
  clearTimeout(handle: Handle): void;
}

/** Real time, as the platform has it. */
export function createRealClock(): Clock<ReturnType<typeof setTimeout>> {
  return {
    now: () => Date.now(),
    setTimeout: (callback, ms) => setTimeout(callback, ms),
    clearTimeout: (handle) => {
      clearTimeout(handle);
    },
  };
}
