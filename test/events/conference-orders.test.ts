import { describe, expect, test } from '@jest/globals';
import { CUSTOMER, deskIn, endOf, essence, THIRD, type Desk } from '../support/desk.js';

const TOLD = {
  retrieved: ['EventAgentRetrieveCall', CUSTOMER],
  released: ['EventReleased', THIRD],
  added: ['EventPartyAdded', THIRD],
} as const;
type Told = keyof typeof TOLD;

/** Every order of the three events, each up to twice or not at all. */
function orders(left: readonly Told[]): readonly (readonly Told[])[] {
  const next = [...new Set(left)];
  return [[], ...next.flatMap((first) => {
    const rest = [...left];
    rest.splice(rest.indexOf(first), 1);
    return orders(rest).map((order) => [first, ...order]);
  })];
}

const ORDERS = orders(['retrieved', 'retrieved', 'released', 'released', 'added', 'added']);
const withAll = (...wanted: Told[]) => ORDERS.filter((order) => wanted.every((told) => order.includes(told)));
const without = (...unwanted: Told[]) => ORDERS.filter((order) => !unwanted.some((told) => order.includes(told)));

function forming(command: 'consultConference' | 'consultTransfer' = 'consultConference') {
  const desk = deskIn('consulting talking');
  return { desk, outcome: desk.agent[command]() };
}

const tell = (desk: Desk, told: Told) => {
  const [event, leg] = TOLD[told];
  desk.emit(event, leg);
};

/** The orders for which something is not so. */
async function exceptions(
  among: readonly (readonly Told[])[],
  isSo: (desk: Desk, outcome: Promise<unknown>, order: readonly Told[]) => boolean | Promise<boolean>,
): Promise<readonly string[]> {
  const found: string[] = [];
  for (const order of among) {
    const { desk, outcome } = forming();
    for (const told of order) tell(desk, told);
    if (!(await isSo(desk, outcome, order))) found.push(`${order.join(' ')}: ${desk.state().work}`);
  }
  return found;
}

describe('while a conference forms', () => {
  test('there are as many orders of what is told as are checked here', () => {
    expect(new Set(ORDERS.map((order) => order.join())).size).toBe(271);
  });

  test('no order of what is told ends the customer\'s call', async () => {
    expect(await exceptions(ORDERS, ({ state }) => state().call?.['callID'] === CUSTOMER.callID)).toEqual([]);
  });

  test('it has formed as soon as the party was added, whatever else was told', async () => {
    expect(await exceptions(withAll('added'), ({ state }) => state().work === 'conferencing')).toEqual([]);
  });

  test('consultConference resolves with the party added', async () => {
    const isResolved = async (_: Desk, outcome: Promise<unknown>) => (await endOf(outcome)) === 'resolved';
    expect(await exceptions(withAll('added'), isResolved)).toEqual([]);
  });

  test('consultConference is pending until then, in every order', async () => {
    const isPending = ({ state }: Desk) => state().pending.some(({ command }) => command === 'consultConference');
    expect(await exceptions(without('added'), isPending)).toEqual([]);
  });

  test('it is consulting until then, and the third party is shown', async () => {
    const isConsulting = ({ state }: Desk) => state().work === 'consulting' && state().consult !== null;
    expect(await exceptions(without('added'), isConsulting)).toEqual([]);
  });

  test('no order is reported as unexpected', async () => {
    expect(await exceptions(ORDERS, ({ divergences }) => divergences.length === 0)).toEqual([]);
  });

  test('what is told twice changes nothing the second time', async () => {
    const isUnchanged = (desk: Desk, _: unknown, order: readonly Told[]) =>
      [...new Set(order)].every((told) => {
        const before = JSON.stringify(essence(desk.state()));
        tell(desk, told);
        return JSON.stringify(essence(desk.state())) === before;
      });
    expect(await exceptions(ORDERS, isUnchanged)).toEqual([]);
  });

  test('the customer\'s end, when the conference has formed, is followed by after-call work', async () => {
    const endsInAcw = (desk: Desk) => {
      desk.emit('EventReleased', CUSTOMER);
      return desk.state().work === 'acw';
    };
    expect(await exceptions(withAll('added'), endsInAcw)).toEqual([]);
  });

  test('the third party\'s leaving, when the conference has formed, leaves the customer talking', async () => {
    const talksOn = (desk: Desk) => {
      desk.emit('EventPartyDeleted', { callID: CUSTOMER.callID, partyID: THIRD.partyID });
      return desk.state().work === 'talking' && desk.state().call !== null;
    };
    expect(await exceptions(withAll('added'), talksOn)).toEqual([]);
  });
});

