// The vendor's roles and their numbers are declared once, with the vendor's messages.
export { DN_ROLES } from '../../sobot/index.js';
export type { DNRole } from '../../sobot/index.js';
