import { SimulatedClock } from 'xstate';
import {
  advance,
  createCallCentre,
  runUntilQuiet,
  type CallCentre,
  type CallCentreOptions,
  type Customer,
} from '../../adapters/simulator/index.js';
import { createSobotAgent, type SobotAgent } from '../../adapters/sobot/index.js';
import type { AgentOptions, CommandError, CommandName } from '../../src/index.js';
import { expectAgreement } from './agreement.js';

/** How a command ended: `done`, the code of its error, or `pending`. */
type Ending = 'done' | 'pending' | CommandError['code'];

/** A page on which a guarded agent works at the simulated call centre. */
export interface Seat {
  readonly agentID: string;
  readonly agent: SobotAgent;
  readonly sdk: ReturnType<CallCentre['connect']>;
  /** Divergences and malformed messages, in words. */
  readonly reports: string[];
  /** Sends a command without waiting; the returned function says how it has ended by now. */
  send(command: CommandName, parameters?: object): () => Ending;
  /** Sends a command, lets everything come to rest, and says how the command has ended. */
  tries(command: CommandName, parameters?: object): Promise<Ending>;
  /** The same, for a command that must succeed. */
  does(command: CommandName, parameters?: object): Promise<void>;
}

export interface GuardedFloor {
  readonly centre: CallCentre;
  readonly clock: SimulatedClock;
  /** The pages that are open. */
  readonly seats: Set<Seat>;
  /** The customer of most scenarios. */
  readonly customer: Customer;
  /** A page with a guarded agent that has not initialised. */
  create(agentID: string, options?: AgentOptions): Seat;
  /** A page with a guarded agent that has initialised. */
  open(agentID: string, options?: AgentOptions): Promise<Seat>;
  /** A page on which the agent has signed in. */
  signIn(agentID: string, login?: object, options?: AgentOptions): Promise<Seat>;
  /** The page is gone, without a word to anybody. */
  leave(seat: Seat): void;
  /** Everything under way comes to its end; then all agents agree with the centre. */
  rest(): Promise<void>;
  /** Time passes, and then as `rest`. */
  pass(ms: number): Promise<void>;
  /** Nothing is in flight, and nobody has reported anything. */
  expectPeace(): void;
}

export const CUSTOMER = '13512345678';
export const THIRD = '13700000000';
export const ACW_SECONDS = 30;

const AGENTS = [
  { agentID: '1001', ext: '8001', mobile: '13900000001', supervisor: true, queues: ['support'] },
  { agentID: '1002', ext: '8002', mobile: '13900000002', queues: ['support'] },
  { agentID: '1003', ext: '8003', mobile: '13900000003' },
] as const;

/** Promises settle after the clock has stood still for a moment. */
export async function settled(): Promise<void> {
  for (let turn = 0; turn < 8; turn += 1) await Promise.resolve();
}

function watch(outcome: Promise<unknown>): () => Ending {
  let ending: Ending = 'pending';
  outcome.then(
    () => {
      ending = 'done';
    },
    (error: unknown) => {
      ending = (error as CommandError).code;
    },
  );
  return () => ending;
}

/** An agent's reports of divergences and malformed messages: a day without faults has none. */
export function reportsOf(agent: SobotAgent): string[] {
  const reports: string[] = [];
  agent
    .on('switchhook:divergence', ({ fact, messageID, from, to }) => {
      reports.push(`${fact} (${messageID ?? 'answer'}) led from ${from.work} to ${to.work}, login ${from.login} to ${to.login}`);
    })
    .on('switchhook:malformed', ({ messageID, problem }) => {
      reports.push(`${messageID ?? 'a message'} is malformed: ${problem}`);
    });
  return reports;
}

export function openGuardedFloor(options: Partial<CallCentreOptions> = {}): GuardedFloor {
  const clock = new SimulatedClock();
  clock.set(1_700_000_000_000);
  const centre = createCallCentre({
    clock,
    seed: 7,
    agents: AGENTS,
    queues: [{ name: 'support', number: '4001' }],
    acwSeconds: ACW_SECONDS,
    ...options,
  });
  const seats = new Set<Seat>();
  const check = (): void => {
    for (const seat of seats) expectAgreement(seat, centre);
  };
  const rest = async (): Promise<void> => {
    runUntilQuiet(centre, clock);
    await settled();
    // An answer may have led to the next command.
    runUntilQuiet(centre, clock);
    await settled();
    check();
  };
  const create = (agentID: string, agentOptions: AgentOptions = {}): Seat => {
    const sdk = centre.connect();
    const agent = createSobotAgent(sdk, { clock, ...agentOptions });
    const send: Seat['send'] = (command, parameters = {}) => {
      const method = agent[command] as (parameters: object) => Promise<unknown>;
      return watch(method(parameters));
    };
    const tries: Seat['tries'] = async (command, parameters) => {
      const ending = send(command, parameters);
      await rest();
      return ending();
    };
    const seat: Seat = {
      agentID,
      agent,
      sdk,
      reports: reportsOf(agent),
      send,
      tries,
      does: async (command, parameters) => {
        const ending = await tries(command, parameters);
        if (ending !== 'done') throw new Error(`${command} of ${agentID} has ended with ${ending}.`);
      },
    };
    seats.add(seat);
    return seat;
  };
  const open = async (agentID: string, agentOptions: AgentOptions = {}): Promise<Seat> => {
    const seat = create(agentID, agentOptions);
    await seat.does('initAgent', { token: 'any', companyId: 'any', agent: agentID });
    return seat;
  };
  return {
    centre,
    clock,
    seats,
    customer: centre.customer(CUSTOMER),
    create,
    open,
    signIn: async (agentID, login = {}, agentOptions = {}) => {
      const seat = await open(agentID, agentOptions);
      await seat.does('login', { phoneType: 'webrtc', bindExt: '', agentState: '1', ...login });
      return seat;
    },
    leave: (seat) => {
      seats.delete(seat);
      seat.agent.dispose();
      centre.close(seat.sdk);
    },
    rest,
    pass: async (ms) => {
      advance(centre, clock, ms);
      await rest();
    },
    expectPeace: () => {
      const reported = [...seats].flatMap(({ agentID, reports }) => reports.map((report) => `${agentID}: ${report}`));
      if (reported.length > 0) throw new Error(`Agents have reported:\n${reported.join('\n')}`);
      const waiting = [...seats].flatMap(({ agent }) => agent.getSnapshot().pending.map(({ command }) => command));
      if (waiting.length > 0) throw new Error(`Commands are still in flight: ${waiting.join(', ')}.`);
    },
  };
}
