import fc from 'fast-check';
import { COMMANDS } from '../../../src/index.js';
import type { Behaviour } from '../../simulator/index.js';
import { EVENT_ALIASES, type CommandName, type EventName } from '../../sobot/index.js';
import { someBehaviour } from './behaviours.js';
import { someNodes } from './nodes.js';
import { hasten } from './hasten.js';
import {
  fault,
  hostileEvent,
  invalidParameters,
  malformedEvent,
  validParameters,
  wellFormedEvent,
  type ParameterSource,
} from '../arbitraries/index.js';
import { OTHER_EVENTS } from '../arbitraries/events/names.js';
import { COLLEAGUES, CUSTOMERS, type House } from '../floor/house.js';
import { AnyCommand, SensibleCommand } from '../steps/agent.js';
import { FaultBegins, FaultsEnd } from '../steps/faults.js';
import type { Halfway } from '../steps/command-step.js';
import { CrossedByHangUp, ON_THE_PHONE } from '../steps/crossing.js';
import { FallsAsleep, SetsClock, WakesUp, type SleepingLink } from '../steps/computer.js';
import { WaitsInVain, type Meanwhile } from '../steps/waits-in-vain.js';
import { CustomerHangsUp, CustomerPicksUp } from '../steps/customer.js';
import { DialerCalls, type Campaign } from '../steps/dialer.js';
import { IsInterrupted, LosesLink, RegainsLink, Reloads, SignsInElsewhere } from '../steps/link.js';
import { PressesButton } from '../steps/own-phone.js';
import { UsesSecondPhone } from '../steps/second-phone.js';
import { PhoneComesAndGoes } from '../steps/registration.js';
import type { Draw } from '../steps/plain-parameters.js';
import type { Step } from '../steps/step.js';
import { MADE_UP_PLACES, TRODDEN_PLACES, type Place } from '../steps/places.js';
import { StrayEvent } from '../steps/stray.js';
import { BreaksIn, Forces } from '../steps/supervisor.js';
import { SignsInTwice } from '../steps/two-logins.js';
import { Rush, TimePasses } from '../steps/time.js';
import { Visit } from '../steps/visit.js';

const SOURCE: ParameterSource = {
  agentIDs: COLLEAGUES.map(({ agentID }) => agentID),
  exts: COLLEAGUES.map(({ ext }) => ext),
  mobiles: COLLEAGUES.map(({ mobile }) => mobile),
  numbers: CUSTOMERS,
};

const who = fc.nat(COLLEAGUES.length - 1);
const customer = fc.nat(CUSTOMERS.length - 1);
const any = fc.nat(999);

const draw: fc.Arbitrary<Draw> = fc.record({ choice: any, target: any, detail: any }, { noNullPrototype: true });

const nowAndThenHalfway: fc.Arbitrary<Halfway | null> = fc.oneof(
  { weight: 7, arbitrary: fc.constant(null) },
  { weight: 1, arbitrary: fc.record({ messages: fc.nat(2), steps: fc.integer({ min: 1, max: 4 }) }, { noNullPrototype: true }) },
);

const sensible = fc.tuple(who, draw, nowAndThenHalfway).map((drawn) => new SensibleCommand(...drawn));

const crossed = fc
  .tuple(who, draw, fc.nat(1), fc.constantFrom(0, 10, 25, 40, 60, 80, 120), fc.option(fc.constantFrom(...ON_THE_PHONE)))
  .map((drawn) => new CrossedByHangUp(...drawn));

function anyOf(command: CommandName): fc.Arbitrary<Step> {
  const valid = validParameters(command, SOURCE).map((parameters) => ({ command, parameters, isInvalid: false }));
  const invalid = invalidParameters(command, SOURCE).map(({ parameters }) => ({ command, parameters, isInvalid: true }));
  const sending = fc.oneof({ weight: 4, arbitrary: valid }, { weight: 1, arbitrary: invalid });
  return fc.tuple(who, sending, fc.constant(null)).map((drawn) => new AnyCommand(...drawn));
}

const forbidden = fc.oneof(...COMMANDS.map(anyOf));

const buttons = fc.tuple(who, any).map((drawn) => new PressesButton(...drawn));

const customers = fc.oneof(
  { weight: 3, arbitrary: fc.tuple(customer, any).map(([name, target]) => new CustomerPicksUp(name, target)) },
  { weight: 1, arbitrary: customer.map((name) => new CustomerHangsUp(name)) },
);

const campaign: fc.Arbitrary<Campaign> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc
      .constantFrom('answers', 'answers', 'answers', 'rejects', 'lets it ring')
      .map((reaction): Campaign => ({ kind: 'predictive', customer: reaction })),
  },
  { weight: 2, arbitrary: fc.constantFrom('preview', 'callback').map((kind): Campaign => ({ kind })) },
);

