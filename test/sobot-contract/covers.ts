import { CONTRACT_ITEMS } from './contract-data.js';

const KNOWN = new Set(CONTRACT_ITEMS);

/**
 * Names items of the contract data in the test that exercises them, by their full names, written out: the
 * traceability test reads them off the sources. Returns the names, so that they can be a table's rows.
 *
 * @example
 * test.each(covers('delayACW(delayTime) min 30', 'delayACW(delayTime) max 900'))('%s', (item) => { … });
 *
 * @throws Error if the data has no such item
 */
export function covers(...items: string[]): string[] {
  const stale = items.filter((item) => !KNOWN.has(item));
  if (stale.length > 0) throw new Error(`The contract data does not say: ${stale.join('; ')}`);
  return items;
}
