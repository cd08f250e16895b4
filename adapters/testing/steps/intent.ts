import type { CommandName } from '../../sobot/index.js';
import { CUSTOMERS, nameOf, NOBODY } from '../floor/house.js';
import type { Intent } from '../model/commands.js';
import type { Name } from '../model/scene.js';

type Given = Readonly<Record<string, unknown>>;

function textIn(given: Given, name: string): string {
  const value = given[name];
  return typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';
}

function hasOnly(given: Given, ...names: readonly string[]): boolean {
  return Object.keys(given).every((name) => names.includes(name));
}

/** Somebody of the floor, or a number at which nobody is reached; null: a number of the world outside. */
function somebody(dn: string): Name | null {
  return NOBODY.includes(dn) ? dn : nameOf(dn);
}

function isWorkNumber(dn: string): boolean {
  return nameOf(dn) === dn && !CUSTOMERS.includes(dn);
}

function thirdParty(given: Given): Intent | null {
  if (!hasOnly(given, 'targetType', 'target')) return null;
  const target = textIn(given, 'target');
  const name = somebody(target);
  const isColleague = name !== null && !CUSTOMERS.includes(name) && !NOBODY.includes(name);
  // A work number, a number outside, an extension: each has its type.
  const type = !isColleague ? '1' : isWorkNumber(target) ? '0' : '2';
  return name === null || textIn(given, 'targetType') !== type || target.startsWith('139') ? null : { target: name };
}

/** The meaning of a command's parameters in plain words; null: more than these. */
export function intentOf(command: CommandName, given: Given): Intent | null {
  switch (command) {
    case 'login': {
      const isOwn = textIn(given, 'bindExt') === '' && textIn(given, 'phoneType') !== 'pstn' && textIn(given, 'phoneType') !== '';
      const isPlain = hasOnly(given, 'phoneType', 'bindExt', 'agentState') && isOwn;
      return isPlain ? { isOnline: textIn(given, 'agentState') === '1' } : null;
    }
    case 'notReady':
      return { reasonCode: Number(textIn(given, 'reasonCode')) };
    case 'delayACW':
      return { seconds: Number(textIn(given, 'delayTime')) };
    case 'makeCall': {
      const target = textIn(given, 'otherDN');
      const name = hasOnly(given, 'otherDN') && !target.startsWith('139') ? somebody(target) : null;
      return name === null ? null : { target: name };
    }
    case 'initiateConsult':
    case 'singleTransfer':
      return thirdParty(given);
    case 'forceLogout':
    case 'forceBusy':
    case 'forceReady': {
      const target = textIn(given, 'targetAgentID');
      return isWorkNumber(target) ? { target } : null;
    }
    case 'setRoute':
      return textIn(given, 'explicitRule') === '1' ? {} : null;
    default:
      return {};
  }
}
