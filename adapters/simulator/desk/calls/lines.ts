import { callsOf, isWithThirdParty, progressOf, type Agent, type LineWork } from '../agent.js';
import type { Desk } from '../context.js';
import { livePartiesOf, type Party } from './call.js';
import { followMicrophone } from './microphone.js';

/*
 * The calls of one agent: `main` is the one that his phone bar is about, the others wait. Which it is
 * follows from how far each of them is.
 */

/** The order in which a waiting call takes the place of one that has ended. */
const FURTHEST: readonly (LineWork | null)[] = ['talking', 'holding', 'ringing', 'dialing', null];

/** The agent has a part in another call. */
export function giveTo(agent: Agent, party: Party): void {
  if (callsOf(agent).some(({ call }) => call === party.call)) return;
  if (agent.main === null) agent.main = party;
  else agent.waiting.push(party);
}

/** The agent's phones at which the call of this party is, in the order in which they were called. */
export function phonesAt({ call, agent }: Party): readonly Party[] {
  return livePartiesOf(call).filter((party) => party.agent === agent);
}

/** Of the phones at which a call is, this is the one that the agent's bar is about. */
export function stepForward(party: Party): void {
  const { agent } = party;
  if (agent === null || agent.consult === party) return;
  if (agent.main?.call === party.call) agent.main = party;
  else agent.waiting = agent.waiting.map((other) => (other.call === party.call ? party : other));
}

function replaceMain(agent: Agent, next: Party): void {
  const { main } = agent;
  agent.waiting = agent.waiting.filter((party) => party !== next);
  if (main !== null) agent.waiting = [...agent.waiting, main];
  agent.main = next;
}

/** The call is over; the waiting one that is furthest along takes its place. False: there is none. */
export function takeNext(desk: Desk, agent: Agent): boolean {
  agent.main = null;
  const rank = (party: Party): number => FURTHEST.indexOf(progressOf(party));
  const next = agent.waiting.reduce<Party | null>((best, party) => (best === null || rank(party) < rank(best) ? party : best), null);
  if (next === null) return false;
  replaceMain(agent, next);
  // Muting was for the talk that is over.
  agent.muted = false;
  followMicrophone(desk, agent);
  return true;
}

/** The call that the bar should be about in place of the present one, or none. */
function instead(agent: Agent): Party | undefined {
  const { main, waiting } = agent;
  if (main === null || isWithThirdParty(agent)) return undefined;
  const talking = waiting.find((party) => progressOf(party) === 'talking');
  if (talking !== undefined && progressOf(main) !== 'talking') return talking;
  return main.announced ? undefined : waiting.find(({ announced }) => announced);
}

/** Puts in front the call that is to be there, and notes since when each is what it is. Runs after everything. */
export function arrange(desk: Desk, agent: Agent): void {
  const next = instead(agent);
  if (next !== undefined) {
    replaceMain(agent, next);
    followMicrophone(desk, agent);
  }
  const now = desk.agenda.now();
  for (const party of callsOf(agent)) {
    const work = progressOf(party);
    if (party.work !== work) Object.assign(party, { work, workSince: now });
  }
}
