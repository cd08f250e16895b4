/** Where a phone can be reached: an extension of the switch, or a number of the telephone network. */
export type Address = { readonly kind: 'ext'; readonly ext: string } | { readonly kind: 'number'; readonly number: string };

/** The text for a display: the extension or the number. */
export function dnOf(address: Address): string {
  return address.kind === 'ext' ? address.ext : address.number;
}

/** The same for the same address, different for every other. */
export function addressKey(address: Address): string {
  return `${address.kind}:${dnOf(address)}`;
}
