/** Waits until something is the case. @throws Error that says what never was */
export async function until(condition: () => boolean | Promise<boolean>, what: string | (() => string), patience = 5000): Promise<void> {
  for (const end = Date.now() + patience; ;) {
    if (await condition()) return;
    if (Date.now() > end) throw new Error(`It never was so: ${typeof what === 'string' ? what : what()}.`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

export const later = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
