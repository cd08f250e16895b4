// Not from an index: these names go into a chunk without the charts (tsdown.config.ts).
import { COMMANDS } from '../../machines/events/commands.js';

/** The 37 documented methods of `new SobotClient.agent()`: the commands, and the two of the subscription. */
export const SOBOT_METHODS = [...COMMANDS, 'on', 'off'] as const;

export type SobotMethod = (typeof SOBOT_METHODS)[number];

/** A method that asks the service for something: all but the two of the subscription. */
export type SobotCommand = Exclude<SobotMethod, 'on' | 'off'>;
