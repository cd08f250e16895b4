import type { NetworkReading, QualityLetter } from '../network-reading.js';
import type { GuardInput } from './guard-input.js';

/** The measurement has this quality. */
export function qualityIs({ event }: GuardInput, params: { readonly quality: QualityLetter }): boolean {
  return event.type === 'network.measured' && (event.reading as Partial<NetworkReading> | undefined)?.quality === params.quality;
}
