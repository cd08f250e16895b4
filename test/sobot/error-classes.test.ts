import { describe, expect, test } from '@jest/globals';
import {
  classifyError,
  ERROR_CLASSES,
  refusedBy,
  statementOf,
  type ErrorClass,
  type ErrorClassName,
} from '../../adapters/sobot/errors/error-classes.js';
import { COMMANDS, DECLARATIONS, type CommandName } from '../../src/index.js';

/** The vendor's codes as its documents group them, written out one by one: no ranges. */
const VENDOR_CODES: { readonly [Name in ErrorClassName]: readonly number[] } = {
  notSignedIn: [330005, 330010, 330055, 330017, 330054, 330014, 330079, 330015, 330097, 330012, 330098, 330062, 391031],
  displaced: [330049, 330099, 330143, 397000, 330029, 330030, 330048],
  loginInProgress: [330046, 330205, 330305, 330095, 330203, 330206, 330162],
  channelLost: [330051, 330052, 330096, 330026, 330002, 330008, 330009, 330028],
  tooFast: [330007, 330067, 330058, 398012, 330033, 330034],
  wrongWorkStatus: [
    330013, 330043, 330035, 330044, 330050, 330080, 330039, 330063, 330042, 330061, 330102, 391026, 391043, 391035, 391036, 391037, 391038,
    391039, 330303, 330191,
  ],
  outboundForbidden: [330081, 306014, 300050, 330083, 330086, 330082, 330078, 398015, 398011, 398007],
  device: [330195, 330196, 391033, 391032, 330197, 330121, 330045],
  binding: [330047, 330101, 330304, 330100, 330088],
  loginParameters: [330122, 330123, 330124, 330125, 330126, 330127],
  consultTarget: [330068, 330069, 330070, 330073, 330071, 330072, 330074, 330075, 330076, 330077, 330134, 330135, 330141],
  transferTarget: [330103, 330104, 330105, 330106, 330107, 330108, 330109, 330110, 330128, 330129, 330142, 330217, 391044, 330300, 330301],
  peer: [330087, 330089, 330090, 330091, 330092, 330093, 330094],
  keys: [330130, 330131],
  afterCallWork: [330137, 330138, 310226],
  reasonCode: [330139, 330140],
  routing: [
    330038, 330146, 330147, 330148, 330149, 330150, 330151, 330152, 330153, 330154, 330155, 330156, 330157, 330158, 330159, 330160, 330161,
    330145, 310206, 310207, 310208, 310209, 310210, 310211, 310212,
  ],
  phoneNumber: [330114, 330132, 330133],
  permission: [
    330144, 330207, 330208, 330209, 330210, 330211, 330212, 330213, 330003, 330006, 330111, 330117, 330118, 330119, 330120, 397001, 397002,
    397003, 397004, 397005, 397006, 397007, 397008,
  ],
  satisfaction: [330064, 330065, 330066, 330136],
  token: [900001, 900002, 900003, 900005, 900007],
  service: [330000, 330001, 330004, 310000, 310005, 391002, 398003],
};

const rows = Object.entries(VENDOR_CODES).flatMap(([name, codes]) => codes.map((code) => [code, name] as const));

/** The codes a class spells out; the generic form of `service` spells out none. */
function listedCodes(codes: string): number[] {
  return codes.split(' ').flatMap((entry) => {
    const [from = NaN, to = from] = entry.split('-').map(Number);
    return Number.isNaN(from) ? [] : Array.from({ length: to - from + 1 }, (_, index) => from + index);
  });
}

