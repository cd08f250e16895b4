import type { CallCentre, LoginOrder } from '../../../simulator/index.js';
import type { SobotCommand } from '../../../sobot/index.js';

/** A fault on the way of messages; the event's name, or `*` for all. */
export interface MessageFault {
  readonly fault: 'drop' | 'delay' | 'duplicate' | 'reorder';
  readonly event: string;
  /** How often it strikes. */
  readonly times: number;
  /** Ms; none for `drop`. */
  readonly ms?: number;
  /** Only for this agent. */
  readonly agentID?: string;
}

/** Neither callback comes, though the command is done. */
interface LostCallbacks {
  readonly fault: 'loseCallbacks';
  readonly command: SobotCommand | '*';
  readonly times: number;
  readonly agentID?: string;
}

/** The next such command is refused with this code, and nothing is done. */
interface FailingCommand {
  readonly fault: 'failNext';
  readonly command: SobotCommand;
  readonly errorCode: string;
  readonly times: number;
  readonly agentID?: string;
}

/** Everything takes so many ms from now on, lowest and highest. */
interface SlowNetwork {
  readonly fault: 'latency';
  readonly range: readonly [number, number];
  readonly agentID?: string;
}

/** All pages of the agent lose their connection for so many ms; `interrupt`: and are told so. */
interface LostConnection {
  readonly fault: 'disconnect' | 'interrupt';
  readonly agentID: string;
  readonly ms: number;
}

/** Another page signs the agent in. */
interface SecondEnd {
  readonly fault: 'secondEnd';
  readonly agentID: string;
}

/** The agent's next login meets that of another page, and the service takes both. */
interface RivalLogin {
  readonly fault: 'rivalLogin';
  readonly agentID: string;
  /** The login that it takes first. */
  readonly order: LoginOrder;
}

/** One fault as data. */
export type PlannedFault = MessageFault | LostCallbacks | FailingCommand | SlowNetwork | LostConnection | SecondEnd | RivalLogin;

/** Faults that are set up together, in this order. */
export type FaultPlan = readonly PlannedFault[];

const toWhom = (agentID: string | undefined) => (agentID === undefined ? {} : { agentID });

/** Sets up one fault. @throws Error if there is no agent with this work number */
export function applyFault(planned: PlannedFault, { faults }: Pick<CallCentre, 'faults'>): void {
  switch (planned.fault) {
    case 'drop':
      faults.drop(planned.event, { times: planned.times, ...toWhom(planned.agentID) });
      break;
    case 'delay':
    case 'duplicate':
    case 'reorder':
      faults[planned.fault](planned.event, {
        times: planned.times,
        ...(planned.ms === undefined ? {} : { ms: planned.ms }),
        ...toWhom(planned.agentID),
      });
      break;
    case 'loseCallbacks':
      faults.loseCallbacks(planned.command, { times: planned.times, ...toWhom(planned.agentID) });
      break;
    case 'failNext':
      faults.failNext(planned.command, planned.errorCode, { times: planned.times, ...toWhom(planned.agentID) });
      break;
    case 'latency':
      faults.latency(planned.range, toWhom(planned.agentID));
      break;
    case 'disconnect':
    case 'interrupt':
      faults[planned.fault](planned.agentID, { ms: planned.ms });
      break;
    case 'secondEnd':
      faults.secondEnd(planned.agentID);
      break;
    case 'rivalLogin':
      faults.rivalLogin(planned.agentID, { order: planned.order });
  }
}

/** Sets up all faults of a plan, in order. @throws Error as `applyFault` */
export function applyFaultPlan(plan: FaultPlan, centre: Pick<CallCentre, 'faults'>): void {
  for (const planned of plan) applyFault(planned, centre);
}
