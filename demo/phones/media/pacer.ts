import { PACKET_MS } from './format.js';

/** A stall longer than this is not made up for: its sound is lost, as with any phone. */
const LONGEST_STALL_MS = 200;

/** Calls `tick` every 20 ms on average, however late timers are. Returns how to stop it. */
export function startPacer(tick: () => void): () => void {
  let due = performance.now();
  const timer = setInterval(() => {
    const now = performance.now();
    if (now - due > LONGEST_STALL_MS) due = now;
    for (; due <= now; due += PACKET_MS) tick();
  }, PACKET_MS / 2);
  return () => clearInterval(timer);
}
