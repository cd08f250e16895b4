import { SimulatedClock } from 'xstate';
import { createSobotAgent, type AgentOptions, type AgentState, type CommandError, type SobotAgent } from '../../adapters/sobot/index.js';
import { ScriptedSdk } from './scripted-sdk.js';

/** Where the clock of a desk stands when it is set up. */
export const START = 1_700_000_000_000;

/** The customer's leg. */
export const CUSTOMER = { callID: 'talk-1', partyID: 'party-1', callType: 'Inbound', otherDN: '13800138000' };
/** The consulted third party's leg, of the same talk as the customer's. */
export const THIRD = { callID: 'talk-1', partyID: 'party-2', callType: 'Consult', otherDN: '1002' };
/** A leg that nobody has heard of. */
export const STRANGER = { callID: 'talk-9', partyID: 'party-9', callType: 'Inbound', otherDN: '13900139000' };

type Message = Record<string, unknown>;

/** A scripted SDK and the agent on it, with what the agent has reported. */
export interface Desk {
  readonly sdk: ScriptedSdk;
  readonly agent: SobotAgent;
  readonly clock: SimulatedClock;
  /** The divergences reported so far, by the message that caused each. */
  readonly divergences: (string | null)[];
  /** What was reported as malformed so far. */
  readonly malformed: Message[];
  state(): AgentState;
  emit(messageID: string, attributes?: Message): void;
}

/** A storage in memory, as `sessionStorage` is one. */
export class FakeStorage {
  readonly entries = new Map<string, string>();
  getItem(key: string): string | null {
    return this.entries.get(key) ?? null;
  }
  setItem(key: string, value: string): void {
    this.entries.set(key, value);
  }
  removeItem(key: string): void {
    this.entries.delete(key);
  }
}

/** An agent whose page has just been opened. */
export function newDesk(options: AgentOptions = {}, clock = clockAt(START)): Desk {
  const sdk = new ScriptedSdk();
  const agent = createSobotAgent(sdk, { clock, ...options });
  const divergences: (string | null)[] = [];
  const malformed: Message[] = [];
  agent.on('switchhook:divergence', ({ messageID }) => divergences.push(messageID));
  agent.on('switchhook:malformed', (report) => malformed.push({ ...report }));
  return {
    sdk,
    agent,
    clock,
    divergences,
    malformed,
    state: agent.getSnapshot,
    emit: (messageID, attributes) => {
      sdk.emit(messageID, attributes);
    },
  };
}

export function clockAt(now: number): SimulatedClock {
  const clock = new SimulatedClock();
  clock.increment(now);
  return clock;
}

/** The same day goes on in a page loaded anew: only clock and storage are the old ones. */
export function reload(desk: Desk, options: AgentOptions): Desk {
  desk.agent.dispose();
  const next = newDesk(options, desk.clock);
  connect(next);
  return next;
}

export function connect({ agent, sdk }: Desk): void {
  void agent.initAgent({ token: 'secret-token', companyId: 'company', agent: '1005' });
  sdk.succeed('initAgent');
}

export function signIn(desk: Desk): void {
  connect(desk);
  void desk.agent.login({ phoneType: 'webrtc', bindExt: '1000', agentState: '1' });
  desk.sdk.succeed('login', { agentState: '1' });
}

function talk(desk: Desk): void {
  signIn(desk);
  desk.emit('EventRinging', CUSTOMER);
  desk.emit('EventEstablished', CUSTOMER);
}

function consult(desk: Desk): void {
  talk(desk);
  void desk.agent.initiateConsult({ targetType: '0', target: '1002' });
  desk.emit('EventDialing', THIRD);
}

function consultTalking(desk: Desk): void {
  consult(desk);
  desk.emit('EventEstablished', THIRD);
}

function callOut(desk: Desk): void {
  signIn(desk);
  void desk.agent.makeCall({ otherDN: '13800138000' });
}

/** How each situation of an agent comes about; no command is in flight then, but `calling`'s. */
export const SITUATIONS = {
  idle: signIn,
  calling: callOut,
  dialing: (desk) => {
    callOut(desk);
    desk.emit('EventDialing', { ...CUSTOMER, callType: 'Outbound' });
  },
  ringing: (desk) => {
    signIn(desk);
    desk.emit('EventRinging', CUSTOMER);
  },
  talking: talk,
  holding: (desk) => {
    talk(desk);
    desk.emit('EventAgentHoldCall', CUSTOMER);
  },
  'consulting dialing': consult,
  'consulting talking': consultTalking,
  conferencing: (desk) => {
    consultTalking(desk);
    void desk.agent.consultConference();
    desk.emit('EventPartyAdded', { callID: 'talk-1', partyID: 'party-2' });
  },
  acw: (desk) => {
    talk(desk);
    desk.emit('EventReleased', CUSTOMER);
  },
} satisfies Record<string, (desk: Desk) => void>;

export type Situation = keyof typeof SITUATIONS;
export const SITUATION_NAMES = Object.keys(SITUATIONS) as Situation[];
/** The situations in which there is a call that the server has named. */
export const NAMED_CALLS = SITUATION_NAMES.filter((name) => !['idle', 'calling', 'acw'].includes(name));

/** An agent in this situation; what led to it was reported as no divergence. */
export function deskIn(situation: Situation, options: AgentOptions = {}): Desk {
  const desk = newDesk(options);
  SITUATIONS[situation](desk);
  const { work } = desk.state();
  if (work !== situation.split(' ')[0]) throw new Error(`not in ${situation} but in ${work}`);
  desk.divergences.length = 0;
  return desk;
}

/** What of a state a person would see, apart from what the agent may do and waits for. */
export function essence({ call, consult, work, login, reasonCode, muted, acw, connection, since }: AgentState): Message {
  return { connection, login, reasonCode, work, since, call, consult, muted, acw };
}

/** How a command ends, or `'pending'`. */
export async function endOf(outcome: Promise<unknown>): Promise<string> {
  const pending = new Promise<string>((resolve) => {
    setImmediate(() => resolve('pending'));
  });
  return Promise.race([
    outcome.then(
      () => 'resolved',
      (error: unknown) => (error as CommandError).code,
    ),
    pending,
  ]);
}

/** The message of the server that says where the agent stands. */
export function regain(desk: Desk, agentStateInfo: Message = {}, workStatusInfo?: Message): void {
  desk.emit('EventAgentRegainStatus', {
    agentStateInfo: { agentState: '1', ...agentStateInfo },
    ...(workStatusInfo === undefined ? {} : { workStatusInfo }),
  });
}
