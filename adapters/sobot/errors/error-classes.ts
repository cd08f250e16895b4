import type { ErrorStatement } from '../../../machines/index.js';
import type { CommandName } from '../../../src/index.js';
import { ABOUT_A_CALL, ANY, IN_TALK, NOT_ON_HOLD, OF_ACW, WITH_NUMBER, WITH_THIRD_PARTY } from './refused-commands.js';

/** In what some codes of a class differ from the others. */
export interface ErrorException {
  /** As in `ErrorClass`. */
  readonly codes: string;
  /** Default: those that the class refuses. */
  readonly refuses?: readonly CommandName[];
  /** Default: the remedy of the class. */
  readonly remedy?: string;
}

/**
 * The vendor's error codes, sorted into classes that tell an agent or an integrator what to do.
 *
 * The vendor's page says only that a failure has an `errorCode`; the codes are those that the
 * vendor's mobile SDKs carry texts for. The class names are this package's own.
 */
export interface ErrorClass<Name extends string = ErrorClassName> {
  readonly name: Name;
  /** The problem, in one sentence. */
  readonly meaning: string;
  /** The way for the agent or the integrator to put it right, in one sentence. */
  readonly remedy: string;
  /**
   * The six-digit codes of the class, separated by blanks. `a-b` is a range, both ends included;
   * `xx` stands for any two digits.
   */
  readonly codes: string;
  /**
   * The commands that such an error can be the refusal of. Default: any call command but `sendDtmf`. Inferred from the
   * vendor's texts: a malformed number refuses no `answer`.
   */
  readonly refuses?: readonly CommandName[];
  /** Codes of the class that refuse other commands, or have another remedy. Inferred from the vendor's texts. */
  readonly except?: readonly ErrorException[];
  /** The codes of the class that also say where the agent stands, by what they say. Inferred from the vendor's texts. */
  readonly says?: { readonly [Statement in ErrorStatement]?: string };
}

const CALL_UNKNOWN = 'If the page shows no call, call initAgent(): it brings a regain, which names the call that is on.';

/**
 * The first class that lists a code is the code's class, so the generic one stands last: 330002,
 * 330003, 330005 and 397000-397005 are also of the form 3xx000-3xx005, but have a meaning of their own.
 */
