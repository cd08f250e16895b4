import { describe, expect, test } from '@jest/globals';
import type { InspectionEvent } from 'xstate';
import type { AgentOptions, CommandError } from '../../adapters/sobot/index.js';
import { Bench, benchAt, PageStorage, reload, signIn } from '../support/bench/index.js';

const TOKEN = 'tok-aeiou-f00';
const CUSTOMER_DN = '13800138000';
const TARGET = '8877';
const OWN_MOBILE = '13600136000';
const ORDER = 'ORD-XYZZY';
const SECRETS = [TOKEN, CUSTOMER_DN, TARGET, OWN_MOBILE, ORDER];

const CUSTOMER = {
  callID: 'call-1',
  partyID: 'party-1',
  callType: 'Inbound',
  otherDN: CUSTOMER_DN,
  ANI: CUSTOMER_DN,
  thisDN: OWN_MOBILE,
  attachedData: { orderID: ORDER },
};
const THIRD = { callID: 'call-1', partyID: 'party-2', callType: 'Consult', otherDN: TARGET };

/** Everything a page can leak: what was inspected, reported, stored, and what errors say. */
interface Traces {
  readonly bench: Bench;
  readonly storage: PageStorage;
  readonly inspected: string[];
  readonly stored: string[];
  readonly reports: string[];
  readonly snapshots: string[];
  readonly errors: CommandError[];
}

/** JSON without what it cannot say: a circle is not personal. */
function toText(value: unknown): string {
  const above: unknown[] = [];
  return JSON.stringify(value, function replace(this: unknown, _, one: unknown): unknown {
    if (typeof one !== 'object' || one === null) return one;
    while (above.length > 0 && above.at(-1) !== this) above.pop();
    if (above.includes(one)) return '[circle]';
    above.push(one);
    return one;
  });
}

/** A day with personal data in every message and parameter. */
async function aDay(options: AgentOptions = {}): Promise<Traces> {
  const storage = new PageStorage();
  const [inspected, stored, reports, snapshots]: [string[], string[], string[], string[]] = [[], [], [], []];
  const errors: CommandError[] = [];
  const inspect = (event: InspectionEvent) => {
    inspected.push(toText(event));
  };
  const bench = new Bench({ storage, inspect, acw: { seconds: 60 }, ...options });
  const { agent, sdk, clock } = bench;
  agent.subscribe(() => {
    snapshots.push(JSON.stringify(agent.actor.getPersistedSnapshot()), JSON.stringify(agent.actor.getSnapshot()));
    stored.push(...storage.entries.values());
  });
  for (const name of ['switchhook:divergence', 'switchhook:malformed', 'switchhook:storage'] as const) {
    agent.on(name, (report: object) => reports.push(JSON.stringify(report)));
  }
  const waiting: Promise<unknown>[] = [];
  const run = (outcome: Promise<unknown>) => {
    waiting.push(outcome.catch((error: unknown) => errors.push(error as CommandError)));
  };

  run(agent.initAgent({ token: TOKEN, companyId: 'company', agent: '1005' }));
  sdk.fail('initAgent', { errorCode: '900002', errorMessage: `the token ${TOKEN} is expired` });
  run(agent.initAgent({ token: TOKEN, companyId: 'company', agent: '1005' }));
  sdk.succeed('initAgent');
  run(agent.login({ phoneType: 'pstn', bindExt: '1000', bindMobile: OWN_MOBILE, agentState: '1' }));
  sdk.succeed('login', { agentState: '1', bindMobile: OWN_MOBILE });
  run(agent.makeCall({ otherDN: CUSTOMER_DN, ANI: '02012345678', outboundPlanCode: CUSTOMER_DN }));
  run(agent.makeCall({ otherDN: CUSTOMER_DN, privacyNumber: CUSTOMER_DN }));
  bench.emit('EventError', { errorCode: '330082', errorMessage: `number ${CUSTOMER_DN} (+86 138-0013-8000) is on the blacklist` });
  bench.emit('EventRinging', CUSTOMER);
  bench.emit('EventHeld', CUSTOMER);
  bench.emit('EventRetrieved', CUSTOMER);
  run(agent.sendDtmf({ dtmfDigits: CUSTOMER_DN + ORDER }));
  run(agent.initiateConsult({ targetType: '1', target: TARGET }));
  bench.emit('EventError', { errorCode: '330075', errorMessage: `agent ${TARGET} is in a talk` });
  run(agent.initiateConsult({ targetType: '1', target: TARGET }));
  bench.emit('EventDialing', THIRD);
  bench.emit('EventEstablished', THIRD);
  run(agent.holdCall());
  run(agent.consultConference());
  bench.emit('EventReleased', { callID: [CUSTOMER_DN], partyID: TOKEN, otherDN: CUSTOMER_DN, attachedData: ORDER });
  bench.emit('EventPartyAdded', CUSTOMER);
  bench.emit('EventPartyDeleted', CUSTOMER);
  bench.emit('EventAgentRegainStatus', {
    agentStateInfo: { agentState: '1', thisDN: OWN_MOBILE },
    workStatusInfo: { callID: 'call-2', otherDN: CUSTOMER_DN, thirdDN: TARGET, attachedData: ORDER },
  });
  run(agent.singleTransfer({ targetType: '1', target: TARGET }));
  clock.increment(120_000);
  run(agent.hangup());
  agent.dispose();
  await Promise.all(waiting);
  return { bench, storage, inspected, stored, reports, snapshots, errors };
}

