import * as v from 'valibot';
import { sessionSchema } from './client-messages.js';
import { PROBLEM_CODES } from './problem.js';

const id = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const attributes = v.record(v.string(), v.unknown());

/** The answer to `hello`. */
const welcome = v.object({
  type: v.literal('welcome'),
  protocol: v.number(),
  /** How often the server sends `ping`, in s. */
  heartbeatSeconds: v.pipe(v.number(), v.finite(), v.gtValue(0)),
  /** An agent's page: with what it can take up its session again. */
  session: v.exactOptional(sessionSchema),
  /** An agent's page: the session that it named goes on. */
  resumed: v.exactOptional(v.boolean()),
});
export type Welcome = v.InferOutput<typeof welcome>;

/** An event for the agent's page. */
const event = v.object({ type: v.literal('event'), message: v.looseObject({ messageID: v.string() }) });

/** For the agent's page: its link is down within the service, or an answer was given by none of the service. */
const interruption = v.object({ type: v.literal('interruption') });

/** The `success` or `error` callback of a command. */
const answer = v.object({
  type: v.literal('answer'),
  id,
  outcome: v.picklist(['success', 'error']),
  result: attributes,
});
export type AnswerMessage = v.InferOutput<typeof answer>;

/** A request of the remote control is done. */
const reply = v.object({ type: v.literal('reply'), id, result: v.exactOptional(v.unknown()) });

/** A request of the remote control could not be done. */
const refusal = v.object({ type: v.literal('refusal'), id, message: v.string() });

/** Something has happened on the floor, for a remote control that observes it. */
const floorEvent = v.object({ type: v.literal('floorEvent'), event: v.looseObject({ type: v.string(), at: v.number() }) });

/** Asks for a sign of life. */
const ping = v.object({ type: v.literal('ping') });

/** A message of the client's was refused. */
const problem = v.object({
  type: v.literal('problem'),
  code: v.picklist(PROBLEM_CODES),
  message: v.string(),
  id: v.exactOptional(id),
});
export type ProblemMessage = v.InferOutput<typeof problem>;

/** The messages of a server. Attributes that a newer server adds are left out. */
export const serverMessageSchema = v.variant('type', [welcome, event, interruption, answer, reply, refusal, floorEvent, ping, problem]);
export type ServerMessage = v.InferOutput<typeof serverMessageSchema>;
