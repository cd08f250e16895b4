/** 3 to 16 of digits and `+ ; ,`, the vendor's rule for phone numbers. */
export function isPhoneNumber(text: string): boolean {
  return /^[0-9+;,]{3,16}$/.test(text);
}

/** A number of which a part is hidden, such as `135****5678`. */
export function isMasked(text: string): boolean {
  return /^[0-9+]*[*Xx]+[0-9]*$/.test(text);
}
