import type { SipHandset } from '../../phones/handset/sip-handset.js';
import { openRealFloor, type RealFloor } from '../../real-floor.js';
import { Unexpected } from '../unexpected.js';
import type { Backing } from './backing.js';
import { RealTime } from './real-time.js';

/** Length of after-call work, in s. */
const ACW_SECONDS = 3;

const ABOUT = [
  'Guarded agents on a real Asterisk, with real SIP phones and real sound, in real time. ' +
    'What people take their time for is cut short; after-call work lasts 3 s.',
  'Each phone says a tone of its own: "talking with 8001" is what is heard. ' +
    'Phones in web pages are SIP phones over WebSocket here, as all are.',
];

export interface RealBackingOptions {
  /** Where the scripts of the PBX are. */
  readonly scripts: string;
  /** Its abortion ends whatever is waited for. */
  readonly interruption: AbortController;
}

function backingOn({ pbx, centre, phones, isReachable, close }: RealFloor, signal: AbortSignal): Backing {
  const time = new RealTime(signal);
  const phoneOf = (dn: string): SipHandset => {
    const phone = phones.get(dn);
    if (phone === undefined) throw new Error(`Nobody in the cast has a phone ${dn}.`);
    return phone;
  };
  const plugIn = async (ext: string): Promise<void> => {
    await phoneOf(ext).register();
    if (!(await time.until(() => isReachable(ext)))) throw new Unexpected(`The PBX does not know of the phone ${ext}.`);
  };
  return {
    time,
    centre,
    agentOptions: { clock: time.clock, acw: { seconds: ACW_SECONDS } },
    about: ABOUT,
    isReal: true,
    customer: phoneOf,
    deskPhone: phoneOf,
    plugIn,
    plugInWebPhone: plugIn,
    legsOnSwitch: async () => ((await pbx.ari.request('GET', '/channels')) as readonly unknown[]).length,
    close,
  };
}

/**
 * A real switch, and a SIP phone for everybody.
 *
 * @throws PbxUnavailable if this machine cannot have it
 */
export async function openRealBacking({ scripts, interruption }: RealBackingOptions): Promise<Backing> {
  const { signal } = interruption;
  const floor = await openRealFloor({
    scripts,
    acwSeconds: ACW_SECONDS,
    signal,
    onProblem: ({ code, message }) => {
      interruption.abort(new Unexpected(code === 'unreachable' ? 'The PBX has ended in the middle of the day.' : message));
    },
    onError: (error) => interruption.abort(error),
  });
  return backingOn(floor, signal);
}
