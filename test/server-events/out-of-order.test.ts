import { describe, expect, test } from '@jest/globals';
import { type Bench, benchAt, CUSTOMER, type PlaceName, START, THIRD } from '../support/bench/index.js';

type Message = readonly [event: string, leg: Record<string, unknown>];

function permutations<T>(list: readonly T[]): readonly (readonly T[])[] {
  if (list.length < 2) return [list];
  return list.flatMap((first, index) => permutations([...list.slice(0, index), ...list.slice(index + 1)]).map((rest) => [first, ...rest]));
}

const RINGING: Message = ['EventRinging', CUSTOMER];
const ESTABLISHED: Message = ['EventEstablished', CUSTOMER];
const HELD: Message = ['EventAgentHoldCall', CUSTOMER];
const RETRIEVED: Message = ['EventAgentRetrieveCall', CUSTOMER];
const RELEASED: Message = ['EventReleased', CUSTOMER];
const THIRD_DIALING: Message = ['EventDialing', THIRD];
const THIRD_ESTABLISHED: Message = ['EventEstablished', THIRD];
const THIRD_RELEASED: Message = ['EventReleased', THIRD];
const ADDED: Message = ['EventPartyAdded', THIRD];

/** Ms between what has happened: nearer stamps than a second take the order of arrival. */
const APART = 2000;

/** The order in which the messages came, and where the agent was in the end, if not where expected. */
function exceptions(
  place: PlaceName,
  happened: readonly Message[],
  act: (bench: Bench) => unknown,
  isSo: (bench: Bench) => boolean,
): readonly string[] {
  const stamped = happened.map(([event, leg], index): Message => [event, { ...leg, creationTime: START + (index + 1) * APART }]);
  return permutations(stamped).flatMap((arrived) => {
    const bench = benchAt(place);
    act(bench);
    for (const [event, leg] of arrived) bench.emit(event, leg);
    const order = arrived.map(([event, { callType }]) => `${event}(${String(callType)})`).join(' ');
    return isSo(bench) ? [] : [`${order}: ${bench.state().work} ${bench.state().consult?.phase ?? ''}`];
  });
}

const nothing = () => undefined;
const isIn =
  (work: string, phase?: string) =>
  ({ state }: Bench) =>
    state().work === work && state().consult?.phase === phase;

describe('messages that overtake each other', () => {
  test.each<readonly [string, readonly Message[], string]>([
    ['ringing, established', [RINGING, ESTABLISHED], 'talking'],
    ['ringing, established, held', [RINGING, ESTABLISHED, HELD], 'holding'],
    ['ringing, established, held, retrieved', [RINGING, ESTABLISHED, HELD, RETRIEVED], 'talking'],
  ])('leave the agent where the last one put them: %s', (_, happened, work) => {
    expect(exceptions('idle', happened, nothing, isIn(work))).toEqual([]);
  });

  test('leave no call when one of them is the end of it', () => {
    const isOver = ({ state }: Bench) => state().call === null;
    expect(exceptions('idle', [RINGING, ESTABLISHED, HELD, RELEASED], nothing, isOver)).toEqual([]);
  });

  const consult = ({ agent }: Bench) => agent.initiateConsult({ targetType: '0', target: '1002' });

  test.each([
    ['held first', [HELD, THIRD_DIALING, THIRD_ESTABLISHED]],
    ['held in between', [THIRD_DIALING, HELD, THIRD_ESTABLISHED]],
    ['held at last', [THIRD_DIALING, THIRD_ESTABLISHED, HELD]],
  ])('leave the third party connected, the customer %s', (_, happened) => {
    expect(exceptions('talking', happened, consult, isIn('consulting', 'talking'))).toEqual([]);
  });

  test.each(permutations([RETRIEVED, THIRD_RELEASED, ADDED]))('leave a conference: %s, %s, %s', (...happened) => {
    const join = ({ agent }: Bench) => agent.consultConference();
    expect(exceptions('consulting, connected', happened, join, isIn('conferencing'))).toEqual([]);
  });

  test.each([
    ['released first', [THIRD_RELEASED, RETRIEVED]],
    ['retrieved first', [RETRIEVED, THIRD_RELEASED]],
  ])('leave the customer talked with, after a consult, %s', (_, happened) => {
    const back = ({ agent }: Bench) => agent.retrieveConsult();
    expect(exceptions('consulting, connected', happened, back, isIn('talking'))).toEqual([]);
  });

  test('leave agent and third party talking when the customer hung up meanwhile', () => {
    const happened = [HELD, THIRD_DIALING, THIRD_ESTABLISHED];
    const gone = (bench: Bench) => {
      bench.emit(...RELEASED);
      return bench.state().work === 'talking' && bench.state().call?.callType === 'Consult';
    };
    expect(exceptions('talking', happened, consult, gone)).toEqual([]);
  });

  test('leave the agent on the break that was the last word', () => {
    const happened: Message[] = [
      ['EventAgentReady', {}],
      ['EventAgentNotReady', { reasonCode: 12 }],
      ['EventAgentReady', {}],
      ['EventAgentNotReady', { reasonCode: 14 }],
    ];
    expect(exceptions('idle', happened, nothing, ({ state }) => state().reasonCode === 14)).toEqual([]);
  });

  test('leave the agent in after-call work, or idle after it, as the last word was', () => {
    const talkedAndReleased: Message[] = [RELEASED, ['EventAgentAfterCallWork', {}], ['EventAgentReady', {}]];
    expect(exceptions('talking', talkedAndReleased.slice(0, 2), nothing, isIn('acw'))).toEqual([]);
    const readyAtLast = (bench: Bench) => bench.state().login === 'online' && bench.state().call === null;
    expect(exceptions('talking', talkedAndReleased, nothing, readyAtLast)).toEqual([]);
  });
});
