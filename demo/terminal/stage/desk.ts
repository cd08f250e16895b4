import {
  createSobotAgent,
  type AgentState,
  type CommandError,
  type CommandName,
  type CommandParameters,
  type ErrorCode,
  type SobotAgent,
} from '../../../adapters/sobot/index.js';
import type { SimulatedSdk } from '../../../adapters/simulator/index.js';
import type { Person } from '../../cast.js';
import { stateText } from '../timeline/state-text.js';
import { Unexpected } from '../unexpected.js';
import { commandErrorOf, Errand, isRefusal } from './errand.js';
import type { PageStorage } from './page-storage.js';
import type { Stage } from './stage.js';

/** The state that a scene waits for at a desk. */
export type Expected = Partial<Pick<AgentState, 'connection' | 'login' | 'reasonCode' | 'work' | 'muted'>>;

/** A page with a guarded agent on it, and the person before it. */
export class Desk {
  readonly agent: SobotAgent;
  readonly sdk: SimulatedSdk;
  /** Commands that have ended before an answer; the service may still refuse them, which changes nothing. */
  readonly #overtaken: string[] = [];

  constructor(
    private readonly stage: Stage,
    readonly person: Person,
    readonly label: string,
    readonly storage: PageStorage,
  ) {
    const { journal, tally, centre, agentOptions } = stage;
    this.sdk = centre.connect();
    this.agent = createSobotAgent(this.sdk, { ...agentOptions, storage });
    this.agent.subscribe((state) => {
      journal.add({ type: 'state', desk: this, state });
    });
    this.agent.on('EventAgentAll', (message) => {
      journal.add({ type: 'message', desk: this, message, state: this.state });
    });
    this.agent.on('switchhook:divergence', ({ messageID, fact }) => {
      const lateFor = fact === 'call.error' ? (this.#overtaken.shift() ?? null) : null;
      if (lateFor === null) tally.divergences += 1;
      else tally.late += 1;
      journal.add({ type: 'divergence', desk: this, what: messageID ?? fact, lateFor, state: this.state });
    });
    this.agent.on('switchhook:malformed', () => (tally.malformed += 1));
  }

  get state(): AgentState {
    return this.agent.getSnapshot();
  }

  /** Gives a command; `ends` waits for its end. */
  starts<Name extends CommandName>(command: Name, parameters?: CommandParameters[Name]): Errand {
    const given: object = parameters ?? {};
    const refusal = this.agent.whyNot(command, given);
    const errand = new Errand(command, refusal?.message ?? null);
    const outcome = (this.agent[command] as (given: object) => Promise<unknown>)(given);
    if (refusal === null) this.stage.journal.add({ type: 'sent', desk: this, command, parameters: given, state: this.state });
    outcome.then(
      (result) => {
        errand.outcome = 'done';
        this.stage.journal.add({ type: 'done', desk: this, command, result, state: this.state });
      },
      (error: unknown) => {
        this.#failed(errand, commandErrorOf(error));
      },
    );
    return errand;
  }

  /** Waits until the command has ended, in this way. */
  async ends(errand: Errand, how: 'done' | ErrorCode): Promise<void> {
    await this.stage.time.until(() => errand.outcome !== null);
    const { command, code, ending, contradiction } = errand;
    if (code !== how) throw new Unexpected(`${this.label}'s ${command} should end with ${how}, but ${ending}`);
    if (contradiction !== null) throw new Unexpected(`${this.label}'s agent contradicts itself: ${contradiction}`);
  }

  /** Gives a command that works. */
  async does<Name extends CommandName>(command: Name, parameters?: CommandParameters[Name]): Promise<void> {
    await this.ends(this.starts(command, parameters), 'done');
  }

  /** Gives a command that does not. */
  async fails<Name extends CommandName>(how: ErrorCode, command: Name, parameters?: CommandParameters[Name]): Promise<void> {
    await this.ends(this.starts(command, parameters), how);
  }

  /** Waits until the agent stands there. */
  async becomes(expected: Expected): Promise<void> {
    const isSo = (): boolean => Object.entries(expected).every(([field, value]) => this.state[field as keyof Expected] === value);
    if (await this.stage.time.until(isSo)) return;
    const wanted = Object.entries(expected).map(([field, value]) => `${field} ${String(value)}`);
    throw new Unexpected(`${this.label} should be at ${wanted.join(', ')}, but is at: ${stateText(this.state)}`);
  }

  /** The page is gone. */
  close(): void {
    this.agent.dispose();
    this.stage.centre.close(this.sdk);
  }

  #failed(errand: Errand, error: CommandError): void {
    const { tally, journal } = this.stage;
    const isRefused = isRefusal(error);
    errand.outcome = error;
    if (isRefused) tally.refused += 1;
    else tally.fail(error.code);
    if (error.code === 'SUPERSEDED' || error.code === 'TIMEOUT') this.#overtaken.push(errand.command);
    journal.add({ type: 'failed', desk: this, command: errand.command, error, isRefusal: isRefused, state: this.state });
  }
}
