import type { ReferenceModel } from '../model/reference-model.js';
import { differences } from './agreement.js';
import { Finding } from './finding.js';
import type { Floor } from './floor.js';
import type { Page } from './page.js';

/** Counts of rests, comparisons and steps. */
export class Tally {
  /** Times at which the floor was at rest. */
  rests = 0;
  /** Those at which the model could say what is true. */
  foreseen = 0;
  /** Pages that were compared with the truth. */
  compared = 0;
  /** Steps that were taken. */
  steps = 0;
  /** Sequences after which all pages were told everything anew. */
  regainedSequences = 0;
}

/** Whether the page's link to the service stands, as the centre sees it. */
export function isLinked(floor: Floor, page: Page): boolean {
  return page.isIdentified && floor.centre.truth(page.agentID).ends.includes(page.end);
}

/**
 * Compares what a page shows with the truth, as far as it was told it. @returns whether there was anything to compare
 *
 * @throws Finding if the page, which was told everything, does not show the truth
 */
export function comparePage(floor: Floor, page: Page, tally: Tally): boolean {
  const { state, knowledge } = page;
  if (state === null || page.isAsleep || !isLinked(floor, page)) return false;
  const truth = floor.centre.truth(page.agentID);
  // A regain that changes nothing is followed by no notification.
  knowledge.shows(state);
  knowledge.sees(truth, state);
  const unsure = knowledge.unsure(truth.call?.callID ?? null);
  if (unsure === null) return false;
  tally.compared += 1;
  if (state.connection !== 'connected') {
    throw new Finding(`agent ${page.agentID}`, 'connection connected, as the call centre has it', state.connection);
  }
  // A regain names no leg: the call may have been offered anew meanwhile.
  const mayBeEitherLeg = knowledge.isLegOpen || (floor.hasTwoPhones(page.agentID) && truth.work === 'ringing');
  const [first] = differences(state, truth, { except: unsure, longestWay: floor.longestWay, ahead: page.aheadInAcw, mayBeEitherLeg });
  if (first === undefined) {
    const [other] = unsure.includes('work') ? [] : floor.world.contradictions(page.agentID, state);
    if (other === undefined) return true;
    throw new Finding(`agent ${page.agentID}`, 'that the page shows what the switch has', other);
  }
  const words = `${first.part} ${first.truth}, which is what the call centre holds true`;
  throw new Finding(`agent ${page.agentID}`, words, `getSnapshot shows ${first.part} ${first.shown}`);
}

/** @throws Finding if the model, the centre and the pages do not say the same, now that everything rests */
export function compareAll(floor: Floor, model: ReferenceModel, tally: Tally): void {
  tally.rests += 1;
  const now = floor.clock.now();
  const { sight } = floor;
  model.itIs(now);
  if (model.doubts !== null) model.lookAround(sight, now);
  else {
    tally.foreseen += 1;
    const [first] = model.disagreements(sight);
    if (first !== undefined) {
      throw new Finding(`agent ${first.who}`, `${first.model}, by all that was done`, `the call centre says ${first.centre}`);
    }
  }
  for (const page of floor.pages) {
    comparePage(floor, page, tally);
  }
  floor.throwFindings();
}
