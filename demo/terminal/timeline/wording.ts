import { mask } from './mask.js';

/** The parameters worth a place on a line, and those among them that may be the number of a person. */
const SHOWN = ['agent', 'phoneType', 'bindExt', 'otherDN', 'target', 'targetAgentID', 'reasonCode', 'delayTime', 'dtmfDigits'] as const;
const NUMBERS: readonly string[] = ['otherDN', 'target'];

function textOf(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';
}

/** A command: `login webrtc, 8001`. */
export function commandText(command: string, parameters: object): string {
  const given = parameters as Readonly<Record<string, unknown>>;
  const values = SHOWN.flatMap((name) => {
    const text = textOf(given[name]);
    return text === '' ? [] : [NUMBERS.includes(name) ? mask(text) : text];
  });
  return `${command} ${values.join(', ')}`.trimEnd();
}

/** Events that tell which leg they are about, and those among them that tell who is at its other end. */
const OF_A_LEG: readonly unknown[] = ['EventRinging', 'EventDialing', 'EventEstablished', 'EventReleased'];
const WITH_OTHER_END: readonly unknown[] = ['EventRinging', 'EventDialing', 'EventEstablished'];

/** An event of the service's: `EventRinging Inbound 135****5678`. */
export function messageText(message: Readonly<Record<string, unknown>>): string {
  const { messageID, callType, otherDN, reasonCode, errorCode } = message;
  const leg = OF_A_LEG.includes(messageID) ? textOf(callType) : '';
  const otherEnd = WITH_OTHER_END.includes(messageID) ? mask(textOf(otherDN)) : '';
  return [messageID, leg, otherEnd, reasonCode, errorCode].map(textOf).filter(Boolean).join(' ');
}
