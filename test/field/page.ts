import { createSobotAgent, type AgentState, type CommandName, type SobotAgent } from '../../adapters/sobot/index.js';
import { PageStorage, ScriptedSdk, watch, type Ending } from '../support/bench/index.js';
import { DAWN, type ComputerClock } from './computer-clock.js';
import type { Attributes, Day, Moment, Sight } from './day.js';
import { sameOf } from './same-of.js';

/** How far a time may be off that is right to a second. */
const SECOND = 1000;

const REPORTS = ['callEnded', 'divergence', 'ignored', 'malformed', 'refused', 'storage'] as const;

/** A page on a scripted SDK that lives through a day. */
export class Page {
  readonly #clock: ComputerClock;
  readonly #options: Day['options'];
  readonly #ended = new Map<CommandName, Ending[]>();
  #reports: { readonly type: string; readonly report: Attributes }[] = [];
  #sentBefore = 0;
  #storage = new PageStorage();
  #sdk = new ScriptedSdk();
  #agent: SobotAgent;

  constructor(clock: ComputerClock, options: Day['options']) {
    this.#clock = clock;
    this.#options = options;
    this.#agent = this.#load();
  }

  lives(what: Moment): void {
    if ('agent' in what) this.#sends(what.agent, what.parameters);
    if ('service' in what) this.#sdk.emit(what.service, { ...stampOf(what.stamp), ...inEpoch(what.attributes ?? {}) });
    if ('accepts' in what) this.#sdk.succeed(what.accepts, { ...what.result });
    if ('refuses' in what) this.#sdk.fail(what.refuses, { ...what.failure });
    if ('reload' in what) this.#reloads(what.reload === 'storage kept');
  }

  /** Of what is expected, what is shown. */
  sight(expected: Sight): Sight {
    const { state, can, cannot, ended, remedy, ago, sent, reported } = expected;
    const shown = {
      ...(state === undefined ? {} : { state: sameOf(this.#agent.getSnapshot(), state) as Attributes }),
      ...(can === undefined ? {} : { can: can.filter((command) => this.#agent.can(command)) }),
      ...(cannot === undefined ? {} : { cannot: cannot.filter((command) => !this.#agent.can(command)) }),
      ...(ended === undefined ? {} : { ended: eachOf(ended, (command) => this.#endOf(command as CommandName)) }),
      ...(remedy === undefined ? {} : { remedy: eachOf(remedy, (command, words) => this.#remedyOf(command as CommandName, words)) }),
      ...(ago === undefined ? {} : { ago: eachOf(ago, (name, ms) => this.#ago(name as keyof typeof ago, ms)) }),
      ...(sent === undefined ? {} : { sent: sameOf(this.#sent(), sent) as NonNullable<Sight['sent']> }),
      ...(reported === undefined ? {} : { reported: sameOf(this.#reported(reported), reported) as NonNullable<Sight['reported']> }),
    };
    this.#reports = [];
    this.#sentBefore = this.#sdk.calls.length;
    return shown;
  }

  closes(): void {
    this.#agent.dispose();
  }

  #load(): SobotAgent {
    const agent = createSobotAgent(this.#sdk, { ...this.#options, clock: this.#clock, storage: this.#storage });
    for (const type of REPORTS) {
      agent.on(`switchhook:${type}`, (report: object) => {
        this.#reports.push({ type, report: { ...report } });
      });
    }
    this.#sentBefore = this.#sdk.calls.length;
    return agent;
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

  #remedyOf(command: CommandName, words: string): string {
    const ending = this.#ended.get(command)?.[0];
    if (ending?.ended !== 'rejected') return `none, it is ${this.#endOf(command)}`;
    const { remedy = 'none' } = ending.error as { readonly remedy?: string };
    return remedy.includes(words) ? words : remedy;
  }

  #ago(name: 'since' | 'establishedAt', expected: number): number | null {
    const { since, call }: AgentState = this.#agent.getSnapshot();
    const time = name === 'since' ? since : (call?.establishedAt ?? null);
    if (time === null) return null;
    const ago = this.#clock.now() - time;
    return Math.abs(ago - expected) < SECOND ? expected : ago;
  }

  #sent(): readonly Attributes[] {
    return this.#sdk.calls.slice(this.#sentBefore).filter(({ method }) => method !== 'on').map(({ method, parameters }) => {
      const { success, error, ...rest } = parameters ?? {};
      return { [method]: rest };
    });
  }

  #reported(names: Attributes): Attributes {
    const of = (name: string) => this.#reports.filter(({ type }) => `switchhook:${type}` === name).map(({ report }) => report);
    return eachOf(names, of);
  }
}

function eachOf<Value, Shown>(expected: Readonly<Record<string, Value>>, shown: (name: string, value: Value) => Shown): Record<string, Shown> {
  return Object.fromEntries(Object.entries(expected).map(([name, value]) => [name, shown(name, value)]));
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
