import { describe, expect, jest, test } from '@jest/globals';
import { type Bench, benchAt, CUSTOMER, endOf, essence, THIRD } from '../support/bench/index.js';

// Some hundred benches for each test.
jest.setTimeout(60_000);

const TOLD = {
  retrieved: ['EventAgentRetrieveCall', CUSTOMER],
  released: ['EventReleased', THIRD],
  added: ['EventPartyAdded', THIRD],
} as const;
type Told = keyof typeof TOLD;

/** Every order of the three events, each up to twice or not at all. */
function orders(left: readonly Told[]): readonly (readonly Told[])[] {
  const next = [...new Set(left)];
  return [
    [],
    ...next.flatMap((first) => {
      const rest = [...left];
      rest.splice(rest.indexOf(first), 1);
      return orders(rest).map((order) => [first, ...order]);
    }),
  ];
}

const ORDERS = orders(['retrieved', 'retrieved', 'released', 'released', 'added', 'added']);
const withAll = (...wanted: Told[]) => ORDERS.filter((order) => wanted.every((told) => order.includes(told)));
const without = (...unwanted: Told[]) => ORDERS.filter((order) => !unwanted.some((told) => order.includes(told)));

function forming(command: 'consultConference' | 'consultTransfer' = 'consultConference') {
  const bench = benchAt('consulting, connected');
  return { bench, outcome: bench.agent[command]() };
}

const tell = (bench: Bench, told: Told) => {
  const [event, leg] = TOLD[told];
  bench.emit(event, leg);
};

/** The orders for which something is not so. */
async function exceptions(
  among: readonly (readonly Told[])[],
  isSo: (bench: Bench, outcome: Promise<unknown>, order: readonly Told[]) => boolean | Promise<boolean>,
): Promise<readonly string[]> {
  const found: string[] = [];
  for (const order of among) {
    const { bench, outcome } = forming();
    for (const told of order) tell(bench, told);
    if (!(await isSo(bench, outcome, order))) found.push(`${order.join(' ')}: ${bench.state().work}`);
  }
  return found;
}

describe('while a conference forms', () => {
  test('there are as many orders of what is told as are checked here', () => {
    expect(new Set(ORDERS.map((order) => order.join())).size).toBe(271);
  });

  test("no order of what is told ends the customer's call", async () => {
    expect(await exceptions(ORDERS, ({ state }) => state().call?.['callID'] === CUSTOMER.callID)).toEqual([]);
  });

  test('it has formed as soon as the party was added, whatever else was told', async () => {
    expect(await exceptions(withAll('added'), ({ state }) => state().work === 'conferencing')).toEqual([]);
  });

  test('consultConference resolves with the party added', async () => {
    const isResolved = async (_: Bench, outcome: Promise<unknown>) => (await endOf(outcome)) === 'resolved';
    expect(await exceptions(withAll('added'), isResolved)).toEqual([]);
  });

  test('consultConference is pending until then, in every order', async () => {
    const isPending = ({ state }: Bench) => state().pending.some(({ command }) => command === 'consultConference');
    expect(await exceptions(without('added'), isPending)).toEqual([]);
  });

  test('it is consulting until then, and the third party is shown', async () => {
    const isConsulting = ({ state }: Bench) => state().work === 'consulting' && state().consult !== null;
    expect(await exceptions(without('added'), isConsulting)).toEqual([]);
  });

  test('no order is reported as unexpected', async () => {
    expect(await exceptions(ORDERS, ({ divergences }) => divergences.length === 0)).toEqual([]);
  });

  test('what is told twice changes nothing the second time', async () => {
    const isUnchanged = (bench: Bench, _: unknown, order: readonly Told[]) =>
      [...new Set(order)].every((told) => {
        const before = JSON.stringify(essence(bench.state()));
        tell(bench, told);
        return JSON.stringify(essence(bench.state())) === before;
      });
    expect(await exceptions(ORDERS, isUnchanged)).toEqual([]);
  });

  test("the customer's end, when the conference has formed, is followed by after-call work", async () => {
    const endsInAcw = (bench: Bench) => {
      bench.emit('EventReleased', CUSTOMER);
      return bench.state().work === 'acw';
    };
    expect(await exceptions(withAll('added'), endsInAcw)).toEqual([]);
  });

  test("the third party's leaving, when the conference has formed, leaves the customer talking", async () => {
    const talksOn = (bench: Bench) => {
      bench.emit('EventPartyDeleted', { callID: CUSTOMER.callID, partyID: THIRD.partyID });
      return bench.state().work === 'talking' && bench.state().call !== null;
    };
    expect(await exceptions(withAll('added'), talksOn)).toEqual([]);
  });
});

