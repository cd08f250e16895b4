/** A message of the manager interface: names and values. */
export type AmiMessage = Readonly<Record<string, string>>;

const LINE_END = '\r\n';
const MESSAGE_END = LINE_END + LINE_END;

/** A value that cannot begin a line of its own. */
function oneLine(value: string): string {
  return value.replace(/[\r\n]+/g, ' ');
}

export function writeMessage(message: AmiMessage): string {
  return Object.entries(message)
    .map(([name, value]) => `${name}: ${oneLine(value)}${LINE_END}`)
    .join('')
    .concat(LINE_END);
}

function readMessage(text: string): AmiMessage {
  const fields = text.split(LINE_END).flatMap((line) => {
    const [, name, value] = /^([^:]+): ?(.*)$/.exec(line) ?? [];
    // The greeting is a line of another kind, before the first message.
    return name === undefined ? [] : [[name, value ?? ''] as const];
  });
  return Object.fromEntries(fields);
}

/** Takes the messages that are complete out of what has come so far. */
export function readMessages(text: string): { messages: readonly AmiMessage[]; rest: string } {
  const parts = text.split(MESSAGE_END);
  const rest = parts.pop() ?? '';
  return { messages: parts.map(readMessage), rest };
}
