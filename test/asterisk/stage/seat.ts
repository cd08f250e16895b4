import { createSobotAgent, type SobotAgent } from '../../../adapters/sobot/index.js';
import type { CallCentre } from '../../../adapters/simulator/index.js';
import type { AgentOptions, AgentState, CommandError, CommandName } from '../../../src/index.js';
import { reportsOf } from '../../support/guarded-floor.js';
import type { Journal } from './journal.js';
import type { StagePhone } from './stage-phone.js';

/** How a command ended: `done`, the code of its error, or `pending`. */
export type Ending = 'done' | 'pending' | CommandError['code'];

/** A page on which a guarded agent works. */
export interface Seat {
  readonly agentID: string;
  readonly agent: SobotAgent;
  readonly state: AgentState;
  /** The phone whose extension he is signed in with. */
  readonly phone: StagePhone;
  /** Divergences and malformed messages, in words. */
  readonly reports: readonly string[];
  /** Sends a command without waiting; the returned function says how it has ended by now. */
  send(command: CommandName, parameters?: object): () => Ending;
  /** Sends a command, lets everything come to rest, and says how the command has ended. */
  tries(command: CommandName, parameters?: object): Promise<Ending>;
  /** The same, for a command that must succeed. */
  does(command: CommandName, parameters?: object): Promise<void>;
}

interface Sent {
  readonly command: CommandName;
  ending: Ending;
  noted: boolean;
}

export interface SeatParts {
  readonly agentID: string;
  /** How the journal calls the page. */
  readonly name: string;
  readonly centre: CallCentre;
  readonly phone: StagePhone;
  readonly journal: Journal;
  readonly rest: () => Promise<void>;
  readonly options: AgentOptions;
}

export class StageSeat implements Seat {
  readonly agentID: string;
  readonly agent: SobotAgent;
  readonly phone: StagePhone;
  readonly reports: readonly string[];
  readonly #parts: SeatParts;
  readonly #sent: Sent[] = [];

  constructor(parts: SeatParts) {
    const { agentID, name, centre, phone, journal, options } = parts;
    this.#parts = parts;
    this.agentID = agentID;
    this.phone = phone;
    this.agent = createSobotAgent(centre.connect(), options);
    this.reports = reportsOf(this.agent);
    this.agent.on('EventAgentAll', (message) => {
      journal.told(name, message);
    });
  }

  get state(): AgentState {
    return this.agent.getSnapshot();
  }

  send(command: CommandName, parameters: object = {}): () => Ending {
    const sent: Sent = { command, ending: 'pending', noted: false };
    this.#sent.push(sent);
    this.#parts.journal.step(`${this.#parts.name} ${command}`);
    const method = this.agent[command] as (parameters: object) => Promise<unknown>;
    method(parameters).then(
      () => {
        sent.ending = 'done';
      },
      (error: unknown) => {
        sent.ending = (error as CommandError).code;
      },
    );
    return () => sent.ending;
  }

  async tries(command: CommandName, parameters?: object): Promise<Ending> {
    const ending = this.send(command, parameters);
    await this.#parts.rest();
    return ending();
  }

  async does(command: CommandName, parameters?: object): Promise<void> {
    const ending = await this.tries(command, parameters);
    if (ending !== 'done') throw new Error(`${command} of ${this.agentID} has ended with ${ending}.\n${String(this.#parts.journal)}`);
  }

  /** Writes down how commands have ended since the last time. */
  noteEndings(): void {
    for (const sent of this.#sent) {
      if (sent.noted || sent.ending === 'pending') continue;
      sent.noted = true;
      this.#parts.journal.note(this.#parts.name, `${sent.command}: ${sent.ending}`);
    }
  }

  /** Commands whose ending is not known. */
  get waiting(): readonly CommandName[] {
    return this.state.pending.map(({ command }) => command);
  }
}
