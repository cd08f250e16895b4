import { describe, expect, test } from '@jest/globals';
import type { CommandError, CommandName } from '../../adapters/sobot/index.js';
import { COMMANDS } from '../../machines/index.js';
import { openGuardedFloor } from '../support/guarded-floor.js';
import { takeCall, talkWithCustomer } from '../support/guarded-scenes.js';
import { Bench, benchAt, PARAMETERS, PLACES, turns, watch } from '../support/bench/index.js';
import { sentCommands } from '../support/sent-commands.js';

const CODES = [
  'INVALID_PARAMETER',
  'NOT_ALLOWED',
  'IN_FLIGHT',
  'NOT_SUPPORTED',
  'REJECTED',
  'SUPERSEDED',
  'TIMEOUT',
  'DISPLACED',
  'DISPOSED',
];

/** Parameters from callers, all but the first by mistake. */
const GIVEN: readonly (readonly [string, (command: CommandName) => unknown])[] = [
  ['what it needs', (command) => PARAMETERS[command]],
  ['nothing', () => undefined],
  ['a list', () => []],
  ['a symbol', () => Symbol('x')],
  ['an object without a prototype', () => Object.create(null)],
];
const ROWS = PLACES.flatMap(({ name }) => GIVEN.map(([what, give]) => [name, what, give] as const));

/*
 * Wish 7: commands that neither throw by surprise nor vanish: idempotent, aware of what is in flight, refused with a
 * typed reason. Asked for in JsSIP #784 and #452, twilio #33 and #465, genesys #12.
 */
describe('commands neither throw by surprise nor vanish', () => {
  test.each(ROWS)('at %s, given %s, each ends once, with an answer or a typed reason', async (place, _what, give) => {
    for (const command of COMMANDS) {
      const bench = benchAt(place);
      let outcome: Promise<unknown> | undefined;
      expect(() => {
        outcome = bench.send(command, give(command));
      }).not.toThrow();
      const endings = watch(outcome!);
      bench.clock.increment(600_000);
      await turns();
      expect(endings).toHaveLength(1);
      const [ending] = endings;
      if (ending?.ended !== 'rejected') continue;
      const error = ending.error as CommandError;
      expect(error).toBeInstanceOf(Error);
      expect(CODES).toContain(error.code);
      expect(error).toMatchObject({ name: 'CommandError', command, message: expect.stringContaining(command) });
    }
  });

  test('an SDK that throws, or has no such method, becomes a typed reason as well', async () => {
    const bench = new Bench();
    Object.assign(bench.sdk, {
      initAgent: () => {
        throw new Error('not loaded');
      },
      login: undefined,
    });
    await expect(bench.send('initAgent')).rejects.toMatchObject({ code: 'REJECTED', cause: { message: 'not loaded' } });
    await expect(bench.send('login')).rejects.toMatchObject({ code: 'NOT_SUPPORTED' });
  });

  test('a double click does the thing once, and the second click is told what it waits for', async () => {
    const floor = openGuardedFloor();
    const seat = await talkWithCustomer(floor);
    const sent = sentCommands(floor.centre);
    for (const command of ['holdCall', 'hangup', 'completeACW'] as const) {
      const [first, second] = [seat.send(command), seat.send(command)];
      await floor.rest();
      expect([command, first(), second()]).toEqual([command, 'done', 'IN_FLIGHT']);
    }
    expect(sent).toEqual(['holdCall', 'hangup', 'completeACW']);
  });

  test('what is so already is not done twice: it is refused, and nothing changes', async () => {
    const floor = openGuardedFloor();
    const seat = await talkWithCustomer(floor);
    const steps: readonly (readonly [CommandName, CommandName])[] = [
      ['muteCall', 'unmute'],
      ['holdCall', 'retrieveCall'],
    ];
    for (const [there, back] of steps) {
      await seat.does(there);
      const before = seat.agent.getSnapshot();
      expect(await seat.tries(there)).toBe('NOT_ALLOWED');
      expect(seat.agent.getSnapshot()).toBe(before);
      await seat.does(back);
    }
  });

  test('who leaves a promise alone gets no unhandled rejection, and no command is lost for it', async () => {
    const floor = openGuardedFloor();
    const seat = await floor.signIn('1001');
    await takeCall(floor, seat);
    void seat.agent.holdCall();
    void seat.agent.holdCall();
    void seat.agent.sendDtmf({ dtmfDigits: 'A' });
    await floor.rest();
    await turns();
    expect(seat.agent.getSnapshot().work).toBe('holding');
  });
});
