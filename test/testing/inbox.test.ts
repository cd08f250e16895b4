import { describe, expect, test } from '@jest/globals';
import { createSobotAgent } from '../../adapters/sobot/index.js';
import { createCallCentre, runUntilQuiet } from '../../adapters/simulator/index.js';
import { Inbox } from '../../adapters/testing/floor/inbox.js';
import { reachedThrough } from '../../adapters/testing/subject/reached-through.js';
import { SimulatedClock } from 'xstate';

const turn = () => Promise.resolve();

describe('what reaches a page', () => {
  test('reaches it at once while its computer is awake', () => {
    const inbox = new Inbox();
    const seen: string[] = [];
    inbox.arrives(() => seen.push('message'));
    inbox.leadsTo(() => seen.push('handler'));
    expect(seen).toEqual(['message', 'handler']);
  });

  test('waits while it sleeps, and then arrives in the same order, with a turn between one message and the next', async () => {
    const inbox = new Inbox();
    const seen: string[] = [];
    inbox.shuts();
    for (const name of ['one', 'other']) {
      inbox.arrives(() => seen.push(name));
      inbox.leadsTo(() => seen.push(`handler of ${name}`));
    }
    expect(seen).toEqual([]);
    await inbox.opens(async () => {
      seen.push('turn');
      await turn();
    });
    expect(seen).toEqual(['one', 'handler of one', 'turn', 'other', 'handler of other', 'turn']);
    inbox.arrives(() => seen.push('later'));
    expect(seen.at(-1)).toBe('later');
  });

  test('keeps nothing else back where a handler throws', async () => {
    const inbox = new Inbox();
    const seen: string[] = [];
    inbox.shuts();
    inbox.arrives(() => {
      throw new Error('wrong');
    });
    inbox.arrives(() => seen.push('next'));
    expect(await inbox.opens(turn)).toEqual([new Error('wrong')]);
    expect(seen).toEqual(['next']);
  });

  test('is all of it: events, answers, and that the link is interrupted', async () => {
    const clock = new SimulatedClock();
    const centre = createCallCentre({ agents: [{ agentID: '1001' }], clock });
    const inbox = new Inbox();
    const sdk = centre.connect();
    const agent = createSobotAgent(
      reachedThrough(sdk, (run) => inbox.arrives(run)),
      { clock },
    );
    const settled = async () => {
      runUntilQuiet(centre, clock);
      for (let count = 0; count < 10; count += 1) await Promise.resolve();
    };
    inbox.shuts();
    void agent.initAgent({ token: 'any', companyId: 'any', agent: '1001' });
    await settled();
    expect(agent.getSnapshot().connection).toBe('initializing');
    await inbox.opens(settled);
    expect(agent.getSnapshot().connection).toBe('connected');
    inbox.shuts();
    centre.faults.interrupt(sdk);
    await settled();
    expect(agent.getSnapshot().connection).toBe('connected');
    await inbox.opens(settled);
    expect(agent.getSnapshot().connection).toBe('interrupted');
    agent.dispose();
    centre.dispose();
  });
});
