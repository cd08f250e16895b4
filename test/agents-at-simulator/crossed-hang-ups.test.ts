import { describe, expect, test } from '@jest/globals';
import type { AgentState } from '../../adapters/sobot/index.js';
import { openGuardedFloor, type GuardedFloor } from '../support/guarded-floor.js';
import { consultColleague, ringColleague, type Consultation } from '../support/guarded-scenes.js';

/*
 * Somebody hangs up while a command is under way, at any moment of it: the page shows what the call centre holds true
 * once everything rests (the floor compares them). Found by random sequences of switchhook/testing.
 */

/** How long after the command, in ms: before it has reached the service, while it is carried out, and after its end. */
const MOMENTS = Array.from({ length: 17 }, (_, index) => index * 10);

async function meanwhile(
  begin: (floor: GuardedFloor) => Promise<Consultation>,
  command: 'consultTransfer' | 'consultConference' | 'retrieveConsult' | 'cancelConsult' | 'muteCall',
  ms: number,
  hangsUp: (floor: GuardedFloor, consultation: Consultation) => void,
): Promise<{ readonly state: AgentState; readonly ending: string }> {
  const floor = openGuardedFloor();
  const consultation = await begin(floor);
  const { seat } = consultation;
  const ending = seat.send(command);
  floor.clock.increment(ms);
  hangsUp(floor, consultation);
  await floor.rest();
  return { state: seat.agent.getSnapshot(), ending: ending() };
}

const customerHangsUp = ({ customer }: GuardedFloor) => customer.hangup();
const colleagueHangsUp = (_: GuardedFloor, { other }: Consultation) => void other.send('hangup');

describe('the customer hangs up', () => {
  test('while consultTransfer is under way: it is done, or agent and colleague go on talking', async () => {
    const ends = new Set<string>();
    for (const ms of MOMENTS) {
      const { state, ending } = await meanwhile(consultColleague, 'consultTransfer', ms, customerHangsUp);
      ends.add(`${state.work} ${ending}`);
    }
    expect([...ends].sort()).toEqual(['acw done', 'talking REJECTED']);
  });

  test.each(['consultConference', 'retrieveConsult'] as const)('while %s is under way', async (command) => {
    for (const ms of MOMENTS) {
      const { state, ending } = await meanwhile(consultColleague, command, ms, customerHangsUp);
      expect(['talking', 'acw']).toContain(state.work);
      expect(ending).not.toBe('pending');
    }
  });

  test.each(['cancelConsult', 'muteCall'] as const)('while %s is under way and the colleague still rings', async (command) => {
    for (const ms of MOMENTS) {
      const { state, ending } = await meanwhile(ringColleague, command, ms, customerHangsUp);
      expect(['dialing', 'acw']).toContain(state.work);
      expect(state.muted).toBe(false);
      expect(ending).not.toBe('pending');
    }
  });
});

describe('the colleague hangs up', () => {
  test.each(['consultTransfer', 'consultConference', 'retrieveConsult'] as const)('while %s is under way', async (command) => {
    for (const ms of MOMENTS) {
      const { ending } = await meanwhile(consultColleague, command, ms, colleagueHangsUp);
      expect(ending).not.toBe('pending');
    }
  });
});
