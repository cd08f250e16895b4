import type { PhoneState, Truth } from '../../simulator/index.js';
import type { Name, Scene } from './scene.js';

/** What somebody who looks around on the floor sees. */
export interface Sight {
  readonly agents: readonly Truth[];
  readonly customers: readonly { readonly name: Name; readonly state: PhoneState }[];
  /** Somebody waits in a queue, or rings from there: whose phone rings next cannot be said. */
  readonly isQueueing: boolean;
  /** Who can be reached under an extension, a number or a work number; null: nobody here. */
  readonly nameOf: (dn: string) => Name | null;
}

/** The three of the one conference on the floor; null: there is none, or who is in it cannot be seen. */
function conferenceIn({ agents, customers, nameOf }: Sight): readonly Name[] | null {
  const inIt = agents.filter(({ work }) => work === 'conferencing');
  if (inIt.length === 0) return null;
  const named = inIt.flatMap(({ agentID, call }) => [agentID, nameOf(call?.otherDN ?? '') ?? '']);
  const elsewhere = agents.filter((agent) => !inIt.includes(agent)).map(({ call }) => nameOf(call?.otherDN ?? ''));
  const unclaimed = customers.filter(({ name, state }) => state === 'talking' && !elsewhere.includes(name)).map(({ name }) => name);
  const all = [...new Set([...named, ...unclaimed])].filter((name) => name !== '');
  return all.length === 3 ? all : null;
}

function conferring(name: Name, sight: Sight): Scene | null {
  const [one, other, more] = (conferenceIn(sight) ?? []).filter((each) => each !== name);
  return one === undefined || other === undefined || more !== undefined ? null : { is: 'conferring', to: [one, other] };
}

/** What an agent does, put together from what the centre says of him; null: it cannot be told. */
export function sceneOf(truth: Truth, sight: Sight): Scene | null {
  const { work, call, consult, acw } = truth;
  if (work === 'idle') return { is: 'nothing' };
  if (work === 'acw') return { is: 'wrapping up', until: acw?.deadline ?? null };
  if (work === 'conferencing') return conferring(truth.agentID, sight);
  const other = call === null ? null : sight.nameOf(call.otherDN);
  if (other === null) return null;
  switch (work) {
    case 'dialing':
      return { is: 'calling', whom: other, hasTalked: call?.callType === 'Consult' };
    case 'ringing':
      return { is: 'rung', by: other, shown: other, until: null };
    case 'talking':
      return { is: 'talking', to: other, handingTo: null };
    case 'holding':
      return { is: 'holding', whom: other, afterConsult: null };
    default: {
      const third = consult === null ? null : sight.nameOf(consult.otherDN);
      return third === null ? null : { is: 'consulting', about: other, third, hasAnswered: consult?.phase === 'talking' };
    }
  }
}

/** What a customer does, from the phone in hand and from what the agents do; null: it cannot be told. */
export function customersScene(name: Name, state: PhoneState, others: readonly Name[], sight: Sight): Scene | null {
  const [other] = others;
  if (state === 'idle') return { is: 'nothing' };
  if (conferenceIn(sight)?.includes(name) === true) return conferring(name, sight);
  if (other === undefined || others.length > 1) return null;
  if (state === 'dialing') return { is: 'calling', whom: other, hasTalked: false };
  if (state === 'ringing') return { is: 'rung', by: other, shown: other, until: null };
  return { is: 'talking', to: other, handingTo: null };
}
