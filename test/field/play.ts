import { isDeepStrictEqual } from 'node:util';
import { SimulatedClock } from 'xstate';
import { createSobotAgent, type CommandName, type SobotAgent } from '../../adapters/sobot/index.js';
import { PageStorage, ScriptedSdk, turns, watch, type Ending } from '../support/bench/index.js';
import type { Attributes, Day, Moment, Sight } from './day.js';

/** Epoch ms at which every day begins. */
const DAWN = 1_700_000_000_000;

/** The page has shown something else than it must. */
export interface Departure {
  readonly at: number;
  readonly because: string;
  readonly expected: Sight;
  /** The same of what is expected, as it was shown. */
  readonly shown: Sight;
}

/** A page on a scripted SDK that lives through a day. */
class Page {
  readonly #clock = new SimulatedClock();
  readonly #ended = new Map<CommandName, Ending[]>();
  #storage = new PageStorage();
  #sdk = new ScriptedSdk();
  #agent: SobotAgent;

  constructor() {
    this.#clock.set(DAWN);
    this.#agent = this.#load();
  }

  async lives({ at, ...what }: Moment): Promise<void> {
    this.#clock.increment(DAWN + at - this.#clock.now());
    if ('agent' in what) this.#sends(what.agent, what.parameters);
    if ('service' in what) this.#sdk.emit(what.service, { ...stampOf(what.stamp), ...inEpoch(what.attributes ?? {}) });
    if ('accepts' in what) this.#sdk.succeed(what.accepts, { ...what.result });
    if ('refuses' in what) this.#sdk.fail(what.refuses, { ...what.failure });
    if ('reload' in what) this.#reloads(what.reload === 'storage kept');
    await turns();
  }

  /** Of what is expected, what is shown. */
  sight({ state, can, cannot, ended }: Sight): Sight {
    return {
      ...(state === undefined ? {} : { state: sameOf(this.#agent.getSnapshot(), state) as NonNullable<Sight['state']> }),
      ...(can === undefined ? {} : { can: can.filter((command) => this.#agent.can(command)) }),
      ...(cannot === undefined ? {} : { cannot: cannot.filter((command) => !this.#agent.can(command)) }),
      ...(ended === undefined ? {} : { ended: Object.fromEntries(Object.keys(ended).map((command) => [command, this.#endOf(command as CommandName)])) }),
    };
  }

  closes(): void {
    this.#agent.dispose();
  }

  #load(): SobotAgent {
    return createSobotAgent(this.#sdk, { clock: this.#clock, storage: this.#storage });
  }

  #sends(command: CommandName, parameters: Attributes | undefined): void {
    const method = this.#agent[command] as (parameters?: Attributes) => Promise<unknown>;
    this.#ended.set(command, watch(method(parameters)));
  }

  #reloads(keepsStorage: boolean): void {
    this.#agent.dispose();
    this.#sdk = new ScriptedSdk();
    if (!keepsStorage) this.#storage = new PageStorage();
    this.#agent = this.#load();
  }

  #endOf(command: CommandName): string {
    const endings = this.#ended.get(command);
    if (endings === undefined) return 'never sent';
    const [ending] = endings;
    if (ending === undefined) return 'pending';
    return ending.ended === 'resolved' ? 'done' : (ending.error as { readonly code: string }).code;
  }
}

function stampOf(stamp: number | null): Attributes {
  return stamp === null ? {} : { creationTime: DAWN + stamp };
}

/** Time stamps within a message are told in ms of the day, too. */
function inEpoch(attributes: Attributes): Attributes {
  const entries = Object.entries(attributes).map(([name, value]) => {
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return [name, inEpoch(value as Attributes)];
    return [name, name.endsWith('Timestamp') && typeof value === 'number' ? DAWN + value : value];
  });
  return Object.fromEntries(entries) as Attributes;
}

/** Those fields of what is shown that are expected to be something. */
function sameOf(shown: unknown, expected: unknown): unknown {
  const areObjects = [shown, expected].every((value) => typeof value === 'object' && value !== null && !Array.isArray(value));
  if (!areObjects) return shown;
  return Object.fromEntries(Object.entries(expected as object).map(([name, value]) => [name, sameOf((shown as Attributes)[name], value)]));
}

/** Plays a day; where the page shows something else than it must, and what. */
export async function play({ moments }: Day): Promise<readonly Departure[]> {
  const page = new Page();
  const departures: Departure[] = [];
  for (const moment of moments) {
    await page.lives(moment);
    if (!('shows' in moment)) continue;
    const { at, because, shows: expected } = moment;
    const shown = page.sight(expected);
    if (!isDeepStrictEqual(shown, expected)) departures.push({ at, because, expected, shown });
  }
  page.closes();
  return departures;
}