describe('the class of a vendor error code', () => {
  test.each(rows)('%i is %s', (code, name) => {
    expect(classifyError(code)?.name).toBe(name);
    expect(classifyError(String(code))?.name).toBe(name);
  });

  test('blanks around a code do not matter', () => {
    expect(classifyError(' 330049 ')?.name).toBe('displaced');
  });

  test('a code with a meaning of its own is not a generic service failure', () => {
    expect(['330002', '330003', '330005', '397000', '397005'].map((code) => classifyError(code)?.name)).toEqual([
      'channelLost',
      'permission',
      'notSignedIn',
      'displaced',
      'permission',
    ]);
  });

  test.each([
    undefined,
    '',
    ' ',
    '000000',
    '1',
    '33004',
    '3300490',
    '330 049',
    '330049x',
    '330116',
    '330006.5',
    '330222',
    '3xx000',
    '430000',
    '-330049',
    '__proto__',
    'constructor',
    'toString',
    'codes',
    '9000021',
    '900002 900002',
    330049.5,
    NaN,
    Infinity,
    -330049,
    0,
  ])('%p has none', (code) => {
    expect(classifyError(code)).toBeNull();
  });

  test.each([null, {}, [], true, Symbol('330049'), { toString: () => '330049' }, ['330049']])(
    'what is neither string nor number has none, whatever the wire sends',
    (code) => {
      expect(classifyError(code as never)).toBeNull();
    },
  );
});

/** Statements of the vendor's texts about the agent, code by code; "not in call" to keys says nothing that the page could believe. */
const STATEMENTS = {
  noTalk: [330039, 330063],
  callIsOver: [330303],
  acwIsOver: [330102],
  acwIsOn: [330013, 330043],
  signedOut: [330005, 330010, 330015, 330017, 330054, 330055, 330097, 391031],
  displaced: [330049, 330099, 330143, 397000],
  interrupted: [330026, 330051, 330052, 330096],
};

describe('what an error says of the agent', () => {
  const stated = Object.entries(STATEMENTS).flatMap(([statement, codes]) => codes.map((code) => [code, statement] as const));

  test.each(stated)('%i: %s', (code, statement) => {
    expect(statementOf(code)).toBe(statement);
    expect(statementOf(` ${code} `)).toBe(statement);
  });

  test('is nothing for all other codes', () => {
    const silent = rows.map(([code]) => code).filter((code) => !stated.some(([one]) => one === code));
    expect(silent.filter((code) => statementOf(code) !== null)).toEqual([]);
    expect([undefined, '', '330222', '3303030'].map((code) => statementOf(code))).toEqual([null, null, null, null]);
  });
});

/** The commands that only an event ends, so that an error event may be their refusal. */
const CALL_COMMANDS = COMMANDS.filter((command) => DECLARATIONS[command].answeredBy === 'event');
const BUT_KEYS = CALL_COMMANDS.filter((command) => command !== 'sendDtmf');
const OF_ACW: readonly CommandName[] = ['delayACW', 'completeACW', 'completeACWToBusy'];
const sorted = (commands: readonly string[]) => [...commands].sort();

