import { describe, expect, test } from '@jest/globals';
import { agentMachine, Confidential, type AgentContext, type AgentSnapshot, type Leg } from '../../machines/index.js';
import { project } from '../../src/agent/agent-state.js';
import { benchAt } from '../support/bench/index.js';
import { waiting } from '../support/guard-question.js';

const everything = () => true;

/** The snapshot of a place, but for this. */
function differing(snapshot: AgentSnapshot, differences: Partial<AgentContext>, value: object = {}): AgentSnapshot {
  return agentMachine.resolveState({
    value: { ...(snapshot.value as object), ...value },
    context: { ...snapshot.context, ...differences },
    historyValue: snapshot.historyValue,
  });
}

const talking = benchAt('talking').agent.actor.getSnapshot();
const consulting = benchAt('consulting, connected').agent.actor.getSnapshot();

describe('what is pending', () => {
  const pendingIn = (more: object) => differing(talking, waiting('call', 'holdCall', { since: 1, deadline: 9, ...more }));
  const first = project(pendingIn({}), everything, null);

  test('keeps its reference while it says the same', () => {
    expect(project(pendingIn({ id: 99 }), everything, first).state.pending).toBe(first.state.pending);
  });

  test.each([{ command: 'muteCall' }, { since: 2 }, { deadline: 10 }])('is told anew where it is another: %j', (more) => {
    const { pending } = project(pendingIn(more), everything, first).state;
    expect(pending).toEqual([{ command: 'holdCall', since: 1, deadline: 9, ...more }]);
  });
});

describe('the consult', () => {
  const first = project(consulting, everything, null);
  const dialing = { work: { live: { established: { consulting: 'dialing' } } } };

  test('keeps its reference while it says the same', () => {
    expect(project(differing(consulting, {}), everything, first).state.consult).toBe(first.state.consult);
  });

  test('is told anew where only its phase is another', () => {
    expect(project(differing(consulting, {}, dialing), everything, first).state.consult).toMatchObject({ phase: 'dialing' });
  });

  test('is told anew where only its leg is another', () => {
    const consult: Leg = { ...consulting.context.consult!, partyID: 'party-9' };
    expect(project(differing(consulting, { consult }), everything, first).state.consult).toMatchObject({ partyID: 'party-9', phase: 'talking' });
  });
});

describe('the other side', () => {
  test.each<readonly [unknown, string | null]>([['139', '139'], ['', null], [139, null], [{}, null], [undefined, null]])('%p is %p', (otherDN, told) => {
    const call: Leg = { ...talking.context.call!, details: new Confidential({ otherDN }) };
    expect(project(differing(talking, { call }), everything, null).state.call).toMatchObject({ otherDN: told });
  });
});
