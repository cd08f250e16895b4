import { describe, expect, test } from '@jest/globals';
import { declarationOf } from '../../src/commands/index.js';
import type { CommandName } from '../../src/index.js';
import { COMMANDS } from '../../machines/index.js';
import { Bench, turns, watch } from '../support/bench/index.js';

/** Connected; signed in online, or on a break. */
function benchThatIs(login: 'offline' | 'online' | 'break' | 'uninitialized'): Bench {
  const bench = new Bench();
  if (login === 'uninitialized') return bench;
  bench.leave('initAgent');
  bench.sdk.succeed('initAgent');
  if (login === 'offline') return bench;
  bench.leave('login');
  bench.sdk.succeed('login', { agentState: '1' });
  if (login === 'break') bench.sdk.emit('EventAgentNotReady', { reasonCode: 12 });
  return bench;
}

const REGAINED = { agentStateInfo: { agentState: '1' } };

/** Where, which command, the event that makes it true before its answer, and how the agent is signed in then. */
const ROWS: readonly (readonly [Parameters<typeof benchThatIs>[0], CommandName, string, object, string])[] = [
  ['offline', 'login', 'EventAgentReady', {}, 'online'],
  ['offline', 'login', 'EventAgentNotReady', { reasonCode: 2 }, 'dnd'],
  ['online', 'logout', 'EventAgentLogout', {}, 'offline'],
  ['online', 'notReady', 'EventAgentNotReady', { reasonCode: 11 }, 'break'],
  ['break', 'ready', 'EventAgentReady', {}, 'online'],
  ['online', 'resetLogout', 'EventAgentLogout', {}, 'offline'],
  ['uninitialized', 'initAgent', 'EventAgentRegainStatus', REGAINED, 'online'],
];

describe('what the server has made true before the answer to the command comes', () => {
  test.each(ROWS)('%s: %s, told by %s %j', async (place, command, messageID, attributes, login) => {
    const bench = benchThatIs(place);
    // Login asks for what the event says, or the event would be somebody else's.
    const asked =
      messageID === 'EventAgentNotReady' && command === 'login' ? { phoneType: 'webrtc', bindExt: '1000', agentState: '2' } : undefined;
    const endings = watch(asked === undefined ? bench.send(command) : bench.send(command, asked));
    bench.sdk.emit(messageID, { ...attributes });
    await turns();
    expect(bench.state().login).toBe(login);
    expect(bench.state().connection).toBe('connected');
    // Only its own answer ends it.
    expect(endings).toEqual([]);
    expect(bench.state().pending.map((one) => one.command)).toEqual([command]);

    // The state that the answer announces is outdated by now.
    const isOut = login === 'offline';
    bench.sdk.emit(isOut ? 'EventAgentLogin' : 'EventAgentNotReady', isOut ? { agentState: '1' } : { reasonCode: 18 });
    bench.sdk.succeed(command);
    await turns();
    expect(endings).toHaveLength(1);
    expect(bench.state()).toMatchObject({
      pending: [],
      connection: 'connected',
      ...(isOut ? { login: 'online' } : { login: 'break', reasonCode: 18 }),
    });
  });
});

describe('the lane of a command', () => {
  test.each(COMMANDS)('%s waits for its own answer exactly in the lanes of login, reset and queries', (command) => {
    const { lane, answeredBy } = declarationOf(command);
    expect(answeredBy).toBe(['login', 'reset', 'query'].includes(lane) ? 'callback' : 'event');
  });
});
