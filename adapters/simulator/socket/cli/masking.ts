import type { FloorOptions } from '../../options/floor-options.js';

/** Hides the numbers of persons in what is printed; those of the floor's own phones are shown. */
export type Mask = (number: string) => string;

/** `135****5678`: enough to tell two numbers apart, too little to call. */
function masked(number: string): string {
  if (number.length <= 4) return '*'.repeat(number.length);
  const shown = number.length >= 10 ? 3 : 1;
  return `${number.slice(0, shown)}****${number.slice(-shown - 1)}`;
}

/** Work numbers, extensions, queues and the company's own numbers belong to nobody in private. */
export function createMask(floor: FloorOptions): Mask {
  const known = new Set([
    '',
    ...floor.agents.flatMap(({ agentID, ext }) => [agentID, ext ?? '']),
    ...(floor.extensions ?? []),
    ...(floor.numbers ?? []),
    ...(floor.queues ?? []).flatMap(({ name, number }) => [name, number ?? '']),
  ]);
  return (number) => (known.has(number) ? number : masked(number));
}
