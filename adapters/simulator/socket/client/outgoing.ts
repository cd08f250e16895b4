import type { CommandName } from '../../../../machines/index.js';
import { clientMessageSchema, type CommandMessage } from '../protocol/client-messages.js';
import { decode } from '../protocol/decode.js';
import { fitsServer } from '../protocol/fits.js';

type Callback = (result: unknown) => void;

/** A command as its caller gave it, taken apart. */
export interface Outgoing {
  readonly command: CommandName;
  /** Null: the parameters cannot be sent. */
  readonly message: CommandMessage | null;
  readonly success: Callback | null;
  readonly error: Callback | null;
}

function callbackIn(params: Readonly<Record<string, unknown>>, name: string): Callback | null {
  const value = params[name];
  return typeof value === 'function' ? (value as Callback) : null;
}

/** The message on the wire: its parameters without functions and undefined values. Null: it cannot be sent. */
function messageOf(id: number, command: CommandName, params: object): CommandMessage | null {
  try {
    const text = JSON.stringify({ type: 'command', id, command, params });
    if (!fitsServer(text)) return null;
    const { message } = decode(clientMessageSchema, text);
    return message?.type === 'command' ? message : null;
  } catch {
    // It refers to itself, say.
    return null;
  }
}

export function outgoing(id: number, command: CommandName, given: unknown): Outgoing {
  const params = typeof given === 'object' && given !== null ? { ...given } : {};
  return {
    command,
    message: messageOf(id, command, params),
    success: callbackIn(params, 'success'),
    error: callbackIn(params, 'error'),
  };
}
