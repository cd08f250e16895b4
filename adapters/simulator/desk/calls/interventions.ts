import type { Agent } from '../agent.js';
import type { Desk } from '../context.js';
import { errorText } from '../errors.js';
import { tellParty } from '../messages.js';
import { agentTarget } from '../targets.js';
import { talkingPartiesOf, type Party } from './call.js';
import { releaseLeg } from './ending.js';
import { displayOfAgent, establishParty, ring } from './establish.js';
import { extensibleTalkOf, type Talk } from './guards.js';
import { addParty, dialLeg } from './new.js';

/** A supervisor's way into somebody else's talk. */
export type Intervention = 'bargeIn' | 'intercept';

/** Calls the supervisor's phone, and when he takes it, brings him into the agent's talk. */
export function intervene(desk: Desk, intervention: Intervention, agent: Agent, supervisor: Agent): void {
  if (!supervisor.supervisor) throw new Error(`Agent ${supervisor.agentID} is not a supervisor.`);
  const talk = extensibleTalkOf(agent);
  if (typeof talk === 'string') throw new Error(`Agent ${agent.agentID}: ${errorText(talk)}`);
  const target = agentTarget(desk, agent, supervisor, 'internal');
  if (typeof target === 'string') throw new Error(`Agent ${supervisor.agentID}: ${errorText(target)}`);
  const { call } = talk;
  const role = intervention === 'bargeIn' ? 'BargeinBy' : 'InterceptBy';
  const joining = addParty(desk, call, { dn: target.dn, role, state: 'offered', agent: supervisor });
  joining.other = talk.other;
  joining.third = { dn: talk.dn, role: intervention === 'bargeIn' ? 'BargeinTo' : 'InterceptTo' };
  call.joining = joining;
  supervisor.main = joining;
  dialLeg(desk, joining, {
    to: target.address,
    display: displayOfAgent(agent),
    ringFor: desk.floor.ringMs,
    plan: {
      alerting: () => {
        ring(desk, joining);
      },
      answered: () => {
        desk.exchange.connect(call.conversation, [joining.leg?.id ?? ''], (error) => {
          if (error !== undefined) return;
          call.joining = null;
          establishParty(desk, joining);
          if (joining.state !== 'talking') return;
          if (intervention === 'bargeIn') announce(desk, joining);
          else takeOver(desk, talk, joining);
        });
      },
      failed: () => {
        call.joining = null;
      },
    },
  });
}

/** Those who were there are told who has come, and the supervisor that they are three. Those who held are back. */
function announce(desk: Desk, joining: Party): void {
  for (const { held, leg, call } of talkingPartiesOf(joining.call)) {
    if (held && leg !== null) desk.exchange.retrieve(call.conversation, leg.id, () => undefined);
  }
  for (const party of talkingPartiesOf(joining.call)) {
    const third = party === joining ? joining.third : ({ dn: joining.dn, role: 'BargeinBy' } as const);
    tellParty(desk, party, 'EventPartyAdded', { third });
  }
}

/** The agent is out, and his other party is told with whom it talks now. */
function takeOver(desk: Desk, talk: Talk, joining: Party): void {
  if (talk.state !== 'talking' || talk.leg.releasing) return;
  const by = { dn: joining.dn, role: 'InterceptBy' } as const;
  talk.handedOver = true;
  talk.third = by;
  if (talk.other !== null) {
    talk.other.other = joining;
    tellParty(desk, talk.other, 'EventPartyChanged', { third: by });
  }
  releaseLeg(desk, talk.leg, 'normal');
}
