// Values
export { connect } from './connect.js';
export { ENGLISH } from './texts.js';

// Types
export type { ButtonProps, WhyNot } from './button.js';
export type { ConnectOptions, PhoneBar } from './connect.js';
export type { StatusItem, StatusItemProps, StatusMenu } from './status-menu.js';
export type { BreakCode, RefusalTexts, TextKey, Texts } from './texts.js';
export type { Timer, Timers } from '../../src/any-agent/timers.js';
export type { WaitingItem } from './waiting-items.js';
