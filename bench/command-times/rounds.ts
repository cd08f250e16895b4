import type { CallCentre } from '../../adapters/simulator/index.js';
import { createSobotAgent, type SobotAgent } from '../../adapters/sobot/index.js';
import type { CommandName, WorkStatus } from '../../machines/index.js';
import { CUSTOMER } from '../../test/asterisk/stage/floor.js';
import { waitUntil } from '../../test/asterisk/stage/wait.js';
import { Times } from './times.js';

/** A number outside that answers at once. */
export const ANSWERING = '10600';

/** A call centre on one switch or the other, and its customer. */
export interface Side {
  readonly centre: CallCentre;
  readonly customer: {
    dial(to: string): void | Promise<void>;
    answer(): void | Promise<void>;
    hangup(): void | Promise<void>;
  };
  close(): Promise<void>;
}

const PATIENCE = 10_000;

/** An agent whose commands are measured. */
class Worker {
  readonly agent: SobotAgent;
  readonly #agentID: string;
  readonly #centre: CallCentre;
  readonly #times: Times;

  constructor(agentID: string, centre: CallCentre, times: Times) {
    this.#agentID = agentID;
    this.#centre = centre;
    this.#times = times;
    this.agent = createSobotAgent(centre.connect());
  }

  async signIn(): Promise<void> {
    await this.agent.initAgent({ token: 'any', companyId: 'any', agent: this.#agentID });
    await this.agent.login({ phoneType: 'sip', bindExt: '', agentState: '1' });
  }

  /** Sends a command when nothing else is under way, and waits until it is confirmed. */
  async does(command: CommandName, parameters: object = {}): Promise<void> {
    await waitUntil(`${command} of ${this.#agentID} is allowed`, () => this.#centre.quiet() && this.agent.can(command), PATIENCE);
    const method = this.agent[command] as (parameters: object) => Promise<unknown>;
    await this.#times.measure(command, () => method(parameters));
  }

  async becomes(work: WorkStatus): Promise<void> {
    await waitUntil(`${this.#agentID} is ${work}`, () => this.agent.getSnapshot().work === work, PATIENCE);
  }
}

/** Plays so many rounds of everything that agents do with calls. */
export async function measure({ centre, customer }: Side, rounds: number): Promise<Times> {
  const times = new Times();
  const one = new Worker('1001', centre, times);
  const other = new Worker('1002', centre, times);
  await one.signIn();
  await other.signIn();

  const isCalled = async (): Promise<void> => {
    await customer.dial('1001');
    await one.becomes('ringing');
    await one.does('answer');
  };
  const consults = async (): Promise<void> => {
    await isCalled();
    await one.does('initiateConsult', { targetType: '0', target: '1002' });
    await other.becomes('ringing');
    await other.does('answer');
    await one.becomes('consulting');
  };
  /** Everybody's call ends, and the after-call work. */
  const clear = async (): Promise<void> => {
    for (const worker of [one, other]) {
      if (worker.agent.can('hangup')) await worker.does('hangup');
    }
    for (const worker of [one, other]) {
      await waitUntil('everybody has hung up', () => ['idle', 'acw'].includes(worker.agent.getSnapshot().work), PATIENCE);
      if (worker.agent.can('completeACW')) await worker.does('completeACW');
    }
    await waitUntil('all legs are gone', () => centre.counts().legs === 0 && centre.quiet(), PATIENCE);
  };

  for (let round = 0; round < rounds; round += 1) {
    await one.does('makeCall', { otherDN: CUSTOMER });
    await waitUntil('the customer rings', () => centre.legs().some(({ state }) => state === 'alerting'), PATIENCE);
    await customer.answer();
    await one.becomes('talking');
    for (const command of ['holdCall', 'retrieveCall', 'muteCall', 'unmute'] as const) await one.does(command);
    await one.does('sendDtmf', { dtmfDigits: '5' });
    await clear();

    await isCalled();
    await one.does('singleTransfer', { targetType: '1', target: ANSWERING });
    await customer.hangup();
    await clear();

    await consults();
    await one.does('retrieveConsult');
    await clear();

    await consults();
    await one.does('consultConference');
    await clear();

    await consults();
    await one.does('consultTransfer');
    await clear();
  }
  for (const { agent } of [one, other]) agent.dispose();
  return times;
}
