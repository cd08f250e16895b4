import { createSobotAgent, type AgentOptions, type AgentState, type SobotAgent } from '../../../adapters/sobot/index.js';
import { AgentAtDesk } from './agent-at-desk.js';
import { Chance } from './chance.js';
import { DayClock } from './clock.js';
import { wrongWith } from './comparison.js';
import { happenings } from './happenings.js';
import { Journal } from './journal.js';
import { Service } from './service.js';
import { weatherOf, type Weather } from './weather.js';
import { Wire, type Message } from './wire.js';
import { WiredSdk } from './wired-sdk.js';

/** How a day has gone. */
export interface PlayedDay {
  readonly seed: number;
  /** In what the page was wrong, first of all; empty: in nothing. */
  readonly wrong: readonly string[];
  readonly journal: string;
  /** How often commands have ended how. */
  readonly endings: ReadonlyMap<string, number>;
  /** What has happened without the agent, and how often. */
  readonly happened: ReadonlyMap<string, number>;
  /** How often page and truth were compared. */
  readonly comparisons: number;
}

/** Things that the agent or somebody else does in a day. */
const DEEDS = 22;
/** Until everything that is under way has arrived, and all waiting for what is lost is over. */
const QUIET = 2500;
/** Longer than any command's deadline. */
const LONGER_THAN_DEADLINES = 95_000;
/** Between two deeds. */
const PAUSES = [200, 1500, 1500, 2500, 4000] as const;

function optionsOf({ afterCallWork }: Weather): AgentOptions {
  if (afterCallWork === 'none') return { acw: { enabled: false } };
  return afterCallWork === 'open' ? {} : { acw: { seconds: afterCallWork } };
}

function inWords({ work, consult, login, onHold, call, waiting, pending, connection }: AgentState): string {
  const others = waiting.map((other) => `${other.callID} waits (${other.work})`);
  const sent = pending.map(({ command }) => `${command} is pending`);
  const status = [work, consult === null ? '' : `consult ${consult.phase}`, onHold === null ? '' : `${onHold} on hold`]
    .filter((word) => word !== '')
    .join(', ');
  return [`${connection}, ${login}: ${status}`, ...(call === null ? [] : [`on ${call.callID}`]), ...others, ...sent].join('; ');
}

/** A day of an agent, a page and a service that chance lives out; the same for the same seed. */
class Day {
  readonly #chance: Chance;
  readonly #weather: Weather;
  readonly #clock = new DayClock();
  readonly #journal = new Journal(this.#clock);
  readonly #wire: Wire;
  readonly #service: Service;
  readonly #page: SobotAgent;
  readonly #agent: AgentAtDesk;
  readonly #seed: number;
  readonly #happened = new Map<string, number>();
  #comparisons = 0;

  constructor(seed: number) {
    this.#seed = seed;
    this.#chance = new Chance(seed);
    this.#weather = weatherOf(seed);
    const sdk = new WiredSdk();
    this.#wire = new Wire(this.#clock, this.#chance, this.#weather, this.#journal, (message) => {
      sdk.receive(message);
      this.#heard(message);
    });
    this.#service = new Service(this.#wire, this.#clock, this.#chance, this.#weather);
    this.#page = createSobotAgent(sdk.connect(this.#service, this.#wire, this.#journal), {
      ...optionsOf(this.#weather),
      clock: this.#clock,
    });
    this.#page.on('switchhook:ignored', (report: object) => this.#reported('ignores', report));
    this.#page.on('switchhook:divergence', (report: object) => this.#reported('did not expect', report));
    this.#agent = new AgentAtDesk(this.#page, this.#chance, this.#journal);
  }

  async play(): Promise<PlayedDay> {
    const wrong = await this.#live();
    this.#page.dispose();
    return {
      seed: this.#seed,
      wrong,
      journal: this.#journal.toString(),
      endings: this.#agent.endings,
      happened: this.#happened,
      comparisons: this.#comparisons,
    };
  }

  async #live(): Promise<readonly string[]> {
    this.#agent.send('initAgent', 0);
    await this.#clock.pass(600);
    this.#agent.send('login', this.#clock.time);
    await this.#clock.pass(1500);
    for (let deed = 0; deed < DEEDS; deed += 1) {
      await this.#clock.pass(this.#chance.oneOf(PAUSES));
      this.#service.endAfterCallWorkInTime();
      this.#somethingIsDone();
      if (!this.#chance.happens(0.35)) continue;
      const wrong = await this.#compared();
      if (wrong.length > 0) return wrong;
    }
    await this.#clock.pass(LONGER_THAN_DEADLINES);
    const { unsettled } = this.#agent;
    return unsettled === 0 ? [] : [`${unsettled} promises are neither kept nor broken: ${inWords(this.#page.getSnapshot())}`];
  }

  #somethingIsDone(): void {
    const { truth } = this.#service;
    const command = this.#agent.wish(truth, this.#clock.time);
    const possible = happenings({ service: this.#service, lastSent: this.#agent.lastSent, isRejecting: this.#agent.isRejecting });
    if (command !== null && (possible.length === 0 || this.#chance.happens(0.6))) this.#agent.send(command, this.#clock.time);
    else if (possible.length > 0) {
      const { what, happen } = this.#chance.oneOfWeighted(possible);
      this.#journal.write(what);
      this.#happened.set(what, (this.#happened.get(what) ?? 0) + 1);
      happen();
    }
  }

  /** At a quiet moment: where messages are lost, after a regain. */
  async #compared(): Promise<readonly string[]> {
    await this.#clock.pass(QUIET);
    if (this.#weather.lost > 0) {
      this.#agent.send('initAgent', this.#clock.time);
      await this.#clock.pass(QUIET);
    }
    const state = this.#page.getSnapshot();
    if (this.#wire.hasLostSomething || state.pending.length > 0) return [];
    this.#comparisons += 1;
    return wrongWith(state, this.#service.truth, this.#weather, this.#clock.time);
  }

  #reported(how: string, report: object): void {
    const about = Object.entries(report).filter(([name, value]) => (name === 'fact' || name === 'rule') && typeof value === 'string');
    this.#journal.write(`    page ${how} ${about.map(([, value]) => String(value)).join(': ')}`);
  }

  #heard(message: Message): void {
    const words = ['messageID', 'callID', 'partyID'].map((name) => message[name]).filter((word) => typeof word === 'string');
    this.#journal.write(`  page hears ${words.join(' ')} -> ${inWords(this.#page.getSnapshot())}`);
  }
}

export function playDay(seed: number): Promise<PlayedDay> {
  return new Day(seed).play();
}
