import fc from 'fast-check';
import { BEHAVIOURS, type Behaviour } from '../../simulator/index.js';

type Names = readonly (keyof Behaviour)[];

/** Differences in how things are told: the same actions come to the same. */
const OF_TELLING: Names = [
  'answerOrder',
  'names',
  'logoutEvent',
  'abandonEvent',
  'acwAnnounced',
  'destinationBusy',
  'consultHold',
  'consultCallID',
  'consultTransferReleases',
  'conferenceOrder',
  'pstnDialOut',
  'sipDialOut',
  'roleFormat',
  'attachedDataFormat',
  'endCause',
  'reofferPartyID',
  'registrationTold',
  'phoneLost',
  'interruptedCode',
  'hangupWithoutCall',
  'regainWorkStatus',
];

/** Differences in what comes of an action. */
const OF_OUTCOME: Names = [
  'acwAfterAbandon',
  'acwEnd',
  'delayLimit',
  'consultFailed',
  'hangupInConsult',
  'transferDone',
  'hangupWhileRinging',
  'loginInCall',
  'statusDuringCall',
  'statusDuringSorting',
  'dialOutInBreak',
  'notReadyTarget',
  'missedCalls',
  'forceLogoutInCall',
];

/*
 * All others would keep from a page what it must know to show the truth, such as a lock that is not announced, so
 * that no integration could show it.
 */

function someOf(names: Names): fc.Arbitrary<Partial<Behaviour>> {
  const entries = names.map((name) => [name, fc.constantFrom(...BEHAVIOURS[name])] as const);
  return fc.record(Object.fromEntries(entries), { requiredKeys: [], noNullPrototype: true });
}

/** Nobody expects after-call work where nobody has talked: it must be announced, or no page can show it. */
function announced(behaviour: Partial<Behaviour>): Partial<Behaviour> {
  return behaviour.acwAfterAbandon === 'acw' ? { ...behaviour, acwAnnounced: 'EventAgentAfterCallWork' } : behaviour;
}

/** How the service behaves where the vendor's documents leave it open: mostly as they suggest. */
export const someBehaviour: fc.Arbitrary<Partial<Behaviour>> = fc.oneof(
  { weight: 5, arbitrary: fc.constant({}) },
  { weight: 4, arbitrary: someOf(OF_TELLING) },
  { weight: 1, arbitrary: fc.tuple(someOf(OF_TELLING), someOf(OF_OUTCOME)).map(([one, other]) => announced({ ...one, ...other })) },
);

/** In what the service differs from the defaults. */
export function otherwise(behaviour: Partial<Behaviour>): readonly (readonly [keyof Behaviour, string])[] {
  const all = Object.entries(behaviour) as [keyof Behaviour, string][];
  return all.filter(([name, value]) => BEHAVIOURS[name][0] !== value);
}

/** Whether the service does what the vendor's documents suggest, however it tells of it. */
export function isPlain(behaviour: Partial<Behaviour>): boolean {
  return otherwise(behaviour).every(([name]) => OF_TELLING.includes(name));
}
