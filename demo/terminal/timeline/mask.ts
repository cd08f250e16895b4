/** Hides the numbers of persons in what is printed. */
export type Mask = (number: string) => string;

/** Longest number that is the company's own: work numbers, extensions, queues. */
const OWN = 4;

/** `135****5678`: enough to tell two numbers apart, too little to call. */
export const mask: Mask = (number) => (number.length <= OWN ? number : `${number.slice(0, 3)}****${number.slice(-4)}`);