describe('when the word that the conference has formed never comes', () => {
  const wait = ({ clock }: Desk) => clock.increment(60_000);

  test('consultConference times out in every order', async () => {
    const timesOut = async (desk: Desk, outcome: Promise<unknown>) => {
      wait(desk);
      return (await endOf(outcome)) === 'TIMEOUT';
    };
    expect(await exceptions(without('added'), timesOut)).toEqual([]);
  });

  test.each([
    ['nothing was told', without('added', 'retrieved', 'released'), 'consulting', 'consultConference'],
    ['the customer was retrieved', withAll('retrieved').filter((order) => !order.includes('added')), 'talking', 'holdCall'],
    ['the third party\'s leg was released', without('added', 'retrieved').filter((order) => order.length > 0), 'holding', 'retrieveConsult'],
  ] as const)('and %s, the agent can go on', async (_, among, work, command) => {
    const goesOn = (desk: Desk) => {
      wait(desk);
      return desk.state().work === work && desk.agent.can(command) && desk.state().pending.length === 0;
    };
    expect(among).not.toHaveLength(0);
    expect(await exceptions(among, goesOn)).toEqual([]);
  });

  test('and it comes after the deadline, it is still believed', async () => {
    const isBelieved = (desk: Desk) => {
      wait(desk);
      tell(desk, 'added');
      return desk.state().work === 'conferencing';
    };
    expect(await exceptions(without('added'), isBelieved)).toEqual([]);
  });
});

describe('a conference that forms otherwise', () => {
  test.each(['EventPartyChanged', 'PartyChanged', 'EventPartyAdded'])('by %s is a conference as well', async (event) => {
    const { desk, outcome } = forming();
    desk.emit(event, { callID: CUSTOMER.callID, partyID: 'party-3', thirdDNRole: 'ConferenceBy' });
    expect(desk.state()).toMatchObject({ work: 'conferencing', consult: null });
    expect(await endOf(outcome)).toBe('resolved');
  });

  test('by a supervisor who barges in is a conference as well', () => {
    const { emit, state, divergences } = deskIn('talking');
    emit('EventPartyAdded', { callID: CUSTOMER.callID, partyID: 'party-3', thirdDNRole: 'BargeinBy' });
    expect(state()).toMatchObject({ work: 'conferencing', call: CUSTOMER });
    expect(divergences).toEqual([]);
  });

  test('is refused by the service: the consult goes on, or what is left of it', async () => {
    const { desk, outcome } = forming();
    desk.emit('EventError', { errorCode: '391039' });
    expect(await endOf(outcome)).toBe('REJECTED');
    expect(desk.state()).toMatchObject({ work: 'consulting', consult: { phase: 'talking' } });
    expect(desk.agent.can('consultTransfer')).toBe(true);
  });
});

describe('while the customer is handed over', () => {
  test.each([
    ['customer and third party released', [CUSTOMER, THIRD]],
    ['third party and customer released', [THIRD, CUSTOMER]],
    ['only the customer released, and a third party named who has taken over', [{ ...CUSTOMER, thirdDNRole: 'TransferTo' }]],
    ['each released twice', [THIRD, CUSTOMER, THIRD, CUSTOMER]],
  ])('%s: the agent is in after-call work', async (_, legs) => {
    const { desk, outcome } = forming('consultTransfer');
    for (const leg of legs) desk.emit('EventReleased', leg);
    expect(desk.state()).toMatchObject({ work: 'acw', call: null, consult: null });
    expect(await endOf(outcome)).toBe('resolved');
    expect(desk.divergences).toEqual([]);
  });

  test('only the third party released: the customer is not lost', async () => {
    const { desk, outcome } = forming('consultTransfer');
    desk.emit('EventReleased', THIRD);
    desk.clock.increment(60_000);
    expect(desk.state()).toMatchObject({ work: 'holding', call: CUSTOMER });
    expect(await endOf(outcome)).toBe('TIMEOUT');
    expect(desk.agent.can('retrieveConsult')).toBe(true);
  });
});