const dialer = fc.tuple(who, customer, campaign).map((drawn) => new DialerCalls(...drawn));

const supervisor = fc.oneof(
  { weight: 2, arbitrary: draw.map((drawn) => new Forces(drawn)) },
  { weight: 1, arbitrary: fc.tuple(fc.constantFrom('bargeIn', 'intercept'), any).map(([how, target]) => new BreaksIn(how, target)) },
);

const time = (haste: number) =>
  fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom(1, 5, 12, 25, 40, 100).map((seconds) => new TimePasses(seconds / haste)) },
    {
      weight: 2,
      arbitrary: fc.tuple(fc.integer({ min: 1, max: 6 }), fc.constantFrom(0, 10, 30, 60)).map(([steps, ms]) => new Rush(steps, ms)),
    },
  );

const link = fc.oneof(
  { weight: 3, arbitrary: who.map((index) => new RegainsLink(index)) },
  { weight: 1, arbitrary: who.map((index) => new LosesLink(index)) },
  { weight: 1, arbitrary: who.map((index) => new IsInterrupted(index)) },
  {
    weight: 2,
    arbitrary: fc
      .tuple(who, fc.boolean(), fc.constantFrom('initialises', 'initialises', 'initialises', 'waits', 'is refused'), nowAndThenHalfway)
      .map(([index, isKept, then, halfway]) => new Reloads(index, isKept, then, halfway)),
  },
  { weight: 1, arbitrary: who.map((index) => new SignsInElsewhere(index)) },
  {
    weight: 1,
    arbitrary: fc.tuple(who, fc.constantFrom('rivalFirst' as const, 'rivalLast' as const)).map((drawn) => new SignsInTwice(...drawn)),
  },
);

const SECOND = 1000;
const HOUR = 3600 * SECOND;

const computers = (haste: number) => {
  const link = fc.constantFrom<SleepingLink>('breaks', 'holds', 'holds');
  // Longer than a page waits for answers, and than after-call work takes.
  const nap = fc.constantFrom(3, 12, 25, 70, 600).map((seconds) => (seconds * SECOND) / haste);
  const step = fc
    .tuple(fc.constantFrom(2 * SECOND, 20 * SECOND, 90 * SECOND, HOUR, 24 * HOUR), fc.boolean())
    .map(([ms, isBack]) => (isBack ? -ms : ms));
  const meanwhile = fc.oneof(
    fc.record({ sleeps: nap, link }, { noNullPrototype: true }),
    fc.record({ isSetBy: step }, { noNullPrototype: true }),
  ) satisfies fc.Arbitrary<Meanwhile>;
  return fc.oneof(
    { weight: 2, arbitrary: fc.tuple(who, link, fc.constant(null)).map((drawn) => new FallsAsleep(...drawn)) },
    { weight: 2, arbitrary: fc.tuple(who, link, nap).map((drawn) => new FallsAsleep(...drawn)) },
    { weight: 1, arbitrary: fc.tuple(who, nap).map((drawn) => new WakesUp(...drawn)) },
    { weight: 3, arbitrary: fc.tuple(who, step).map((drawn) => new SetsClock(...drawn)) },
    {
      weight: 3,
      arbitrary: fc
        .tuple(
          who,
          draw,
          meanwhile,
          fc.constantFrom(0, 12, 40, 100).map((seconds) => (seconds * SECOND) / haste),
        )
        .map((drawn) => new WaitsInVain(...drawn)),
    },
  );
};

const strayEvents = fc
  .tuple(
    who,
    fc.oneof(
      { weight: 6, arbitrary: wellFormedEvent() },
      { weight: 2, arbitrary: malformedEvent() },
      { weight: 2, arbitrary: hostileEvent() },
    ),
  )
  .map(([index, event]) => new StrayEvent(index, event));

const faults = (haste: number) =>
  fc.oneof(
    {
      weight: 3,
      arbitrary: fault({ agentIDs: COLLEAGUES.map(({ agentID }) => agentID) }).map((planned) => new FaultBegins(hasten(planned, haste))),
    },
    { weight: 2, arbitrary: fc.constant(null).map(() => new FaultsEnd()) },
  );

/** Events that change nothing at a page, and all others. */
const OF_NO_MATTER = OTHER_EVENTS.filter((name): name is EventName => name !== 'EventError' && name !== 'EventOfTomorrow');
const TELLING = (Object.keys(EVENT_ALIASES) as EventName[]).filter((name) => !OF_NO_MATTER.includes(name));

