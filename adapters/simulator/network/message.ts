/** An event of the service, as it is on the wire. */
export interface Message {
  readonly messageID: string;
  readonly [attribute: string]: unknown;
}

/** A copy that shares nothing with the original, like one that has come over a wire. */
export function copyOf<Value>(value: Value): Value {
  return JSON.parse(JSON.stringify(value)) as Value;
}
