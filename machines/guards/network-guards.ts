import type { NetworkReading, Quality } from '../network-reading.js';
import type { GuardInput } from './guard-input.js';

/** The measurement has this quality. */
export function qualityIs({ event }: GuardInput, params: { readonly quality: Quality }): boolean {
  return event.type === 'network.measured' && (event.reading as Partial<NetworkReading> | undefined)?.quality === params.quality;
}
