import type { SobotCommand } from './commands.js';
import type { ExchangeEvent } from '../../exchange/index.js';
import type { Message } from './message.js';

interface AtEnd {
  /** Time on the centre's clock. */
  readonly at: number;
  /** Which page: `end-1`, `end-2`, … in the order of connecting. */
  readonly end: string;
  /** Work number, once `initAgent` has said whose page it is. */
  readonly agentID: string | null;
}

/** A command has reached the service. `token` and the callbacks are left out. */
export interface CommandEvent extends AtEnd {
  readonly type: 'command';
  readonly command: SobotCommand;
  readonly params: Readonly<Record<string, unknown>>;
}

/** An event has reached a page. */
export interface MessageEvent extends AtEnd {
  readonly type: 'message';
  /** When the service sent it, by the centre's clock; its own stamp is by the clock of its node. */
  readonly sentAt: number;
  /** Which of all messages it was, in the order of sending, from 1. Messages can overtake each other. */
  readonly sentAs: number;
  readonly message: Message;
}

/** The answer to a command has reached a page. */
export interface CallbackEvent extends AtEnd {
  readonly type: 'callback';
  readonly command: SobotCommand;
  readonly outcome: 'success' | 'error';
  readonly result: Readonly<Record<string, unknown>>;
}

/** Something did not arrive: by a fault, or because the connection was down. */
export interface LostEvent extends AtEnd {
  readonly type: 'lost';
  readonly what: 'command' | 'callback' | 'message';
  /** The command or the event. */
  readonly name: string;
  readonly because: 'fault' | 'connection';
}

/** A page has connected, lost its connection (`interrupted`: and is told so), has it back, was displaced, or is gone. */
export interface EndEvent extends AtEnd {
  readonly type: 'end';
  readonly change: 'opened' | 'lost' | 'interrupted' | 'regained' | 'displaced' | 'closed';
}

/** The switch has reported something. */
export interface SwitchEvent {
  readonly type: 'exchange';
  readonly at: number;
  readonly event: ExchangeEvent;
}

/** Everything that can be watched on a floor, in the order in which it happens. */
export type FloorEvent = CommandEvent | MessageEvent | CallbackEvent | LostEvent | EndEvent | SwitchEvent;
