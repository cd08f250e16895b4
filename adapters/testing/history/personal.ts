/** The parameters that carry a secret or a phone number, by the contract's words on privacy. */
const PERSONAL = ['token', 'otherDN', 'privacyNumber', 'ANI', 'agentANI', 'bindMobile', 'explicitNumber', 'target'] as const;

/** A shorter text is in many sentences by chance, such as in an error code of six digits. */
const SHORTEST = 7;

/** The texts of these parameters that an error must not repeat. Never throws, whatever the parameters are. */
export function personalTexts(parameters: unknown): readonly string[] {
  if (typeof parameters !== 'object' || parameters === null) return [];
  return PERSONAL.flatMap((name) => {
    // Only plain values are read: a getter is for the subject to stumble over.
    const value: unknown = Object.getOwnPropertyDescriptor(parameters, name)?.value;
    if (typeof value !== 'string' && typeof value !== 'number') return [];
    const text = String(value).trim();
    return text.length >= SHORTEST ? [text] : [];
  });
}
