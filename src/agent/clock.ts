/** Time, as the agent knows it. XState's `SimulatedClock` fits. */
export interface AgentClock {
  /** Epoch ms. */
  now(): number;
  /**
   * Ms since some moment, never set, standing still while the computer sleeps or not; `performance.now()`. Default: `now()`
   * stands in, and a deadline is whenever its timer fires.
   */
  monotonic?(): number;
  // Handles are opaque: numbers in a browser, objects in Node.
  setTimeout(run: () => void, ms: number): unknown;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- whatever setTimeout returned
  clearTimeout(handle: any): void;
}

/** The clock of the platform. */
export const systemClock: AgentClock = {
  now: () => Date.now(),
  monotonic: () => performance.now(),
  setTimeout: (run, ms) => setTimeout(run, ms),
  clearTimeout: (handle: ReturnType<typeof setTimeout>) => {
    clearTimeout(handle);
  },
};
