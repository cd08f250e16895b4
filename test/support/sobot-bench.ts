import { SimulatedClock } from 'xstate';
import { createSobotAgent, type AgentOptions, type CommandName, type SobotAgent } from '../../adapters/sobot/index.js';
import { ScriptedSdk } from './scripted-sdk.js';

/** A simulated clock that knows how many timers are running. */
export class CountingClock extends SimulatedClock {
  readonly running = new Set<number>();

  override setTimeout(run: () => void, ms: number): number {
    const id = super.setTimeout(() => {
      this.running.delete(id);
      run();
    }, ms);
    this.running.add(id);
    return id;
  }

  override clearTimeout(id: number): void {
    this.running.delete(id);
    super.clearTimeout(id);
  }
}

/** Parameters with which each command passes. */
export const PARAMETERS: { readonly [Name in CommandName]?: Readonly<Record<string, unknown>> } = {
  initAgent: { token: 'token-of-1005', companyId: 'company-1', agent: '1005' },
  login: { phoneType: 'webrtc', bindExt: '1000', agentState: '1' },
  notReady: { reasonCode: 11 },
  makeCall: { otherDN: '13900001111' },
  singleTransfer: { targetType: '0', target: '1002' },
  initiateConsult: { targetType: '0', target: '1002' },
  delayACW: { delayTime: 60 },
  sendDtmf: { dtmfDigits: '801#' },
  setRoute: { explicitRule: '1' },
  queryUnusedExts: {},
  queryAgents: {},
  forceLogout: { targetAgentID: '1006' },
  forceBusy: { targetAgentID: '1006' },
  forceReady: { targetAgentID: '1006' },
};

/** The customer's leg, as every call event of it names it. */
export const CUSTOMER = { callID: 'call-1', partyID: 'party-1', callType: 'Inbound' };
/** The third party's leg. */
export const THIRD = { callID: 'call-1', partyID: 'party-2', callType: 'Consult' };

/** An agent on a scripted SDK and a simulated clock. */
export class Bench {
  readonly clock: CountingClock;
  readonly sdk: ScriptedSdk;
  readonly agent: SobotAgent;

  constructor(options: AgentOptions = {}, sdk = new ScriptedSdk()) {
    this.clock = new CountingClock();
    this.clock.set(1_000_000);
    this.sdk = sdk;
    this.agent = createSobotAgent(sdk, { clock: this.clock, ...options });
  }

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

  /** The server says something of the customer's leg. */
  customer(messageID: string, attributes: Record<string, unknown> = {}): void {
    this.sdk.emit(messageID, { ...CUSTOMER, ...attributes });
  }

  /** The server says something of the third party's leg. */
  third(messageID: string, attributes: Record<string, unknown> = {}): void {
    this.sdk.emit(messageID, { ...THIRD, ...attributes });
  }

  get state() {
    return this.agent.getSnapshot();
  }

  /** How often the SDK was asked for something, subscriptions left out. */
  get sentCount(): number {
    return this.sdk.sent.length;
  }
}

/** How a promise ended. */
export type Ending =
  | { readonly ended: 'resolved'; readonly value: unknown }
  | { readonly ended: 'rejected'; readonly error: unknown };

/** Watches a promise; the list has its ending once it has ended. */
export function watch(promise: Promise<unknown>): Ending[] {
  const endings: Ending[] = [];
  promise.then(
    (value) => endings.push({ ended: 'resolved', value }),
    (error: unknown) => endings.push({ ended: 'rejected', error }),
  );
  return endings;
}

/** Lets everything run that waits for nothing but its turn. */
export function turns(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve);
  });
}

/** What a promise rejects with; fails if it does not reject. */
export async function errorOf(promise: Promise<unknown>): Promise<Error & Record<string, unknown>> {
  const endings = watch(promise);
  await turns();
  const [ending] = endings;
  if (ending?.ended !== 'rejected') throw new Error(`expected a rejection, but it ${ending?.ended ?? 'is still pending'}`);
  return ending.error as Error & Record<string, unknown>;
}