export const ERROR_CLASSES = [
  {
    name: 'notSignedIn',
    meaning: 'The agent is not signed in.',
    remedy: 'Call login() and try again.',
    codes: '330005 330010 330012 330014-330015 330017 330054-330055 330062 330079 330097-330098 391031',
    says: { signedOut: '330005 330010 330015 330017 330054-330055 330097 391031' },
    // The colleague who is to be put out, on a break or back is signed out.
    except: [{ codes: '330012', refuses: ['forceLogout', 'forceBusy', 'forceReady'] }],
  },
  {
    name: 'displaced',
    meaning: 'The agent has signed in on another end.',
    remedy: 'Call login() to take over, only when the agent asks for it: it cuts off the other end.',
    codes: '330029-330030 330048-330049 330099 330143 397000',
    // The others say that pushing the other end out has failed.
    says: { displaced: '330049 330099 330143 397000' },
    except: [{ codes: '330029-330030 330048', refuses: ['login'] }],
  },
  {
    name: 'loginInProgress',
    meaning: 'A sign-in or recovery is running, or has failed.',
    remedy: 'Call login() again in a moment; check that a seat is free.',
    codes: '330046 330095 330162 330203 330205-330206 330305',
    // The others say that the page is being restored, which any command has to wait for.
    except: [{ codes: '330046 330162 330203 330206', refuses: ['login'] }],
  },
  {
    name: 'channelLost',
    meaning: 'The connection to the service is lost.',
    remedy: 'Check the network; call initAgent() again if it stays lost.',
    codes: '330002 330008-330009 330026 330028 330051-330052 330096',
    // The others may be one slow answer.
    says: { interrupted: '330026 330051-330052 330096' },
  },
  {
    name: 'tooFast',
    meaning: 'The command was repeated too soon, or is already done.',
    remedy: 'Wait for the outcome of the first.',
    codes: '330007 330033-330034 330058 330067 398012',
    except: [
      { codes: '330033', refuses: ['notReady', 'completeACWToBusy'] },
      { codes: '330034', refuses: ['ready', 'completeACW'] },
      { codes: '330058 398012', refuses: ['makeCall'] },
    ],
  },
  {
    name: 'wrongWorkStatus',
    meaning: 'The call or the agent is not in a state that allows the command.',
    remedy: 'Ask whyNot() which state the command needs.',
    codes: '330013 330035 330039 330042-330044 330050 330061 330063 330080 330102 330191 330303 391026 391035-391039 391043',
    says: {
      noTalk: '330039 330063',
      callIsOver: '330303',
      acwIsOver: '330102',
      acwIsOn: '330013 330043',
    },
    except: [
      { codes: '330013 330043', refuses: ['makeCall', 'logout'] },
      { codes: '330035 330044 330050 330080', remedy: CALL_UNKNOWN },
      { codes: '391043', refuses: ['makeCall'], remedy: CALL_UNKNOWN },
      { codes: '330039 330063', remedy: 'Use rejectCall() for a call that rings; ask whyNot() which state the command needs.' },
      { codes: '330042', remedy: 'Call ready(): the system locks the agent after missed calls.' },
      { codes: '330061', refuses: ['sendDtmf'] },
      { codes: '330102', refuses: OF_ACW },
      { codes: '330191 391035-391039', refuses: IN_TALK },
      { codes: '330303', refuses: ABOUT_A_CALL },
      { codes: '391026', refuses: NOT_ON_HOLD, remedy: 'Call retrieveCall() first.' },
    ],
  },
  {
    name: 'outboundForbidden',
    meaning: 'The call out is not allowed.',
    remedy: 'Be online or in DND; check the number; ask the administrator about account and blocklist.',
    // 330081 has two older numbers: 306014 and 300050.
    codes: '300050 306014 330078 330081-330083 330086 398007 398011 398015',
    refuses: WITH_NUMBER,
  },
  {
    name: 'device',
    meaning: 'The phone is offline, not registered or not able to do this.',
    remedy: 'Check the phone and its registration, then sign in again.',
    codes: '330045 330121 330195-330197 391032-391033',
    except: [
      // The phone of the other side.
      { codes: '330196 391033', refuses: WITH_NUMBER },
      // About monitoring, which no command of this SDK begins.
      { codes: '330045', refuses: [] },
    ],
  },
  {
    name: 'binding',
    meaning: 'The extension or number is unknown or bound to another agent.',
    remedy: 'Choose from queryUnusedExts(), or a number of your own.',
    codes: '330047 330088 330100-330101 330304',
    refuses: ['login'],
    // Also said of a colleague's extension.
    except: [{ codes: '330088', refuses: ['login', ...WITH_NUMBER] }],
  },
  {
    name: 'loginParameters',
    meaning: 'A login parameter is missing or wrong.',
    remedy: 'Check phoneType, bindExt, bindMobile (for pstn) and agentState.',
    codes: '330122-330127',
    refuses: ['login'],
  },
  {
    name: 'consultTarget',
    meaning: 'The party to consult is wrong or cannot be reached.',
    remedy: 'Check targetType and target, or choose a party that is ready.',
    codes: '330068-330077 330134-330135 330141',
    refuses: WITH_THIRD_PARTY,
  },
  {
    name: 'transferTarget',
    meaning: 'The party to transfer to is wrong or cannot be reached.',
    remedy: 'Check targetType and target, or choose a party that is ready.',
    codes: '330103-330110 330128-330129 330142 330217 330300-330301 391044',
    refuses: WITH_THIRD_PARTY,
  },
  {
    name: 'peer',
    meaning: 'The colleague cannot be reached.',
    remedy: 'Choose one who is signed in, has an extension and is not on a call.',
    codes: '330087 330089-330094',
    refuses: WITH_NUMBER,
  },
  {
    name: 'keys',
    meaning: 'The keys are missing or wrong.',
    remedy: 'Send 1 to 24 of 0-9, * and #.',
    codes: '330130-330131',
    refuses: ['sendDtmf'],
  },
  {
    name: 'afterCallWork',
    meaning: 'After-call work cannot be extended by this time, or is off.',
    remedy: 'Choose a shorter delayTime (perhaps 300 s at most), or ask the administrator.',
    codes: '310226 330137-330138',
    refuses: OF_ACW,
    except: [{ codes: '330137-330138', refuses: ['delayACW'] }],
  },
  {
    name: 'reasonCode',
    meaning: 'The reason for not being ready is missing or unknown.',
    remedy: 'Use 2, or a code from queryStates().',
    codes: '330139-330140',
    refuses: ['notReady', 'forceBusy'],
  },
  {
    name: 'routing',
    meaning: 'The number to show, its plan or its rule is wrong.',
    remedy: 'Choose from queryRoutes(), or ask the administrator.',
    codes: '310206-310212 330038 330145-330161',
    refuses: ['makeCall', 'setRoute', 'queryRoutes'],
  },
  {
    name: 'phoneNumber',
    meaning: 'The phone number is missing or malformed.',
    remedy: 'Use 3 to 16 digits, + ; and , too.',
    // A malformed number given to login, consult or transfer is in the class of that command.
    codes: '330114 330132-330133',
    refuses: WITH_NUMBER,
  },
  {
    name: 'permission',
    meaning: 'A permission or parameter is missing, or the connection is not set up.',
    remedy: 'Check the parameters and the rights of the agent.',
    codes: '330003 330006 330111 330117-330120 330144 330207-330213 397001-397008',
  },
  {
    name: 'satisfaction',
    meaning: 'The survey cannot be sent.',
    remedy: 'Check that one is set up and not sent already.',
    codes: '330064-330066 330136',
    // No command of this SDK sends one.
    refuses: [],
  },
  {
    name: 'token',
    meaning: 'The token is blank, wrong or expired.',
    remedy: 'Call initAgent() with a new token.',
    codes: '900001-900003 900005 900007',
  },
  {
    name: 'service',
    meaning: 'The service has failed.',
    remedy: 'Try again later; tell the vendor the code if it stays.',
    codes: '3xx000-3xx005',
  },
] as const satisfies readonly ErrorClass<string>[];

