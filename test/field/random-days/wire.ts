import type { Chance } from './chance.js';
import { DAWN, type DayClock } from './clock.js';
import type { Journal } from './journal.js';
import type { Weather } from './weather.js';

export type Message = Readonly<Record<string, unknown>>;

/** How many messages come twice. */
const DOUBLED = 0.07;
/** How many messages may be overtaken by those of a whole second, rather than by those of a moment. */
const SLOW = 0.15;

/** Between the page and the service: it delays, and it reorders, doubles and loses what the service says. */
export class Wire {
  readonly #clock: DayClock;
  readonly #chance: Chance;
  readonly #weather: Weather;
  readonly #journal: Journal;
  readonly #reaches: (message: Message) => void;
  #lastReference = 0;
  #lastArrival = 0;
  /** Whether the service has said something since its last regain that never arrives. */
  hasLostSomething = false;

  constructor(clock: DayClock, chance: Chance, weather: Weather, journal: Journal, reaches: (message: Message) => void) {
    this.#clock = clock;
    this.#chance = chance;
    this.#weather = weather;
    this.#journal = journal;
    this.#reaches = reaches;
  }

  /** The agent's command, on its way to the service. */
  command(arrives: () => void): void {
    this.#clock.at(this.#clock.time + 30 + this.#chance.below(150), arrives);
  }

  /** The callback of a command, on its way to the page: it is neither lost nor doubled. */
  callback(arrives: () => void): void {
    const time = this.#weather.hasStamps ? this.#clock.time + 30 + this.#chance.below(150) : this.#inOrder();
    this.#clock.at(time, arrives);
  }

  /** What the service says. */
  message(messageID: string, attributes: Message = {}): void {
    const words = `${messageID} ${JSON.stringify(attributes)}`;
    if (this.#chance.happens(this.#weather.lost)) {
      this.hasLostSomething = true;
      this.#journal.write(`service says ${words}, which is LOST`);
      return;
    }
    this.#journal.write(`service says ${words}`);
    this.#bring({ messageID, ...this.#stamp(), ...attributes });
  }

  /** A regain is what a page gets when the connection is back: it is not lost. */
  regain(attributes: Message): void {
    this.hasLostSomething = false;
    this.#journal.write(`service regains ${JSON.stringify(attributes)}`);
    this.#bring({ messageID: 'EventAgentRegainStatus', ...this.#stamp(), ...attributes });
  }

  /** A time of the day, as the service's clocks have it. */
  stampOf(time: number): number {
    return DAWN + time + this.#weather.serversAhead;
  }

  #stamp(): Message {
    if (!this.#weather.hasStamps) return {};
    this.#lastReference += 1;
    return { creationTime: this.stampOf(this.#clock.time), referenceID: this.#lastReference };
  }

  #bring(message: Message): void {
    if (!this.#weather.hasStamps) {
      this.#clock.at(this.#inOrder(), () => this.#reaches(message));
      return;
    }
    const arrival = this.#clock.time + 40 + this.#chance.below(this.#chance.happens(SLOW) ? 800 : 200);
    this.#clock.at(arrival, () => this.#reaches(message));
    if (this.#chance.happens(DOUBLED)) this.#clock.at(arrival + this.#chance.below(400), () => this.#reaches({ ...message }));
  }

  #inOrder(): number {
    this.#lastArrival = Math.max(this.#lastArrival + 1, this.#clock.time + 40 + this.#chance.below(60));
    return this.#lastArrival;
  }
}
