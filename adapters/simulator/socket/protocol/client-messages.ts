import * as v from 'valibot';
import { PROTOCOL } from './version.js';

/** Numbers a client gives its messages, to recognise the answers. */
const id = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const name = v.pipe(v.string(), v.maxLength(64));

/** With what a client takes up its session again. The token is a secret between it and the server. */
export const sessionSchema = v.strictObject({
  id: v.pipe(v.string(), v.maxLength(64)),
  token: v.pipe(v.string(), v.maxLength(128)),
});
export type SessionKey = v.InferOutput<typeof sessionSchema>;

/** The first message: the kind of client, and the session it had. */
const hello = v.strictObject({
  type: v.literal('hello'),
  protocol: v.number(),
  as: v.picklist(['agent', 'floor']),
  session: v.exactOptional(sessionSchema),
});
export type Hello = v.InferOutput<typeof hello>;

/** A command of an agent's page, without its callbacks. */
const command = v.strictObject({
  type: v.literal('command'),
  id,
  command: name,
  params: v.exactOptional(v.record(v.string(), v.unknown())),
});
export type CommandMessage = v.InferOutput<typeof command>;

/** Something that the remote control of the floor asks for. */
const request = v.strictObject({
  type: v.literal('request'),
  id,
  operation: name,
  params: v.record(v.string(), v.unknown()),
});
export type RequestMessage = v.InferOutput<typeof request>;

/** The answer to `ping`. */
const pong = v.strictObject({ type: v.literal('pong') });

/** The messages of a client. */
export const clientMessageSchema = v.variant('type', [hello, command, request, pong]);
export type ClientMessage = v.InferOutput<typeof clientMessageSchema>;

/** The first message of a client of this version. */
export function helloAs(as: Hello['as'], session?: SessionKey | null): Hello {
  return { type: 'hello', protocol: PROTOCOL, as, ...(session ? { session } : {}) };
}
