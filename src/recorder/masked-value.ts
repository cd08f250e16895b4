import type { Pseudonyms } from './pseudonyms.js';

/** A longer text is not shown: one cut short may end in half a number, which nothing recognises. */
const LONGEST_TEXT = 200;
/** More attributes are left out. */
const MOST_ATTRIBUTES = 40;
const LONGEST_NAME = 40;

/** Attributes and parameters that hold a number, by the vendor's names. */
const NUMBER = /DN$|ANI$|^DNIS$|^target$|^privacyNumber$|^explicitNumber$|^bindMobile$|^bindExt$|^ext$/;
/** Secrets, and business data: what the customer has said, and keys that may be a PIN. */
const NEVER: Readonly<Record<string, string>> = {
  token: '[token]',
  attachedData: '[attached data]',
  businessTags: '[business data]',
  dtmfDigits: '[digits]',
  agentName: '[name]',
};
/** The service's own names for calls and legs. */
const IDS = new Set(['callID', 'partyID']);
/** Attributes and parameters that are nobody's secret: ids, codes and roles. All others may hold anything. */
const SHOWN = new Set([
  'callType', 'companyId', 'agentID', 'agent', 'agentType', 'agentState', 'reasonCode', 'phoneType',
  'workStatus', 'thisDNRole', 'otherDNRole', 'thirdDNRole', 'targetAgentID', 'targetType', 'delayTime', 'currPage', 'pageSize',
  'outboundRouteType', 'outboundPlanCode', 'explicitRule', 'explicitCode', 'unbindExtOnLogout', 'allowStorageListen',
]);

/** How an attribute of a name is told, by the name. */
type Manner = 'never' | 'number' | 'id' | 'shown' | 'kind';

/** Names seen before; made-up ones must not fill the memory. */
const manners = new Map<string, Manner>();
const MANNERS_KEPT = 256;

function mannerOf(name: string): Manner {
  const known = manners.get(name);
  if (known !== undefined) return known;
  const manner = Object.hasOwn(NEVER, name) ? 'never' : NUMBER.test(name) ? 'number' : IDS.has(name) ? 'id' : SHOWN.has(name) ? 'shown' : 'kind';
  if (manners.size < MANNERS_KEPT) manners.set(name, manner);
  return manner;
}

/** A value of which only the kind may be told. It is not looked into: it may be huge, a cycle, or throw. */
function kindOf(value: unknown): string {
  if (typeof value === 'string') return `[text of ${value.length} characters]`;
  return Array.isArray(value) ? '[list]' : `[${typeof value}]`;
}

function maskedText(text: string, pseudonyms: Pseudonyms): string {
  return text.length > LONGEST_TEXT ? kindOf(text) : pseudonyms.in(text);
}

function maskedNumber(value: unknown, pseudonyms: Pseudonyms): unknown {
  if (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'bigint') return kindOf(value);
  const number = String(value);
  return number === '' ? '' : number.length > LONGEST_TEXT ? kindOf(number) : pseudonyms.of(number);
}

/** An attribute as it may be kept. */
export function maskedAttribute(name: string, value: unknown, pseudonyms: Pseudonyms): unknown {
  if (value === undefined || value === null) return value;
  switch (mannerOf(name)) {
    case 'never':
      return NEVER[name];
    case 'number':
      return maskedNumber(value, pseudonyms);
    case 'id':
      return typeof value === 'string' && value.length <= LONGEST_TEXT ? value : kindOf(value);
    case 'shown':
      if (typeof value === 'string') return maskedText(value, pseudonyms);
      return typeof value === 'boolean' || (typeof value === 'number' && value < 10_000) ? value : kindOf(value);
    default:
      return typeof value === 'boolean' ? value : kindOf(value);
  }
}

/** Attributes or parameters as they may be kept. What cannot be read is said to be so. */
export function maskedAttributes(attributes: Readonly<Record<string, unknown>>, pseudonyms: Pseudonyms): Readonly<Record<string, unknown>> {
  const masked: Record<string, unknown> = {};
  let left = MOST_ATTRIBUTES;
  for (const name of Object.keys(attributes)) {
    if (name === '__proto__' || name.length > LONGEST_NAME) continue;
    if (left === 0) break;
    left -= 1;
    // The vendor's names say nothing of anybody; others may.
    masked[mannerOf(name) === 'kind' ? pseudonyms.in(name) : name] = readSafely(attributes, name, pseudonyms);
  }
  return masked;
}

function readSafely(attributes: Readonly<Record<string, unknown>>, name: string, pseudonyms: Pseudonyms): unknown {
  try {
    return maskedAttribute(name, attributes[name], pseudonyms);
  } catch {
    return '[unreadable]';
  }
}

/** A sentence as it may be kept. */
export function maskedSentence(sentence: string, pseudonyms: Pseudonyms): string {
  return maskedText(sentence, pseudonyms);
}
