import type { AgentClock, AgentState, AgentStorage, CommandName, Refusal, SobotSdk } from '../../sobot/index.js';

/** The surroundings that the subject is built on. */
export interface SubjectWorld {
  /** The clock of the page's computer, which can be set and can sleep. Timers set elsewhere make a sequence irreproducible. */
  readonly clock: AgentClock;
  /** Its contents survive a reload of the page. */
  readonly storage: AgentStorage;
}

/**
 * The additions of `createSobotAgent` to the vendor's SDK. A subject without these is judged by what can
 * be seen from outside: what reaches the SDK, what is thrown, and how callbacks and promises end.
 */
export interface Watchable {
  getSnapshot(): AgentState;
  subscribe(listener: (state: AgentState) => void): () => void;
  can(command: CommandName): boolean;
  whyNot(command: CommandName): Refusal | null;
}

/** Anything shaped like `new SobotClient.agent()`, with or without what `createSobotAgent` adds. */
export type Subject = SobotSdk & Partial<Watchable> & { dispose?(): void };

/**
 * Makes what is to be tested around an SDK object of the simulated call centre.
 *
 * @example
 * const makeSdk: MakeSdk = (sdk, { clock, storage }) => createSobotAgent(sdk, { clock, storage });
 */
export type MakeSdk = (sdk: SobotSdk, world: SubjectWorld) => Subject;

export function isWatchable(subject: Subject): subject is Subject & Watchable {
  return (['getSnapshot', 'subscribe', 'can', 'whyNot'] as const).every((name) => typeof subject[name] === 'function');
}
