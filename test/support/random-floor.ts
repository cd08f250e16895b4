import { SimulatedClock } from 'xstate';
import {
  createCallCentre,
  createRandom,
  runUntilQuiet,
  type CallCentre,
  type CallCentreOptions,
  type Random,
  type SimulatedSdk,
  type Truth,
} from '../../adapters/simulator/index.js';
import { createSobotAgent, type SobotAgent } from '../../adapters/sobot/index.js';
import { COMMANDS, type AgentOptions, type CommandError, type CommandName } from '../../src/index.js';
import { expectAgreement, type View } from './agreement.js';
import { FloorJournal } from './floor-journal.js';
import { reportsOf } from './guarded-floor.js';

const LOGIN_TYPES = ['webrtc', 'sip', 'pstn'] as const;

/** What somebody who knows what he is doing would do. */
const SENSIBLE: Readonly<Record<Truth['work'], readonly CommandName[]>> = {
  idle: ['login', 'login', 'makeCall', 'makeCall', 'ready', 'ready', 'notReady', 'logout'],
  dialing: ['hangup', 'queryAgents', 'queryAgents'],
  ringing: ['answer', 'answer', 'answer', 'rejectCall'],
  talking: ['initiateConsult', 'initiateConsult', 'initiateConsult', 'singleTransfer', 'holdCall', 'muteCall', 'sendDtmf', 'hangup'],
  holding: ['retrieveCall', 'retrieveCall', 'retrieveConsult', 'unmute', 'hangup'],
  consulting: ['consultConference', 'consultConference', 'consultTransfer', 'retrieveConsult', 'cancelConsult', 'muteCall'],
  conferencing: ['sendDtmf', 'muteCall', 'unmute', 'queryAgents', 'hangup'],
  acw: ['completeACW', 'completeACW', 'completeACWToBusy', 'delayACW', 'ready', 'notReady'],
};

const COMMON = COMMANDS.filter((command) => command !== 'initAgent');

/** A page of the random floor. */
export interface RandomSeat {
  readonly agentID: string;
  readonly sdk: SimulatedSdk;
  readonly agent: SobotAgent;
  readonly reports: string[];
}

export interface RandomFloorOptions extends Partial<CallCentreOptions> {
  readonly agentCount: number;
  readonly customerCount: number;
  /** How many agents are busier than the others, or hardly any two would ever meet. */
  readonly busy?: number;
  /** Of each guarded agent. */
  readonly agentOptions?: AgentOptions;
}

export function pick<Item>(from: Random, items: readonly Item[]): Item {
  return items[from.between(0, items.length - 1)]!;
}

/** A floor on which agents and customers do as chance will have it. */
export class RandomFloor {
  readonly clock = new SimulatedClock();
  readonly random: Random;
  readonly centre: CallCentre;
  seats: readonly RandomSeat[];
  /** How many commands were sent, have succeeded, failed, and were refused here. */
  readonly tally = { sent: 0, done: 0, failed: 0, refused: 0 };
  /** What guarded agents did wrong with commands. */
  readonly wrongs: string[] = [];
  readonly #journal: FloorJournal;
  #reached = 0;
  readonly #customers: number;
  readonly #busy: number;
  readonly #agentOptions: AgentOptions;

  constructor({ agentCount, customerCount, busy = 8, seed = 'random', agentOptions = {}, ...options }: RandomFloorOptions) {
    this.clock.set(1_700_000_000_000);
    this.random = createRandom(`${seed}/steps`);
    this.#customers = customerCount;
    this.#busy = Math.min(busy, agentCount);
    this.#agentOptions = agentOptions;
    this.centre = createCallCentre({
      clock: this.clock,
      seed,
      agents: Array.from({ length: agentCount }, (_, index) => ({
        agentID: this.#agentID(index),
        ext: String(8001 + index),
        mobile: this.#mobile(index),
        queues: ['support'],
        supervisor: index === 0,
      })),
      queues: [{ name: 'support' }],
      customers: [
        { number: this.number(customerCount), answer: 700 },
        { number: this.number(customerCount + 1), answer: 'busy' },
        { number: this.number(customerCount + 2), answer: 'reject' },
        { number: this.number(customerCount + 3), answer: 'unknown' },
      ],
      acwSeconds: 5,
      dialSeconds: 20,
      ringSeconds: 10,
      ...options,
    });
    this.#journal = new FloorJournal(this.centre);
    this.seats = this.centre.agentIDs.map((agentID) => this.seat(agentID));
  }

  number(index: number): string {
    return `1351234${String(index).padStart(4, '0')}`;
  }

