import { dnOf, type ExchangeEvent } from '../../../exchange/index.js';
import type { FloorEvent } from '../../network/floor-event.js';
import type { Mask } from './masking.js';

/** Attributes worth a place on a line: codes, extensions, numbers (masked). All others stay unseen. */
const SHOWN_PARAMS = ['agent', 'phoneType', 'bindExt', 'agentState', 'reasonCode', 'otherDN', 'targetType', 'target'];
const SHOWN_FIELDS = ['callType', 'thisDN', 'otherDN', 'thirdDN', 'reasonCode', 'errorCode', 'errorMessage'];
/** Those among them that may be the number of a person. */
const NUMBERS = ['otherDN', 'target', 'thisDN', 'thirdDN', 'agent', 'bindExt'];

function shown(values: Readonly<Record<string, unknown>>, names: readonly string[], mask: Mask): string {
  return names
    .flatMap((name) => {
      const value = values[name];
      if (typeof value !== 'string' && typeof value !== 'number') return [];
      const text = String(value).trim();
      return text === '' ? [] : [`${name} ${NUMBERS.includes(name) ? mask(text) : text}`];
    })
    .join(', ');
}

function switchLine(event: ExchangeEvent, mask: Mask): string {
  switch (event.type) {
    case 'incoming':
      return `${event.leg} comes in from ${mask(dnOf(event.from))} for ${mask(event.to)}`;
    case 'connected':
      return `${event.legs.join(' and ')} talk in ${event.conversation}`;
    case 'released':
      return `${event.leg} released: ${event.cause}`;
    case 'registered':
    case 'unregistered':
      return `ext ${event.ext} ${event.type}`;
    case 'keysSent':
      return `${event.leg} sends ${event.keys.length} keys`;
    default:
      return `${event.leg} ${event.type}`;
  }
}

function what(event: FloorEvent, mask: Mask): readonly [who: string, line: string, details: string] {
  if (event.type === 'exchange') return ['switch', `· ${switchLine(event.event, mask)}`, ''];
  const who = event.agentID ?? event.end;
  switch (event.type) {
    case 'command':
      return [who, `→ ${event.command}`, shown(event.params, SHOWN_PARAMS, mask)];
    case 'callback':
      return [who, `← ${event.command} ${event.outcome}`, shown(event.result, ['errorCode', 'errorMessage'], mask)];
    case 'message':
      return [who, `← ${event.message.messageID}`, shown(event.message, SHOWN_FIELDS, mask)];
    case 'lost':
      return [who, `✗ ${event.what} ${event.name}`, `lost by ${event.because}`];
    case 'end':
      return [who, `· page ${event.end} ${event.change}`, ''];
  }
}

/**
 * One line for one event: when, who, what, details.
 *
 * @example
 * 12:00:01.250  1001    → makeCall                    otherDN 135****5678
 */
export function timelineOf(event: FloorEvent, mask: Mask): string {
  const time = new Date(event.at).toISOString().slice(11, 23);
  const [who, line, details] = what(event, mask);
  return `${time}  ${who.padEnd(7)} ${line.padEnd(30)} ${details}`.trimEnd();
}
