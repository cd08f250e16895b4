import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, test } from '@jest/globals';
import { createBrowserInspector, createInspector } from '@statelyai/inspect';
import { createMachine, type InspectionEvent, type Observer } from 'xstate';
import { agentMachine } from '../../machines/index.js';
import { Bench, signIn } from '../support/bench/index.js';
import { secretDay, secretMorning, secretsIn } from './support/secret-day.js';
import { StatelyPage } from './support/stately-page.js';

/** Deeper than their default of 10: the chart is. */
const WHOLE = { serializationDepthLimit: 40 };

interface Told {
  readonly type: string;
  readonly sessionId?: string;
  readonly rootId?: string;
  readonly definition?: string;
  readonly event?: { readonly type: string };
  readonly snapshot?: {
    readonly value: { readonly connection: unknown; readonly login: unknown; readonly work: unknown };
    readonly context: object;
  };
}

/** Their inspectors make their messages in idle time, which is a timer here. */
const idle = () => wait(20);

/** All messages that a way of receiving got, and what to inspect with. */
interface Receiving {
  readonly inspect: Observer<InspectionEvent>;
  readonly told: () => readonly Told[];
  readonly problems: () => readonly unknown[];
}

function receiving(options: object): Readonly<Record<string, () => Receiving>> {
  return {
    createInspector: () => {
      const sent: Told[] = [];
      const { inspect } = createInspector({ send: (event) => void sent.push(structuredClone(event) as Told) }, options);
      return { inspect, told: () => sent, problems: () => [] };
    },
    'createBrowserInspector, the frame there before': () => {
      const { window, iframe, received, refused, ...page } = openPage();
      const { inspect } = createBrowserInspector({ window, iframe, ...options });
      page.connect();
      return { inspect, told: () => received, problems: () => refused };
    },
    'createBrowserInspector, the frame there after': () => {
      const { window, iframe, received, refused, ...page } = openPage();
      const { inspect } = createBrowserInspector({ window, iframe, maxDeferredEvents: 1_000_000, ...options });
      return {
        inspect,
        told: () => {
          page.connect();
          return received.splice(0);
        },
        problems: () => refused,
      };
    },
  };
}

function openPage() {
  const page = new StatelyPage();
  const { window, iframe, received, refused } = page;
  return { window, iframe, received, refused, connect: () => page.connect() };
}

const WAYS = Object.entries(receiving(WHOLE)).map(([way, open]) => ({ way, open }));

describe.each(WAYS)('$way', ({ open }) => {
  test('gets the chart, the events and the snapshots, also when a command follows at once', async () => {
    const { inspect, told, problems } = open();
    const bench = new Bench({ inspect });
    signIn(bench);
    bench.customer('EventRinging');
    await idle();
    const messages = told();
    expect(problems()).toEqual([]);
    const [actor, ...others] = messages;
    expect(actor).toMatchObject({
      type: '@xstate.actor',
      sessionId: bench.agent.actor.sessionId,
      snapshot: { status: 'active', value: { connection: { down: 'uninitialized' } } },
    });
    const chart = createMachine(JSON.parse(actor!.definition!) as never);
    expect(chart.id).toBe('agent');
    expect(new Set(chart.events)).toEqual(new Set(agentMachine.events));
    const events = others.filter(({ type }) => type === '@xstate.event').map(({ event }) => event?.type);
    expect(events).toEqual(expect.arrayContaining(['xstate.init', 'initAgent', 'login', 'call.ringing']));
    const snapshots = others.filter(({ type }) => type === '@xstate.snapshot').map(({ snapshot }) => snapshot?.value);
    expect(snapshots.length).toBe(events.length);
    expect(snapshots[0]).toMatchObject({ connection: { down: 'uninitialized' } });
    expect(snapshots.at(-1)).toEqual(bench.agent.actor.getSnapshot().value);
  });

  test('gets the chart when it comes later', async () => {
    const { inspect, told, problems } = open();
    const bench = new Bench();
    signIn(bench);
    bench.agent.actor.system.inspect(inspect);
    bench.customer('EventRinging');
    await idle();
    const messages = told();
    expect(problems()).toEqual([]);
    expect(messages.map(({ type }) => type)).toEqual(['@xstate.actor', '@xstate.event', '@xstate.snapshot']);
    expect(messages[0]?.definition).toContain('"id":"agent"');
    expect(messages[0]?.snapshot?.value).toMatchObject({ connection: 'connected', work: 'idle' });
    expect(messages[2]?.snapshot?.value.work).toEqual(bench.agent.actor.getSnapshot().value.work);
  });

  test('gets neither token nor number nor attached data', async () => {
    const { inspect, told } = open();
    const bench = secretMorning({ inspect });
    secretDay(bench, { isShort: true });
    await idle();
    const texts = told().map((message) => JSON.stringify(message));
    expect(texts.length).toBeGreaterThan(500);
    expect(texts.some((text) => text.includes('call-1'))).toBe(true);
    expect(secretsIn(...texts)).toEqual([]);
  }, 30_000);

  test('gets numbers and attached data where the integrator asks for it', async () => {
    const { inspect, told } = open();
    const bench = new Bench({ inspect, revealPersonalData: true });
    bench.customer('EventRinging', { attachedData: { orderID: 'ORD-XYZZY' } });
    await idle();
    expect(JSON.stringify(told())).toContain('"orderID":"ORD-XYZZY"');
  });
});

test('with their own limit of depth, all arrives but the deepest states', async () => {
  const sent: Told[] = [];
  const { inspect } = createInspector({ send: (event) => void sent.push(event as Told) });
  signIn(new Bench({ inspect }));
  await idle();
  const chart = JSON.parse(sent[0]!.definition!) as { readonly states: object };
  expect(new Set(Object.keys(chart.states))).toEqual(new Set(Object.keys(agentMachine.states)));
  expect(sent[0]!.definition).toContain('[Object]');
});
