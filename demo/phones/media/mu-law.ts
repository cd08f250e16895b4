// G.711 mu-law, both ways: 16-bit linear samples to bytes of a packet and back.

const BIAS = 0x84;
const CLIP = 32635;

function expand(byte: number): number {
  const bits = ~byte & 0xff;
  const exponent = (bits >> 4) & 7;
  const magnitude = (((bits & 0x0f) << 3) + BIAS) << exponent;
  return (bits & 0x80) === 0 ? magnitude - BIAS : BIAS - magnitude;
}

const LINEAR = Int16Array.from({ length: 256 }, (_, byte) => expand(byte));

/** Nothing to be heard: linear 0. */
export const SILENCE = 0xff;

/** One linear sample, clipped to 16 bits, as a byte. */
export function encodeMuLaw(sample: number): number {
  const sign = sample < 0 ? 0x80 : 0;
  const magnitude = Math.min(Math.abs(Math.round(sample)), CLIP) + BIAS;
  const exponent = Math.max(0, 24 - Math.clz32(magnitude));
  const mantissa = (magnitude >> (exponent + 3)) & 0x0f;
  return ~(sign | (exponent << 4) | mantissa) & 0xff;
}

/** The samples of one packet. */
export function decodeMuLaw(payload: Uint8Array): Int16Array {
  const samples = new Int16Array(payload.length);
  for (const [index, byte] of payload.entries()) samples[index] = LINEAR[byte] ?? 0;
  return samples;
}
