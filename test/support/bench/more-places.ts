import type { Bench } from './bench.js';
import { STRANGER, THIRD } from './legs.js';
import { placeNamed, type Place, type PlaceName } from './places.js';

/*
 * Places that the work status alone does not tell apart: calls that wait, a
 * status that is a guess, and who of several parties is held.
 */

/** A place, and what of it decides what is allowed. */
export interface MorePlace extends Omit<Place, 'name' | 'phase'> {
  readonly name: string;
  readonly phase: Place['phase'] | 'unknown';
  readonly onHold: 'customer' | 'thirdParty' | 'conference' | null;
  /** A call that waits rings. */
  readonly waitingRings: boolean;
  /** A regain names the call and not how far it is. */
  readonly isGuess: boolean;
  /** The dialing leg leads to this agent, while an own makeCall awaits its first leg. */
  readonly isOffered: boolean;
  /** Only an agent who is online gets there: a regain says so, or a call must be made. */
  readonly isForOnline: boolean;
}

const HELD: Partial<Record<PlaceName, MorePlace['onHold']>> = {
  holding: 'customer',
  'consulting, not connected': 'customer',
  'consulting, connected': 'customer',
  'holding, consulted party gone': 'customer',
};

function from(base: PlaceName, name: string, more: Partial<MorePlace>, then: (bench: Bench) => void): MorePlace {
  const place = placeNamed(base);
  return {
    ...place,
    onHold: HELD[base] ?? null,
    waitingRings: false,
    isGuess: false,
    isOffered: false,
    isForOnline: false,
    ...more,
    name,
    go(bench) {
      place.go(bench);
      then(bench);
    },
  };
}

const regain = (bench: Bench) => {
  bench.emit('EventAgentRegainStatus', {
    agentStateInfo: { agentState: '1' },
    workStatusInfo: { callID: 'call-1', callType: 'Inbound' },
  });
};

/** Another call is announced while the agent is busy with the first. */
const anotherRings = (base: PlaceName): MorePlace =>
  from(base, `${base}; another call rings`, { waitingRings: true }, ({ emit }) => emit('EventRinging', STRANGER));

/** The same, and the other call was answered and held: it can wait for ever. */
const anotherIsHeld = (base: PlaceName): MorePlace =>
  from(base, `${base}; another call is held`, {}, ({ emit }) => {
    emit('EventRinging', STRANGER);
    emit('EventEstablished', STRANGER);
    emit('EventAgentHoldCall', STRANGER);
  });

export const MORE_PLACES: readonly MorePlace[] = [
  anotherRings('dialing'),
  anotherRings('ringing'),
  anotherRings('talking'),
  anotherRings('holding'),
  anotherRings('consulting, not connected'),
  anotherRings('consulting, connected'),
  anotherRings('holding, consulted party gone'),
  anotherRings('conferencing'),
  anotherIsHeld('talking'),
  anotherIsHeld('consulting, connected'),
  anotherIsHeld('conferencing'),
  from('consulting, connected', 'consulting, swapped', { onHold: 'thirdParty' }, ({ third, customer }) => {
    third('EventAgentHoldCall');
    customer('EventAgentRetrieveCall');
  }),
  from('conferencing', 'conferencing, held', { onHold: 'conference' }, ({ customer }) => customer('EventAgentHoldCall')),
  from('conferencing', 'conferencing, held and retrieved', {}, ({ customer }) => {
    customer('EventAgentHoldCall');
    customer('EventAgentRetrieveCall');
  }),
  from('idle', 'talking, which is a guess', { work: 'talking', isGuess: true, isForOnline: true }, regain),
  from('idle', 'talking, after a guess that an event has confirmed', { work: 'talking', isForOnline: true }, (bench) => {
    regain(bench);
    bench.customer('EventAgentUnmute');
  }),
  from('consulting, not connected', 'consulting, phase unknown', { phase: 'unknown', isForOnline: true }, regain),
  from('consulting, connected', 'consulting, connected, regained', { phase: 'talking', isForOnline: true }, regain),
  from('consulting, not connected', 'consulting, phase unknown, then connected', { phase: 'talking', isForOnline: true }, (bench) => {
    regain(bench);
    bench.emit('EventEstablished', THIRD);
  }),
  from('calling', 'dialing, offered', { work: 'dialing', isOffered: true, isForOnline: true }, ({ customer }) =>
    customer('EventRinging', { callType: 'Outbound', thisDNRole: 'Destination' }),
  ),
];
