import { describe, expect, test } from '@jest/globals';
import { createSobotAgent } from '../../adapters/sobot/index.js';
import { createCallCentre } from '../../adapters/simulator/index.js';
import type { CommandName } from '../../machines/index.js';
import { FLIGHTS } from '../support/bench/flights.js';
import { ScriptedSdk, turns, watch } from '../support/bench/index.js';
import { CONTRACT } from './contract-data.js';
import { covers } from './covers.js';

/** The method that an item names, and whether it calls back. */
function methodIn(item: string): { name: string; callsBack: boolean } {
  const [, name = '', callbacks] = /^method (\w+), (callbacks|no callbacks)$/.exec(item) ?? [];
  return { name, callsBack: callbacks === 'callbacks' };
}

describe('every method of the vendor', () => {
  const guarded = createSobotAgent(new ScriptedSdk());
  const simulated = createCallCentre({ agents: [{ agentID: '1001' }] }).connect();

  test.each(
    covers(
      'method initAgent, callbacks',
      'method on, no callbacks',
      'method off, no callbacks',
      'method login, callbacks',
      'method logout, callbacks',
      'method notReady, callbacks',
      'method ready, callbacks',
      'method resetLogout, callbacks',
      'method queryStates, callbacks',
      'method queryPhoneType, callbacks',
      'method queryUnusedExts, callbacks',
      'method queryAgentLoginInfo, callbacks',
      'method queryAgentCanJoinedInfo, callbacks',
      'method makeCall, no callbacks',
      'method rejectCall, no callbacks',
      'method answer, no callbacks',
      'method hangup, no callbacks',
      'method holdCall, no callbacks',
      'method retrieveCall, no callbacks',
      'method muteCall, no callbacks',
      'method unmute, no callbacks',
      'method singleTransfer, no callbacks',
      'method initiateConsult, no callbacks',
      'method cancelConsult, no callbacks',
      'method retrieveConsult, no callbacks',
      'method consultTransfer, no callbacks',
      'method consultConference, no callbacks',
      'method delayACW, no callbacks',
      'method completeACW, no callbacks',
      'method completeACWToBusy, no callbacks',
      'method sendDtmf, no callbacks',
      'method queryRoutes, callbacks',
      'method setRoute, callbacks',
      'method queryAgents, callbacks',
      'method forceLogout, callbacks',
      'method forceBusy, callbacks',
      'method forceReady, callbacks',
    ),
  )('%s: is there, in the guarded agent and in the simulator, and ends as documented', async (item) => {
    const { name, callsBack } = methodIn(item);
    expect(typeof Reflect.get(guarded, name)).toBe('function');
    expect(typeof Reflect.get(simulated, name)).toBe('function');
    if (name === 'on' || name === 'off') {
      expect(guarded[name]('EventRinging', () => undefined)).toBe(guarded);
      expect(simulated[name]('EventRinging', () => undefined)).toBe(simulated);
      return;
    }

    const bench = FLIGHTS.find(({ command }) => command === name)!.start();
    const command = name as CommandName;
    const outcome = watch(bench.send(command));
    const { success, error } = bench.sdk.lastCall(command).parameters ?? {};
    expect([typeof success, typeof error]).toEqual(callsBack ? ['function', 'function'] : ['undefined', 'undefined']);
    await turns();
    expect(outcome).toEqual([]);
    if (!callsBack) return;
    bench.sdk.succeed(command);
    await turns();
    expect(outcome).toMatchObject([{ ended: 'resolved', value: { status: 'success' } }]);
  });

  test('are all that the guarded agent sends, and all that the simulator takes', () => {
    const names = Object.keys(simulated).sort();
    expect(
      Object.keys(guarded)
        .filter((name) => names.includes(name))
        .sort(),
    ).toEqual(names);
    expect(names).toEqual(CONTRACT.methods.map(({ name }) => name).sort());
  });
});