describe('the call commands that an error can refuse', () => {
  const refused = (code: number | string | undefined) => refusedBy(code).filter((command) => CALL_COMMANDS.includes(command));

  test.each([undefined, '', '330222', 'E_BUSY', 330002, 330044, 900002])('are all but sendDtmf for a code that names none: %p', (code) => {
    expect(sorted(refused(code))).toEqual(sorted(BUT_KEYS));
  });

  test.each([330039, 330063])('are all but sendDtmf for one that says there is no talk, answer and rejectCall among them: %i', (code) => {
    expect(sorted(refused(code))).toEqual(sorted(BUT_KEYS));
  });

  test('include sendDtmf for codes about keys only', () => {
    const codes = rows.map(([code]) => code).filter((code) => refusedBy(code).includes('sendDtmf'));
    expect(codes.sort()).toEqual([330061, 330130, 330131]);
    for (const code of codes) expect(refusedBy(code)).toEqual(['sendDtmf']);
  });

  test('are those of after-call work where it is over', () => {
    expect(sorted(refused(330102))).toEqual(sorted(OF_ACW));
  });

  test.each([330013, 330043])('are makeCall where after-call work is on: %i', (code) => {
    expect(refused(code)).toEqual(['makeCall']);
    expect(refusedBy(code)).toContain('logout');
  });

  test('are those about a call where that is over', () => {
    expect(sorted(refused(330303))).toEqual(sorted(BUT_KEYS.filter((command) => command !== 'makeCall' && !OF_ACW.includes(command))));
  });

  test('are none that a call on hold is the condition of, where the call must be retrieved first', () => {
    expect(refused(391026)).toContain('singleTransfer');
    for (const command of ['retrieveCall', 'retrieveConsult', 'makeCall', ...OF_ACW]) expect(refused(391026)).not.toContain(command);
  });

  test.each<readonly [number, readonly string[]]>([
    [391043, ['makeCall']],
    [398012, ['makeCall']],
    [330033, ['completeACWToBusy']],
    [330034, ['completeACW']],
    [330082, ['makeCall', 'initiateConsult', 'singleTransfer']],
    [330075, ['initiateConsult', 'singleTransfer', 'consultTransfer', 'consultConference']],
    [330138, ['delayACW']],
    [310226, OF_ACW],
    [330150, ['makeCall']],
    [330122, []],
    [330012, []],
    [330136, []],
  ])('of %i are %j', (code, commands) => {
    expect(refused(code)).toEqual(commands);
  });

  test('are commands that there are, and none twice', () => {
    for (const [code] of rows) {
      const all = refusedBy(code);
      expect(all.filter((command) => !COMMANDS.includes(command))).toEqual([]);
      expect(new Set(all).size).toBe(all.length);
    }
  });
});

describe('the remedy for a code', () => {
  test.each([330035, 330044, 330050, 330080, 391043])('that says that a call is on names initAgent, which brings a regain: %i', (code) => {
    expect(classifyError(code)?.remedy).toMatch(/initAgent\(\).*regain/);
  });

  test.each([330039, 330063])('that says there is no talk names rejectCall, for a call that rings: %i', (code) => {
    expect(classifyError(code)?.remedy).toMatch(/rejectCall\(\).*rings/);
  });

  test('is that of its class for all others', () => {
    expect(classifyError(330102)?.remedy).toBe('Ask whyNot() which state the command needs.');
  });

  test.each(rows.map(([code]) => code))('is a sentence: %i', (code) => {
    expect(classifyError(code)?.remedy).toMatch(/^[A-Z].*\.$/);
  });
});

describe('the classes', () => {
  test('list no code twice, and none that the documents do not have', () => {
    const listed = ERROR_CLASSES.flatMap(({ codes }) => listedCodes(codes));
    const documented = rows.filter(([, name]) => name !== 'service').map(([code]) => code);
    expect([...listed].sort()).toEqual([...documented].sort());
    expect(new Set(listed).size).toBe(listed.length);
  });

  test('except and state only codes of their own', () => {
    for (const { codes, except = [], says = {} } of ERROR_CLASSES as readonly ErrorClass[]) {
      const apart = [...except.map((one) => one.codes), ...Object.values(says)].flatMap((list) => listedCodes(list));
      expect(apart.filter((code) => !listedCodes(codes).includes(code))).toEqual([]);
      const excepted = except.flatMap((one) => listedCodes(one.codes));
      expect(new Set(excepted).size).toBe(excepted.length);
    }
  });

  test('have different names', () => {
    expect(new Set(ERROR_CLASSES.map(({ name }) => name)).size).toBe(ERROR_CLASSES.length);
  });

  test.each(ERROR_CLASSES.map(({ name, meaning, remedy }) => ({ name, meaning, remedy })))(
    '$name has a sentence each for meaning and remedy',
    ({ meaning, remedy }) => {
      expect(meaning).toMatch(/^[A-Z].*\.$/);
      expect(remedy).toMatch(/^[A-Z].*\.$/);
    },
  );
});
