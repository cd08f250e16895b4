import { createSobotAgent, type AgentState, type CommandName, type SobotAgent } from '../../adapters/sobot/index.js';
import { PageStorage, watch, type Ending } from '../support/bench/index.js';
import type { ComputerClock } from './computer-clock.js';
import type { Attributes, Day, Moment, PageName, Sight } from './day.js';
import type { Door, Line } from './doors/door.js';
import { sameOf } from './same-of.js';

/** How far a time may be off that is right to a second. */
const SECOND = 1000;

const REPORTS = ['callEnded', 'divergence', 'ignored', 'malformed', 'refused', 'storage'] as const;

/** A page that lives through a day. */
export class Page {
  readonly #name: PageName;
  readonly #door: Door;
  readonly #clock: ComputerClock;
  readonly #options: Day['options'];
  readonly #ended = new Map<CommandName, Ending[]>();
  #reports: { readonly type: string; readonly report: Attributes }[] = [];
  #sentBefore = 0;
  #storage = new PageStorage();
  #line: Line;
  #agent: SobotAgent;

  private constructor(name: PageName, door: Door, line: Line, clock: ComputerClock, options: Day['options']) {
    this.#name = name;
    this.#door = door;
    this.#line = line;
    this.#clock = clock;
    this.#options = options;
    this.#agent = this.#load();
  }

  static async open(name: PageName, door: Door, clock: ComputerClock, options: Day['options']): Promise<Page> {
    return new Page(name, door, await door.opens(name), clock, options);
  }

  async lives(what: Moment): Promise<void> {
    if ('agent' in what) this.#sends(what.agent, what.parameters);
    if ('reload' in what) await this.#reloads(what.reload === 'storage kept');
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
    this.#sentBefore = this.#line.calls.length;
    return shown;
  }

  closes(): void {
    this.#agent.dispose();
  }

  #load(): SobotAgent {
    const agent = createSobotAgent(this.#line.sdk, { ...this.#options, clock: this.#clock, storage: this.#storage });
    for (const type of REPORTS) {
      agent.on(`switchhook:${type}`, (report: object) => {
        this.#reports.push({ type, report: { ...report } });
      });
    }
    this.#sentBefore = this.#line.calls.length;
    return agent;
  }

  #sends(command: CommandName, parameters: Attributes | undefined): void {
    const method = this.#agent[command] as (parameters?: Attributes) => Promise<unknown>;
    this.#ended.set(command, watch(method(parameters)));
  }

  async #reloads(keepsStorage: boolean): Promise<void> {
    this.#agent.dispose();
    this.#line = await this.#door.opens(this.#name);
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
    return this.#line.calls
      .slice(this.#sentBefore)
      .filter(({ method }) => method !== 'on')
      .map(({ method, parameters }) => {
        const { success, error, ...rest } = parameters ?? {};
        return { [method]: rest };
      });
  }

  #reported(names: Attributes): Attributes {
    const of = (name: string) => this.#reports.filter(({ type }) => `switchhook:${type}` === name).map(({ report }) => report);
    return eachOf(names, of);
  }
}

function eachOf<Value, Shown>(
  expected: Readonly<Record<string, Value>>,
  shown: (name: string, value: Value) => Shown,
): Record<string, Shown> {
  return Object.fromEntries(Object.entries(expected).map(([name, value]) => [name, shown(name, value)]));
}
