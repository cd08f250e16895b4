import { acwPresence } from './acw-presence.js';
import { allowedByTable, subscriptionsAlwaysAllowed } from './allowed-by-table.js';
import { allowedIsCan } from './allowed-is-can.js';
import { allowedIsKept } from './allowed-is-kept.js';
import { callPresence } from './call-presence.js';
import { consultPresence } from './consult-presence.js';
import { deviceByWordOnly } from './device.js';
import { displacedIsOffline } from './displaced.js';
import { errorsStateTheTable } from './errors-state.js';
import { establishedHasTime, mutedWithCall } from './established.js';
import { stateIsFrozen } from './frozen.js';
import { overInTime } from './in-time.js';
import type { Invariant } from './invariant.js';
import { knownWords } from './known-words.js';
import { oneCommandPerLane, pendingInOrder } from './lanes.js';
import { errorsKeepSecrets } from './no-secrets.js';
import { nothingInSilence } from './nothing-in-silence.js';
import { onHoldMatchesWork } from './on-hold.js';
import { oneCallOnePlace } from './one-place.js';
import { pendingHasDeadline } from './pending-deadlines.js';
import { reasonMatchesLogin } from './reason-code.js';
import { invalidIsNotSent, refusedIsNotSent } from './refused-is-not-sent.js';
import { calledBackOnce, neverThrows, settledOnce } from './settled-once.js';
import { sinceMovesWithWork } from './since.js';
import { timesShownArePast } from './times-shown.js';
import { toldOnceInOrder, toldOnlyChanges } from './told-once.js';
import { callsWait } from './waiting-calls.js';
import { waitingHasCommand } from './waiting.js';

/**
 * The invariants of every agent, whatever is sent, told and lost, in whatever order.
 *
 * @example
 * for (const { name, meaning, source } of invariants) console.log(`${name} (${source}): ${meaning}`);
 */
export const invariants: readonly Invariant[] = Object.freeze([
  allowedIsKept,
  refusedIsNotSent,
  invalidIsNotSent,
  allowedIsCan,
  allowedByTable,
  subscriptionsAlwaysAllowed,
  callPresence,
  consultPresence,
  acwPresence,
  onHoldMatchesWork,
  callsWait,
  oneCallOnePlace,
  deviceByWordOnly,
  mutedWithCall,
  establishedHasTime,
  reasonMatchesLogin,
  displacedIsOffline,
  knownWords,
  pendingHasDeadline,
  overInTime,
  waitingHasCommand,
  pendingInOrder,
  oneCommandPerLane,
  settledOnce,
  calledBackOnce,
  neverThrows,
  toldOnceInOrder,
  toldOnlyChanges,
  stateIsFrozen,
  timesShownArePast,
  sinceMovesWithWork,
  nothingInSilence,
  errorsStateTheTable,
  errorsKeepSecrets,
]);
