import { fileURLToPath } from 'node:url';
import { runInNewContext } from 'node:vm';
import { describe, expect, test } from '@jest/globals';
import { build } from 'esbuild';
import { SimulatedClock } from 'xstate';
import { createCallCentre, runUntilQuiet } from '../../adapters/simulator/index.js';
import { createSobotAgent, type AgentState } from '../../adapters/sobot/index.js';
import { CountingClock, ScriptedSdk } from '../support/bench/index.js';
import { settled } from '../support/guarded-floor.js';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** The size of our own code that a page downloads for this line, minified; bytes. */
async function bytesOf(line: string): Promise<number> {
  const { outputFiles } = await build({
    stdin: { contents: line, resolveDir: ROOT, loader: 'ts' },
    bundle: true,
    minify: true,
    format: 'esm',
    external: ['xstate', 'valibot'],
    write: false,
    logLevel: 'error',
    // As the package's own `sideEffects: false` has it.
    plugins: [
      {
        name: 'no-side-effects',
        setup({ onResolve, resolve }) {
          onResolve({ filter: /^\./ }, async ({ path, pluginData, ...options }) => {
            if (pluginData === 'seen') return undefined;
            return { ...(await resolve(path, { ...options, pluginData: 'seen' })), sideEffects: false };
          });
        },
      },
    ],
  });
  return outputFiles[0]!.contents.length;
}

/*
 * Wish 10: a typed promise-and-subscribe API with unsubscribe, no global, no side effect on import, tree-shakable,
 * re-initialisable without leaks. Asked for in connect #926, #918, #327, #669, #809 and #438.
 */
describe('a typed promise-and-subscribe API, without globals, side effects or leaks', () => {
  test('promises resolve with typed results, in order, by await alone', async () => {
    const clock = new SimulatedClock();
    const centre = createCallCentre({ clock, agents: [{ agentID: '1001', ext: '1000' }] });
    const agent = createSobotAgent(centre.connect(), { clock });
    const day = (async () => {
      await agent.initAgent({ token: 't', companyId: 'c', agent: '1001' });
      const { agentState, bindExt } = await agent.login({ phoneType: 'webrtc', bindExt: '', agentState: '1' });
      const { phoneTypes } = await agent.queryPhoneType();
      // @ts-expect-error: a reason code is needed, and the compiler knows it
      const refused = await agent.notReady({}).catch((error: unknown) => error);
      // @ts-expect-error: there is no such command
      expect(agent.park).toBeUndefined();
      return [agentState, bindExt, phoneTypes?.length, (refused as { code: string }).code];
    })();
    for (let turn = 0; turn < 6; turn += 1) {
      runUntilQuiet(centre, clock);
      await settled();
    }
    expect(await day).toEqual(['1', '1000', 3, 'INVALID_PARAMETER']);
  });

  test('subscribe tells every state, and unsubscribe ends exactly that subscription', () => {
    const sdk = new ScriptedSdk();
    const agent = createSobotAgent(sdk);
    const [one, other]: [AgentState[], AgentState[]] = [[], []];
    const unsubscribe = agent.subscribe((state) => one.push(state));
    agent.subscribe((state) => other.push(state));
    void agent.initAgent({ token: 't', companyId: 'c', agent: '1001' });
    unsubscribe();
    unsubscribe();
    sdk.succeed('initAgent');
    expect(one.map(({ connection }) => connection)).toEqual(['initializing']);
    expect(other.map(({ connection }) => connection)).toEqual(['initializing', 'connected']);
    agent.dispose();
  });

  test('importing every entry for a page sets no global and needs none: no window, no document, no timer', async () => {
    const { outputFiles } = await build({
      stdin: {
        contents: `
          import * as sobot from './adapters/sobot/index.ts';
          import * as core from './src/index.ts';
          import * as machines from './machines/index.ts';
          import * as simulator from './adapters/simulator/index.ts';
          export const names = [sobot, core, machines, simulator].flatMap(Object.keys);`,
        resolveDir: ROOT,
        loader: 'ts',
      },
      bundle: true,
      format: 'iife',
      globalName: 'exported',
      write: false,
      logLevel: 'error',
    });
    // A world with nothing in it but the language itself.
    const world: { exported?: { names: string[] } } = {};
    runInNewContext(outputFiles[0]!.text, world);
    expect(Object.keys(world)).toEqual(['exported']);
    expect(world.exported?.names).toEqual(expect.arrayContaining(['createSobotAgent', 'createAgent', 'agentMachine', 'createCallCentre']));
  });

  test('who takes one thing downloads that thing, not the rest', async () => {
    const all = await bytesOf(`export * from './adapters/sobot/index.ts'`);
    const roles = await bytesOf(`export { DN_ROLES } from './adapters/sobot/index.ts'`);
    const classes = await bytesOf(`export { classifyError } from './adapters/sobot/index.ts'`);
    const nothing = await bytesOf(`import './adapters/sobot/index.ts'`);
    expect(nothing).toBe(0);
    expect(roles).toBeLessThan(1000);
    expect(classes).toBeLessThan(all / 5);
    // Four bundles are made.
  }, 30_000);

  test('it can be set up and disposed of again and again, on one SDK, and leaves nothing', async () => {
    const sdk = new ScriptedSdk();
    const clock = new CountingClock();
    for (let round = 0; round < 20; round += 1) {
      const agent = createSobotAgent(sdk, { clock });
      const heard: unknown[] = [];
      agent.on('EventAgentAll', (message) => heard.push(message));
      agent.subscribe((state) => heard.push(state));
      void agent.initAgent({ token: 't', companyId: 'c', agent: '1001' });
      sdk.succeed('initAgent');
      void agent.login({ phoneType: 'webrtc', bindExt: '', agentState: '1' });
      sdk.succeed('login');
      sdk.emit('EventRinging', { callID: `call-${round}`, partyID: `party-${round}`, callType: 'Inbound' });
      expect(agent.getSnapshot()).toMatchObject({ login: 'online', work: 'ringing' });
      const inFlight = agent.answer().catch((error: unknown) => (error as { code: string }).code);
      expect(clock.running.size).toBeGreaterThan(0);
      agent.dispose();
      expect(await inFlight).toBe('DISPOSED');
      const { length } = heard;
      sdk.emit('EventReleased', { callID: `call-${round}`, partyID: `party-${round}` });
      expect(heard).toHaveLength(length);
    }
    expect(sdk.handlerCount).toBe(0);
    expect(clock.running.size).toBe(0);
  });

  test('two agents in one page have nothing in common', () => {
    const [one, other] = [new ScriptedSdk(), new ScriptedSdk()];
    const [first, second] = [createSobotAgent(one), createSobotAgent(other)];
    void first.initAgent({ token: 't', companyId: 'c', agent: '1001' });
    one.succeed('initAgent');
    first.dispose();
    expect(second.getSnapshot().connection).toBe('uninitialized');
    expect(second.can('initAgent')).toBe(true);
    second.dispose();
  });
});
