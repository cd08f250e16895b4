import { describe, expect, test } from '@jest/globals';
import { COMMANDS, type CommandName } from '../../machines/index.js';
import { CommandError, createSobotAgent } from '../../adapters/sobot/index.js';
import { Bench, benchAt, errorOf, PARAMETERS, type PlaceName, ScriptedSdk } from '../support/bench/index.js';

const without = (...missing: CommandName[]) => new ScriptedSdk(COMMANDS.filter((command) => !missing.includes(command)));

/** Commands with a parameter that can be wrong, and wrong ones. */
const WRONG = {
  initAgent: {},
  login: {},
  notReady: { reasonCode: 3 },
  makeCall: {},
  singleTransfer: {},
  initiateConsult: {},
  delayACW: { delayTime: 1 },
  sendDtmf: { dtmfDigits: 'x' },
  setRoute: {},
  forceBusy: {},
} as const;

describe('when several reasons apply', () => {
  test('DISPOSED is given before all others', async () => {
    const bench = benchAt('idle', { bench: new Bench({}, without('holdCall')) });
    bench.leave('notReady');
    bench.agent.dispose();
    for (const command of ['holdCall', 'answer', 'logout', 'notReady', 'makeCall'] as const) {
      expect(bench.agent.whyNot(command, {})?.code).toBe('DISPOSED');
      expect((await errorOf(bench.send(command, {})))['code']).toBe('DISPOSED');
    }
  });

  test('NOT_SUPPORTED is given before NOT_ALLOWED, IN_FLIGHT and INVALID_PARAMETER', async () => {
    const bench = benchAt('talking', { bench: new Bench({}, without('makeCall', 'holdCall', 'sendDtmf')) });
    bench.leave('singleTransfer');
    for (const command of ['makeCall', 'holdCall', 'sendDtmf'] as const) {
      expect(bench.agent.whyNot(command)?.code).toBe('NOT_SUPPORTED');
      expect((await errorOf(bench.send(command, {})))['code']).toBe('NOT_SUPPORTED');
    }
  });

  test('NOT_ALLOWED is given before IN_FLIGHT and INVALID_PARAMETER', async () => {
    const bench = benchAt('talking');
    bench.leave('holdCall');
    for (const command of ['makeCall', 'delayACW'] as const) {
      expect(bench.agent.whyNot(command, {})?.code).toBe('NOT_ALLOWED');
      expect((await errorOf(bench.send(command, {})))['code']).toBe('NOT_ALLOWED');
    }
  });

  test('IN_FLIGHT is given before INVALID_PARAMETER', async () => {
    const bench = benchAt('talking');
    bench.leave('holdCall');
    for (const command of ['singleTransfer', 'initiateConsult'] as const) {
      expect(bench.agent.whyNot(command, {})?.code).toBe('IN_FLIGHT');
      expect((await errorOf(bench.send(command, {})))['code']).toBe('IN_FLIGHT');
    }
  });

  test.each(Object.keys(WRONG) as (keyof typeof WRONG)[])(
    '%s: can and whyNot without parameters leave INVALID_PARAMETER out',
    (command) => {
      const places: Partial<Record<CommandName, PlaceName>> = { delayACW: 'acw', makeCall: 'idle', setRoute: 'idle', login: 'idle' };
      const bench = command === 'initAgent' ? new Bench() : benchAt(places[command] ?? 'talking');
      expect(bench.agent.whyNot(command)).toBeNull();
      expect(bench.agent.can(command)).toBe(true);
      expect(bench.agent.whyNot(command, PARAMETERS[command])).toBeNull();
      expect(bench.agent.can(command, PARAMETERS[command])).toBe(true);
      expect(bench.agent.whyNot(command, WRONG[command])?.code).toBe('INVALID_PARAMETER');
      expect(bench.agent.can(command, WRONG[command])).toBe(false);
      expect(bench.state().allowed).toContain(command);
    },
  );
});

describe('a refusal', () => {
  test.each(COMMANDS)('of %s by the chart says the state and where the command is allowed', async (command) => {
    const place = ['login', 'logout', 'makeCall', 'setRoute'].includes(command) ? 'talking' : 'idle';
    const bench =
      command === 'initAgent'
        ? benchAt('idle', { standing: 'initializing, offline' })
        : ['talking'].includes(place)
          ? benchAt(place)
          : new Bench();
    const refusal = bench.agent.whyNot(command);
    const { connection, login, work } = bench.state();
    expect(refusal).toMatchObject({ code: 'NOT_ALLOWED', command, state: { connection, login, work } });
    for (const word of [command, connection, login, work]) expect(refusal!.message).toContain(word);
    expect(refusal!.allowedIn!.length).toBeGreaterThan(0);

    const error = await errorOf(bench.send(command));
    expect(error).toBeInstanceOf(CommandError);
    expect(error).toMatchObject({ code: 'NOT_ALLOWED', command, state: refusal!.state, message: refusal!.message });
  });

  test('by a lane names the command in flight', () => {
    const bench = benchAt('talking');
    bench.leave('holdCall');
    const refusal = bench.agent.whyNot('singleTransfer');
    expect(refusal).toMatchObject({ code: 'IN_FLIGHT', command: 'singleTransfer', waitsFor: ['holdCall'] });
    expect(refusal!.message).toMatch(/singleTransfer.*holdCall/);
  });

  test('because of parameters says which and what is allowed', () => {
    const refusal = benchAt('acw').agent.whyNot('delayACW', { delayTime: 29 });
    expect(refusal).toMatchObject({ code: 'INVALID_PARAMETER', command: 'delayACW' });
    expect(refusal!.message).toMatch(/delayTime.*30.*900/);
  });

  test('leaves the state as it is, and tells nobody', async () => {
    const bench = benchAt('talking');
    const state = bench.state();
    const told: unknown[] = [];
    bench.agent.subscribe((next) => told.push(next));
    await errorOf(bench.send('answer'));
    await errorOf(bench.send('sendDtmf', {}));
    expect(bench.state()).toBe(state);
    expect(told).toEqual([]);
    expect(state.pending).toEqual([]);
  });
});

describe('an SDK object without some methods', () => {
  test('makes these NOT_SUPPORTED and works with all others', async () => {
    const bench = benchAt('idle', { bench: new Bench({}, without('queryRoutes', 'forceReady')) });
    expect(bench.state().allowed).not.toContain('queryRoutes');
    expect(bench.agent.can('forceReady')).toBe(false);
    const error = await errorOf(bench.send('queryRoutes'));
    expect(error).toMatchObject({ code: 'NOT_SUPPORTED', command: 'queryRoutes' });
    expect(error.message).toContain('queryRoutes');
    expect(bench.agent.can('queryStates')).toBe(true);
    const answer = bench.send('queryStates');
    bench.sdk.succeed('queryStates', { states: [] });
    await expect(answer).resolves.toEqual({ status: 'success', states: [] });
  });

  test('still has all the methods here', () => {
    const agent = createSobotAgent(new ScriptedSdk([]));
    for (const command of COMMANDS) {
      expect(typeof agent[command]).toBe('function');
      expect(agent.whyNot(command)?.code).toBe('NOT_SUPPORTED');
    }
    expect(agent.getSnapshot().allowed).toEqual(['on', 'off']);
  });

  test('a property that is no method is no method', () => {
    const sdk = Object.assign(new ScriptedSdk(), { initAgent: 'not a function' });
    expect(createSobotAgent(sdk as never).whyNot('initAgent')?.code).toBe('NOT_SUPPORTED');
  });
});
