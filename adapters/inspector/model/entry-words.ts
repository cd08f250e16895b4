import type { Entry, Told } from '../../../src/recorder/index.js';

function toldInWords(told: Told): string {
  switch (told.type) {
    case 'settled':
      return `${told.command} ${told.outcome}${told.vendorCode === undefined ? '' : ` (${told.vendorCode})`}`;
    case 'divergence':
      return 'not expected';
    case 'ignored':
      return `ignored: ${told.rule}`;
    case 'callEnded':
      return `${told.leg} ended: ${told.reason}`;
  }
}

/** The outcome of an entry, in a few words; empty: nothing but the state. */
export function outcomeOf({ kind, data, told, hasChanged }: Entry): string {
  const words = told.map(toldInWords);
  if (kind === 'refused' && typeof data['reason'] === 'string') words.unshift(`refused: ${data['reason']}`);
  if (kind === 'fact' && !hasChanged && words.length === 0) words.push('changes nothing');
  return words.join(' · ');
}

/** All that a filter looks at. */
export function searchedText(entry: Entry): string {
  return `${entry.kind} ${entry.type} ${entry.messageID ?? ''} ${outcomeOf(entry)}`.toLowerCase();
}

/** The time of day, to the ms. */
export function timeOf({ at }: Entry): string {
  const date = new Date(at);
  const two = (value: number) => String(value).padStart(2, '0');
  return `${two(date.getHours())}:${two(date.getMinutes())}:${two(date.getSeconds())}.${String(date.getMilliseconds()).padStart(3, '0')}`;
}
