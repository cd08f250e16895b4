import { describe, expect, test } from '@jest/globals';
import { CUSTOMER, openFloor, type Desk, type Floor } from './support/floor.js';

/** Agent 1002 talks with a customer; 1001 is a supervisor. */
function talk(): Floor & { agent: Desk; supervisor: Desk } {
  const floor = openFloor();
  const [supervisor, agent] = [floor.signIn('1001'), floor.signIn('1002')];
  floor.centre.customer(CUSTOMER).dial('1002');
  floor.rest();
  agent.run('answer');
  agent.news();
  return { ...floor, agent, supervisor };
}

describe('a supervisor', () => {
  test('who barges in makes it a talk of three', () => {
    const { centre, agent, supervisor, rest } = talk();
    centre.bargeIn('1002', '1001');
    rest();
    expect(supervisor.news()).toEqual(['EventRinging']);
    expect(agent.news()).toEqual([]);
    supervisor.run('answer');
    expect(supervisor.news()).toEqual(['EventEstablished', 'EventPartyAdded']);
    expect(agent.news()).toEqual(['EventPartyAdded']);
    expect(agent.last('EventPartyAdded')).toMatchObject({ otherDN: CUSTOMER, thirdDN: '8001', thirdDNRole: 'BargeinBy' });
    expect(centre.truth('1002').work).toBe('conferencing');
    expect([...centre.customer(CUSTOMER).peers].sort()).toEqual(['8001', '8002']);
    supervisor.run('hangup');
    expect(agent.news()).toEqual(['EventPartyDeleted']);
    expect(centre.truth('1002').work).toBe('talking');
  });

  test('who intercepts takes the place of the agent', () => {
    const { centre, agent, supervisor, rest } = talk();
    centre.intercept('1002', '1001');
    rest();
    supervisor.run('answer');
    expect(agent.news()).toEqual(['EventReleased']);
    expect(agent.last('EventReleased')).toMatchObject({ thirdDN: '8001', thirdDNRole: 'InterceptBy' });
    expect(centre.truth('1002').work).toBe('acw');
    expect(centre.truth('1001')).toMatchObject({ work: 'talking', call: { otherDN: CUSTOMER } });
    expect(centre.customer(CUSTOMER).peers).toEqual(['8001']);
  });

  test('who does not take it changes nothing', () => {
    const { centre, agent, supervisor, rest } = talk();
    centre.bargeIn('1002', '1001');
    rest();
    supervisor.run('rejectCall');
    expect(agent.news()).toEqual([]);
    expect(centre.truth('1002').work).toBe('talking');
    agent.run('holdCall');
    expect(centre.truth('1002').work).toBe('holding');
  });

  test('must be one, and there must be a talk', () => {
    const { centre, agent } = talk();
    expect(() => centre.bargeIn('1001', '1002')).toThrow('Agent 1002 is not a supervisor.');
    agent.run('hangup');
    expect(() => centre.intercept('1002', '1001')).toThrow('Agent 1002: The agent is not in a talk');
    expect(() => centre.intercept('9', '1001')).toThrow('no agent with work number 9');
  });
});
