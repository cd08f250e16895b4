import { describe, expect, test } from '@jest/globals';
import { DN_ROLES, normaliseRole } from '../../adapters/sobot/events/roles.js';

/** The vendor's numbers, written out, so that a row that moves is seen. */
const VENDOR_NUMBERS = {
  Unknown: 0,
  Origination: 1,
  Destination: 2,
  AddedBy: 3,
  NewParty: 4,
  DeletedBy: 5,
  DeletedParty: 6,
  ObserveBy: 7,
  TransferBy: 8,
  ConsultBy: 9,
  BargeinBy: 10,
  BargeinTo: 11,
  InterceptTo: 12,
  TransferTo: 13,
  ObserveTo: 14,
  InterceptBy: 15,
  ConferenceBy: 16,
};

describe('the role of a number in a call', () => {
  test.each(Object.entries(VENDOR_NUMBERS))('%s is recognised by name and by the number %i', (name, number) => {
    expect(normaliseRole(name)).toBe(name);
    expect(normaliseRole(` ${name} `)).toBe(name);
    expect(normaliseRole(number)).toBe(name);
    expect(normaliseRole(String(number))).toBe(name);
    expect(normaliseRole(` ${number} `)).toBe(name);
  });

  test('there are no more roles than the vendor has', () => {
    expect(DN_ROLES).toHaveLength(Object.keys(VENDOR_NUMBERS).length);
  });

  test.each([
    17,
    -1,
    1.5,
    NaN,
    Infinity,
    '17',
    '-1',
    '1.5',
    '1e0',
    '0x1',
    '001',
    '',
    ' ',
    'ConferenceMember',
    'consultby',
    'length',
    '__proto__',
    'constructor',
    '9'.repeat(1_000_000),
    undefined,
    null,
    true,
    {},
    [9],
    ['ConsultBy'],
    Symbol('ConsultBy'),
    9n,
  ])('anything else is no role', (role) => {
    expect(normaliseRole(role)).toBeUndefined();
  });
});
