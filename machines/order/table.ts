import type { ServerFact } from '../events/facts.js';

/** The things that facts are about. Those of a call are told apart by its number. */
export type Topic =
  'login' | 'signIn' | 'displaced' | 'logout' | 'regain' | 'acw' | 'hold' | 'conference' | 'microphone' | 'begin' | 'work';

/** Topics of which each call has its own. */
export const OF_A_CALL: ReadonlySet<Topic> = new Set<Topic>(['hold', 'conference', 'microphone', 'begin', 'work']);

interface Order {
  /** The topics that the fact is a word about: its stamp is noted there. */
  readonly topics: readonly Topic[];
  /** The topics whose newest stamp it must not be older than, by more than a second. */
  readonly notBefore: readonly Topic[];
}

const WORK: readonly Topic[] = ['work'];
const NOTHING: Order = { topics: [], notBefore: [] };

/**
 * The order of facts: the topics that the stamp of each is a word about, and those
 * that it must not be older than. An answer and the end of a leg are never late: a leg
 * only goes forward. A stamp on a mute, a key or an error proves nothing of the
 * work status, and one on a regain nothing of the status that it names, which
 * has a stamp of its own.
 */
export const ORDER: Readonly<Record<ServerFact['type'], Order>> = {
  'connection.established': NOTHING,
  'connection.displaced': { topics: ['displaced'], notBefore: [] },
  'connection.interrupted': NOTHING,
  'connection.regained': { topics: ['regain', 'signIn'], notBefore: ['regain', 'displaced'] },
  'agent.loggedIn': { topics: ['login', 'signIn'], notBefore: ['login', 'regain'] },
  'agent.ready': { topics: ['login'], notBefore: ['login', 'regain'] },
  'agent.notReady': { topics: ['login'], notBefore: ['login', 'regain'] },
  'agent.loggedOut': { topics: ['login', 'logout'], notBefore: [] },
  // A leg to a third party holds the customer, whether that is told or not.
  'call.dialing': { topics: ['begin', 'hold', 'work'], notBefore: ['regain'] },
  'call.ringing': { topics: ['begin', 'work'], notBefore: ['regain'] },
  'call.established': { topics: ['hold', 'work'], notBefore: [] },
  'call.held': { topics: ['hold', 'work'], notBefore: ['hold', 'regain'] },
  'call.retrieved': { topics: ['hold', 'work'], notBefore: ['hold', 'regain'] },
  'call.released': { topics: WORK, notBefore: [] },
  'call.partyChanged': { topics: WORK, notBefore: [] },
  'call.destinationBusy': { topics: WORK, notBefore: [] },
  'call.error': NOTHING,
  'conference.formed': { topics: ['conference', 'work'], notBefore: ['conference', 'regain'] },
  'conference.partyDeleted': { topics: ['conference', 'work'], notBefore: ['conference', 'regain'] },
  'microphone.muted': { topics: ['microphone'], notBefore: ['microphone', 'regain'] },
  'microphone.unmuted': { topics: ['microphone'], notBefore: ['microphone', 'regain'] },
  'dtmf.sent': NOTHING,
  'acw.started': { topics: ['acw'], notBefore: [] },
  'acw.extended': { topics: ['acw'], notBefore: ['acw', 'login'] },
  'device.registered': NOTHING,
  'device.lost': NOTHING,
  'network.measured': NOTHING,
};
