import type { Message } from '../network/message.js';
import type { SobotCommand } from '../network/commands.js';

/**
 * One thing that the service does in a prepared day. `at`: ms since the call centre was made, at which it leaves the
 * service. `page`: which page it is for, counted from 1 in the order in which pages connect. Default: 1.
 */
export type PreparedMoment = { readonly at: number; readonly page?: number } & (
  | {
      /** Sent as it stands: also its `creationTime` is the day's. */
      readonly message: Message;
    }
  | {
      /** Calls `success` of the last command of this name that the page has given; nothing if it has given none. */
      readonly accepts: SobotCommand;
      /** Default: `status` alone. */
      readonly result?: Readonly<Record<string, unknown>>;
    }
  | {
      /** Calls `error` of it, likewise. */
      readonly refuses: SobotCommand;
      readonly failure?: Readonly<Record<string, unknown>>;
    }
);

/** All that the service does in a day, in whatever order it is written down. */
export type PreparedDay = readonly PreparedMoment[];
