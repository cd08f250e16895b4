import type { Address, DialRequest } from '../../exchange/index.js';
import { AriFailure } from '../ari/ari-client.js';
import { CAUSE_CODES } from '../switch/causes.js';
import type { Leg } from '../switch/leg.js';
import { DIALLED } from '../switch/reports.js';
import { tellDialing, tellReleased } from '../switch/switch-state.js';
import { Refusal, type Asking, type Control } from './operation.js';

/** How much longer than we ourselves the PBX lets a phone ring, in s: in case that we are gone by then. */
const GRACE = 5;

/** The headers by which SIP phones are asked to answer by themselves; some know one, some the other. */
const AUTO_ANSWER = {
  'PJSIP_HEADER(add,Call-Info)': '<sip:localhost>;answer-after=0',
  'PJSIP_HEADER(add,Alert-Info)': '<http://localhost>;info=alert-autoanswer;delay=0',
} as const;

/** Digits and what may stand in a number or the name of an endpoint; nothing that a dial string would take apart. */
const DIALLABLE = /^[\w+*#.-]{1,64}$/;

function endpointFor({ dialStrings }: Control, to: Address): string {
  const dn = to.kind === 'ext' ? to.ext : to.number;
  if (!DIALLABLE.test(dn)) throw new Refusal({ cause: 'failed', detail: 'This cannot be dialled.' });
  return dialStrings[to.kind === 'ext' ? 'extension' : 'number'].replace('{}', dn);
}

/** Ends the ringing when its time is over. */
function limitRinging({ state: { clock, legs }, ari }: Control, leg: Leg, ringFor: number): void {
  const timer = clock.setTimeout(() => {
    if (!legs.has(leg) || leg.state === 'up') return;
    ari.request('DELETE', `/channels/${leg.channel}`, { reason_code: CAUSE_CODES.noAnswer }).catch(() => undefined);
  }, ringFor);
  leg.stopRinging = () => clock.clearTimeout(timer);
}

/** The PBX has not even tried: there is no such phone, or it is not registered. */
function notAllocated({ state }: Control, leg: Leg): void {
  const isUnknown = state.phones.reachable(leg.address) === 'unknown';
  tellReleased(state, leg, CAUSE_CODES[isUnknown ? 'unknown' : 'unavailable']);
}

/** Whether its user is on the phone: SIP phones would let another call ring beside that. A telephone outside decides itself. */
function isEngaged({ state }: Control, { to, leg }: DialRequest): boolean {
  if (to.kind === 'number') return false;
  return state.legs.all().some(({ id, address, ending }) => id !== leg && !ending && address.kind === 'ext' && address.ext === to.ext);
}

export function dial(control: Control, request: DialRequest): Asking {
  const { state, ari, app, idOf } = control;
  return async () => {
    const { to, display, autoAnswer, ringFor } = request;
    const endpoint = endpointFor(control, to);
    const leg = state.legs.add({ id: request.leg, channel: idOf(request.leg), address: to, state: 'dialing' });
    if (request.knocks !== true && isEngaged(control, request)) {
      tellReleased(state, leg, CAUSE_CODES.busy);
      return undefined;
    }
    const params = {
      endpoint,
      app,
      appArgs: DIALLED,
      callerId: display,
      timeout: ringFor === null ? -1 : Math.ceil(ringFor / 1000) + GRACE,
    };
    try {
      await ari.request('POST', `/channels/${leg.channel}`, params, { variables: autoAnswer ? AUTO_ANSWER : {} });
    } catch (error) {
      if (error instanceof AriFailure && error.status === 500) {
        notAllocated(control, leg);
        return undefined;
      }
      state.legs.remove(leg);
      throw error;
    }
    // It may be over already.
    if (!state.legs.has(leg)) return undefined;
    tellDialing(state, leg);
    if (ringFor !== null) limitRinging(control, leg, ringFor);
    return undefined;
  };
}
