/** Time, as the agent knows it. XState's `SimulatedClock` fits. */
export interface AgentClock {
  /** Epoch ms. */
  now(): number;
  // Handles are opaque: numbers in a browser, objects in Node.
  setTimeout(run: () => void, ms: number): unknown;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- whatever setTimeout returned
  clearTimeout(handle: any): void;
}

/** The clock of the platform. */
export const systemClock: AgentClock = {
  now: () => Date.now(),
  setTimeout: (run, ms) => setTimeout(run, ms),
  clearTimeout: (handle: ReturnType<typeof setTimeout>) => {
    clearTimeout(handle);
  },
};