export type ErrorClassName = (typeof ERROR_CLASSES)[number]['name'];

/**
 * The class of a vendor's error code, with the remedy for this very code; `null` for a code that is not known.
 *
 * @example
 * classifyError(' 330049 ')?.name // 'displaced'
 */
export function classifyError(vendorCode: string | number | undefined): ErrorClass | null {
  const code = codeIn(vendorCode);
  const found = classOf(code);
  if (found === null) return null;
  const remedy = exceptionOf(found, code)?.remedy;
  return remedy === undefined ? found : { ...found, remedy };
}

/**
 * The commands that an error of this code can be the refusal of, where nothing else tells. A code that is not known can
 * refuse any call command but `sendDtmf`.
 *
 * @example
 * refusedBy('330102') // ['delayACW', 'completeACW', 'completeACWToBusy']
 */
export function refusedBy(vendorCode: string | number | undefined): readonly CommandName[] {
  const code = codeIn(vendorCode);
  const found = classOf(code);
  if (found === null) return ANY;
  return exceptionOf(found, code)?.refuses ?? found.refuses ?? ANY;
}

/**
 * Where the agent stands, as an error of this code says; `null` for one that says nothing of it.
 *
 * @example
 * statementOf('330303') // 'callIsOver'
 */
export function statementOf(vendorCode: string | number | undefined): ErrorStatement | null {
  const code = codeIn(vendorCode);
  const says = Object.entries(classOf(code)?.says ?? {}) as [ErrorStatement, string][];
  return says.find(([, codes]) => lists(codes, code))?.[0] ?? null;
}

/** The six digits of a code; blank for any other value. */
function codeIn(vendorCode: unknown): string {
  if (typeof vendorCode !== 'string' && typeof vendorCode !== 'number') return '';
  const code = String(vendorCode).trim();
  return /^\d{6}$/.test(code) ? code : '';
}

function classOf(code: string): ErrorClass | null {
  return ERROR_CLASSES.find(({ codes }) => lists(codes, code)) ?? null;
}

function exceptionOf({ except }: ErrorClass, code: string): ErrorException | undefined {
  return except?.find(({ codes }) => lists(codes, code));
}

/** All codes have six digits, so comparing them as strings compares them as numbers. */
function lists(codes: string, code: string): boolean {
  return codes
    .replaceAll('xx', code.slice(1, 3))
    .split(' ')
    .some((entry) => entry.slice(0, 6) <= code && code <= entry.slice(-6));
}
