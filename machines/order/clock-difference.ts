/** Messages that arrive within so many ms of the first of them count as one. */
const CROWD = 1_000;
/** Of how many messages the differences count. */
const MESSAGES_KEPT = 5;
/** From so many messages on, one stamp that is far ahead can be told from the others. */
const ENOUGH_TO_DOUBT = 3;

/** One message, or several that have arrived within a second. */
interface Heard {
  /** Running time at which the first of them arrived. */
  readonly tick: number;
  /** Stamp less arrival; of several the largest, because it has been on its way for the shortest time. */
  readonly difference: number;
}

/** Of the differences the second largest, the largest while there are fewer than three; null: there are none. */
function prevailing(heard: readonly Heard[]): number | null {
  const [largest = null, second = null] = heard.map(({ difference }) => difference).sort((a, b) => b - a);
  return heard.length < ENOUGH_TO_DOUBT ? largest : second;
}

/**
 * The difference between the server's and the computer's clock. It serves for
 * times shown and for nothing else. A value: `heard` makes another.
 */
export class ClockDifference {
  /** No message has been heard yet. */
  static readonly UNKNOWN = new ClockDifference([]);

  readonly #heard: readonly Heard[];
  readonly #difference: number | null;

  private constructor(heard: readonly Heard[]) {
    this.#heard = heard;
    this.#difference = prevailing(heard);
  }

  /**
   * The difference as known after a message with this stamp. `arrival`: epoch ms
   * of the computer's clock; `tick`: the page's running time of the arrival, by
   * which messages arrive within a second of each other, because the computer's
   * clock may be set between them. That second begins with the first of them, so
   * that steady traffic is not one message for ever.
   */
  heard(stamp: number, arrival: number, tick: number): ClockDifference {
    const difference = stamp - arrival;
    if (!Number.isFinite(difference)) return this;
    const last = this.#heard.at(-1);
    if (last === undefined || !(tick - last.tick <= CROWD)) {
      return new ClockDifference([...this.#heard, { tick, difference }].slice(-MESSAGES_KEPT));
    }
    if (difference <= last.difference) return this;
    return new ClockDifference([...this.#heard.slice(0, -1), { ...last, difference }]);
  }

  /**
   * A time that the server names, as epoch ms of the computer's clock, and never
   * later than the arrival of the message that names it. That message is to be
   * heard before. The arrival stands in where no message was heard, or the stamp
   * is no moment.
   */
  shown(stamp: number, arrival: number): number {
    if (this.#difference === null || !Number.isFinite(stamp)) return arrival;
    return Math.min(arrival, stamp - this.#difference);
  }
}
