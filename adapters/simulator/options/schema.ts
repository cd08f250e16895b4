import * as v from 'valibot';
import { SOBOT_METHODS } from '../network/commands.js';
import { PHONE_TYPES } from './agent-options.js';
import { BEHAVIOURS } from './behaviour.js';
import { STAMP_UNITS } from './node-options.js';

/** Text that is not blank; blanks around it are removed. */
const text = v.pipe(v.string(), v.trim(), v.nonEmpty('must not be blank'));
const seconds = v.pipe(v.number(), v.finite(), v.minValue(0, 'must be 0 or more seconds'));
const milliseconds = v.pipe(v.number(), v.finite(), v.minValue(0, 'must be 0 or more ms'));
const count = v.pipe(v.number(), v.integer('must be a whole number'), v.minValue(0, 'must be 0 or more'));

/** Lowest and highest, in ms. */
export const latencySchema = v.pipe(
  v.strictTuple([milliseconds, milliseconds]),
  v.check(([low, high]) => low <= high, 'must be [lowest, highest] in ms'),
);

const answer = v.union([milliseconds, v.picklist(['manual', 'busy', 'noAnswer', 'reject', 'unknown'])]);

const agent = v.strictObject({
  agentID: text,
  agentUUID: v.exactOptional(text),
  name: v.exactOptional(text),
  ext: v.exactOptional(text),
  mobile: v.exactOptional(text),
  secondPhone: v.exactOptional(text),
  supervisor: v.exactOptional(v.boolean()),
  phoneTypes: v.exactOptional(v.pipe(v.array(v.picklist(PHONE_TYPES)), v.nonEmpty('must name at least one'))),
  defaultPhoneType: v.exactOptional(v.picklist(PHONE_TYPES)),
  breaks: v.exactOptional(v.array(v.picklist([11, 12, 13, 14, 15, 16, 17, 18]))),
  queues: v.exactOptional(v.array(text)),
  callWaiting: v.exactOptional(count),
  token: v.exactOptional(text),
  routes: v.exactOptional(
    v.strictObject({
      rules: v.exactOptional(v.pipe(v.array(v.picklist(['1', '2', '3'])), v.nonEmpty('must name at least one'))),
      plans: v.exactOptional(v.array(text)),
      numbers: v.exactOptional(v.array(text)),
    }),
  ),
});

const customer = v.strictObject({
  number: text,
  name: v.exactOptional(text),
  answer: v.exactOptional(answer),
  blacklisted: v.exactOptional(v.boolean()),
});

const queue = v.strictObject({
  name: text,
  number: v.exactOptional(text),
  rings: v.exactOptional(v.picklist(['longestIdle', 'all'])),
  ringSeconds: v.exactOptional(seconds),
  retrySeconds: v.exactOptional(seconds),
  maxWaitSeconds: v.exactOptional(seconds),
});

const finite = v.pipe(v.number(), v.finite());

const node = v.strictObject({
  offsetMs: v.exactOptional(finite),
  driftPpm: v.exactOptional(finite),
  steps: v.exactOptional(v.array(v.strictObject({ atSeconds: seconds, byMs: finite }))),
  stamps: v.exactOptional(v.picklist(STAMP_UNITS)),
  events: v.exactOptional(v.array(text)),
});

/** A fault as data, also checked when it is set up at run time. */
export const faultRuleSchema = v.strictObject({
  fault: v.picklist(['drop', 'delay', 'duplicate', 'reorder']),
  event: text,
  agentID: v.exactOptional(text),
  times: v.exactOptional(count),
  probability: v.exactOptional(v.pipe(v.number(), v.minValue(0, 'must be from 0 to 1'), v.maxValue(1, 'must be from 0 to 1'))),
  ms: v.exactOptional(milliseconds),
});

const behaviour = v.strictObject(
  Object.fromEntries(Object.entries(BEHAVIOURS).map(([name, values]) => [name, v.exactOptional(v.picklist(values))])),
);

const record = v.record(v.string(), v.unknown());
const when = {
  at: milliseconds,
  page: v.exactOptional(v.pipe(v.number(), v.integer('must be a whole number'), v.minValue(1, 'must be 1 or more'))),
};
const command = v.picklist(SOBOT_METHODS.filter((method) => method !== 'on' && method !== 'off'));

/** A moment of a prepared day: the service does one thing in it. */
const moment = v.pipe(
  v.strictObject({
    ...when,
    message: v.exactOptional(v.looseObject({ messageID: text })),
    accepts: v.exactOptional(command),
    result: v.exactOptional(record),
    refuses: v.exactOptional(command),
    failure: v.exactOptional(record),
  }),
  v.check(
    (given) => ['message', 'accepts', 'refuses'].filter((what) => what in given).length === 1,
    'must have exactly one of message, accepts and refuses',
  ),
  v.check(
    (given) => (!('result' in given) || 'accepts' in given) && (!('failure' in given) || 'refuses' in given),
    'has a result with accepts only, and a failure with refuses only',
  ),
);

const floorEntries = {
  agents: v.pipe(v.array(agent), v.nonEmpty('must name at least one agent')),
  customers: v.exactOptional(v.array(customer)),
  queues: v.exactOptional(v.array(queue)),
  extensions: v.exactOptional(v.array(text)),
  numbers: v.exactOptional(v.array(text)),
  plans: v.exactOptional(v.array(v.strictObject({ code: text, name: v.exactOptional(text) }))),
  privacyNumbers: v.exactOptional(v.record(text, text)),
  companyId: v.exactOptional(text),
  seed: v.exactOptional(v.union([v.pipe(v.number(), v.finite()), v.string()])),
  acwSeconds: v.exactOptional(v.nullable(seconds)),
  ringSeconds: v.exactOptional(seconds),
  dialSeconds: v.exactOptional(seconds),
  callWaiting: v.exactOptional(count),
  lockAfterMissed: v.exactOptional(count),
  latency: v.exactOptional(latencySchema),
  overtakeMs: v.exactOptional(milliseconds),
  nodes: v.exactOptional(
    v.pipe(
      v.array(node),
      v.check(
        (nodes) => nodes.some(({ events }) => events === undefined),
        'one node at least must stamp all other events: leave out its `events`',
      ),
    ),
  ),
  exchangeLatency: v.exactOptional(latencySchema),
  webrtcGraceSeconds: v.exactOptional(seconds),
  latencyReportSeconds: v.exactOptional(seconds),
  answers: v.exactOptional(answer),
  handset: v.exactOptional(answer),
  behaviour: v.exactOptional(behaviour),
  faults: v.exactOptional(v.array(faultRuleSchema)),
  day: v.exactOptional(v.array(moment)),
};

const method = v.function();

/** The entries of a floor file. */
export const floorSchema = v.strictObject(floorEntries);

/** The options of `createCallCentre`. */
export const centreSchema = v.strictObject({
  ...floorEntries,
  clock: v.exactOptional(v.looseObject({ now: method, setTimeout: method, clearTimeout: method })),
  exchange: v.exactOptional(v.looseObject({ subscribe: method, dial: method, release: method, connect: method })),
  onError: v.exactOptional(method),
});
