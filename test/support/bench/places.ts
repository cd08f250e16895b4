import type { AgentState, CommandName } from '../../../adapters/sobot/index.js';
import type { Bench } from './bench.js';

/** Where an agent stands as to the phone, and how to get there from idle. */
export interface Place {
  readonly name: PlaceName;
  readonly work: AgentState['work'];
  readonly phase: 'dialing' | 'talking' | null;
  /** The consulted party has gone and the customer is still held. */
  readonly consultGone: boolean;
  /** In flight while the agent stands there. */
  readonly inFlight: readonly CommandName[];
  /** The agent asks for it, if allowed to; the server says so either way. */
  go(bench: Bench): void;
}

type Way = Omit<Place, 'name'>;

function place(work: Place['work'], go: Place['go'], more: Partial<Way> = {}): Way {
  return { work, phase: null, consultGone: false, inFlight: [], go, ...more };
}

function callOut(bench: Bench): void {
  bench.leave('makeCall');
}

function ring({ customer }: Bench): void {
  customer('EventRinging');
}

function talk(bench: Bench): void {
  ring(bench);
  bench.customer('EventEstablished');
}

function consult(bench: Bench): void {
  talk(bench);
  bench.leave('initiateConsult');
  bench.third('EventDialing');
}

function consultTalk(bench: Bench): void {
  consult(bench);
  bench.third('EventEstablished');
}

/** Every work status, those of a consult apart. `calling` needs an agent who may call. */
const BY_NAME = {
  idle: place('idle', () => {}),
  calling: place('calling', callOut, { inFlight: ['makeCall'] }),
  dialing: place('dialing', (bench) => {
    callOut(bench);
    bench.customer('EventDialing', { callType: 'Outbound' });
  }),
  ringing: place('ringing', ring),
  talking: place('talking', talk),
  holding: place('holding', (bench) => {
    talk(bench);
    bench.leave('holdCall');
    bench.customer('EventAgentHoldCall');
  }),
  'consulting, not connected': place('consulting', consult, { phase: 'dialing' }),
  'consulting, connected': place('consulting', consultTalk, { phase: 'talking' }),
  'holding, consulted party gone': place(
    'holding',
    (bench) => {
      consultTalk(bench);
      bench.third('EventReleased');
    },
    { consultGone: true },
  ),
  conferencing: place('conferencing', (bench) => {
    consultTalk(bench);
    bench.leave('consultConference');
    bench.third('EventPartyAdded');
  }),
  acw: place('acw', (bench) => {
    talk(bench);
    bench.customer('EventReleased');
  }),
} satisfies Readonly<Record<string, Way>>;

export type PlaceName = keyof typeof BY_NAME;

export const PLACE_NAMES = Object.keys(BY_NAME) as readonly PlaceName[];

export function placeNamed(name: PlaceName): Place {
  return { name, ...BY_NAME[name] };
}

export const PLACES: readonly Place[] = PLACE_NAMES.map(placeNamed);

/** The places where there is a call that the server has named. */
export const NAMED_CALLS = PLACE_NAMES.filter((name) => !['idle', 'calling', 'acw'].includes(name));

const MUTABLE = new Set(['talking', 'holding', 'consulting', 'conferencing']);

/** Whether a microphone can be muted there. */
export const canBeMuted = ({ work }: Pick<Place, 'work'>): boolean => MUTABLE.has(work);