  /** A new page of this agent's. */
  seat(agentID: string): RandomSeat {
    const sdk = this.centre.connect();
    const agent = createSobotAgent(this.#counted(sdk), { clock: this.clock, ...this.#agentOptions });
    const seat = { agentID, sdk, agent, reports: reportsOf(agent) };
    void agent.initAgent({ token: 'any', companyId: 'any', agent: agentID });
    return seat;
  }

  /** Somebody does something. */
  step(): void {
    if (this.random.next() < 0.25) this.#moveCustomer();
    else this.#moveAgent(pick(this.random, this.random.next() < 0.6 ? this.seats.slice(0, this.#busy) : this.seats));
  }

  rest(): void {
    runUntilQuiet(this.centre, this.clock);
  }

  /** All agents believe what the centre knows, but for the named parts of it. */
  expectAgreement(except: readonly (keyof View)[] = []): void {
    for (const seat of this.seats) {
      this.#journal.explain(seat.agentID, () => {
        expectAgreement(seat, this.centre, except);
      });
    }
  }

  /** One of the agents without a call signs in at another page, too. */
  signInElsewhere(): void {
    const idle = this.centre.agentIDs.filter((agentID) => {
      const { work, login } = this.centre.truth(agentID);
      return work === 'idle' && login !== 'offline';
    });
    if (idle.length > 0) this.centre.faults.secondEnd(pick(this.random, idle));
  }

  /** All pages are loaded anew, and have forgotten everything. */
  reload(): void {
    for (const { agent, sdk } of this.seats) {
      agent.dispose();
      this.centre.close(sdk);
    }
    this.seats = this.centre.agentIDs.map((agentID) => this.seat(agentID));
  }

  /** All agents go home, all customers hang up. */
  close(): void {
    for (const { agent } of this.seats) void agent.resetLogout();
    this.rest();
    for (let index = 0; index < this.#customers; index += 1) {
      const customer = this.centre.customer(this.number(index));
      if (customer.state !== 'idle') customer.hangup();
    }
    this.clock.increment(120_000);
    this.rest();
  }

  dispose(): void {
    for (const { agent } of this.seats) agent.dispose();
    this.centre.dispose();
  }

  #agentID(index: number): string {
    return String(1001 + index);
  }

  #mobile(index: number): string {
    return `1390000${String(index).padStart(4, '0')}`;
  }

  #colleague(): number {
    return this.random.between(0, (this.random.next() < 0.6 ? this.#busy : this.seats.length) - 1);
  }

  /** The SDK object, counting the commands that reach it. */
  #counted(sdk: SimulatedSdk): SimulatedSdk {
    const commands = COMMANDS.map((command) => [
      command,
      (parameters?: object) => {
        this.#reached += 1;
        sdk[command](parameters);
      },
    ]);
    return { ...sdk, ...(Object.fromEntries(commands) as SimulatedSdk) };
  }

  #moveCustomer(): void {
    const customer = this.centre.customer(this.number(this.random.between(0, this.#customers - 1)));
    if (customer.state === 'idle') {
      customer.dial(pick(this.random, ['support', this.#agentID(this.#colleague()), '9999']));
    } else if (customer.state === 'ringing') {
      if (this.random.next() < 0.8) customer.answer();
      else customer.reject();
    } else if (this.random.next() < 0.3) customer.hangup();
  }

  #moveAgent(seat: RandomSeat): void {
    const { allowed } = seat.agent.getSnapshot();
    const isForbidden = this.random.next() < 0.1;
    const likely = SENSIBLE[this.centre.truth(seat.agentID).work].filter((command) => allowed.includes(command));
    const isSensible = this.random.next() < 0.85 && likely.length > 0;
    const candidates = COMMON.filter((command) => allowed.includes(command) !== isForbidden);
    if (isForbidden) this.#tryForbidden(seat, pick(this.random, candidates));
    else if (candidates.length > 0) this.#send(seat, pick(this.random, isSensible ? likely : candidates));
  }

  #call(seat: RandomSeat, command: CommandName): Promise<unknown> {
    return (seat.agent[command] as (parameters: object) => Promise<unknown>)(this.#parameters(command, seat.agentID));
  }

  #tryForbidden(seat: RandomSeat, command: CommandName): void {
    const before = this.#reached;
    const outcome = this.#call(seat, command);
    if (this.#reached !== before) this.wrongs.push(`${command}, not allowed, has reached the SDK`);
    outcome.then(
      () => this.wrongs.push(`${command}, not allowed, has succeeded`),
      (error: unknown) => {
        const { code } = error as CommandError;
        this.tally.refused += 1;
        if (code !== 'NOT_ALLOWED' && code !== 'IN_FLIGHT') this.wrongs.push(`${command} was refused with ${code}`);
      },
    );
  }

  #send(seat: RandomSeat, command: CommandName): void {
    const before = this.#reached;
    this.tally.sent += 1;
    this.#call(seat, command).then(
      () => (this.tally.done += 1),
      (error: unknown) => {
        const { code } = error as CommandError;
        this.tally.failed += 1;
        if (code === 'NOT_ALLOWED' || code === 'IN_FLIGHT' || code === 'INVALID_PARAMETER') {
          this.wrongs.push(`${command}, allowed, was refused with ${code}`);
        }
      },
    );
    if (this.#reached !== before + 1) this.wrongs.push(`${command} has reached the SDK ${this.#reached - before} times`);
  }

  #parameters(command: CommandName, agentID: string): object {
    const { random } = this;
    switch (command) {
      case 'login':
        return {
          agentState: pick(random, ['1', '1', '2']),
          phoneType: pick(random, LOGIN_TYPES),
          bindExt: '',
          bindMobile: this.#mobile(Number(agentID) - 1001),
        };
      case 'makeCall':
        return { otherDN: pick(random, [this.number(random.between(0, this.#customers + 3)), String(8001 + this.#colleague())]) };
      case 'initiateConsult':
      case 'singleTransfer':
        return this.#target();
      case 'notReady':
        return { reasonCode: random.between(11, 18) };
      case 'sendDtmf':
        return { dtmfDigits: '801#' };
      case 'delayACW':
        return { delayTime: 30 };
      case 'setRoute':
        return { explicitRule: '1' };
      case 'forceLogout':
      case 'forceBusy':
      case 'forceReady':
        return { targetAgentID: this.#agentID(this.#colleague()) };
      default:
        return {};
    }
  }

  #target(): object {
    const { random } = this;
    const kind = random.between(0, 3);
    if (kind <= 1) return { targetType: '0', target: this.#agentID(this.#colleague()) };
    if (kind === 2) return { targetType: '1', target: this.number(random.between(0, this.#customers + 3)) };
    return { targetType: '2', target: String(8001 + this.#colleague()) };
  }
}
