import type { Truth } from '../../simulator/index.js';
import type { Company } from './company.js';
import { callsOf, callWith, companyOf, NOTHING, type Person, type Scene } from './scene.js';
import { customersScene, sceneOf, waitingOf, type Sight } from './sight.js';

/** Whether a talk is over that is not wrapped up yet; where calls wait, one that rings may be all that is left of several. */
function owesWrapUp({ work, call }: Truth, { rules }: Company): boolean | null {
  // The customer has gone while a colleague is being asked.
  if (work === 'dialing' && call?.callType === 'Consult') return true;
  return (rules.callWaiting ?? 0) > 0 && (work === 'dialing' || work === 'ringing') ? null : false;
}

/** @returns whether it can be told what the agent does */
function seesAgent(company: Company, truth: Truth, sight: Sight): boolean {
  const one = company.get(truth.agentID);
  const scene = sceneOf(truth, sight);
  const waiting = waitingOf(truth, sight);
  one.scene = scene ?? NOTHING;
  one.waiting = waiting ?? [];
  one.owesWrapUp = owesWrapUp(truth, company);
  // Whether all of several phones still ring cannot be seen.
  one.ringingPhones = one.phones === 1 ? 1 : null;
  one.isMuted = truth.muted;
  one.signedIn = truth.login === 'offline' ? null : truth.login;
  one.reasonCode = truth.reasonCode;
  one.missed = truth.missed;
  one.hasTelephone = truth.phoneType === 'pstn';
  one.device = truth.device === 'unknown' ? null : truth.device;
  one.hasLostPhone ||= truth.device === 'lost';
  return scene !== null && waiting !== null;
}

/** Everybody is on the phone with whoever is on the phone with him, and with each by one call. */
function isWhole({ people }: Company): boolean {
  return [...people.values()].every((one) => {
    const names = callsOf(one).flatMap(companyOf);
    return (
      new Set(names).size === names.length &&
      names.every((name) => {
        const other = people.get(name);
        return other !== undefined && callWith(other, one.name).is !== 'nothing';
      })
    );
  });
}

/** A phone rings since one of the two agents, or the one agent, has begun to do what he does. @returns whether it is known */
function timeRinging(one: Person, { rules }: Company, { agents, nameOf }: Sight): boolean {
  // An agent left with an unanswered consult has called before the customer went: since when cannot be seen.
  const isLeftOver = ({ work, call }: Truth): boolean => work === 'dialing' && call?.callType === 'Consult';
  // Neither can it where the caller has taken another call meanwhile, or may have: where calls wait, a call may have been in hand before.
  const doCallsWait = (rules.callWaiting ?? 0) > 0;
  const isKnown = (caller: Truth): boolean =>
    !isLeftOver(caller) && ((caller.work === 'dialing' && !doCallsWait) || caller.work === 'consulting');
  const callerOf = (name: string): Truth | undefined => agents.find(({ agentID }) => agentID === name);
  const own = agents.find(({ agentID }) => agentID === one.name);
  const timed = (call: Scene, sinceThen: number | undefined): Scene => {
    if (call.is !== 'rung') return call;
    const caller = callerOf(call.by);
    const from = caller === undefined ? sinceThen : isKnown(caller) ? caller.since : undefined;
    return from === undefined ? call : { ...call, until: from + (caller === undefined ? rules.ring : rules.dial) };
  };
  // Where calls wait, the one that rings may have rung before it was the one in hand.
  one.scene = timed(one.scene, doCallsWait ? undefined : own?.since);
  one.waiting = one.waiting.map((call) => {
    const seen = own?.waiting.find(({ otherDN }) => companyOf(call).includes(nameOf(otherDN) ?? ''));
    return timed(call, seen?.since) as typeof call;
  });
  return callsOf(one).every((call) => call.is !== 'rung' || call.until !== null);
}

/** Takes over whatever can be seen. @returns what cannot be seen, in words */
export function lookAround(company: Company, sight: Sight): readonly string[] {
  const seen = sight.agents.map((truth) => seesAgent(company, truth, sight));
  const { agents } = company;
  for (const { name, state } of sight.customers) {
    const scene = customersScene(name, state, agents, sight);
    company.get(name).scene = scene ?? NOTHING;
    seen.push(scene !== null);
  }
  const timed = [...company.people.values()].map((one) => timeRinging(one, company, sight));
  return [
    ...(seen.every(Boolean) && isWhole(company) ? [] : ['it cannot be seen who is on the phone with whom']),
    ...(timed.every(Boolean) ? [] : ['it cannot be seen for how long a phone will ring']),
    ...(sight.isQueueing ? ['a queue picks the agent'] : []),
  ];
}
