/** How often it is looked whether something has come, in ms. */
const LOOK = 15;

export async function pause(ms: number): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, ms));
}

/** Looks again and again until it is so. @throws Error after `patience` ms */
export async function waitUntil(what: string, holds: () => boolean | Promise<boolean>, patience: number): Promise<void> {
  const end = Date.now() + patience;
  while (!(await holds())) {
    if (Date.now() > end) throw new Error(`Within ${patience} ms it has not come to this: ${what}.`);
    await pause(LOOK);
  }
}

/** Runs `check` until it throws nothing any more. @throws what it has thrown last, after `patience` ms */
export async function waitForCheck(check: () => Promise<void>, patience: number): Promise<void> {
  const end = Date.now() + patience;
  for (;;) {
    try {
      await check();
      return;
    } catch (error) {
      if (Date.now() > end) throw error;
      await pause(LOOK);
    }
  }
}
