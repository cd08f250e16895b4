import { CommandError, type CommandName, type SobotAgent } from '../../../adapters/sobot/index.js';
import type { Chance } from './chance.js';
import type { Journal } from './journal.js';
import { isClearWhatRings, mayChangeLogin, mayEndACall, mayRegain, type LastSent } from './manners.js';
import type { Truth } from './truth.js';
import { SERVED } from './wired-sdk.js';

type Parameters = Readonly<Record<string, unknown>>;
type Send = (parameters?: Parameters) => Promise<unknown>;

const LOGIN: ReadonlySet<CommandName> = new Set<CommandName>([
  'initAgent',
  'login',
  'logout',
  'ready',
  'notReady',
  'resetLogout',
  'completeACW',
  'completeACWToBusy',
]);
const ENDING: ReadonlySet<CommandName> = new Set<CommandName>(['hangup', 'rejectCall', 'singleTransfer', 'consultTransfer']);

const PARAMETERS: { readonly [Name in CommandName]?: Parameters } = {
  initAgent: { token: 'token', companyId: 'company', agent: '1' },
  login: { phoneType: 'webrtc', bindExt: '1', agentState: '1' },
  notReady: { reasonCode: 11 },
  makeCall: { otherDN: '13800000000' },
  initiateConsult: { targetType: '0', target: '1002' },
  singleTransfer: { targetType: '0', target: '1002' },
  delayACW: { delayTime: 30 },
};

/** What an agent rarely does although it is allowed: else most of a day would be that. */
const SELDOM: { readonly [Name in CommandName]?: number } = {
  initAgent: 0.1,
  resetLogout: 0.1,
  logout: 0.4,
  login: 0.5,
  ready: 0.5,
  notReady: 0.4,
  muteCall: 0.4,
  hangup: 0.6,
};

function codeOf(error: unknown): string {
  return error instanceof CommandError ? error.code : String(error);
}

/** An agent who sends what the page allows. */
export class AgentAtDesk {
  readonly lastSent: LastSent = { login: 0, ending: 0 };
  /** How often commands have ended how. */
  readonly endings = new Map<string, number>();
  readonly #page: SobotAgent;
  readonly #chance: Chance;
  readonly #journal: Journal;
  #unsettled = 0;

  constructor(page: SobotAgent, chance: Chance, journal: Journal) {
    this.#page = page;
    this.#chance = chance;
    this.#journal = journal;
  }

  /** Promises that have neither been kept nor broken. */
  get unsettled(): number {
    return this.#unsettled;
  }

  get isRejecting(): boolean {
    return this.#page.getSnapshot().pending.some(({ command }) => command === 'rejectCall');
  }

  send(command: CommandName, time: number): void {
    if (LOGIN.has(command)) this.lastSent.login = time;
    if (ENDING.has(command)) this.lastSent.ending = time;
    this.#journal.write(`agent sends ${command}`);
    this.#unsettled += 1;
    const outcome = (this.#page[command] as Send)(PARAMETERS[command]);
    outcome.then(
      () => this.#settled(command, 'done'),
      (error: unknown) => this.#settled(command, codeOf(error)),
    );
  }

  /** One of the commands that the page allows; null if there is none that the agent wants to send. */
  wish(truth: Truth, time: number): CommandName | null {
    const wishes = SERVED.filter((command) => this.#page.can(command) && this.#wants(command, truth, time));
    return wishes.length === 0 ? null : this.#chance.oneOf(wishes);
  }

  #wants(command: CommandName, truth: Truth, time: number): boolean {
    if (LOGIN.has(command) && !mayChangeLogin(truth, this.lastSent, time)) return false;
    if (ENDING.has(command) && !mayEndACall(truth, this.lastSent, time)) return false;
    if (command === 'rejectCall' && !isClearWhatRings(truth)) return false;
    if (command === 'initAgent' && !mayRegain(truth, time)) return false;
    return this.#chance.happens(SELDOM[command] ?? 1);
  }

  #settled(command: CommandName, how: string): void {
    this.#unsettled -= 1;
    this.endings.set(`${command} ${how}`, (this.endings.get(`${command} ${how}`) ?? 0) + 1);
    this.#journal.write(`    ${command} ends: ${how}`);
  }
}