const leaks = (texts: readonly string[]) => SECRETS.filter((secret) => texts.some((text) => text.includes(secret)));

describe('token, numbers, attached data and the consulted party do not appear', () => {
  test('in the messages, remedies and JSON of errors', async () => {
    const { errors } = await aDay();
    expect(new Set(errors.map(({ code }) => code))).toEqual(
      new Set(['REJECTED', 'INVALID_PARAMETER', 'NOT_ALLOWED', 'TIMEOUT', 'DISPOSED']),
    );
    const texts = errors.flatMap((error) => [error.message, error.remedy ?? '', error.stack ?? '', JSON.stringify(error)]);
    expect(leaks(texts)).toEqual([]);
  });

  test('in the message of an error, though the service writes the number with blanks and hyphens', async () => {
    const { errors } = await aDay();
    expect(errors.filter(({ message }) => /0013.?8000/.test(message))).toEqual([]);
  });

  test('in reports', async () => {
    const { reports } = await aDay();
    expect(reports.length).toBeGreaterThan(1);
    expect(leaks(reports)).toEqual([]);
  });

  test('in the snapshots of the actor', async () => {
    const { snapshots } = await aDay();
    expect(snapshots.some((text) => text.includes('call-1'))).toBe(true);
    expect(leaks(snapshots)).toEqual([]);
  });

  test('in what an inspector gets', async () => {
    const { inspected } = await aDay();
    expect(inspected.some((text) => text.includes('call-1'))).toBe(true);
    expect(leaks(inspected)).toEqual([]);
  });

  test('in the storage', async () => {
    const { stored } = await aDay();
    expect(stored.some((text) => text.includes('call-1'))).toBe(true);
    expect(leaks(stored)).toEqual([]);
  });

  test('in the error that an error callback gets for a command refused here', () => {
    const { agent } = benchAt('idle');
    const failures: string[] = [];
    const error = (failure: unknown) => failures.push(JSON.stringify(failure));
    void agent.makeCall({ otherDN: CUSTOMER_DN, ANI: CUSTOMER_DN, outboundPlanCode: CUSTOMER_DN, error });
    void agent.sendDtmf({ dtmfDigits: CUSTOMER_DN, error });
    expect(leaks(failures)).toEqual([]);
  });

  test("in the vendor's code, where that is no code", async () => {
    const { agent, emit } = benchAt('idle');
    const outcome = agent.makeCall({ otherDN: CUSTOMER_DN });
    emit('EventError', { errorCode: CUSTOMER_DN });
    await outcome.catch((error: unknown) => {
      expect((error as CommandError).message).not.toContain(CUSTOMER_DN);
    });
  });
});

describe('where the integrator asks for it', () => {
  test('the storage has the numbers and attached data, but never the token', async () => {
    const { stored } = await aDay({ revealPersonalData: true });
    expect(leaks(stored)).toEqual([CUSTOMER_DN, TARGET, OWN_MOBILE, ORDER]);
  });

  test('snapshots and inspectors have them, but never the token', async () => {
    const { snapshots, inspected } = await aDay({ revealPersonalData: true });
    expect(leaks(snapshots)).toEqual([CUSTOMER_DN, TARGET, OWN_MOBILE, ORDER]);
    expect(leaks(inspected)).toEqual([CUSTOMER_DN, TARGET, OWN_MOBILE, ORDER]);
  });

  test('they are back after the page was loaded anew', () => {
    const storage = new PageStorage();
    const options = { storage, revealPersonalData: true };
    const bench = new Bench(options);
    // The record is filed under the agent whom initAgent names.
    signIn(bench);
    bench.emit('EventRinging', CUSTOMER);
    bench.emit('EventEstablished', CUSTOMER);
    const next = reload(bench, options);
    next.emit('EventAgentRegainStatus', { agentStateInfo: { agentState: '1' }, workStatusInfo: { callID: 'call-1' } });
    expect(next.state().call).toMatchObject({ otherDN: CUSTOMER_DN, attachedData: { orderID: ORDER } });
  });
});

test('what was stored in clear is masked again in a page that does not ask for it', () => {
  const storage = new PageStorage();
  const bench = new Bench({ storage, revealPersonalData: true });
  signIn(bench);
  bench.emit('EventRinging', CUSTOMER);
  bench.emit('EventEstablished', CUSTOMER);
  const inspected: string[] = [];
  const next = reload(bench, { storage, inspect: (event) => void inspected.push(toText(event)) });
  next.emit('EventAgentRegainStatus', { agentStateInfo: { agentState: '1' }, workStatusInfo: { callID: 'call-1' } });
  next.emit('EventAgentHoldCall', CUSTOMER);
  expect(leaks(inspected)).toEqual([]);
  expect(leaks([JSON.stringify(next.agent.actor.getPersistedSnapshot())])).toEqual([]);
  expect(leaks([...storage.entries.values()])).toEqual([]);
});

test('the page itself sees all of it', () => {
  const bench = new Bench();
  bench.emit('EventAgentReady');
  bench.emit('EventRinging', CUSTOMER);
  expect(bench.state().call).toMatchObject({ otherDN: CUSTOMER_DN, attachedData: { orderID: ORDER } });
});