/** Places where nobody stays for long, so that few meet anything there. */
const FLEETING: readonly Place[] = [
  'a page that initialises',
  'a page that the service has refused',
  'signing in',
  'signing out',
  'a conference that forms, the customer retrieved',
  'a conference that forms, both legs told',
  'a conference that forms, only the third party told',
  'a transfer, the customer gone',
  'a consult that is given up',
  'getting out of everything',
  'signed out, and not told so by an answer',
  'out of everything, and not told so by an answer',
  'muting',
  'a transfer that is asked for',
  'returning from a consult',
  'more after-call work that is asked for',
  'taking the agent back by initAgent',
  'taking the agent back by login',
  "an offer that may be the agent's own call",
  'a link that is known to be down',
];

/** The same, to which only made-up messages lead. */
const FLEETING_IF_MADE_UP: readonly Place[] = ['a talk that is a guess', 'signing in, and pushed out meanwhile'];

function visits(hasFaults: boolean): fc.Arbitrary<Step> {
  const place = fc.oneof(
    { weight: 5, arbitrary: fc.constantFrom(...TRODDEN_PLACES, ...(hasFaults ? MADE_UP_PLACES : [])) },
    { weight: 3, arbitrary: fc.constantFrom(...FLEETING, ...(hasFaults ? FLEETING_IF_MADE_UP : [])) },
  );
  const commands = fc.subarray([...COMMANDS], { maxLength: 7 });
  const some = (names: readonly EventName[], most: number) => fc.array(wellFormedEvent(names), { maxLength: most, size: 'max' });
  // Those of no matter first: afterwards, the agent may be elsewhere.
  const events = hasFaults ? fc.tuple(some(OF_NO_MATTER, 3), some(TELLING, 3)).map((drawn) => drawn.flat()) : fc.constant([]);
  const trial = fc.record({ commands, draw, events }, { noNullPrototype: true });
  return fc.tuple(who, place, trial).map((drawn) => new Visit(...drawn));
}

/** Any step of anybody. @param haste how many times shorter than by default everything is that takes its time */
export function anyStep(hasFaults: boolean, haste = 1): fc.Arbitrary<Step> {
  return fc.noBias(
    fc.oneof(
      { weight: 40, arbitrary: sensible },
      { weight: 10, arbitrary: forbidden },
      { weight: 5, arbitrary: crossed },
      { weight: 22, arbitrary: customers },
      { weight: 3, arbitrary: supervisor },
      { weight: 5, arbitrary: buttons },
      { weight: 3, arbitrary: dialer },
      { weight: 3, arbitrary: fc.nat(2).map((choice) => new UsesSecondPhone(choice)) },
      { weight: 2, arbitrary: who.map((index) => new PhoneComesAndGoes(index)) },
      { weight: 6, arbitrary: time(haste) },
      { weight: 7, arbitrary: visits(hasFaults) },
      ...(hasFaults
        ? [
            { weight: 6, arbitrary: link },
            { weight: 5, arbitrary: computers(haste) },
            { weight: 6, arbitrary: strayEvents },
            { weight: 4, arbitrary: faults(haste) },
          ]
        : []),
    ),
  );
}

/** The start of a sequence, and how it ends. */
export interface Settings {
  /** Of the call centre. */
  readonly seed: number;
  readonly start: Start;
  readonly house: House;
  /** How the service behaves where the vendor's documents leave it open. */
  readonly behaviour: Partial<Behaviour>;
  /** The service tells every page everything anew at the end. */
  readonly endsWithRegain: boolean;
}

export type Start = 'signed in' | 'connected' | 'loaded';

/** Calls wait in one house of three, and an agent has a second phone in one of four. */
const ofPhones = { callWaiting: fc.constantFrom(0, 0, 1), hasSecondPhone: fc.constantFrom(false, false, false, true) };
const orderly = { nodes: fc.constant([]), overtakeMs: fc.constant(0) };
const disorderly = { nodes: someNodes, overtakeMs: fc.constantFrom(0, 0, 0, 150, 400, 900) };

/** @param hasFaults the service's clocks may be wrong, and its events may overtake each other */
export function someHouse(hasFaults: boolean): fc.Arbitrary<House> {
  return fc.record<House>({ ...ofPhones, ...(hasFaults ? disorderly : orderly) }, { noNullPrototype: true });
}

/** @param share how many of a hundred sequences end with a regain */
export function settings(share: number, house: fc.Arbitrary<House>): fc.Arbitrary<Settings> {
  return fc.record(
    {
      seed: fc.noShrink(fc.nat(9999)),
      start: fc.constantFrom<Start>('signed in', 'signed in', 'signed in', 'connected', 'loaded'),
      house,
      behaviour: someBehaviour,
      endsWithRegain: fc.oneof({ weight: 100 - share, arbitrary: fc.constant(false) }, { weight: share, arbitrary: fc.constant(true) }),
    },
    { noNullPrototype: true },
  );
}
