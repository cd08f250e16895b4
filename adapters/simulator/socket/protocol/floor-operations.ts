import * as v from 'valibot';
import { COMMANDS } from '../../../../machines/index.js';
import type { Counts } from '../../call-centre.js';
import { DIALER_KINDS } from '../../desk/calls/dialer-kinds.js';
import type { Truth } from '../../desk/truth.js';
import { RELEASE_CAUSES, answerSchema, faultSchema, latencyRange } from './floor-values.js';

const text = v.pipe(v.string(), v.nonEmpty(), v.maxLength(256));
const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const probability = v.pipe(v.number(), v.minValue(0), v.maxValue(1));
const nothing = v.optional(v.null(), null);

/** A customer's phone by its number, or a phone with an extension. */
const phoneSchema = v.union([v.strictObject({ customer: text }), v.strictObject({ ext: text })]);
export type PhoneName = v.InferOutput<typeof phoneSchema>;

/** The actions of a user with a phone in hand. */
const PHONE_ACTIONS = ['answer', 'reject', 'hangup', 'register', 'unregister', 'hold', 'retrieve', 'swap'] as const;
export type PhoneAction = (typeof PHONE_ACTIONS)[number];

const phoneState = v.picklist(['idle', 'dialing', 'ringing', 'talking', 'held']);

const phoneView = v.object({
  state: phoneState,
  lines: v.array(phoneState),
  lastRelease: v.nullable(v.picklist(RELEASE_CAUSES)),
  peers: v.array(v.string()),
  keys: v.string(),
  /** Of a phone with an extension. */
  registered: v.optional(v.boolean()),
});
/** A phone, as its user sees it. */
export type PhoneView = v.InferOutput<typeof phoneView>;

/** Only the frame is checked: its content comes from the same package on the other side. */
const truth = v.custom<Truth>((value) => v.is(v.looseObject({ agentID: v.string(), work: v.string() }), value));
const counts = v.custom<Counts>((value) => v.is(v.record(v.string(), v.number()), value));

function operation<Params extends v.GenericSchema, Result extends v.GenericSchema>(params: Params, result: Result) {
  return { params, result };
}

/** Everything the remote control of a floor can ask for: the parameters, and what comes back. */
export const FLOOR_OPERATIONS = {
  agentIDs: operation(v.strictObject({}), v.array(v.string())),
  truth: operation(v.strictObject({ agentID: text }), truth),
  counts: operation(v.strictObject({}), counts),
  observe: operation(v.strictObject({ on: v.boolean() }), nothing),

  view: operation(v.strictObject({ phone: phoneSchema }), phoneView),
  act: operation(v.strictObject({ phone: phoneSchema, action: v.picklist(PHONE_ACTIONS) }), nothing),
  script: operation(v.strictObject({ phone: phoneSchema, answer: answerSchema }), nothing),
  press: operation(v.strictObject({ phone: phoneSchema, keys: v.pipe(v.string(), v.regex(/^[0-9*#]{1,24}$/)) }), nothing),
  dial: operation(
    v.strictObject({
      customer: text,
      target: text,
      attachedData: v.exactOptional(v.record(v.string(), v.unknown())),
    }),
    nothing,
  ),

  dialFor: operation(
    v.strictObject({
      target: text,
      number: text,
      kind: v.exactOptional(v.picklist(DIALER_KINDS)),
      attachedData: v.exactOptional(v.record(v.string(), v.unknown())),
    }),
    nothing,
  ),

  addFault: operation(v.strictObject({ fault: faultSchema }), count),
  loseCallbacks: operation(
    v.strictObject({
      command: v.picklist(['*', ...COMMANDS]),
      times: v.exactOptional(count),
      agentID: v.exactOptional(text),
      probability: v.exactOptional(probability),
    }),
    count,
  ),
  failNext: operation(
    v.strictObject({
      command: v.picklist(COMMANDS),
      errorCode: text,
      times: v.exactOptional(count),
      agentID: v.exactOptional(text),
    }),
    count,
  ),
  faultStruck: operation(v.strictObject({ fault: count }), count),
  removeFault: operation(v.strictObject({ fault: count }), nothing),
  setLatency: operation(v.strictObject({ range: latencyRange, agentID: v.exactOptional(text) }), nothing),
  disconnect: operation(v.strictObject({ agentID: text, ms: v.exactOptional(v.pipe(v.number(), v.minValue(0))) }), nothing),
  interrupt: operation(v.strictObject({ agentID: text, ms: v.exactOptional(v.pipe(v.number(), v.minValue(0))) }), nothing),
  reconnect: operation(v.strictObject({ agentID: text }), nothing),
  restartSwitch: operation(v.strictObject({ ms: v.exactOptional(v.pipe(v.number(), v.minValue(0))) }), nothing),
  secondEnd: operation(v.strictObject({ agentID: text }), nothing),
  rivalLogin: operation(
    v.strictObject({
      agentID: text,
      order: v.exactOptional(v.picklist(['rivalFirst', 'rivalLast'])),
      times: v.exactOptional(count),
    }),
    count,
  ),
  clearFaults: operation(v.strictObject({}), nothing),
} as const;

export type FloorOperation = keyof typeof FLOOR_OPERATIONS;
export type FloorParams<Name extends FloorOperation> = v.InferOutput<(typeof FLOOR_OPERATIONS)[Name]['params']>;
export type FloorResult<Name extends FloorOperation> = v.InferOutput<(typeof FLOOR_OPERATIONS)[Name]['result']>;

/** Whether there is such an operation. */
export function isFloorOperation(name: string): name is FloorOperation {
  return Object.hasOwn(FLOOR_OPERATIONS, name);
}
