import { createSobotAgent, type AgentOptions, type AgentState, type CommandName, type SobotAgent } from '../../../adapters/sobot/index.js';
import { clockAt, START } from './counting-clock.js';
import { CUSTOMER, THIRD } from './legs.js';
import { PARAMETERS } from './parameters.js';
import { ScriptedSdk } from './scripted-sdk.js';

type Attributes = Readonly<Record<string, unknown>>;

/** An agent on a scripted SDK and a simulated clock, with what it has reported: a page just opened. */
export class Bench {
  readonly agent: SobotAgent;
  /** The divergences reported so far, by the message that caused each. */
  readonly divergences: (string | null)[] = [];
  /** The malformed messages reported so far. */
  readonly malformed: object[] = [];

  constructor(
    options: AgentOptions = {},
    readonly sdk = new ScriptedSdk(),
    readonly clock = clockAt(START),
  ) {
    this.agent = createSobotAgent(sdk, { clock, ...options });
    this.agent.on('switchhook:divergence', ({ messageID }) => this.divergences.push(messageID));
    this.agent.on('switchhook:malformed', (report) => this.malformed.push({ ...report }));
  }

  readonly state = (): AgentState => this.agent.getSnapshot();

  /** The server says something. */
  readonly emit = (messageID: string, attributes?: Attributes): void => {
    this.sdk.emit(messageID, attributes);
  };

  /** The server says something of the customer's leg. */
  readonly customer = (messageID: string, attributes: Attributes = {}): void => {
    this.emit(messageID, { ...CUSTOMER, ...attributes });
  };

  /** The server says something of the third party's leg. */
  readonly third = (messageID: string, attributes: Attributes = {}): void => {
    this.emit(messageID, { ...THIRD, ...attributes });
  };

  /** Sends a command with parameters that pass, or with these. */
  send(command: CommandName, ...given: [] | [parameters: unknown]): Promise<unknown> {
    const parameters = given.length === 0 ? PARAMETERS[command] : given[0];
    const method = this.agent[command] as (parameters?: unknown) => Promise<unknown>;
    return method(parameters);
  }

  /** Sends a command whose outcome the test does not ask for. */
  leave(command: CommandName, ...given: [] | [parameters: unknown]): void {
    void this.send(command, ...given).catch(() => undefined);
  }

  /** How often the SDK was asked for something, subscriptions left out. */
  get sentCount(): number {
    return this.sdk.sent.length;
  }
}
