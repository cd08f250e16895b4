import { connectAsterisk, type AsteriskOptions, type AsteriskSwitch } from '../../../adapters/asterisk/index.js';
import { createSipPhone, createTonePlan, type SipPhone } from '../../../demo/phones/index.js';
import type { Pbx } from '../../../adapters/asterisk/pbx/start-pbx.js';
import type { Address, DialRequest, Done, ExchangeError, ExchangeEvent } from '../../../adapters/simulator/index.js';
import { until } from './until.js';

export const ext = (number: string): Address => ({ kind: 'ext', ext: number });
export const outside = (number: string): Address => ({ kind: 'number', number });

/** The events worth a line; registrations are told apart. */
function lineOf(event: ExchangeEvent): string {
  switch (event.type) {
    case 'connected':
      return `${event.legs.join('+')} connected`;
    case 'keysSent':
      return `${event.leg} keys ${event.keys}`;
    case 'released':
      return `${event.leg} released: ${event.cause}`;
    case 'registered':
    case 'unregistered':
      return `${event.ext} ${event.type}`;
    default:
      return `${event.leg} ${event.type}`;
  }
}

/** A real switch, phones on it, and what it tells. */
export class SwitchBench {
  readonly events: ExchangeEvent[] = [];
  readonly problems: string[] = [];
  readonly #phones: SipPhone[] = [];
  readonly #tones = createTonePlan();
  #told = 0;
  #legs = 0;

  private constructor(
    readonly pbx: Pbx,
    readonly exchange: AsteriskSwitch,
  ) {
    exchange.subscribe((event) => {
      this.events.push(event);
    });
  }

  static async open(pbx: Pbx, options: Partial<AsteriskOptions> = {}): Promise<SwitchBench> {
    const problems: string[] = [];
    const exchange = await connectAsterisk({ ...pbx.connection, onProblem: ({ code }) => problems.push(code), ...options });
    const bench = new SwitchBench(pbx, exchange);
    Object.assign(bench, { problems });
    return bench;
  }

  /** A registered phone. */
  async phone(name: string, options: Partial<Parameters<typeof createSipPhone>[0]> = {}): Promise<SipPhone> {
    const { webSocket: server, password } = this.pbx.sip;
    const phone = createSipPhone({ ext: name, password, server, tones: this.#tones, ...options });
    this.#phones.push(phone);
    await phone.register();
    if (this.pbx.connection.isExtension(name)) {
      await until(() => this.exchange.reachable(ext(name)) === 'available', `${name} is registered`);
    }
    return phone;
  }

  /** Asks for an operation; what came of it. */
  ask(operation: (done: Done) => void): Promise<ExchangeError | undefined> {
    return new Promise((resolve) => {
      operation(resolve);
    });
  }

  /** Dials; the id of the leg. */
  async dial(to: Address, options: Partial<DialRequest> = {}): Promise<string> {
    const leg = `leg-${++this.#legs}`;
    const request = { leg, to, display: '4008', autoAnswer: false, ringFor: null, ...options };
    const error = await this.ask((done) => this.exchange.dial(request, done));
    if (error !== undefined) throw new Error(`dial: ${error.cause} ${error.detail ?? ''}`);
    return leg;
  }

  /** A call from this phone to the switch; the id of its leg. */
  async call(phone: SipPhone, to = '4008'): Promise<string> {
    const incoming = this.next('incoming');
    await phone.dial(to);
    return (await incoming).leg;
  }

  /** Two phones that talk in a conversation; the ids of their legs. */
  async talk(conversation: string, first: string, second: string): Promise<readonly [string, string]> {
    const legs = [await this.dial(ext(first), { autoAnswer: true }), await this.dial(ext(second), { autoAnswer: true })] as const;
    await until(() => this.exchange.legs().every(({ state }) => state === 'up'), 'both phones have answered');
    const error = await this.ask((done) => this.exchange.connect(conversation, legs, done));
    if (error !== undefined) throw new Error(`connect: ${error.cause} ${error.detail ?? ''}`);
    return legs;
  }

  /** The next event of this type. */
  next<Type extends ExchangeEvent['type']>(type: Type): Promise<Extract<ExchangeEvent, { type: Type }>> {
    return new Promise((resolve) => {
      const stop = this.exchange.subscribe((event) => {
        if (event.type !== type) return;
        stop();
        resolve(event as Extract<ExchangeEvent, { type: Type }>);
      });
    });
  }

  /** Lines of what was told since the last time; waits until the last of these has been told. */
  async told(...expected: readonly string[]): Promise<readonly string[]> {
    const lines = (): string[] => this.events.slice(this.#told).map(lineOf);
    await until(
      () => expected.every((line) => lines().includes(line)),
      () => `${expected.join(', ')} after ${lines().join(', ')}`,
    );
    const all = lines();
    this.#told = this.events.length;
    return all;
  }

  /** Takes all events so far as told: only later ones are of interest. */
  forget(): void {
    this.#told = this.events.length;
  }

  /** The channels and bridges that Asterisk itself lists. */
  async real(): Promise<{ channels: readonly { id: string; state: string }[]; bridges: readonly { channels: string[] }[] }> {
    const [channels, bridges] = await Promise.all(['/channels', '/bridges'].map((path) => this.pbx.ari.request('GET', path)));
    return { channels, bridges } as Awaited<ReturnType<SwitchBench['real']>>;
  }

  /** Ends all calls; waits until the PBX has none. */
  async clear(): Promise<void> {
    for (const { leg } of this.exchange.legs()) await this.ask((done) => this.exchange.release(leg, 'normal', done));
    await until(async () => {
      const { channels, bridges } = await this.real();
      return channels.length + bridges.length === 0 && this.exchange.pending() === 0;
    }, 'the PBX has no call');
    await until(() => this.#phones.every(({ state, connected }) => state === 'idle' || !connected), 'all phones are idle');
    this.forget();
  }

  async close(): Promise<void> {
    await Promise.all(this.#phones.map((phone) => phone.close()));
    await this.exchange.close();
  }
}
