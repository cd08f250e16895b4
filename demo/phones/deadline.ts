import { PhoneError } from './phone-error.js';

/**
 * The promise, or a TIMEOUT that says what was waited for. Any error that is no PhoneError becomes FAILED, so
 * that a phone rejects with errors of its own only.
 */
export async function within<T>(ms: number, what: string, promise: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new PhoneError('TIMEOUT', `No ${what} within ${ms} ms.`)), ms);
  });
  try {
    return await Promise.race([promise, late]);
  } catch (cause) {
    if (cause instanceof PhoneError) throw cause;
    throw new PhoneError('FAILED', `No ${what}: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
  } finally {
    clearTimeout(timer);
  }
}
