import type { SobotCommand } from '../network/commands.js';
import type { Message } from '../network/message.js';
import type { Agent } from './agent.js';
import type { ErrorCode } from './errors.js';
import type { Params } from './params.js';

/** A page, as the desk sees it. */
export interface DeskEnd {
  readonly id: string;
  /** The agent whose page it is; null before `initAgent`. */
  agent: Agent | null;
  /** Whether `agent` was given as work number or as id. */
  agentType: '0' | '1';
  /** The agent has signed in on another page. */
  displaced: boolean;
  /** It was told to be displaced, but its connection was down. */
  toldLate: boolean;
  readonly up: boolean;
  send(message: Message): void;
}

/** A command of an agent's page. It is answered once; a second answer changes nothing. */
export interface Request {
  readonly command: SobotCommand;
  readonly params: Params;
  readonly end: DeskEnd;
  readonly agent: Agent;
  /** Its number; the events it leads to carry it. */
  readonly reference: number;
  /** For commands with callbacks; for others, nothing. */
  readonly succeed: (result: Readonly<Record<string, unknown>>) => void;
  /** The `error` callback, or for commands without one an error event. */
  readonly fail: (code: ErrorCode) => void;
}
