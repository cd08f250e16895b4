import { describe, expect, test } from '@jest/globals';
import { COMMANDS } from '../../machines/index.js';
import { openGuardedFloor } from '../support/guarded-floor.js';
import { consultColleague, TO_AGENT } from '../support/guarded-scenes.js';
import { PARAMETERS } from '../support/bench/index.js';
import { sentCommands } from '../support/sent-commands.js';

/*
 * Wish 1: one authoritative answer per operation, allowed or not, and why.
 * Asked for in webex PR 4562 and 5167, scv-connector #14, statelyai/xstate #669 and #1091.
 */
describe('one authoritative answer per operation: allowed or not, and why', () => {
  test('in the middle of a consult, buttons, chart, methods and reasons say the same of every command', async () => {
    const floor = openGuardedFloor();
    const { seat } = await consultColleague(floor);
    const { agent } = seat;
    const sent = sentCommands(floor.centre);

    for (const command of COMMANDS) {
      const isAllowed = agent.getSnapshot().allowed.includes(command);
      const refusal = agent.whyNot(command);
      expect([command, agent.can(command)]).toEqual([command, isAllowed]);
      expect([command, agent.actor.getSnapshot().can({ type: command })]).toEqual([command, isAllowed]);
      expect([command, refusal === null]).toEqual([command, isAllowed]);
      if (refusal === null) continue;
      // The reason can be shown as it is: what stands in the way, where the agent is, and where it would be allowed.
      expect(refusal).toMatchObject({ code: 'NOT_ALLOWED', command, state: { work: 'consulting' } });
      expect(refusal.message).toMatch(new RegExp(`^${command} is not allowed now.*work consulting.*exists in \\w`));
      // The method gives the very same answer, and the service never hears of it.
      const error: unknown = await (agent[command] as (given?: object) => Promise<unknown>)(PARAMETERS[command]).catch(
        (reason: unknown) => reason,
      );
      expect(error).toMatchObject({ code: refusal.code, message: refusal.message });
    }
    await floor.rest();
    expect(sent).toEqual([]);
  });

  test('while a command is in flight the reason names it, and is gone with it', async () => {
    const floor = openGuardedFloor();
    const { seat } = await consultColleague(floor);
    const outcome = seat.send('consultConference');
    expect(seat.agent.whyNot('retrieveConsult')).toMatchObject({ code: 'IN_FLIGHT', waitsFor: ['consultConference'] });
    await floor.rest();
    expect(outcome()).toBe('done');
    expect(seat.agent.whyNot('retrieveConsult')).toMatchObject({ code: 'NOT_ALLOWED' });
    expect(seat.agent.whyNot('muteCall')).toBeNull();
  });

  test('for a parameter, too: which one, and what is allowed', async () => {
    const floor = openGuardedFloor();
    const { seat } = await consultColleague(floor);
    expect(seat.agent.can('sendDtmf')).toBe(true);
    expect(seat.agent.whyNot('sendDtmf', { dtmfDigits: 'A' })).toMatchObject({
      code: 'INVALID_PARAMETER',
      message: expect.stringMatching(/dtmfDigits.*0-9 \* #/),
    });
    expect(seat.agent.whyNot('initiateConsult', TO_AGENT)?.code).toBe('NOT_ALLOWED');
  });
});
