import { SimulatedClock } from 'xstate';
import {
  createCallCentre,
  runUntilQuiet,
  type CallCentre,
  type CallCentreOptions,
  type Message,
  type SimulatedSdk,
} from '../../../adapters/simulator/index.js';

/** The command methods, by name. */
export type Command = Exclude<keyof SimulatedSdk, 'on' | 'off' | 'onInterruption'>;

/** The call of a command's callback. */
interface Answer {
  outcome: 'success' | 'error';
  result: Readonly<Record<string, unknown>>;
}

/** A page with a record of all it was told. */
export interface Desk {
  readonly sdk: SimulatedSdk;
  readonly messages: Message[];
  /** Names of the events since the last time, in order. */
  news(): string[];
  /** Does a command, lets everything come to rest, and returns what the callback got, if any. */
  run(command: Command, params?: object): Answer | null;
  /** The last event of this name. */
  last(messageID: string): Message;
}

/** A call centre on a clock that stands still until it is moved. */
export interface Floor {
  readonly centre: CallCentre;
  readonly clock: SimulatedClock;
  /** Lets everything that is under way come to its end. */
  rest(): void;
  /** Lets time pass, and then everything come to rest. */
  pass(ms: number): void;
  /** A page that has initialised for this agent. */
  open(agentID: string, init?: object): Desk;
  /** A page on which the agent has signed in. */
  signIn(agentID: string, login?: object): Desk;
}

const AGENTS = [
  { agentID: '1001', ext: '8001', mobile: '13900000001', supervisor: true, queues: ['support'] },
  { agentID: '1002', ext: '8002', mobile: '13900000002', queues: ['support'] },
  { agentID: '1003', ext: '8003', mobile: '13900000003' },
] as const;

export const CUSTOMER = '13512345678';

export function openFloor(options: Partial<CallCentreOptions> = {}): Floor {
  const clock = new SimulatedClock();
  clock.set(1_700_000_000_000);
  const centre = createCallCentre({
    clock,
    seed: 7,
    agents: AGENTS,
    queues: [{ name: 'support', number: '4001' }],
    ...options,
  });
  const rest = (): void => {
    runUntilQuiet(centre, clock);
  };
  const record = (sdk: SimulatedSdk): Desk => {
    const messages: Message[] = [];
    let seen = 0;
    sdk.on('EventAgentAll', (message) => {
      messages.push(message as Message);
    });
    return {
      sdk,
      messages,
      news: () => {
        const names = messages.slice(seen).map(({ messageID }) => messageID);
        seen = messages.length;
        return names;
      },
      run: (command, params = {}) => {
        let answer: Answer | null = null;
        sdk[command]({
          ...params,
          success: (result: Answer['result']) => {
            answer = { outcome: 'success', result };
          },
          error: (result: Answer['result']) => {
            answer = { outcome: 'error', result };
          },
        });
        rest();
        return answer;
      },
      last: (messageID) => {
        const found = messages.filter((message) => message.messageID === messageID).at(-1);
        if (found === undefined) throw new Error(`No ${messageID} has come.`);
        return found;
      },
    };
  };
  const open = (agentID: string, init: object = {}): Desk => {
    const desk = record(centre.connect());
    desk.run('initAgent', { token: 't', companyId: 'c', agent: agentID, ...init });
    return desk;
  };
  return {
    centre,
    clock,
    rest,
    pass: (ms) => {
      clock.increment(ms);
      rest();
    },
    open,
    signIn: (agentID, login = {}) => {
      const desk = open(agentID);
      desk.run('login', { agentState: '1', phoneType: 'webrtc', bindExt: '', ...login });
      desk.news();
      return desk;
    },
  };
}
