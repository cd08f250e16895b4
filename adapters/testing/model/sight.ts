import type { PhoneState, Truth } from '../../simulator/index.js';
import type { WaitingCall as ShownWaitingCall } from '../../sobot/index.js';
import { callsOf, companyOf, type Name, type Person, type Scene, type WaitingCall } from './scene.js';

/** The view of somebody who looks around on the floor. */
export interface Sight {
  readonly agents: readonly Truth[];
  readonly customers: readonly { readonly name: Name; readonly state: PhoneState }[];
  /** Somebody waits in a queue, or rings from there: whose phone rings next cannot be said. */
  readonly isQueueing: boolean;
  /** The person reached under an extension, a number or a work number; null: nobody here. */
  readonly nameOf: (dn: string) => Name | null;
}

/** The three of the one conference on the floor; null: there is none, or its members cannot be seen. */
function conferenceIn({ agents, customers, nameOf }: Sight): readonly Name[] | null {
  const inIt = agents.filter(({ work }) => work === 'conferencing');
  if (inIt.length === 0) return null;
  const named = inIt.flatMap(({ agentID, call }) => [agentID, nameOf(call?.otherDN ?? '') ?? '']);
  const withOthers = [
    ...agents.filter((agent) => !inIt.includes(agent)).map(({ call }) => call?.otherDN ?? ''),
    ...agents.flatMap(({ waiting }) => waiting.map(({ otherDN }) => otherDN)),
  ].map((dn) => nameOf(dn));
  const unclaimed = customers.filter(({ name, state }) => state === 'talking' && !withOthers.includes(name)).map(({ name }) => name);
  const all = [...new Set([...named, ...unclaimed])].filter((name) => name !== '');
  return all.length === 3 ? all : null;
}

function conferring(name: Name, isHeld: boolean, sight: Sight): Scene | null {
  const [one, other, more] = (conferenceIn(sight) ?? []).filter((each) => each !== name);
  return one === undefined || other === undefined || more !== undefined ? null : { is: 'conferring', to: [one, other], isHeld };
}

function consulting(about: Name, truth: Truth, { nameOf }: Sight): Scene | null {
  const third = truth.consult === null ? null : nameOf(truth.consult.otherDN);
  const { onHold } = truth;
  if (third === null || (onHold !== 'customer' && onHold !== 'thirdParty')) return null;
  return { is: 'consulting', about, third, hasAnswered: truth.consult?.phase === 'talking', onHold };
}

/** A call with one other side. */
function callOf(work: ShownWaitingCall['work'], other: Name): WaitingCall {
  switch (work) {
    case 'dialing':
      return { is: 'calling', whom: other };
    case 'ringing':
      return { is: 'rung', by: other, shown: other, until: null };
    case 'talking':
      return { is: 'talking', to: other, handingTo: null };
    case 'holding':
      return { is: 'holding', whom: other, afterConsult: null };
  }
}

/** An agent's scene, put together from what the centre says of him; null: it cannot be told. */
export function sceneOf(truth: Truth, sight: Sight): Scene | null {
  const { work, call, acw } = truth;
  if (work === 'idle') return { is: 'nothing' };
  if (work === 'acw') return { is: 'wrapping up', until: acw?.deadline ?? null };
  if (work === 'conferencing') return conferring(truth.agentID, truth.onHold === 'conference', sight);
  const other = call === null ? null : sight.nameOf(call.otherDN);
  if (other === null) return null;
  return work === 'consulting' ? consulting(other, truth, sight) : callOf(work, other);
}

/** The other calls of an agent; null: it cannot be told with whom. */
export function waitingOf({ waiting }: Truth, { nameOf }: Sight): readonly WaitingCall[] | null {
  const calls = waiting.flatMap(({ work, otherDN }) => {
    const other = nameOf(otherDN);
    return other === null ? [] : [callOf(work, other)];
  });
  return calls.length === waiting.length ? calls : null;
}

/** A customer's scene, from the phone in hand and from what the agents do; null: it cannot be told. */
export function customersScene(name: Name, state: PhoneState, agents: readonly Person[], sight: Sight): Scene | null {
  if (state === 'idle') return { is: 'nothing' };
  if (conferenceIn(sight)?.includes(name) === true) return conferring(name, false, sight);
  const theirs = agents.flatMap((one) =>
    callsOf(one).flatMap((call) => (companyOf(call).includes(name) ? [{ other: one.name, call }] : [])),
  );
  const [first] = theirs;
  if (first === undefined || theirs.length > 1) return null;
  const { other, call } = first;
  // A customer whom a dialer has reached waits for the agent as one who has called.
  if (state === 'dialing' || (state === 'talking' && call.is === 'rung')) return { is: 'calling', whom: other };
  // Of a dialer's call, the agent may talk before the customer has answered.
  if (state === 'ringing')
    return call.is === 'calling' || call.is === 'consulting' ? { is: 'rung', by: other, shown: other, until: null } : null;
  return { is: 'talking', to: other, handingTo: null };
}
