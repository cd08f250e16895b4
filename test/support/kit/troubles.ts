import type { Fault, Faults } from '../../../adapters/simulator/index.js';
import { differences, LONGEST_WAY } from '../../../adapters/testing/floor/agreement.js';
import { Finding } from '../../../adapters/testing/floor/finding.js';
import { COLLEAGUES } from '../../../adapters/testing/floor/house.js';
import { Guide } from '../../../adapters/testing/steps/guide.js';
import { FaultsEnd } from '../../../adapters/testing/steps/faults.js';
import { Reloads, SignsInElsewhere } from '../../../adapters/testing/steps/link.js';
import { oneOf } from '../../../adapters/testing/steps/plain-parameters.js';
import type { Step } from '../../../adapters/testing/steps/step.js';
import { Does } from './does.js';
import { peacefulSteps } from './long-run.js';

export interface Troubles {
  readonly seed: number;
  /** Sets up the faults, when all agents are signed in. */
  readonly arrange: (faults: Faults) => readonly Fault[];
  /** How many steps there are at least, and at most: rare messages need longer until a fault has struck. */
  readonly least: number;
  readonly most: number;
  /** How often each fault has to strike. */
  readonly strikes: number;
}

/** In steps; otherwise no message would ever tell of a second end. */
const ELSEWHERE_EVERY = 40;
/** In steps; chance seldom brings three together. */
const CONFERENCE_EVERY = 60;

/** Two colleagues and a customer are brought together, as far as the faults let them. */
function colleaguesConfer(who: number): Step {
  return new Does('two colleagues confer with a customer', async (floor) => {
    const [one, other] = [new Guide(floor, who), new Guide(floor, who + 1)];
    await other.isReady();
    await one.talks();
    await one.does('initiateConsult', { targetType: '2', target: oneOf(COLLEAGUES, who + 1).ext });
    await other.does('answer');
    await one.does('consultConference');
  });
}

/**
 * A day with these faults, after which all pages are loaded anew, without what they have stored, and must show the
 * truth. A regain says neither whether the agent is muted nor who is on hold, so a page that has forgotten it cannot know.
 */
export function* throughTroubles({ seed, arrange, least, most, strikes }: Troubles): Generator<Step> {
  let faults: readonly Fault[] = [];
  yield new Does('troubles begin', (floor) => {
    floor.suffers(() => {
      faults = arrange(floor.centre.faults);
    }, true);
  });
  let count = 0;
  for (const step of peacefulSteps(seed)) {
    const haveStruck = faults.every(({ struck }) => struck >= strikes);
    if (count >= most || (count >= least && haveStruck)) break;
    count += 1;
    if (count % CONFERENCE_EVERY === 0) yield colleaguesConfer(count / CONFERENCE_EVERY);
    yield count % ELSEWHERE_EVERY === 0 ? new SignsInElsewhere(count / ELSEWHERE_EVERY) : step;
  }
  yield new FaultsEnd();
  for (const index of COLLEAGUES.keys()) yield new Reloads(index, false, 'initialises', null);
  yield new Does('somebody compares all pages with the call centre', async (floor) => {
    const [idle] = faults.filter(({ struck }) => struck < strikes);
    if (idle !== undefined) throw new Finding('a fault', `that it strikes ${strikes} times in ${count} steps`, `${idle.struck} times`);
    await floor.rest();
    for (const { agentID, state } of floor.pages) {
      if (state === null) throw new Finding(`agent ${agentID}`, 'a page that shows its state', 'none');
      if (state.connection !== 'connected') throw new Finding(`agent ${agentID}`, 'connection connected', state.connection);
      const [gap] = differences(state, floor.centre.truth(agentID), { except: ['muted', 'device', 'onHold'], longestWay: LONGEST_WAY });
      if (gap !== undefined)
        throw new Finding(`agent ${agentID}`, `${gap.part} ${gap.truth}, which is what the call centre holds true`, gap.shown);
    }
  });
}
