import { PACKET_SAMPLES, SAMPLE_RATE } from './format.js';
import { encodeMuLaw } from './mu-law.js';

/** Peak of every phone's tone: loud enough to be told from noise, soft enough for seven to be mixed. */
export const TONE_AMPLITUDE = 4000;

/**
 * A packet of a tone. Tones are whole multiples of 50 Hz, so that a packet holds whole waves, and the same
 * packet again and again is the tone without a break.
 */
export function tonePacket(frequency: number): Uint8Array {
  const step = (2 * Math.PI * frequency) / SAMPLE_RATE;
  return Uint8Array.from({ length: PACKET_SAMPLES }, (_, index) => encodeMuLaw(TONE_AMPLITUDE * Math.sin(step * index)));
}

/** How strong one frequency is in `samples`, as the peak of its tone (Goertzel's algorithm). */
export function amplitudeAt(frequency: number, samples: Int16Array): number {
  const coefficient = 2 * Math.cos((2 * Math.PI * frequency) / SAMPLE_RATE);
  let [last, before] = [0, 0];
  for (const sample of samples) [last, before] = [sample + coefficient * last - before, last];
  const power = last * last + before * before - coefficient * last * before;
  return samples.length === 0 ? 0 : (2 * Math.sqrt(Math.max(0, power))) / samples.length;
}
