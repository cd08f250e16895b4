/**
 * The part a number plays in a call; the position in the list is the vendor's number for it.
 *
 * Genesys TLib has roles of the same names under other numbers: do not mix them.
 */
export const DN_ROLES = [
  'Unknown',
  'Origination',
  'Destination',
  'AddedBy',
  'NewParty',
  'DeletedBy',
  'DeletedParty',
  'ObserveBy',
  'TransferBy',
  'ConsultBy',
  'BargeinBy',
  'BargeinTo',
  'InterceptTo',
  'TransferTo',
  'ObserveTo',
  'InterceptBy',
  'ConferenceBy',
] as const;

export type DNRole = (typeof DN_ROLES)[number];

/**
 * The name of a role given as name, number or numeric string, the strings with or without blanks
 * around; `undefined` for anything else. (The vendor gives both name and number, and does not say
 * which of them the wire has.)
 *
 * @example
 * normaliseRole(' 9 ') // 'ConsultBy'
 */
export function normaliseRole(role: unknown): DNRole | undefined {
  if (typeof role === 'number') return DN_ROLES[role];
  if (typeof role !== 'string') return undefined;
  const text = role.trim();
  return DN_ROLES.find((name) => name === text) ?? (/^\d{1,2}$/.test(text) ? DN_ROLES[Number(text)] : undefined);
}
