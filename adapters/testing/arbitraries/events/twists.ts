/** A value of the message replaced by one of a wrong kind. */
export interface ValueTwist {
  /** The attribute; `agentStateInfo.workStatus` is one within another. */
  readonly at: string;
  readonly by: ValueName;
}

/** The message as a whole made into something else. */
export interface WholeTwist {
  readonly at: null;
  readonly by: WholeName;
}

/** More than the adapter takes for an id, and for any text. */
const HUGE = 100_000;

function throwing(): never {
  throw new Error('reading it throws');
}

/** Wrong values that JSON can carry. */
const JSON_VALUES = {
  missing: () => undefined,
  null: () => null,
  blank: () => '  ',
  word: () => 'sixty',
  list: () => ['1'],
  object: () => ({ deep: { deeper: '1' } }),
  true: () => true,
  negative: () => -600,
  huge: () => 'x'.repeat(HUGE),
} as const satisfies Readonly<Record<string, () => unknown>>;

/** Wrong values that only code in the same page can have made. */
const CODE_VALUES = {
  'a function': () => throwing,
  'a symbol': () => Symbol('value'),
  'a big integer': () => 10n ** 30n,
  NaN: () => Number.NaN,
  infinite: () => Number.POSITIVE_INFINITY,
  'an invalid date': () => new Date(Number.NaN),
  'an object that cannot be made a text': () => ({ toString: throwing, valueOf: throwing }),
  'an object without prototype': () => Object.create(null) as object,
  'a proxy that throws': () => new Proxy({}, { get: throwing, has: throwing, ownKeys: throwing, getOwnPropertyDescriptor: throwing }),
} as const satisfies Readonly<Record<string, () => unknown>>;

const VALUES = { ...JSON_VALUES, ...CODE_VALUES };

export type ValueName = keyof typeof VALUES | 'a getter that throws' | 'the message itself';

export const VALUE_NAMES: readonly ValueName[] = [
  ...(Object.keys(VALUES) as (keyof typeof VALUES)[]),
  'a getter that throws',
  'the message itself',
];

type Message = Record<string, unknown>;

const polluting = (name: string, message: Message): unknown => {
  // Only a parser makes `__proto__` an attribute of its own; in a literal it would set the prototype.
  const own = JSON.parse(`{"${name}":{"polluted":true,"prototype":{"polluted":true}}}`) as Message;
  return Object.defineProperties({ ...message }, Object.getOwnPropertyDescriptors(own));
};

function frozen(value: unknown): unknown {
  if (typeof value === 'object' && value !== null) Object.values(Object.freeze(value)).forEach(frozen);
  return value;
}

const WHOLES = {
  'has an attribute __proto__': (message: Message) => polluting('__proto__', message),
  'has an attribute constructor': (message: Message) => polluting('constructor', message),
  'has an attribute with a huge name': (message: Message) => ({ ...message, ['x'.repeat(HUGE)]: 1 }),
  'has a thousand attributes': (message: Message) => ({
    ...Object.fromEntries(Array.from({ length: 1000 }, (_, index) => [`attribute${String(index)}`, index])),
    ...message,
  }),
  'is frozen': (message: Message) => frozen(message),
  'has no prototype': (message: Message) => Object.assign(Object.create(null) as Message, message),
  'inherits all it has': (message: Message) => Object.create(message) as object,
  'throws whatever is read': () =>
    new Proxy({}, { get: throwing, has: throwing, ownKeys: throwing, getOwnPropertyDescriptor: throwing, getPrototypeOf: throwing }),
  'is null': () => null,
  'is undefined': () => undefined,
  'is a text': (message: Message) => String(message['messageID']),
  'is JSON, not parsed': (message: Message) => JSON.stringify(message),
  'is a number': () => 0,
  'is true': () => true,
  'is a symbol': () => Symbol('message'),
  'is a big integer': () => 0n,
  'is a function': () => throwing,
  'is a list': (message: Message) => [message],
  'is an empty object': () => ({}),
} as const satisfies Readonly<Record<string, (message: Message) => unknown>>;

export type WholeName = keyof typeof WHOLES;

export const WHOLE_NAMES = Object.keys(WHOLES) as readonly WholeName[];

/** The message with the value in it replaced; `path` is of one name or two. */
function replaced(message: Message, [name = '', ...rest]: readonly string[], by: ValueName, whole: Message): Message {
  if (rest.length > 0) {
    const inner = message[name];
    message[name] = replaced({ ...(typeof inner === 'object' ? inner : null) }, rest, by, whole);
  } else if (by === 'a getter that throws') {
    Object.defineProperty(message, name, { enumerable: true, configurable: true, get: throwing });
  } else if (by === 'the message itself') {
    message[name] = whole;
  } else {
    message[name] = VALUES[by]();
  }
  return message;
}

/** Twists a message; it may be no object any more. The message given is not changed. */
export function twisted(message: Readonly<Message>, twist: ValueTwist | WholeTwist): unknown {
  const copy: Message = { ...message };
  return twist.at === null ? WHOLES[twist.by](copy) : replaced(copy, twist.at.split('.'), twist.by, copy);
}

/** `callID is huge`, `the message is null`. */
export function twistInWords({ at, by }: ValueTwist | WholeTwist): string {
  return at === null ? `the message ${by}` : `${at} is ${by}`;
}
