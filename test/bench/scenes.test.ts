import { expect, test } from '@jest/globals';
import { initialTransition, transition } from 'xstate';
import { compileOf, type Compile, type CompiledEngine } from '../../bench/scene/compiled-engine.js';
import { compareEvents } from '../../bench/scene/event-sides.js';
import { CallMessages } from '../../bench/scene/messages.js';
import { RawActor } from '../../bench/scene/raw-actor.js';
import { record } from '../../bench/scene/recording.js';
import { openTalk } from '../../bench/scene/talk.js';
import { weigh } from '../../bench/scene/weigh.js';
import { can } from '../../bench/measurements/can.js';
import { command } from '../../bench/measurements/command.js';
import { timesOf } from '../../bench/measurements/compiled.js';
import { rawSend } from '../../bench/measurements/raw-send.js';
import {
  agentMachine,
  COMMANDS,
  compile,
  Confidential,
  readState,
  revealed,
  type AgentContext,
  type AgentSnapshot,
  type Attributes,
} from '../../machines/index.js';

test('the raw actor gets the events of a hold and of a retrieval, and nothing that the agent adds to them', async () => {
  const { toTalk, hold, retrieve } = await record();
  expect([hold.command.type, hold.fact.type]).toEqual(['holdCall', 'call.held']);
  expect([retrieve.command.type, retrieve.fact.type]).toEqual(['retrieveCall', 'call.retrieved']);
  expect(toTalk.map(({ type }) => type).slice(-2)).toEqual(['call.ringing', 'call.established']);
});

test('the raw actor does what the agent does', async () => {
  const { agent, sdk, messages } = await openTalk();
  const raw = new RawActor(await record());
  const works: string[][] = [];
  const facts = raw.facts(4);
  messages.holds(4).forEach((message, index) => {
    sdk.emit(message);
    raw.actor.send(facts[index]!);
    works.push([agent.getSnapshot().work, readState(raw.actor.getSnapshot()).work]);
  });
  expect(works).toEqual([
    ['holding', 'holding'],
    ['talking', 'talking'],
    ['holding', 'holding'],
    ['talking', 'talking'],
  ]);
});

test('a fact that changed nothing would be seen: the scene of the raw actor is looked at', async () => {
  const recording = await record();
  expect(() => new RawActor({ ...recording, hold: recording.retrieve })).toThrow(/should be holding, but is talking/);
});

test('the raw actor knows of its call what the agent knows of it, talking and holding', async () => {
  const { agent, sdk, messages } = await openTalk();
  const raw = new RawActor(await record());
  const known = ({ roster: { call } }: AgentContext): unknown => ({
    ...call,
    details: revealed(call!.details),
    establishedAt: null,
    since: null,
  });
  const both = (): unknown[] => [agent.actor.getSnapshot(), raw.actor.getSnapshot()].map(({ context }) => known(context));
  const [, talking] = both();
  expect(talking).toMatchObject({ callID: 'call-1', details: { otherDN: '13900001111', thisDN: '1000' } });
  expect(both()).toEqual([talking, talking]);
  sdk.emit(messages.next('EventAgentHoldCall'));
  raw.actor.send(raw.facts(1)[0]!);
  const [holding] = both();
  expect(both()).toEqual([holding, holding]);
  agent.dispose();
});

test('a fact of the raw actor has the attributes that the message has, masked where it is printed', async () => {
  const { hold } = await record();
  const [message] = new CallMessages().holds(1);
  const { details } = hold.fact as unknown as { details: Confidential<Attributes> };
  expect(details).toBeInstanceOf(Confidential);
  expect(Object.keys(revealed(details)).sort()).toEqual(['agentID', 'otherDN', 'otherDNRole', 'thisDN', 'thisDNRole']);
  expect(message).toMatchObject(revealed(details));
});

test.each([
  { what: 'heard', isHeard: true },
  { what: 'unheard', isHeard: false },
])('an event $what costs something', async ({ isHeard }) => {
  const rounds = await compareEvents(isHeard, 1);
  expect(rounds.median('agent')).toBeGreaterThan(0);
  expect(rounds.median('raw')).toBeGreaterThan(0);
});

test.each([command, can, rawSend])(
  '$name is measured',
  async ({ measure }) => {
    const figures = await measure(1);
    expect(figures.filter(({ value }) => !(value! > 0))).toEqual([]);
  },
  60_000,
);

test('a commit without an engine is measured as having none', () => {
  expect(compileOf({})).toBeNull();
});

test('a weight is what the heap has grown by, for each, in kB', async () => {
  const heap = [5_000, 85_000];
  const log: string[] = [];
  const kB = await weigh(
    10,
    () => log.push('prepared'),
    async () => log.push('made'),
    async () => {
      log.push('weighed');
      return heap.shift() ?? NaN;
    },
  );
  expect(kB).toBe(8);
  const ten = (word: string): string[] => Array.from({ length: 10 }, () => word);
  expect(log).toEqual([...ten('prepared'), 'weighed', ...ten('made'), 'weighed']);
});

test('the compiled engine is quicker than XState, in the same talk', async () => {
  expect(compileOf()).toBe(compile);
  const figures = await timesOf(compile(agentMachine), await record(), 200);
  expect(figures[0]?.value).toBeGreaterThan(2);
  expect(figures.filter(({ value }) => !(value! > 0))).toEqual([]);
}, 30_000);

test('an engine that allows something else than XState is not measured', async () => {
  const engine = compile(agentMachine);
  const wrong: CompiledEngine = { ...engine, allowed: () => ['holdCall'] };
  await expect(timesOf(wrong, await record(), 1)).rejects.toThrow(
    /After call\.held the compiled engine allows holdCall; XState allows .*retrieveCall/,
  );
});

test('an engine that is XState itself is as quick as XState, and is asked what it allows', async () => {
  let asked = 0;
  const compile: Compile = (machine) => ({
    initial: (input) => initialTransition(machine, input)[0],
    transition: (snapshot, event) => ({ snapshot: transition(machine, snapshot as AgentSnapshot, event)[0], emitted: [] }),
    allowed: (snapshot) => {
      asked += 1;
      return ([...COMMANDS, 'on', 'off'] as const).filter((type) => (snapshot as AgentSnapshot).can({ type }));
    },
  });
  const figures = await timesOf(compile(agentMachine), await record(), 200);
  const [ratio] = figures;
  expect(ratio?.unit).toBe('×');
  expect(ratio?.value).toBeGreaterThan(0.5);
  expect(ratio?.value).toBeLessThan(2);
  expect(asked).toBeGreaterThan(0);
  expect(figures.filter(({ value }) => !(value! > 0))).toEqual([]);
}, 30_000);
