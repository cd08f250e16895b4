/** An attribute of what somebody else has made; one that cannot be read is not there. */
export function readSafely(given: object, name: string): unknown {
  try {
    return (given as Readonly<Record<string, unknown>>)[name];
  } catch {
    return undefined;
  }
}
