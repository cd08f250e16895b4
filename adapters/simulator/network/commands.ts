// The list of the vendor's commands is declared once, with the vendor's SDK.
export { SOBOT_METHODS } from '../../sobot/index.js';
export type { SobotCommand } from '../../sobot/index.js';