describe('when the word that the conference has formed never comes', () => {
  const wait = ({ clock }: Bench) => clock.increment(60_000);

  test('consultConference times out in every order', async () => {
    const timesOut = async (bench: Bench, outcome: Promise<unknown>) => {
      wait(bench);
      return (await endOf(outcome)) === 'TIMEOUT';
    };
    expect(await exceptions(without('added'), timesOut)).toEqual([]);
  });

  test.each([
    ['nothing was told', without('added', 'retrieved', 'released'), 'consulting', 'consultConference'],
    ['only the customer was retrieved', without('added', 'released').filter((order) => order.length > 0), 'consulting', 'retrieveConsult'],
    [
      "the customer was retrieved and the third party's leg released",
      withAll('retrieved', 'released').filter((order) => !order.includes('added')),
      'talking',
      'holdCall',
    ],
    ["the third party's leg was released", without('added', 'retrieved').filter((order) => order.length > 0), 'holding', 'retrieveConsult'],
  ] as const)('and %s, the agent can go on', async (_, among, work, command) => {
    const goesOn = (bench: Bench) => {
      wait(bench);
      return bench.state().work === work && bench.agent.can(command) && bench.state().pending.length === 0;
    };
    expect(among).not.toHaveLength(0);
    expect(await exceptions(among, goesOn)).toEqual([]);
  });

  test('and it comes after the deadline, it is still believed', async () => {
    const isBelieved = (bench: Bench) => {
      wait(bench);
      tell(bench, 'added');
      return bench.state().work === 'conferencing';
    };
    expect(await exceptions(without('added'), isBelieved)).toEqual([]);
  });
});

describe('a conference that forms otherwise', () => {
  test.each(['EventPartyChanged', 'PartyChanged', 'EventPartyAdded'])('by %s is a conference as well', async (event) => {
    const { bench, outcome } = forming();
    bench.emit(event, { callID: CUSTOMER.callID, partyID: 'party-3', thirdDNRole: 'ConferenceBy' });
    expect(bench.state()).toMatchObject({ work: 'conferencing', consult: null });
    expect(await endOf(outcome)).toBe('resolved');
  });

  test('by a supervisor who barges in is a conference as well', () => {
    const { emit, state, divergences } = benchAt('talking');
    emit('EventPartyAdded', { callID: CUSTOMER.callID, partyID: 'party-3', thirdDNRole: 'BargeinBy' });
    expect(state()).toMatchObject({ work: 'conferencing', call: CUSTOMER });
    expect(divergences).toEqual([]);
  });

  test('is refused by the service: the consult goes on, or what is left of it', async () => {
    const { bench, outcome } = forming();
    bench.emit('EventError', { errorCode: '391039' });
    expect(await endOf(outcome)).toBe('REJECTED');
    expect(bench.state()).toMatchObject({ work: 'consulting', consult: { phase: 'talking' } });
    expect(bench.agent.can('consultTransfer')).toBe(true);
  });
});

describe('while the customer is handed over', () => {
  test.each([
    ['customer and third party released', [CUSTOMER, THIRD]],
    ['third party and customer released', [THIRD, CUSTOMER]],
    ['only the customer released, and a third party named who has taken over', [{ ...CUSTOMER, thirdDNRole: 'TransferTo' }]],
    ['each released twice', [THIRD, CUSTOMER, THIRD, CUSTOMER]],
  ])('%s: the agent is in after-call work', async (_, legs) => {
    const { bench, outcome } = forming('consultTransfer');
    for (const leg of legs) bench.emit('EventReleased', leg);
    expect(bench.state()).toMatchObject({ work: 'acw', call: null, consult: null });
    expect(await endOf(outcome)).toBe('resolved');
    expect(bench.divergences).toEqual([]);
  });

  test('only the third party released: the customer is not lost', async () => {
    const { bench, outcome } = forming('consultTransfer');
    bench.emit('EventReleased', THIRD);
    bench.clock.increment(60_000);
    expect(bench.state()).toMatchObject({ work: 'holding', call: CUSTOMER, onHold: 'customer' });
    expect(await endOf(outcome)).toBe('TIMEOUT');
    expect(bench.agent.can('retrieveConsult')).toBe(true);
  });
});
