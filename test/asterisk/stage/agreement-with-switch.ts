import type { AgentState, ConsultInfo } from '../../../src/index.js';
import type { SwitchLeg } from './legs.js';

interface Believer {
  readonly agentID: string;
  readonly state: AgentState;
  /** The extension or number of the phone he works with. */
  readonly dn: string;
}

interface Switch {
  readonly legs: readonly SwitchLeg[];
  /** Phones of agents who have left their talk to hold it. */
  readonly holders: ReadonlySet<string>;
}

const ESTABLISHED = ['talking', 'holding', 'consulting', 'conferencing'];

/** Where the third party was reached. */
function thirdOf({ otherDN, target }: ConsultInfo): string | null {
  return typeof otherDN === 'string' ? otherDN : target;
}

/** The points in which an agent's snapshot and the switch disagree; empty: none. */
export function disagreements({ agentID, state, dn }: Believer, { legs, holders }: Switch): readonly string[] {
  const { work, call, consult, waiting } = state;
  const problems: string[] = [];
  const own = legs.filter((leg) => leg.dn === dn);
  const legsOf = (other: string | null | undefined): readonly SwitchLeg[] => legs.filter((leg) => leg.dn === other);
  const require = (holds: boolean, problem: string): void => {
    if (!holds) problems.push(`${agentID} is ${work}, but ${problem}`);
  };
  const isWith = (other: string | null | undefined): boolean =>
    legsOf(other).some(({ state: leg, talk }) => leg === 'up' && talk !== null && own.some((mine) => mine.talk === talk));

  const beside = waiting.map((other) => (other.work === 'ringing' ? 'ringing' : 'up'));
  const first = work === 'idle' || work === 'acw' || work === 'calling' ? [] : work === 'ringing' ? ['ringing'] : ['up'];
  // A telephone outside rings before its user can call out with it.
  const alsoFits = work === 'dialing' && own.length === 1 && own[0]?.state === 'ringing';
  require(alsoFits ||
    own
      .map((leg) => leg.state)
      .sort()
      .join() === [...first, ...beside].sort().join(), `his phone is ${own.map((leg) => leg.state).join(', ') || 'on no call'}`);
  if (ESTABLISHED.includes(work)) {
    require(legsOf(call?.otherDN).some((leg) => leg.state === 'up'), 'the other side of his call is not there');
  }
  if (work === 'talking' || work === 'conferencing') {
    const { otherDN = null } = call ?? {};
    require(isWith(otherDN) || holders.has(otherDN ?? ''), 'he is not together with the other side');
  }
  if (work === 'conferencing') {
    require(legs.filter(({ talk }) => talk !== null && own.some((mine) => mine.talk === talk)).length >
      2, 'there are no three in his talk');
  }
  if (consult?.phase === 'talking') {
    require(isWith(thirdOf(consult)), 'he is not together with the third party');
    require(!isWith(call?.otherDN), 'the customer hears the consult');
  }
  if (consult?.phase === 'dialing') {
    const third = legsOf(thirdOf(consult));
    require(third.some((leg) => leg.state !== 'up'), 'nobody calls the third party');
  }
  return problems;
}
