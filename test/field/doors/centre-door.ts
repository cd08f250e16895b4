import { createCallCentre, type CallCentre, type SimulatedSdk } from '../../../adapters/simulator/index.js';
import {
  connectNodeToCallCentre,
  serveCallCentre,
  type CallCentreServer,
  type RemoteSdk,
} from '../../../adapters/simulator/socket/server-entry.js';
import { turns } from '../../support/bench/index.js';
import { ComputerClock } from '../computer-clock.js';
import type { Day, Moment, PageName } from '../day.js';
import { startOf, type Door, type Line } from './door.js';
import { preparedDayOf, timeOf } from './prepared.js';
import { Recorded } from './recorded.js';

/** For how long a socket may take to bring what is under way, in ms. */
const PATIENCE = 5000;

/** The simulated call centre, which does what the service does in the day and can be reached over WebSocket. */
export class CentreDoor implements Door {
  readonly #day: Day;
  readonly #clock: ComputerClock;
  readonly #centre: CallCentre;
  readonly #server: CallCentreServer | null;
  readonly #pages = new Map<PageName, SimulatedSdk>();
  readonly #recorded: Recorded[] = [];
  /** Counts at the centre: pages opened, commands, and messages and callbacks handed out. */
  readonly #seen = { opened: 0, commands: 0, told: 0 };

  private constructor(day: Day, centre: CallCentre, clock: ComputerClock, server: CallCentreServer | null) {
    this.#day = day;
    this.#centre = centre;
    this.#clock = clock;
    this.#server = server;
    centre.observe(({ type, ...more }) => {
      if (type === 'end' && 'change' in more && more.change === 'opened') this.#seen.opened += 1;
      if (type === 'command') this.#seen.commands += 1;
      if (type === 'message' || type === 'callback') this.#seen.told += 1;
    });
  }

  static async open(day: Day, isOverSocket: boolean): Promise<CentreDoor> {
    const clock = new ComputerClock(startOf(day));
    const centre = createCallCentre({ agents: [{ agentID: '1001' }], latency: [0, 0], clock, day: preparedDayOf(day) });
    const server = isOverSocket ? await serveCallCentre(centre, { port: 0 }) : null;
    return new CentreDoor(day, centre, clock, server);
  }

  async opens(page: PageName): Promise<Line> {
    const before = this.#pages.get(page);
    if (before !== undefined) this.#close(before);
    const sdk = this.#server === null ? this.#centre.connect() : connectNodeToCallCentre(this.#server.url, { reconnect: false });
    this.#pages.set(page, sdk);
    const recorded = new Recorded(sdk);
    this.#recorded.push(recorded);
    await this.#until(() => this.#seen.opened === this.#recorded.length && (!('connection' in sdk) || sdk.connection === 'open'));
    return { sdk: recorded.sdk, calls: recorded.calls };
  }

  async reaches(_: Moment, index: number): Promise<void> {
    await this.#clock.passTo(startOf(this.#day) + timeOf(this.#day, index));
    await this.settles();
  }

  settles(): Promise<void> {
    const sum = (of: 'heard' | 'given') => this.#recorded.reduce((all, one) => all + one[of], 0);
    return this.#until(() => sum('given') === this.#seen.commands && sum('heard') === this.#seen.told && this.#centre.quiet());
  }

  async closes(): Promise<void> {
    for (const sdk of this.#pages.values()) this.#close(sdk);
    await this.#server?.close();
    this.#centre.dispose();
  }

  #close(sdk: SimulatedSdk): void {
    if (this.#server === null) this.#centre.close(sdk);
    else (sdk as RemoteSdk).close();
  }

  /** Runs all that is due at the centre, until it is so. */
  async #until(isSo: () => boolean): Promise<void> {
    const end = Date.now() + PATIENCE;
    const at = this.#clock.now();
    for (;;) {
      await this.#clock.passTo(this.#clock.at);
      await turns();
      if (isSo()) return;
      if (Date.now() > end) throw new Error(`nothing more has come of what was under way at ${at}: ${JSON.stringify(this.#seen)}`);
      await new Promise((resolve) => setImmediate(resolve));
    }
  }
}
